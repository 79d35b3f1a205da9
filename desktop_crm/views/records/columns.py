"""Columns of a list: which there are, how each is painted, and how wide it begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from desktop_crm.i18n import translate
from desktop_crm.models.kinds import NUMBERS, Field, Kind
from desktop_crm.views.widgets import paint, painters
from desktop_crm.views.widgets.delegates import Painter
from desktop_crm.views.widgets.grid import GridColumn

if TYPE_CHECKING:
    from desktop_crm.views.records.declare import Column, EntityView

CHECK_WIDTH = 36
LOADED = 0x0100 + 20  # role: whether the row has arrived

_WIDTHS = {
    Kind.MONEY: 130,
    Kind.DATE: 105,
    Kind.DATETIME: 130,
    Kind.BOOLEAN: 90,
    Kind.PERCENT: 80,
    Kind.INTEGER: 90,
    Kind.QUANTITY: 90,
    Kind.CHOICE: 130,
    Kind.PHONE: 120,
    Kind.RELATION: 180,
}
_UNSORTABLE = (Kind.LONG_TEXT,)


class Tones(Protocol):
    """Gives the colour of a choice; `services.choices.Choices` does."""

    def tone(self, name: str, code: str) -> str: ...


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A declared column or a custom field, ready for a list."""

    key: str
    field: Field
    width: int
    stretch: bool = False
    look: str = ""
    priority: int = 2
    total: bool = False

    @property
    def heading(self) -> str:
        """Its heading in the language in force."""
        return translate(self.field.label)

    @property
    def sortable(self) -> bool:
        """Whether the database can order by it."""
        return not self.key.startswith("custom.") and self.field.kind not in _UNSORTABLE

    @property
    def numeric(self) -> bool:
        """Whether it stands at the right."""
        return self.field.kind in NUMBERS


def declared(column: Column) -> ListColumn:
    """A declared column."""
    field = column.field
    width = column.width or _WIDTHS.get(field.kind, 150)
    return ListColumn(column.key, field, width, column.stretch, column.look, column.priority, column.total)


def all_columns(view: EntityView, custom: Mapping[str, Field]) -> list[ListColumn]:
    """Every column a user may choose, declared ones first."""
    added = (ListColumn(key, field, _WIDTHS.get(field.kind, 150)) for key, field in custom.items())
    return [*(declared(column) for column in view.columns), *added]


def chosen_columns(every: Sequence[ListColumn], keys: Sequence[str], view: EntityView) -> list[ListColumn]:
    """The columns to show in their order; one that takes the spare room is always among them."""
    by_key = {column.key: column for column in every}
    return [by_key[key] for key in keys or view.column_keys() if key in by_key] or list(every[:1])


def grid_columns(columns: Sequence[ListColumn], choices: Tones, widths: Mapping[str, int]) -> list[GridColumn]:
    """How the grid draws the check and the columns; `widths` are the user's own. The first stretches if none does."""
    stretched = next((c.key for c in columns if c.stretch), columns[0].key)
    drawn = [
        GridColumn(
            painter_of(column, choices),
            column.width if column.key == stretched else int(widths.get(column.key, column.width)),
            paint.RIGHT if column.numeric else paint.LEFT,
            stretch=column.key == stretched,
            rank=column.priority - 1,
        )
        for column in columns
    ]
    return [GridColumn(painters.check, CHECK_WIDTH, check=True), *drawn]


def painter_of(column: ListColumn, choices: Tones) -> Painter:
    """How a column's cells are drawn: by its look, else by its kind."""
    looks: dict[str, Painter] = {
        "organization": painters.organization,
        "person": painters.person,
        "strong": painters.text(strong=True),
        "link": painters.link,
        "plain": painters.text("text2"),
    }
    if column.look in looks:
        return looks[column.look]
    if column.numeric:
        return painters.number()
    if column.field.kind == Kind.CHOICE or column.look == "badge":
        return painters.badge(_tones(column.field.choices, choices))
    return painters.text("text" if column.stretch else "text2")


def _tones(name: str, choices: Tones) -> Callable[[Any], str]:
    return lambda code: choices.tone(name, str(code))
