"""Amounts of money in words ("Bằng chữ"), as accounting writes them in Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop_crm.models.numbers import CurrencyWords, currency, round_half_up

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**18, "quintillion"), (10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"))
_SMALL_SCALES = ((10**6, "million"), (10**3, "thousand"), (100, "hundred"))


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words that differ from house to house."""

    zero_ten: str
    thousand: str
    four: str


def amount_in_words(
    value: Decimal,
    currency_code: str = "VND",
    language: str = "vi",
    *,
    zero_ten: str = "linh",
    thousand: str = "nghìn",
    four: str = "tư",
) -> str:
    """`value`, rounded to its currency's unit, in words with a capital initial and the currency at the end.

    `zero_ten` is linh or lẻ, `thousand` nghìn or ngàn, `four` what follows mươi (tư or bốn).
    """
    money = currency(currency_code)
    rounded = round_half_up(value, money.decimals)
    whole, cents = divmod(int(abs(rounded).scaleb(money.decimals)), 10**money.decimals)
    if language == "en":
        text = _english_money(whole, cents, money.words)
    else:
        text = _vietnamese_money(whole, cents, money.words, _Wording(zero_ten, thousand, four))
    if rounded < 0:
        text = ("minus " if language == "en" else "âm ") + text
    return text[0].upper() + text[1:]


def _vietnamese_money(whole: int, cents: int, words: CurrencyWords, wording: _Wording) -> str:
    parts = [f"{_vietnamese(whole, wording)} {words.vi}"] if whole or not cents else []
    if cents:
        parts.append(f"{_vietnamese(cents, wording)} {words.vi_cent}")
    return " và ".join(parts)


def _vietnamese(number: int, wording: _Wording) -> str:
    return " ".join(_read(number, wording, inner=False)) or _DIGITS[0]


def _read(number: int, wording: _Wording, *, inner: bool) -> list[str]:
    """The words of a number; `inner` when something stands before it, so that "không trăm" is said."""
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, wording.thousand)):
        if number >= scale:
            high, rest = divmod(number, scale)
            return [*_read(high, wording, inner=inner), name, *_read(rest, wording, inner=True)]
    return _group(number, wording, inner) if number else []


def _group(number: int, wording: _Wording, inner: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or inner else []
    tens, unit = divmod(rest, 10)
    if tens == 0:
        return said + ([wording.zero_ten] if said and unit else []) + ([_DIGITS[unit]] if unit else [])
    said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return said + ([_unit_after_ten(tens, unit, wording)] if unit else [])


def _unit_after_ten(tens: int, unit: int, wording: _Wording) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1 and unit in (1, 4):
        return "mốt" if unit == 1 else wording.four
    return _DIGITS[unit]


def _english_money(whole: int, cents: int, words: CurrencyWords) -> str:
    parts = [f"{_english(whole)} {words.one if whole == 1 else words.many}"] if whole or not cents else []
    if cents:
        parts.append(f"{_english(cents)} {words.cent if cents == 1 else words.cents}")
    return " and ".join(parts)


def _english(number: int) -> str:
    for scale, name in _SCALES + _SMALL_SCALES:
        if number >= scale:
            high, rest = divmod(number, scale)
            return f"{_english(high)} {name}" + (f" {_english(rest)}" if rest else "")
    if number < 20:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[unit]}" if unit else "")
