"""A labelled editor with one line of help, warning or fault under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.layouts import box, col, label, row, set_property, set_tone


class Field(QWidget):
    """Label left (or above), editor, and a line under it that says what is wrong, doubtful or meant.

    The editor turns red or amber with the line; both have an icon, so colour never stands alone.
    """

    def __init__(
        self,
        name: str,
        editor: QWidget,
        required: bool = False,
        help: str = "",
        above: bool = False,
        label_width: int = tokens.FIELD_LABEL_WIDTH,
    ) -> None:
        super().__init__()
        self.editor, self._help, self._name = editor, translate(help), translate(name)
        self._label = label(self._name, tone="t2", wrap=not above)
        self._label.setBuddy(editor)
        self._star = label("*", tone="danger")
        self._icon = Icon("circle-alert", 14)
        self._note = label("", tokens.CAPTION, "t3", wrap=True)
        self._arrange(above, label_width)
        self.set_required(required)
        self.clear()

    def _arrange(self, above: bool, label_width: int) -> None:
        self._line = box(row(self._icon, (self._note, 1), gap=5))
        layout = self._line.layout()
        assert layout is not None
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        body = col(self.editor, self._line, gap=3)
        head = box(row(self._label, self._star, None, gap=3))
        if above:
            self.setLayout(col(head, body, gap=4))
            return
        head.setFixedWidth(label_width)
        head.setMinimumHeight(tokens.FIELD_HEIGHT)
        side = row(head, (body, 1), gap=0)
        side.setAlignment(head, Qt.AlignmentFlag.AlignTop)
        self.setLayout(side)

    def set_required(self, required: bool) -> None:
        """Mark the field as one that must be filled in."""
        self._star.setVisible(required)
        needed = translate(mark("Field", "{name} (required)"), name=self._name) if required else self._name
        self._target().setAccessibleName(needed)

    def set_fault(self, text: str) -> None:
        """Say what is wrong; the field turns red."""
        self._show(translate(text), "error", "danger", "circle-alert")

    def set_warning(self, text: str) -> None:
        """Say what is doubtful; saving stays possible."""
        self._show(translate(text), "warning", "warning", "triangle-alert")

    def set_help(self, text: str) -> None:
        """Say what the field is for; shown whenever nothing is wrong."""
        self._help = translate(text)
        if self.state() == "":
            self.clear()

    def clear(self) -> None:
        """Take fault and warning away; the help shows again."""
        self._show(self._help, "", "t3", "")

    def state(self) -> str:
        """'error', 'warning' or ''."""
        return str(self._target().property("state") or "")

    def note(self) -> str:
        """The line under the editor."""
        return self._note.text()

    def _show(self, words: str, state: str, tone: str, icon: str) -> None:
        self._note.setText(words)
        set_tone(self._note, tone)
        self._icon.set_icon(icon or "info", f"tone:{tone}" if icon else "text3")
        self._icon.setVisible(bool(icon))
        self._line.setVisible(bool(words))
        set_property(self._target(), "state", state)
        self._target().setAccessibleDescription(words)

    def _target(self) -> QWidget:
        """What is styled and named: the part of a composed editor that takes the keyboard."""
        return self.editor.focusProxy() or self.editor
