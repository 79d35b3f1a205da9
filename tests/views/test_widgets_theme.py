"""Tokens, theme, icons, painting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_crm.resources import resource
from desktop_crm.views.widgets import fonts, icons, paint, theme, tokens
from desktop_crm.views.widgets.layouts import col, frame, label

TALL = "ỖẴỰẴ ghỗ Ẩ"


@pytest.fixture
def light(qapp: QApplication):
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.mark.parametrize("tokens_", [tokens.LIGHT, tokens.DARK], ids=lambda t: t.name)
def test_every_pair_of_colours_can_be_read(tokens_: tokens.Tokens) -> None:
    low = [(what, round(tokens.contrast(a, b), 2)) for what, a, b, least in tokens.contrast_pairs(tokens_)
           if tokens.contrast(a, b) < least]  # fmt: skip
    assert low == []


def test_an_unknown_tone_is_neutral() -> None:
    assert tokens.tone("no such tone") is tokens.tone("neutral")


def test_a_theme_is_switched_while_windows_are_open(qapp: QApplication, qtbot, light) -> None:
    page = frame("page", col(label("x")))
    qtbot.addWidget(page)
    page.resize(60, 40)
    page.show()
    before = page.grab().toImage().pixelColor(55, 35)
    theme.apply(qapp, "dark")
    after = page.grab().toImage().pixelColor(55, 35)
    assert before == QColor(tokens.LIGHT.surface)
    assert after == QColor(tokens.DARK.surface)
    assert qapp.palette().window().color() == QColor(tokens.DARK.window)


def test_the_system_theme_follows_the_desktop(qapp: QApplication, light) -> None:
    theme.apply(qapp, "system")
    expected = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert tokens.current().dark is expected


def test_density_is_the_height_of_rows(qapp: QApplication, light) -> None:
    theme.apply(qapp, "light", "compact")
    assert theme.row_height() == 28


def _ink(height: int, px: int) -> int:
    """Dark pixels of the tall letters painted into a row of this height."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setClipRect(QRectF(0, 100 - height / 2, 300, height))
    paint.text(painter, QRectF(0, 100 - height / 2, 300, height), TALL, px, "#000000")
    painter.end()
    return sum(image.pixelColor(x, y).lightness() < 128 for x in range(300) for y in range(200))


@pytest.mark.parametrize(("px", "height"), [(12, 18), (13, 18), (14, 20), (16, 24), (20, 28), (26, 36)])
def test_marks_over_capitals_are_not_clipped(qapp: QApplication, light, px: int, height: int) -> None:
    assert _ink(height, px) == _ink(100, px) > 0
    assert fonts.metrics(px).height() <= height + 1


@pytest.mark.parametrize("name", sorted(p.stem for p in resource("icons").glob("*.svg")))
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    image = icons.icon(name).pixmap(QSize(24, 24)).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_an_icon_is_sharp_at_any_pixel_ratio_and_takes_the_colour_of_its_state(qapp: QApplication, light) -> None:
    made = icons.icon("check")
    assert made.pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)
    on = made.pixmap(QSize(48, 48), QIcon.Mode.Normal, QIcon.State.On).toImage()
    colours = {on.pixelColor(x, y).name() for x in range(48) for y in range(48) if on.pixelColor(x, y).alpha() == 255}
    assert tokens.LIGHT.link.lower() in colours


@pytest.mark.parametrize(
    ("name", "organization", "expected"),
    [
        ("Lê Thu Hà", False, "LH"),
        ("Ẩn", False, "ẨN"),
        ("Công ty CP Cơ khí Tân Thịnh Phát", True, "CK"),
        ("Công ty TNHH", True, "C"),
        ("", False, ""),
    ],
)
def test_initials(name: str, organization: bool, expected: str) -> None:
    assert paint.initials(name, organization) == expected
