"""Numbers, money and dates as Vietnamese business writes and reads them.

Values are `Decimal` and never binary floats; texts are 1.234.567,89 in Vietnamese, 1,234,567.89 in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Context, Decimal

from desktop_crm.i18n import mark
from desktop_crm.models.entry import EntryError
from desktop_crm.models.text import clean, fold

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class CurrencyWords:
    """How a currency and its hundredth are spoken; `one`/`many` matter in English only."""

    vi: str
    vi_cent: str
    one: str
    many: str
    cent: str = "cent"
    cents: str = "cents"


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO code, with the decimals its amounts are rounded to."""

    code: str
    decimals: int
    symbol: str
    words: CurrencyWords


_CURRENCIES = (
    Currency("VND", 0, "₫", CurrencyWords("đồng", "xu", "dong", "dong")),
    Currency("USD", 2, "$", CurrencyWords("đô la Mỹ", "xu", "US dollar", "US dollars")),
    Currency("EUR", 2, "€", CurrencyWords("euro", "xu", "euro", "euros")),
    Currency("JPY", 0, "¥", CurrencyWords("yên Nhật", "sen", "Japanese yen", "Japanese yen", "sen", "sen")),
    Currency("GBP", 2, "£", CurrencyWords("bảng Anh", "xu", "pound sterling", "pounds sterling", "penny", "pence")),
    Currency("CNY", 2, "CN¥", CurrencyWords("nhân dân tệ", "phân", "Chinese yuan", "Chinese yuan", "fen", "fen")),
    Currency("KRW", 0, "₩", CurrencyWords("won Hàn Quốc", "jeon", "Korean won", "Korean won", "jeon", "jeon")),
    Currency("TWD", 2, "NT$", CurrencyWords("đô la Đài Loan", "xu", "Taiwan dollar", "Taiwan dollars")),
    Currency("HKD", 2, "HK$", CurrencyWords("đô la Hồng Kông", "xu", "Hong Kong dollar", "Hong Kong dollars")),
    Currency("SGD", 2, "S$", CurrencyWords("đô la Singapore", "xu", "Singapore dollar", "Singapore dollars")),
    Currency("AUD", 2, "A$", CurrencyWords("đô la Úc", "xu", "Australian dollar", "Australian dollars")),
    Currency("CAD", 2, "C$", CurrencyWords("đô la Canada", "xu", "Canadian dollar", "Canadian dollars")),
    Currency("CHF", 2, "CHF", CurrencyWords("franc Thụy Sĩ", "xu", "Swiss franc", "Swiss francs", "rappen", "rappen")),
    Currency("THB", 2, "฿", CurrencyWords("baht Thái", "satang", "Thai baht", "Thai baht", "satang", "satang")),
    Currency("MYR", 2, "RM", CurrencyWords("ringgit Malaysia", "sen", "Malaysian ringgit", "Malaysian ringgit", "sen")),
    Currency("LAK", 2, "₭", CurrencyWords("kíp Lào", "at", "Lao kip", "Lao kip", "at", "at")),
    Currency("KHR", 2, "៛", CurrencyWords("riel Campuchia", "sen", "Cambodian riel", "Cambodian riel", "sen", "sen")),
)
CURRENCIES = {one.code: one for one in _CURRENCIES}


class NotANumber(EntryError):
    """The text is no number."""

    message = mark("Number", "“{text}” is not a number.")


class AmbiguousNumber(EntryError):
    """The text can be read as two numbers; `readings` holds both, the reading of the language first."""

    message = mark("Number", "“{text}” can be read as {first} or as {second}. Please write it without doubt.")

    def __init__(self, text: str, language: str, *readings: Decimal) -> None:
        self.readings = readings
        first, second = (format_number(value, language=language) for value in readings)
        super().__init__(text, first=first, second=second)


class NotADate(EntryError):
    """The text is no date."""

    message = mark("Number", "“{text}” is not a date. Write day/month/year, for example 25/12/2026.")


def currency(code: str) -> Currency:
    """The currency of an ISO code; one unknown here has two decimals and is spoken by its code."""
    return CURRENCIES.get(code) or Currency(code, 2, code, CurrencyWords(code, "xu", code, code))


_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """`value` rounded to so many decimals, halves away from zero; exact up to 60 digits, never -0."""
    rounded = value.quantize(Decimal((0, (1,), -decimals)), context=_WIDE)
    return rounded if rounded else rounded.copy_abs()


def format_number(value: Decimal | int, decimals: int | None = None, language: str = "vi") -> str:
    """A grouped number; `decimals` None shows just the decimals it has."""
    number = Decimal(value)
    if decimals is not None:
        number = round_half_up(number, decimals)
    text = f"{number:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.removeprefix("-") if not number else text
    return text if language == "en" else text.translate(_SWAPPED)


_SWAPPED = {ord(","): ".", ord("."): ","}


def format_money(
    value: Decimal | int, currency_code: str = "VND", language: str = "vi", *, symbol: bool = False
) -> str:
    """An amount with its currency's decimals; with `symbol` 1.234.567 ₫ in Vietnamese, ₫1,234,567 in English."""
    money = currency(currency_code)
    text = format_number(value, money.decimals, language)
    if not symbol:
        return text
    if language == "en":
        return f"-{money.symbol}{text[1:]}" if text.startswith("-") else money.symbol + text
    return f"{text}\u00a0{money.symbol}"


def format_percent(value: Decimal | int, language: str = "vi") -> str:
    """A percentage, 8 is 8%, with the decimals it has."""
    return format_number(value, language=language) + "%"


_ADORNMENT = re.compile(rf"(?:%|₫|đồng|vnđ|đ|[$€£¥₩฿₭]|{'|'.join(CURRENCIES)})", re.IGNORECASE)
_PLAIN = re.compile(r"\d+(?:[.,]\d*)?|[.,]\d+")
_GROUPS = r"[1-9]\d{0,2}(?:%s\d{3})+"
_GROUPED = tuple(
    (re.compile(rf"({_GROUPS % re.escape(group)})(?:{re.escape(point)}(\d*))?"), group)
    for group, point in ((".", ","), (",", "."), (" ", ","), (" ", "."), ("'", "."))
)


def parse_number(text: str, language: str = "vi", decimals: int | None = None) -> Decimal:
    """The number a person wrote, with either separator where there is one reading only.

    A dot before three digits groups in Vietnamese ("1.234" is 1234) and a comma does in English; the other
    way round raises `AmbiguousNumber`, unless `decimals` (the field's own) settles it. A trailing đ, ₫, VND
    or % is ignored, "3 triệu" is no number. Raises `NotANumber`.
    """
    negative, body = _unsigned(text)
    readings = _readings(body, language, decimals)
    if not readings:
        raise NotANumber(text.strip())
    signed = [-value if negative and value else value for value in readings]
    if len(signed) > 1:
        raise AmbiguousNumber(text.strip(), language, *signed)
    return signed[0]


def _unsigned(text: str) -> tuple[bool, str]:
    body = clean(text).replace("−", "-")
    if body.startswith("(") and body.endswith(")"):
        return True, _bare(body[1:-1])
    bare = _bare(body)
    return (True, _bare(bare[1:])) if bare.startswith("-") else (False, bare.removeprefix("+").lstrip())


def _bare(body: str) -> str:
    if found := _ADORNMENT.match(body):
        body = body[found.end() :].lstrip()
    ends = [found for found in _ADORNMENT.finditer(body) if found.end() == len(body)]
    return body[: ends[0].start()].rstrip() if ends else body


def _readings(body: str, language: str, decimals: int | None) -> list[Decimal]:
    """What `body` may mean: nothing, one number, or two of which the language prefers the first."""
    grouped = _grouped(body)
    plain = Decimal(body.replace(",", ".")) if _PLAIN.fullmatch(body) else None
    if grouped is None or plain is None:
        return [value for value in (grouped, plain) if value is not None]
    if ("." if language == "vi" else ",") in body or (decimals is not None and decimals < 3):
        return [grouped]
    return [plain] if decimals is not None else [plain, grouped]


def _grouped(body: str) -> Decimal | None:
    for pattern, group in _GROUPED:
        if found := pattern.fullmatch(body):
            whole = found[1].replace(group, "")
            return Decimal(f"{whole}.{found[2]}" if found[2] else whole)
    return None


_UNITS = {"nghin": 3, "ngan": 3, "k": 3, "trieu": 6, "tr": 6, "ty": 9, "ti": 9}
_SPOKEN = re.compile(r"(\d[\d.,]*)\s*(nghin|ngan|k|trieu|tr|ty|ti)(?![a-z])")


def suggest_number(text: str, language: str = "vi") -> Decimal | None:
    """What "1,2 tỷ", "3 triệu", "500k", "2tr5" or "1 tỷ 200 triệu" probably mean; None for anything else."""
    rest, total, power = _spoken_form(text), Decimal(0), 99
    while found := _SPOKEN.match(rest):
        unit = _UNITS[found[2]]
        readings = _readings(found[1], language, None)
        if not readings or unit >= power:
            return None
        total, power = total + readings[0].scaleb(unit), unit
        rest = rest[found.end() :].lstrip()
    if power == 99 or (rest and not re.fullmatch(r"\d{1,3}", rest)):
        return None
    return total + (Decimal(rest).scaleb(power - len(rest)) if rest else 0)


def _spoken_form(text: str) -> str:
    """`text` folded but for its separators, without the currency at its end, and "2tr5" parted."""
    plain = "".join(char if char in ".,0123456789" else (fold(char) or " ") for char in clean(text))
    plain = re.sub(r"\s*(?:dong|vnd|d)\s*$", "", plain)
    return re.sub(r"([a-z])(\d)", r"\1 \2", plain)


_NUMERIC_DATE = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_ISO_DATE = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})")
_SPOKEN_DATE = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")


def parse_date(text: str) -> date:
    """A date written dd/MM/yyyy, d-M-yy, yyyy-MM-dd or "ngày 5 tháng 3 năm 2026"; never month first.

    Two-digit years are 1950 to 2049. Raises `NotADate`.
    """
    body = clean(text)
    try:
        if found := _ISO_DATE.fullmatch(body):
            return date(int(found[1]), int(found[3]), int(found[4]))
        if found := _NUMERIC_DATE.fullmatch(body):
            return date(_full_year(found[4]), int(found[3]), int(found[1]))
        if found := _SPOKEN_DATE.fullmatch(fold(body)):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise NotADate(body)


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def format_date(value: date) -> str:
    """05/03/2026; a moment is given by its day in Vietnam."""
    day = in_vietnam(value) if isinstance(value, datetime) else value
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


_MONTHS = "January February March April May June July August September October November December".split()


def long_date(value: date, language: str = "vi") -> str:
    """The date as documents write it: "ngày 05 tháng 03 năm 2026", "5 March 2026" in English."""
    if language == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"ngày {value.day:02} tháng {value.month:02} năm {value.year}"


def in_vietnam(moment: datetime) -> datetime:
    """A moment as Vietnam's clock shows it (UTC+7 all year). ValueError for one that names no zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone is not known in Vietnam")
    return moment.astimezone(VIETNAM)


def format_datetime(moment: datetime) -> str:
    """05/03/2026 14:30 on Vietnam's clock."""
    local = in_vietnam(moment)
    return f"{format_date(local)} {local:%H:%M}"
