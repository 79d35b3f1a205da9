"""The recycle bin of a module: deleted records, to restore or to erase for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.fields import fields_of
from desktop_crm.services import records
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import Query
from desktop_crm.views.context import Context
from desktop_crm.views.records.columns import ListColumn, declared, grid_columns
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.list_grid import ListDelegate, ListGrid
from desktop_crm.views.records.list_model import ListModel
from desktop_crm.views.records.nouns import counted
from desktop_crm.views.records.selection import Selection
from desktop_crm.views.widgets import theme
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.dialogs import Sheet, confirm
from desktop_crm.views.widgets.empty import EmptyState
from desktop_crm.views.widgets.layouts import box, button, col, label, row

_WIDTH, _HEIGHT, _COLUMNS = 860, 400, 3


class RecycleBin(Sheet):
    """Newest first. What is chosen comes back, or goes for good after asking."""

    def __init__(self, parent: QWidget, context: Context, view: EntityView) -> None:
        self._context, self._view = context, view
        self.model = ListModel(context)
        self.grid = ListGrid(theme.row_height())
        self.grid.show_model(self.model)
        self.selection = Selection(self.grid, self.model)
        self.search = SearchField(mark("RecycleBin", "Search the recycle bin"), 260)
        self.search.searched.connect(lambda _: self.show_rows())
        self.stack = QStackedWidget()
        self.stack.setFixedHeight(_HEIGHT)
        self.stack.addWidget(self.grid)
        empty = mark("RecycleBin", "The recycle bin is empty")
        self.stack.addWidget(EmptyState("trash-2", empty, mark("RecycleBin", "Deleted records wait here.")))
        self._chosen = label("", tone="t2")
        self.restore = button(mark("RecycleBin", "Restore"), "primary", "undo-2", clicked=self.restore_chosen)
        self.erase = button(mark("RecycleBin", "Erase for good…"), "danger", "trash-2", clicked=self.erase_chosen)
        close = button(mark("RecycleBin", "Close"))
        title = translate(mark("RecycleBin", "Recycle bin: {what}"), what=translate(view.entity.plural_label))
        body = box(col(row(self.search, None, self._chosen), self.stack, gap=8))
        super().__init__(parent, title, body, (close, self.restore), _WIDTH, "trash-2", left=self.erase)
        close.clicked.connect(self.reject)
        self.safe = self.search
        self.selection.changed.connect(self._show_chosen)
        self.model.counted.connect(lambda number: self.stack.setCurrentIndex(0 if number else 1))
        self.model.refreshed.connect(self.grid.clearSelection)
        context.relay.changed.connect(self._someone_changed)
        self.show_rows()
        self._show_chosen()

    def show_rows(self) -> None:
        """Read the deleted records."""
        query = Query(self._view.entity, self.search.text().strip(), (), "deleted_at", True, deleted=True)
        columns = self._columns()
        self.model.show(query, columns)
        self.grid.set_columns(grid_columns(columns, self._context.choices, {}))
        self.grid.setItemDelegate(self._delegate(columns))

    def _columns(self) -> list[ListColumn]:
        shown = [declared(column) for column in self._view.columns if column.shown][:_COLUMNS]
        deleted = fields_of(self._view.entity)["deleted_at"]
        return [*shown, ListColumn("deleted_at", deleted, 150)]

    def _delegate(self, columns: list[ListColumn]) -> ListDelegate:
        drawn = grid_columns(columns, self._context.choices, {})
        self._kept = ListDelegate([column.painter for column in drawn], False, self.grid)
        return self._kept

    def _someone_changed(self, changes: object, initiator: object) -> None:
        self.model.refresh(self.selection.near())

    def _show_chosen(self) -> None:
        number = self.selection.count
        self._chosen.setText(translate(mark("RecycleBin", "{n} chosen"), n=number) if number else "")
        self.restore.setEnabled(bool(number))
        self.erase.setEnabled(bool(number))
        tip = "" if number else translate(mark("RecycleBin", "Choose records first"))
        self.restore.setToolTip(tip)
        self.erase.setToolTip(tip)

    def restore_chosen(self) -> None:
        """Take what is chosen out of the bin."""
        chosen, entity = self.selection.ids(), self._view.entity
        self._context.write(lambda unit: records.restore(unit, entity, chosen(unit)), self._restored, owner=self)

    def _restored(self, number: int) -> None:
        words = translate(mark("RecycleBin", "{what} restored."), what=counted(self._view, number))
        self._context.messages.show_message(words)

    def erase_chosen(self) -> None:
        """Remove what is chosen for good, after asking."""
        what = counted(self._view, self.selection.count)
        agreed = confirm(
            self,
            translate(mark("RecycleBin", "Erase {what} for good?"), what=what),
            mark("RecycleBin", "They cannot be restored afterwards, nor their notes and files."),
            translate(mark("RecycleBin", "Erase {what}"), what=what),
            danger=True,
            icon="trash-2",
            keep=mark("RecycleBin", "Keep"),
        )
        if agreed:
            self._context.write(partial(self._erase, self.selection.ids()), self._erased, owner=self)

    def _erase(self, chosen: object, unit: UnitOfWork) -> int:
        return records.erase(unit, self._view.entity, chosen(unit))  # type: ignore[operator]

    def _erased(self, number: int) -> None:
        words = translate(mark("RecycleBin", "{what} erased for good."), what=counted(self._view, number))
        self._context.messages.show_message(words)
