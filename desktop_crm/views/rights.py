"""What a user is offered: asked of the rights in one place, so that every window offers the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models.rights import Rights
from desktop_crm.services.rights import renewed
from desktop_crm.storage.database import Actor

if TYPE_CHECKING:
    from desktop_crm.views.context import Context
    from desktop_crm.views.records.declare import EntityView

NOT_ALLOWED = mark("Rights", "Your role does not allow this.")


def renew_rights(context: Context, owner: QObject) -> None:
    """Read the user's rights anew and let every window know where they are others."""
    context.read(renewed, partial(_take, context), owner=owner, key="rights")


def _take(context: Context, actor: Actor) -> None:
    before, context.actor = context.actor, actor
    if actor.rights != before.rights:
        context.relay.rights_changed.emit()


def may_import(rights: Rights, view: EntityView) -> bool:
    """Whether the module's import is offered: it makes records, so making them must be allowed."""
    return view.importable and rights.may("create", view.module)


def may_print(rights: Rights, view: EntityView) -> bool:
    """Whether the module's documents may be printed."""
    return view.printable and rights.grant(view.module).print


def may_export(rights: Rights, view: EntityView) -> bool:
    """Whether the module's list may be written to a file."""
    return rights.grant(view.module).export


def allow(what: QAbstractButton | QAction, allowed: bool, why: Message | str = NOT_ALLOWED) -> None:
    """Enable something, or disable it with a tooltip that says why."""
    what.setEnabled(allowed)
    if not allowed:
        what.setToolTip(translate(why))
