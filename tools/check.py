"""The one check: everything that has to hold before a change goes in. CI runs the same command.

    python -m tools.check           all of it
    python -m tools.check --fast    without the test suite

Every step runs, also after one failed; the exit status is 1 when any of them did.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

STEPS: dict[str, list[str]] = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", IMPORTS, "--no-logo"],
    "translations": ["-m", "tools.translations", "check"],
    "tests": ["-m", "pytest", "-n", "2"],
}
"""What is run with this interpreter, by name, quickest first."""


def run(name: str) -> bool:
    """Run one step and say how it went; True when all is well."""
    print(f"--- {name}", flush=True)
    started = time.monotonic()
    status = subprocess.run([sys.executable, *STEPS[name]], cwd=ROOT, check=False).returncode
    print(f"--- {name} {'ok' if status == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)", flush=True)
    return status == 0


def main(arguments: list[str] | None = None) -> int:
    """Run the steps and name those that failed; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.check", description="Everything that has to hold.")
    parser.add_argument("--fast", action="store_true", help="leave out the test suite")
    fast = parser.parse_args(arguments).fast
    failed = [name for name in STEPS if not (fast and name == "tests") and not run(name)]
    print(f"check FAILED: {', '.join(failed)}" if failed else "check ok")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
