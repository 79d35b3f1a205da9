"""The icon of the program, as it is kept and as the tool draws it."""

from __future__ import annotations

import io

from PIL import Image
from pytestqt.qtbot import QtBot

from desktop_crm.resources import resource
from tools import icon


def test_the_icon_has_every_size_windows_asks_for() -> None:
    with Image.open(resource("brand", "desktop-crm.ico")) as kept:
        assert kept.info["sizes"] >= {(size, size) for size in (16, 20, 24, 32, 40, 48, 64, 128, 256)}


def test_a_drawn_icon_is_read_back_in_every_size(qtbot: QtBot) -> None:
    with Image.open(io.BytesIO(icon.icon_file([icon.picture(size) for size in icon.SIZES]))) as drawn:
        assert drawn.info["sizes"] == {(size, size) for size in icon.SIZES}
        for size in icon.SIZES:
            picture = drawn.ico.getimage((size, size)).convert("RGBA")
            assert picture.getpixel((0, 0))[3] < 128, "rounded corners are see-through"
            assert picture.getpixel((size // 2, 1))[:3] == (0x2A, 0x5B, 0xD0)


def test_the_vector_is_the_one_that_is_kept() -> None:
    assert resource("brand", "desktop-crm.svg").read_text("utf-8") == icon.drawing(256)
