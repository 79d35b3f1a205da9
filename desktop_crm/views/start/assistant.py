"""The first-run assistant: our own company in a new file, the demo company, or the office's shared database."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFileDialog, QLineEdit, QStackedWidget, QWidget

from desktop_crm import i18n
from desktop_crm.errors import CrmError
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.settings import Settings, default_database, demo_database
from desktop_crm.storage.places import synchronised_by
from desktop_crm.views.shell.jobs import Jobs
from desktop_crm.views.start.brand import brand
from desktop_crm.views.start.making import make_company, try_server
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, rule, set_tone

_CHOICES = (
    (
        mark("Assistant", "Start with our own company"),
        mark("Assistant", "A new file on this computer, ready for your Excel lists. It can move to a server later."),
        "building-2",
    ),
    (
        mark("Assistant", "Look around in the demo company"),
        mark("Assistant", "Two years of made-up customers, quotes and orders. Nothing you do there matters."),
        "chart-column",
    ),
    (
        mark("Assistant", "Connect to the office's database"),
        mark(
            "Assistant", "A PostgreSQL server that your colleagues already use. Ask your administrator for the address."
        ),
        "users",
    ),
)
_ACTIONS = (
    mark("Assistant", "Create the company"),
    mark("Assistant", "Open the demo company"),
    mark("Assistant", "Connect"),
)


class ChoiceCard(QAbstractButton):
    """A large radio button with an icon, a title and a line of explanation."""

    def __init__(self, title: Message, words: Message, icon: str) -> None:
        super().__init__()
        self._title, self._words, self._icon = translate(title), translate(words), icon
        self.setCheckable(True)
        self.setFixedHeight(84)
        self.setMinimumWidth(420)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        on = self.isChecked()
        fill = "selected" if on else "hover" if self.underMouse() else "surface"
        paint.box(painter, rect, fill, "link" if on else "line", tokens.R_CARD)
        paint.icon(painter, self._icon, 18, rect.center().y(), 22, "link" if on else "text2")
        words = rect.adjusted(58, 0, -16, 0)
        paint.text(painter, QRectF(words.left(), 12, words.width(), 20), self._title, tokens.LEAD, strong=True)
        painter.setPen(paint.QColor(tokens.current().text2))
        painter.setFont(paint.font(tokens.BODY))
        area = QRectF(words.left(), 34, words.width(), 42)
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap), self._words)
        if self.hasFocus():
            paint.focus_ring(painter, rect, tokens.R_CARD)


class Assistant(QWidget):
    """`chosen(target, demo)` once the user has settled on a database that opens.

    After `language_changed` whoever shows the assistant shows a new one, in the language now in force.
    """

    chosen = Signal(str, bool)
    language_changed = Signal()

    def __init__(self, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._jobs, self._settings = jobs, settings
        self.setWindowTitle(translate(mark("MainWindow", "Desktop CRM")))
        self.resize(980, 640)
        self.setMinimumSize(900, 600)
        self._cards = QButtonGroup(self)
        self._details = QStackedWidget()
        self._fault = label("", tone="danger", wrap=True)
        self._go = button(_ACTIONS[0], "primary", clicked=self._settle)
        self._build()
        self._cards.idClicked.connect(self._show)
        self._cards.button(2 if self._fill_server(settings["database"]) else 0).click()

    def _build(self) -> None:
        cards = [ChoiceCard(*choice) for choice in _CHOICES]
        for place, card in enumerate(cards):
            self._cards.addButton(card, place)
        for details in (self._own_details(), self._demo_details(), self._server_details()):
            self._details.addWidget(details)
        welcome = label(mark("Assistant", "Welcome. How would you like to begin?"), tokens.HEADING, strong=True)
        other = "English" if i18n.language() == "vi" else "Tiếng Việt"
        language = button(other, "link", clicked=self._switch_language)
        left = col(welcome, 6, *cards, None, gap=10)
        right = frame("card", col(self._details, None, self._fault, margins=(20, 18, 20, 16)), width=400)
        body = row((left, 1), right, gap=20)
        foot = row(language, None, self._go)
        page = col(brand(), 18, (body, 1), rule(), foot, gap=12, margins=(32, 28, 32, 20))
        self.setLayout(col(frame("page", page), gap=0))

    def _own_details(self) -> QWidget:
        self.company, self.person = QLineEdit(), QLineEdit()
        self.company.setPlaceholderText("Công ty TNHH …")
        self.file = QLineEdit(str(default_database()))
        browse = button(mark("Assistant", "Browse…"), clicked=self._browse)
        file = Field(mark("Assistant", "File"), self.file, above=True)
        self.file.textChanged.connect(lambda path: _warn_of_copies(file, path))
        fields = (
            Field(mark("Assistant", "Company name"), self.company, required=True, above=True),
            Field(mark("Assistant", "Your full name"), self.person, required=True, above=True),
            file,
        )
        return box(col(*fields, row(None, browse), None, gap=10))

    def _demo_details(self) -> QWidget:
        words = mark("Assistant", "The demo company is made on this computer in a few seconds and kept in {file}.")
        return box(col(label(translate(words, file=demo_database()), tone="t2", wrap=True), None))

    def _server_details(self) -> QWidget:
        self.server, self.base = QLineEdit(), QLineEdit("crm")
        self.user, self.password = QLineEdit(), QLineEdit()
        self.server.setPlaceholderText("may-chu.cong-ty.vn:5432")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        fields = (
            Field(mark("Assistant", "Server"), self.server, required=True, above=True),
            Field(mark("Assistant", "Database"), self.base, required=True, above=True),
            Field(mark("Assistant", "User name"), self.user, required=True, above=True),
            Field(mark("Assistant", "Password"), self.password, above=True),
        )
        return box(col(*fields, None, gap=10))

    def _fill_server(self, address: str) -> bool:
        """Fill in the server that is meant for everybody here; False where there is none."""
        parts = urlsplit(address)
        if parts.scheme not in ("postgresql", "postgres") or not parts.hostname:
            return False
        self.server.setText(parts.hostname + (f":{parts.port}" if parts.port else ""))
        self.base.setText(parts.path.strip("/") or self.base.text())
        self.user.setText(parts.username or "")
        return True

    def _show(self, choice: int) -> None:
        self._details.setCurrentIndex(choice)
        self._go.setText(translate(_ACTIONS[choice]))
        self._fault.clear()

    def _browse(self) -> None:
        title = translate(mark("Assistant", "Where to keep the company"))
        kinds = translate(mark("Assistant", "Company files (*.crm)"))
        path, _ = QFileDialog.getSaveFileName(self, title, self.file.text(), kinds)
        if path:
            self.file.setText(path)

    def _switch_language(self) -> None:
        i18n.set_language("en" if i18n.language() == "vi" else "vi")
        self._settings.change(language=i18n.language())
        self.language_changed.emit()

    def _settle(self) -> None:
        self._fault.clear()
        (self._settle_own, self._settle_demo, self._settle_server)[self._cards.checkedId()]()

    def _settle_own(self) -> None:
        if not (self.company.text().strip() and self.person.text().strip()):
            self._refuse(translate(mark("Assistant", "Please enter the company's name and your own.")))
            return
        path = Path(self.file.text().strip() or default_database())
        self._work(make_company, path, self.company.text(), self.person.text())

    def _settle_demo(self) -> None:
        self.chosen.emit(str(demo_database()), True)

    def _settle_server(self) -> None:
        if not (self.server.text().strip() and self.base.text().strip() and self.user.text().strip()):
            self._refuse(translate(mark("Assistant", "Please enter the server, the database and your user name.")))
            return
        self._work(try_server, self.server.text(), self.base.text(), self.user.text(), self.password.text())

    def _work(self, work: object, *arguments: object) -> None:
        self._go.setEnabled(False)
        set_tone(self._fault, "t2")
        self._fault.setText(translate(mark("Assistant", "One moment…")))
        self._jobs.read(work, *arguments, done=self._done, failed=self._failed, owner=self)  # type: ignore[arg-type]

    def _done(self, target: str) -> None:
        self._settings.change(database=_kept(target))
        self.chosen.emit(target, False)

    def _failed(self, error: CrmError) -> None:
        self._refuse(error.text())

    def _refuse(self, words: str) -> None:
        self._go.setEnabled(True)
        set_tone(self._fault, "danger")
        self._fault.setText(words)


def _warn_of_copies(field: Field, path: str) -> None:
    service = synchronised_by(path)
    words = mark("Assistant", "{service} copies files there while they are open, which can damage them.")
    if service:
        field.set_warning(translate(words, service=service))
    else:
        field.clear()


def _kept(target: str) -> str:
    """The address as it is remembered: never with a password."""
    if "://" not in target:
        return target
    from sqlalchemy.engine import make_url

    return make_url(target).set(password=None).render_as_string(hide_password=False)
