"""How many records of what: "3 organizations", "3 tổ chức"."""

from __future__ import annotations

from desktop_crm.i18n import language, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.views.records.declare import EntityView


def counted(view: EntityView, number: int) -> str:
    """A number of records with the module's noun."""
    words = view.entity.singular_label if number == 1 else view.entity.plural_label
    return f"{format_number(number, None, language())} {noun(words)}"


def noun(label: str) -> str:
    """A module's label inside a sentence."""
    words = translate(label)
    return words[:1].lower() + words[1:]
