"""A long list in the window, in processes of their own: first rows, jumps, scrolling, memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.cases import Bench, needed
from benchmarks.measuring import LEAST
from benchmarks.report import Row, aimed

SMALL = 10_000
"""The list whose memory that of a longer one is compared with."""

STEPS = {
    "list in the window: first rows": ("first_paint", 2.0),
    "list in the window: jump to the middle": ("jump_middle", 2.0),
    "list in the window: jump to the end": ("jump_end", 2.0),
    "list in the window: scroll 1,000 rows": ("scroll", 1.3),
}

Told = dict[str, Any]


def measure(bench: Bench) -> Iterator[Row]:
    """Time of each step beside a model that answers constants; memory beside a list of 10,000."""
    needed("benchmarks.list_cases")
    small = bench.stores.target(bench.kind, min(SMALL, bench.size))
    ours: list[Told] = []
    limits: list[Told] = []
    smalls: list[Told] = []
    for _ in range(LEAST):
        ours.append(_told("ours", bench.target))
        limits.append(_told("empty", bench.target))
        smalls.append(_told("ours", small))
    objects = _told("objects", bench.target)
    for name, (step, target) in STEPS.items():
        yield _step(bench, name, step, target, ours, limits, objects)
    beside = {"all records as objects": objects["rss"]}
    yield Row("list in the window: memory", bench.size, bench.kind, _middle(ours, "rss"), _middle(smalls, "rss"),
              aimed(bench.size, 1.5),
              "MB", beside=beside, note="the limit is the same window over 10,000 records")  # fmt: skip


def _step(
    bench: Bench, name: str, step: str, target: float, ours: Sequence[Told], limits: Sequence[Told], objects: Told
) -> Row:
    wall, cpu = (_median([told[step][place] for told in ours]) for place in (0, 1))
    limit_wall, limit = (_median([told[step][place] for told in limits]) for place in (0, 1))
    beside = {"all records as objects": objects[step][1] * 1000}
    return Row(
        name,
        bench.size,
        bench.kind,
        cpu,
        limit,
        aimed(bench.size, target),
        wall=wall,
        limit_wall=limit_wall,
        beside=beside,
    )


def _median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds) * 1000


def _middle(told: Sequence[Told], key: str) -> float:
    return statistics.median(one[key] for one in told)


def _told(kind: str, target: str) -> Told:
    return probe("benchmarks.list_cases", kind, target, "contact")


def probe(module: str, *how: str) -> Told:
    """What a module prints as JSON on its last line, run as a program."""
    run = subprocess.run([sys.executable, "-m", module, *how], capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{module} {' '.join(how)}: {run.stderr.strip()[-2000:]}")
    told: Told = json.loads(run.stdout.strip().rpartition("\n")[2])
    return told
