"""What every page gets: the database and user in force, and the ways to read, write, tell and go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop_crm.errors import CrmError
from desktop_crm.models.rights import Rights
from desktop_crm.services.choices import Choices
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.history import Change
from desktop_crm.storage.saves import Save
from desktop_crm.views.connection import Connection
from desktop_crm.views.records.drafts import Draft, Drafts
from desktop_crm.views.records.kept import Kept

T = TypeVar("T")


class Jobs(Protocol):
    """The job runner as pages use it; `shell.jobs.JobRunner` and, in tests, `InlineRunner`."""

    def read(self, work: Callable[..., Any], *args: Any, **how: Any) -> Any: ...

    def write(self, work: Callable[..., Any], *args: Any, **how: Any) -> Any: ...


class Navigator(Protocol):
    """Going elsewhere in the window."""

    def open_list(self, module: str, **state: Any) -> None: ...

    def open_record(self, module: str, record_id: int | None = None, **defaults: Any) -> None: ...

    def open_draft(self, draft: Draft) -> None: ...

    def open_import(self, module: str) -> None: ...

    def open_print(self, module: str, record_id: int) -> None: ...

    def reopen(self) -> None: ...

    def open_company(self, target: str) -> None: ...


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
    holds, by module, the list a record was last opened from (`records.walk.Trail`). `drafts` keeps what is typed and
    not saved, `connection` knows whether the database can be reached.
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
    drafts: Drafts = field(init=False)
    connection: Connection = field(init=False)

    def __post_init__(self) -> None:
        self.drafts = Drafts(self.database.label, self.actor.name)
        self.connection = Connection(self.database, self.jobs)

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
    ) -> Wish:
        """Run `work` in a reading unit of work behind the window; `done` gets its result on the GUI thread.

        A newer read with the same key stops an older one, also the statement that it waits for, and takes its place;
        nothing arrives once `owner` is gone. While the server cannot be reached the read waits and is done then.
        With a `title` it is a long job: it is shown, and `work` is given `progress=` and `cancel=`, and it does not
        wait. Returns the wish to stop.
        """
        wish = Wish()

        def run(cancel: Any, **how: Any) -> T:
            told = {"cancel": cancel, **how} if title else {}
            with self.database.reading(self.actor, cancel) as unit:
                return work(unit, **told)

        def not_read(error: CrmError) -> None:
            if not title and self.connection.takes(error):
                self.connection.hold(error, start, owner, key)
            else:
                (failed or self.messages.show_error)(error)

        def start() -> None:
            if wish.is_set():
                return
            wish.stop = self.jobs.read(
                run, done=done, failed=not_read, owner=owner, key=key, title=title, stoppable=True
            )

        self.connection.forget(owner, key)
        if self.connection.lost and self.connection.error is not None and not title:
            self.connection.hold(self.connection.error, start, owner, key)
        else:
            start()
        return wish

    def write(
        self,
        work: Callable[..., T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        *,
        owner: QObject,
        title: str = "",
        draft: Kept | None = None,
    ) -> None:
        """Run `work` in a writing unit of work, in turn; then tell every view, and `done`, on the GUI thread.

        While the server cannot be reached the work waits, and it is done once even where the answer to it was lost.
        `draft` keeps what is being saved: it goes when that is certain. With a `title` it is a long job: it is shown,
        and it does not wait.
        """
        save = Save(self.database, self.actor, work)
        slip = draft.hand_over(save.token) if draft is not None else None

        def run(**how: Any) -> tuple[T, tuple[Change, ...]]:
            outcome = save(**how)
            if slip is not None:
                slip.settle()
            return outcome

        def finished(outcome: tuple[T, tuple[Change, ...]]) -> None:
            result, changes = outcome
            if changes and isValid(self.relay):
                self.relay.changed.emit(changes, owner if isValid(owner) else None)
            if done is not None and isValid(owner):
                done(result)

        def not_kept(error: CrmError) -> None:
            if not title and self.connection.takes(error):
                self.connection.hold(error, start, owner, saves=True, has_draft=draft is not None)
                return
            if not isValid(self.relay):
                return
            if draft is not None and isValid(draft):
                draft.take_back()
            (failed if failed is not None and isValid(owner) else self.messages.show_error)(error)

        def start() -> None:
            self.jobs.write(run, done=finished, failed=not_kept, title=title)

        if self.connection.lost and self.connection.error is not None and not title:
            self.connection.hold(self.connection.error, start, owner, saves=True, has_draft=draft is not None)
        else:
            start()


class Wish:
    """The wish to stop a read, also one that still waits to begin."""

    def __init__(self) -> None:
        self.stop: Any = None
        self._set = False

    def set(self) -> None:
        """Wish it."""
        self._set = True
        if self.stop is not None:
            self.stop.set()

    def is_set(self) -> bool:
        """Whether it is wished."""
        return self._set
