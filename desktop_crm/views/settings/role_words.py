"""A role in words: what it sees, changes and deletes of which modules, what it takes along, which fields it lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_crm.i18n import Message, mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.fields import Field
from desktop_crm.models.rights import REACH_LABELS, VERB_LABELS, VERBS, FieldLevel, Reach, Verb
from desktop_crm.services.roles import RoleView

Described = Mapping[str, Mapping[str, Field]]
"""The fields of every module, by module and key."""

_BY_WIDTH = (Reach.ALL, Reach.SUBTREE, Reach.TEAM, Reach.OWN)
_VERB = mark("RoleWords", "{verb}: {what}.")
_OF = mark("RoleWords", "{reach} ({modules})")
_EVERY = mark("RoleWords", "all modules")
_NOTHING = mark("RoleWords", "nothing")


def in_words(role: RoleView, described: Described) -> str:
    """One sentence for each verb, then export, print and fields."""
    said = [_verb(role, verb) for verb in VERBS]
    said += [_flag(role, "export", mark("RoleWords", "Export")), _flag(role, "print", mark("RoleWords", "Print"))]
    for level, words in ((FieldLevel.HIDDEN, _HIDDEN), (FieldLevel.READ_ONLY, _READ_ONLY)):
        named = [_field(described, *key) for key, one in role.fields.items() if one == level]
        if named:
            said.append(translate(words, fields=", ".join(named)))
    if role.administers:
        said.append(translate(_ADMINISTERS))
    return " ".join(said)


_HIDDEN = mark("RoleWords", "Does not see: {fields}.")
_READ_ONLY = mark("RoleWords", "Only reads: {fields}.")
_ADMINISTERS = mark("RoleWords", "Manages users, roles and settings.")


def _verb(role: RoleView, verb: Verb) -> str:
    parts = []
    for reach in _BY_WIDTH:
        modules = [module for module in BY_MODULE if role.grant(module).reach(verb) == reach]
        if modules:
            words = translate(REACH_LABELS[reach]).lower()
            parts.append(translate(_OF, reach=words, modules=_names(modules)))
    what = ", ".join(parts) or translate(_NOTHING)
    return translate(_VERB, verb=translate(VERB_LABELS[verb]), what=what)


def _flag(role: RoleView, which: str, words: Message) -> str:
    modules = [module for module in BY_MODULE if getattr(role.grant(module), which)]
    what = _names(modules) if modules else translate(_NOTHING)
    return translate(_VERB, verb=translate(words), what=what)


def _names(modules: Sequence[str]) -> str:
    if len(modules) == len(BY_MODULE):
        return translate(_EVERY)
    return ", ".join(translate(BY_MODULE[module].plural_label).lower() for module in modules)


def _field(described: Described, module: str, key: str) -> str:
    field = described.get(module, {}).get(key)
    name = translate(field.label) if field is not None else key
    return f"{name} ({translate(BY_MODULE[module].plural_label).lower()})"
