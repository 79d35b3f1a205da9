"""Work beside the window: order, replacement, orphans, errors, progress. A few tests use real threads."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from desktop_crm.errors import Cancelled, CrmError, Refused
from desktop_crm.i18n import mark
from desktop_crm.views.shell.jobs import Cancel, InlineRunner, JobRunner, Jobs, Progress

REFUSED = mark("Error", "The work could not be done.")


@pytest.fixture
def jobs(qtbot):
    runner = JobRunner()
    yield runner
    runner.close()


@pytest.fixture
def inline(qtbot) -> InlineRunner:
    return InlineRunner()


def test_work_runs_beside_and_comes_back_to_the_window(jobs: JobRunner, qtbot) -> None:
    threads: list[threading.Thread] = []
    results: list[tuple[int, threading.Thread]] = []

    def work(a: int, b: int) -> int:
        threads.append(threading.current_thread())
        return a + b

    jobs.read(work, 2, 3, done=lambda value: results.append((value, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(results))
    assert results == [(5, threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_writes_keep_their_order(jobs: JobRunner, qtbot) -> None:
    done: list[int] = []
    first = threading.Event()
    jobs.write(lambda: first.wait(5) and 1, done=done.append)
    jobs.write(lambda: 2, done=done.append)
    first.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == [1, 2]


def test_a_newer_read_replaces_an_older_one_with_its_key(jobs: JobRunner, qtbot) -> None:
    gate, seen = threading.Event(), []
    older = jobs.read(lambda: gate.wait(5) and "old", done=seen.append, key="list")
    jobs.read(lambda: "new", done=seen.append, key="list")
    assert older.is_set()
    qtbot.waitUntil(lambda: seen == ["new"])
    gate.set()
    after = []
    jobs.write(lambda: "after", done=after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert seen == ["new"]


def test_the_outcome_of_an_orphan_is_dropped(jobs: JobRunner, qtbot) -> None:
    gate, seen, owner = threading.Event(), [], QWidget()
    jobs.write(lambda: gate.wait(5), done=seen.append, finished=lambda: seen.append("finished"), owner=owner)
    delete(owner)
    gate.set()
    after = []
    jobs.write(lambda: 1, done=after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert seen == []


def test_closing_waits_for_what_is_written(qtbot) -> None:
    runner, written = JobRunner(), []
    runner.write(lambda: written.append(1))
    runner.close()
    assert written == [1]
    runner.write(lambda: written.append(2))
    assert written == [1]


def test_long_work_tells_how_far_it_is_and_can_be_stopped(jobs: JobRunner, qtbot) -> None:
    heard, ended, failures = [], [], []

    def work(progress: Progress, cancel: Cancel) -> None:
        for step in range(1000):
            progress(step, 1000, f"dòng {step}")
            cancel.check()
            threading.Event().wait(0.01)

    jobs.progressed.connect(lambda job: heard.append((job.title, job.progress.total)))
    jobs.ended.connect(ended.append)
    cancel = jobs.read(work, title="Nhập Excel", failed=failures.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] == ("Nhập Excel", 1000)
    cancel.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert [type(f) for f in failures] == [Cancelled]


def _fail(error: BaseException):
    def work() -> None:
        raise error

    return work


@pytest.fixture(params=[JobRunner, InlineRunner])
def any_jobs(request: pytest.FixtureRequest, qtbot):
    runner: Jobs = request.param()
    yield runner
    runner.close()


def test_expected_errors_go_to_who_asked_or_to_everyone(any_jobs: Jobs, qtbot) -> None:
    own, common, finished = [], [], []
    any_jobs.on_error = common.append
    any_jobs.write(_fail(Refused(REFUSED)), failed=own.append, finished=lambda: finished.append(1))
    any_jobs.write(_fail(Refused(REFUSED)), finished=lambda: finished.append(2))
    qtbot.waitUntil(lambda: finished == [1, 2])
    assert [isinstance(e, CrmError) for e in own + common] == [True, True]


def test_unexpected_errors_are_crashes(any_jobs: Jobs, qtbot) -> None:
    crashes, own, finished = [], [], []
    any_jobs.on_crash = crashes.append
    any_jobs.read(_fail(ZeroDivisionError()), failed=own.append, finished=lambda: finished.append(1))
    qtbot.waitUntil(lambda: bool(finished))
    assert (own, [type(e) for e in crashes]) == ([], [ZeroDivisionError])


def test_the_inline_runner_is_done_when_it_returns(inline: InlineRunner) -> None:
    seen = []
    inline.read(lambda: 1, done=seen.append, key="k", owner=QObject())
    inline.write(lambda progress, cancel: progress(1, 1), title="Lâu", done=seen.append)
    assert seen == [1, None]
