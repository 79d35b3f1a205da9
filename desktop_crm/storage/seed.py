"""The first rows of an empty database: lists, tax rates, numbering, our company, the first user."""

from __future__ import annotations

from sqlalchemy import select

from desktop_crm.models import Company, NumberSeries, PriceBook, TaxRate, User
from desktop_crm.models.company import SHIPPED_PATTERNS, SHIPPED_TAX_RATES
from desktop_crm.models.lists import shipped_values
from desktop_crm.storage.database import Database

LEGAL_BASES = (
    "Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015",
    "Luật Thương mại số 36/2005/QH11 ngày 14/06/2005",
    "Nhu cầu và khả năng của hai bên",
)


def fill(database: Database) -> None:
    """Put the shipped rows into a database that has none; does nothing to any other."""
    with database.reading() as unit:
        if unit.session.scalar(select(Company.id).limit(1)) is not None:
            return
    with database.writing() as unit:
        session = unit.session
        if session.scalar(select(Company.id).limit(1)) is not None:  # another program was first
            return
        session.add_all(shipped_values())
        session.add_all(_tax_rates())
        session.add_all(NumberSeries(module=module, pattern=pattern) for module, pattern in SHIPPED_PATTERNS.items())
        session.add(Company(legal_bases="\n".join(LEGAL_BASES)))
        session.add(PriceBook(name="Giá niêm yết", is_default=True))
        session.add(User(name="admin", full_name="Quản trị"))


def _tax_rates() -> list[TaxRate]:
    return [
        TaxRate(
            code=code, label=label, percent=percent, valid_from=start, valid_to=end, legal_basis=basis, position=place
        )
        for place, (code, label, percent, start, end, basis) in enumerate(SHIPPED_TAX_RATES)
    ]
