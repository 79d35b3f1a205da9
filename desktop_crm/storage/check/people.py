"""Can the people of the company work: does each have a role, is there an administrator, is their reach laid out?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from desktop_crm.i18n import mark
from desktop_crm.models import Role, User
from desktop_crm.storage import within
from desktop_crm.storage.check.finding import Finding, Look, Mend

_SETTINGS = mark("Check", "Give them one in the settings, under Users.")


def roles(look: Look) -> Iterator[Finding]:
    """Users without a role: they can sign in and see nothing."""
    without = select(User.name).where(User.active, User.role_id.is_(None) | User.role_id.not_in(select(Role.id)))
    for name in look.session.scalars(without.order_by(User.id)):
        yield Finding("app_user", mark("Check", "has no role."), name, remedy=_SETTINGS)


def administrator(look: Look) -> Iterator[Finding]:
    """A company that nobody can administer."""
    administrators = select(User.id).join(Role, Role.id == User.role_id).where(User.active, Role.administers)
    if look.session.scalar(administrators.limit(1)) is None:
        words = mark("Check", "nobody who is active may manage users, rights and settings.")
        yield Finding("app_user", words, remedy=mark("Check", "Restore a copy in which somebody may."))


def within_reach(look: Look) -> Iterator[Finding]:
    """Reach that is not what teams and superiors give."""
    if within.is_laid_out(look.session):
        return
    words = mark("Check", "who is within whose reach is not what teams and superiors say.")
    yield Finding("user_within", words, mend=Mend.REACH)
