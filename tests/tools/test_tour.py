"""The walk through a long list, here through a short one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.stores import Stores

ROOT = Path(__file__).resolve().parents[2]
STEPS = ["opened", "typed", "at_the_end", "sorted", "record"]


def test_every_step_shows_what_it_should(tmp_path: Path) -> None:
    company = Stores(tmp_path / "data").target("sqlite", 1000)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tools.tour", company]
    run = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=110, check=False
    )
    assert run.returncode == 0, run.stderr
    told = [line.split(" ", 2)[1:] for line in run.stdout.splitlines()]
    assert [name.rstrip(":") for name, _ in told] == STEPS
    assert told[0][1] == "1,000 contacts"
    assert len(list((tmp_path / "screenshots").glob("tour-*.png"))) == len(STEPS)
