"""Amounts where there is little room: 4,86 tỷ, 312,4 tr."""

from __future__ import annotations

from decimal import Decimal

from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_money, format_number, round_half_up

_STEPS = (
    (Decimal(10) ** 9, 2, mark("Amount", "{n} bn")),
    (Decimal(10) ** 6, 1, mark("Amount", "{n} m")),
)


def short_money(value: Decimal, currency: str = "VND") -> str:
    """An amount for a tile or a figure: billions and millions of dong shortened, everything else in full."""
    if currency != "VND":
        return format_money(value, currency, language(), symbol=True)
    for step, decimals, words in _STEPS:
        if abs(value) >= step:
            shown = round_half_up(value / step, decimals).normalize()
            return translate(words, n=format_number(shown, None, language()))
    return format_money(value, currency, language())
