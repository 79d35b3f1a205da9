"""The printed form of whatever can be printed."""

from __future__ import annotations

from typing import Any

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models.company import Company
from desktop_crm.models.contract import Contract
from desktop_crm.models.order import SalesOrder
from desktop_crm.models.quote import Quote
from desktop_crm.models.user import User
from desktop_crm.printing.contract import render_contract
from desktop_crm.printing.order import render_order
from desktop_crm.printing.quote import render_quote


def render(
    document: Any, company: Company, prepared_by: User | None = None, language: str = "vi", *, draft: bool = False
) -> bytes:
    """A quote, an order or a contract as a PDF; `draft` marks it as one whatever its status says.

    Raises Refused for a record that has no printed form.
    """
    if isinstance(document, Quote):
        return render_quote(document, company, language, prepared_by=prepared_by, draft=draft)
    if isinstance(document, SalesOrder):
        return render_order(document, company, language, prepared_by=prepared_by, draft=draft)
    if isinstance(document, Contract):
        return render_contract(document, company, language, draft=draft)
    raise Refused(mark("Print", "Records of this kind are not printed."))
