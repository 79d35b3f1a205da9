"""What quotes and order confirmations share: their title, the customer's block, terms and signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer

from desktop_crm.i18n import Message, mark
from desktop_crm.models.company import Company
from desktop_crm.models.lists import SHIPPED
from desktop_crm.models.numbers import long_date
from desktop_crm.models.phones import format_phone
from desktop_crm.models.user import User
from desktop_crm.printing.fonts import text_width
from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout, cell
from desktop_crm.printing.letterhead import company_name
from desktop_crm.printing.page import Margins
from desktop_crm.printing.signatures import Signature, signature_row

MARGINS = Margins(left=14 * mm, right=14 * mm, top=12 * mm, bottom=17 * mm)

_BULLET = 10  # points
_GAP = 6  # points between a label's column, a text's column and what follows

Pairs = Sequence[tuple[Message, str]]
"""Labels and their texts; a pair without text is not printed."""


def title_block(title: str, lines: Iterable[str], layout: Layout) -> list[Any]:
    """The document's name over its number and date, centred."""
    look = layout.look
    block: list[Any] = [layout.text(title, 19, strong=True, color=look.accent, align="center", after=1 * mm)]
    block += [layout.text(line, align="center") for line in lines if line]
    return [*block, Spacer(0, 2.5 * mm)]


def buyer_name(document: Any) -> str:
    """The customer as the document names them, else the organization, else the person."""
    organization = document.organization.name if document.organization else ""
    return next((n.strip() for n in (document.buyer_name, organization, _person(document)) if n.strip()), "")


def _person(document: Any) -> str:
    name = document.recipient.strip()
    return name or (document.contact.full_name if document.contact else "")


def addressed(document: Any, layout: Layout) -> str:
    """The recipient with Ông, Bà … before and the position behind; '' when the customer is the person."""
    name = _person(document)
    if not name:
        return ""
    spoken = f"{salutation(document, layout)} {name}"
    title = document.recipient_title.strip() or (document.contact.job_title.strip() if document.contact else "")
    return f"{spoken} – {title}" if title else spoken


def salutation(document: Any, layout: Layout) -> str:
    """Ông, Bà, Anh … as the contact is addressed; Ông/Bà where it is not known."""
    code = document.contact.salutation if document.contact else ""
    for row in SHIPPED["salutation"]:
        if row.code == code and code != "em":
            return row.en.partition(" (")[0] if layout.language == "en" else row.vi
    return layout.say(mark("Print", "Mr/Ms"))


def buyer_pairs(document: Any, layout: Layout) -> list[tuple[Message, str]]:
    """Who the document is for."""
    name, recipient = buyer_name(document), addressed(document, layout)
    if name and name == _person(document):  # a person who buys for themselves
        name, recipient = recipient, ""
    return [
        (mark("Print", "To"), name),
        (mark("Print", "Attention"), recipient),
        (mark("Print", "Address"), document.buyer_address),
        (mark("Print", "Tax code"), document.buyer_tax_code),
        (mark("Print", "Phone"), format_phone(document.buyer_phone)),
        (mark("Print", "Email"), document.buyer_email),
    ]


def head_block(left: Pairs, right: Pairs, layout: Layout) -> Any:
    """The customer on the left, the document's dates on the right."""
    width = 58 * mm
    ours = pair_table(right, width, layout)
    theirs = pair_table(left, layout.width - width, layout, lead=True)
    return layout.beside([theirs, ours], [layout.width - width, width], after=3 * mm)


def pair_table(pairs: Pairs, width: float, layout: Layout, *, lead: bool = False) -> list[Grid]:
    """Labels in a column of their own, texts beside them, the first in strong type for `lead`; [] without texts."""
    shown = [(f"{layout.say(label)}:", text.strip()) for label, text in pairs if text.strip()]
    if not shown:
        return []
    faint, plain = layout.type(faint=True), layout.type()
    longest = max(text_width(label, faint.font, faint.size) for label, _ in shown)
    label_width = min(longest + 9, width * 0.45)
    room = width - label_width - _GAP
    types = [layout.type(strong=lead), *[plain] * (len(shown) - 1)]
    rows = [
        Row([[cell(label, faint, label_width - _GAP)], [cell(text, kind, room)]])
        for (label, text), kind in zip(shown, types, strict=True)
    ]
    return [Grid(rows, [label_width, width - label_width], Pads(right=_GAP, bottom=1.5))]


def terms_block(pairs: Pairs, more: str, layout: Layout) -> list[Any]:
    """The terms as a list under their heading; `more` is free text, a line an item."""
    item: dict[str, Any] = {"indent": 4 * mm, "after": 0.5 * mm, "bullet": ("–", layout.type(_BULLET))}
    items = [layout.labelled(label, text, **item) for label, text in pairs if text.strip()]
    items += [layout.text(line.strip().lstrip("-–•"), **item) for line in more.splitlines() if line.strip()]
    if not items:
        return []
    heading = layout.text(layout.say(mark("Print", "Terms")), layout.look.size + 0.5, strong=True, after=1 * mm)
    return [Spacer(0, 1.5 * mm), heading, *items]


def closing(terms: list[Any], signed: list[Any]) -> Any:
    """Terms and signatures on one page where one page holds them: nobody signs a page that says nothing."""
    return KeepTogether([*terms, *signed])


def signed_on(company: Company, day: date | None, layout: Layout) -> Any:
    """“TP. Hồ Chí Minh, ngày … tháng … năm …” on the right above the signatures."""
    if day is None:
        return Spacer(0, 4 * mm)
    text = ", ".join(part for part in (company.city.strip(), long_date(day, layout.language)) if part)
    return layout.text(text, align="right", before=3 * mm, after=1.5 * mm, keep=True)


def signatures(company: Company, prepared_by: User | None, day: date | None, layout: Layout) -> list[Any]:
    """Customer's confirmation, who prepared it, and the company's signer with the seal; never parted."""
    signers = sorted(company.signers, key=lambda signer: signer.position)
    signed = layout.say(mark("Print", "(signature, full name)"))
    sealed = layout.say(mark("Print", "(signature, full name, seal)"))
    places = [
        Signature(layout.say(mark("Print", "Customer's confirmation")), sealed),
        Signature(layout.say(mark("Print", "Prepared by")), signed, prepared_by.full_name if prepared_by else ""),
        Signature(_representative(company, signers, layout), sealed, signers[0].name if signers else ""),
    ]
    return [signed_on(company, day, layout), signature_row(places, layout)]


def _representative(company: Company, signers: Sequence[Any], layout: Layout) -> str:
    """The signer's position, else “for” the company."""
    title = signers[0].job_title.strip() if signers else ""
    return title or layout.say(mark("Print", "For {company}"), company=company_name(company, layout.language))
