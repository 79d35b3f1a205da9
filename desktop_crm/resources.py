"""Where the files shipped with the program are: one function for source tree, wheel and frozen bundle."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    inside = Path(__file__).with_name("_resources")  # a wheel and a frozen bundle carry them here
    return inside if inside.is_dir() else Path(__file__).resolve().parents[1] / "resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. `resource("icons", "phone.svg")`."""
    return _root().joinpath(*parts)
