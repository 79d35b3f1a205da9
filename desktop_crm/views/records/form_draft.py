"""What a form keeps of its unsaved entries on this computer, and how they are put back upon the record as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.drafts import Content, Draft, Former, Place, jsonable
from desktop_crm.views.records.kept import Kept
from desktop_crm.views.records.moments import clock

if TYPE_CHECKING:
    from desktop_crm.views.records.form_window import FormWindow

_NAMING = ("name", "company", "subject", "family_name", "given_name", "contract_number")


class FormDraft(QObject):
    """The draft of the record a form shows."""

    def __init__(self, form: FormWindow) -> None:
        super().__init__(form)
        self._form = form
        self.kept = Kept(form.context.drafts, Place(form.declared.module), self._say, form)

    def follow(self, record_id: int | None) -> None:
        """Keep the draft of another record from now on; that of the one before stays where it is."""
        self._form.notices.drop("draft")
        self.kept.follow(Place(self._form.declared.module, record_id))

    def _say(self) -> Content | None:
        form, binding = self._form, self._form.binding
        if not form.dirty():
            return None
        entries = {"typed": binding.typed(), "base": binding.base(binding.dirty())}
        return Content(self._title(), field_words(binding), form.version, entries)

    def _title(self) -> str:
        if self._form.record_id is not None:
            return self._form.title
        return f"{self._form.title}{naming_words(self._form.binding)}"

    def offer(self) -> None:
        """Offer what was left behind for this record."""
        draft = self.kept.left_behind()
        if draft is not None:
            words = translate(mark("Form", "Unsaved entries of {when} were left behind."), when=clock(draft.at))
            restore, drop = partial(self.restore, draft), partial(self.kept.forget, draft)
            self._form.notices.say("draft", words, "warning", mark("Form", "Restore them"), restore, closed=drop)

    def restore(self, draft: Draft) -> None:
        """Put a draft's entries upon the record as it is now; what others changed meanwhile is merged or asked about.

        What may not be changed any more (the record is locked or in the recycle bin) is left in the draft.
        """
        form, entries = self._form, draft.content.entries
        form.notices.drop("draft")
        if any(editor.locked for key, editor in form.binding.editors.items() if key in entries["typed"]):
            form.notices.say("draft", mark("Form", "The record can only be read now; the draft is kept."), "warning")
            return
        self.kept.adopt(draft)
        moved = put_back(form.binding, entries)
        if moved:
            form.version = draft.content.version
            form.saver.merge(save=False)
        elif draft.content.version not in (form.version, 0):
            form.notices.say("changed", mark("Form", "The record was changed since the draft was typed; its other "
                             "fields are shown as they are now."), "info")  # fmt: skip
        self.kept.keep()


def field_words(binding: Binding) -> tuple[str, ...]:
    """What the changed fields are called, in the order of the form."""
    dirty = binding.dirty()
    return tuple(translate(field.label) for key, field in binding.fields.items() if key in dirty)


def naming_words(binding: Binding) -> str:
    """What a new record is going to be called, after a colon; '' where nothing of it is typed yet."""
    values = binding.readable()
    found = [str(values[key]) for key in _NAMING if values.get(key)]
    return f": {' '.join(found[:2])}" if found else ""


def put_back(binding: Binding, entries: Mapping[str, Any]) -> set[str]:
    """Put typed entries into the fields; the keys of those that hold another value now than when they were typed."""
    typed, base = entries["typed"], entries.get("base", {})
    now = jsonable(binding.base(key for key in typed if key in binding.editors))
    moved = {key for key, value in now.items() if key in base and not _same(value, base[key])}
    binding.restore(typed)
    binding.rebase({key: Former(base[key]) for key in moved})
    return moved


def _same(one: Any, other: Any) -> bool:
    return one == other or (not one and not other and one is not False and other is not False)
