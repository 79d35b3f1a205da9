"""The editor of one value: a widget that shows a value of its kind and gives back what was typed.

`make_editor` chooses by kind. Every editor: `value()` (raises EntryError), `set_value`, `typed`/`set_typed` (what a
draft keeps, JSON), `set_locked`, and signals `edited` (by the user, or by a program standing in for them) and `left`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import Field, Kind
from desktop_crm.views.records.entries import Entry, entry_of, grouped_while_typing
from desktop_crm.views.widgets import icons, paint, tokens
from desktop_crm.views.widgets.layouts import col, set_property

if TYPE_CHECKING:
    from desktop_crm.models import Record
    from desktop_crm.views.context import Context

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(QWidget):
    """The base: holds one control that takes the keyboard. Enter goes on to the next field."""

    edited = Signal()
    left = Signal()

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self.locked = False
        self.setLayout(col(control, gap=0))
        self.setFocusProxy(control)
        control.installEventFilter(self)

    def value(self) -> Any:
        """What is entered, as its kind's type; EntryError where it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; no signal."""
        raise NotImplementedError

    def typed(self) -> Any:
        """What stands in the control, right or wrong, as JSON keeps it."""
        raise NotImplementedError

    def set_typed(self, typed: Any) -> None:
        """Put back what `typed` gave; no signal."""
        raise NotImplementedError

    def set_locked(self, locked: bool) -> None:
        """Let the value be read and copied but not changed."""
        self.locked = locked
        self.control.setEnabled(not locked)

    def tidy(self) -> None:
        """Show what was understood the way it is stored; called when the field is left without a fault."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.control:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key(event)
        return False

    def key(self, event: QKeyEvent) -> bool:
        """A key before the control gets it; True when it is used up."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.focusNextPrevChild(True)
            return True
        return False


class LineEditor(Editor):
    """One line of text, read and shown by its `Entry`; numbers stand at the right and are grouped while typed."""

    def __init__(self, field: Field, entry: Entry, line: QLineEdit | None = None) -> None:
        self.line = line or QLineEdit()
        super().__init__(self.line)
        self.field, self.entry = field, entry
        self._kept: Any = None  # the value shown, and the text it is shown by: what was not typed is not read
        self._kept_text = ""
        self.line.textEdited.connect(self._edited)
        if entry.numeric:
            self.line.setAlignment(paint.RIGHT | paint.MIDDLE)
            self.line.setPlaceholderText("0")
        if field.length and field.kind not in (Kind.PHONE, Kind.TAX_CODE):
            self.line.setMaxLength(field.length)

    def value(self) -> Any:
        text = self.line.text()
        return self._kept if text == self._kept_text else self.entry.read(text)

    def set_value(self, value: Any) -> None:
        self._kept, self._kept_text = value, self.entry.show(value)
        self._show(self._kept_text)

    def typed(self) -> Any:
        return self.line.text()

    def set_typed(self, typed: Any) -> None:
        self._show(str(typed))

    def set_locked(self, locked: bool) -> None:
        self.locked = locked
        self.line.setReadOnly(locked)
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus if locked else Qt.FocusPolicy.StrongFocus)
        if self.entry.numeric:
            self.line.setPlaceholderText("" if locked else "0")

    def set_entry(self, entry: Entry) -> None:
        """Read and show another way (another currency) from now on."""
        untouched = self.line.text() == self._kept_text
        self.entry = entry
        if untouched:
            self.set_value(self._kept)

    def tidy(self) -> None:
        text = self.line.text()
        if text != self._kept_text:
            self._show(self.entry.show(self.entry.read(text)))

    def _show(self, text: str) -> None:
        if text != self.line.text():
            self.line.setText(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def _edited(self, text: str) -> None:
        if self.entry.numeric:
            found = grouped_while_typing(text, self.line.cursorPosition())
            if found is not None and found[0] != text:
                self.line.setText(found[0])
                self.line.setCursorPosition(found[1])
        self.edited.emit()


class UrlEditor(LineEditor):
    """A web address with a button that opens it."""

    def __init__(self, field: Field) -> None:
        super().__init__(field, entry_of(field))
        tip = translate(mark("Editor", "Open in the browser"))
        self._open = self.line.addAction(icons.icon("external-link"), QLineEdit.ActionPosition.TrailingPosition)
        self._open.setToolTip(tip)
        self._open.triggered.connect(lambda: QDesktopServices.openUrl(web_address(self.line.text())))
        self.line.textChanged.connect(lambda text: self._open.setVisible(bool(text.strip())))
        self._open.setVisible(False)


def web_address(text: str) -> QUrl:
    """The address a browser opens for what a person wrote; only http and https, never a program or a file."""
    words = text.strip()
    url = QUrl(words if "://" in words else f"https://{words}")
    return url if url.scheme() in ("http", "https") else QUrl()


class _TextBox(QPlainTextEdit):
    """Long text: Tab goes on, Ctrl+Enter is left to the form, height follows the text between 3 and 8 lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(self.document().blockCount(), 2), 8)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)


class TextEditor(Editor):
    """Text of several lines."""

    def __init__(self, field: Field) -> None:
        self.box = _TextBox()
        super().__init__(self.box)
        self.field = field
        self._kept, self._quiet = "", False
        self.box.textChanged.connect(self._changed)

    def value(self) -> str:
        text = self.box.toPlainText()
        return self._kept if text == self._kept else entry_of(self.field).read(text)

    def set_value(self, value: Any) -> None:
        self._kept = value or ""
        self.set_typed(self._kept)

    def typed(self) -> Any:
        return self.box.toPlainText()

    def set_typed(self, typed: Any) -> None:
        if typed == self.box.toPlainText():
            return
        self._quiet = True
        self.box.setPlainText(str(typed))
        self._quiet = False

    def set_locked(self, locked: bool) -> None:
        self.locked = locked
        self.box.setReadOnly(locked)

    def key(self, event: QKeyEvent) -> bool:
        return False

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, field: Field) -> None:
        self.check = QCheckBox()
        super().__init__(self.check)
        self.setFixedHeight(tokens.FIELD_HEIGHT)
        self.check.toggled.connect(self._say)
        self.check.clicked.connect(lambda: self.edited.emit())
        self._say(False)

    def value(self) -> bool:
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        self.check.setChecked(bool(value))

    def typed(self) -> Any:
        return self.check.isChecked()

    def set_typed(self, typed: Any) -> None:
        self.check.setChecked(bool(typed))

    def _say(self, on: bool) -> None:
        self.check.setText(translate(mark("Editor", "Yes") if on else mark("Editor", "No")))
        set_property(self.check, "tone", "" if on else "t3")


def make_editor(
    field: Field, context: Context, currency_code: str = "VND", entity: type[Record] | None = None
) -> Editor:
    """The editor for a field's kind; a field named `province` offers the provinces in force.

    With the `entity` that the field is of, its owner is one of those whom the user may give its records to.
    """
    from desktop_crm.views.records.date_editor import DateEditor
    from desktop_crm.views.records.lookup import LookupEditor
    from desktop_crm.views.records.pickers import ChoiceEditor, ProvinceEditor

    if field.kind == Kind.CHOICE:
        return ChoiceEditor(field, context.choices)
    if field.kind == Kind.RELATION:
        return LookupEditor(field, context, entity if field.key == "owner_id" else None)
    if field.kind == Kind.TEXT and field.key == "province":
        return ProvinceEditor(field)
    simple = {Kind.LONG_TEXT: TextEditor, Kind.BOOLEAN: FlagEditor, Kind.URL: UrlEditor, Kind.DATE: DateEditor}
    made = simple.get(field.kind)
    return made(field) if made else LineEditor(field, entry_of(field, currency_code))
