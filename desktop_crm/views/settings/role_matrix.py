"""The rights of a role as tables: module by verb with how far it reaches, and the fields that are kept from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.rights import REACH_LABELS, VERB_LABELS, VERBS, FieldLevel, Grant, Reach
from desktop_crm.services.roles import RoleView, fits
from desktop_crm.views.settings.role_words import Described
from desktop_crm.views.settings.row_model import Row, RowColumn
from desktop_crm.views.settings.row_table import RowTable
from desktop_crm.views.widgets import paint
from desktop_crm.views.widgets.delegates import CellState, Index

REACH_TONES = {
    Reach.NONE: "neutral",
    Reach.OWN: "info",
    Reach.TEAM: "teal",
    Reach.SUBTREE: "violet",
    Reach.ALL: "success",
}
LEVEL_LABELS = {
    FieldLevel.HIDDEN: mark("Rights", "Hidden"),
    FieldLevel.READ_ONLY: mark("Rights", "Read only"),
}
_LEVEL_TONES = {FieldLevel.HIDDEN: "danger", FieldLevel.READ_ONLY: "warning"}


def reach_options() -> list[tuple[Reach, str]]:
    """Every reach with its words, the narrowest first."""
    return [(reach, translate(words)) for reach, words in REACH_LABELS.items()]


def level_options() -> list[tuple[FieldLevel, str]]:
    """What can be done about a sensitive field."""
    return [(level, translate(words)) for level, words in LEVEL_LABELS.items()]


def _paint_reach(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    words, middle = str(index.data() or ""), rect.center().y()
    if value == Reach.NONE:
        paint.text(painter, rect.adjusted(10, 0, -18, 0), words, 12, "text3")
    else:
        paint.badge(painter, rect.left() + 5, middle, words, REACH_TONES[value], room=rect.width() - 9)
    if state.hover and paint.badge_width(words) < rect.width() - 28:
        paint.icon(painter, "chevron-down", rect.right() - 18, middle, 12, "text2")


def _paint_level(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    words, middle = str(index.data() or ""), rect.center().y()
    paint.badge(painter, rect.left() + 6, middle, words, _LEVEL_TONES[value], room=rect.width() - 26)
    paint.icon(painter, "chevron-down", rect.right() - 18, middle, 12, "text2" if state.hover else "text3")


def _paint_module(painter: QPainter, rect: QRectF, value: Any, index: Index, state: CellState) -> None:
    paint.text(painter, rect.adjusted(10, 0, -6, 0), str(index.data() or ""), strong=True)


def _narrow(row: Row) -> None:
    """What is not seen can be neither changed nor deleted."""
    for verb in VERBS[2:]:
        if not fits(row[verb], row["see"]):
            row[verb] = row["see"]


def _widen(row: Row) -> None:
    """What is to be changed or deleted must be seen."""
    wanted = [row[verb] for verb in VERBS[2:] if not fits(row[verb], row["see"])]
    for reach in wanted:
        row["see"] = Reach.ALL if {reach, row["see"]} == {Reach.TEAM, Reach.SUBTREE} else reach


_MODULE = RowColumn(
    Field(mark("Settings", "Module"), Kind.TEXT, key="name", editable=False), 116, True, painter=_paint_module
)
_COLUMNS = (
    _MODULE,
    *(
        RowColumn(
            Field(VERB_LABELS[verb], Kind.TEXT, key=verb),
            146,
            options=reach_options,
            painter=_paint_reach,
            follow=_narrow if verb == "see" else _widen if verb != "create" else None,
        )
        for verb in VERBS
    ),
    RowColumn(Field(mark("Rights", "Export"), Kind.BOOLEAN, key="export"), 60),
    RowColumn(Field(mark("Rights", "Print"), Kind.BOOLEAN, key="print"), 48),
)
_KEYS = (*VERBS, "export", "print")


class Matrix(RowTable):
    """One row to a module."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS, dict, mark("Settings", "Rights by module"), keyed=False, fitted=True, sortable=False)
        self._tools.hide()

    def show_role(self, role: RoleView) -> None:
        """Show what a role allows."""
        rows = []
        for module, entity in BY_MODULE.items():
            grant = role.grant(module)
            cells = {key: getattr(grant, key) for key in _KEYS}
            rows.append({"module": module, "name": translate(entity.plural_label), **cells})
        self.set_rows(rows)

    def grants(self) -> dict[str, Grant]:
        """The rights as they are entered."""
        return {row["module"]: Grant(**{key: row[key] for key in _KEYS}) for row in self.model.rows}


_FIELD_COLUMNS = (
    RowColumn(Field(mark("Settings", "Module"), Kind.TEXT, key="name", editable=False), 180),
    RowColumn(Field(mark("Settings", "Field"), Kind.TEXT, key="label", editable=False), 220, True),
    RowColumn(Field(mark("Settings", "May"), Kind.TEXT, key="level"), 170, options=level_options, painter=_paint_level),
)


class FieldLevels(RowTable):
    """The fields that are kept from a role; `adder` is wired to a dialog by the owner."""

    def __init__(self) -> None:
        super().__init__(
            _FIELD_COLUMNS,
            dict,
            mark("Settings", "Fields kept from this role"),
            mark("Settings", "Keep a field back…"),
            keyed=False,
            fitted=True,
            sortable=False,
        )
        self.adder.clicked.disconnect()

    def add_row(self) -> None:
        """Tab behind the last cell makes no row: a field is chosen in a dialog."""

    def show_levels(self, levels: Mapping[tuple[str, str], FieldLevel], described: Described) -> None:
        """Show fields with what may be done with them."""
        self.set_rows([_field_row(described, module, key, level) for (module, key), level in levels.items()])

    def put(self, described: Described, module: str, key: str, level: FieldLevel) -> None:
        """Keep one more field back, or the same one in another way."""
        for place, row in enumerate(self.model.rows):
            if (row["module"], row["key"]) == (module, key):
                self.model.setData(self.model.index(place, 2), level)
                return
        self.model.add(_field_row(described, module, key, level))
        self._touched()

    def _touched(self) -> None:
        super()._touched()
        self._remove.setVisible(self.model.rowCount() > 0)

    def levels(self) -> dict[tuple[str, str], FieldLevel]:
        """The fields as they are entered."""
        return {(row["module"], row["key"]): row["level"] for row in self.model.rows}


def _field_row(described: Described, module: str, key: str, level: FieldLevel) -> Row:
    field = described.get(module, {}).get(key)
    words = translate(field.label) if field is not None else key
    return {"module": module, "key": key, "name": translate(BY_MODULE[module].plural_label), "label": words,
            "level": level}  # fmt: skip


def fields_offered(described: Described, module: str) -> Sequence[tuple[str, str]]:
    """(key, words) of the fields of a module, by their words."""
    found = [(key, translate(field.label)) for key, field in described.get(module, {}).items()]
    return sorted(found, key=lambda one: one[1].casefold())
