"""What somebody who typed a few words may have meant by them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_crm.models.text import fold

_DIGITS_APART = re.compile(r"[\d\s.\-()/]+")
_ABROAD = "0084"  # as Vietnam is dialled from elsewhere
_BORDER = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")


def readings(text: str) -> Sequence[str]:
    """What a text may mean, as typed first; the others are for when that finds nothing.

    Digits in groups are one number (912 345 678), 0084 is how a phone number begins, letters and digits run together
    are two words (bg20260001).
    """
    meant, folded = [text], fold(text)
    if _DIGITS_APART.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        meant += [digits] if " " in folded else []
        meant += ["0" + digits.removeprefix(_ABROAD)] if digits.startswith(_ABROAD) and digits != _ABROAD else []
    return list(dict.fromkeys([*meant, _BORDER.sub(" ", folded)])) if folded else meant
