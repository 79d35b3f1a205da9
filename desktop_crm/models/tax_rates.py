"""Which dated VAT rate is in force on a day, and which will have ended by the day of supply."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar


class DatedRate(Protocol):
    """A rate in force from `valid_from` to `valid_to`, both included; None is without end."""

    @property
    def code(self) -> str:
        """The rate's code, e.g. VAT8."""
        ...

    @property
    def percent(self) -> Decimal | None:
        """The rate in percent; None for KCT, which bears no VAT."""
        ...

    @property
    def valid_from(self) -> date:
        """The first day."""
        ...

    @property
    def valid_to(self) -> date | None:
        """The last day."""
        ...


Rate = TypeVar("Rate", bound=DatedRate)


def in_force(rate: DatedRate, day: date) -> bool:
    """Whether a rate applies on a day."""
    return rate.valid_from <= day and (rate.valid_to is None or day <= rate.valid_to)


def rate_on(rates: Iterable[Rate], code: str, day: date) -> Rate | None:
    """The rate of a code on a day, the latest decreed where two overlap; None where none is in force."""
    found = [rate for rate in rates if rate.code == code and in_force(rate, day)]
    return max(found, key=lambda rate: rate.valid_from, default=None)


def ending_before(rates: Iterable[Rate], codes: Iterable[str], day: date, supply: date) -> list[Rate]:
    """The rates of `codes` in force on `day` that will have ended, or changed, on the day of supply.

    Each once, in the order of `codes`: the document warns of them, for VAT follows the day of supply.
    """
    known = list(rates)
    pairs = [(rate_on(known, code, day), rate_on(known, code, supply)) for code in dict.fromkeys(codes)]
    return [now for now, then in pairs if now is not None and (then is None or then.percent != now.percent)]
