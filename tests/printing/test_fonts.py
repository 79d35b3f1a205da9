"""Fonts: read once a process, measured as reportlab measures, all letters of a document in it."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop_crm.printing import fonts
from desktop_crm.printing.contract import render_contract
from desktop_crm.printing.quote import render_quote
from tests.printing import samples


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the fonts that are read from here on, as in a process that has not printed yet."""
    names: list[str] = []

    class Counted(ttfonts.TTFont):  # type: ignore[misc]
        def __init__(self, name: str, *args: Any, **kwargs: Any) -> None:
            names.append(name)
            super().__init__(name, *args, **kwargs)

    monkeypatch.setattr(ttfonts, "TTFont", Counted)
    monkeypatch.setattr(fonts, "_READ", set())
    return names


def test_two_documents_read_each_font_once(read: list[str]) -> None:
    for language in ("vi", "en"):
        render_quote(samples.quote(2), samples.company(), language)
    assert sorted(read) == ["Roboto", "Roboto-Italic", "Roboto-Medium"]
    render_contract(samples.contract(), samples.company())
    render_contract(samples.contract(), samples.company())
    assert sorted(read[3:]) == ["SourceSerifPro-Bold", "SourceSerifPro-Regular"]


def test_threads_that_print_at_once_read_each_font_once_and_get_the_same_bytes(read: list[str]) -> None:
    printed: list[bytes] = []
    quotes = [samples.quote(4) for _ in range(4)]
    threads = [Thread(target=lambda q=q: printed.append(render_quote(q, samples.company()))) for q in quotes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(read) == ["Roboto", "Roboto-Italic", "Roboto-Medium"]
    assert len(printed) == 4
    assert len(set(printed)) == 1


@pytest.mark.parametrize("text", ["", "Ổ cắm điện Ỗ Ẵ Ự", "1.234.567 ₫", "日本", "a\u00a0b"])
def test_texts_are_as_wide_as_reportlab_finds_them(text: str) -> None:
    fonts.load(fonts.SANS)
    assert fonts.text_width(text, fonts.SANS, 9.5) == stringWidth(text, fonts.SANS, 9.5)


def test_a_document_may_use_more_letters_than_a_font_of_a_page_holds() -> None:
    letters = "".join(map(chr, [*range(0x41, 0x5B), *range(0xC0, 0x180), *range(0x391, 0x3CE), *range(0x410, 0x450)]))
    letters = letters.replace("\u03a2", "")
    quote = samples.quote(2)
    quote.lines[0].name, quote.lines[1].name = letters, "Ỗ Ẵ Ự ЯЖ end"
    shown = samples.text(render_quote(quote, samples.company()))
    assert letters in shown.replace(" ", "")
    assert "Ỗ Ẵ Ự ЯЖ end" in shown
