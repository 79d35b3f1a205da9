"""Search, sorting and matching of Vietnamese text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.text import (
    SEARCH_BYTES,
    SORT_KEY_LENGTH,
    clean,
    clean_lines,
    fold,
    normalized_name,
    person_sort_key,
    search_text,
    search_words,
    sort_key,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn Văn Ân", "nguyen van an"),
        ("ĐƯỜNG Điện Biên Phủ", "duong dien bien phu"),
        ("Ðặng", "dang"),  # eth, as old fonts wrote it
        ("  C.ty TNHH\u00a0An-Bình  (HN) ", "c ty tnhh an binh hn"),
        ("Straße m² №5", "strasse m2 no5"),
        ("a\u200bb", "ab"),
        ("---", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_is_idempotent_and_blind_to_composition(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_search_text_has_unique_words_after_a_space() -> None:
    assert search_text("Cty An Bình", None, "an bình", 12) == " cty an binh bình 12"
    assert search_text(None, "") == ""


def found(query: str, *values: object) -> bool:
    stored = search_text(*values)
    return all(" " + word in stored for word in search_words(query))


@pytest.mark.parametrize(
    "query",
    ["0912", "0912 345", "0912.345.678", "912345", "84912", "+84 912 345", "+84912345678", "(0912) 345", "0912345678"],
)
def test_a_stored_phone_is_found_however_it_is_typed(query: str) -> None:
    assert found(query, "Nguyễn An", "+84912345678")


def test_other_numbers_and_addresses_are_found_by_their_parts() -> None:
    assert found("0314409058-002", "0314409058-002")
    assert found("0314409058 002", "0314409058-002")
    assert found("002", "0314409058-002")
    assert found("bg-2026-00", "BG-2026-0001")
    assert found("0001", "BG-2026-0001")
    assert found("an.nguyen@fpt", "an.nguyen@fpt.com.vn")
    assert found("024 3825", "+842438251234;ext=12")
    assert found("03/2026", "03/2026/HĐMB")
    assert found("031-2026", "031-2026-HĐ")
    assert found("0912 345", "0912 345 678 (anh Nam)")
    assert found("+65 6123", "+6561234567")
    assert not found("0913", "+84912345678")


@given(st.lists(st.text(), max_size=6))
def test_search_text_is_capped(values: list[str]) -> None:
    assert len(search_text(*values, "đ漢" * 4000, *map(str, range(3000))).encode("utf-8", "replace")) < SEARCH_BYTES


def test_sort_key_follows_the_vietnamese_alphabet() -> None:
    words = "12 a à ả ã á ạ ai ă ằ â ba bà bả bã bá bạ ca da đa e ê g ha i la o ô ơ pha u ư va xa ý".split()
    assert sorted(reversed(words), key=sort_key) == words


def test_sort_key_goes_syllable_by_syllable() -> None:
    names = ["Hoa", "Hoa Bình", "Hoa Xuân", "Hòa", "Hòa An", "Hoàn", "Hương Ly"]
    assert sorted(reversed(names), key=sort_key) == names


def test_sort_key_ignores_what_is_not_spelling() -> None:
    assert sort_key("Hoà  bình") == sort_key("HÒA-BÌNH") == sort_key(unicodedata.normalize("NFD", "hòa bình"))
    assert sort_key("漢") > sort_key("zz")
    assert sort_key("") == ""


@given(st.text())
def test_sort_key_is_short_printable_ascii(text: str) -> None:
    key = sort_key(text)
    assert len(key) <= SORT_KEY_LENGTH
    assert all(" " <= char <= "~" for char in key)


def test_persons_sort_by_given_name_first() -> None:
    people = [("Trần Văn", "An"), ("Lê", "Anh"), ("Nguyễn Thị", "Ánh"), ("Bùi", "Bình"), ("Đỗ", "Bình")]
    assert sorted(reversed(people), key=lambda p: person_sort_key(*p)) == people


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hoà", "HÒA"),
        ("Thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("Qúy", "Quý"),
        ("Hùynh", "Huỳnh"),
        ("hòan", "hoàn"),
        ("Công ty  Hoà Bình", "công ty\u00a0hòa bình"),
        (unicodedata.normalize("NFD", "Uỷ ban"), "ủy ban"),
    ],
)
def test_normalized_name_knows_one_tone_placement(first: str, second: str) -> None:
    assert normalized_name(first) == normalized_name(second)


@pytest.mark.parametrize(
    ("text", "same"), [("Quỳ", "quỳ"), ("Quỷ", "quỷ"), ("Hoàng", "hoàng"), ("Thuyền", "thuyền"), ("Loài", "loài")]
)
def test_normalized_name_leaves_right_spelling_alone(text: str, same: str) -> None:
    assert normalized_name(text) == same


def test_normalized_name_keeps_accents() -> None:
    assert normalized_name("Hoa") != normalized_name("Hòa") != normalized_name("Hỏa")


def test_clean() -> None:
    assert clean(" A\u0301n\u00a0\u200b \t Bình\ufeff\n") == "Án Bình"
    assert clean("a\x00b") == "ab"
    assert clean_lines("\n Một \n\n hai  ba\r\n") == "Một\n\nhai ba"
