"""What stands in a filter's popup, by the kind of its field: `values()` and the signal `changed`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from desktop_crm.i18n import mark, translate
from desktop_crm.models.entry import EntryError
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.text import fold
from desktop_crm.services.finding import Found, lookup
from desktop_crm.services.reading import titles as titles_of
from desktop_crm.views.context import Context
from desktop_crm.views.records.check_list import CheckList
from desktop_crm.views.records.editors import Editor, make_editor
from desktop_crm.views.records.filter_values import DAYS, ME, PERIODS, Period, plain_value
from desktop_crm.views.widgets.controls import SearchField
from desktop_crm.views.widgets.layouts import col, label, row

_SEARCH_FROM = 9  # rows from which a list can be searched


class Body(QWidget):
    """The base: `values()` is what the condition would hold, () while nothing is chosen."""

    changed = Signal()

    def values(self) -> tuple[Any, ...]:
        """The chosen values, plain."""
        raise NotImplementedError


class ChoiceBody(Body):
    """Several rows of an editable list."""

    def __init__(self, field: Field, context: Context, values: Sequence[Any]) -> None:
        super().__init__()
        listed = context.choices.rows.get(field.choices, {}).values()
        self._rows = [(each.code, each.label) for each in listed if each.active or each.code in values]
        self._chosen = list(values)
        self.list = CheckList()
        self.list.show_rows(self._rows, self._chosen)
        self.list.toggled.connect(self._toggled)
        search = SearchField(mark("Filter", "Search the list"), pause=0)
        search.searched.connect(self._search)
        self.list.follow(search)
        search.setVisible(len(self._rows) >= _SEARCH_FROM)
        self.setLayout(col(search, self.list, gap=6))
        self.setFocusProxy(search if len(self._rows) >= _SEARCH_FROM else self.list)

    def values(self) -> tuple[Any, ...]:
        return tuple(code for code, _ in self._rows if code in self._chosen)

    def _search(self, words: str) -> None:
        wanted = fold(words)
        self.list.show_rows([row for row in self._rows if wanted in fold(row[1])], self._chosen)

    def _toggled(self) -> None:
        shown = self.list.row_keys()
        self._chosen = [code for code in self._chosen if code not in shown] + self.list.checked()
        self.changed.emit()


class RelationBody(Body):
    """Several records, found by their words; for users "me" comes first."""

    def __init__(self, field: Field, context: Context, values: Sequence[Any]) -> None:
        super().__init__()
        self._field, self._context = field, context
        self._chosen: dict[Any, str] = dict.fromkeys(values, "…")
        if field.target == "app_user":
            self._chosen = {key: _me() if key == ME else words for key, words in self._chosen.items()}
        self.titles: dict[Any, str] = {}
        self.list = CheckList()
        self.list.toggled.connect(self._toggled)
        self.search = SearchField(mark("Filter", "Search by name"))
        self.search.searched.connect(self._find)
        self.list.follow(self.search)
        self.setLayout(col(self.search, self.list, gap=6))
        self.setFocusProxy(self.search)
        self._name_chosen()
        self._find("")

    def values(self) -> tuple[Any, ...]:
        return tuple(self._chosen)

    def _name_chosen(self) -> None:
        ids = [value for value in self._chosen if value != ME]
        if ids:
            work = partial(titles_of, target=self._field.target, ids=ids)
            self._context.read(work, self._named, owner=self, key="titles")

    def _named(self, found: dict[int, str]) -> None:
        self._chosen.update(found)
        self.titles.update(found)
        self._find(self.search.text())

    def _find(self, words: str) -> None:
        work = partial(lookup, target=self._field.target, text=words, limit=50)
        self._context.read(work, partial(self._found, words), owner=self, key="lookup")

    def _found(self, words: str, found: list[Found]) -> None:
        rows: dict[Any, str] = dict(self._chosen) if not words else {}
        if self._field.target == "app_user" and not words:
            rows = {ME: _me(), **rows}
        rows.update((each.id, each.title) for each in found)
        self.titles.update((each.id, each.title) for each in found)
        self.list.show_rows(list(rows.items()), list(self._chosen))

    def _toggled(self) -> None:
        checked = self.list.checked()
        kept = {key: words for key, words in self._chosen.items() if key not in self.list.row_keys()}
        self._chosen = {**kept, **{key: self.list.words(key) for key in checked}}
        self.changed.emit()


def _me() -> str:
    return translate(mark("Filter", "Me"))


class RangeBody(Body):
    """From and to, either may be left open."""

    def __init__(self, field: Field, context: Context, values: Sequence[Any]) -> None:
        super().__init__()
        self._fault = label("", 12, "danger", wrap=True)
        self._fault.hide()
        ends = (*values, None, None)[:2]
        self.ends = [self._end(field, context, value) for value in ends]
        names = (label(mark("Filter", "From"), tone="t2"), label(mark("Filter", "To"), tone="t2"))
        self.setLayout(
            col(row(col(names[0], self.ends[0], gap=4), col(names[1], self.ends[1], gap=4), gap=8), self._fault, gap=4)
        )
        self.setFocusProxy(self.ends[0])

    def _end(self, field: Field, context: Context, value: Any) -> Editor:
        kind = Kind.DATE if field.kind in DAYS else field.kind
        editor = make_editor(Field(field.label, kind, key=field.key), context)
        if value not in (None, "") and not str(value).startswith("@"):
            editor.set_value(typed_value(value, kind))
        editor.left.connect(lambda: self.changed.emit())
        return editor

    def values(self) -> tuple[Any, ...]:
        found, fault = [], ""
        for editor in self.ends:
            try:
                found.append(_entered(editor))
            except EntryError as error:
                fault = error.text()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        return () if fault or found == [None, None] else tuple(found)


def _entered(editor: Editor) -> Any:
    value = editor.value() if editor.typed() != "" else None
    return None if value is None else plain_value(value)


def typed_value(value: Any, kind: Kind) -> Any:
    """A kept value as its kind's own type."""
    from datetime import date
    from decimal import Decimal

    if kind == Kind.DATE:
        return date.fromisoformat(str(value))
    return int(value) if kind == Kind.INTEGER else Decimal(str(value))


class PeriodBody(Body):
    """A named period, or a range of days of one's own."""

    def __init__(self, field: Field, context: Context, values: Sequence[Any]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        buttons = [self._button(i, period, tuple(values)) for i, period in enumerate(PERIODS)]
        half = (len(buttons) + 1) // 2
        self.range = RangeBody(field, context, values if self.group.checkedId() < 0 else ())
        self.range.changed.connect(self._ranged)
        own = label(mark("Filter", "Or from day to day"), tone="t2")
        columns = row(col(*buttons[:half], gap=2), col(*buttons[half:], gap=2), gap=16)
        self.setLayout(col(columns, 4, own, self.range, gap=4))
        self.group.idClicked.connect(lambda _: self.changed.emit())
        self.setFocusProxy(buttons[max(self.group.checkedId(), 0)])

    def _button(self, number: int, period: Period, values: tuple[Any, ...]) -> QRadioButton:
        made = QRadioButton(translate(period.label))
        self.group.addButton(made, number)
        made.setChecked((period.start, period.end) == values)
        return made

    def values(self) -> tuple[Any, ...]:
        chosen = self.group.checkedId()
        return (PERIODS[chosen].start, PERIODS[chosen].end) if chosen >= 0 else self.range.values()

    def _ranged(self) -> None:
        if self.range.values():
            self.group.setExclusive(False)
            for each in self.group.buttons():
                each.setChecked(False)
            self.group.setExclusive(True)
            self.changed.emit()


class TextBody(Body):
    """Some letters the text has."""

    def __init__(self, field: Field, context: Context, values: Sequence[Any]) -> None:
        super().__init__()
        self.line = QLineEdit(str(values[0]) if values else "")
        self.line.setAccessibleName(translate(field.label))
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.setLayout(col(self.line))
        self.setFocusProxy(self.line)

    def values(self) -> tuple[Any, ...]:
        words = self.line.text().strip()
        return (words,) if words else ()


class FlagBody(Body):
    """Yes or no."""

    def __init__(self, field: Field, context: Context, values: Sequence[Any]) -> None:
        super().__init__()
        self.yes, self.no = (
            QRadioButton(translate(mark("Filter", "Yes"))),
            QRadioButton(translate(mark("Filter", "No"))),
        )
        self.yes.setChecked(values == (True,))
        self.no.setChecked(values == (False,))
        self.yes.clicked.connect(lambda: self.changed.emit())
        self.no.clicked.connect(lambda: self.changed.emit())
        self.setLayout(row(self.yes, self.no, None, gap=16))
        self.setFocusProxy(self.yes)

    def values(self) -> tuple[Any, ...]:
        return (self.yes.isChecked(),) if self.yes.isChecked() or self.no.isChecked() else ()
