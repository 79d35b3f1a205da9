"""Roles and their rights, records shared one at a time, and who signed in: the rows behind `models.rights`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.notes import OnRecord
from desktop_crm.models.record import now
from desktop_crm.models.rights import FieldLevel, Grant, Reach
from desktop_crm.models.types import Json, Key, UtcDateTime


def _of_role() -> Any:
    return mapped_column(Key, ForeignKey("role.id", ondelete="CASCADE"), nullable=False)


def _of_user() -> Any:
    return mapped_column(Key, ForeignKey("app_user.id", ondelete="CASCADE"), nullable=False)


def _reach() -> Any:
    return mapped_column(String(10), nullable=False, default=Reach.NONE.value, server_default="none")


class Role(Base):
    """A set of rights that users have; `preset` names the shipped one it began as, '' for none."""

    __tablename__ = "role"
    title_key = "name"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("Role", "Name"), 100, required=True)
    preset: Mapped[str] = mapped_column(String(20), nullable=False, default="", server_default="")
    administers: Mapped[bool] = fields.yes_no(mark("Role", "Manages users, rights and settings"))

    rights: Mapped[list[RoleRight]] = relationship(cascade="all, delete-orphan", order_by="RoleRight.id")
    fields: Mapped[list[FieldRight]] = relationship(cascade="all, delete-orphan", order_by="FieldRight.id")


class RoleRight(Base):
    """What a role may do in one module: how far each verb reaches (`models.rights.Reach`)."""

    __tablename__ = "role_right"
    __table_args__ = (UniqueConstraint("role_id", "module"),)

    role_id: Mapped[int] = _of_role()
    module: Mapped[str] = mapped_column(String(40), nullable=False)
    sees: Mapped[str] = _reach()
    creates: Mapped[str] = _reach()
    changes: Mapped[str] = _reach()
    deletes: Mapped[str] = _reach()
    exports: Mapped[bool] = fields.yes_no(mark("Role", "Export"))
    prints: Mapped[bool] = fields.yes_no(mark("Role", "Print"))

    @property
    def grant(self) -> Grant:
        """The row as the rules read it."""
        see, create, change, delete = map(Reach, (self.sees, self.creates, self.changes, self.deletes))
        return Grant(see, create, change, delete, export=self.exports, print=self.prints)


class FieldRight(Base):
    """A field that a role may not see, or not change (`models.rights.FieldLevel`)."""

    __tablename__ = "field_right"
    __table_args__ = (UniqueConstraint("role_id", "module", "field"),)

    role_id: Mapped[int] = _of_role()
    module: Mapped[str] = mapped_column(String(40), nullable=False)
    field: Mapped[str] = mapped_column(String(60), nullable=False)
    level: Mapped[str] = mapped_column(String(10), nullable=False, default=FieldLevel.HIDDEN.value)


class Within(Base):
    """That the records of `owner_id` are within `reach` ('own', 'team', 'subtree') of a user.

    Derived from teams and from who reports to whom by `storage.within`; policies and views read it.
    """

    __tablename__ = "user_within"
    __table_args__ = (UniqueConstraint("user_id", "reach", "owner_id"),)

    user_id: Mapped[int] = _of_user()
    reach: Mapped[str] = mapped_column(String(10), nullable=False)
    owner_id: Mapped[int] = _of_user()


class Share(OnRecord, Base):
    """One record shown to a person or a team besides those who see it anyway."""

    __tablename__ = "share"
    __table_args__ = (
        UniqueConstraint("module", "record_id", "user_id", "team_id"),
        Index("ix_share_user_id", "user_id", "module", "record_id"),
        Index("ix_share_team_id", "team_id", "module", "record_id"),
    )

    user_id: Mapped[int | None] = fields.relation(mark("Share", "User"), "app_user", ondelete="CASCADE", index=False)
    team_id: Mapped[int | None] = fields.relation(mark("Share", "Team"), "team", ondelete="CASCADE", index=False)
    may_change: Mapped[bool] = fields.yes_no(mark("Share", "May change it"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    created_by_id: Mapped[int | None] = fields.relation(mark("Share", "Shared by"), "app_user", index=False)


class SignIn(Base):
    """That somebody came, went, or was turned away; `outcome` is in, out, refused or locked."""

    __tablename__ = "sign_in"
    __table_args__ = (Index("ix_sign_in_user_id", "user_id", "at"),)

    user_id: Mapped[int | None] = mapped_column(Key, ForeignKey("app_user.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(63), nullable=False, default="")  # as it was typed
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    outcome: Mapped[str] = mapped_column(String(10), nullable=False)
    machine: Mapped[str] = mapped_column(String(100), nullable=False, default="")


class Editing(OnRecord, Base):
    """That somebody has a record open and has begun to change it: a hint for others, never a lock."""

    __tablename__ = "editing"
    __table_args__ = (UniqueConstraint("module", "record_id", "user_id"),)

    user_id: Mapped[int] = _of_user()
    since: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)


class Receipt(Base):
    """That a save was kept: its token, told again when the answer was lost on its way, so nothing is saved twice."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("token"), Index("ix_receipt_at", "at"))

    token: Mapped[str] = mapped_column(String(36), nullable=False)
    user_id: Mapped[int | None] = mapped_column(Key, ForeignKey("app_user.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=now)
    result: Mapped[Any] = mapped_column(Json, nullable=True)
