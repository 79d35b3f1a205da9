"""Sharing one record, and why somebody sees it: every reason in words."""

from __future__ import annotations

import pytest

from desktop_crm.errors import Forbidden, NotFound, Refused
from desktop_crm.models import Organization
from desktop_crm.models.rights import Grant, Reach
from desktop_crm.services import reach, records, roles, sharing, users, why
from desktop_crm.services.reading import open_record
from desktop_crm.storage.database import Database
from tests.support.people import actor_of, own, staffed
from tests.support.statements import count_reading


def lines(database: Database, user_id: int, record_id: int) -> list[str]:
    with database.reading() as unit:
        return why.explain(unit, user_id, Organization, record_id)


def told(database: Database, user_id: int, record_id: int) -> str:
    return "\n".join(lines(database, user_id, record_id))


def test_what_is_shared_may_be_seen_and_changed_as_was_said(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["lan"])
    lan, tuan = actor_of(database, who["lan"]), actor_of(database, who["tuan"])
    with database.writing(lan) as unit:
        made = sharing.share(unit, Organization, record, "user", who["tuan"])
        assert sharing.share(unit, Organization, record, "user", who["tuan"]) == made
    with database.reading(tuan) as unit:
        assert reach.reached(unit, Organization, "see", [record]) == {record}
        assert not reach.reached(unit, Organization, "change", [record])
    with database.writing(lan) as unit:
        sharing.share(unit, Organization, record, "user", who["tuan"], may_change=True)
        [shared] = sharing.shares_of(unit, Organization, record)
        assert (shared.kind, shared.name, shared.may_change, shared.by) == ("user", "Phạm Tuấn", True, "Nguyễn Thị Lan")
    with database.reading(tuan) as unit:
        assert reach.reached(unit, Organization, "change", [record]) == {record}
        assert not reach.reached(unit, Organization, "delete", [record])
        view = open_record(unit, Organization, record)
        assert (view.may_change, view.may_delete, view.shared, view.locked) == (True, False, 1, frozenset())
    with database.writing(lan) as unit:
        sharing.take_back(unit, made)
    with database.reading(tuan) as unit:
        assert not reach.reached(unit, Organization, "see", [record])
        if database.is_local:  # nor is it there at all; the owner of a server's database sees everything
            with pytest.raises(NotFound):
                open_record(unit, Organization, record)
            return
        view = open_record(unit, Organization, record)
        assert (view.may_change, view.lock_reason) == (False, reach.NOT_CHANGED)
        assert "name" in view.locked


def test_only_who_may_change_a_record_shares_it(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["lan"])
    with database.writing() as unit:
        made = sharing.share(unit, Organization, record, "team", who["north"])
    with database.writing(actor_of(database, who["tuan"])) as unit:
        for work in (
            lambda: sharing.share(unit, Organization, record, "user", who["tuan"]),
            lambda: sharing.take_back(unit, made),
        ):
            with pytest.raises((Forbidden, NotFound)):
                work()
    with database.writing(actor_of(database, who["minh"])) as unit:
        with pytest.raises(Refused):
            sharing.share(unit, Organization, record, "user", who["lan"])
        with pytest.raises(NotFound):
            sharing.share(unit, Organization, record, "team", 999)
        assert sharing.share_many(unit, Organization, [record], "user", who["lan"]) == 0
        assert sharing.share_many(unit, Organization, [record], "user", who["tuan"]) == 1


def test_a_team_that_a_record_is_shared_with_reaches_it(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["tuan"])
    with database.writing() as unit:
        sharing.share(unit, Organization, record, "team", who["north"], may_change=True)
    with database.reading(actor_of(database, who["lan"])) as unit:
        assert reach.reached(unit, Organization, "change", [record]) == {record}
    assert "nhóm “Miền Bắc”" in told(database, who["lan"], record)


def test_partners_are_teams_then_active_people(database: Database) -> None:
    who = staffed(database)
    with database.writing() as unit:
        users.set_active(unit, who["tuan"], False)
        names = [one.name for one in sharing.partners(unit)]
    assert names == ["Miền Bắc", "Lê Thu Hà", "Nguyễn Thị Lan", "Quản trị", "Trần Minh"]


def test_every_reason_is_told(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["lan"])
    assert lines(database, who["lan"], record) == [
        "Xem: có. Bản ghi thuộc về Nguyễn Thị Lan.",
        "Sửa: có. Bản ghi thuộc về Nguyễn Thị Lan.",
        "Xóa: có. Bản ghi thuộc về Nguyễn Thị Lan.",
        "Xuất Excel: không. Vai trò “Nhân viên” không cho phép.",
        "In: có. Vai trò “Nhân viên” cho phép.",
    ]
    assert "Người phụ trách Nguyễn Thị Lan báo cáo cho Trần Minh" in told(database, who["minh"], record)
    assert "Vai trò “Quản trị hệ thống” với tới mọi bản ghi" in told(database, who["ha"], record)
    assert "Xem: không. Bản ghi thuộc về Nguyễn Thị Lan" in told(database, who["tuan"], record)


def test_the_way_up_is_named(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["lan"])
    with database.writing() as unit:
        users.change_user(unit, who["ha"], {"role_id": roles.role_of_preset(unit, "manager")})
    assert "báo cáo cho Lê Thu Hà qua Trần Minh" in told(database, who["ha"], record)


def test_reasons_of_a_team_and_of_a_share_stand_beside_each_other(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["minh"])
    with database.writing() as unit:
        role = roles.save_role(unit, None, "Hỗ trợ", grants={"organization": Grant(see=Reach.TEAM, change=Reach.OWN)})
        users.change_user(unit, who["lan"], {"role_id": role})
    with database.writing(actor_of(database, who["ha"])) as unit:
        sharing.share(unit, Organization, record, "user", who["lan"], may_change=True)
    found = lines(database, who["lan"], record)
    assert found[0] == "Xem: có. Người phụ trách Trần Minh cùng nhóm “Miền Bắc” với Nguyễn Thị Lan."
    assert found[1].startswith("Xem: có. Lê Thu Hà đã chia sẻ cho Nguyễn Thị Lan ngày ")
    assert found[2].startswith("Sửa: có. Lê Thu Hà đã chia sẻ")
    assert found[3].startswith("Xóa: không. Vai trò “Hỗ trợ” không cho phép")


def test_why_not(database: Database) -> None:
    who = staffed(database)
    of_nobody = own(database, None)
    assert "Bản ghi không có người phụ trách" in told(database, who["minh"], of_nobody)
    with database.writing() as unit:
        users.change_user(unit, who["lan"], {"role_id": None})
        users.set_active(unit, who["tuan"], False)
    assert "chưa có vai trò" in told(database, who["lan"], of_nobody)
    assert lines(database, who["tuan"], of_nobody)[0].startswith("Phạm Tuấn đã ngừng hoạt động")
    with pytest.raises(NotFound):
        lines(database, 999, of_nobody)


def test_who_sees_a_record_is_told_for_everybody_at_once(database: Database) -> None:
    who = staffed(database)
    record = own(database, who["lan"])
    with database.writing() as unit:
        for n in range(20):
            users.add_user(unit, f"u{n}", f"Người {n}", manager_id=who["lan"])
        sharing.share(unit, Organization, record, "user", who["tuan"])
    with database.reading() as unit:
        seers = why.who_sees(unit, Organization, record)
        for seer in seers:
            assert seer.reasons
            assert why.explain(unit, seer.user_id, Organization, record)[0].startswith("Xem: có")
    assert [(one.name, one.may_change, one.may_delete) for one in seers] == [
        ("Nguyễn Thị Lan", True, True),
        ("Lê Thu Hà", True, True),
        ("Phạm Tuấn", False, False),
        ("Quản trị", True, True),
        ("Trần Minh", True, True),
    ]
    assert count_reading(database, lambda unit: why.who_sees(unit, Organization, record)) <= 6


def test_owners_offered_are_those_within_reach(database: Database) -> None:
    who = staffed(database)

    def offered(name: str) -> list[str]:
        with database.reading(actor_of(database, who[name])) as unit:
            return [user.name for user in reach.owners_offered(unit, Organization)]

    assert offered("lan") == ["lan"]
    assert offered("minh") == ["lan", "minh"]
    assert len(offered("ha")) == 5
    with database.writing(actor_of(database, who["lan"])) as unit:
        assert records.create(unit, Organization, {"name": "Mới"}).owner_id == who["lan"]
