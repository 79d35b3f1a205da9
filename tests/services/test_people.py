"""Users, teams and roles: who may change them, and what is never left undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from desktop_crm.errors import Forbidden, Invalid, NotFound, Refused
from desktop_crm.models import HistoryEntry, Organization, Role, User, Within
from desktop_crm.models.rights import EVERYTHING, NOTHING, FieldLevel, Grant, Reach
from desktop_crm.services import handing_over, people, roles, teams, users
from desktop_crm.services.rights import renewed
from desktop_crm.services.sign_in import sign_in
from desktop_crm.storage.database import Database, UnitOfWork
from tests.support.people import actor_of, own, staffed


def reached(unit: UnitOfWork, user_id: int, reach: str) -> set[int]:
    return set(unit.session.scalars(select(Within.owner_id).where(Within.user_id == user_id, Within.reach == reach)))


def test_a_circle_of_superiors_is_refused_in_words(database: Database) -> None:
    who = staffed(database)
    with database.writing() as unit:
        with pytest.raises(Invalid) as found:
            users.change_user(unit, who["ha"], {"manager_id": who["lan"]})
        assert [fault.field for fault in found.value.faults] == ["manager_id"]
        assert "Lê Thu Hà" in found.value.text()
    with database.writing() as unit, pytest.raises(Invalid):
        users.change_user(unit, who["ha"], {"manager_id": who["ha"]})


def test_reach_follows_what_is_changed_of_a_user(database: Database) -> None:
    who = staffed(database)
    with database.writing() as unit:
        assert reached(unit, who["minh"], "subtree") == {who["minh"], who["lan"]}
        assert reached(unit, who["lan"], "team") == {who["minh"], who["lan"]}
        people.change_person(unit, who["tuan"], {"manager_id": who["minh"], "team_id": who["north"]})
        assert reached(unit, who["minh"], "subtree") == {who["minh"], who["lan"], who["tuan"]}
        assert reached(unit, who["lan"], "team") == {who["minh"], who["lan"], who["tuan"]}


def test_only_administrators_change_people(database: Database) -> None:
    who = staffed(database)
    lan = actor_of(database, who["lan"])
    with database.writing(lan) as unit:
        for work in (
            lambda: people.add_person(unit, "x", "X"),
            lambda: people.change_person(unit, who["lan"], {"role_id": None}),
            lambda: people.disable_person(unit, who["tuan"]),
            lambda: roles.copy_role(unit, 1),
            lambda: roles.remove_role(unit, 1),
            lambda: teams.save_team(unit, None, "Nam"),
            lambda: handing_over.hand_over(unit, who["minh"], who["lan"], ["organization"]),
        ):
            with pytest.raises(Forbidden):
                work()


def test_there_is_always_an_active_administrator(database: Database) -> None:
    who = staffed(database)
    ha = actor_of(database, who["ha"])
    with database.writing(ha) as unit:
        people.disable_person(unit, 1)  # the one the company began with
    with pytest.raises(Refused, match="quản trị"), database.writing(ha) as unit:
        users.set_active(unit, who["ha"], False)
    with pytest.raises(Refused), database.writing(ha) as unit:
        people.change_person(unit, who["ha"], {"role_id": roles.role_of_preset(unit, "staff")})
    with pytest.raises(Refused), database.writing(ha) as unit:
        roles.save_role(unit, roles.role_of_preset(unit, "administrator"), "Quản trị", False)
    with pytest.raises(Refused), database.writing(ha) as unit:
        people.disable_person(unit, who["ha"])  # oneself


def test_roles_are_copied_changed_renamed_and_taken_out_when_unused(database: Database) -> None:
    who = staffed(database)
    with database.writing() as unit:
        staff = roles.role_of_preset(unit, "staff")
        made = roles.copy_role(unit, staff)
        copied = next(role for role in roles.roles(unit) if role.id == made)
        assert copied.grant("contact").see == Reach.OWN
        assert copied.fields == {("product", "cost_price"): FieldLevel.HIDDEN}
        wide = Grant(Reach.ALL, Reach.OWN, Reach.TEAM, Reach.NONE, export=True)
        levels = {("organization", "website"): FieldLevel.READ_ONLY}
        roles.save_role(unit, made, "Kế toán", False, {**copied.grants, "contact": wide}, levels)
        roles.rename_role(unit, made, "Kế toán trưởng")
    with database.writing() as unit:
        stored = next(role for role in roles.roles(unit) if role.id == made)
        assert (stored.name, stored.grant("contact"), stored.fields, stored.used) == ("Kế toán trưởng", wide, levels, 0)
        users.change_user(unit, who["lan"], {"role_id": made})
        with pytest.raises(Refused):
            roles.remove_role(unit, made)
        users.change_user(unit, who["lan"], {"role_id": staff})
        roles.remove_role(unit, made)
        assert unit.session.get(Role, made) is None


@pytest.mark.parametrize("name", ["", "  ", "nhân viên", "x" * 101])
def test_a_role_has_a_name_of_its_own(database: Database, name: str) -> None:
    with database.writing() as unit, pytest.raises(Invalid):
        roles.save_role(unit, None, name)


def test_what_is_not_seen_is_neither_changed_nor_deleted(database: Database) -> None:
    wrong = {"contact": Grant(see=Reach.OWN, change=Reach.ALL), "lead": Grant(see=Reach.TEAM, delete=Reach.SUBTREE)}
    with database.writing() as unit, pytest.raises(Invalid) as found:
        roles.save_role(unit, None, "Lạ", False, {**wrong, "quote": EVERYTHING, "product": NOTHING})
    assert [fault.field for fault in found.value.faults] == ["contact", "lead"]


@pytest.mark.parametrize("key", ["name", "phone", "owner_id"])
def test_fields_that_would_show_all_the_same_are_not_hidden(database: Database, key: str) -> None:
    with database.writing() as unit, pytest.raises(Invalid):
        roles.save_role(unit, None, "Lạ", fields={("organization", key): FieldLevel.HIDDEN})
    with database.writing() as unit:
        roles.save_role(unit, None, "Lạ", fields={("organization", key): FieldLevel.READ_ONLY})
    with database.writing() as unit, pytest.raises(NotFound):
        roles.save_role(unit, None, "Lạ nữa", fields={("organization", "xyz"): FieldLevel.READ_ONLY})


def test_teams_have_members_and_go_when_they_have_none(database: Database) -> None:
    who = staffed(database)
    with database.writing() as unit:
        [north] = teams.teams(unit)
        assert [name for _, name in north.members] == ["Nguyễn Thị Lan", "Trần Minh"]
        with pytest.raises(Refused):
            teams.remove_team(unit, north.id)
        south = teams.save_team(unit, None, "Miền Nam", [who["lan"]])
        assert reached(unit, who["lan"], "team") == {who["lan"]}
        teams.save_team(unit, south, "Miền Nam", [])
        teams.remove_team(unit, south)
        assert [team.name for team in teams.teams(unit)] == ["Miền Bắc"]


def test_records_of_who_leaves_are_handed_over_and_back(database: Database) -> None:
    who = staffed(database)
    ids = [own(database, who["lan"], f"Công ty {n}") for n in range(3)]
    own(database, who["tuan"], "Của Tuấn")
    ha = actor_of(database, who["ha"])
    with database.writing(ha) as unit:
        assert handing_over.owned(unit, who["lan"]) == {"organization": 3}
        moved = handing_over.hand_over(unit, who["lan"], who["minh"], ["organization", "contact"])
    assert moved == {"organization": ids}
    with database.reading() as unit:
        owners = select(Organization.owner_id, Organization.version).where(Organization.id.in_(ids))
        assert {tuple(row) for row in unit.session.execute(owners)} == {(who["minh"], 2)}
        told = unit.session.scalars(select(HistoryEntry).where(HistoryEntry.record_id == ids[0])).all()
        assert told[-1].user_name == "Lê Thu Hà"
        assert [change[0] for change in told[-1].changes] == ["owner_id"]
    with database.writing(ha) as unit:
        unit.get(Organization, ids[0]).owner_id = who["tuan"]  # changed since: it stays
    with database.writing(ha) as unit:
        handing_over.hand_back(unit, moved, who["lan"], who["minh"])
        assert handing_over.owned(unit, who["lan"]) == {"organization": 2}


def test_records_are_handed_to_active_colleagues_only(database: Database) -> None:
    who = staffed(database)
    with database.writing() as unit:
        users.set_active(unit, who["tuan"], False)
        for to in (who["tuan"], who["lan"]):
            with pytest.raises(Refused):
                handing_over.hand_over(unit, who["lan"], to, ["organization"])


def test_who_was_renamed_signs_in_with_the_rights_of_today(database: Database) -> None:
    who = staffed(database)
    lan = sign_in(database, "LAN")
    assert lan == actor_of(database, who["lan"])
    assert lan.rights.grant("contact").see == Reach.OWN
    with database.writing() as unit:
        users.change_user(unit, who["lan"], {"role_id": roles.role_of_preset(unit, "manager")})
    with database.reading(lan) as unit:
        assert renewed(unit).rights.grant("contact").see == Reach.SUBTREE
    with database.writing() as unit:
        users.set_active(unit, who["lan"], False)
    with database.reading(lan) as unit, pytest.raises(Forbidden):
        renewed(unit)


def test_a_user_is_found_by_name_in_any_case(database: Database) -> None:
    who = staffed(database)
    with database.reading() as unit:
        assert users.user_named(unit, "Lan").id == who["lan"]
        with pytest.raises(NotFound):
            users.user_named(unit, "ai đó")
        assert isinstance(unit.session.get(User, who["lan"]), User)


def test_an_actor_without_rights_changes_nothing(database: Database) -> None:
    who = staffed(database)
    nobody = replace(actor_of(database, who["ha"]), rights=actor_of(database, who["lan"]).rights)
    with database.writing(nobody) as unit, pytest.raises(Forbidden):
        people.set_password(unit, who["lan"], "x")
