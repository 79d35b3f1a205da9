"""Payment codes: the text in them, and that a reader can get it out of the drawing."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_crm.printing.vietqr import payload


def test_a_published_example() -> None:
    # https://github.com/xuannghia/vietnam-qr-pay: ACB, 1,000 dong, "Chuyen tien"
    assert payload("970416", "257678859", D(1000), "Chuyen tien") == (
        "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA"
        "5303704540410005802VN62150811Chuyen tien6304BBB8"
    )


def test_the_sum_of_every_field_and_the_checksum() -> None:
    text = payload("970436", "0071 001-234.567", D("1132498000.4"), "BG-2026-0418")
    assert text is not None
    fields = _fields(text)
    assert fields["54"] == "1132498000"
    assert fields["53"] == "704"
    assert _fields(_fields(_fields(text)["38"])["01"]) == {"00": "970436", "01": "0071001234567"}
    assert _fields(fields["62"]) == {"08": "BG-2026-0418"}
    assert fields["63"] == f"{_crc(text[:-4]):04X}"


@pytest.mark.parametrize(
    ("bank", "account", "amount"),
    [
        ("", "123", 1),
        ("97043", "123", 1),
        ("970436", "", 1),
        ("970436", "12#3", 1),
        ("970436", "1" * 20, 1),
        ("970436", "123", 0),
        ("970436", "123", -5),
        ("970436", "123", 10**13),
    ],
)
def test_no_code_that_a_bank_would_refuse(bank: str, account: str, amount: int) -> None:
    assert payload(bank, account, D(amount), "x") is None


def test_the_message_is_what_banks_take() -> None:
    text = payload("970436", "123", D(1), "Báo giá số 1/2026 của Công ty Đại Phú, đợt đầu")
    assert text is not None
    assert _fields(_fields(text)["62"])["08"] == "BAO GIA SO 1 2026 CUA CON"


def _fields(text: str) -> dict[str, str]:
    found = {}
    while text:
        length = int(text[2:4])
        found[text[:2]], text = text[4 : 4 + length], text[4 + length :]
    return found


def _crc(text: str) -> int:
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
