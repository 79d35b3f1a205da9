"""Columns are recognised by what Vietnamese and English companies write above them."""

from __future__ import annotations

import pytest

from desktop_crm.exchange.headers import Header
from desktop_crm.exchange.mapping import assignment, explain, guess
from desktop_crm.exchange.synonyms import synonyms

ORGANIZATION = ("name", "tax_code", "customer_code", "phone", "email", "address", "province", "industry", "source",
                "representative", "representative_title", "owner_id", "notes", "annual_revenue", "website")  # fmt: skip
PRODUCT = ("code", "name", "unit", "list_price", "cost_price", "tax_code", "group_id", "stock", "brand", "notes")
CONTACT = (
    "full_name",
    "family_name",
    "given_name",
    "organization_id",
    "job_title",
    "mobile",
    "phone",
    "email",
    "birthday",
)


def targets(table: str, fields: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(field, synonyms(table, field)) for field in fields]


def guessed(table: str, fields: tuple[str, ...], *titles: str) -> dict[str, str]:
    headers = [Header(index, "A", title) for index, title in enumerate(titles)]
    return {titles[index]: field for index, field in guess(headers, targets(table, fields)).items()}


def test_customer_list() -> None:
    assert guessed("organization", ORGANIZATION, "STT", "Mã KH", "TÊN CÔNG TY (*)", "MST", "ĐT", "E-mail", "Đ/c",
                   "Tỉnh / TP", "Người liên hệ", "Chức vụ", "NV phụ trách", "Ghi chú", "Nghành nghề") == {
        "Mã KH": "customer_code", "TÊN CÔNG TY (*)": "name", "MST": "tax_code", "ĐT": "phone", "E-mail": "email",
        "Đ/c": "address", "Tỉnh / TP": "province", "Người liên hệ": "representative",
        "Chức vụ": "representative_title", "NV phụ trách": "owner_id", "Ghi chú": "notes", "Nghành nghề": "industry",
    }  # fmt: skip


def test_product_list() -> None:
    assert guessed("product", PRODUCT, "Mã hàng", "Tên hàng", "ĐVT", "Giá bán", "Giá nhập", "Thuế suất", "Nhóm") == {
        "Mã hàng": "code", "Tên hàng": "name", "ĐVT": "unit", "Giá bán": "list_price", "Giá nhập": "cost_price",
        "Thuế suất": "tax_code", "Nhóm": "group_id",
    }  # fmt: skip


def test_the_same_title_goes_where_the_whole_choice_is_best() -> None:
    assert guessed("contact", CONTACT, "Tên khách hàng", "SĐT") == {"Tên khách hàng": "organization_id", "SĐT": "phone"}
    both = guessed("contact", CONTACT, "Tên khách hàng", "Công ty")
    assert both == {"Tên khách hàng": "full_name", "Công ty": "organization_id"}


def test_two_line_headers_are_read_by_their_last_part() -> None:
    assert guessed("organization", ORGANIZATION, "Liên hệ · Email", "Liên hệ · SĐT") == {
        "Liên hệ · Email": "email", "Liên hệ · SĐT": "phone",
    }  # fmt: skip


@pytest.mark.parametrize("title", ["", "Cột 1", "Xyz", "Ngày tạo", "Tên", "Mã"])
def test_strange_and_doubtful_titles_are_left_out(title: str) -> None:
    assert guessed("contact", ("full_name", "organization_id", "email"), title) == {}


def test_guesses_are_explained_best_first() -> None:
    headers = [Header(0, "A", "Điện thoại công ty"), Header(1, "B", "MST")]
    found = explain(headers, targets("organization", ORGANIZATION))
    assert [(guess.field, guess.name) for guess in found] == [("tax_code", "MST"), ("phone", "Điện thoại công ty")]
    assert found[0].score == 100


def test_assignment_maximises_the_sum_and_uses_each_once() -> None:
    assert sorted(assignment([[9, 8, 0], [8, 1, 0]])) == [(0, 1), (1, 0)]
    assert assignment([[0, 0]]) == []
    assert assignment([]) == []
    assert sorted(assignment([[3], [5]])) == [(1, 0)]
