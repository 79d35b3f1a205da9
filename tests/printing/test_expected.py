"""What is printed, page by page and word by word, as it stands in `expected`.

A change of wording or layout changes a file there: read the difference, then write the file anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_crm.printing.contract import render_contract
from desktop_crm.printing.order import render_order
from desktop_crm.printing.quote import render_quote
from tests.printing import samples

EXPECTED = Path(__file__).parent / "expected"
ALL: dict[str, Callable[[str], bytes]] = {
    "quote": lambda language: render_quote(
        samples.quote(), samples.company(), language, prepared_by=samples.user(), draft=language == "en"
    ),
    "order": lambda language: render_order(samples.order(), samples.company(), language, prepared_by=samples.user()),
    "contract": lambda language: render_contract(samples.contract(), samples.company(), language),
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ALL)
def test_every_page_says_what_it_said(kind: str, language: str) -> None:
    printed = ALL[kind](language)
    assert samples.pages(printed) == (EXPECTED / f"{kind}_{language}.txt").read_text("utf-8").splitlines()
    assert len(printed) <= 60_000
