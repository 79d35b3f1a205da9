"""Phone numbers and e-mail addresses as people type them."""

from __future__ import annotations

import pytest

from desktop_crm.i18n import language, set_language
from desktop_crm.models.phones import NotAnEmail, NotAPhone, check_email, format_phone, parse_phone


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("0912 345 678", "+84912345678"),
        ("0912.345.678", "+84912345678"),
        ("(0912) 345-678", "+84912345678"),
        ("+84 912 345 678", "+84912345678"),
        ("(+84) 0912345678", "+84912345678"),
        ("0084912345678", "+84912345678"),
        ("84912345678", "+84912345678"),
        ("024 3825 1234", "+842438251234"),
        ("0236 3821 234", "+842363821234"),
        ("04 3825 1234", "+84438251234"),
        ("1900 1234", "+8419001234"),
        ("1800 599920", "+841800599920"),
        ("+65 6123 4567", "+6561234567"),
        ("+1 (650) 253-0000", "+16502530000"),
        ("024 3825 1234 ext 12", "+842438251234;ext=12"),
        ("024 3825 1234 (máy lẻ 12)", "+842438251234;ext=12"),
        ("024 3825 1234 #12", "+842438251234;ext=12"),
        ("+842438251234;ext=12", "+842438251234;ext=12"),
        ("", ""),
    ],
)
def test_parse_phone(text: str, stored: str) -> None:
    assert parse_phone(text) == stored


@pytest.mark.parametrize(
    ("old", "new"),
    [(f"016{n}", f"03{n}") for n in range(2, 10)]
    + [("0120", "070"), ("0121", "079"), ("0122", "077"), ("0126", "076"), ("0128", "078")]
    + [("0123", "083"), ("0124", "084"), ("0125", "085"), ("0127", "081"), ("0129", "082")]
    + [("0186", "056"), ("0188", "058"), ("0199", "059")],
)
def test_mobiles_of_eleven_digits_get_their_new_number(old: str, new: str) -> None:
    assert parse_phone(old + "2345678") == "+84" + new[1:] + "2345678"
    assert parse_phone("+84" + old[1:] + "2345678") == "+84" + new[1:] + "2345678"


def test_zeros_lost_by_a_spreadsheet_come_back() -> None:
    assert parse_phone("912345678", lost_zero=True) == "+84912345678"
    assert parse_phone("1232345678", lost_zero=True) == "+84832345678"
    assert parse_phone("2438251234", lost_zero=True) == "+842438251234"
    with pytest.raises(NotAPhone, match="0 in front"):
        parse_phone("912345678")


@pytest.mark.parametrize("text", ["abc", "0912 ABC DEF", "012", "0912345678 / 0987654321", "+", "+999123456789012345"])
def test_what_is_no_phone(text: str) -> None:
    with pytest.raises(NotAPhone):
        parse_phone(text)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+84912345678", "0912 345 678"),
        ("+842438251234", "024 3825 1234"),
        ("+6561234567", "+65 6123 4567"),
        ("+842438251234;ext=12", "024 3825 1234 ext. 12"),
        ("ask the porter", "ask the porter"),
        ("+8", "+8"),
        ("", ""),
    ],
)
def test_format_phone(stored: str, shown: str) -> None:
    before = language()
    set_language("en")
    try:
        assert format_phone(stored) == shown
    finally:
        set_language(before)


@pytest.mark.parametrize(
    "stored", ["+84912345678", "+842438251234", "+842363821234", "+8419001234", "+6561234567", "+842438251234;ext=12"]
)
def test_a_shown_number_is_read_back(stored: str) -> None:
    assert parse_phone(format_phone(stored)) == stored


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" An.Nguyen@FPT.com.vn ", "An.Nguyen@fpt.com.vn"),
        ("mailto:a+b@x.vn", "a+b@x.vn"),
        ("nguyễn@côngty.vn", "nguyễn@côngty.vn"),
        ("o'neil@x-y.co", "o'neil@x-y.co"),
        ("", ""),
    ],
)
def test_check_email(text: str, address: str) -> None:
    assert check_email(text) == address


@pytest.mark.parametrize(
    "text", ["a", "a@b", "a@@b.vn", "a b@c.vn", "a@-b.vn", ".a@b.vn", "a..b@c.vn", "a@b.vn, c@d.vn", "a@b..vn", "a@1.2"]
)
def test_what_is_no_email(text: str) -> None:
    with pytest.raises(NotAnEmail):
        check_email(text)
