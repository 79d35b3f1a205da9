"""Who has whom within reach: teams and the tree of who reports to whom, laid out as rows for policies and views."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CompoundSelect, Select, delete, insert, literal, select, text, union
from sqlalchemy.orm import Session, aliased

from desktop_crm.models import User, Within
from desktop_crm.models.rights import Reach


def lay_out(session: Session) -> None:
    """Make `Within` true again; called by whatever changes a user's team or superior."""
    session.flush()
    if session.get_bind().dialect.name == "postgresql":  # who may not write these rows may still have them made true
        session.execute(text("SELECT crm_lay_out()"))
        return
    session.execute(delete(Within))
    session.execute(insert(Within).from_select(["user_id", "reach", "owner_id"], _rows()))


def is_laid_out(session: Session) -> bool:
    """Whether `Within` is what `lay_out` would make of it."""
    present = session.execute(select(Within.user_id, Within.reach, Within.owner_id)).all()
    due = session.execute(_rows()).all()
    return len(present) == len(due) and set(map(tuple, present)) == set(map(tuple, due))


def _rows() -> CompoundSelect[Any]:
    """(user, reach, owner) in full; whoever reports to each other in a circle is within reach of all in it."""
    mate = aliased(User)
    own = select(User.id, literal(Reach.OWN.value), User.id)
    team = select(User.id, literal(Reach.TEAM.value), mate.id).join(mate, mate.team_id == User.team_id)
    alone = select(User.id, literal(Reach.TEAM.value), User.id)
    return union(own, team, alone, _below())


def _below() -> Select[Any]:
    tree = select(User.id.label("user_id"), User.id.label("owner_id")).cte("tree", recursive=True)
    tree = tree.union(select(tree.c.user_id, User.id).join(User, User.manager_id == tree.c.owner_id))
    return select(tree.c.user_id, literal(Reach.SUBTREE.value), tree.c.owner_id)
