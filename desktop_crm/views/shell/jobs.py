"""Work away from the window's thread: a pool for reading, one thread for writing in order.

Workers own no Qt object; each outcome comes back as one call relayed by a queued signal. An outcome whose owner is
gone, or which a newer read with the same key has replaced, is dropped.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Lock
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop_crm.errors import Cancelled, CrmError
from desktop_crm.i18n import translate

log = logging.getLogger(__name__)

Done = Callable[[Any], object]
Failed = Callable[[CrmError], object]
_READERS = 4
_PROGRESS_PAUSE = 0.1  # seconds between two reports of progress


class Cancel:
    """A wish to stop, set by the user and looked at by the work; what the work waits for can be told, too."""

    __slots__ = ("_event", "_lock", "_stop")

    def __init__(self) -> None:
        self._event, self._lock = Event(), Lock()
        self._stop: Callable[[], object] | None = None

    def set(self) -> None:
        """Wish that the work stops."""
        with self._lock:
            self._event.set()
            if self._stop is not None:
                self._stop()

    def is_set(self) -> bool:
        """Whether the work should stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when the work should stop."""
        if self.is_set():
            raise Cancelled

    def attach(self, stop: Callable[[], object]) -> None:
        """Call `stop()`, which must return at once, when the wish comes or is there already."""
        with self._lock:
            self._stop = stop
            if self._event.is_set():
                stop()

    def detach(self) -> None:
        """Forget what was attached."""
        with self._lock:
            self._stop = None


class Progress:
    """How far the work is: called as `progress(done, total, text)` from any thread, as often as one likes."""

    __slots__ = ("_last", "_tell", "done", "text", "total")

    def __init__(self, tell: Callable[[], None]) -> None:
        self.done, self.total, self.text = 0, 0, ""
        self._tell, self._last = tell, 0.0

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        self.done, self.total, self.text = done, total, text
        now = time.monotonic()
        if now - self._last >= _PROGRESS_PAUSE or done == total:
            self._last = now
            self._tell()


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work and what follows it. With a title it is long: shown, counted, and it can be cancelled."""

    call: Callable[[], Any]
    done: Done | None
    failed: Failed | None
    finished: Callable[[], object] | None
    owner: QObject | None
    key: tuple[int, str] | None = None
    title: str = ""
    cancel: Cancel = field(default_factory=Cancel)
    progress: Progress | None = None

    def wanted(self) -> bool:
        """Whether anybody still waits for the outcome: of a read that was stopped, nobody does."""
        stopped = self.key is not None and not self.title and self.cancel.is_set()
        return not stopped and (self.owner is None or isValid(self.owner))


class Jobs(QObject):
    """What every runner does; see `JobRunner`. `started`, `progressed` and `ended` speak of long jobs only.

    `on_error` receives an expected error nobody else takes, `on_crash` every unexpected one.
    """

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: dict[tuple[int, str], Job] = {}
        self.on_error: Failed = lambda error: log.warning("%s", error)
        self.on_crash: Callable[[BaseException], object] = lambda error: log.error("unexpected", exc_info=error)

    def read(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        finished: Callable[[], object] | None = None,
        owner: QObject | None = None,
        key: str = "",
        title: str = "",
        stoppable: bool = False,
    ) -> Cancel:
        """Run `work(*args)` beside the window; `done(result)` or `failed(error)` follows, `finished()` in any case.

        A newer read of the same owner and key stops and replaces this one; nothing follows a read with a key that
        was stopped. `stoppable` work is also given `cancel=`, work with a `title` `progress=` and `cancel=`. Returns
        the wish to stop it.
        """
        job = self._job(work, args, done, failed, finished, owner, title)
        if stoppable and not title:
            job.call = partial(work, *args, cancel=job.cancel)
        if key:
            self._replace(job, (id(owner), key))
        self._start_read(job)
        return job.cancel

    def write(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        finished: Callable[[], object] | None = None,
        owner: QObject | None = None,
        title: str = "",
    ) -> Cancel:
        """Like `read`, but one after the other in the order asked for, and never replaced."""
        job = self._job(work, args, done, failed, finished, owner, title)
        self._start_write(job)
        return job.cancel

    def close(self) -> None:
        """Wait for what is being written and give up what is being read."""

    def _start_read(self, job: Job) -> None:
        raise NotImplementedError

    def _start_write(self, job: Job) -> None:
        raise NotImplementedError

    def _tell(self, job: Job) -> None:
        """Say that a long job got further; called on the worker's thread."""
        raise NotImplementedError

    def _job(
        self,
        work: Callable[..., Any],
        args: tuple[Any, ...],
        done: Done | None,
        failed: Failed | None,
        finished: Callable[[], object] | None,
        owner: QObject | None,
        title: str,
    ) -> Job:
        job = Job(partial(work, *args), done, failed, finished, owner, title=translate(title))
        if title:
            job.progress = Progress(partial(self._tell, job))
            job.call = partial(work, *args, progress=job.progress, cancel=job.cancel)
            self.started.emit(job)
        return job

    def _replace(self, job: Job, key: tuple[int, str]) -> None:
        older = self._newest.get(key)
        if older is not None:
            older.cancel.set()
        job.key, self._newest[key] = key, job

    def _replaced(self, job: Job) -> bool:
        """Whether a newer read has taken this one's place; forgets it if not."""
        if job.key is None:
            return False
        if self._newest.get(job.key) is not job:
            return True
        del self._newest[job.key]
        return False

    def _deliver(self, job: Job, result: Any, error: BaseException | None) -> None:
        if job.title:
            self.ended.emit(job)
        if self._replaced(job) or not job.wanted():
            self._late(error)
            return
        try:
            self._hand_over(job, result, error)
        finally:
            if job.finished is not None and job.wanted():
                job.finished()

    def _hand_over(self, job: Job, result: Any, error: BaseException | None) -> None:
        if error is None:
            if job.done is not None:
                job.done(result)
        elif isinstance(error, CrmError):
            (job.failed or self.on_error)(error)
        else:
            self.on_crash(error)

    def _late(self, error: BaseException | None) -> None:
        """A fault of the program is worth a line in the log even when nobody waits any more."""
        if error is not None and not isinstance(error, CrmError):
            log.error("in abandoned work", exc_info=error)


class JobRunner(Jobs):
    """The runner of the program: lives as long as the window, `close()` it before the database."""

    _relay = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="read")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._relay.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    def close(self) -> None:
        self._closed = True
        for job in list(self._newest.values()):
            job.cancel.set()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _start_read(self, job: Job) -> None:
        if not self._closed:
            self._readers.submit(self._work, job)

    def _start_write(self, job: Job) -> None:
        if not self._closed:
            self._writer.submit(self._work, job)

    def _work(self, job: Job) -> None:
        """The worker's side: no Qt object is touched but the signal."""
        result, failure = None, None
        try:
            job.cancel.check()
            result = job.call()
        except BaseException as error:
            failure = error
        if not self._closed:
            self._relay.emit(partial(self._deliver, job, result, failure))

    def _tell(self, job: Job) -> None:
        if not self._closed:
            self._relay.emit(partial(self.progressed.emit, job))

    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()


class InlineRunner(Jobs):
    """Runs everything at once in the caller's thread: for tests."""

    def _start_read(self, job: Job) -> None:
        result, failure = None, None
        try:
            result = job.call()
        except Exception as error:
            failure = error
        self._deliver(job, result, failure)

    _start_write = _start_read

    def _tell(self, job: Job) -> None:
        self.progressed.emit(job)
