"""Custom fields: attributes added to the forms, lists and imports of a module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE, CustomField
from desktop_crm.models.custom import CUSTOM_KINDS
from desktop_crm.models.fields import Field, Kind, field_of
from desktop_crm.services import custom_fields
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.settings.form_sheet import Entry, FormSheet, OptionEditor
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.settings.side_list import SideList
from desktop_crm.views.widgets.layouts import box, button, col, row, set_words, tool
from desktop_crm.views.widgets.plain_table import PlainColumn, PlainTable, tick

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

KIND_WORDS = {
    Kind.TEXT: mark("Settings", "Text, one line"),
    Kind.LONG_TEXT: mark("Settings", "Text, several lines"),
    Kind.QUANTITY: mark("Settings", "Number"),
    Kind.DATE: mark("Settings", "Date"),
    Kind.CHOICE: mark("Settings", "Choice from a list"),
    Kind.BOOLEAN: mark("Settings", "Yes or no"),
}
_OPTIONS = Field(mark("Settings", "Choices"), Kind.LONG_TEXT, key="options")
_KIND = Field(mark("CustomField", "Kind"), Kind.TEXT, key="kind", required=True)


@dataclass(frozen=True, slots=True)
class FieldView:
    """A custom field as the table shows it."""

    id: int
    label: str
    kind: Kind
    options: tuple[str, ...]
    required: bool
    searched: bool
    active: bool


def _kind_words(field: FieldView) -> str:
    return translate(KIND_WORDS[field.kind])


def _nothing(field: FieldView) -> str:
    return ""


_COLUMNS = (
    PlainColumn(mark("CustomField", "Label"), lambda field: field.label, 200, True),
    PlainColumn(mark("CustomField", "Kind"), _kind_words, 160),
    PlainColumn(mark("Settings", "Choices"), lambda field: ", ".join(field.options), 240, rank=1),
    PlainColumn(mark("CustomField", "Required"), _nothing, 90, painter=tick, value=lambda field: field.required),
    PlainColumn(mark("CustomField", "Searched"), _nothing, 100, painter=tick, value=lambda field: field.searched),
    PlainColumn(mark("CustomField", "Active"), _nothing, 90, painter=tick, value=lambda field: field.active),
)


class CustomFieldsPage(SettingsPage):
    """The fields of one module at a time."""

    title = mark("Settings", "Custom fields")
    intro = mark("Settings", "Your own fields stand at the end of the form; lists can show, filter and import them.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.module = next(iter(BY_MODULE))
        modules = [(module, translate(entity.plural_label)) for module, entity in BY_MODULE.items()]
        self.side = SideList(modules, mark("Settings", "Modules"))
        self.side.asked.connect(self.choose)
        empty = (
            mark("Settings", "No field of your own yet"),
            mark("Settings", "Add what your company keeps about these records and the form does not ask for."),
        )
        self.table = PlainTable(
            _COLUMNS, mark("Settings", "Custom fields"), empty, lambda field: not field.active, "columns-3"
        )
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_buttons)
        self.put(box(row(self.side, (box(col(self._tools(), (self.table, 1), gap=0)), 1), gap=0)))
        self._show_buttons(None)

    def _tools(self) -> Any:
        add = button(mark("Settings", "Add a field…"), "primary", "plus", clicked=lambda: self.edit(None))
        self._edit = button(mark("Settings", "Edit…"), icon="pencil", clicked=lambda: self.edit(self.table.current()))
        self._active = button(mark("Settings", "Set inactive"), clicked=self.toggle_active)
        self._up = tool("chevron-up", mark("Settings", "Move up"), clicked=lambda: self.shift(-1))
        self._down = tool("chevron-down", mark("Settings", "Move down"), clicked=lambda: self.shift(1))
        return row(add, self._edit, self._active, None, self._up, self._down, margins=(18, 10, 20, 10))

    def choose(self, module: str) -> None:
        """Show the fields of another module."""
        self.module = module
        self.load()

    def load(self, current: int | None = None) -> None:
        self.side.set_current(self.module)
        self.context.read(partial(_read, self.module), partial(self._show, current), owner=self, key="load")

    def _show(self, current: int | None, fields: Sequence[FieldView]) -> None:
        self.table.set_rows(fields, None if current is None else lambda field: field.id == current)

    def _show_buttons(self, field: FieldView | None) -> None:
        for each in (self._edit, self._active, self._up, self._down):
            each.setVisible(field is not None)
        if field is not None:
            words = mark("Settings", "Set inactive") if field.active else mark("Settings", "Set active")
            set_words(self._active, words)

    # -- changes

    def edit(self, field: FieldView | None) -> FormSheet:
        """The dialog of a field, or of a new one; the kind of a stored one stays."""
        kinds = OptionEditor([(kind.value, translate(KIND_WORDS[kind])) for kind in CUSTOM_KINDS])
        options = Entry(_OPTIONS, help=mark("Settings", "For a choice from a list: one to a line."))
        entries = (
            Entry(field_of(CustomField.label)),
            Entry(_KIND, kinds, locked=field is not None),
            *([options] if field is None or field.kind == Kind.CHOICE else []),
            Entry(field_of(CustomField.required)),
            Entry(field_of(CustomField.searched)),
        )
        values: dict[str, Any] = {"kind": Kind.TEXT.value, "searched": True}
        if field is not None:
            values = {"label": field.label, "kind": field.kind.value, "options": "\n".join(field.options),
                      "required": field.required, "searched": field.searched}  # fmt: skip
        name = translate(BY_MODULE[self.module].plural_label)
        title = translate(mark("Settings", "New field of {module}"), module=name) if field is None else field.label
        store = partial(_save, self.module, field.id if field else None)
        sheet = FormSheet(self, self.context, title, entries, values, store, self._stored)
        sheet.open()
        return sheet

    def toggle_active(self) -> None:
        """Take the current field out of forms and lists, or put it back; its values are kept."""
        field = self.table.current()
        work = partial(_set_active, field.id, not field.active)
        self.context.write(work, self._stored, owner=self)

    def shift(self, by: int) -> None:
        """Move the current field up or down."""
        order = [field.id for field in self.table.rows()]
        current = self.table.current().id
        place = order.index(current)
        if 0 <= place + by < len(order):
            order.insert(place + by, order.pop(place))
            self.context.write(partial(_reorder, self.module, order, current), self._stored, owner=self)

    def _stored(self, current: int) -> None:
        self.load(current)
        self.lists_changed()


def _read(module: str, unit: UnitOfWork) -> list[FieldView]:
    return [
        FieldView(one.id, one.label, Kind(one.kind), tuple(one.options), one.required, one.searched, one.active)
        for one in custom_fields.custom_fields(unit, module)
    ]


def _save(module: str, field_id: int | None, unit: UnitOfWork, values: dict[str, Any]) -> int:
    options = (values.get("options") or "").splitlines()
    flags = {"required": bool(values.get("required")), "searched": bool(values.get("searched"))}
    if field_id is None:
        return custom_fields.define(unit, module, values.get("label") or "", Kind(values["kind"]), options, **flags).id
    return custom_fields.change(unit, field_id, values.get("label") or "", options, **flags).id


def _set_active(field_id: int, active: bool, unit: UnitOfWork) -> int:
    return custom_fields.set_active(unit, field_id, active).id


def _reorder(module: str, order: Sequence[int], current: int, unit: UnitOfWork) -> int:
    custom_fields.reorder(unit, module, order)
    return current
