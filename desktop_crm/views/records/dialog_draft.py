"""The draft of a dialog: what was typed into it comes back when it is opened again, until it is done or cancelled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop_crm.i18n import mark, translate
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.drafts import NO_VERSION, Content, Draft, Drafts, Place
from desktop_crm.views.records.kept import Kept
from desktop_crm.views.records.moments import clock
from desktop_crm.views.widgets.dialogs import Sheet

Typed = dict[str, Any]


class DialogDraft(Kept):
    """Keeps what `typed()` tells of a sheet once it differs from how the sheet began; `put_back` takes it again."""

    def __init__(
        self,
        drafts: Drafts,
        place: Place,
        sheet: Sheet,
        typed: Callable[[], Typed],
        put_back: Callable[[Typed], object],
        words: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._sheet, self._typed, self._words = sheet, typed, words
        self._first = typed()
        super().__init__(drafts, place, self._content, sheet)
        found = self.left_behind() if place.record_id is not None or place.part else None
        if found is not None:
            self._restore(found, put_back)
        sheet.rejected.connect(self.drop)
        sheet.finished.connect(self._closed)

    def _content(self) -> Content | None:
        entries = self._typed()
        if entries == self._first:
            return None
        return Content(self._sheet.windowTitle(), self._words(), NO_VERSION, entries)

    def _restore(self, found: Draft, put_back: Callable[[Typed], object]) -> None:
        self.adopt(found)
        put_back(dict(found.content.entries))
        self._sheet.say_restored(
            translate(mark("DialogDraft", "What you typed at {time} is here again."), time=clock(found.at))
        )

    def _closed(self) -> None:
        """What the dialog was about is being done; if it fails, the next dialog of this place begins with it."""
        self._timer.stop()
        self.drafts.release(self.path)


def of_binding(drafts: Drafts, place: Place, sheet: Sheet, binding: Binding) -> DialogDraft:
    """The draft of a sheet all of whose entries stand in one binding."""
    made = DialogDraft(
        drafts,
        place,
        sheet,
        lambda: {"typed": all_typed(binding)},
        lambda entries: binding.restore(entries["typed"]),
        lambda: tuple(translate(field.label) for field in binding.fields.values()),
    )
    binding.changed.connect(made.touch)
    return made


def all_typed(binding: Binding) -> Typed:
    """What stands in every field of a binding."""
    return {key: editor.typed() for key, editor in binding.editors.items()}
