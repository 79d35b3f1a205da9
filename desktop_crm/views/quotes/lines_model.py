"""The sheet of lines as an item model: headings, lines and a last row to add one; every change can be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_crm.i18n import Message, language, mark, translate
from desktop_crm.models.numbers import format_money
from desktop_crm.models.totals import Totals
from desktop_crm.services.drafts import GroupDraft, LineDraft, Rates
from desktop_crm.views.quotes.draft_model import Heading, Item, Line, Sheet, blank_line, cell_text, set_cell
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import RAW

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class LineColumn:
    """One column: the cell it shows, its heading and its width."""

    cell: str
    label: Message
    width: int
    align: Qt.AlignmentFlag = paint.LEFT
    optional: bool = False
    editable: bool = True


COLUMNS = (
    LineColumn("number", mark("Lines", "No."), 46, paint.CENTRE, editable=False),
    LineColumn("code", mark("Lines", "Code"), 116),
    LineColumn("name", mark("Lines", "Description"), 300),
    LineColumn("unit", mark("Lines", "Unit"), 62, paint.CENTRE, optional=True),
    LineColumn("quantity", mark("Lines", "Qty"), 70, paint.RIGHT),
    LineColumn("unit_price", mark("Lines", "Unit price"), 122, paint.RIGHT),
    LineColumn("discount", mark("Lines", "Disc."), 84, paint.RIGHT, optional=True),
    LineColumn("tax_code", mark("Lines", "VAT"), 66, paint.RIGHT, optional=True),
    LineColumn("amount", mark("Lines", "Amount"), 140, paint.RIGHT, editable=False),
)
CELLS = [column.cell for column in COLUMNS]
TITLE_COLUMN = CELLS.index("code")
AMOUNT_COLUMN = CELLS.index("amount")

HINT = mark(
    "Lines",
    "Add a line: type the code or name of a product…   Enter new line · Ctrl+G new group · Ctrl+V paste from Excel",
)


class LinesModel(QAbstractTableModel):
    """`changed` after every change of the sheet. What needs the database is asked for: `code_typed(key, text)`
    when a code was typed into a line (key 0: into the last row), `quantity_changed(key, quantity before)`.
    """

    changed = Signal()
    code_typed = Signal(int, str)
    quantity_changed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.sheet, self.currency, self.locked = Sheet(), "VND", True
        self.rates: Rates = ()
        self.usual_tax = ""
        self.day: date | None = None  # the document's, which decides the rates offered
        self.details = True  # whether specifications show under descriptions
        self.folded: set[int] = set()
        self._rows: list[Item] = []
        self._numbers: dict[int, int] = {}
        self._amounts: dict[int, Decimal] = {}
        self._wrong_line = 0

    def load(self, sheet: Sheet, rates: Rates, currency: str, locked: bool) -> None:
        """Show a document's lines; what was undone before is forgotten."""
        self.undo.clear()
        self.rates, self.currency, self.locked = rates, currency, locked
        self.folded.clear()
        self._show(sheet)

    def set_currency(self, currency: str) -> None:
        """Show amounts in another currency."""
        self.currency = currency
        self._all_changed()

    def show_totals(self, totals: Totals | None, wrong_line: int = 0) -> None:
        """The amounts of lines and groups; None where `wrong_line` (from 1, 0: the head) makes them impossible."""
        self._wrong_line, self._amounts = wrong_line, {}
        if totals is not None:
            self._amounts = {line.key: t.net for line, t in zip(self.sheet.lines, totals.lines, strict=True)}
            sums = {group.key: group.subtotal for group in totals.groups}
            for place, heading in enumerate(self.sheet.headings):
                self._amounts[heading.key] = sums.get(place, Decimal(0))
        self._all_changed()

    # -- rows

    def _show(self, sheet: Sheet) -> None:
        rows = self._visible(sheet)
        if [item.key for item in rows] == [item.key for item in self._rows] and self._rows:
            self.sheet, self._rows = sheet, rows
            self._all_changed()
        else:
            self.beginResetModel()
            self.sheet, self._rows = sheet, rows
            self._numbers = {line.key: n for n, line in enumerate(sheet.lines, 1)}
            self.endResetModel()
        self.changed.emit()

    def _visible(self, sheet: Sheet) -> list[Item]:
        rows, hidden = [], False
        for item in sheet.items:
            if isinstance(item, Heading):
                hidden = item.key in self.folded
            if isinstance(item, Heading) or not hidden:
                rows.append(item)
        return rows

    def fold(self, key: int) -> None:
        """Hide the lines under a heading, or show them again."""
        self.folded ^= {key}
        self.beginResetModel()
        self._rows = self._visible(self.sheet)
        self.endResetModel()

    def item_at(self, row: int) -> Item | None:
        """The heading or line of a row; None for the last row, which adds one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: int) -> int:
        """The row of an item; the last row where it is gone or hidden."""
        return next((row for row, item in enumerate(self._rows) if item.key == key), len(self._rows))

    def add_row(self) -> int:
        """The row that adds a line; -1 where nothing can be added."""
        return -1 if self.locked else len(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows) + (not self.locked)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return translate(COLUMNS[section].label)
        return None

    # -- cells

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        item, column = self.item_at(index.row()), COLUMNS[index.column()]
        if role == RAW:
            return item
        if role == _Role.TextAlignmentRole:
            return int(column.align | paint.MIDDLE) if isinstance(item, Line) else int(paint.LEFT | paint.MIDDLE)
        if role == _Role.ToolTipRole:
            return self.tip(item, column.cell)
        if role in (_Role.DisplayRole, _Role.EditRole, _Role.AccessibleTextRole):
            return self._text(item, column.cell, editing=role == _Role.EditRole)
        return None

    def _text(self, item: Item | None, cell: str, *, editing: bool) -> str:
        if item is None:
            return translate(HINT) if cell == "code" and not editing else ""
        if cell == "amount":
            return format_money(self._amounts[item.key], self.currency, language()) if item.key in self._amounts else ""
        if isinstance(item, Heading):
            return item.draft.title if cell == "code" else ""
        if cell == "number":
            return str(self._numbers.get(item.key, ""))
        return cell_text(item, cell, self.rates, currency=self.currency, editing=editing)

    def tip(self, item: Item | None, cell: str) -> str:
        """What is wrong with a cell; else the whole of a long description."""
        if not isinstance(item, Line):
            return ""
        if cell in item.misread:
            return item.misread[cell].fault.text()
        return f"{item.draft.name}\n{item.draft.detail}".strip() if cell == "name" else ""

    def is_wrong(self, item: Item | None, cell: str) -> bool:
        """Whether a cell holds what cannot be read or reckoned with."""
        if not isinstance(item, Line):
            return False
        return cell in item.misread or (cell == "discount" and self._numbers.get(item.key) == self._wrong_line)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        item, column = self.item_at(index.row()), COLUMNS[index.column()]
        free = column.editable if isinstance(item, Line) else index.column() == TITLE_COLUMN
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if free and not self.locked else base

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or self.locked:
            return False
        item, cell, text = self.item_at(index.row()), COLUMNS[index.column()].cell, str(value)
        if isinstance(item, Line):
            return self._set_line(item, cell, text)
        if isinstance(item, Heading):
            titled = replace(item, draft=replace(item.draft, title=text.strip()))
            return self.apply(self.sheet.replaced(titled), mark("Lines", "title of a group"))
        if text.strip():
            self.code_typed.emit(0, text.strip())
        return bool(text.strip())

    def _set_line(self, line: Line, cell: str, text: str) -> bool:
        if text == cell_text(line, cell, self.rates, currency=self.currency, editing=True):
            return False
        new = set_cell(line, cell, text, self.rates)
        if cell == "code":
            new = new.with_values({"product_id": None})
        if not self.apply(self.sheet.replaced(new), COLUMNS[CELLS.index(cell)].label):
            return False
        if cell == "code" and new.draft.code:
            self.code_typed.emit(line.key, new.draft.code)
        if cell == "quantity" and new.draft.quantity != line.draft.quantity:
            self.quantity_changed.emit(line.key, line.draft.quantity)
        return True

    # -- changing

    def apply(self, sheet: Sheet, words: str = "", *, amend: bool = False) -> bool:
        """Put a changed sheet in force as one step that can be undone; `amend` makes it part of the step before."""
        if sheet == self.sheet or self.locked:
            return False
        self.undo.push(_Step(self, self.sheet, sheet, translate(words), amend))
        return True

    def fill(self, values: Mapping[int, Mapping[str, Any]], words: str = "", *, amend: bool = False) -> bool:
        """Put values into lines by their keys; lines gone meanwhile are passed over."""
        lines = [line.with_values(values[line.key]) for line in self.sheet.lines if line.key in values]
        return self.apply(self.sheet.replaced(*lines), words, amend=amend)

    def add_lines(self, drafts: Iterable[LineDraft], below: int = 0) -> list[int]:
        """New lines below an item (0: at the end); their keys."""
        lines = [Line(draft) for draft in drafts]
        at = self.sheet.place(below) + 1 if below else len(self.sheet.items)
        self._unfold(below)
        self.apply(self.sheet.inserted(at, lines), mark("Lines", "new lines"))
        return [line.key for line in lines]

    def add_blank(self, below: int = 0) -> int:
        """An empty line below an item (0: at the end); its key."""
        place = self.sheet.place(below) + 1 if below else len(self.sheet.items)
        before = [item for item in self.sheet.items[:place] if isinstance(item, Line)]
        return self.add_lines([blank_line(self.rates, before, self.usual_tax)], below)[0]

    def add_heading(self, above: int = 0) -> int:
        """A new heading over an item and what follows in its group (0: at the end); its key."""
        heading = Heading(GroupDraft())
        at = self.sheet.place(above) if above else len(self.sheet.items)
        self.apply(self.sheet.inserted(at, [heading]), mark("Lines", "new group"))
        return heading.key

    def remove(self, keys: Collection[int]) -> int:
        """Take out lines and headings; the lines of a folded heading go with it. How many went."""
        gone = set(keys)
        for key in gone & self.folded:
            gone |= {line.key for line in self.sheet.members(key)}
        before = len(self.sheet.items)
        self.apply(self.sheet.without(gone), mark("Lines", "removed lines"))
        return before - len(self.sheet.items)

    def duplicate(self, keys: Collection[int]) -> list[int]:
        """Copies of lines below the last of them; their keys."""
        sheet, copies = self.sheet.duplicated(keys)
        return copies if copies and self.apply(sheet, mark("Lines", "copied lines")) else []

    def move(self, keys: Collection[int], by: int) -> bool:
        """Lines one place up or down; a heading goes with its lines, past a whole group."""
        self.folded.clear()
        heading = next((key for key in keys if isinstance(self.sheet.item(key), Heading)), 0)
        sheet = self.sheet.moved_group(heading, by) if heading else self.sheet.moved(keys, by)
        return self.apply(sheet, mark("Lines", "moved lines"))

    def move_before(self, keys: Collection[int], before: int | None) -> bool:
        """Lines to another place, before the item of a key; None is the end."""
        if before in keys:
            return False
        return self.apply(self.sheet.moved_before(keys, before), mark("Lines", "moved lines"))

    def _unfold(self, key: int) -> None:
        self.folded.discard(key)

    def _all_changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))


class _Step(QUndoCommand):
    """From one sheet to another; a step that amends melts into the one before it."""

    def __init__(self, model: LinesModel, before: Sheet, after: Sheet, words: str, amends: bool) -> None:
        super().__init__(words)
        self._model, self.before, self.after, self.amends = model, before, after, amends

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or not other.amends:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        self._model._show(self.after)

    def undo(self) -> None:
        self._model._show(self.before)
