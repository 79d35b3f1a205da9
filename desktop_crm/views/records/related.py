"""What hangs below a form: lists of other modules that point to the record, and its files, each in a tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.display import display
from desktop_crm.models.fields import Field
from desktop_crm.models.numbers import format_number
from desktop_crm.services.choices import Choices
from desktop_crm.services.reading import RecordView
from desktop_crm.storage.listing import Condition, ListRow, Query, page
from desktop_crm.views.records.attachments import AttachmentList
from desktop_crm.views.records.columns import ListColumn, declared, painter_of
from desktop_crm.views.records.declare import Related
from desktop_crm.views.widgets import paint, tokens
from desktop_crm.views.widgets.controls import Tab, Tabs
from desktop_crm.views.widgets.delegates import RAW, Index
from desktop_crm.views.widgets.grid import Grid, GridColumn
from desktop_crm.views.widgets.layouts import button, col, frame, label, row, set_words

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

SHOWN = 200
"""The most rows of a related list; the module's own list has the rest."""


class RelatedModel(QAbstractTableModel):
    """The rows of one related list, read once."""

    def __init__(self, columns: Sequence[ListColumn], choices: Choices) -> None:
        super().__init__()
        self._columns, self._choices = list(columns), choices
        self.rows: list[ListRow] = []

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = self.rows[index.row()].values[index.column()]
        if role == RAW:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._columns[index.column()].field, value)
        return None

    def _words(self, field: Field, value: Any) -> str:
        return "" if value is None else display(field, value, self._choices.label, language=language())


class RelatedList(QWidget):
    """One related list, read when it is first shown. `opened(id)` on double click or Enter, `add_asked()`."""

    opened = Signal(int)
    add_asked = Signal()

    def __init__(self, context: Context, related: Related, add_words: str) -> None:
        super().__init__()
        self._context, self.related = context, related
        self._loaded_for: tuple[int, int] | None = None
        columns = [declared(column) for column in related.columns]
        self.model = RelatedModel(columns, context.choices)
        self.grid = Grid(tokens.RELATED_ROW)
        self.grid.setModel(self.model)
        self.grid.set_columns([self._column(column) for column in columns])
        self.grid.setAccessibleName(translate(related.entity.plural_label))
        self.grid.opened.connect(lambda index: self.opened.emit(self.model.rows[index.row()].id))
        run = self.add_asked.emit if context.rights.may("create", related.entity.__tablename__) else None
        self._empty = quiet(mark("Related", "Nothing here yet."), add_words, run)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        self.setLayout(col(self._stack, gap=0))

    def _column(self, column: ListColumn) -> GridColumn:
        side = paint.RIGHT if column.numeric else paint.LEFT
        painter = painter_of(column, self._context.choices)
        return GridColumn(painter, column.width, side, column.stretch, 0 if column.stretch else column.priority - 1)

    def load(self, record_id: int, version: int) -> None:
        """Read the list, unless it has been read for this state of the record."""
        if self._loaded_for == (record_id, version):
            return
        self._loaded_for = (record_id, version)
        condition = Condition(self.related.key, "equals", (record_id,))
        query = Query(self.related.entity, conditions=(condition,), sort="modified_at", descending=True)
        keys = [column.key for column in self.related.columns]
        self._context.read(
            lambda unit: page(unit.session, query, keys, limit=SHOWN), self._arrived, owner=self, key="related"
        )

    def forget(self) -> None:
        """Read again when next shown."""
        self._loaded_for = None

    def _arrived(self, rows: list[ListRow]) -> None:
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self.grid if rows else self._empty)


class RelatedTabs(QWidget):
    """Tabs of related lists and files under a form; nothing is read before its tab is shown."""

    def __init__(self, context: Context, related: Sequence[Related]) -> None:
        super().__init__()
        self._context, self._related = context, list(related)
        self._view: RecordView | None = None
        self.lists: dict[int, RelatedList] = {}
        self.files = AttachmentList(context)
        self.files.counted.connect(self._show_counts)
        self.tabs = Tabs(indent=4)
        self.tabs.changed.connect(self._turn)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.files)
        self._add = button("", "link", "plus", clicked=lambda: self.add(self.tabs.current()))
        bar = frame("bar", row((self.tabs, 1), self._add, margins=(12, 0, 12, 0)), height=38)
        self.setLayout(col(bar, (self._stack, 1), gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._turn(0)

    def show_view(self, view: RecordView) -> None:
        """Show what hangs on a record."""
        self._view = view
        self.files.show_view(view)
        for each in self.lists.values():
            each.forget()
        self._show_counts()
        self._turn(self.tabs.current())

    def add(self, place: int) -> None:
        """A new record of the list's module that points here, or a file."""
        if self._view is None or not self._may_add(place):
            return
        if place >= len(self._related):
            self.files.ask()
            return
        related = self._related[place]
        self._context.navigator.open_record(related.entity.__tablename__, **{related.key: self._view.id})

    def _may_add(self, place: int) -> bool:
        if place >= len(self._related):
            return self._view is None or self._view.may_change
        return self._context.rights.may("create", self._related[place].entity.__tablename__)

    def _add_words(self, related: Related) -> str:
        name = translate(related.entity.singular_label)
        return translate(mark("Related", "Add {what}"), what=name.lower())

    def _show_counts(self) -> None:
        counts = self._view.counts if self._view is not None else {}
        items = [
            Tab(one.entity.plural_label, _count(counts.get((one.entity.__tablename__, one.key), 0)))
            for one in self._related
        ]
        self.tabs.set_items([*items, Tab(mark("Related", "Files"), _count(self.files.count()))])

    def _turn(self, place: int) -> None:
        self._add.setVisible(self._may_add(place))
        if place >= len(self._related):
            set_words(self._add, mark("Related", "Add a file"))
            self._stack.setCurrentWidget(self.files)
            return
        set_words(self._add, self._add_words(self._related[place]))
        if self._view is not None:
            shown = self._list_at(place)
            self._stack.setCurrentWidget(shown)
            shown.load(self._view.id, self._view.version)

    def _list_at(self, place: int) -> RelatedList:
        """The list of a tab, made when it is first shown."""
        if place not in self.lists:
            related = self._related[place]
            made = RelatedList(self._context, related, self._add_words(related))
            go = self._context.navigator.open_record
            made.opened.connect(lambda record_id: go(related.entity.__tablename__, record_id))
            made.add_asked.connect(lambda: self.add(place))
            self._stack.addWidget(made)
            self.lists[place] = made
        return self.lists[place]


def quiet(words: str, action: str, run: Callable[[], object] | None) -> QWidget:
    """What stands where a short list would be, with the button that begins it; none where that is not allowed."""
    begin = [button(action, "link", "plus", clicked=run)] if run is not None else []
    line = row(None, label(words, tone="t2"), *begin, None, gap=6)
    return frame("page", col(None, line, None))


def _count(number: int) -> str:
    return format_number(number, language=language()) if number else ""
