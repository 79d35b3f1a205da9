"""People who use the program, and their teams."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from desktop_crm.i18n import mark
from desktop_crm.models import fields
from desktop_crm.models.base import Base


class Team(Base):
    """A group of users that works together."""

    __tablename__ = "team"
    title_key = "name"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = fields.text(mark("Team", "Name"), required=True)


class User(Base):
    """A person who signs in; `name` is the sign-in name, `full_name` is shown."""

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

    team: Mapped[Team | None] = relationship()
