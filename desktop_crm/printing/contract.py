"""The contract (Hợp đồng) as a PDF: both parties in full, articles, goods, payment schedule, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import HRFlowable, KeepTogether, Spacer

from desktop_crm.models.company import Company
from desktop_crm.models.contract import Contract, Installment
from desktop_crm.models.document_totals import totals_of
from desktop_crm.models.numbers import currency, format_date, long_date, round_half_up
from desktop_crm.models.order import SalesOrder
from desktop_crm.models.totals import Totals
from desktop_crm.models.words import amount_in_words
from desktop_crm.printing.articles import Article, Block, articles, type_wording, wording
from desktop_crm.printing.grid import Grid, Pads, Row
from desktop_crm.printing.layout import Layout
from desktop_crm.printing.line_table import line_table
from desktop_crm.printing.page import Document, Margins, build
from desktop_crm.printing.parties import Party, buyer, first_account, seller
from desktop_crm.printing.plain_table import Cell, plain_table
from desktop_crm.printing.signatures import Signature, signature_row
from desktop_crm.printing.styles import LEGAL
from desktop_crm.printing.totals_block import in_words, totals_block

MARGINS = Margins(left=27 * mm, right=18 * mm, top=19 * mm, bottom=20 * mm)
USUAL_COPIES = 4
_WATERMARKS = ("draft", "pending_approval", "cancelled")


def render_contract(contract: Contract, company: Company, language: str = "vi", *, draft: bool = False) -> bytes:
    """The contract as a PDF. `draft` marks it as one whatever its status says.

    Goods and sums are those of `contract.goods`; raises `DiscountError` where their discounts are impossible.
    """
    money = contract.goods.currency if contract.goods else contract.currency
    sheet = _Sheet(contract, company, Layout(language, LEGAL, MARGINS.width, money))
    title = sheet.kind["title"]
    status = "draft" if draft else contract.status
    document = Document(
        title=f"{title} {sheet.number}",
        author=sheet.seller.name,
        subject=contract.subject,
        footer=sheet.number,
        language=language,
        look=LEGAL,
        margins=MARGINS,
        watermark=sheet.words[status] if status in _WATERMARKS else "",
    )
    return build(document, sheet.story())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One contract while it is laid out."""

    contract: Contract
    company: Company
    layout: Layout

    @property
    def words(self) -> Any:
        """The template of the language."""
        return wording(self.layout.language)

    @property
    def kind(self) -> Any:
        """The template of the contract's type."""
        return type_wording(self.contract.type, self.layout.language)

    @property
    def seller(self) -> Party:
        """Party A."""
        return seller(self.company, self.words["party"], self.layout.language)

    @property
    def buyer(self) -> Party:
        """Party B."""
        return buyer(self.contract, self.words["party"])

    @property
    def number(self) -> str:
        """The contract's own number, else the record's with the mark of its type: HD-2026-0001/HĐMB."""
        number = self.contract.number or self.words["no_number"]
        return self.contract.contract_number.strip() or f"{number}/{self.kind['suffix']}"

    @property
    def totals(self) -> Totals | None:
        """The totals of the goods."""
        return totals_of(self.contract.goods) if self.contract.goods else None

    @property
    def value(self) -> Decimal:
        """What the contract is worth: its goods' grand total, else the value entered."""
        return self.totals.grand_total if self.totals else self.contract.value

    def story(self) -> list[Any]:
        """The whole contract as flowables."""
        found = articles(self.contract.type, self.layout.language, self._values())
        body = [self._article(number, article) for number, article in enumerate(found, 1)]
        flow = [piece for pieces in body for piece in pieces]
        return [
            *self._head(),
            *self._opening(),
            *self._party(self.kind["seller"], self.words["party"]["seller"], self.seller),
            *self._party(self.kind["buyer"], self.words["party"]["buyer"], self.buyer),
            self._body(self.words["agree"], before=2 * mm),
            *flow[:-1],
            KeepTogether([*flow[-1:], *self._signatures()]),
        ]

    def _body(self, text: str, **how: Any) -> Any:
        return self.layout.justified(text, **{"after": 1.6 * mm, **how})

    def _head(self) -> list[Any]:
        layout, words = self.layout, self.words
        head = [
            layout.text(words["country"], strong=True, align="center"),
            layout.text(words["motto"], strong=True, align="center"),
            HRFlowable(width=52 * mm, thickness=0.7, color=LEGAL.ink, spaceBefore=1 * mm, spaceAfter=8 * mm),
            layout.text(self.kind["title"], 16, strong=True, align="center"),
            layout.text(words["number"].format(number=self.number), align="center", before=1 * mm),
        ]
        about = self.contract.subject.strip()
        head += [layout.text(words["about"].format(subject=about), align="center")] if about else []
        return [*head, Spacer(0, 5 * mm)]

    def _opening(self) -> list[Any]:
        return [*(self._body(f"– {base}", indent=4 * mm, hang=4 * mm) for base in self._legal_bases()), self._today()]

    def _legal_bases(self) -> Sequence[str]:
        """The contract's own, else the company's, else the template's; the house's Vietnamese ones not in English."""
        own, house = self.contract.legal_bases.strip(), self.company.legal_bases.strip()
        if self.layout.language != "vi":
            own, house = ("" if own == house else own), ""
        lines = [line.strip().lstrip("-–•").strip() for line in (own or house).splitlines()]
        return [line for line in lines if line] or list(self.words["legal_bases"])

    def _today(self) -> Any:
        words, day = self.words, self.contract.signed_on
        place = self.contract.signed_at.strip() or self.company.city.strip()
        said = words["today"] if place else words["today_without_place"]
        shown = long_date(day, self.layout.language) if day else words["blank_day"]
        return self._body(said.format(day=shown, place=place), before=2 * mm)

    def _party(self, role: str, called: str, party: Party) -> list[Any]:
        layout, words = self.layout, self.words["party"]
        named = words["called"].format(name=called)
        name = layout.text(f"{role} {named}: {party.name or self.words['blank']}", strong=True, before=2 * mm)
        rows = [
            Row([[layout.text(label)], [layout.text(f": {text}")]])
            for label, text in party.rows(words, self.words["blank"])
        ]
        table = Grid(rows, [35 * mm, layout.width - 35 * mm], Pads(bottom=1.5))
        return [KeepTogether([name, Spacer(0, 1 * mm), table])]

    def _article(self, number: int, article: Article) -> list[Any]:
        heading = self.words["article"].format(number=number, title=article.title)
        flow = [self.layout.text(heading, strong=True, before=3 * mm, after=1.4 * mm, keep=True)]
        place = 0
        for part in article.parts:
            if isinstance(part, Block):
                lines, place = self._block(part.name, number, place)
                flow += lines
            else:
                place += 1
                flow.append(self._body(f"{number}.{place}. {part.text}"))
        return flow

    def _block(self, name: str, number: int, place: int) -> tuple[list[Any], int]:
        """What is drawn in a block's place, and the number of the last paragraph."""
        if name == "goods":
            return self._goods(), place
        if name == "installments":
            return self._schedule(), place
        lines = _lines(self.contract.more_articles)
        return [self._body(f"{number}.{n}. {line}") for n, line in enumerate(lines, place + 1)], place + len(lines)

    def _goods(self) -> list[Any]:
        goods, totals = self.contract.goods, self.totals
        if goods is None or totals is None:
            return []
        table = line_table(goods, totals, self.layout)
        return [table, totals_block(totals, self.layout, wording=self.company.wording, document=goods)]

    def _schedule(self) -> list[Any]:
        titles = [title.format(currency=self.layout.currency) for title in self.words["schedule"]["columns"]]
        columns = [Cell(titles[0], "center"), Cell(titles[1]), Cell(titles[2], "right"), Cell(titles[3], "right")]
        columns.append(Cell(titles[4], "center"))
        widths = [13 * mm, self.layout.width - 102 * mm, 18 * mm, 42 * mm, 29 * mm]
        return plain_table("", columns, list(self._installments()), widths, self.layout)

    def _installments(self) -> Iterable[list[str]]:
        parts = sorted(self.contract.installments, key=lambda part: part.position)
        for number, (one, amount) in enumerate(zip(parts, self._amounts(parts), strict=True), 1):
            share = self.layout.percent(one.percent) if one.percent else ""
            due = format_date(one.due_on) if one.due_on else ""
            yield [str(number), one.description, share, self.layout.money(amount), due]

    def _amounts(self, parts: Sequence[Installment]) -> list[Decimal]:
        """The amounts agreed, else the shares of the value; shares of 100 % in all add up to the value exactly."""
        decimals = currency(self.layout.currency).decimals
        amounts = [one.amount or round_half_up(self.value * one.percent / 100, decimals) for one in parts]
        if parts and not any(one.amount for one in parts) and sum(one.percent for one in parts) == 100:
            amounts[-1] = self.value - sum(amounts[:-1], Decimal(0))
        return amounts

    def _signatures(self) -> list[Any]:
        words, hint = self.words["party"], self.words["sign_hint"]
        places = [
            Signature(_role(words["sign_seller"], self.seller), hint, self.seller.representative),
            Signature(_role(words["sign_buyer"], self.buyer), hint, self.buyer.representative),
        ]
        return [Spacer(0, 5 * mm), signature_row(places, self.layout, room=27 * mm)]

    def _values(self) -> dict[str, str]:
        """What the template's placeholders and conditions stand for."""
        contract, taxes = self.contract, self.totals.taxes if self.totals else ()
        order = contract.goods if isinstance(contract.goods, SalesOrder) else None
        copies = contract.copies or USUAL_COPIES
        return {
            "subject": contract.subject.strip().rstrip("."),
            "goods": "yes" if contract.goods else "",
            "installments": "yes" if contract.installments else "",
            "more": contract.more_articles.strip(),
            "taxed": "yes" if any(tax.percent is not None for tax in taxes) else "",
            "untaxed": "yes" if taxes and all(tax.percent is None and tax.code for tax in taxes) else "",
            "value": self.layout.money(self.value, symbol=True) if self.value else "",
            "value_words": in_words(self.value, self.layout, self.company.wording),
            "account": first_account(self.company.bank_accounts, self.words["party"]),
            "payment_terms": _sentence(contract.payment_terms),
            "delivery_terms": _sentence(contract.delivery_terms),
            "warranty_terms": _sentence(contract.warranty_terms),
            "delivery_place": order.delivery_address.strip().rstrip(".") if order else "",
            "delivery_date": format_date(order.delivery_date) if order and order.delivery_date else "",
            "penalty": self.layout.percent(contract.penalty_percent) if contract.penalty_percent else "",
            "effective_on": format_date(contract.effective_on) if contract.effective_on else "",
            "until": self._until(),
            "appendices": _sentence("; ".join(_lines(contract.appendices))),
            "copies": self._count(copies),
            "copies_each": self._count(copies // 2) if copies % 2 == 0 else "",
        }

    def _until(self) -> str:
        end = self.contract.expires_on
        return str(self.words["until"]).format(expires_on=format_date(end)) if end else ""

    def _count(self, number: int) -> str:
        """04 (bốn)"""
        spoken = amount_in_words(Decimal(number), "VND", self.layout.language).rpartition(" ")[0].lower()
        return str(self.words["count"]).format(digits=f"{number:02}", words=spoken)


def _role(role: str, party: Party) -> str:
    return f"{role}\n{party.title}" if party.title else role


def _sentence(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own; '' stays ''."""
    bare = text.strip()
    return bare if not bare or bare[-1] in ".;:!?…" else f"{bare}."


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
