"""Ways are run in turn, and their figures are what they are said to be."""

from __future__ import annotations

from benchmarks.measuring import LEAST, Meter, Sample, Series, percentile, pooled


def test_ways_are_run_in_turn_after_a_warm_up() -> None:
    called: list[str] = []
    works = {"a": lambda: called.append("a"), "b": lambda: called.append("b")}
    taken = Meter().in_turn(works, seconds=0)
    assert called == ["a", "b"] * (LEAST + 1)
    assert [len(series.samples) for series in taken.values()] == [LEAST, LEAST]


def test_a_cost_is_the_median_of_cpu_here_and_in_the_server() -> None:
    series = Series((Sample(1, 2, 9), Sample(2, 2, 9), Sample(9, 9, 9)))
    assert (series.cost, series.wall) == (4, 9)


def test_by_the_clock_where_the_cpu_of_the_server_cannot_be_told() -> None:
    assert Series((Sample(1, 0, 5), Sample(1, 0, 7), Sample(1, 0, 6)), counts_cpu=False).cost == 6


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(number) for number in range(20, 0, -1)]
    assert [percentile(values, share) for share in (0.5, 0.95, 1)] == [10, 19, 20]
    assert percentile([7.0], 0.95) == 7


def test_several_pieces_of_work_are_pooled() -> None:
    assert pooled([Series((Sample(1, 0, 1),)), Series((Sample(2, 1, 1),))]) == [1, 3]


def test_what_was_measured_is_work_of_this_process() -> None:
    sample = Meter().once(lambda: sum(range(200_000)))
    assert sample.cpu > 0
    assert sample.server == 0
