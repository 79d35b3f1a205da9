"""The rows a list begins with, in a table that is drawn like the list's own before the list is loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop_crm import __version__
from desktop_crm.i18n import Message, language
from desktop_crm.models.display import display
from desktop_crm.models.kinds import Field, Kind
from desktop_crm.storage.replay import Rows, Statement
from desktop_crm.views.records.columns import ListColumn, grid_columns
from desktop_crm.views.widgets import theme
from desktop_crm.views.widgets.delegates import RAW
from desktop_crm.views.widgets.grid import Grid

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def packed(column: ListColumn) -> list[Any]:
    """A column as JSON keeps it."""
    f = column.field
    label = [getattr(f.label, "context", ""), str(f.label)]
    return [column.key, label, str(f.kind), f.choices, f.target, column.width, column.stretch, column.look,
            column.priority, column.total]  # fmt: skip


def unpacked(kept: Sequence[Any]) -> ListColumn:
    """The column again."""
    key, (context, text), kind, choices, target, width, stretch, look, priority, total = kept
    label = Message(text)
    label.context = context
    return ListColumn(
        key, Field(label, Kind(kind), key, choices=choices, target=target), width, stretch, look, priority, total
    )


class Words:
    """Labels and colours of choices, as `services.choices.Choices` gives them."""

    def __init__(self, labels: Mapping[tuple[str, str], tuple[str, str, str]]) -> None:
        self._labels = labels

    def label(self, name: str, code: str) -> str:
        """The label of a code in the language in force; the code itself where it has none."""
        vi, en, _ = self._labels.get((name, code), (code, code, ""))
        return vi if language() == "vi" else en or vi

    def tone(self, name: str, code: str) -> str:
        """The colour of a code."""
        return self._labels.get((name, code), ("", "", ""))[2] or "neutral"


class FirstRowsModel(QAbstractTableModel):
    """Column 0 is the check; `currency` is the place of the row's currency among its values, -1 for none."""

    def __init__(self, columns: Sequence[ListColumn], currency: int, rows: Rows) -> None:
        super().__init__()
        self.columns, self._currency, self._values, self.words = columns, currency, rows.values, Words(rows.labels)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section - 1].heading if section else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.column() or role not in (Qt.ItemDataRole.DisplayRole, RAW):
            return None
        values, column = self._values[index.row()], self.columns[index.column() - 1]
        value = values[index.column() - 1]
        if role == RAW:
            return value
        currency = str(values[self._currency]) if self._currency >= 0 else "VND"
        return display(column.field, value, self.words.label, currency, language())


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of the list that a company opened with: see `app.first.record`."""

    path: Path
    statement: Statement
    columns: Sequence[ListColumn]
    currency: int
    order: tuple[str, bool]


def kept_of(kept: Mapping[str, Any]) -> Kept | None:
    """What was kept, by this very version of the program; None where it is not whole."""
    try:
        statement = Statement(*(kept[name] for name in ("schema", "sql", "parameters", "kinds", "lists", "user_id")))
        columns = [unpacked(column) for column in kept["columns"]]
        order = (kept["sort"], kept["descending"])
        known = kept["program"] == __version__
        return Kept(Path(kept["path"]), statement, columns, kept["currency"], order) if known else None
    except (KeyError, TypeError, ValueError):
        return None


def first_grid(kept: Kept, rows: Rows, widths: Mapping[str, int]) -> QWidget:
    """A table to look at: nothing in it can be chosen yet."""
    grid, model = Grid(theme.row_height()), FirstRowsModel(kept.columns, kept.currency, rows)
    grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    grid.setModel(model)
    model.setParent(grid)
    grid.set_columns(grid_columns(model.columns, model.words, widths))
    keys, (sort, descending) = [column.key for column in model.columns], kept.order
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    grid.head.setSortIndicatorShown(True)
    grid.head.setSortIndicator(keys.index(sort) + 1 if sort in keys else -1, order)
    return grid
