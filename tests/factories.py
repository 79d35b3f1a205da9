"""Realistic records for tests, and what pages are given there."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from desktop_crm.models import Contact, Lead, Opportunity, Organization, Record
from desktop_crm.services.choices import load_choices
from desktop_crm.storage.database import Actor, Database, UnitOfWork
from desktop_crm.views.context import Context

_FAMILIES = ("Nguyễn Văn", "Trần Thị Thu", "Lê Hoàng", "Phạm Quốc", "Đỗ Mỹ", "Ngô Đức", "Vũ Khánh", "Bùi Thanh")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Đạt", "Hằng", "Linh", "Uyên", "Việt", "Ẩn")
_TRADES = ("Cơ khí", "Bao bì", "Thực phẩm", "Dệt may", "Xây dựng", "Vận tải", "Điện lạnh", "Nội thất")
_NAMES = ("Tân Thịnh Phát", "Hưng Lộc", "Đồng Nguyên", "Ỷ Lan", "Phước Ấm", "Trường Ổn", "Sông Thủy", "Việt Ẩn")
_STATUSES = ("new", "attempting", "warm", "hot", "qualified")
_TYPES = ("customer", "prospect", "partner")
_STAGES = ("prospecting", "quote", "negotiation", "won", "lost")


class Navigator:
    """Remembers where a page wanted to go."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def open_list(self, module: str, **state: Any) -> None:
        self.calls.append(("list", module, state))

    def open_record(self, module: str, record_id: int | None = None, **defaults: Any) -> None:
        self.calls.append(("record", module, record_id, defaults))

    def open_draft(self, draft: Any) -> None:
        self.calls.append(("draft", draft))

    def open_import(self, module: str) -> None:
        self.calls.append(("import", module))

    def open_print(self, module: str, record_id: int) -> None:
        self.calls.append(("print", module, record_id))


class Messages:
    """Remembers what was said; `undo()` presses the newest undo."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self._undo: list[Any] = []

    def show_message(
        self, text: str, tone: str = "success", action: str = "", run: Any = None, icon: str = "", stays: bool = False
    ) -> None:
        self.texts.append((tone, text))

    def show_undo(self, text: str, run: Any, icon: str = "") -> None:
        self.texts.append(("undo", text))
        self._undo.append(run)

    def show_error(self, error: Any) -> None:
        self.texts.append(("error", error.text()))

    def undo(self) -> None:
        self._undo.pop()()


def first_user(database: Database) -> Actor:
    """The user an empty company begins with."""
    from sqlalchemy import select

    from desktop_crm.models import User

    with database.reading() as unit:
        user = unit.session.scalars(select(User).order_by(User.id)).first()
        return Actor(user.id, user.name, user.full_name) if user is not None else Actor()


def make_context(database: Database, jobs: Any) -> Context:
    """What pages get, on this database, with a navigator and messages that only remember."""
    actor = first_user(database)
    with database.reading(actor) as unit:
        choices = load_choices(unit)
    return Context(database, actor, jobs, Messages(), choices, Navigator())


def organization_values(number: int) -> dict[str, Any]:
    """The fields of one organization; the same number gives the same one."""
    name = f"Công ty CP {_TRADES[number % 8]} {_NAMES[number // 8 % 8]} {number:03}"
    return {
        "name": name,
        "type": _TYPES[number % 3],
        "industry": "mechanical" if number % 2 else "packaging",
        "phone": f"02838{number:06}"[:11],
        "email": f"lienhe{number}@example.vn",
        "annual_revenue": Decimal(number * 1_000_000),
        "province": "Hà Nội" if number % 2 else "TP. Hồ Chí Minh",
    }


def lead_values(number: int) -> dict[str, Any]:
    """The fields of one lead."""
    return {
        "family_name": _FAMILIES[number % 8],
        "given_name": _GIVEN[number % 10],
        "company": f"Công ty TNHH {_NAMES[number % 8]}",
        "status": _STATUSES[number % 5],
        "mobile": f"0903{number:06}",
    }


def contact_values(number: int) -> dict[str, Any]:
    """The fields of one contact."""
    return {
        "family_name": _FAMILIES[number % 8],
        "given_name": _GIVEN[number % 10],
        "email": f"nguoi{number}@example.vn",
    }


def opportunity_values(number: int) -> dict[str, Any]:
    """The fields of one opportunity."""
    return {
        "name": f"Nâng cấp xưởng {_TRADES[number % 8]} {number:03}",
        "stage": _STAGES[number % 5],
        "amount": Decimal(number * 10_000_000),
        "expected_close_date": date(2026, 1, 1) + timedelta(days=number),
    }


VALUES = {
    Organization: organization_values,
    Lead: lead_values,
    Contact: contact_values,
    Opportunity: opportunity_values,
}


def create_many(unit: UnitOfWork, entity: type[Record], count: int, **more: Any) -> list[int]:
    """Records numbered from 0 with `more` fields over their own; their ids. Fast: numbers are not drawn."""
    made = [
        entity(**{"number": f"T-{number:05}", "owner_id": unit.actor.id, **VALUES[entity](number), **more})
        for number in range(count)
    ]
    unit.session.add_all(made)
    unit.session.flush()
    return [record.id for record in made]
