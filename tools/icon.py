"""Draws the program's icon in all sizes from its mark, the handshake on blue: `python -m tools.icon`.

Writes resources/brand/desktop-crm.ico (Windows; 16 to 256 pixels) and desktop-crm.svg (Linux desktops).
"""

from __future__ import annotations

import io
import os
import re
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_crm.resources import resource
from desktop_crm.views.widgets.tokens import LIGHT

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_SMALL = 32  # up to here the strokes are thicker and the mark fills more of the square
_PLAIN = 64  # up to here pixels are not compressed


def drawing(size: int) -> str:
    """The icon as SVG, with the strokes that are legible at this size."""
    share, stroke = (0.76, 2.3) if size <= _SMALL else (0.6, 1.75)
    scale, side = share * 4, 24 * share * 4
    paths = "".join(re.findall(r"<path[^>]*/>", resource("icons", "handshake.svg").read_text("utf-8")))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">'
        f'<rect width="96" height="96" rx="22" fill="{LIGHT.accent}"/>'
        f'<g transform="translate({48 - side / 2:g} {48 - side / 2:g}) scale({scale:g})" fill="none" '
        f'stroke="{LIGHT.on_accent}" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">'
        f"{paths}</g></svg>\n"
    )


def picture(size: int) -> Image.Image:
    """The icon as pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing(size).encode())).render(painter)
    painter.end()
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))


def icon_file(pictures: Sequence[Image.Image]) -> bytes:
    """A Windows icon of square pictures: large ones compressed, small ones plain, as every reader takes them."""
    frames = [_frame(one) for one in pictures]
    head, body = struct.pack("<HHH", 0, 1, len(frames)), b""
    offset = len(head) + sum(len(entry) + 4 for entry, _ in frames)
    for entry, pixels in frames:
        head += entry + struct.pack("<I", offset + len(body))
        body += pixels
    return head + body


def _frame(one: Image.Image) -> tuple[bytes, bytes]:
    """Its entry in the head of the file, without the offset at the end, and its pixels."""
    file = io.BytesIO()
    one.save(file, "ICO", sizes=[one.size], bitmap_format="bmp" if one.width <= _PLAIN else "png")
    whole = file.getvalue()
    return whole[6:18], whole[22:]


def main() -> int:
    """Write the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    folder: Path = resource("brand")
    folder.mkdir(exist_ok=True)
    (folder / "desktop-crm.ico").write_bytes(icon_file([picture(size) for size in SIZES]))
    (folder / "desktop-crm.svg").write_text(drawing(256), "utf-8")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
