"""Which fields of a module a sheet can fill, what they are called, and the lists their cells are read by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from desktop_crm.exchange.convert import ChoiceRow
from desktop_crm.exchange.mapping import Target
from desktop_crm.exchange.synonyms import synonyms
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Contact, Lead, Organization, Product, Record, TaxRate
from desktop_crm.models.fields import Field, Kind, fields_of
from desktop_crm.services.choices import load_choices
from desktop_crm.services.fields_shown import shown
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.listing import custom_fields

IMPORTABLE: tuple[type[Record], ...] = (Lead, Organization, Contact, Product)
FULL_NAME = "full_name"
"""The key of a person's whole name, cut into salutation, family and given name; no attribute of its own."""

_PEOPLE = (Lead, Contact)
_FULL_NAME = Field(mark("Exchange", "Full name"), Kind.TEXT, FULL_NAME, length=200)
_EXEMPT = ("KCT", "Không chịu thuế", "Không chịu thuế GTGT", "Không thuế", "Miễn thuế", "Exempt", "No VAT")


def fields_for(unit: UnitOfWork, entity: type[Record]) -> dict[str, Field]:
    """The fields a sheet of the actor may fill: the module's own, custom ones, the number to recognise records by."""
    own, rights, module = fields_of(entity), unit.actor.rights, entity.__tablename__
    found = {"number": replace(own["number"], searched=False)}
    if entity in _PEOPLE:
        found[FULL_NAME] = _FULL_NAME
    found |= {key: field for key, field in shown(rights, module, own).items() if field.editable}
    added = shown(rights, module, custom_fields(unit.session, module))
    return found | {key: field for key, field in added.items() if field.editable}


def targets_for(fields: Mapping[str, Field], entity: type[Record]) -> list[Target]:
    """What `mapping.guess` takes: each field's labels in both languages, its aliases, then what companies write."""
    table = entity.__tablename__
    return [(key, _names(field) + synonyms(table, key)) for key, field in fields.items()]


def _names(field: Field) -> tuple[str, ...]:
    labels = (translate(field.label, "vi"), translate(field.label, "en"))
    return tuple(dict.fromkeys((*labels, *field.aliases)))


def choice_rows(unit: UnitOfWork) -> dict[str, list[ChoiceRow]]:
    """Every list as cells name its rows; tax rates also by their percentage."""
    lists = {
        name: [ChoiceRow(row.code, (row.vi, row.en)) for row in rows.values()]
        for name, rows in load_choices(unit).rows.items()
    }
    rates = unit.session.scalars(select(TaxRate).order_by(TaxRate.position, TaxRate.valid_from)).all()
    lists["tax_rate"] = [
        ChoiceRow(rate.code, (rate.label, *(_EXEMPT if rate.percent is None else ())), rate.percent) for rate in rates
    ]
    return lists
