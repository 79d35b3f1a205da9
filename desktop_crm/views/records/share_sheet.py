"""Shares one record, or many, with people and teams: found as one types, without marks; each may read or change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Record
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbers import format_date
from desktop_crm.models.text import fold
from desktop_crm.services import sharing
from desktop_crm.services.sharing import Partner, Shared
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.pickers import PickEditor
from desktop_crm.views.records.selection import Ids
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Avatar, Icon
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label, row, rule, scroll, tool
from desktop_crm.views.widgets.rows import Suggestion

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_MOST = 12  # names offered at once
_WHOM = Field(mark("Share", "Person or team"), Kind.TEXT, key="partner")
_MAY = (
    (False, mark("Share", "May read")),
    (True, mark("Share", "May change")),
)


class PartnerEditor(PickEditor):
    """A person or a team, completed from the first letters; its value is the partner or None."""

    def __init__(self) -> None:
        super().__init__(_WHOM)
        self._partners: Sequence[Partner] = ()
        self._chosen: Partner | None = None
        self.line.setPlaceholderText(translate(mark("Share", "Find a person or a team…")))
        self.line.setAccessibleName(translate(_WHOM.label))

    def set_partners(self, partners: Sequence[Partner]) -> None:
        """Offer these."""
        self._partners = partners

    def value(self) -> Partner | None:
        if self._chosen is not None and self.line.text() == self._chosen.name:
            return self._chosen
        named = [one for one in self._partners if fold(one.name) == fold(self.line.text())]
        return named[0] if len(named) == 1 else None

    def set_value(self, value: Any) -> None:
        self._chosen = value
        self.set_typed(value.name if value is not None else "")

    def offers(self, words: str) -> Sequence[Suggestion]:
        wanted = fold(words).split()
        found = [one for one in self._partners if _has(one, wanted)]
        found.sort(key=lambda one: not fold(one.name).startswith(" ".join(wanted)))
        return [Suggestion(one.name, _detail(one), _icon(one), one) for one in found[:_MOST]]

    def choose(self, data: Any) -> None:
        self.set_value(data)
        self.edited.emit()


def _has(one: Partner, wanted: Sequence[str]) -> bool:
    parts = fold(f"{one.name} {one.detail}").split()
    return all(any(part.startswith(word) for part in parts) for word in wanted)


def _icon(one: Partner) -> str:
    return "handshake" if one.kind == "team" else "users"


def _detail(one: Partner) -> str:
    return translate(mark("Share", "Team")) if one.kind == "team" else one.detail


class ShareSheet(Sheet):
    """Call `show_record` or `share_many` before it is opened."""

    def __init__(self, parent: QWidget, context: Context, entity: type[Record], what: str) -> None:
        self._context, self._entity = context, entity
        self._record: int | None = None
        self._many: Ids | None = None
        self._changed: Callable[[], object] = lambda: None
        self.partner = PartnerEditor()
        self.level = QComboBox()
        self.level.setAccessibleName(translate(mark("Share", "What they may do")))
        for may_change, words in _MAY:
            self.level.addItem(translate(words), may_change)
        self.share_button = button(mark("Share", "Share"), "primary", "plus", clicked=self.share)
        self._trouble = label("", tone="danger", wrap=True)
        self._trouble.hide()
        self._list = box(col(gap=0))
        self._none = label(mark("Share", "It is shared with nobody yet."), tone="t3")
        self._area = scroll(box(col(self._list, None, gap=0)), bare=True)
        self._area.setFixedHeight(216)
        asked = row((self.partner, 1), self.level, self.share_button, gap=8)
        words = mark("Share", "Besides those who see it anyway, it is shown to:")
        self._shown = box(col(4, label(words, tone="t2"), self._none, self._area, gap=6))
        body = box(col(asked, self._trouble, self._shown, gap=6))
        close = button(mark("Share", "Close"))
        title = translate(mark("Share", "Share “{what}”"), what=what)
        super().__init__(parent, title, body, (close,), 520, "link")
        close.clicked.connect(self.reject)
        self.share_button.setDefault(True)
        self.finished.connect(self.deleteLater)
        self.safe = self.partner
        self.partner.edited.connect(self._show_able)
        self._show_able()
        context.read(sharing.partners, self._offer, owner=self, key="partners")

    def show_record(self, record_id: int, changed: Callable[[], object]) -> None:
        """Share one record, and show whom it is shared with; `changed` follows what is done."""
        self._record, self._changed = record_id, changed
        self._read()

    def share_many(self, chosen: Ids) -> None:
        """Share what is chosen in a list."""
        self._many = chosen
        self._shown.hide()

    def _offer(self, partners: Sequence[Partner]) -> None:
        self.partner.set_partners(partners)

    def _show_able(self) -> None:
        able = self.partner.value() is not None
        self.share_button.setEnabled(able)
        self.share_button.setToolTip("" if able else translate(mark("Share", "Choose a person or a team first")))

    # -- one record

    def _read(self) -> None:
        work = partial(_shares, self._entity, self._record or 0)
        self._context.read(work, self._show, owner=self, key="shares")

    def _show(self, shares: Sequence[Shared]) -> None:
        layout = self._list.layout()
        assert layout is not None
        while (old := layout.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in shares:
            layout.addWidget(self._line(one))
        self._none.setVisible(not shares)
        self._area.setVisible(bool(shares))
        self.fit()

    def _line(self, one: Shared) -> QWidget:
        face = Icon("handshake", 20) if one.kind == "team" else Avatar(one.name, 26)
        said = mark("Share", "by {by} on {when}")
        words = translate(said, by=one.by, when=format_date(one.at))
        level = QComboBox()
        level.setAccessibleName(translate(mark("Share", "What they may do")))
        for may_change, text in _MAY:
            level.addItem(translate(text), may_change)
        level.setCurrentIndex(level.findData(one.may_change))
        level.activated.connect(lambda: self._give(one.kind, one.with_id, bool(level.currentData())))
        tip = translate(mark("Share", "Share it no longer with {name}"), name=one.name)
        away = tool("trash-2", tip, 28, clicked=partial(self.take_back, one.id))
        name = col(label(one.name, strong=True), label(words, tokens.CAPTION, "t3"), gap=0)
        return box(col(row(face, (name, 1), level, away, gap=8, margins=(0, 6, 6, 6)), rule("soft"), gap=0))

    def take_back(self, share_id: int) -> None:
        """Share it no longer with one of them."""
        self._context.write(partial(_take_back, share_id), self._done, self._failed, owner=self)

    # -- sharing

    def share(self) -> None:
        """Share with whom is chosen."""
        partner = self.partner.value()
        if partner is not None:
            self._give(partner.kind, partner.id, bool(self.level.currentData()))

    def _give(self, kind: sharing.Kind, with_id: int, may_change: bool) -> None:
        self._trouble.hide()
        if self._many is not None:
            work = partial(_share_many, self._entity, self._many, kind, with_id, may_change)
            self._context.write(work, self._many_shared, self._failed, owner=self)
        elif self._record is not None:
            one = partial(_share, self._entity, self._record, kind, with_id, may_change)
            self._context.write(one, self._done, self._failed, owner=self)

    def _done(self, _: Any) -> None:
        self.partner.set_value(None)
        self._show_able()
        self._read()
        self._changed()

    def _many_shared(self, number: int) -> None:
        words = mark("Share", "{n} records shared.")
        self._context.messages.show_message(translate(words, n=number))
        self.accept()

    def _failed(self, error: CrmError) -> None:
        self._trouble.setText(error.text())
        self._trouble.show()
        self.fit()
        if self._record is not None:
            self._read()


def _shares(entity: type[Record], record_id: int, unit: UnitOfWork) -> list[Shared]:
    return sharing.shares_of(unit, entity, record_id)


def _share(
    entity: type[Record], record_id: int, kind: sharing.Kind, with_id: int, may_change: bool, unit: UnitOfWork
) -> int:
    return sharing.share(unit, entity, record_id, kind, with_id, may_change)


def _share_many(
    entity: type[Record], chosen: Ids, kind: sharing.Kind, with_id: int, may_change: bool, unit: UnitOfWork
) -> int:
    return sharing.share_many(unit, entity, chosen(unit), kind, with_id, may_change)


def _take_back(share_id: int, unit: UnitOfWork) -> None:
    sharing.take_back(unit, share_id)
