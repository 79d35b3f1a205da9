"""A document's editor and what was stored meanwhile, side by side: head by field, lines one by one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.numbers import VIETNAM
from desktop_crm.views.quotes.draft_model import ZERO, Sheet, discount_text
from desktop_crm.views.quotes.fields import DISCOUNTS
from desktop_crm.views.quotes.lines_model import COLUMNS
from desktop_crm.views.quotes.loading import Opened
from desktop_crm.views.quotes.merging import Clash, Merge, different_cells, item_words
from desktop_crm.views.records.binding import same
from desktop_crm.views.records.conflict import Difference, overlapping
from desktop_crm.views.records.history_words import in_words

if TYPE_CHECKING:
    from desktop_crm.views.quotes.editor import DocumentEditor

DISCOUNT = "discount"
_CELLS = ("quantity", "unit_price", "discount", "tax_code", "unit", "code", "name")  # what is short comes first
_LABELS = {column.cell: column.label for column in COLUMNS}
_LINE = mark("DocumentMerge", "Line {n}")
_OTHER_LINE = mark("DocumentMerge", "A line")
_HEADING = mark("DocumentMerge", "Heading")


class DocumentMerge:
    """What both sides changed is in `differences`; `lines` makes one sheet of both."""

    def __init__(self, editor: DocumentEditor, opened: Opened) -> None:
        self._editor, self.opened = editor, opened
        view = opened.view
        self.who: str = view.relations.get("modified_by_id", (0, "?"))[1] if view is not None else "?"
        self.when: datetime = view.values["modified_at"] if view is not None else datetime.now(VIETNAM)
        self.lines = Merge(editor.base, editor.panel.model.sheet, Sheet.of(opened.draft))
        self._theirs = {key: opened.draft.values.get(key) for key in editor.head.binding.editors}
        self.differences = [*self._of_head(), *self._of_discount(), *map(self._of_line, self.lines.clashes)]

    def kept_fields(self, taken: set[str]) -> frozenset[str]:
        """The fields of the head whose edits stay."""
        head = self._editor.head
        changed = {*head.binding.dirty(), *([DISCOUNT] if head.discount.is_changed() else [])}
        return frozenset(changed - taken)

    def _of_head(self) -> list[Difference]:
        binding = self._editor.head.binding
        mine, base = binding.readable(), binding.base(binding.editors)
        changed = {key: mine.get(key) for key in binding.dirty()}
        both = [key for key in overlapping(changed, base, self._theirs) if not same(base[key], self._theirs[key])]
        return [self._of_field(key) for key in both]

    def _of_field(self, key: str) -> Difference:
        binding = self._editor.head.binding
        editor, field = binding.editors[key], binding.fields[key]
        typed, chosen = editor.typed(), getattr(editor, "chosen", None)
        title = self.opened.titles.get(key)
        shown = (self._theirs[key], title) if title is not None else self._theirs[key]
        theirs = in_words(field, shown, self._editor.context.choices, {})
        mine = typed if isinstance(typed, str) else chosen[1] if chosen else str(typed)
        return Difference(key, translate(field.label), mine, theirs)

    def _of_discount(self) -> list[Difference]:
        discount, values = self._editor.head.discount, self.opened.draft.values
        theirs: tuple[Any, ...] = tuple(values.get(key) or ZERO for key in DISCOUNTS)
        mine = discount.values(self.opened.draft.currency)
        same_ = bool(mine) and tuple(mine[key] for key in DISCOUNTS) == theirs
        if not discount.is_changed() or theirs == discount.base or same_:
            return []
        words = discount_text(theirs[0], theirs[1], self.opened.draft.currency)
        return [Difference(DISCOUNT, translate(mark("DocumentMerge", "Discount")), discount.text(), words)]

    def _of_line(self, clash: Clash) -> Difference:
        """What differs in a line, cell by cell; a line one side removed is called by its name."""
        label: Message = _HEADING if "heading" in clash.ident[0] else _LINE if clash.number else _OTHER_LINE
        words = translate(label, n=clash.number)
        cells = different_cells(clash, _CELLS, self.opened.draft.currency, self.opened.rates)
        if not cells:
            return Difference(clash.key, words, item_words(clash.mine), item_words(clash.theirs))
        called = item_words(self.lines.before(clash) or clash.theirs)
        mine, theirs = (
            " · ".join(f"{translate(_LABELS[one[0]])}: {one[side] or '–'}" for one in cells) for side in (1, 2)
        )
        return Difference(clash.key, f"{words}: {called}", mine, theirs)
