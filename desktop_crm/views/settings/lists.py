"""The editable lists: what can be chosen in statuses, sources, stages and the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_crm.errors import Fault, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models import ListValue
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.models.lists import LIST_LABELS
from desktop_crm.services import list_values
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.settings.page import SavingPage, Work
from desktop_crm.views.settings.row_model import Row, RowColumn
from desktop_crm.views.settings.row_table import RowTable
from desktop_crm.views.settings.side_list import SideList
from desktop_crm.views.settings.tones import paint_tone, tone_options
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import CellState, Index
from desktop_crm.views.widgets.layouts import box, col, label, row

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_KEYS = ("id", "code", "label_vi", "label_en", "tone", "value", "active", "fixed")


def _fixed(row: Mapping[str, Any]) -> bool:
    return bool(row.get("fixed"))


def _paint_fixed(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    if value:
        paint.icon(painter, "lock", rect.left() + 10, rect.center().y(), 14, "text3")
        paint.text(painter, rect.adjusted(30, 0, -4, 0), translate(mark("Settings", "fixed")), 12, "text3")


_VALUE = RowColumn(Field(mark("Settings", "Probability"), Kind.PERCENT, key="value"), 96)


def _columns(name: str) -> list[RowColumn]:
    return [
        RowColumn(field_of(ListValue.label_vi), 200, True),
        RowColumn(field_of(ListValue.label_en), 170),
        RowColumn(field_of(ListValue.tone), 122, options=tone_options, painter=paint_tone),
        *([_VALUE] if name == "stage" else []),
        RowColumn(Field(mark("Settings", "In use"), Kind.BOOLEAN, key="active"), 76, locked=_fixed),
        RowColumn(Field(mark("Settings", "By the program"), Kind.TEXT, key="fixed", editable=False), 100,
                  painter=_paint_fixed),
    ]  # fmt: skip


def _blank() -> Row:
    return {"id": None, "code": "", "label_vi": "", "label_en": "", "tone": "neutral", "value": Decimal(0),
            "active": True, "fixed": False}  # fmt: skip


class ListsPage(SavingPage):
    """One list at a time; its changes are saved before another one is shown."""

    title = mark("Settings", "Lists")
    intro = mark("Settings", "What can be chosen in forms and filters. Records keep their value when it is renamed.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.name = next(iter(LIST_LABELS))
        self.side = SideList(
            [(name, translate(words)) for name, words in LIST_LABELS.items()], mark("Settings", "Lists")
        )
        self.side.asked.connect(self.choose)
        self._note = label(
            mark("Settings", "Fixed rows are needed by the program: rename and recolour them, but they stay in use."),
            tone="t3",
            wrap=True,
        )
        self._place = col(gap=6, margins=(18, 12, 22, 10))
        self.table = self._make_table()
        self._place.addWidget(self._note)
        self.put(box(row(self.side, (box(self._place), 1), gap=0)))

    def _make_table(self) -> RowTable:
        words = mark("Settings", "Add a value")
        table = RowTable(_columns(self.name), _blank, LIST_LABELS[self.name], words)
        table.remover = self._ask_remove
        table.changed.connect(self.changed)
        self._place.insertWidget(0, table, 1)
        return table

    def choose(self, name: str) -> None:
        """Show another list, unless this one has unsaved changes."""
        if name != self.name and self.unsaved():
            self.tell(mark("Settings", "Save or discard the changes of this list first."), "warning")
        elif name != self.name:
            self.name = name
            self._place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = self._make_table()
            self.load()
        self.side.set_current(self.name)

    # -- reading and writing

    def load(self) -> None:
        self.side.set_current(self.name)
        self.fetch(partial(_read, self.name), self._show)

    def _show(self, rows: Sequence[Row]) -> None:
        self.table.set_rows(rows)

    def unsaved(self) -> int:
        return self.table.model.unsaved()

    def faults(self) -> int:
        return self.table.model.faults()

    def check(self) -> bool:
        return self.table.model.check()

    def work(self) -> Work:
        model = self.table.model
        rows = [dict(one) for one in model.filled()]
        changed = [one != model.stored_form(one) for one in rows]
        return partial(_store, self.name, rows, changed, [one["id"] for one in model.gone()])

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        return [fault.text() for fault in self.table.model.show_faults(faults, "rows")]

    def focus_fault(self) -> None:
        self.table.focus_fault()

    def stored(self) -> None:
        self.load()
        self.lists_changed()

    def discard(self) -> None:
        self.load()

    def _ask_remove(self, place: int) -> None:
        """A row records have is not taken away; how many have it is found beside the window."""
        one = self.table.model.rows[place]
        if one["id"] is None:
            self.table.take_away(place)
        elif one["fixed"]:
            self.tell(mark("Settings", "The program needs this row; it can be renamed but not removed."), "warning")
        else:
            self.context.read(
                partial(_usage, self.name, one["code"]), partial(self._remove, one), owner=self, key="usage"
            )

    def _remove(self, one: Row, used: int) -> None:
        if used:
            words = mark("Settings", "{n} records have “{label}”. Take the tick from “In use” instead.")
            self.tell(words, "warning", n=used, label=one["label_vi"])
        elif one in self.table.model.rows:
            self.table.take_away(self.table.model.rows.index(one))


def _read(name: str, unit: UnitOfWork) -> list[Row]:
    return [{key: getattr(row, key) for key in _KEYS} for row in list_values.values(unit, name)]


def _usage(name: str, code: str, unit: UnitOfWork) -> int:
    return list_values.usage(unit, name, code)


def _store(name: str, rows: Sequence[Row], changed: Sequence[bool], gone: Sequence[int], unit: UnitOfWork) -> None:
    for row_id in gone:
        list_values.remove(unit, row_id)
    order, faults = [], []
    for place, (one, differs) in enumerate(zip(rows, changed, strict=True)):
        try:
            order.append(_store_row(unit, name, one) if differs else one["id"])
        except Invalid as error:
            faults += [Fault(f"rows.{place}.{fault.field}", fault.message, fault.values) for fault in error.faults]
    if faults:
        raise Invalid(*faults)
    list_values.reorder(unit, name, order)


def _store_row(unit: UnitOfWork, name: str, one: Row) -> int:
    labels = one["label_vi"], one["label_en"], one["tone"]
    if one["id"] is None:
        stored = list_values.add(unit, name, *labels, one["value"])
    else:
        stored = list_values.change(unit, one["id"], *labels, one["value"])
    if stored.active != one["active"]:
        list_values.set_active(unit, stored.id, one["active"])
    return stored.id
