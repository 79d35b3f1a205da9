"""What Python says of its imports is told apart and summed up."""

from __future__ import annotations

from tools.start_profile import own_times, parts

SAID = """import time: self [us] | cumulative | imported package
import time:       120 |        120 |   a.b
import time:        30 |        150 | a
== the window
some other words
import time:         5 |          5 | c
== the list
import time:         9 |          9 | late"""


def test_modules_are_told_by_what_they_came_before() -> None:
    window, rows = parts(SAID.splitlines())
    assert (window[0], own_times(window[1])) == ("the window", {"a.b": 120, "a": 30})
    assert (rows[0], own_times(rows[1])) == ("the list", {"c": 5})
