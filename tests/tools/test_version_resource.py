"""What Windows shows of the programs' files."""

from __future__ import annotations

import pytest

from tools import version_resource


@pytest.mark.parametrize("kind", ["window", "console"])
def test_names_are_said_in_both_languages(kind: str) -> None:
    english, vietnamese = (version_resource.strings(kind, code, "1.2.3", "x.exe") for code in (0x0409, 0x042A))
    assert english.keys() == vietnamese.keys()
    assert english["FileDescription"] != vietnamese["FileDescription"]
    assert english["ProductVersion"] == vietnamese["FileVersion"] == "1.2.3"
    assert english["InternalName"] == "x"


def test_a_version_has_four_numbers_on_windows() -> None:
    assert version_resource.four("1.20.3") == (1, 20, 3, 0)
