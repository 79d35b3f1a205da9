"""What every page gets: the database and user in force, and the ways to read, write, tell and go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_crm.errors import CrmError
from desktop_crm.models.rights import Rights
from desktop_crm.services.choices import Choices
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.history import Change

T = TypeVar("T")


class Jobs(Protocol):
    """The job runner as pages use it; `shell.jobs.JobRunner` and, in tests, `InlineRunner`."""

    def read(self, work: Callable[..., Any], *args: Any, **how: Any) -> Any: ...

    def write(self, work: Callable[..., Any], *args: Any, **how: Any) -> Any: ...


class Navigator(Protocol):
    """Going elsewhere in the window."""

    def open_list(self, module: str, **state: Any) -> None: ...

    def open_record(self, module: str, record_id: int | None = None, **defaults: Any) -> None: ...

    def open_import(self, module: str) -> None: ...

    def open_print(self, module: str, record_id: int) -> None: ...

    def reopen(self) -> None: ...


class Relay(QObject):
    """Tells every open view what a finished unit of work changed, and who started it."""

    changed = Signal(object, object)  # tuple[Change, ...], initiator
    choices_changed = Signal()
    rights_changed = Signal()  # the user's role, or what it allows, is another


class Memory:
    """What is remembered of the window as `shell.state.State` keeps it, for one run only."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """A remembered value."""
        return self._values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        """Remember a value that JSON can hold."""
        self._values[name] = value


@dataclass
class Context:
    """One open company. `messages` are the shell's bars: show_message, show_undo, show_error.

    `state` remembers how this user arranged windows on this computer: get(name, default), set(name, value). `trails`
    holds, by module, the list a record was last opened from (`records.walk.Trail`).
    """

    database: Database
    actor: Actor
    jobs: Jobs
    messages: Any
    choices: Choices
    navigator: Navigator
    relay: Relay = field(default_factory=Relay)
    state: Any = field(default_factory=Memory)
    trails: dict[str, Any] = field(default_factory=dict)

    @property
    def rights(self) -> Rights:
        """What the user may do, as it was when it was last read."""
        return self.actor.rights

    def read(
        self,
        work: Callable[..., T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        *,
        owner: QObject,
        key: str = "",
        title: str = "",
    ) -> Any:
        """Run `work` in a reading unit of work behind the window; `done` gets its result on the GUI thread.

        A newer read with the same key stops an older one, also the statement that it waits for, and takes its place;
        nothing arrives once `owner` is gone. With a `title` it is a long job: it is shown, and `work` is given
        `progress=` and `cancel=`. Returns the wish to stop.
        """

        def run(cancel: Any, **how: Any) -> T:
            told = {"cancel": cancel, **how} if title else {}
            with self.database.reading(self.actor, cancel) as unit:
                return work(unit, **told)

        return self.jobs.read(run, done=done, failed=failed, owner=owner, key=key, title=title, stoppable=True)

    def write(
        self,
        work: Callable[..., T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        *,
        owner: QObject,
        title: str = "",
    ) -> Any:
        """Run `work` in a writing unit of work, in turn; then tell every view, and `done`, on the GUI thread."""

        def run(**how: Any) -> tuple[T, tuple[Change, ...]]:
            with self.database.writing(self.actor) as unit:
                result = work(unit, **how)
            return result, unit.changes

        def finished(outcome: tuple[T, tuple[Change, ...]]) -> None:
            result, changes = outcome
            if changes:
                self.relay.changed.emit(changes, owner)
            if done is not None:
                done(result)

        return self.jobs.write(run, done=finished, failed=failed, owner=owner, title=title)
