"""Starts, each in a process of its own: until the window is there, until the first rows of the list are."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.cases import Bench, needed
from benchmarks.report import Row

TIMES = 9
KINDS = ("empty", "window", "empty+query", "rows")
LATE = ("reportlab", "openpyxl", "babel", "phonenumbers", "alembic")
"""Libraries that nobody needs to see the first rows."""

_LOADED = (
    "import json, sys; from benchmarks import start_probe; start_probe.KINDS['rows'](sys.argv[1]);"
    f"print(json.dumps(sorted(set(sys.modules) & set({LATE!r}))), flush=True); import os; os._exit(0)"
)


class Start(NamedTuple):
    """Seconds by the clock and of CPU, in the program and in the server."""

    wall: float
    cpu: float


def measure(bench: Bench) -> Iterator[Row]:
    """Window and first rows, and what must not have been loaded until then."""
    needed("benchmarks.start_probe")
    with tempfile.TemporaryDirectory() as folder:
        target = _beside(bench, Path(folder))
        taken: dict[str, list[Start]] = {kind: [] for kind in KINDS}
        for kind in KINDS:
            _start(bench, kind, target, folder)
        for _ in range(TIMES):
            for kind, starts in taken.items():
                starts.append(_start(bench, kind, target, folder))
        loaded = _run(["-c", _LOADED, target], folder)
    wall = {kind: _median(starts, "wall") for kind, starts in taken.items()}
    cpu = {kind: _median(starts, "cpu") for kind, starts in taken.items()}
    yield Row("window visible", bench.size, bench.kind, wall["window"], wall["empty"], 1.5, wall=wall["window"],
              limit_wall=wall["empty"], beside={"window and SQLAlchemy": wall["empty+query"]},
              note="by the clock: a thread goes on behind it")  # fmt: skip
    yield Row("first rows of the list", bench.size, bench.kind, cpu["rows"], cpu["empty+query"], 1.15,
              wall=wall["rows"], limit_wall=wall["empty+query"])  # fmt: skip
    yield Row("late libraries loaded by then", bench.size, bench.kind, len(loaded), 0, 1.0, "libraries",
              note=", ".join(loaded))  # fmt: skip


def _beside(bench: Bench, folder: Path) -> str:
    """The database in the folder where the program keeps what it remembers of its window."""
    if bench.kind == "postgresql":
        return bench.target
    (folder / "crm.db").symlink_to(bench.target)
    return str(folder / "crm.db")


def _start(bench: Bench, kind: str, target: str, folder: str) -> Start:
    figures: dict[str, float] = {}
    sample = bench.meter.once(lambda: figures.update(_run(["-m", "benchmarks.start_probe", kind, target], folder)))
    return Start(figures["wall"], figures["cpu"] + sample.server)


def _run(how: Sequence[str], folder: str) -> dict[str, float]:
    """What a Python says as JSON on its last line, run in a folder of its own."""
    root = str(Path(__file__).resolve().parents[1])
    around = {**os.environ, "PYTHONPATH": root, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, *how], cwd=folder, env=around, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{' '.join(how)}: {run.stderr.strip()[-2000:]}")
    said: dict[str, float] = json.loads(run.stdout.strip().rpartition("\n")[2])
    return said


def _median(starts: Sequence[Start], what: str) -> float:
    return statistics.median(getattr(start, what) for start in starts) * 1000
