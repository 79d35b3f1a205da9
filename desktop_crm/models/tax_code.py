"""Vietnamese tax codes (mã số thuế): one way of writing them, and what is wrong with one."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_crm.errors import Fault
from desktop_crm.i18n import Message, mark
from desktop_crm.models.text import clean

ERROR, WARNING = "error", "warning"

_LETTERS = mark("TaxCode", "A tax code has only digits.")
_LENGTH = mark("TaxCode", "A tax code has 10 digits, 13 for a branch (0123456789-001) or 12 for a person.")
_BRANCH = mark("TaxCode", "The branch part of a tax code runs from 001 to 999.")
_CHECK_DIGIT = mark("TaxCode", "The check digit of this tax code is wrong; please compare it with the certificate.")

_SEPARATORS = re.compile(r"[\s.'\-\u2010-\u2015\u2212]+")
_PREFIX = re.compile(r"^(?:mst|mã số thuế)\s*:?\s*", re.IGNORECASE)


class TaxCodeCheck(NamedTuple):
    """A tax code as it is stored and what is wrong with it: `severity` is 'error', 'warning' or ''."""

    normalized: str
    problem: Message | None = None
    severity: str = ""

    def fault(self, field: str) -> Fault | None:
        """The problem as a fault of one field, None where there is none."""
        return Fault(field, self.problem, warning=self.severity == WARNING) if self.problem else None


def check_tax_code(text: str, *, lost_zero: bool = False) -> TaxCodeCheck:
    """The code without separators but the branch's hyphen, and its problem; blank text has none.

    A wrong length or form is an error, a wrong check digit a warning. `lost_zero` restores the leading zero
    that a spreadsheet drops from a number.
    """
    digits = _SEPARATORS.sub("", _PREFIX.sub("", clean(text)))
    if not digits:
        return TaxCodeCheck("")
    if not (digits.isascii() and digits.isdigit()):
        return TaxCodeCheck(clean(text), _LETTERS, ERROR)
    return _checked(_with_zero(digits) if lost_zero else digits)


def _with_zero(digits: str) -> str:
    """Personal numbers begin with 0, so twelve digits that do not are a branch's code that lost its zero."""
    lost = len(digits) in (9, 11) or (len(digits) == 12 and digits[0] != "0")
    return "0" + digits if lost else digits


def _checked(digits: str) -> TaxCodeCheck:
    if len(digits) == 12:
        return TaxCodeCheck(digits)
    if len(digits) not in (10, 13):
        return TaxCodeCheck(digits, _LENGTH, ERROR)
    code = f"{digits[:10]}-{digits[10:]}" if len(digits) == 13 else digits
    if digits[10:] == "000":
        return TaxCodeCheck(code, _BRANCH, ERROR)
    from stdnum.vn import mst

    return TaxCodeCheck(code) if mst.is_valid(digits) else TaxCodeCheck(code, _CHECK_DIGIT, WARNING)
