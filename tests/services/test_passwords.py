"""Passwords of a local file: kept as hashes, locked after failures; who came and went is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop_crm.errors import Forbidden, Invalid
from desktop_crm.models import SignIn, User
from desktop_crm.services import passwords, users
from desktop_crm.services.sign_in import (
    Locked,
    SignInNeeded,
    WrongPassword,
    came_and_went,
    change_own_password,
    confirm,
    has_password,
    sign_in,
    sign_out,
)
from desktop_crm.storage.database import Actor, Database

SECRET = "ngựa chạy đường dài"


@pytest.fixture
def company(local_database: Database) -> Database:
    """A file whose first user has a password, and a second one who has none."""
    with local_database.writing() as unit:
        passwords.set_password(unit, 1, SECRET)
        users.add_user(unit, "lan", "Lan")
    return local_database


def outcomes(database: Database) -> list[tuple[str, str]]:
    with database.reading() as unit:
        return [(row.name, row.outcome) for row in unit.session.scalars(select(SignIn).order_by(SignIn.id))]


def test_a_file_without_passwords_opens_for_its_first_user(local_database: Database) -> None:
    assert sign_in(local_database) == Actor(1, "admin", "Quản trị")
    assert outcomes(local_database) == []
    with pytest.raises(Forbidden):
        sign_in(local_database, "nobody")


def test_a_file_with_a_password_asks_for_name_and_password(company: Database) -> None:
    for name, password in (("", None), ("admin", None), ("", SECRET), ("nobody", None)):
        with pytest.raises(SignInNeeded):
            sign_in(company, name, password)
    assert sign_in(company, " ADMIN ", SECRET).id == 1
    assert sign_in(company, "lan").full_name == "Lan"
    for name in ("admin", "nobody"):
        with pytest.raises(WrongPassword):
            sign_in(company, name, "wrong")
    sign_out(company, Actor(1, "admin"))
    assert outcomes(company) == [
        (" ADMIN ", "in"), ("lan", "in"), ("admin", "refused"), ("nobody", "refused"), ("admin", "out")
    ]  # fmt: skip


def test_failures_lock_for_longer_and_longer(company: Database) -> None:
    for _ in range(passwords.FREE_FAILURES - 1):
        with pytest.raises(WrongPassword):
            sign_in(company, "admin", "wrong")
    with pytest.raises(Locked):
        sign_in(company, "admin", "wrong")
    with pytest.raises(Locked):
        sign_in(company, "admin", SECRET)
    locks = []
    for _ in range(8):
        with company.writing() as unit:
            unit.now += timedelta(hours=9 * (len(locks) + 1))
            found = passwords.check(unit, "admin", "wrong")
            assert found.until is not None
            locks.append((found.until - unit.now) // timedelta(minutes=1))
    assert locks == [2, 4, 8, 16, 32, 60, 60, 60]
    with company.writing() as unit:
        unit.now += timedelta(days=30)
        assert passwords.check(unit, "admin", SECRET).outcome == "in"
    assert sign_in(company, "admin", SECRET).id == 1


def test_only_a_hash_is_kept_and_it_follows_the_strength_in_force(
    company: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argon2 import PasswordHasher

    def stored() -> str:
        with company.reading() as unit:
            return unit.session.get_one(User, 1).password_hash

    before = stored()
    assert before.startswith("$argon2id$")
    assert SECRET not in before
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(time_cost=4))
    sign_in(company, "admin", SECRET)
    assert "t=4" in stored()


@pytest.mark.parametrize("weak", ["", "1234567", "nguoidung"])
def test_a_weak_password_is_refused_in_words(local_database: Database, weak: str) -> None:
    with local_database.writing() as unit:
        user = users.add_user(unit, "nguoidung", "Người dùng")
        with pytest.raises(Invalid) as refused:
            passwords.set_password(unit, user.id, weak)
    assert [fault.field for fault in refused.value.faults] == ["password"]
    assert refused.value.text()


def test_ones_own_password_is_changed_by_who_knows_it(company: Database) -> None:
    admin, lan = sign_in(company, "admin", SECRET), sign_in(company, "lan")
    with pytest.raises(Invalid) as refused:
        change_own_password(company, admin, "wrong", "một mật khẩu mới")
    assert [fault.field for fault in refused.value.faults] == ["old"]
    change_own_password(company, admin, SECRET, "một mật khẩu mới")
    confirm(company, admin, "một mật khẩu mới")
    assert not has_password(company, lan)
    change_own_password(company, lan, "", "mật khẩu của Lan")
    assert has_password(company, lan)
    with pytest.raises(SignInNeeded):
        sign_in(company, "lan")


def test_everybody_sees_their_own_comings_and_an_administrator_all(company: Database) -> None:
    admin, lan = sign_in(company, "admin", SECRET), sign_in(company, "lan")
    with company.reading(admin) as unit:
        assert {row.name for row in came_and_went(unit)} == {"admin", "lan"}
    with company.reading(lan) as unit:
        assert {row.name for row in came_and_went(unit)} == {"lan"}
