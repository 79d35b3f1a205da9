"""The banks of Vietnam with their NAPAS codes (BIN), which payment codes name a bank by."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from desktop_crm.models.text import fold
from desktop_crm.resources import resource


class Bank(NamedTuple):
    """A bank: six-digit code, the name people use, and the full name."""

    code: str
    name: str
    full_name: str


@cache
def banks() -> tuple[Bank, ...]:
    """Every known bank, the largest first."""
    rows = json.loads(resource("templates", "banks.json").read_text("utf-8"))
    return tuple(Bank(*row) for row in rows)


def find_bank(text: str) -> Bank | None:
    """The bank a person means by its name, full name or code; None where it is not known."""
    wanted = fold(text)
    for bank in banks():
        if wanted and wanted in (fold(bank.name), fold(bank.full_name), bank.code):
            return bank
    return next((bank for bank in banks() if f" {fold(bank.name)} " in f" {wanted} "), None)
