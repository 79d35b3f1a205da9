"""What the start of the program costs, module by module: up to the window, and up to the list it opens with.

Usage: python -m tools.start_profile [DATABASE]      a demo company is made where none is named
Times are microseconds of `-X importtime`, a module's own without what it imports; measuring them slows the start.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

MOST = 30
MARK = "== "
STARTS = """
import os, sys
from desktop_crm.app import begin
from desktop_crm.settings import Settings
app, desktop = begin(Settings())
desktop.start(sys.argv[1])
window = desktop.front
window.cover.painted.connect(lambda: sys.stderr.write("\\n== the window\\n"))
while window.cover is not None:
    app.processEvents()
sys.stderr.write("\\n== the list\\n")
window.close()
desktop.close()
os._exit(0)
"""


def main() -> None:
    """Start once to warm up, once to look, and print the dearest modules of each part."""
    with tempfile.TemporaryDirectory() as folder:
        database = sys.argv[1] if len(sys.argv) > 1 else _demo(folder)
        start(database, folder)
        for name, lines in parts(start(database, folder)):
            show(name, own_times(lines))


def _demo(folder: str) -> str:
    path = str(Path(folder, "demo.crm"))
    subprocess.run([sys.executable, "-m", "desktop_crm", "--database", path, "demo", "--size", "300"], check=True)
    return path


def start(database: str, folder: str) -> list[str]:
    """Start the program without a screen, remembering its window in `folder`; what Python says of its imports."""
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder, "APPDATA": folder}
    command = [sys.executable, "-X", "importtime", "-c", STARTS, database]
    return subprocess.run(command, env=around, stderr=subprocess.PIPE, text=True, check=True).stderr.splitlines()


def parts(lines: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The lines that came before each mark."""
    found: list[tuple[str, list[str]]] = []
    before: list[str] = []
    for line in lines:
        if line.startswith(MARK):
            found.append((line.removeprefix(MARK), before))
            before = []
        else:
            before.append(line)
    return found


def own_times(lines: Iterable[str]) -> Counter[str]:
    """Microseconds of each module without what it imports."""
    times: Counter[str] = Counter()
    for line in lines:
        own, bar, rest = line.removeprefix("import time:").partition("|")
        if bar and own.strip().isdigit():
            times[rest.rpartition("|")[2].strip()] += int(own)
    return times


def show(name: str, times: Counter[str]) -> None:
    """The dearest modules, and the sum by package."""
    packages: Counter[str] = Counter()
    for module, time in times.items():
        packages[module.partition(".")[0]] += time
    print(f"\nBefore {name}: {len(times)} modules, {sum(times.values()) / 1000:.0f} ms")
    print("  " + ", ".join(f"{package} {time / 1000:.0f}" for package, time in packages.most_common(8)))
    for module, time in times.most_common(MOST):
        print(f"{time / 1000:9.1f}  {module}")


if __name__ == "__main__":
    main()
