"""Why somebody sees a record, or does not: every reason in words, for one user or for all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desktop_crm.errors import NotFound
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models import Record, Role, RoleRight, Team, User, Within
from desktop_crm.models.numbers import format_date
from desktop_crm.models.rights import NOTHING, VERB_LABELS, Grant, Reach, Verb
from desktop_crm.models.text import fold
from desktop_crm.services.sharing import Shared, shares_of
from desktop_crm.storage.database import UnitOfWork

ASKED: tuple[Verb, ...] = ("see", "change", "delete")


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    name: str
    active: bool
    team_id: int | None
    manager_id: int | None
    role: str
    grant: Grant


@dataclass(frozen=True, slots=True)
class _Case:
    """What decides about one record: its owner, who everybody is, whose records it is among, and its shares."""

    module: str
    owner_id: int | None
    people: Mapping[int, _Person]
    teams: Mapping[int, str]
    within: frozenset[tuple[int, str]]  # (user, reach) that have the owner within
    shares: Sequence[Shared]


@dataclass(frozen=True, slots=True)
class Seer:
    """A user who can see a record, why, and what else they may do with it."""

    user_id: int
    name: str
    active: bool
    may_change: bool
    may_delete: bool
    reasons: tuple[str, ...]


def explain(unit: UnitOfWork, user_id: int, entity: type[Record], record_id: int) -> list[str]:
    """Lines in the language in force: for seeing, changing and deleting every reason, or why not; export and print.

    Raises NotFound for a user or a record there is not, or that the actor does not see.
    """
    case = _case(unit, entity, record_id)
    person = case.people.get(user_id)
    if person is None:
        raise NotFound()
    lines = [] if person.active else [translate(_INACTIVE, name=person.name)]
    for verb in ASKED:
        reasons = _reasons(case, person, verb)
        said = _MAY if reasons else _MAY_NOT
        listed = reasons or [_why_not(case, person, verb)]
        words = translate(VERB_LABELS[verb])
        lines += [translate(said, verb=words, reason=reason) for reason in listed]
    for words, held in ((_EXPORT, person.grant.export), (_PRINT, person.grant.print)):
        said = _ALLOWS if held else _FORBIDS
        lines.append(translate(said, verb=translate(words), role=person.role or "–"))
    return lines


def who_sees(unit: UnitOfWork, entity: type[Record], record_id: int) -> list[Seer]:
    """Every active user who can see a record, by name, with every reason; five statements for any number of users."""
    case = _case(unit, entity, record_id)
    found = []
    for person in case.people.values():
        reasons = _reasons(case, person, "see") if person.active else []
        if reasons:
            change, delete = (bool(_reasons(case, person, verb)) for verb in ("change", "delete"))
            found.append(Seer(person.id, person.name, person.active, change, delete, tuple(reasons)))
    return sorted(found, key=lambda seer: (seer.user_id != case.owner_id, fold(seer.name)))


def _case(unit: UnitOfWork, entity: type[Record], record_id: int) -> _Case:
    found = unit.session.execute(select(entity.owner_id).where(entity.id == record_id)).first()
    if found is None:
        raise NotFound()
    module, owner_id = entity.__tablename__, found[0]
    granted = unit.session.scalars(select(RoleRight).where(RoleRight.module == module))
    rights = {row.role_id: row.grant for row in granted}
    rows = unit.session.execute(select(User, Role.name).join(Role, Role.id == User.role_id, isouter=True))
    people = {user.id: _person(user, role or "", rights) for user, role in rows}
    reached = unit.session.execute(select(Within.user_id, Within.reach).where(Within.owner_id == (owner_id or 0)))
    teams = {row.id: row.name for row in unit.session.execute(select(Team.id, Team.name))}
    within = frozenset((row.user_id, row.reach) for row in reached)
    return _Case(module, owner_id, people, teams, within, shares_of(unit, entity, record_id))


def _person(user: User, role: str, rights: Mapping[int, Grant]) -> _Person:
    grant = rights.get(user.role_id or 0, NOTHING)
    return _Person(user.id, user.full_name, user.active, user.team_id, user.manager_id, role, grant)


# -- reasons


def _reasons(case: _Case, person: _Person, verb: Verb) -> list[str]:
    """Every reason why the verb of a person reaches the record; none where it does not."""
    reach = person.grant.reach(verb)
    if reach == Reach.NONE:
        return _by_shares(case, person, verb)
    found = [translate(_ALL, role=person.role)] if reach == Reach.ALL else []
    if reach != Reach.OWN and reach != Reach.ALL and (person.id, reach.value) in case.within:
        found.append(_by_owner(case, person, reach))
    elif (person.id, Reach.OWN.value) in case.within:
        found.append(translate(_OWNER, name=person.name))
    return [*found, *_by_shares(case, person, verb)]


def _by_owner(case: _Case, person: _Person, reach: Reach) -> str:
    if person.id == case.owner_id:
        return translate(_OWNER, name=person.name)
    owner = case.people[case.owner_id or 0]
    if reach == Reach.TEAM:
        return translate(_TEAM, owner=owner.name, team=case.teams.get(person.team_id or 0, "?"), name=person.name)
    between = _between(case, owner, person)
    if not between:
        return translate(_REPORTS, owner=owner.name, name=person.name)
    return translate(_REPORTS_OVER, owner=owner.name, name=person.name, between=", ".join(between))


def _between(case: _Case, owner: _Person, person: _Person) -> list[str]:
    """The names on the way up from the owner to the person."""
    names: list[str] = []
    step, seen = owner.manager_id, {owner.id}
    while step is not None and step != person.id and step not in seen and step in case.people:
        seen.add(step)
        names.append(case.people[step].name)
        step = case.people[step].manager_id
    return names


def _by_shares(case: _Case, person: _Person, verb: Verb) -> list[str]:
    if verb == "delete":
        return []
    mine = [one for one in case.shares if _is_with(one, person) and (verb == "see" or one.may_change)]
    return [_share_words(one) for one in mine]


def _is_with(one: Shared, person: _Person) -> bool:
    return one.with_id == (person.id if one.kind == "user" else person.team_id)


def _share_words(one: Shared) -> str:
    said: Message = _SHARED_TEAM if one.kind == "team" else _SHARED
    words = translate(said, by=one.by, when=format_date(one.at), name=one.name)
    return f"{words}, {translate(_MAY_CHANGE)}" if one.may_change else words


def _why_not(case: _Case, person: _Person, verb: Verb) -> str:
    reach = person.grant.reach(verb)
    if not person.role:
        return translate(_NO_ROLE, name=person.name)
    if reach == Reach.NONE:
        return translate(_ROLE_NOT, role=person.role)
    if case.owner_id is None:
        return translate(_NO_OWNER)
    owner = case.people[case.owner_id].name
    said = {Reach.OWN: _NOT_OWN, Reach.TEAM: _NOT_TEAM, Reach.SUBTREE: _NOT_BELOW}[reach]
    return translate(said, owner=owner, name=person.name)


_MAY = mark("Why", "{verb}: yes. {reason}.")
_MAY_NOT = mark("Why", "{verb}: no. {reason}.")
_ALLOWS = mark("Why", "{verb}: yes. The role “{role}” allows it.")
_FORBIDS = mark("Why", "{verb}: no. The role “{role}” does not allow it.")
_EXPORT, _PRINT = mark("Why", "Export"), mark("Why", "Print")
_INACTIVE = mark("Why", "{name} is inactive and cannot sign in; if they could:")
_ALL = mark("Why", "The role “{role}” reaches everything in this module")
_OWNER = mark("Why", "The record belongs to {name}")
_TEAM = mark("Why", "Its owner {owner} is in the team “{team}” with {name}")
_REPORTS = mark("Why", "Its owner {owner} reports to {name}")
_REPORTS_OVER = mark("Why", "Its owner {owner} reports to {name} over {between}")
_SHARED = mark("Why", "{by} shared it with {name} on {when}")
_SHARED_TEAM = mark("Why", "{by} shared it with the team “{name}” on {when}")
_MAY_CHANGE = mark("Why", "who may change it")
_NO_ROLE = mark("Why", "{name} has no role")
_ROLE_NOT = mark("Why", "The role “{role}” does not allow it in this module")
_NO_OWNER = mark("Why", "The record has no owner, and the role does not reach everything")
_NOT_OWN = mark("Why", "The record belongs to {owner}, and the role reaches only {name}’s own")
_NOT_TEAM = mark("Why", "Its owner {owner} is not in the team of {name}")
_NOT_BELOW = mark("Why", "Its owner {owner} does not report to {name}")
