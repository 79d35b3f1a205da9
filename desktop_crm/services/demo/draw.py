"""Seeded draws of Vietnamese names, companies, addresses and numbers."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple, TypeVar

from desktop_crm.models.provinces import PROVINCES
from desktop_crm.models.text import fold
from desktop_crm.resources import resource

T = TypeVar("T")

_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_CITIES = ("TP. Hồ Chí Minh", "Hà Nội", "Đà Nẵng", "Hải Phòng", "Đồng Nai", "Bắc Ninh", "Cần Thơ")


@cache
def corpus() -> dict[str, Any]:
    """The words everything is made of."""
    found: dict[str, Any] = json.loads(resource("demo", "company_vi.json").read_text("utf-8"))
    return found


class Person(NamedTuple):
    """A made-up person."""

    salutation: str
    family: str
    given: str

    @property
    def name(self) -> str:
        """Full name, family name first."""
        return f"{self.family} {self.given}"

    @property
    def mailbox(self) -> str:
        """The part of an address before the @: given name and initials."""
        return fold(self.given) + "." + "".join(word[0] for word in fold(self.family).split())


class Draw:
    """All chance comes from here: the same seed draws the same company."""

    def __init__(self, seed: int, today: date) -> None:
        self.random = random.Random(seed)
        self.today = today

    def one(self, choices: Sequence[T]) -> T:
        """One of them, all alike."""
        return choices[int(self.random.random() * len(choices))]

    def weighted(self, choices: Sequence[Sequence[Any]]) -> Any:
        """One of [value, weight] pairs."""
        return self.random.choices([c[0] for c in choices], [c[1] for c in choices])[0]

    def chance(self, share: float) -> bool:
        """True for that share of the draws."""
        return self.random.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random.random() * (high - low + 1))

    def person(self) -> Person:
        """A man or a woman."""
        woman = self.chance(0.5)
        names = corpus()["women" if woman else "men"]
        family = self.weighted(corpus()["family"])
        salutation = self.one(("mrs", "chi") if woman else ("mr", "anh"))
        return Person(salutation, f"{family} {self.one(names['middle'])}", self.one(names["given"]))

    def company(self) -> tuple[str, str, str]:
        """A company: (full name, short name, industry code)."""
        industry = self.one(list(corpus()["trades"]))
        core = self.one(corpus()["core"])
        if self.chance(0.35):
            core = f"{core} {self.one(corpus()['core']).split()[-1]}"
        trade = self.one(corpus()["trades"][industry])
        return f"{self.weighted(corpus()['forms'])} {trade} {core}", core, industry

    def tax_code(self) -> str:
        """Ten digits with a right check digit."""
        while True:
            digits = [0, self.between(1, 9), *(self.between(0, 9) for _ in range(7))]
            check = 10 - sum(d * w for d, w in zip(digits, _TAX_WEIGHTS, strict=True)) % 11
            if 0 <= check <= 9:
                return "".join(map(str, [*digits, check]))

    def mobile(self) -> str:
        """A mobile number of a block that is not given out, in E.164."""
        return f"+84900{self.between(0, 999_999):06}"

    def landline(self) -> str:
        """A landline number with the impossible exchange 0000, in E.164."""
        area = self.one(("24", "28", "236", "225", "251", "222", "292"))
        return f"+84{area}0000{self.between(0, 9999):04}"[:13]

    def address(self) -> tuple[str, str, str]:
        """Street, ward, province."""
        zone = f"Lô {self.one('ABCDEG')}{self.between(1, 40)}, {self.one(corpus()['zones'])}"
        street = f"{self.between(1, 480)} {self.one(corpus()['streets'])}"
        province = self.one(_CITIES) if self.chance(0.6) else self.one(PROVINCES).name
        return (zone if self.chance(0.4) else street), self.one(corpus()["wards"]), province

    def day_ago(self, least: int, most: int) -> date:
        """A day between `most` and `least` days ago."""
        return self.today - timedelta(days=self.between(least, most))

    def moment(self, day: date) -> datetime:
        """A moment in that day's office hours."""
        return datetime(day.year, day.month, day.day, self.between(1, 9), self.between(0, 59), tzinfo=UTC)
