"""Warns under a field when another record has the same tax code, phone, e-mail, code or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.i18n import mark, translate
from desktop_crm.models import Record
from desktop_crm.services.duplicates import Duplicate, find_duplicates, watched
from desktop_crm.views.records.binding import Binding

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


class DuplicateWatch(QObject):
    """Looks behind the window each time a watched field is left; `record_id` is the record itself, None when new."""

    def __init__(self, context: Context, entity: type[Record], binding: Binding, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._entity, self._binding = context, entity, binding
        self._watched = watched(entity)
        self.record_id: int | None = None
        binding.left.connect(self._look)

    def _look(self, key: str) -> None:
        if key not in self._watched:
            return
        asked = {key} if self.record_id is not None else self._watched
        texts = {k: v for k, v in self._binding.readable().items() if isinstance(v, str)}
        values = {k: v for k, v in texts.items() if k in asked or k not in self._watched}
        entity, own = self._entity, self.record_id
        self._context.read(
            lambda unit: find_duplicates(unit, entity, values, own), self._warn, owner=self, key=f"duplicates {key}"
        )

    def _warn(self, found: list[Duplicate]) -> None:
        by_field: dict[str, list[str]] = {}
        for one in found:
            by_field.setdefault(one.field, []).append(f"{one.title} ({one.number})")
        for key, names in by_field.items():
            self._binding.warn(key, translate(mark("Form", "The same as {others}."), others=", ".join(names)))
