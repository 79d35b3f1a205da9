"""What a database means when it refuses a statement, in a sentence for its user.

A server names its reason by an SQLSTATE, a local file by the words of the trigger that refused.
"""

from __future__ import annotations

from desktop_crm.errors import CrmError, Fault, Forbidden, Invalid, Refused
from desktop_crm.i18n import Message, mark, translate
from desktop_crm.storage.sight_guards import REFUSAL

TAKEN, NO_LOGIN_NAME, NO_VERIFIER, LAST = "CRM01", "CRM02", "CRM03", "CRM04"
"""How the functions that keep logins say why they refuse: SQLSTATEs of our own."""

_NAME = mark(
    "User", "A sign-in name of a server has small letters without marks, digits, . _ or -, and begins with a letter."
)
_TAKEN = mark("User", "The server has another login of this name already; choose another one.")
_LAST = mark("User", "Somebody must administer users and rights; this is the last active administrator.")

_SAID: dict[str, Message] = {
    "create": mark("Refusal", "{module}: you do not have the right to add this."),
    "change": mark("Refusal", "{module}: you do not have the right to change this."),
    "delete": mark("Refusal", "{module}: you do not have the right to delete this."),
    "give": mark("Refusal", "{module}: you may not give it to this owner."),
    "administer": mark("Refusal", "Only an administrator may change this."),
}
_FIELD = mark("Refusal", "{module}: you do not have the right to change “{field}”.")


def refused(error: BaseException | None) -> CrmError | None:
    """The driver's error as ours where it is about a right or a rule about users; None for any other."""
    state = getattr(error, "sqlstate", None)
    return _by_server(state) if state else _by_file(str(error))


def _by_server(state: str) -> CrmError | None:
    if state == "42501":
        return Forbidden()
    if state in (NO_LOGIN_NAME, TAKEN):
        return Invalid(Fault("name", _NAME if state == NO_LOGIN_NAME else _TAKEN))
    return Refused(_LAST) if state == LAST else None


def _by_file(reason: str) -> Forbidden | None:
    _, found, rest = reason.partition(f"{REFUSAL}:")
    if not found:
        return None
    table, verb, *key = rest.split(")")[0].strip().split(":")
    if key:
        return Forbidden(_FIELD, module=_module_label(table), field=_field_label(table, key[0]))
    return Forbidden(_SAID[verb], module=_module_label(table))


def _module_label(table: str) -> str:
    """The module's name as menus have it; that of the record for a part of one."""
    from desktop_crm.models import BY_MODULE
    from desktop_crm.storage.sight_tables import module_of, parts

    module = module_of(table) if table in parts() else table
    entity = BY_MODULE.get(module)
    return translate(entity.plural_label) if entity is not None else translate(mark("Refusal", "This"))


def _field_label(table: str, key: str) -> str:
    from desktop_crm.models import BY_MODULE
    from desktop_crm.models.fields import fields_of

    field = fields_of(BY_MODULE[table]).get(key)
    return translate(field.label) if field is not None else key.removeprefix("custom.")
