"""The body of a form: titled sections of labelled editors, in two columns where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayoutItem, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import box, col, label, row, rule, tool

ONE_COLUMN_BELOW = 660
"""Width of a form in logical px below which its two columns become one."""


class SectionBox(QWidget):
    """A title over fields read across, then down. A wide field takes a row; a collapsed section shows its title."""

    def __init__(
        self, title: str, frames: Sequence[QWidget], wide: Sequence[QWidget] = (), collapsed: bool = False
    ) -> None:
        super().__init__()
        self.title, self._frames, self._wide = translate(title), list(frames), set(wide)
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(8)
        self._body = box(self._grid)
        self._fold = tool("chevron-down", mark("Form", "Show or hide this section"), 24, clicked=self._toggle)
        head = row(label(self.title, tokens.LEAD, strong=True), self._fold, None, gap=4)
        self._fold.setVisible(collapsed)
        self.setLayout(col(head, self._body, 4, rule("soft"), gap=8))
        self.lay_out(2)
        self._body.setVisible(not collapsed)

    def lay_out(self, columns: int) -> None:
        """Put the shown fields into so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        # A widget tells only its first layout item that its height changed: a second one would keep the old height.
        items = {item.widget(): item for item in iter(lambda: self._grid.takeAt(0), None)}
        line, at = 0, 0
        for frame in self._frames:
            span = columns if frame in self._wide else 1
            if at + span > columns:
                line, at = line + 1, 0
            self._put(items.get(frame) or frame, line, at, span)
            at += span
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _put(self, what: QLayoutItem | QWidget, line: int, at: int, span: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if isinstance(what, QWidget):
            self._grid.addWidget(what, line, at, 1, span, top)
        else:
            self._grid.addItem(what, line, at, 1, span, top)

    def leave_out(self, frames: set[QWidget]) -> None:
        """Leave some fields out, and the section where nothing is left."""
        for frame in frames & set(self._frames):
            frame.hide()
        self._frames = [frame for frame in self._frames if frame not in frames]
        columns, self._columns = self._columns, 0
        self.lay_out(columns)
        self.setVisible(bool(self._frames))

    def open(self) -> None:
        """Show the fields."""
        self._body.show()

    def holds(self, frame: FieldFrame) -> bool:
        """Whether a field is in this section."""
        return frame in self._frames

    def _toggle(self) -> None:
        self._body.setVisible(not self._body.isVisible())


class FormBody(QFrame):
    """Sections one under the other; they fold into one column when the form is narrow.

    It is put in its place empty and filled there: Qt styles a whole subtree anew whenever it gets another parent.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.sections: list[SectionBox] = []

    def fill(self, sections: Sequence[SectionBox]) -> None:
        """Show the sections."""
        self.sections = list(sections)
        self.setLayout(col(*self.sections, None, gap=12, margins=(20, 14, 22, 14)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 1 if event.size().width() < ONE_COLUMN_BELOW else 2
        for section in self.sections:
            section.lay_out(columns)

    def leave_out(self, frames: set[QWidget]) -> None:
        """Show no field of these."""
        for section in self.sections:
            section.leave_out(frames)

    def reveal(self, frame: FieldFrame) -> None:
        """Open the section a field is in."""
        for section in self.sections:
            if section.holds(frame):
                section.open()
