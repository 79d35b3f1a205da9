"""Rows pasted from a spreadsheet as lines of a document: columns by their titles, else by what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_crm.errors import Fault
from desktop_crm.i18n import mark
from desktop_crm.models import Product
from desktop_crm.models.entry import EntryError
from desktop_crm.models.numbers import parse_number
from desktop_crm.models.text import clean, clean_lines, fold
from desktop_crm.services.drafts import LineDraft, Rates, tax_rates
from desktop_crm.services.lines import code_key, line_for_product, products_by_code
from desktop_crm.storage.database import UnitOfWork

TITLES: dict[str, tuple[str, ...]] = {
    "code": ("code", "ma", "ma hang", "ma sp", "ma san pham", "ma vt", "ma vat tu", "product code", "sku"),
    "name": (
        *("name", "ten", "ten hang", "ten san pham", "ten hang hoa", "mo ta", "dien giai", "description", "noi dung"),
        *("ten hang hoa dich vu", "ten quy cach", "ten vat tu", "san pham", "hang hoa"),
    ),
    "detail": ("detail", "quy cach", "thong so", "cau hinh", "specification", "chi tiet"),
    "unit": ("unit", "dvt", "don vi", "don vi tinh"),
    "quantity": ("quantity", "qty", "sl", "so luong"),
    "unit_price": ("price", "unit price", "don gia", "gia", "gia ban", "don gia vnd"),
    "discount_percent": ("discount", "ck", "chiet khau", "giam gia", "discount percent"),
    "tax_code": ("vat", "tax", "thue", "thue suat", "thue gtgt", "tax rate", "thue vat"),
    "": ("stt", "tt", "no", "thanh tien", "amount", "total", "tong", "ghi chu", "tien thue", "tien vat", "cong"),
}
"""Column titles, folded, by the field they fill; those of '' are passed over."""

_BY_TITLE = {title: key for key, titles in TITLES.items() for title in titles}
NUMBERS = ("quantity", "unit_price", "discount_percent")


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line made of a pasted row, and what could not be read in it; `row` counts from 1."""

    line: LineDraft
    row: int
    warnings: tuple[Fault, ...] = ()


def paste_rows(
    unit: UnitOfWork,
    rows: Sequence[Sequence[str]],
    price_book_id: int | None,
    day: date,
    currency: str = "",
    exchange_rate: Decimal = Decimal(1),
) -> list[PastedLine]:
    """A line for each row that says anything; known codes take what the row leaves out from the product.

    An unknown code becomes a free line with a warning, as does a cell that cannot be read.
    """
    kept = [[clean_lines(str(cell)) for cell in row] for row in rows]
    columns, first = _columns(unit, kept)
    rates = tax_rates(unit, day)
    filled = [
        (place, {key: row[index] for index, key in columns.items() if index < len(row) and row[index]})
        for place, row in enumerate(kept[first:], first + 1)
    ]
    products = products_by_code(unit, (cells.get("code", "") for _, cells in filled))
    return [
        _pasted(unit, cells, place, price_book_id, day, currency, exchange_rate, rates, products)
        for place, cells in filled
        if cells.get("name") or cells.get("code")
    ]


def _columns(unit: UnitOfWork, rows: Sequence[Sequence[str]]) -> tuple[dict[int, str], int]:
    """Which column fills which field, and the number of the first row that is a line."""
    for place, row in enumerate(rows[:5]):
        titles = {index: _BY_TITLE[word] for index, cell in enumerate(row) if (word := _title(cell)) in _BY_TITLE}
        if len([key for key in titles.values() if key]) >= 2:
            return _first_of_each(titles), place + 1
    return _by_content(unit, rows), 0


def _title(cell: str) -> str:
    return fold(cell.split("(")[0]) or fold(cell)


def _first_of_each(titles: dict[int, str]) -> dict[int, str]:
    first = {key: index for index, key in reversed(titles.items()) if key}
    return {index: key for key, index in first.items()}


def _by_content(unit: UnitOfWork, rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Columns without titles: a running number first is passed over, then code, texts and numbers in their order."""
    width = max((len(row) for row in rows), default=0)
    cells = {index: [row[index] for row in rows if index < len(row) and row[index]] for index in range(width)}
    filled = [index for index in range(width) if cells[index]]
    if len(filled) > 2 and cells[filled[0]] == [str(n) for n in range(1, len(cells[filled[0]]) + 1)]:
        filled = filled[1:]
    texts = [index for index in filled if not all(_is_number(cell) for cell in cells[index])]
    numbers = [index for index in filled if index not in texts]
    if filled and products_by_code(unit, cells[filled[0]]):
        texts = [filled[0], *(index for index in texts if index != filled[0])]
        numbers = [index for index in numbers if index != filled[0]]
        names: tuple[str, ...] = ("code", "name", "unit")
    else:
        names = ("name", "unit") if len(texts) < 3 else ("code", "name", "unit")
    return dict([*zip(texts, names, strict=False), *zip(numbers, _number_keys(cells, numbers), strict=False)])


def _number_keys(cells: dict[int, list[str]], numbers: Sequence[int]) -> tuple[str, ...]:
    """quantity, price, then percentages: a discount only where two columns of them follow."""
    rest = [index for index in numbers[2:] if all(cell.endswith("%") for cell in cells[index])]
    return ("quantity", "unit_price", *(("discount_percent", "tax_code") if len(rest) > 1 else ("tax_code",)))


def _is_number(cell: str) -> bool:
    try:
        parse_number(cell)
    except EntryError:
        return False
    return True


def _pasted(
    unit: UnitOfWork,
    cells: dict[str, str],
    place: int,
    price_book_id: int | None,
    day: date,
    currency: str,
    exchange_rate: Decimal,
    rates: Rates,
    products: Mapping[str, Product],
) -> PastedLine:
    warnings: list[Fault] = []
    values = _values(cells, rates, warnings)
    product = products.get(code_key(cells.get("code", "")))
    quantity = values.get("quantity", Decimal(1))
    if product is not None:
        values.pop("code", None)
        line = line_for_product(unit, product.id, price_book_id, quantity, day, currency, exchange_rate)
    else:
        line = LineDraft(tax_code=_usual_tax(rates))
        if cells.get("code"):
            message = mark("Paste", "There is no product with the code {code}; the line is free.")
            warnings.append(Fault("code", message, {"code": cells["code"]}, warning=True))
    line = replace(line, **values)
    return PastedLine(replace(line, name=line.name or line.code), place, tuple(warnings))


def _usual_tax(rates: Rates) -> str:
    """What a free line bears until its author says otherwise: the highest rate in force."""
    return max(((rate.percent, rate.code) for rate in rates if rate.percent is not None), default=(0, ""))[1]


def _values(cells: dict[str, str], rates: Rates, warnings: list[Fault]) -> dict[str, Any]:
    values: dict[str, Any] = {key: clean(cells[key]) for key in ("code", "name", "unit") if key in cells}
    if "detail" in cells:
        values["detail"] = cells["detail"]
    if "name" in cells:
        values["name"], _, more = cells["name"].partition("\n")
        values |= {"detail": more} if more and "detail" not in cells else {}
    for key in NUMBERS:
        if key in cells:
            _read_number(key, cells[key], values, warnings)
    if "tax_code" in cells:
        _read_tax(cells["tax_code"], rates, values, warnings)
    return values


def _read_number(key: str, cell: str, values: dict[str, Any], warnings: list[Fault]) -> None:
    try:
        number = parse_number(cell)
    except EntryError as error:
        warnings.append(replace(error.fault(key), warning=True))
        return
    if key == "discount_percent" and "%" not in cell:
        number, key = (number * 100, key) if 0 < number < 1 else (number, key)
        key = "discount_amount" if number > 100 else key
    values[key] = number


def _read_tax(cell: str, rates: Rates, values: dict[str, Any], warnings: list[Fault]) -> None:
    code = tax_code_of(cell, rates)
    if code is None:
        message = mark("Paste", "“{text}” is not a tax rate.")
        warnings.append(Fault("tax_code", message, {"text": cell}, warning=True))
    else:
        values["tax_code"] = code


def tax_code_of(text: str, rates: Rates) -> str | None:
    """The code of a rate written as its code, its label or a percentage (8%, 0,08); None where none fits."""
    for rate in rates:
        if fold(text) in (fold(rate.code), fold(rate.label)):
            return rate.code
    try:
        number = parse_number(text)
    except EntryError:
        return None
    wanted = number * 100 if 0 < number < 1 else number
    return next((rate.code for rate in rates if rate.percent == wanted), None)
