"""What a piece of work costs: CPU time here, in child processes and in the database's server, and time by the clock.

Ways of doing the same work are measured in turn (A B A B), so that whatever else the machine does meets them alike.
"""

from __future__ import annotations

import math
import os
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Work = Callable[[], Any]

LEAST, MOST = 5, 40
"""How often a way is measured: at least, and at most where it is quick."""


class Sample(NamedTuple):
    """Seconds that one run took: of CPU in this process and its children, of CPU in the server, by the clock."""

    cpu: float
    server: float
    wall: float


class Series(NamedTuple):
    """Every run of one way."""

    samples: tuple[Sample, ...]
    counts_cpu: bool = True

    @property
    def costs(self) -> list[float]:
        """Seconds of CPU of each run, here and in the server; by the clock where the server's cannot be told."""
        return [s.cpu + s.server if self.counts_cpu else s.wall for s in self.samples]

    @property
    def cost(self) -> float:
        """The median of `costs`."""
        return statistics.median(self.costs)

    @property
    def wall(self) -> float:
        """The median by the clock."""
        return statistics.median(sample.wall for sample in self.samples)


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of the values that is no less than a share (0.95) of them."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


class Meter:
    """Measures runs; `server` is the first process of a PostgreSQL server on this machine, None for none.

    `helpers` are other programs that do part of the work, by their process.
    """

    def __init__(self, server: int | None = None, helpers: Sequence[int] = ()) -> None:
        self.server, self.helpers = server, helpers
        self.counts_cpu = (server is None and not helpers) or self._elsewhere() is not None

    def once(self, work: Work) -> Sample:
        """Run it once."""
        elsewhere = self._elsewhere() or 0.0
        cpu, wall = own_seconds(), time.perf_counter()
        work()
        wall, cpu = time.perf_counter() - wall, own_seconds() - cpu
        return Sample(cpu, (self._elsewhere() or 0.0) - elsewhere, wall)

    def _elsewhere(self) -> float | None:
        """CPU seconds that server and helpers have spent so far, None where nobody tells."""
        try:
            processes = [str(helper) for helper in self.helpers]
            if self.server is not None:
                processes += Path(f"/proc/{self.server}/task/{self.server}/children").read_text().split()
            return sum(map(_scheduled, processes))
        except OSError:
            return None

    def in_turn(self, works: Mapping[str, Work], *, seconds: float = 1.0, least: int = LEAST) -> dict[str, Series]:
        """Run each once to warm up, then all in turn: often within the `seconds`, but `least` times in any case."""
        first = [self.once(work).wall for work in works.values()]
        rounds = max(least, min(MOST, int(seconds / max(sum(first), 1e-9))))
        taken: dict[str, list[Sample]] = {name: [] for name in works}
        for _ in range(rounds):
            for name, work in works.items():
                taken[name].append(self.once(work))
        return {name: Series(tuple(samples), self.counts_cpu) for name, samples in taken.items()}

    def quickest(self, works: Mapping[str, Work]) -> str:
        """The name of the way that costs least in a first trial (the second run of each counts)."""
        trial = {name: self.once(work) and self.once(work) for name, work in works.items()}
        return min(trial, key=lambda name: trial[name].cpu + trial[name].server)


def own_seconds() -> float:
    """CPU seconds of this process and of those of its children that have ended."""
    spent = os.times()
    return time.process_time() + spent.children_user + spent.children_system


def _scheduled(process: str) -> float:
    """CPU seconds of a process's first thread, to the nanosecond."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9
    except OSError:  # it has just ended
        return 0.0


def peak_megabytes() -> float:
    """The greatest memory this process has had so far."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def noise(times: int = 7) -> tuple[float, float, float]:
    """Least, median and most milliseconds by the clock of always the same loop: how quiet the machine is."""
    taken = sorted(_loop() for _ in range(times))
    return round(taken[0], 1), round(statistics.median(taken), 1), round(taken[-1], 1)


def _loop() -> float:
    started = time.perf_counter()
    total = 0
    for number in range(300_000):
        total += number
    return (time.perf_counter() - started) * 1000


def pooled(series: Sequence[Series]) -> list[float]:
    """The costs of all runs of several pieces of work."""
    return [cost for one in series for cost in one.costs]
