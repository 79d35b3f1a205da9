"""The editable lists as one read-only object: labels, colours, order. Read once, shared by all views."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import literal, select, union_all

from desktop_crm.i18n import LANGUAGES, language
from desktop_crm.models import CustomField, ListValue, TaxRate
from desktop_crm.models.text import fold
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.storage.memo import remembered


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list; inactive rows are shown where used and offered nowhere."""

    code: str
    vi: str
    en: str
    tone: str = "neutral"
    value: Decimal = Decimal(0)
    active: bool = True
    fixed: bool = False

    @property
    def label(self) -> str:
        """The label in the language in force."""
        return self.vi if language() == "vi" else self.en or self.vi


@dataclass(frozen=True, slots=True)
class Choices:
    """Every list by name; `rows[name]` maps codes to rows in their order."""

    rows: Mapping[str, Mapping[str, Choice]] = field(default_factory=dict)

    def label(self, name: str, code: str) -> str:
        """The label of a code; the code itself where the list does not know it."""
        row = self.rows.get(name, {}).get(code)
        return row.label if row else code

    def tone(self, name: str, code: str) -> str:
        """The colour of a code: one of `lists.TONES`."""
        row = self.rows.get(name, {}).get(code)
        return (row.tone if row else "") or "neutral"

    def offered(self, name: str) -> list[Choice]:
        """The rows a user may choose, in order."""
        return [row for row in self.rows.get(name, {}).values() if row.active]

    def code_of(self, name: str, text: str) -> str | None:
        """The code whose code or label is `text`, whatever the case and diacritics; None where there is none."""
        wanted = fold(text)
        for row in self.rows.get(name, {}).values():
            if wanted in (fold(row.code), fold(row.vi), fold(row.en)):
                return row.code
        return None


def load_choices(unit: UnitOfWork) -> Choices:
    """All lists: the editable ones, tax rates (`tax_rate`), languages, and choices of custom fields."""
    rows: dict[str, dict[str, Choice]] = {
        "language": {code: Choice(code, name, name) for code, name in LANGUAGES.items()}
    }
    for row in unit.session.scalars(select(ListValue).order_by(ListValue.list_name, ListValue.position, ListValue.id)):
        choice = Choice(row.code, row.label_vi, row.label_en, row.tone, row.value, row.active, row.fixed)
        rows.setdefault(row.list_name, {})[row.code] = choice
    rows["tax_rate"] = _tax_rates(unit)
    for custom in unit.session.scalars(_CUSTOM_CHOICES):
        options = {option: Choice(option, option, option) for option in custom.options}
        rows[f"custom:{custom.module}.{custom.key}"] = options
    return Choices(rows)


def known_codes(unit: UnitOfWork, names: Iterable[str]) -> Mapping[str, Collection[str]]:
    """The codes of these lists, inactive ones too; each list is asked for once in a unit of work."""
    known: dict[str, Collection[str]] = remembered(
        unit.session, "codes", (ListValue, TaxRate, CustomField), lambda: {"language": LANGUAGES}
    )
    missing = [name for name in names if name not in known]
    if missing:
        known.update(_codes(unit, missing))
    return known


def _codes(unit: UnitOfWork, names: Collection[str]) -> dict[str, set[str]]:
    """Every one of `names` gets an answer, an empty one where there is no such list."""
    found: dict[str, set[str]] = {name: set() for name in names}
    listed = select(ListValue.list_name, ListValue.code).where(ListValue.list_name.in_(names))
    taxes = select(literal("tax_rate"), TaxRate.code)
    for name, code in unit.session.execute(union_all(listed, taxes) if "tax_rate" in found else listed):
        found[name].add(code)
    if any(name.startswith("custom:") for name in names):
        for row in unit.session.scalars(_CUSTOM_CHOICES):
            found.setdefault(f"custom:{row.module}.{row.key}", set()).update(row.options)
    return found


_CUSTOM_CHOICES = select(CustomField).where(CustomField.kind == "choice")


def _tax_rates(unit: UnitOfWork) -> dict[str, Choice]:
    found: dict[str, Choice] = {}
    for rate in unit.session.scalars(select(TaxRate).order_by(TaxRate.position, TaxRate.valid_from)):
        over = rate.valid_to is not None and rate.valid_to < unit.today
        label = rate.label
        found[rate.code] = Choice(rate.code, label, label, value=rate.percent or Decimal(0), active=not over)
    return found
