"""Cells to field values, by the field's kind: what spreadsheets do to dates, phones, tax codes and amounts undone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from desktop_crm.errors import Fault
from desktop_crm.exchange.looks import ERROR_VALUES, Percentage, error_value, shown
from desktop_crm.i18n import mark
from desktop_crm.models.bounds import LARGEST, LARGEST_INTEGER
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbers import (
    VIETNAM,
    AmbiguousNumber,
    NotADate,
    NotANumber,
    format_number,
    parse_date,
    parse_number,
    round_half_up,
    suggest_number,
)
from desktop_crm.models.phones import NotAPhone, check_email, parse_phone
from desktop_crm.models.tax_code import check_tax_code
from desktop_crm.models.text import clean, clean_lines, fold
from desktop_crm.models.validation import faults_of_value

PLACES = 4  # decimals that amounts are stored with
_EPOCH = datetime(1899, 12, 30)
_SERIALS = range(10_000, 80_000)  # 1927 to 2119: smaller numbers are years or counts


class Problem(NamedTuple):
    """What is wrong with one cell, and the text that would put it right, where there is one."""

    fault: Fault
    fix: str | None = None


Problems = list[Problem]
Converter = Callable[[Any, Problems], Any]
"""(cell, problems) -> value; None for an empty cell and for one that cannot be read, which adds a problem."""


class ChoiceRow(NamedTuple):
    """A row of a list as far as a cell may name it; `percent` where the list is one of rates."""

    code: str
    labels: tuple[str, ...]
    percent: Decimal | None = None


def converter(field: Field, choices: Mapping[str, list[ChoiceRow]] | None = None, language: str = "vi") -> Converter:
    """The function that reads a cell as a value of `field`.

    `choices` holds the rows of each list by name; `language` settles what 1.234 means. A relation comes back as
    its cleaned text: names are looked up for all rows at once.
    """
    if field.kind == Kind.CHOICE:
        read: Converter = _Choices(field, (choices or {}).get(field.choices, []))
    else:
        read = _BY_KIND[field.kind](field, language)

    def convert(cell: Any, problems: Problems) -> Any:
        if cell == "" or cell is None or (cell.__class__ is str and not cell.strip()):
            return None
        if cell.__class__ is str and cell[0] == "#" and cell.strip() in ERROR_VALUES:
            problems.append(Problem(_for(field, error_value(cell.strip()))))
            return None
        return read(cell, problems)

    return convert


def _for(field: Field, fault: Fault) -> Fault:
    return Fault(field.key, fault.message, fault.values, fault.warning)


def _text(field: Field, language: str) -> Converter:
    tidy = clean_lines if field.kind == Kind.LONG_TEXT else clean
    length = field.length or 1_000_000

    def read(cell: Any, problems: Problems) -> Any:
        text = tidy(cell if cell.__class__ is str else shown(cell))
        if len(text) > length:
            problems.append(Problem(faults_of_value(field, text)[0], text[:length].rstrip()))
            return None
        return text or None

    return read


_SEVERAL = re.compile(r"\s*(?:[;/|\n,]|\s-\s|\bhoặc\b|\bor\b)\s*")


_USUAL = re.compile(r"0?([35789][0-9]{8}|2[0-9]{9})").fullmatch
_SIGNS = str.maketrans("", "", " .-")


def _phone(field: Field, language: str) -> Converter:
    def read(cell: Any, problems: Problems) -> Any:
        text = cell if cell.__class__ is str else shown(cell)
        if usual := _USUAL(text.translate(_SIGNS)):
            return "+84" + usual[1]  # what parse_phone would say, at a hundredth of the cost
        try:
            return parse_phone(text, lost_zero=True) or None
        except NotAPhone as error:
            problems.append(Problem(error.fault(field.key), _first_good(text, _good_phone)))
            return None

    return read


def _good_phone(text: str) -> str | None:
    try:
        return text if parse_phone(text, lost_zero=True) else None
    except NotAPhone:
        return None


def _first_good(text: str, good: Callable[[str], str | None]) -> str | None:
    """The first of several things written in one cell that can stand alone."""
    parts = _SEVERAL.split(clean(text))
    return next((found for part in parts if (found := good(part))), None) if len(parts) > 1 else None


def _email(field: Field, language: str) -> Converter:
    def read(cell: Any, problems: Problems) -> Any:
        text = shown(cell)
        try:
            return check_email(text) or None
        except EntryError as error:
            tidied = re.sub(r"\s+", "", text).replace(",", ".").replace("@@", "@").strip(".;<>")
            fix = _first_good(text, _good_email) or _good_email(tidied)
            problems.append(Problem(error.fault(field.key), fix))
            return None

    return read


def _good_email(text: str) -> str | None:
    try:
        return check_email(text) or None
    except EntryError:
        return None


_MISTYPED = str.maketrans("OoQDlI|!SsBZz", "0000111155822")


def _tax_code(field: Field, language: str) -> Converter:
    def read(cell: Any, problems: Problems) -> Any:
        typed = cell.__class__ is str
        text = cell if typed else shown(cell)
        result = check_tax_code(text, lost_zero=not typed)
        if result.severity == "error" and typed:
            restored = check_tax_code(text, lost_zero=True)
            result = result if restored.problem else restored
        if fault := result.fault(field.key):
            problems.append(Problem(fault, None if fault.warning else _mended_tax_code(text)))
            if not fault.warning:
                return None
        return result.normalized or None

    return read


def _mended_tax_code(text: str) -> str | None:
    mended = check_tax_code(text.translate(_MISTYPED), lost_zero=True)
    return None if mended.problem else mended.normalized


def _number(field: Field, language: str) -> Converter:
    whole = field.kind == Kind.INTEGER
    decimals = 0 if field.kind in (Kind.INTEGER, Kind.MONEY) else None

    def read(cell: Any, problems: Problems) -> Any:
        try:
            value = _decimal(cell, language, decimals)
        except AmbiguousNumber as error:
            problems.append(Problem(error.fault(field.key), f"{max(error.readings):f}"))
            return None
        except NotANumber as error:
            meant = suggest_number(shown(cell), language)
            problems.append(Problem(error.fault(field.key), None if meant is None else format_number(meant)))
            return None
        return _fitting(field, value, whole, problems)

    return read


def _decimal(cell: Any, language: str, decimals: int | None) -> Decimal:
    if isinstance(cell, Percentage):
        return round_half_up(Decimal(repr(float(cell))) * 100, PLACES)
    if isinstance(cell, float):
        return Decimal(int(cell)) if cell.is_integer() else round_half_up(Decimal(repr(cell)), PLACES)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return Decimal(int(cell))
    return parse_number(shown(cell), language, decimals)


def _fitting(field: Field, value: Decimal, whole: bool, problems: Problems) -> Any:
    """The number if the field can hold it; a whole one as int."""
    if whole and value != value.to_integral_value():
        message = mark("Exchange", "{value} is not a whole number.")
        fault = Fault(field.key, message, {"value": format_number(value)})
        problems.append(Problem(fault, str(round_half_up(value, 0))))
        return None
    if abs(value) >= (LARGEST_INTEGER if whole else LARGEST):
        fault = Fault(field.key, mark("Exchange", "{value} is too large."), {"value": format_number(value)})
        problems.append(Problem(fault))
        return None
    if field.kind == Kind.PERCENT and (faults := faults_of_value(field, value)):
        problems.append(Problem(faults[0]))
        return None
    return int(value) if whole else round_half_up(value, PLACES)


def _date(field: Field, language: str) -> Converter:
    def read(cell: Any, problems: Problems) -> Any:
        day = _day(cell)
        if day is not None and 1000 < day.year < 2200:
            return day
        text = clean(shown(cell))
        problems.append(Problem(NotADate(text).fault(field.key), _meant_day(text)))
        return None

    return read


def _moment(field: Field, language: str) -> Converter:
    def read(cell: Any, problems: Problems) -> Any:
        if isinstance(cell, str) and (found := _CLOCK.search(cell)) and (day := _day(cell)):
            cell = datetime.combine(day, time(int(found[1]), int(found[2])))
        if isinstance(cell, float):
            cell = _EPOCH + timedelta(days=cell) if int(cell) in _SERIALS else cell
        day = _day(cell)
        if day is None:
            problems.append(Problem(NotADate(clean(shown(cell))).fault(field.key)))
            return None
        local = cell if isinstance(cell, datetime) else datetime.combine(day, time())
        return local.replace(tzinfo=local.tzinfo or VIETNAM).astimezone(UTC)

    return read


_CLOCK = re.compile(r"\s+(\d{1,2})[:h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*$")


def _day(cell: Any) -> date | None:
    """The day of a date cell, of a serial number or of a text, never read month first."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _day_of_number(cell)
    text = _CLOCK.sub("", clean(shown(cell)))
    try:
        return parse_date(text)
    except NotADate:
        return _day_of_number(int(text)) if re.fullmatch(r"\d{5}|\d{8}", text) else None


def _day_of_number(number: float) -> date | None:
    if int(number) in _SERIALS:
        return (_EPOCH + timedelta(days=int(number))).date()
    digits = str(int(number))
    if len(digits) != 8 or not digits.startswith(("19", "20")):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _meant_day(text: str) -> str | None:
    """What a year, a month or a date written month first probably means; offered, never taken."""
    if found := re.fullmatch(r"(?:năm )?((?:19|20)\d\d)", text):
        return f"01/01/{found[1]}"
    if found := re.fullmatch(r"(\d{1,2})[/.-]((?:19|20)\d\d)", text):
        return f"01/{int(found[1]):02}/{found[2]}" if 1 <= int(found[1]) <= 12 else None
    if (found := re.match(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})", text)) and int(found[3]) > 12:
        turned = _day(f"{found[3]}/{found[1]}/{found[4]}")
        return turned.strftime("%d/%m/%Y") if turned else None
    return None


_YES = frozenset("co yes y true x 1 dung dong y on ok roi da v t".split()) | {"dong y", "da dong y"}
_NO = frozenset("khong no n false 0 sai off chua khong dong y k f".split()) | {"khong dong y", "tu choi"}
_TICKS, _CROSSES = frozenset("✓✔☑✅√"), frozenset("✗✘☐❌×-–")


def _yes_no(field: Field, language: str) -> Converter:
    def read(cell: Any, problems: Problems) -> Any:
        if isinstance(cell, bool):
            return cell
        text = clean(shown(cell))
        word = fold(text)
        if word in _YES or text in _TICKS:
            return True
        if word in _NO or text in _CROSSES:
            return False
        fault = Fault(field.key, mark("Exchange", "“{value}” is neither yes nor no."), {"value": text})
        problems.append(Problem(fault))
        return None

    return read


class _Choices:
    """Reads a cell as a code of a list: by code, by label in either language, a rate also by its percentage."""

    def __init__(self, field: Field, rows: list[ChoiceRow]) -> None:
        self.field, self.labels = field, {row.code: next(filter(None, row.labels), row.code) for row in rows}
        self.codes: dict[str, str] = {}
        for row in reversed(rows):
            self.codes.update(dict.fromkeys((fold(row.code), *map(fold, row.labels)), row.code))
        self.codes.pop("", None)
        self.percents = {row.percent: row.code for row in reversed(rows) if row.percent is not None}

    def __call__(self, cell: Any, problems: Problems) -> str | None:
        code = self.codes.get(fold(shown(cell))) or self._by_percent(cell)
        if code is None:
            text = clean(shown(cell))
            fault = Fault(self.field.key, mark("Validation", "“{value}” is not in the list."), {"value": text})
            problems.append(Problem(fault, self._nearest(fold(text))))
        return code

    def _by_percent(self, cell: Any) -> str | None:
        if not self.percents:
            return None
        try:
            value = _decimal(cell, "vi", None)
        except EntryError:
            return None
        if 0 < value < 1 and not isinstance(cell, str | Percentage):
            value *= 100
        return self.percents.get(value)

    def _nearest(self, word: str) -> str | None:
        near = difflib.get_close_matches(word, self.codes, n=1, cutoff=0.7)
        return self.labels[self.codes[near[0]]] if near else None


_BY_KIND: Mapping[Kind, Callable[[Field, str], Converter]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.URL: _text,
    Kind.RELATION: _text,
    Kind.PHONE: _phone,
    Kind.EMAIL: _email,
    Kind.TAX_CODE: _tax_code,
    Kind.INTEGER: _number,
    Kind.QUANTITY: _number,
    Kind.MONEY: _number,
    Kind.PERCENT: _number,
    Kind.DATE: _date,
    Kind.DATETIME: _moment,
    Kind.BOOLEAN: _yes_no,
}
