"""First step: a file, one of its sheets, the row of its header; what was read and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSpinBox, QStackedWidget, QWidget

from desktop_crm.exchange.looks import shown
from desktop_crm.exchange.workbook import Skipped
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.views.imports.draft import Draft
from desktop_crm.views.imports.drop_zone import DropZone, ask_file, dropped_file
from desktop_crm.views.imports.notice import Notice
from desktop_crm.views.imports.plain_model import PlainModel
from desktop_crm.views.widgets import paint, painters, tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.fonts import width
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.icons import icon
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, tool

_SAMPLE = 8  # rows shown
_PAUSE = 400  # ms after the last step of the header row's box
_NARROWEST, _WIDEST = 70, 260


class ChoosePage(QFrame):
    """`file_chosen(path)`, `place_chosen(sheet, header row or 0)` and `template_asked` are wishes; it reads nothing."""

    file_chosen = Signal(str)
    place_chosen = Signal(str, int)
    template_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAcceptDrops(True)
        self.notice = Notice()
        self.zone = DropZone()
        self.zone.chosen.connect(self.file_chosen)
        self.zone.template_asked.connect(self.template_asked)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.zone)
        self.stack.addWidget(self._reading())
        self.setLayout(col(self.notice, (self.stack, 1), gap=10, margins=(20, 14, 20, 14)))
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._header_row_set)

    # -- building

    def _reading(self) -> QWidget:
        self.name, self.folder = label("", tokens.LEAD, strong=True), label("", tokens.CAPTION, "t3")
        another = button(mark("ImportChoose", "Choose another file…"), icon="upload", clicked=self._ask)
        template = button(mark("ImportFile", "Get a template file"), "link", "download",
                          clicked=self.template_asked.emit)  # fmt: skip
        file = row(Icon("file-spreadsheet", 24, "tone:success"), (col(self.name, self.folder, gap=1), 1),
                   template, another, gap=10, margins=(14, 10, 12, 10))  # fmt: skip
        self.sample, self.sample_grid = PlainModel(), Grid(tokens.GRID_ROW)
        self.sample_grid.setModel(self.sample)
        self.sample_grid.setAccessibleName(translate(mark("ImportChoose", "First rows of the table")))
        self.caption = label("", tone="t2")
        grid = frame("card", col(self.sample_grid, margins=(1, 1, 1, 1)))
        return box(col(frame("card", file), self._places(), self.caption, (grid, 1), self._left_out(), gap=10))

    def _places(self) -> QWidget:
        self.sheet, self.header_row = QComboBox(), QSpinBox()
        self.sheet.setMinimumWidth(240)
        self.header_row.setRange(1, 200)
        self.header_row.setFixedWidth(80)
        self.header_row.lineEdit().setTextMargins(6, 0, 0, 0)
        sheet, header = (
            label(mark("ImportChoose", "Sheet"), tone="t2"),
            label(mark("ImportChoose", "Header row"), tone="t2"),
        )
        sheet.setBuddy(self.sheet)
        header.setBuddy(self.header_row)
        self.sheet.setAccessibleName(sheet.text())
        self.header_row.setAccessibleName(header.text())
        self.found = label("", tokens.CAPTION, "t3")
        self.sheet.activated.connect(lambda _: self.place_chosen.emit(self.sheet.currentData(), 0))
        self.header_row.valueChanged.connect(lambda _: self._timer.start())
        return box(row(sheet, self.sheet, 16, header, self.header_row, self.found, None))

    def _left_out(self) -> QWidget:
        self.skipped, self.skipped_grid = PlainModel(), Grid(tokens.GRID_ROW)
        self.skipped_grid.setModel(self.skipped)
        self.skipped_words = label("", tone="t2")
        self.skipped_grid.setAccessibleName(translate(mark("ImportChoose", "Rows left out")))
        self.fold = tool("chevron-right", mark("ImportChoose", "Show or hide the rows left out"), 24,
                         clicked=lambda: self.show_skipped(self.skipped_card.isHidden()))  # fmt: skip
        self.skipped_card = frame("card", col(self.skipped_grid, margins=(1, 1, 1, 1)))
        self.skipped_card.setFixedHeight(172)
        self.skipped_head = box(row(self.fold, self.skipped_words, None, gap=6))
        return box(col(self.skipped_head, self.skipped_card, gap=6))

    # -- showing

    def show_start(self, recent: Sequence[str]) -> None:
        """Ask for a file."""
        self.zone.set_recent(recent)
        self.stack.setCurrentIndex(0)

    def show_sheet(self, draft: Draft) -> None:
        """Show what was read."""
        self.notice.clear()
        table = draft.table
        self.name.setText(draft.sheet.path.name)
        self.folder.setText(str(draft.sheet.path.parent))
        self._fill_places(draft)
        count = format_number(len(table.rows), None, language())
        self.caption.setText(translate(mark("ImportChoose", "{count} rows of data; these are the first"), count=count))
        self._fill_sample(draft)
        self._fill_skipped(table.skipped)
        self.stack.setCurrentIndex(1)

    def _fill_places(self, draft: Draft) -> None:
        self.sheet.clear()
        for sheet in draft.sheet.sheets:
            hidden = translate(mark("ImportChoose", "{sheet} (hidden)"), sheet=sheet.name)
            self.sheet.addItem(hidden if sheet.hidden else sheet.name, sheet.name)
        self.sheet.setCurrentIndex(self.sheet.findData(draft.table.sheet))
        self.header_row.blockSignals(True)
        self.header_row.setValue(draft.table.header_row)
        self.header_row.blockSignals(False)
        columns = len(draft.table.headers)
        self.found.setText(translate(mark("ImportChoose", "{count} columns found"), count=columns))

    def _fill_sample(self, draft: Draft) -> None:
        headers = draft.table.headers
        captions = [translate(mark("ImportChoose", "Row")), *(h.text or h.letter for h in headers)]
        rows = [
            [str(r.number), *(shown(r.cells[h.index]).strip() for h in headers)] for r in draft.table.rows[:_SAMPLE]
        ]
        self.sample.show(captions, rows)
        number = GridColumn(painters.text("text3", align=paint.CENTRE, px=tokens.CAPTION), 52, paint.CENTRE)
        wide = [_width([caption, *(cells[i] for cells in rows)]) for i, caption in enumerate(captions)]
        self.sample_grid.set_columns([number, *(GridColumn(painters.text(), w) for w in wide[1:])])

    def _fill_skipped(self, skipped: Sequence[Skipped]) -> None:
        titles = (mark("ImportChoose", "Row"), mark("ImportChoose", "Why"), mark("ImportChoose", "What it says"))
        rows = [(_numbers(each), translate(each.reason), each.text) for each in skipped]
        self.skipped.show([translate(title) for title in titles], rows)
        self.skipped_grid.set_columns([GridColumn(painters.text(), 90), GridColumn(painters.text("text2"), 220),
                                       GridColumn(painters.text("text2"), 300, stretch=True)])  # fmt: skip
        count = sum(each.last - each.first + 1 for each in skipped)
        words = mark("ImportChoose", "{count} rows that are no data were left out: titles, totals, blank rows…")
        self.skipped_words.setText(translate(words, count=count))
        self.skipped_head.setVisible(bool(skipped))
        self.show_skipped(False)

    def show_skipped(self, on: bool) -> None:
        """Show or hide the rows left out."""
        self.skipped_card.setVisible(on)
        self.fold.setIcon(icon("chevron-down" if on else "chevron-right"))

    # -- the user's wishes

    def _ask(self) -> None:
        if path := ask_file(self, self.folder.text()):
            self.file_chosen.emit(path)

    def _header_row_set(self) -> None:
        self.place_chosen.emit(self.sheet.currentData(), self.header_row.value())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.file_chosen.emit(path)


def _numbers(skipped: Skipped) -> str:
    same = skipped.first == skipped.last
    return str(skipped.first) if same else f"{skipped.first}–{skipped.last}"


def _width(texts: Sequence[str]) -> int:
    return int(min(max(_NARROWEST, *(width(text, tokens.BODY, not i) + 24 for i, text in enumerate(texts))), _WIDEST))
