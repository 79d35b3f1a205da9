"""Texts broken into lines: as reportlab's paragraphs break them, and parted as they are."""

from __future__ import annotations

import pytest
from reportlab.platypus import Paragraph

from desktop_crm.printing.layout import Layout
from desktop_crm.printing.styles import BUSINESS, INK, markup, style
from desktop_crm.printing.words import Words
from tests.printing import samples

TEXTS = (
    " ".join(samples.NAMES),
    "mô tả rất dài Ỗ " * 30,
    "Ỗ" * 200,
    "ngắn " + "rất-dài-không-dấu-cách-" * 9 + " đuôi",
    "Thép\u00a0tấm mạ kẽm " * 12,
    "hai  dấu   cách \t và thẻ <b> & nữa",
    "một\ndòng hai dài hơn một chút để ngắt\n\nba",
    "",
)


@pytest.fixture
def layout() -> Layout:
    return Layout("vi", BUSINESS, 500)


def _lines(words: Words) -> list[str]:
    return ["".join(text for text, _ in runs) for _, runs in words.lines]


def _paragraph(text: str, width: float) -> list[str]:
    paragraph = Paragraph(markup(text), style(BUSINESS.font, BUSINESS.size, INK))
    paragraph.wrap(width, 1e6)
    lines = paragraph.blPara.lines
    if paragraph.blPara.kind == 0:
        return [" ".join(words) for _, words in lines]
    return ["".join(part.text for part in line.words) for line in lines]


@pytest.mark.parametrize("width", [40, 97.3, 150, 222.2, 500])
@pytest.mark.parametrize("text", TEXTS)
def test_lines_are_those_of_a_paragraph(text: str, width: float, layout: Layout) -> None:
    words = layout.text(text)
    assert words.wrap(width) == (width, len(words.lines) * words.leading)
    assert _lines(words) == _paragraph(text, width)


def test_a_label_goes_before_the_first_word(layout: Layout) -> None:
    label, text = ("Số:", layout.type(strong=True)), ("một hai ba", layout.type())
    words = layout.words([[label, text]])
    words.wrap(45)
    assert _lines(words) == ["Số: một", "hai ba"]
    assert [kind.font for _, kind in words.lines[0][1]] == [BUSINESS.strong, BUSINESS.font]


@pytest.mark.parametrize(
    ("lines", "room", "parts"),
    [(1, 0.5, []), (2, 1.5, []), (3, 2.5, []), (4, 3.5, [2, 2]), (9, 1.5, []), (9, 4.5, [4, 5]), (9, 9.5, [9])],
)
def test_a_part_is_never_a_single_line(lines: int, room: float, parts: list[int], layout: Layout) -> None:
    words = layout.text("\n".join(map(str, range(lines))))
    words.wrap(100)
    assert [len(part.lines) for part in words.split(100, room * words.leading)] == parts
