"""Clients at work on one server at once lose nothing, also when the server is killed in the middle.

The long version: `python -m tests.stress.office --clients 30 --seconds 120 --kill`.
"""

from __future__ import annotations

import os

import pytest

from tests.stress.office import work_and_check

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the server is killed by a signal")


def test_nothing_is_lost_when_many_work_at_once() -> None:
    result, faults = work_and_check(clients=4, seconds=8)
    assert faults == []
    assert min(len(result.told(what)) for what in ("count_up", "add_line", "make_quote")) > 0


def test_what_was_acknowledged_is_there_after_the_server_was_killed() -> None:
    result, faults = work_and_check(clients=3, seconds=16, kill_after=2)
    assert faults == []
    assert result.told("count_up")
