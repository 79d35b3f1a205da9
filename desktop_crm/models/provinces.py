"""The 34 provinces and cities since 01/07/2025 (resolution 202/2025/QH15) and the old names that became part of them.

Codes are those of decision 19/2025/QĐ-TTg.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from desktop_crm.models.text import fold


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city of the first tier; `merged` are the former provinces now within it."""

    code: str
    name: str
    merged: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def is_city(self) -> bool:
        """Whether it is a city under the central government (thành phố)."""
        return self.code in _CITIES

    @property
    def full_name(self) -> str:
        """The name as an address has it: Thành phố Hà Nội, Tỉnh Nghệ An."""
        return f"{'Thành phố' if self.is_city else 'Tỉnh'} {self.name}"


_CITIES = {"01", "31", "46", "48", "79", "92"}

PROVINCES = (
    Province("01", "Hà Nội", aliases=("HN", "Hanoi")),
    Province("04", "Cao Bằng"),
    Province("08", "Tuyên Quang", ("Hà Giang",)),
    Province("11", "Điện Biên"),
    Province("12", "Lai Châu"),
    Province("14", "Sơn La"),
    Province("15", "Lào Cai", ("Yên Bái",)),
    Province("19", "Thái Nguyên", ("Bắc Kạn",), ("Bắc Cạn",)),
    Province("20", "Lạng Sơn"),
    Province("22", "Quảng Ninh"),
    Province("24", "Bắc Ninh", ("Bắc Giang",)),
    Province("25", "Phú Thọ", ("Hòa Bình", "Vĩnh Phúc")),
    Province("31", "Hải Phòng", ("Hải Dương",), ("HP", "Haiphong")),
    Province("33", "Hưng Yên", ("Thái Bình",)),
    Province("37", "Ninh Bình", ("Hà Nam", "Nam Định")),
    Province("38", "Thanh Hóa"),
    Province("40", "Nghệ An"),
    Province("42", "Hà Tĩnh"),
    Province("44", "Quảng Trị", ("Quảng Bình",)),
    Province("46", "Huế", ("Thừa Thiên Huế",), ("TT Huế",)),
    Province("48", "Đà Nẵng", ("Quảng Nam",), ("ĐN", "Danang")),
    Province("51", "Quảng Ngãi", ("Kon Tum",), ("Kontum",)),
    Province("52", "Gia Lai", ("Bình Định",)),
    Province("56", "Khánh Hòa", ("Ninh Thuận",)),
    Province("66", "Đắk Lắk", ("Phú Yên",), ("Đắc Lắc", "Đak Lak", "Daklak")),
    Province("68", "Lâm Đồng", ("Đắk Nông", "Bình Thuận"), ("Đắc Nông", "Daknong")),
    Province("75", "Đồng Nai", ("Bình Phước",)),
    Province("79", "Hồ Chí Minh", ("Bình Dương", "Bà Rịa - Vũng Tàu"), ("HCM", "Sài Gòn", "SG", "BRVT", "Vũng Tàu")),
    Province("80", "Tây Ninh", ("Long An",)),
    Province("82", "Đồng Tháp", ("Tiền Giang",)),
    Province("86", "Vĩnh Long", ("Bến Tre", "Trà Vinh")),
    Province("91", "An Giang", ("Kiên Giang",)),
    Province("92", "Cần Thơ", ("Sóc Trăng", "Hậu Giang"), ("CT",)),
    Province("96", "Cà Mau", ("Bạc Liêu",)),
)  # fmt: skip

_TIER = re.compile(r"^(?:tinh|thanh pho|t p|tp) ?(?=\w)")


@cache
def _by_name() -> dict[str, Province]:
    return {fold(name): one for one in PROVINCES for name in (one.name, *one.merged, *one.aliases)}


@cache
def _by_code() -> dict[str, Province]:
    return {one.code: one for one in PROVINCES}


def province(code: str) -> Province | None:
    """The province of a code ("01"), None for any other text."""
    return _by_code().get(code)


def find_province(text: str) -> Province | None:
    """The province a name means today: "TP.HCM" and "tỉnh Bình Dương" are both Hồ Chí Minh; None where unknown."""
    name = fold(text)
    return _by_name().get(name) or _by_name().get(_TIER.sub("", name, count=1))


def province_of_address(address: str) -> Province | None:
    """The province an address ends in, looking back over its last three parts (a country or postal code may follow)."""
    parts = [part for part in re.split(r"[,;\n]|\s[-–]\s", address) if part.strip()]
    found = (find_province(part) for part in reversed(parts[-3:]))
    return next((one for one in found if one), None)
