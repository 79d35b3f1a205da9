"""Provinces of today and what the old names became."""

from __future__ import annotations

import pytest

from desktop_crm.models.provinces import PROVINCES, find_province, province, province_of_address


def test_there_are_34_of_which_six_are_cities_made_of_63() -> None:
    assert len({one.code for one in PROVINCES}) == 34
    assert sum(one.is_city for one in PROVINCES) == 6
    assert sum(len(one.merged) for one in PROVINCES if one.name != "Huế") == 63 - 34


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hà Nội", "Hà Nội"),
        ("TP. Hà Nội", "Hà Nội"),
        ("thành phố hồ chí minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("Tỉnh Bình Dương", "Hồ Chí Minh"),
        ("Bà Rịa-Vũng Tàu", "Hồ Chí Minh"),
        ("Thừa Thiên - Huế", "Huế"),
        ("Hoà Bình", "Phú Thọ"),
        ("Hai Duong", "Hải Phòng"),
        ("Thanh Hoá", "Thanh Hóa"),
    ],
)
def test_find_province(text: str, name: str) -> None:
    found = find_province(text)
    assert found is not None
    assert found.name == name


def test_every_name_finds_its_own_province() -> None:
    for one in PROVINCES:
        assert all(find_province(name) is one for name in (one.name, one.full_name, *one.merged, *one.aliases))
        assert province(one.code) is one


def test_unknown_names() -> None:
    assert find_province("Paris") is None
    assert find_province("") is None
    assert province("99") is None


def test_the_province_an_address_ends_in() -> None:
    assert province_of_address("12 Lê Lợi, Phường Bến Thành, TP.HCM").name == "Hồ Chí Minh"  # type: ignore[union-attr]
    assert province_of_address("Lô 5 KCN Sóng Thần - Bình Dương, Việt Nam") is province("79")
    assert province_of_address("12 Hà Nội Street") is None
