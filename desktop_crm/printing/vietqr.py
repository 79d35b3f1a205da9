"""VietQR: a payment code that any Vietnamese banking app reads (NAPAS, EMVCo)."""

from __future__ import annotations

import re
from decimal import Decimal

from desktop_crm.models.numbers import round_half_up
from desktop_crm.models.text import fold
from desktop_crm.printing.pen import Pen
from desktop_crm.printing.placed import Placed

_MESSAGE_LENGTH = 25
_AMOUNT_LENGTH = 13
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
_DARK = re.compile(b"\x01+")
_QUIET = 4  # modules of white space that readers need around the code


def payload(bank_bin: str, account_number: str, amount: Decimal, message: str) -> str | None:
    """The text of a code that asks for `amount` dong with `message`; None where bank, account or amount is not usable.

    The message keeps ASCII letters, digits, spaces, dots and hyphens, at most 25 characters, as banks take it.
    """
    from vietnam_qr_pay import QRPay

    account = re.sub(r"[\s.-]", "", account_number)
    if not re.fullmatch(r"\d{6}", bank_bin.strip()) or not _ACCOUNT.fullmatch(account) or amount <= 0:
        return None
    dong = str(int(round_half_up(amount, 0)))
    if len(dong) > _AMOUNT_LENGTH:
        return None
    return str(QRPay.init_viet_qr(bank_bin.strip(), account, dong, _message(message)).build())


def _message(text: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9 .-]*", text) is None:
        text = fold(text).upper()
    return text[:_MESSAGE_LENGTH].strip()


def _drawn(text: str) -> tuple[int, str]:
    """The code's size in modules with its quiet zone, and PDF operators that fill its dark runs, a module a unit."""
    import segno

    rows = segno.make_qr(text, error="m", boost_error=False).matrix
    found = [
        # a little higher than a module, so that no hairline shows between rows
        f"{run.start() + _QUIET} {len(rows) + _QUIET - 1 - row} {run.end() - run.start()} 1.02 re"
        for row, modules in enumerate(rows)
        for run in _DARK.finditer(modules)
    ]
    return len(rows) + 2 * _QUIET, " ".join([*found, "f"])


class QrCode(Placed):
    """A square code of `size` points with its quiet zone."""

    def __init__(self, text: str, size: float) -> None:
        self.text, self.width, self.height = text, size, size

    def put(self, pen: Pen, x: float, top: float, width: float) -> None:
        """All dark runs as one filled path."""
        size, operators = _drawn(self.text)
        scale = self.width / size
        pen.write(f"q 0 g {scale:.5f} 0 0 {scale:.5f} {x:.4f} {top - self.height:.4f} cm {operators} Q")
