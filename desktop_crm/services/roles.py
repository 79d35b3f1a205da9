"""Roles in the settings: what whoever has one may do, module by module, and which fields are kept from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from desktop_crm.errors import Fault, Invalid, NotFound, Refused
from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE, FieldRight, Role, RoleRight, User
from desktop_crm.models.fields import Field, fields_of
from desktop_crm.models.rights import NOTHING, VERBS, FieldLevel, Grant, Reach
from desktop_crm.models.text import clean, fold
from desktop_crm.services.fields_shown import hideable
from desktop_crm.services.records import added_fields
from desktop_crm.services.rights import refuse_others_than_administrators
from desktop_crm.services.users import refuse_without_administrator
from desktop_crm.storage.database import UnitOfWork

Levels = Mapping[tuple[str, str], FieldLevel]


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role as the settings show it; `used` users have it."""

    id: int
    name: str
    preset: str = ""
    administers: bool = False
    grants: Mapping[str, Grant] = field(default_factory=dict)
    fields: Levels = field(default_factory=dict)
    used: int = 0

    def grant(self, module: str) -> Grant:
        """What the role allows in a module."""
        return self.grants.get(module, NOTHING)


def roles(unit: UnitOfWork) -> list[RoleView]:
    """Every role, the shipped ones first and in their order, then the others by name."""
    counted = select(User.role_id, func.count()).where(User.role_id.is_not(None)).group_by(User.role_id)
    used = {row[0]: row[1] for row in unit.session.execute(counted)}
    found = [_view(role, used.get(role.id, 0)) for role in unit.session.scalars(select(Role).order_by(Role.id))]
    return sorted(found, key=lambda role: (not role.preset, role.id if role.preset else 0, fold(role.name)))


def _view(role: Role, used: int) -> RoleView:
    grants = {right.module: right.grant for right in role.rights}
    levels = {(one.module, one.field): FieldLevel(one.level) for one in role.fields}
    return RoleView(role.id, role.name, role.preset, role.administers, grants, levels, used)


def save_role(
    unit: UnitOfWork,
    role_id: int | None,
    name: str,
    administers: bool = False,
    grants: Mapping[str, Grant] | None = None,
    fields: Levels | None = None,
) -> int:
    """A new or changed role with all its rights; its id. What is None stays as it is.

    Raises Invalid for its name or a right that reaches further than seeing does, and for a field that cannot be
    hidden; Refused where nobody active would manage users and roles any more.
    """
    refuse_others_than_administrators(unit)
    role = _role(unit, role_id) if role_id is not None else Role()
    with unit.session.no_autoflush:
        role.name, role.administers = _named(unit, role, name), administers
        if grants is not None:
            _check_grants(grants)
            _set_grants(role, grants)
        if fields is not None:
            _check_levels(unit, fields)
            _set_levels(role, fields)
    unit.session.add(role)
    refuse_without_administrator(unit)
    return role.id


def copy_role(unit: UnitOfWork, role_id: int, name: str = "") -> int:
    """A new role with the rights of another; its id."""
    source = _view(_role(unit, role_id), 0)
    words = name or translate(mark("Role", "{name} (copy)"), name=source.name)
    return save_role(unit, None, words, source.administers, source.grants, source.fields)


def rename_role(unit: UnitOfWork, role_id: int, name: str) -> None:
    """Call a role something else. Raises Invalid."""
    refuse_others_than_administrators(unit)
    role = _role(unit, role_id)
    role.name = _named(unit, role, name)
    unit.session.flush()


def remove_role(unit: UnitOfWork, role_id: int) -> None:
    """Take out a role; Refused while users have it."""
    refuse_others_than_administrators(unit)
    used = unit.session.scalar(select(func.count()).select_from(User).where(User.role_id == role_id)) or 0
    if used:
        raise Refused(mark("Role", "{n} users have this role; give them another one first."), n=used)
    unit.session.delete(_role(unit, role_id))
    unit.session.flush()


def role_of_preset(unit: UnitOfWork, preset: str) -> int:
    """The id of the shipped role; NotFound where it was taken out."""
    found = unit.session.scalar(select(Role.id).where(Role.preset == preset).order_by(Role.id).limit(1))
    if found is None:
        raise NotFound(mark("Role", "There is no role “{name}” any more."), name=preset)
    return found


def _role(unit: UnitOfWork, role_id: int) -> Role:
    role = unit.session.get(Role, role_id)
    if role is None:
        raise NotFound()
    return role


def _named(unit: UnitOfWork, role: Role, name: str) -> str:
    words, longest = clean(name), fields_of(Role)["name"].length or 0
    if not words:
        raise Invalid(Fault("name", mark("Names", "Enter the name.")))
    if len(words) > longest:
        raise Invalid(Fault("name", mark("Names", "The name is longer than {n} characters."), {"n": longest}))
    for key, other in unit.session.execute(select(Role.id, Role.name)):
        if key != role.id and fold(other) == fold(words):
            raise Invalid(Fault("name", mark("Role", "There is a role “{name}” already."), {"name": other}))
    return words


_FURTHER = (Reach.NONE, Reach.OWN, Reach.TEAM, Reach.SUBTREE, Reach.ALL)


def fits(reach: Reach, see: Reach) -> bool:
    """Whether a verb that reaches so far stays within what is seen; a team and the people below are apart."""
    if {reach, see} == {Reach.TEAM, Reach.SUBTREE}:
        return False
    return _FURTHER.index(reach) <= _FURTHER.index(see)


def _check_grants(grants: Mapping[str, Grant]) -> None:
    faults = []
    for module, grant in grants.items():
        for verb in VERBS[2:]:
            if not fits(grant.reach(verb), grant.see):
                name = translate(BY_MODULE[module].plural_label)
                words = mark("Role", "{module}: what is not seen can be neither changed nor deleted.")
                faults.append(Fault(module, words, {"module": name}))
                break
    if faults:
        raise Invalid(*faults)


def _check_levels(unit: UnitOfWork, levels: Levels) -> None:
    for (module, key), level in levels.items():
        described = fields_of_module(unit, module)
        if key not in described:
            raise NotFound()
        reason = hideable(module, described[key]) if level == FieldLevel.HIDDEN else None
        if reason is not None:
            values = {"field": translate(described[key].label), "reason": translate(reason)}
            raise Invalid(Fault(key, mark("Role", "“{field}” cannot be hidden. {reason}"), values))


def fields_of_module(unit: UnitOfWork, module: str) -> dict[str, Field]:
    """Every field of a module that a role may keep from somebody, custom ones too."""
    own = {key: one for key, one in fields_of(BY_MODULE[module]).items() if key not in ("number", "deleted_at")}
    return {**own, **added_fields(unit, module)}


def _set_grants(role: Role, grants: Mapping[str, Grant]) -> None:
    present = {right.module: right for right in role.rights}
    for module, grant in grants.items():
        right = present.get(module) or RoleRight(module=module)
        right.sees, right.creates = grant.see.value, grant.create.value
        right.changes, right.deletes = grant.change.value, grant.delete.value
        right.exports, right.prints = grant.export, grant.print
        if module not in present:
            role.rights.append(right)


def _set_levels(role: Role, levels: Levels) -> None:
    wanted = {key: level for key, level in levels.items() if level != FieldLevel.OPEN}
    for row in list(role.fields):
        level = wanted.pop((row.module, row.field), None)
        if level is None:
            role.fields.remove(row)
        else:
            row.level = level.value
    role.fields.extend(FieldRight(module=m, field=key, level=level.value) for (m, key), level in wanted.items())
