"""People who use the program, and their teams."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base
from desktop_crm.models.types import UtcDateTime


class Team(Base):
    """A group of users that works together."""

    __tablename__ = "team"
    title_key = "name"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("Team", "Name"), required=True)


class User(Base):
    """A person who signs in; `name` is the sign-in name, `full_name` is shown.

    `password_hash` is of a local file only ('' for none): a server keeps passwords itself.
    """

    __tablename__ = "app_user"
    title_key = "full_name"
    __table_args__ = (UniqueConstraint("name"), Index("ix_app_user_full_name", "full_name", "id"))

    name: Mapped[str] = fields.text(mark("User", "Sign-in name"), 63, required=True)
    full_name: Mapped[str] = fields.text(mark("User", "Full name"), required=True)
    job_title: Mapped[str] = fields.text(mark("User", "Job title"))
    email: Mapped[str] = fields.email(mark("User", "Email"))
    phone: Mapped[str] = fields.phone(mark("User", "Phone"))
    language: Mapped[str] = fields.choice(mark("User", "Language"), "language", "vi")
    active: Mapped[bool] = fields.yes_no(mark("User", "Active"), True)
    team_id: Mapped[int | None] = fields.relation(mark("User", "Team"), "team")
    manager_id: Mapped[int | None] = fields.relation(mark("User", "Reports to"), "app_user")
    role_id: Mapped[int | None] = fields.relation(mark("User", "Role"), "role")
    password_hash: Mapped[str] = mapped_column(String(200), nullable=False, default="", server_default="")
    failures: Mapped[int] = mapped_column(Integer, nullable=False, default=0, server_default="0")
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime, nullable=True)

    team: Mapped[Team | None] = relationship()
