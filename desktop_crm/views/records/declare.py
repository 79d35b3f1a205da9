"""How a module is declared: frozen data that names mapped attributes, never strings.

`views/records` draws list, form, preview and related lists from an `EntityView`; what is special to a module is an
ordinary Qt subclass or function named in it. `check` refuses a wrong declaration at start-up by its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy.orm import InstrumentedAttribute

from desktop_crm.i18n import Message, mark
from desktop_crm.models import Record
from desktop_crm.models.fields import Field, Kind, field_of, fields_of
from desktop_crm.models.rights import Verb
from desktop_crm.services.reading import RecordView, parts_of
from desktop_crm.storage.listing import Condition, Query

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.views.context import Context

Attribute = InstrumentedAttribute[Any]


def entity_of(attribute: Attribute) -> type[Record]:
    """The class an attribute is mapped on."""
    return cast("type[Record]", attribute.class_)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list; `Record.title` is allowed and then needs a `label`.

    `look` names its painter where the kind's own is not wanted: 'organization', 'person', 'strong', 'link', 'badge',
    'plain'. `priority` 1 never goes when room is short, 3 goes first.
    """

    attribute: Attribute
    width: int = 0  # logical px; 0 for the kind's usual width
    stretch: bool = False
    look: str = ""
    priority: int = 2
    shown: bool = True  # False: offered in the column chooser only
    total: bool = False  # summed in the footer
    label: Message | None = None  # another heading than the attribute's own

    @property
    def key(self) -> str:
        """The attribute's key."""
        return self.attribute.key

    @property
    def field(self) -> Field:
        """The attribute's description under the column's heading."""
        found = fields_of(entity_of(self.attribute)).get(self.key)
        if found is None:
            return Field(self.label or mark("Declaration", "Name"), Kind.TEXT, key=self.key, editable=False)
        return replace(found, label=self.label) if self.label is not None else found


@dataclass(frozen=True, slots=True)
class Preset:
    """A view every user has: a name, conditions on the list, and its order.

    A condition value '@me' stands for the user, '@today', '@today-30', '@month' for days worked out when applied:
    see `filter_values.resolve`.
    """

    name: Message
    conditions: tuple[Condition, ...] = ()
    sort: Attribute | None = None
    descending: bool = False


def where(attribute: Attribute, operator: str, *values: Any) -> Condition:
    """A condition of a preset on a mapped attribute; `operator` as `Condition` has it."""
    return Condition(attribute.key, operator, values)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a form, in two columns, read across. A `wide` attribute takes both columns."""

    title: Message
    attributes: tuple[Attribute, ...]
    wide: tuple[Attribute, ...] = ()
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class PartTable:
    """Rows edited inside the form (bank accounts, installments): the relationship and its columns."""

    title: Message
    part: Attribute  # a relationship, e.g. Organization.bank_accounts
    columns: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A list below the form: records of another module that point here by `through`."""

    through: Attribute  # e.g. Contact.organization_id
    columns: tuple[Column, ...]

    @property
    def entity(self) -> type[Record]:
        """The module listed."""
        return entity_of(self.through)

    @property
    def key(self) -> str:
        """The pointing attribute's key."""
        return self.through.key


@dataclass(frozen=True, slots=True)
class Action:
    """Something a user does with one record (convert, issue, print): `run(context, view, parent)`.

    `applies` says for which states it is offered; `primary` makes it the form's blue button where it applies first.
    `changes` says that it changes the record, `needs` which verbs must be allowed on other modules.
    """

    key: str
    label: Message
    icon: str
    run: Callable[[Context, RecordView, QWidget], None]
    applies: Callable[[RecordView], bool] | None = None
    primary: bool = False
    shortcut: str = ""
    changes: bool = True
    needs: tuple[tuple[Verb, type[Record]], ...] = ()

    def is_offered(self, view: RecordView) -> bool:
        """Whether it makes sense for this record now, and the user may do it."""
        allowed = view.may_change or not self.changes or isinstance(self.run, NewRelated)
        return allowed and (self.applies is None or self.applies(view))


@dataclass(frozen=True, slots=True)
class NewRelated:
    """The work of an action that opens a new record of another module with `through` pointing to this one.

    `copied` pairs attributes of the new record with those of this one whose values it begins with.
    """

    through: Attribute
    copied: tuple[tuple[Attribute, Attribute], ...] = ()

    def __call__(self, context: Context, view: RecordView, parent: QWidget) -> None:
        values = {to.key: view.values[source.key] for to, source in self.copied}
        given = {key: value for key, value in values.items() if value not in (None, "")}
        given[self.through.key] = view.id
        context.navigator.open_record(entity_of(self.through).__tablename__, **given)


@dataclass(frozen=True, slots=True)
class EntityView:
    """One module as the window shows it."""

    entity: type[Record]
    icon: str
    columns: tuple[Column, ...]
    filters: tuple[Attribute, ...]  # attributes offered first in "add filter"; all described ones follow
    sections: tuple[Section, ...]
    preview: tuple[Attribute, ...]  # facts of the preview pane
    badges: tuple[Attribute, ...] = ()  # choices shown as badges beside the title
    figures: tuple[Attribute, ...] = ()  # amounts shown large in the preview
    presets: tuple[Preset, ...] = ()
    parts: tuple[PartTable, ...] = ()
    related: tuple[Related, ...] = ()
    actions: tuple[Action, ...] = ()
    sort: Attribute | None = None  # None: by title
    descending: bool = False
    look: str = ""  # 'organization' or 'person': the avatar beside the title
    form: Callable[[Context, int | None, dict[str, Any]], QWidget] | None = None  # another form window (quote editor)
    importable: bool = False
    printable: bool = False
    add_label: Message = mark("EntityView", "Add")  # e.g. "Add organization"
    purpose: str = ""  # what the module is for, said where it has no record yet

    @property
    def module(self) -> str:
        """The module's key: its table name."""
        return self.entity.__tablename__

    def query(self) -> Query:
        """The list as it opens."""
        return Query(self.entity, sort=self.sort.key if self.sort is not None else "title", descending=self.descending)

    def column_keys(self) -> list[str]:
        """Keys of the columns shown at first."""
        return [column.key for column in self.columns if column.shown]


class WrongDeclaration(Exception):
    """A module's declaration does not fit its mapped class."""


def check(view: EntityView) -> None:
    """Raise WrongDeclaration, naming module and attribute, unless every part of the declaration fits."""
    named = [*view.filters, *view.preview, *view.badges, *view.figures]
    named += [a for section in view.sections for a in section.attributes]
    for attribute in named:
        _must(view, attribute.key in fields_of(view.entity), f"{attribute} is not a described attribute")
    for column in view.columns:
        _check_column(view, column, view.entity)
    for badge in view.badges:
        _must(view, field_of(badge).kind == Kind.CHOICE, f"badge {badge} is not a choice")
    for section in view.sections:
        _must(view, set(section.wide) <= set(section.attributes), f"{section.title}: a wide attribute is not in it")
    for preset in view.presets:
        _check_preset(view, preset)
    for table in view.parts:
        _must(view, table.part.key in parts_of(view.entity), f"{table.part} is not a part")
    for related in view.related:
        target = fields_of(related.entity)[related.key].target
        _must(view, target == view.module, f"{related.through} does not point here")
        for column in related.columns:
            _check_column(view, column, related.entity)
    keys = [action.key for action in view.actions]
    _must(view, len(set(keys)) == len(keys), "two actions have the same key")


def _check_column(view: EntityView, column: Column, entity: type[Record]) -> None:
    titled = column.key == "title" and column.label is not None
    _must(view, titled or column.key in fields_of(entity), f"{column.attribute} is not a described attribute")
    _must(view, entity_of(column.attribute) is entity, f"{column.attribute} belongs to another module")


def _check_preset(view: EntityView, preset: Preset) -> None:
    for condition in preset.conditions:
        known = condition.key == "tag" or condition.key in fields_of(view.entity)
        _must(view, known, f"{preset.name}: {condition.key} is not a described attribute")


def _must(view: EntityView, holds: bool, fault: str) -> None:
    if not holds:
        raise WrongDeclaration(f"{view.module}: {fault}")
