"""QR codes: module by module those of reportlab's encoder."""

from __future__ import annotations

import random

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from desktop_crm.printing.qr import encode

CHANCE = random.Random(3)
LETTERS = ("0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ .-", "0123456789 ABCxyz.-")


def _theirs(text: str) -> list[str]:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return ["".join("01"[bool(dark)] for dark in row) for row in code.modules]


@pytest.mark.parametrize("length", [1, 30, 110, 131, 180, 230])
@pytest.mark.parametrize("letters", LETTERS)
def test_codes_are_the_same(letters: str, length: int) -> None:
    text = "".join(CHANCE.choices(letters, k=length))
    assert encode(text).rows() == _theirs(text)
