"""Conversion of a lead into organization, contact and opportunity, and its undoing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from desktop_crm.errors import Fault, Invalid, Refused
from desktop_crm.i18n import mark
from desktop_crm.models import (
    BY_MODULE,
    RECORDS,
    Attachment,
    Comment,
    Contact,
    Lead,
    Opportunity,
    Organization,
    Record,
    RecordTag,
)
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.services import records
from desktop_crm.services.fields_shown import open_values
from desktop_crm.services.lead_matches import Candidate, matches
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.history import plain

__all__ = ["Candidate", "Conversion", "ConversionPlan", "Undone", "convert", "matches", "undo_conversion"]


@dataclass(frozen=True, slots=True)
class ConversionPlan:
    """What a lead becomes: for organization and contact an existing one, a new one, or none.

    `opportunity` holds the values of the new opportunity (its name by default), None for none.
    """

    organization_id: int | None = None
    create_organization: bool = False
    contact_id: int | None = None
    create_contact: bool = False
    opportunity: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a lead became."""

    lead: Lead
    organization: Organization | None
    contact: Contact | None
    opportunity: Opportunity | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing a conversion did to the records it had made: put into the recycle bin, or kept as in use."""

    lead: Lead
    removed: tuple[Record, ...]
    kept: tuple[Record, ...]


def convert(unit: UnitOfWork, lead_id: int, version: int | None, plan: ConversionPlan) -> Conversion:
    """Make of a lead what `plan` says; existing records get only what they lack, the lead can then only be read.

    Its comments and files move to the opportunity, else the contact, else the organization; its tags are copied.
    Raises Refused for a converted lead, Invalid where a new record would lack a field, Conflict.
    """
    lead = unit.get(Lead, lead_id, version)
    if lead.converted_at is not None:
        raise Refused(mark("Conversion", "The lead has been converted already."))
    _check(lead, plan)
    done = _Doing(unit, lead)
    organization = done.take(Organization, plan.organization_id, plan.create_organization, organization_values(lead))
    contact = done.take(Contact, plan.contact_id, plan.create_contact, contact_values(lead, organization))
    opportunity = None
    if plan.opportunity is not None:
        values = opportunity_values(lead, organization, contact) | dict(plan.opportunity)
        opportunity = done.take(Opportunity, None, True, values)
    done.move_notes(opportunity or contact or organization)
    done.close(organization, contact, opportunity)
    return Conversion(lead, organization, contact, opportunity)


def _check(lead: Lead, plan: ConversionPlan) -> None:
    if not (plan.organization_id or plan.create_organization or plan.contact_id or plan.create_contact):
        raise Invalid(Fault("", mark("Conversion", "Choose or create an organization or a contact.")))
    if plan.create_organization and not lead.company:
        raise Invalid(Fault("company", mark("Conversion", "The lead names no company.")))
    if plan.create_contact and not lead.given_name:
        raise Invalid(Fault("given_name", mark("Conversion", "The lead names no person.")))


def organization_values(lead: Lead) -> dict[str, Any]:
    """What a lead tells about its company."""
    shared = ("tax_code", "phone", "website", "industry", "source", "employees", "annual_revenue")
    place = ("address", "ward", "province", "owner_id", "team_id", "notes")
    values = {key: getattr(lead, key) for key in (*shared, *place)}
    return values | {"name": lead.company, "email": "" if lead.given_name else lead.email}


def contact_values(lead: Lead, organization: Organization | None) -> dict[str, Any]:
    """What a lead tells about its person; address and tax code only where there is no company."""
    shared = (
        "salutation",
        "family_name",
        "given_name",
        "job_title",
        "mobile",
        "email",
        "source",
        "owner_id",
        "team_id",
    )
    values = {key: getattr(lead, key) for key in shared}
    values |= {"email_consent": lead.marketing_consent and not lead.do_not_email}
    if organization is not None:
        return values | {"organization_id": organization.id}
    return values | {key: getattr(lead, key) for key in ("phone", "tax_code", "address", "ward", "province", "notes")}


def opportunity_values(lead: Lead, organization: Organization | None, contact: Contact | None) -> dict[str, Any]:
    """What a lead tells about the deal."""
    shared = ("source", "campaign", "next_step", "next_step_on", "owner_id", "team_id")
    return {key: getattr(lead, key) for key in shared} | {
        "name": lead.company or lead.full_name,
        "organization_id": organization.id if organization else None,
        "contact_id": contact.id if contact else None,
    }


class _Doing:
    """One conversion under way; `memory` is what its undoing will need, as JSON."""

    def __init__(self, unit: UnitOfWork, lead: Lead) -> None:
        self.unit = unit
        self.lead = lead
        self.touched: list[Record] = []
        self.memory: dict[str, Any] = {"status": lead.status, "created": [], "filled": [], "moved": {}}

    def take(self, entity: type[Any], record_id: int | None, create: bool, values: Mapping[str, Any]) -> Any:
        """The existing record with its empty fields filled, a new one, or None."""
        if record_id is not None:
            return self._fill(self.unit.get(entity, record_id), values)
        if not create:
            return None
        given = open_values(self.unit, entity, {key: value for key, value in values.items() if value})
        record = records.create(self.unit, entity, given)
        self.memory["created"].append([record.__tablename__, record.id])
        self.touched.append(record)
        return record

    def _fill(self, record: Record, values: Mapping[str, Any]) -> Record:
        given = open_values(self.unit, type(record), values).items()
        lacking = {key: value for key, value in given if value is not True and value and not getattr(record, key)}
        with self.unit.session.no_autoflush:
            records.assign(self.unit, record, lacking)
            records.check(self.unit, record, frozenset(lacking))
        self.unit.session.flush()
        module = record.__tablename__
        self.memory["filled"] += [[module, record.id, key, plain(getattr(record, key))] for key in lacking]
        self.touched.append(record)
        return record

    def move_notes(self, target: Record | None) -> None:
        """Let the lead's comments and files hang on `target`, and its tags on both."""
        assert target is not None
        for name, entity in (("comment", Comment), ("attachment", Attachment)):
            self.memory["moved"][name] = _rehang(self.unit, entity, self.lead, target)
        self.memory["tagged"] = [target.__tablename__, target.id, _copy_tags(self.unit, self.lead, target)]

    def close(
        self, organization: Organization | None, contact: Contact | None, opportunity: Opportunity | None
    ) -> None:
        """Make the lead a converted one."""
        lead = self.lead
        self.memory["versions"] = [[r.__tablename__, r.id, r.version] for r in self.touched]
        lead.status, lead.converted_at, lead.conversion = "converted", self.unit.now, self.memory
        lead.organization_id = organization.id if organization else None
        lead.contact_id = contact.id if contact else None
        lead.opportunity_id = opportunity.id if opportunity else None
        self.unit.session.flush()


def _rehang(unit: UnitOfWork, entity: type[Any], source: Record, target: Record) -> list[int]:
    """Let every comment (or file) of one record belong to another; their ids."""
    mine = select(entity.id).where(entity.module == source.__tablename__, entity.record_id == source.id)
    ids = list(unit.session.scalars(mine))
    _put(unit, entity, ids, target)
    return ids


def _put(unit: UnitOfWork, entity: type[Any], ids: list[int], target: Record) -> None:
    where = {"module": target.__tablename__, "record_id": target.id}
    unit.session.execute(update(entity).where(entity.id.in_(ids)).values(**where))


def _tags(unit: UnitOfWork, record: Record) -> set[int]:
    tags = select(RecordTag.tag_id).where(RecordTag.module == record.__tablename__, RecordTag.record_id == record.id)
    return set(unit.session.scalars(tags))


def _copy_tags(unit: UnitOfWork, source: Record, target: Record) -> list[int]:
    """Put the tags of one record on another too; the ids of those it did not have."""
    new = sorted(_tags(unit, source) - _tags(unit, target))
    module = target.__tablename__
    unit.session.add_all(RecordTag(module=module, record_id=target.id, tag_id=tag) for tag in new)
    unit.session.flush()
    return new


def undo_conversion(unit: UnitOfWork, lead_id: int, version: int | None = None) -> Undone:
    """Make a converted lead an open one again, as it was.

    Records the conversion made go to the recycle bin unless they were changed or are used since; fields it filled
    are emptied again unless they were changed. Raises Refused for a lead that is not converted, Conflict.
    """
    lead = unit.get(Lead, lead_id, version)
    if lead.converted_at is None or lead.conversion is None:
        raise Refused(mark("Conversion", "The lead has not been converted."))
    memory = lead.conversion
    unchanged = _unchanged(unit, memory)
    _reopen(unit, lead, memory)
    _empty_again(unit, memory)
    _take_notes_back(unit, lead, memory)
    removed, kept = _remove_created(unit, memory, unchanged)
    return Undone(lead, removed, kept)


def _unchanged(unit: UnitOfWork, memory: Mapping[str, Any]) -> set[tuple[str, int]]:
    """The touched records that still have the version the conversion left."""
    found = ((m, key, unit.session.get(BY_MODULE[m], key), version) for m, key, version in memory["versions"])
    return {(module, key) for module, key, record, version in found if record and record.version == version}


def _reopen(unit: UnitOfWork, lead: Lead, memory: Mapping[str, Any]) -> None:
    lead.status, lead.converted_at, lead.conversion = memory["status"], None, None
    lead.organization_id = lead.contact_id = lead.opportunity_id = None
    unit.session.flush()


def _empty_again(unit: UnitOfWork, memory: Mapping[str, Any]) -> None:
    for module, record_id, key, value in memory["filled"]:
        record = unit.session.get(BY_MODULE[module], record_id)
        if record is not None and plain(getattr(record, key)) == value:
            with unit.session.no_autoflush:
                records.assign(unit, record, {key: None})
    unit.session.flush()


def _take_notes_back(unit: UnitOfWork, lead: Lead, memory: Mapping[str, Any]) -> None:
    _put(unit, Comment, memory["moved"]["comment"], lead)
    _put(unit, Attachment, memory["moved"]["attachment"], lead)
    module, record_id, tags = memory["tagged"]
    copied = select(RecordTag).where(
        RecordTag.module == module, RecordTag.record_id == record_id, RecordTag.tag_id.in_(tags)
    )
    for row in unit.session.scalars(copied):
        unit.session.delete(row)
    unit.session.flush()


def _remove_created(
    unit: UnitOfWork, memory: Mapping[str, Any], unchanged: set[tuple[str, int]]
) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """Opportunity before contact before organization, so that each is free of those made after it."""
    removed: list[Record] = []
    kept: list[Record] = []
    for module, record_id in reversed(memory["created"]):
        record = unit.session.get(BY_MODULE[module], record_id)
        if record is None or record.deleted_at is not None:
            continue
        free = (module, record_id) in unchanged and not _is_used(unit, record)
        (removed if free else kept).append(record)
        if free:
            records.delete(unit, type(record), [record_id])
    return tuple(removed), tuple(kept)


def _is_used(unit: UnitOfWork, record: Record) -> bool:
    """Whether somebody remarked on the record, or another one that is not in the recycle bin relates to it."""
    return _has_notes(unit, record) or any(
        unit.session.scalar(
            select(entity.id).where(getattr(entity, key) == record.id, entity.deleted_at.is_(None)).limit(1)
        )
        for entity in RECORDS
        for key, field in fields_of(entity).items()
        if field.kind == Kind.RELATION and field.target == record.__tablename__
    )


def _has_notes(unit: UnitOfWork, record: Record) -> bool:
    own = {"module": record.__tablename__, "record_id": record.id}
    kinds: tuple[type[Any], ...] = (Comment, Attachment)
    return any(unit.session.scalar(select(kind.id).filter_by(**own).limit(1)) is not None for kind in kinds)
