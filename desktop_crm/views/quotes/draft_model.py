"""The lines of a quote or an order while they are edited: headings and lines in one flat, unchanging sheet. No Qt.

A line belongs to the heading above it; lines before any heading stand in no group. Every operation gives a new sheet,
so undoing is showing an older one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count
from typing import Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import language, mark
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbers import format_money, format_number, format_percent
from desktop_crm.models.text import clean, clean_lines
from desktop_crm.services.drafts import DocumentDraft, GroupDraft, LineDraft, Rates, rate_of
from desktop_crm.services.pasting import tax_code_of
from desktop_crm.views.records.entries import entry_of

ZERO = Decimal(0)
_keys = count(1)
_NUMBER = entry_of(Field(mark("Lines", "Number"), Kind.QUANTITY))

NOT_A_RATE = mark("Lines", "“{text}” is no tax rate in force on the day of the document.")
NEGATIVE_PRICE = mark("Lines", "A price is never negative; a return has a negative quantity.")
TOO_MUCH = mark("Lines", "A discount lies between 0 and 100 %.")


@dataclass(frozen=True, slots=True)
class Misread:
    """A text typed into a cell that could not be read; the value before it stays in force."""

    text: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Heading:
    """The title over a group of lines."""

    draft: GroupDraft = field(default_factory=GroupDraft)
    key: int = field(default_factory=lambda: next(_keys))


@dataclass(frozen=True, slots=True)
class Line:
    """One line and the cells of it that could not be read; `key` is the line's own as long as it is edited."""

    draft: LineDraft
    misread: Mapping[str, Misread] = field(default_factory=dict)
    key: int = field(default_factory=lambda: next(_keys))

    def with_values(self, values: Mapping[str, Any], cell: str = "") -> Line:
        """The line with other values, what was misread in `cell` forgotten."""
        left = {key: each for key, each in self.misread.items() if key != cell}
        return replace(self, draft=replace(self.draft, **values), misread=left)

    def without_reading(self, cell: str, text: str, fault: Fault) -> Line:
        """The line as it was, with a text in `cell` that says nothing."""
        return replace(self, misread={**self.misread, cell: Misread(text, fault)})


Item = Heading | Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """Headings and lines in the order they are shown and printed."""

    items: tuple[Item, ...] = ()

    @classmethod
    def of(cls, draft: DocumentDraft) -> Sheet:
        """The groups and lines of a draft."""
        loose = [line for line in draft.lines if line.group is None]
        items: list[Item] = [Line(line) for line in loose]
        for place, group in enumerate(draft.groups):
            items.append(Heading(group))
            items += [Line(line) for line in draft.lines if line.group == place]
        return cls(tuple(items))

    def draft(self, values: Mapping[str, Any]) -> DocumentDraft:
        """The whole document with these values in its head."""
        groups: list[GroupDraft] = []
        lines: list[LineDraft] = []
        for item in self.items:
            if isinstance(item, Heading):
                groups.append(item.draft)
            else:
                lines.append(replace(item.draft, group=len(groups) - 1 if groups else None))
        return DocumentDraft(values, tuple(groups), tuple(lines))

    @property
    def lines(self) -> list[Line]:
        """The lines alone, in order."""
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def headings(self) -> list[Heading]:
        """The headings alone, in order."""
        return [item for item in self.items if isinstance(item, Heading)]

    def place(self, key: int) -> int:
        """Where an item stands, -1 where it is gone."""
        return next((i for i, item in enumerate(self.items) if item.key == key), -1)

    def item(self, key: int) -> Item | None:
        """The item of a key, None where it is gone."""
        return next((item for item in self.items if item.key == key), None)

    def line(self, key: int) -> Line | None:
        """The line of a key, None where it is gone."""
        found = self.item(key)
        return found if isinstance(found, Line) else None

    def members(self, heading: int) -> list[Line]:
        """The lines under a heading."""
        found = []
        for item in self.items[self.place(heading) + 1 :]:
            if isinstance(item, Heading):
                break
            found.append(item)
        return found

    def faults(self) -> list[Fault]:
        """Every cell that could not be read, named as the service names faults of lines."""
        pairs = [(n, key, each) for n, line in enumerate(self.lines) for key, each in line.misread.items()]
        return [replace(each.fault, field=f"lines.{n}.{key}") for n, key, each in pairs]

    # -- changing

    def replaced(self, *items: Item) -> Sheet:
        """Items in the place of those with their keys."""
        new = {item.key: item for item in items}
        return Sheet(tuple(new.get(item.key, item) for item in self.items))

    def inserted(self, at: int, items: Iterable[Item]) -> Sheet:
        """New items before the one that stands at `at`."""
        return Sheet((*self.items[:at], *items, *self.items[at:]))

    def without(self, keys: Collection[int]) -> Sheet:
        """Without some items; the lines under a removed heading go to the group before it."""
        return Sheet(tuple(item for item in self.items if item.key not in keys))

    def duplicated(self, keys: Collection[int]) -> tuple[Sheet, list[int]]:
        """Copies of some lines below the last of them, and the copies' keys."""
        copies = [Line(replace(line.draft, id=None)) for line in self.lines if line.key in keys]
        last = max((i for i, item in enumerate(self.items) if item.key in keys), default=len(self.items) - 1)
        return self.inserted(last + 1, copies), [copy.key for copy in copies]

    def moved(self, keys: Collection[int], by: int) -> Sheet:
        """Some items one place up (-1) or down (1), over lines and headings; unchanged at an end."""
        order = list(self.items)
        places = [i for i, item in enumerate(order) if item.key in keys]
        if not places or not 0 <= (places[0] if by < 0 else places[-1]) + by < len(order):
            return self
        for at in places if by < 0 else reversed(places):
            order[at], order[at + by] = order[at + by], order[at]
        return Sheet(tuple(order))

    def moved_group(self, heading: int, by: int) -> Sheet:
        """A heading with its lines before the group above (-1) or after the one below (1)."""
        blocks: list[list[Item]] = [[]]
        for item in self.items:
            blocks.append([item]) if isinstance(item, Heading) else blocks[-1].append(item)
        at = next(n for n, block in enumerate(blocks) if block and block[0].key == heading)
        if not 1 <= at + by < len(blocks):
            return self
        blocks[at], blocks[at + by] = blocks[at + by], blocks[at]
        return Sheet(tuple(item for block in blocks for item in block))

    def moved_before(self, keys: Collection[int], before: int | None) -> Sheet:
        """Some items, kept in their order, before the item of another key; None is the end."""
        taken = [item for item in self.items if item.key in keys]
        rest = self.without(keys)
        at = len(rest.items) if before is None else rest.place(before)
        return self if at < 0 else rest.inserted(at, taken)


# ---------------------------------------------------------------- cells
def set_cell(line: Line, cell: str, text: str, rates: Rates) -> Line:
    """The line after a text was typed into a cell: with its value, or with the fault shown beside the text."""
    try:
        return line.with_values(_READ[cell](text, rates), cell)
    except EntryError as error:
        return line.without_reading(cell, text.strip(), error.fault(cell))


def _read_code(text: str, rates: Rates) -> dict[str, Any]:
    return {"code": clean(text)}


def _read_name(text: str, rates: Rates) -> dict[str, Any]:
    name, _, detail = clean_lines(text).partition("\n")
    return {"name": name, "detail": detail}


def _read_unit(text: str, rates: Rates) -> dict[str, Any]:
    return {"unit": clean(text)}


def _read_quantity(text: str, rates: Rates) -> dict[str, Any]:
    return {"quantity": _NUMBER.read(text)}


def _read_price(text: str, rates: Rates) -> dict[str, Any]:
    price = _NUMBER.read(text)
    if price < 0:
        raise EntryError(text.strip(), NEGATIVE_PRICE)
    return {"unit_price": price}


def read_discount(text: str) -> dict[str, Decimal]:
    """A discount as typed: "5%" or "5" is a share, "500000" or "50 đ" an amount. Raises EntryError."""
    number = _NUMBER.read(text)
    share = "%" in text or (0 <= number <= 100 and not _has_currency(text))
    if number < 0 or (share and number > 100):
        raise EntryError(text.strip(), TOO_MUCH)
    if share:
        return {"discount_percent": number, "discount_amount": ZERO}
    return {"discount_percent": ZERO, "discount_amount": number}


def _has_currency(text: str) -> bool:
    return any(letter.isalpha() or letter in "₫$€" for letter in text)


def _read_tax(text: str, rates: Rates) -> dict[str, Any]:
    if not clean(text):
        return {"tax_code": ""}
    code = tax_code_of(text, rates)
    if code is None:
        raise EntryError(text.strip(), NOT_A_RATE)
    return {"tax_code": code}


_READ: Mapping[str, Callable[[str, Rates], dict[str, Any]]] = {
    "code": _read_code,
    "name": _read_name,
    "unit": _read_unit,
    "quantity": _read_quantity,
    "unit_price": _read_price,
    "discount": lambda text, rates: read_discount(text),
    "tax_code": _read_tax,
}


def cell_text(line: Line, cell: str, rates: Rates, *, currency: str = "VND", editing: bool = False) -> str:
    """What a cell shows: the text that could not be read, else the value; `editing` as it is typed again."""
    if cell in line.misread:
        return line.misread[cell].text
    draft = line.draft
    if cell == "discount":
        return discount_text(draft.discount_percent, draft.discount_amount, currency)
    if cell == "tax_code":
        rate = rate_of(rates, draft.tax_code, None)
        return rate.label if rate else draft.tax_code
    if cell == "name":
        return f"{draft.name}\n{draft.detail}".strip() if editing else draft.name
    value = getattr(draft, cell)
    return number_text(value) if isinstance(value, Decimal) else value


def number_text(value: Decimal) -> str:
    """A quantity or a price with the decimals it has."""
    return format_number(value, language=language())


def discount_text(percent: Decimal, amount: Decimal, currency: str) -> str:
    """A discount as it is typed: an amount, else a percentage, '' for none."""
    if amount:
        return format_money(amount, currency, language())
    return format_percent(percent, language()) if percent else ""


def clipboard_rows(text: str) -> list[list[str]]:
    """The rows and cells of text from a spreadsheet: tabs between cells, quoted cells may hold line breaks."""
    import csv
    import io

    rows = csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter="\t")
    return [row for row in rows if any(cell.strip() for cell in row)]


def blank_line(rates: Rates, neighbours: Sequence[Line], usual_tax: str) -> LineDraft:
    """A new line that bears the tax of the line before it, else the usual one."""
    return LineDraft(tax_code=neighbours[-1].draft.tax_code if neighbours else usual_tax)


# ---------------------------------------------------------------- keeping
def sheet_words(sheet: Sheet) -> list[dict[str, Any]]:
    """The sheet as JSON keeps it: a title for each heading, texts and numbers as texts for each line."""
    return [_heading_words(item) if isinstance(item, Heading) else _line_words(item) for item in sheet.items]


def _heading_words(heading: Heading) -> dict[str, Any]:
    return {"id": heading.draft.id, "title": heading.draft.title}


def _line_words(line: Line) -> dict[str, Any]:
    values = {key: getattr(line.draft, key) for key in LineDraft.__slots__ if key != "group"}
    return {key: str(value) if isinstance(value, Decimal) else value for key, value in values.items()}


def sheet_of_words(words: Sequence[Mapping[str, Any]]) -> Sheet:
    """The sheet that `sheet_words` kept. Raises ValueError, TypeError or KeyError for anything else."""
    return Sheet(tuple(_item_of_words(one) for one in words))


def _item_of_words(one: Mapping[str, Any]) -> Item:
    if "title" in one:
        return Heading(GroupDraft(one["id"], str(one["title"])))
    usual = LineDraft()
    values: dict[str, Any] = {
        key: Decimal(str(value)) if isinstance(getattr(usual, key), Decimal) else value for key, value in one.items()
    }
    return Line(LineDraft(**values))
