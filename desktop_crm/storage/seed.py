"""The first rows of an empty database: lists, tax rates, numbering, our company, the first user."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_crm.models import RECORDS, Company, FieldRight, NumberSeries, PriceBook, Role, RoleRight, TaxRate, User
from desktop_crm.models.company import SHIPPED_PATTERNS, SHIPPED_TAX_RATES
from desktop_crm.models.lists import shipped_values
from desktop_crm.models.rights import PRESETS, Preset
from desktop_crm.storage import within
from desktop_crm.storage.database import Database

LEGAL_BASES = (
    "Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015",
    "Luật Thương mại số 36/2005/QH11 ngày 14/06/2005",
    "Nhu cầu và khả năng của hai bên",
)

ROLE_NAMES = {"administrator": "Quản trị hệ thống", "manager": "Quản lý", "staff": "Nhân viên"}
"""What the shipped roles are called in a new company; a role is renamed like any other row."""


def fill(database: Database) -> None:
    """Put the shipped rows into a database that has none; does nothing to any other."""
    with database.reading() as unit:
        if unit.session.scalar(select(Role.id).limit(1)) is not None:
            return
    with database.writing() as unit:
        session = unit.session
        if session.scalar(select(Role.id).limit(1)) is not None:  # another program was first
            return
        if session.scalar(select(Company.id).limit(1)) is None:
            _fill_empty(session)
        _add_roles(session)


def _fill_empty(session: Session) -> None:
    session.add_all(shipped_values())
    session.add_all(_tax_rates())
    session.add_all(NumberSeries(module=module, pattern=pattern) for module, pattern in SHIPPED_PATTERNS.items())
    session.add(Company(legal_bases="\n".join(LEGAL_BASES)))
    session.add(PriceBook(name="Giá niêm yết", is_default=True))
    session.add(User(name="admin", full_name="Quản trị"))


def _add_roles(session: Session) -> None:
    """The shipped roles; who used the database before there were any could do everything, and still can."""
    roles = {code: shipped_role(code, preset) for code, preset in PRESETS.items()}
    session.add_all(roles.values())
    session.flush()
    session.execute(update(User).where(User.role_id.is_(None)).values(role_id=roles["administrator"].id))
    within.lay_out(session)


def shipped_role(code: str, preset: Preset) -> Role:
    """A new role with the rights of a preset."""
    rights = [_right(entity.__tablename__, preset) for entity in RECORDS]
    levels = [FieldRight(module=m, field=key, level=level.value) for (m, key), level in preset.fields.items()]
    name = ROLE_NAMES[code]
    return Role(name=name, preset=code, administers=preset.administers, rights=rights, fields=levels)


def _right(module: str, preset: Preset) -> RoleRight:
    grant = preset.grant(module)
    return RoleRight(
        module=module,
        sees=grant.see.value,
        creates=grant.create.value,
        changes=grant.change.value,
        deletes=grant.delete.value,
        exports=grant.export,
        prints=grant.print,
    )


def _tax_rates() -> list[TaxRate]:
    return [
        TaxRate(
            code=code, label=label, percent=percent, valid_from=start, valid_to=end, legal_basis=basis, position=place
        )
        for place, (code, label, percent, start, end, basis) in enumerate(SHIPPED_TAX_RATES)
    ]
