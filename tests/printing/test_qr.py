"""Payment codes are read back from the printed page by a reader of its own."""

from __future__ import annotations

import random
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from desktop_crm.printing.pen import Pen
from desktop_crm.printing.quote import render_quote
from desktop_crm.printing.vietqr import QrCode
from tests.printing.samples import company, quote

CHANCE = random.Random(3)
LETTERS = ("0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ .-", "0123456789 ABCxyz.-")


def read(content: bytes) -> list[str]:
    """What a reader of codes finds on the first page, 200 dots an inch."""
    import zxingcpp

    return [code.text for code in zxingcpp.read_barcodes(_first_page(content))]


def _first_page(content: bytes) -> Image.Image:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    size = document.pagePointSize(0) * (200 / 72)
    drawn = document.render(0, QSize(round(size.width()), round(size.height())))
    page = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    page.fill(255)
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    lines = bytes(page.constBits())
    return Image.frombytes("L", (page.width(), page.height()), lines, "raw", "L", page.bytesPerLine())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("length", [1, 30, 110, 131, 180, 230])
@pytest.mark.parametrize("letters", LETTERS)
def test_a_printed_code_is_read_back(letters: str, length: int) -> None:
    text = "".join(CHANCE.choices(letters, k=length))
    assert read(_printed(text)) == [text]


def _printed(text: str) -> bytes:
    target: Any = BytesIO()
    canvas = Canvas(target, (200, 200))
    QrCode(text, 180).put(Pen(canvas), 10, 190, 180)
    canvas.save()
    return bytes(target.getvalue())


@pytest.mark.usefixtures("qapp")
def test_the_code_of_a_quote_pays_that_quote() -> None:
    read_back = read(render_quote(quote(3), company(), "vi"))
    assert len(read_back) == 1
    assert "BG-2026" in read_back[0]
