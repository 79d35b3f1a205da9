"""Names of people and companies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_crm.models.names import PersonName, join_name, short_company_name, split_name
from desktop_crm.models.text import clean


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nguyễn Văn An", ("", "Nguyễn Văn", "An")),
        ("Ông Nguyễn Văn An", ("Ông", "Nguyễn Văn", "An")),
        ("bà  Trần Thị Bích  Ngọc", ("Bà", "Trần Thị Bích", "Ngọc")),
        ("PGS.TS. Lê Minh", ("PGS.TS.", "Lê", "Minh")),
        ("Ông TS Lê Minh", ("Ông TS", "Lê", "Minh")),
        ("Mr John Smith", ("Mr.", "John", "Smith")),
        ("Ông/Bà Lê Hà", ("Ông/Bà", "Lê", "Hà")),
        ("Anh Tuấn", ("Anh", "", "Tuấn")),
        ("Anh", ("", "", "Anh")),
        ("Lê Anh", ("", "Lê", "Anh")),
        ("Ba Trần", ("", "Ba", "Trần")),
        ("", ("", "", "")),
    ],
)
def test_split_name(text: str, parts: tuple[str, str, str]) -> None:
    assert split_name(text) == PersonName(*parts)


@given(st.lists(st.sampled_from("Nguyễn Văn Thị An Anh Cô Minh Hà".split()), max_size=5))
def test_a_name_comes_together_again(words: list[str]) -> None:
    name = split_name(" ".join(words))
    assert join_name(name.family_and_middle, name.given, name.salutation) == clean(" ".join(words))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Công ty TNHH Thương mại và Dịch vụ An Bình", "An Bình"),
        ("CÔNG TY CỔ PHẦN ĐẦU TƯ HOÀ PHÁT", "HOÀ PHÁT"),
        ("Cty CP Sản xuất - XNK Minh Long", "Minh Long"),
        ("Công ty TNHH MTV TM-DV Sao Mai", "Sao Mai"),
        ("Công ty Trách nhiệm hữu hạn Một thành viên Rạng Đông", "Rạng Đông"),
        ("Tổng công ty Cổ phần May 10", "May 10"),
        ("Công ty CP Thương mại số 1", "Thương mại số 1"),
        ("Tập đoàn Vingroup - Công ty CP", "Vingroup - Công ty CP"),
        ("DNTN Kim Anh", "Kim Anh"),
        ("ABC Trading Co., Ltd", "ABC Trading"),
        ("ABC Vietnam, JSC", "ABC Vietnam"),
        ("An Bình", "An Bình"),
        ("Công ty TNHH", "Công ty TNHH"),
        ("Công ty TNHH Dịch vụ", "Dịch vụ"),
        ("", ""),
    ],
)
def test_short_company_name(full: str, short: str) -> None:
    assert short_company_name(full) == short
