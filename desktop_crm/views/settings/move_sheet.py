"""The assistant that moves a file's company to a shared database: the address, a trial, the work, what was done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QStackedWidget, QWidget
from sqlalchemy.engine import URL

from desktop_crm.errors import Cancelled, CrmError
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.numbers import format_number
from desktop_crm.storage.moving import Outcome, move, try_target
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.dialogs import CANCEL, Sheet
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, label, row, scroll, set_tone

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_PORT = 5432
_HIGH = 330  # room for the longest step, so that the sheet does not jump
_ADDRESS, _WORK, _DONE = range(3)
_TITLE = mark("Move", "Moving the company")


class MoveSheet(Sheet):
    """`moved(outcome)` when all of it is on the server; `open_asked(address)` to go on working there."""

    moved = Signal(object)
    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        self.context = context
        self._job: Any = None
        self._outcome: Outcome | None = None
        self.steps = QStackedWidget()
        self.steps.setMinimumHeight(_HIGH)
        for step in (self._address_step(), self._work_step(), self._done_step()):
            self.steps.addWidget(step)
        self.leave = button(CANCEL.text, clicked=self.reject)
        self.trial = button(mark("Move", "Test the connection"), icon="circle-check", clicked=self.test)
        self.go = button(mark("Move", "Move the company"), "primary", clicked=self.move_company)
        self.open_there = button(mark("Move", "Open it there"), "primary", clicked=self._open)
        buttons = (self.leave, self.trial, self.go, self.open_there)
        super().__init__(
            parent, mark("Move", "Move to a shared database"), self.steps, buttons, 600, icon="upload", tone="info"
        )
        self.safe = self.server
        self._show(_ADDRESS)

    # -- the steps

    def _address_step(self) -> QWidget:
        self.server, self.port, self.base = QLineEdit(), QLineEdit(str(_PORT)), QLineEdit("crm")
        self.user, self.password = QLineEdit(), QLineEdit()
        self.server.setPlaceholderText("may-chu.cong-ty.vn")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port.setFixedWidth(90)
        words = mark(
            "Move",
            "Everything of this company goes into an empty database that “desktop-crm server-setup” has prepared, and "
            "is compared there row by row. The file stays as it is and can only be read from then on.",
        )
        self.note = label(tone="t2", wrap=True)
        where = row(
            (Field(mark("Assistant", "Server"), self.server, required=True, above=True), 1),
            Field(mark("Move", "Port"), self.port, above=True),
            gap=12,
        )
        who = row(
            (Field(mark("Move", "Owner of the database"), self.user, required=True, above=True), 1),
            (Field(mark("Assistant", "Password"), self.password, above=True), 1),
            gap=12,
        )
        base = Field(mark("Assistant", "Database"), self.base, required=True, above=True)
        return box(col(label(words, tone="t2", wrap=True), 4, where, base, who, self.note, None, gap=10))

    def _work_step(self) -> QWidget:
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(translate(_TITLE))
        words = mark("Move", "The company is being moved. Others can read the file meanwhile, but not change it.")
        return box(col(None, label(words, wrap=True), 4, self.bar, None, gap=8))

    def _done_step(self) -> QWidget:
        self.head = label("", tokens.LEAD, strong=True, wrap=True)
        self.told = label("", wrap=True, selectable=True)
        return box(col(self.head, (scroll(box(col(self.told, None)), bare=True), 1), gap=10))

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        for each in (self.trial, self.go):
            each.setVisible(step == _ADDRESS)
        self.open_there.setVisible(step == _DONE)
        if step == _DONE:
            self.leave.setText(translate(mark("Dialog", "Close")))

    # -- the address

    def target(self) -> str:
        """The URL of what was entered; '' where something is missing."""
        server, base, user = self.server.text().strip(), self.base.text().strip(), self.user.text().strip()
        if "://" in server:
            return server
        if not (server and base and user):
            self._say(
                translate(mark("Assistant", "Please enter the server, the database and your user name.")), "danger"
            )
            return ""
        port = self.port.text().strip() or str(_PORT)
        if not port.isdigit():
            self._say(translate(mark("Assistant", "“{port}” is not a port number."), port=port), "danger")
            return ""
        url = URL.create("postgresql", user, self.password.text() or None, server, int(port), base)
        return url.render_as_string(hide_password=False)

    def _say(self, words: str, tone: str) -> None:
        set_tone(self.note, tone)
        self.note.setText(words)

    def test(self) -> None:
        """Look whether the server would take the company."""
        if target := self.target():
            self._wait(False)
            self._say(translate(mark("Assistant", "One moment…")), "t2")
            self.context.jobs.read(try_target, target, done=self._tested, failed=self._refused, owner=self)

    def _wait(self, over: bool) -> None:
        for each in (self.trial, self.go):
            each.setEnabled(over)

    def _tested(self, version: str) -> None:
        self._wait(True)
        words = mark("Move", "PostgreSQL {version} answers; the database is empty and takes the company.")
        self._say(translate(words, version=version), "success")

    def _refused(self, error: CrmError) -> None:
        self._wait(True)
        self._show(_ADDRESS)
        self._say(error.text(), "t2" if isinstance(error, Cancelled) else "danger")

    # -- the work

    def move_company(self) -> None:
        """Move it; the sheet shows how far it is."""
        target = self.target()
        if not target:
            return
        self._show(_WORK)
        jobs: Any = self.context.jobs
        self._job = None
        jobs.started.connect(self._begun)
        jobs.progressed.connect(self._follow)
        work = partial(_move, self.context.database, target)
        jobs.write(work, done=self._moved, failed=self._refused, owner=self, title=_TITLE)

    def _begun(self, job: Any) -> None:
        if job.title == translate(_TITLE):
            self._job = job

    def _follow(self, job: Any) -> None:
        if job is self._job and job.progress is not None:
            self.bar.setRange(0, job.progress.total)
            self.bar.setValue(job.progress.done)

    def _moved(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.head.setText(headline(outcome))
        self.told.setText("\n".join(details(outcome)))
        self._show(_DONE)
        self.moved.emit(outcome)

    def _open(self) -> None:
        assert self._outcome is not None
        self.accept()
        self.open_asked.emit(self._outcome.address)

    def reject(self) -> None:
        """While it moves, the first wish to leave stops the work; the sheet stays until it has stopped."""
        if self.steps.currentIndex() == _WORK and self._job is not None:
            self._job.cancel.set()
            return
        super().reject()


def headline(outcome: Outcome) -> str:
    """That it is done, with the number of rows."""
    words = mark("Move", "{rows} rows were moved to {address} and compared one by one.")
    return translate(words, rows=format_number(outcome.rows, 0, language()), address=outcome.address)


def details(outcome: Outcome) -> list[str]:
    """Records by module, and what is left to do for the users."""
    counted = (
        f"{translate(BY_MODULE[module].plural_label)}: {format_number(count, 0, language())}"
        for module, count in outcome.records.items()
    )
    told = [" · ".join(counted), ""]
    for old, new in outcome.renamed.items():
        told.append(translate(mark("Move", "“{old}” signs in as “{new}” there."), old=old, new=new))
    if outcome.users:
        told.append(
            translate(
                mark("Move", "These users need a password on the server before they can sign in: {names}"),
                names=", ".join(outcome.users),
            )
        )
    return told


def _move(database: Any, target: str, progress: Any, cancel: Any) -> Outcome:
    return move(database, target, progress, cancel)
