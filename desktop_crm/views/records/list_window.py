"""The list of one module: views, filters, table, totals, and a preview beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QStackedWidget, QToolButton, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.fields import Field
from desktop_crm.models.numbers import format_number
from desktop_crm.services.fields_shown import shown
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import Change
from desktop_crm.storage.listing import Condition, Query, custom_fields
from desktop_crm.views.context import Context
from desktop_crm.views.records import list_menus
from desktop_crm.views.records.bulk import Bulk
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.entries import today
from desktop_crm.views.records.export import ExportSheet, ask_and_export
from desktop_crm.views.records.list_arranging import Arranging
from desktop_crm.views.records.list_figures import Figures
from desktop_crm.views.records.list_filters import FilterBar
from desktop_crm.views.records.list_foot import ListFoot
from desktop_crm.views.records.list_grid import ListGrid
from desktop_crm.views.records.list_model import ListModel
from desktop_crm.views.records.list_places import error_place, no_match_place, nothing_place
from desktop_crm.views.records.list_state import ListState, known_fields, opening, query_of
from desktop_crm.views.records.offered import as_offered
from desktop_crm.views.records.preview import Preview
from desktop_crm.views.records.recycle_bin import RecycleBin
from desktop_crm.views.records.saved_views import ViewTabs
from desktop_crm.views.records.selection import Ids, Selection
from desktop_crm.views.records.walk import Trail
from desktop_crm.views.rights import may_export
from desktop_crm.views.widgets import theme, tokens
from desktop_crm.views.widgets.empty import Skeleton
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row, tool

_SKELETON_AFTER = 300  # ms
_REFRESH_PAUSE = 150  # ms: several changes in a row are one refresh
_OTHERS_PAUSE = 4000  # ms between two refreshes for what others change: an office at work never stops


class ListWindow(QWidget):
    """A page of the shell. `apply(...)` arranges it from outside: a search, conditions, the name of a view."""

    def __init__(self, context: Context, view: EntityView, **state: Any) -> None:
        super().__init__()
        view = as_offered(view, context.rights)
        self.context, self.view = context, view
        self._memory = f"list.{context.actor.name}.{view.module}"
        self._fields: dict[str, Field] = known_fields(view, {}, context.rights)
        self.custom: Mapping[str, Field] = {}
        self._asked: dict[str, Any] | None = state  # None once the window is ready
        self.state = opening(view)
        self._stale = False
        self.setWindowTitle(translate(view.entity.plural_label))
        self._make_parts()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        context.read(partial(_read_custom, module=view.module), self._ready, owner=self, key="fields")

    # -- building

    def _make_parts(self) -> None:
        self.model = ListModel(self.context, self)
        self.grid = ListGrid(theme.row_height())
        self.grid.show_model(self.model)
        self.grid.setAccessibleName(translate(self.view.entity.plural_label))
        self.selection = Selection(self.grid, self.model)
        self.bulk = Bulk(self, self.context, self.view, self.selection)
        self.tabs = ViewTabs(self.context, self.view)
        self.preview = Preview(self.context, self.view)
        self.arranging = Arranging(self)
        density = tool("rows-3", mark("ListWindow", "Row height"), 28, menu=list_menus.density_menu(self))
        self.filters = FilterBar(self.context, (self.arranging.sort_tool, self.arranging.columns_tool, density))
        self._menu = list_menus.selection_menu(self)
        self.foot = ListFoot(self._menu)
        self.figures = Figures(self.context, self.model, self.foot, self._queries, self.tabs.set_counts)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.skeleton = Skeleton(theme.row_height())
        self.stack.addWidget(self.skeleton)
        self._place: QWidget | None = None
        self._skeleton_timer = self._timer(_SKELETON_AFTER, self._show_skeleton)
        self._refresh_timer = self._timer(_REFRESH_PAUSE, self.refresh)
        self._since_refresh = QElapsedTimer()
        self._since_refresh.start()

    def _timer(self, pause: int, run: Any) -> QTimer:
        made = QTimer(self, interval=pause, singleShot=True)
        made.timeout.connect(run)
        return made

    def _lay_out(self) -> None:
        self.preview_toggle: QToolButton = tool(
            "panel-right", mark("ListWindow", "Preview (Ctrl+Shift+P)"), 28, checkable=True, clicked=self._toggled
        )
        views = row((self.tabs, 1), self.preview_toggle, gap=2, margins=(0, 0, 14, 0))
        side = col(
            self._title_row(),
            frame("bar", col(views, margins=(8, 0, 0, 0)), height=37),
            frame("bar", col(self.filters, gap=0)),
            (self.stack, 1),
            self.foot,
            gap=0,
        )
        page = frame("page", row((box(side), 1), self.preview, gap=0))
        self.setLayout(col(page, gap=0))
        self.preview_toggle.setChecked(bool(self.remembered("preview", True)))
        self.preview.setVisible(self.preview_toggle.isChecked())
        self.setFocusProxy(self.grid)

    def _title_row(self) -> Any:
        self._count = label("", tokens.LEAD, "t3")
        self.add_button: QPushButton = button(self.view.add_label, icon="plus", clicked=self.add)
        buttons: list[QWidget] = []
        if self.view.importable:
            buttons.append(button(mark("ListWindow", "Import from Excel"), icon="upload", clicked=self.import_rows))
        if may_export(self.context.rights, self.view):
            buttons.append(button(mark("ListWindow", "Export"), icon="download", clicked=self.export))
        buttons.append(tool("ellipsis", mark("ListWindow", "More"), menu=list_menus.more_menu(self)))
        self.add_button.setVisible(self.context.rights.may("create", self.view.module))
        title = label(self.view.entity.plural_label, tokens.TITLE, strong=True)
        return row(title, self._count, None, *buttons, self.add_button, gap=8, margins=(18, 10, 16, 2))

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_state)
        self.tabs.views_read.connect(self.figures.count_views)
        self.tabs.views_read.connect(self._show_changed)
        self.tabs.save_asked.connect(lambda: self.tabs.save(self.arranging.spelled(self.state)))
        self.filters.changed.connect(self.show_state)
        self.filters.save_asked.connect(self._save_view)
        self.grid.opened.connect(self._open)
        self.grid.delete_pressed.connect(self.bulk.delete)
        self.grid.customContextMenuRequested.connect(self._context_menu)
        self.selection.changed.connect(self._show_chosen)
        self.model.loaded.connect(self._loaded)
        self.model.counted.connect(self._counted)
        self.model.refreshed.connect(self.selection.restore)
        self.model.failed.connect(self._failed)
        self.model.dataChanged.connect(self._rows_came)
        self.preview.stepped.connect(self.grid.step)
        self.preview.opened.connect(self.open_record)
        self.preview.closed.connect(self.toggle_preview)
        self.context.relay.changed.connect(self._someone_changed)
        self.context.relay.choices_changed.connect(self._choices_changed)
        self.context.connection.changed.connect(self._link_changed)

    def _add_shortcuts(self) -> None:
        for keys, run in (
            ("Ctrl+Shift+P", self.toggle_preview),
            ("Ctrl+F", self.filters.search.setFocus),
            ("F5", self.refresh),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # -- what is shown

    def _ready(self, custom: Mapping[str, Field]) -> None:
        self.custom = custom
        self._fields = known_fields(self.view, custom, self.context.rights)
        self.filters.set_fields(self._fields, [attribute.key for attribute in self.view.filters])
        asked, self._asked = self._asked or {}, None
        self.apply(**asked)
        self.tabs.read(self._fields)

    def apply(self, search: str = "", conditions: Sequence[Condition] = (), name: str = "") -> None:
        """Show a view by its name, or all records, further narrowed by a search and conditions."""
        if self._asked is not None:
            self._asked = {"search": search, "conditions": conditions, "name": name}
            return
        names = [each.name for each in self.tabs.views]
        place = names.index(translate(name)) if translate(name) in names else 0
        self.tabs.tabs.set_current(place)
        state = self.tabs.views[place].state
        for condition in conditions:
            state = state.with_condition(condition)
        self.show_state(replace(state, search=search or state.search))

    def show_state(self, state: ListState) -> None:
        """Show the list so arranged; what is shown stays until its first rows are there."""
        self.state = state
        self._show_changed()
        self._skeleton_timer.start()
        self.figures.stop()
        self.model.show(self._query(state), self.arranging.columns_of(state))
        self.arranging.show_sort()

    def _show_changed(self) -> None:
        changed = self.arranging.spelled(self.state) != self.arranging.spelled(self.tabs.current.state)
        self.filters.show_state(self.state, changed)

    def _query(self, state: ListState) -> Query:
        return query_of(state, self.view, self._fields, self.context.actor.id, today())

    def _loaded(self) -> None:
        self._skeleton_timer.stop()
        self._show_place(None)
        self._count.setText("…")
        if self.model.rowCount() and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, 1))
            self.grid.clearSelection()
        self._show_chosen()

    def _counted(self, number: int) -> None:
        self._count.setText(format_number(number, None, language()))
        if number:
            self._show_place(None)
        elif self.state.is_filtered:
            self._show_place(no_match_place(self.view, self.state, self.filters))
        else:
            self._show_place(nothing_place(self.view, self._add_offered(), self.import_rows))
        if self.selection.everything:
            self._show_chosen()

    def _show_skeleton(self) -> None:
        if self.model.is_waiting:
            self.stack.setCurrentWidget(self.skeleton)

    def _failed(self, error: CrmError) -> None:
        self._skeleton_timer.stop()
        self._count.setText("")
        self._show_place(error_place(error, partial(self.show_state, self.state)))

    def _show_place(self, place: QWidget | None) -> None:
        """Put something where the rows would be; None for the rows."""
        if self._place is not None:
            self.stack.removeWidget(self._place)
            self._place.deleteLater()
        self._place = place
        if place is not None:
            self.stack.addWidget(place)
        self.stack.setCurrentWidget(place or self.grid)

    # -- what changed elsewhere

    def refresh(self) -> None:
        """Read again what is shown; place and choice stay."""
        self._refresh_timer.stop()
        self._stale = False
        self._since_refresh.restart()
        self.selection.remember()
        self.model.refresh(self.selection.near())
        self.figures.count_views()

    def _someone_changed(self, changes: Sequence[Change], initiator: object) -> None:
        modules = {change.module for change in changes}
        shown = {column.field.target for column in self.model.columns if column.field.target}
        if self.view.module in modules or modules & shown:
            self._stale = True
            if self.isVisible():
                self._refresh_soon(by_others=all(change.who for change in changes))
        if self.isVisible():
            self.preview.follow(changes)

    def _refresh_soon(self, *, by_others: bool) -> None:
        if by_others and self._refresh_timer.isActive():
            return
        rested = self._since_refresh.elapsed() if by_others else _OTHERS_PAUSE
        self._refresh_timer.start(max(_REFRESH_PAUSE, _OTHERS_PAUSE - rested))

    def _choices_changed(self) -> None:
        self.model.labels_changed()
        self.arranging.draw_columns()
        self.grid.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grid.set_row_height(theme.row_height())
        if self._stale:
            self._refresh_timer.start(_REFRESH_PAUSE)

    def _link_changed(self) -> None:
        """While the server is gone the last rows stand there dimmed; they are read again when it is back."""
        lost = self.context.connection.lost
        if not lost and self.grid.is_dimmed():
            self._stale = True
            if self.isVisible():
                self._refresh_timer.start()
        self.grid.set_dimmed(lost)

    def _queries(self) -> list[Query]:
        return [self._query(each.state) for each in self.tabs.views]

    def _rows_came(self, first: QModelIndex, last: QModelIndex) -> None:
        """The row the keyboard went to may be among those that only now arrived."""
        if first.row() <= self.grid.currentIndex().row() <= last.row():
            self._show_chosen()

    def _show_chosen(self) -> None:
        self.foot.show_chosen(self.selection.count, self.selection.sums(), self.figures.amounts())
        current = self.selection.current
        self.preview.show_record(current.id if current is not None else 0)

    # -- arranging

    def choose_density(self, name: str) -> None:
        """Show lists with other row heights from now on."""
        self.context.state.set("density", name)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.context.state.get("theme", "system"), name)  # type: ignore[arg-type]
        self.grid.set_row_height(theme.row_height())

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        self.preview_toggle.toggle()
        self._toggled()

    def _toggled(self) -> None:
        shown = self.preview_toggle.isChecked()
        self.remember("preview", shown)
        self.preview.setVisible(shown)
        if not shown:
            self.grid.setFocus()

    def remembered(self, name: str, default: Any) -> Any:
        """How this user arranged lists of this module."""
        return self.context.state.get(f"{self._memory}.{name}", default)

    def remember(self, name: str, value: Any) -> None:
        """Keep how this user arranges lists of this module."""
        self.context.state.set(f"{self._memory}.{name}", value)

    # -- saved views

    def _save_view(self) -> None:
        saved = self.tabs.current.saved
        if saved is None:
            self.tabs.save(self.arranging.spelled(self.state))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = translate(mark("ListWindow", "Update “{name}”"), name=saved.name).replace("&", "&&")
        menu.addAction(words, lambda: self.tabs.update_current(self.arranging.spelled(self.state)))
        new = translate(mark("ListWindow", "Save as a new view…"))
        menu.addAction(new, lambda: self.tabs.save(self.arranging.spelled(self.state)))
        menu.popup(self.filters.save.mapToGlobal(QPoint(0, self.filters.save.height() + 2)))

    # -- records

    def add(self) -> None:
        """Open the form of a new record."""
        self.context.navigator.open_record(self.view.module)

    def _add_offered(self) -> Callable[[], object] | None:
        return self.add if self.context.rights.may("create", self.view.module) else None

    def open_record(self, record_id: int) -> None:
        """Open a record's form."""
        if record_id:
            self._leave_trail(record_id)
            self.context.navigator.open_record(self.view.module, record_id)

    def _leave_trail(self, record_id: int) -> None:
        """Let the form walk on to the next and the previous record of this list."""
        query, number = self.model.query, self.model.row_of(record_id)
        if query is not None and number >= 0:
            total = self.model.rowCount() if self.model.is_complete else 0
            name = translate(self.tabs.current.name)
            self.context.trails[self.view.module] = Trail(record_id, query, name, number + 1, total)

    def _open(self, index: QModelIndex) -> None:
        row_ = self.model.row_at(index.row())
        if row_ is not None:
            self.open_record(row_.id)

    def open_current(self) -> None:
        """Open the record the keyboard is on."""
        current = self.selection.current
        if current is not None:
            self.open_record(current.id)

    def _context_menu(self, spot: QPoint) -> None:
        if self.selection.count:
            self._menu.popup(self.grid.viewport().mapToGlobal(spot))

    def change_chosen(self, key: str = "") -> None:
        """Give a field of all that is chosen another value, after asking."""
        self.bulk.edit(self._fields, key)

    def import_rows(self) -> None:
        """Open the import of this module."""
        self.context.navigator.open_import(self.view.module)

    def export(self) -> ExportSheet | None:
        """Write everything that matches to a file, after asking."""
        return self._export(self.model.rowCount(), None)

    def export_chosen(self) -> None:
        """Write what is chosen to a file, after asking."""
        chosen = None if self.selection.everything else self.selection.ids()
        self._export(self.selection.count, chosen)

    def _export(self, number: int, chosen: Ids | None) -> ExportSheet | None:
        if self.model.query is None or not may_export(self.context.rights, self.view):
            return None
        return ask_and_export(self, self.context, self.view, self.model.query, self.model.columns, number, chosen)

    def open_recycle_bin(self) -> RecycleBin:
        """Show what was deleted."""
        sheet = RecycleBin(self, self.context, self.view)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()
        return sheet


def _read_custom(unit: UnitOfWork, module: str) -> Mapping[str, Field]:
    return shown(unit.actor.rights, module, custom_fields(unit.session, module))
