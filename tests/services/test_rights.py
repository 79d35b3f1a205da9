"""Roles as they are shipped, and what a user may do by them."""

from __future__ import annotations

from sqlalchemy import select

from desktop_crm.models import RECORDS, Role, Team, User, Within
from desktop_crm.models.rights import EVERYTHING, UNLIMITED, FieldLevel, Reach
from desktop_crm.services.rights import rights_of
from desktop_crm.services.users import add_user, change_user
from desktop_crm.storage.database import Database, UnitOfWork
from desktop_crm.storage.within import lay_out


def role(unit: UnitOfWork, preset: str) -> int:
    return unit.session.scalars(select(Role.id).where(Role.preset == preset)).one()


def test_the_first_user_may_do_everything(database: Database) -> None:
    with database.reading() as unit:
        admin = unit.session.scalars(select(User)).one()
        rights = rights_of(unit, admin.id)
        assert rights_of(unit, None) is UNLIMITED
    assert rights.administers
    assert {rights.grant(entity.__tablename__) for entity in RECORDS} == {EVERYTHING}


def test_staff_reach_their_own_records_and_do_not_see_what_products_cost(database: Database) -> None:
    with database.writing() as unit:
        user = add_user(unit, "lan", "Nguyễn Thị Lan", role_id=role(unit, "staff"))
        rights = rights_of(unit, user.id)
    assert not rights.administers
    assert rights.grant("contact").see == Reach.OWN
    assert rights.grant("product").see == Reach.ALL
    assert not rights.may("change", "product")
    assert not rights.grant("contact").export
    assert rights.level("product", "cost_price") == FieldLevel.HIDDEN
    assert rights.hidden("product") == {"cost_price"}
    assert rights.hidden("contact") == frozenset()


def test_without_a_role_nothing_is_seen(database: Database) -> None:
    with database.writing() as unit:
        rights = rights_of(unit, add_user(unit, "lan", "Nguyễn Thị Lan").id)
    assert not any(rights.may("see", entity.__tablename__) for entity in RECORDS)


def test_reach_follows_teams_and_the_tree(database: Database) -> None:
    with database.writing() as unit:
        north = Team(name="Bắc")
        unit.session.add(north)
        unit.session.flush()
        head = add_user(unit, "head", "Head")
        middle = add_user(unit, "middle", "Middle", manager_id=head.id, team_id=north.id)
        below = add_user(unit, "below", "Below", manager_id=middle.id, team_id=north.id)
        assert within(unit, head, "subtree") == {head.id, middle.id, below.id}
        assert within(unit, head, "team") == within(unit, head, "own") == {head.id}
        assert within(unit, middle, "team") == {middle.id, below.id}
        change_user(unit, below.id, {"manager_id": None, "team_id": None})
        assert within(unit, head, "subtree") == {head.id, middle.id}
        assert within(unit, middle, "team") == {middle.id}


def test_a_circle_of_superiors_ends(database: Database) -> None:
    with database.writing() as unit:
        one = add_user(unit, "one", "One")
        two = add_user(unit, "two", "Two", manager_id=one.id)
        one.manager_id = two.id  # by another client: the program refuses it
        lay_out(unit.session)
        assert within(unit, one, "subtree") == within(unit, two, "subtree") == {one.id, two.id}


def within(unit: UnitOfWork, user: User, reach: str) -> set[int]:
    return set(unit.session.scalars(select(Within.owner_id).where(Within.user_id == user.id, Within.reach == reach)))
