"""A small dialog that makes a record of another module without leaving the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_crm.errors import CrmError, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Record
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.models.names import split_name
from desktop_crm.models.rights import UNLIMITED, Rights
from desktop_crm.services.fields_shown import shown_fields
from desktop_crm.services.records import create
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.dialog_draft import DialogDraft, of_binding
from desktop_crm.views.records.drafts import Place
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.records.loaded import Loaded, load_blank
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import box, button, col, label

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_USEFUL = (Kind.TAX_CODE, Kind.PHONE, Kind.EMAIL)
_MOST = 7


def asked_fields(entity: type[Record], rights: Rights = UNLIMITED) -> list[Field]:
    """What is asked for: names, everything required without a default, then how to reach them."""
    described = [field for field in shown_fields(rights, entity).values() if field.editable]
    named = [field for field in described if field.key in ("family_name", "given_name")]
    needed = [field for field in described if field.required and field not in named]
    useful = [field for field in described if field.kind in _USEFUL]
    return [*named, *needed, *useful][:_MOST]


def values_from(entity: type[Record], words: str) -> dict[str, Any]:
    """What was typed in the lookup, as values of the new record: a person's name is taken apart."""
    if "given_name" in fields_of(entity):
        name = split_name(words)
        return {"family_name": name.family_and_middle, "given_name": name.given}
    first = next((field for field in asked_fields(entity) if field.kind == Kind.TEXT), None)
    name_field = "name" if "name" in fields_of(entity) else first.key if first else ""
    return {name_field: words} if name_field else {}


class QuickCreateDialog(Sheet):
    """`created((id, title))` when the record is stored."""

    created = Signal(object)

    def __init__(self, context: Context, entity: type[Record], words: str, parent: QWidget) -> None:
        self._context, self._entity, self._words = context, entity, words
        self.binding = Binding()
        self._fault = label("", tone="danger", wrap=True)
        self._fault.hide()
        frames = [self._frame(field) for field in asked_fields(entity, context.rights)]
        cancel = button(mark("QuickCreate", "Cancel"))
        self._keep = button(mark("QuickCreate", "Create"), "primary", clicked=self.save)
        title = translate(mark("QuickCreate", "New {what}"), what=translate(entity.singular_label).lower())
        super().__init__(parent, title, box(col(*frames, self._fault, gap=8)), (cancel, self._keep), width=520,
                         icon="plus", tone="info")  # fmt: skip
        self.binding.setParent(self)
        cancel.clicked.connect(self.reject)
        self.safe = frames[0].editor
        self.kept: DialogDraft | None = None
        given = values_from(entity, words)
        context.read(lambda unit: load_blank(unit, entity, given), self._begin, owner=self)

    def _begin(self, loaded: Loaded) -> None:
        """What is typed here is kept as the draft of a new record; its form can go on with it."""
        self.binding.load(loaded.shown)
        place = Place(self._entity.__tablename__)
        self.kept = of_binding(self._context.drafts, place, self, self.binding)

    def _frame(self, field: Field) -> FieldFrame:
        editor = make_editor(field, self._context)
        frame = FieldFrame(field.label, editor, field.required)
        self.binding.add(field, editor, frame)
        return frame

    def save(self) -> None:
        """Make the record."""
        if not self.binding.check():
            self.binding.focus(self.binding.faulty()[0])
            return
        values = {key: value for key, value in self.binding.readable().items() if value not in (None, "")}
        self._keep.setEnabled(False)
        self._context.write(lambda unit: self._make(unit, values), self._made, self._failed, owner=self,
                            draft=self.kept)  # fmt: skip

    def _make(self, unit: UnitOfWork, values: Mapping[str, Any]) -> tuple[int, str]:
        record = create(unit, self._entity, values)
        return record.id, record.title

    def _made(self, found: tuple[int, str]) -> None:
        self.accept()
        self.created.emit(found)

    def _failed(self, error: CrmError) -> None:
        self._keep.setEnabled(True)
        others = self.binding.show_faults(error.faults) if isinstance(error, Invalid) else [error.text()]
        self._fault.setText(" ".join(others))
        self._fault.setVisible(bool(others))
