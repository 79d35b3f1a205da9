"""Putting one record into the recycle bin and taking it out, with the undo that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.i18n import mark, translate
from desktop_crm.services import records
from desktop_crm.services.reading import RecordView

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


def put_into_bin(context: Context, view: RecordView, done: Callable[[], object], owner: QObject) -> None:
    """Delete a record; it can be taken back for ten seconds, whatever became of the form."""

    def deleted(_: int) -> None:
        words = translate(mark("Form", "{title} was moved to the recycle bin."), title=view.title)
        context.messages.show_undo(words, lambda: take_out(context, view, lambda: None, context.relay))
        done()

    context.write(
        lambda unit: records.delete(unit, view.entity, [view.id], {view.id: view.version}), deleted, owner=owner
    )


def take_out(context: Context, view: RecordView, done: Callable[[], object], owner: QObject) -> None:
    """Restore a record."""
    context.write(lambda unit: records.restore(unit, view.entity, [view.id]), lambda _: done(), owner=owner)
