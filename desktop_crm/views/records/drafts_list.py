"""What an earlier run of the program left unsaved: said once the window is there, listed, opened or given up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.services.receipts import saved_under
from desktop_crm.storage.history import Change
from desktop_crm.views.records.declare import EntityView
from desktop_crm.views.records.drafts import Draft, Place
from desktop_crm.views.records.moments import clock
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label, row, rule, scroll

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_MOST_WORDS, _MOST_ROWS = 4, 6
_ROW = 58

Saved = Mapping[str, Sequence[Change]]


def offer_drafts(context: Context, views: Sequence[EntityView], parent: QWidget) -> None:
    """Say what was left behind, if anything was; what turns out to be saved already goes without a word."""
    found = context.drafts.left_behind()
    tokens_ = sorted({draft.token for draft in found if draft.token})
    if not tokens_:
        _say(context, views, parent)
        return

    def settle(saved: Saved) -> None:
        for draft in found:
            if draft.token in saved:
                _settle(context, draft, saved[draft.token])
        _say(context, views, parent)

    context.read(partial(saved_under, tokens=tokens_), settle, lambda _: _say(context, views, parent), owner=parent)


def _settle(context: Context, draft: Draft, changes: Sequence[Change]) -> None:
    """The save this draft was handed to was kept: it goes, but for what was typed after that."""
    made = next((c for c in changes if c.module == draft.place.module and c.action == "created"), None)
    if not draft.typed_on:
        context.drafts.remove(draft.path)
    elif draft.place.record_id is None and made is not None:
        context.drafts.move(draft, Place(made.module, made.record_id, draft.place.part), made.version)


def _say(context: Context, views: Sequence[EntityView], parent: QWidget) -> None:
    found = context.drafts.left_behind()
    if not found:
        return
    show = partial(show_drafts, context, views, parent)
    context.messages.show_message(count_words(len(found)), "warning", mark("Drafts", "Show"), show, stays=True)


def count_words(count: int) -> str:
    """How many drafts there are."""
    words = mark("Drafts", "{n} unsaved draft") if count == 1 else mark("Drafts", "{n} unsaved drafts")
    return translate(words, n=count)


def show_drafts(context: Context, views: Sequence[EntityView], parent: QWidget) -> DraftsSheet:
    """List them."""
    sheet = DraftsSheet(context, views, parent)
    sheet.open()
    return sheet


class DraftsSheet(Sheet):
    """One line for each draft; it closes itself with the last of them."""

    def __init__(self, context: Context, views: Sequence[EntityView], parent: QWidget) -> None:
        self._context = context
        self._icons = {view.module: view.icon for view in views}
        self._lines: QVBoxLayout = col(gap=0)
        self._rows: dict[Path, QWidget] = {}
        self._drafts = context.drafts.left_behind()
        explain = mark("Drafts", "They were typed and not saved, and are kept on this computer only. Opening one puts "
                       "it upon the record as it is now.")  # fmt: skip
        area = scroll(box(self._lines), bare=True)
        body = box(col(label(explain, tone="t2", wrap=True), area, gap=8))
        close = button(mark("Drafts", "Later"))
        super().__init__(parent, mark("Drafts", "Unsaved drafts"), body, (close,), width=640, icon="pencil",
                         tone="warning")  # fmt: skip
        close.clicked.connect(self.reject)
        self.safe = close
        for draft in self._drafts:
            self._add(draft)
        area.setMinimumHeight(min(max(len(self._rows), 1), _MOST_ROWS) * _ROW + 4)

    def drafts(self) -> list[Draft]:
        """Those that are listed."""
        return [draft for draft in self._drafts if draft.path in self._rows]

    def _add(self, draft: Draft) -> None:
        title = label(draft.content.title, strong=True)
        title.setToolTip(draft.content.title)
        title.setMinimumWidth(60)
        detail = label(detail_words(draft), tokens.CAPTION, "t2")
        detail.setToolTip(", ".join(draft.content.words))
        detail.setMinimumWidth(60)
        go = button(mark("Drafts", "Open"), clicked=partial(self.open_draft, draft))
        drop = button(mark("Drafts", "Discard"), "link", clicked=partial(self.discard, draft))
        for each in (go, drop):
            each.setAccessibleDescription(draft.content.title)
        icon = Icon(self._icons.get(draft.place.module, "file-text"), 18)
        line = row(icon, (col(title, detail, gap=1), 1), go, drop, gap=10, margins=(2, 8, 2, 8))
        self._rows[draft.path] = box(col(line, rule("soft"), gap=0))
        self._lines.addWidget(self._rows[draft.path])

    def open_draft(self, draft: Draft) -> None:
        """Go on with one."""
        self.accept()
        self._context.navigator.open_draft(draft)

    def discard(self, draft: Draft) -> None:
        """Give one up; it can be put back for ten seconds."""
        self._context.drafts.remove(draft.path)
        put_back = partial(self._context.drafts.put, draft.path, draft.place, draft.content)
        self._context.messages.show_undo(translate(mark("Drafts", "The draft was discarded.")), put_back)
        gone = self._rows.pop(draft.path)
        gone.hide()
        self._lines.removeWidget(gone)
        gone.deleteLater()
        if not self._rows:
            self.accept()


def detail_words(draft: Draft) -> str:
    """When it was typed and what was changed."""
    words = ", ".join(draft.content.words[:_MOST_WORDS])
    more = "…" if len(draft.content.words) > _MOST_WORDS else ""
    return " · ".join(filter(None, (clock(draft.at), f"{words}{more}")))
