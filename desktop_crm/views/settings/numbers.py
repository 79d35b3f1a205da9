"""How records are numbered: a pattern for each module, with the number the next record gets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from desktop_crm.errors import Fault, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.fields import Field, Kind
from desktop_crm.models.numbering import PATTERN_LENGTH, PatternError, check_pattern, render
from desktop_crm.services import number_series
from desktop_crm.services.number_series import Series
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.records.entries import today
from desktop_crm.views.settings.page import SavingPage, Work
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import col, frame, label, scroll

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context

_NEXT = mark("Settings", "Next number: {number}")
_NEW = mark("Settings", "From now on: {number}, after the numbers already given")


class NumbersPage(SavingPage):
    """One pattern a module."""

    title = mark("Settings", "Numbering")
    intro = mark("Settings", "Numbers already given stay as they are; a new pattern counts on after them.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.binding = Binding(self)
        self.binding.changed.connect(self._changed)
        self._series: dict[str, Series] = {}
        fields = [self._field(module) for module in BY_MODULE]
        tokens = label(
            mark(
                "Settings",
                "{yyyy} is the year, {yy} its last two digits, {mm} the month, {dd} the day, {0000} the counter with "
                "at least that many digits. "
                "The counter begins anew each year, month or day that stands in the pattern.",
            ),
            tone="t2",
            wrap=True,
        )
        tokens.setMaximumWidth(720)
        self.put(scroll(frame("page", col(tokens, 6, *fields, None, gap=10, margins=(20, 14, 22, 14)))))

    def _field(self, module: str) -> FieldFrame:
        field = Field(BY_MODULE[module].singular_label, Kind.TEXT, key=module, required=True, length=PATTERN_LENGTH)
        editor = make_editor(field, self.context)
        frame = FieldFrame(field.label, editor, True)
        frame.setMaximumWidth(560)
        self.binding.add(field, editor, frame)
        return frame

    # -- reading and writing

    def load(self) -> None:
        self.fetch(number_series.series, self.show_series)

    def show_series(self, series: Iterable[Series]) -> None:
        """Show the patterns as they are stored."""
        self._series = {one.module: one for one in series}
        self.binding.load({module: one.pattern for module, one in self._series.items()})

    def unsaved(self) -> int:
        return len(self.binding.dirty())

    def faults(self) -> int:
        return len(self.binding.faulty())

    def check(self) -> bool:
        return self.binding.check() and not self.binding.show_faults(self._pattern_faults()) and not self.faults()

    def _pattern_faults(self) -> list[Fault]:
        found = []
        for module, pattern in self.binding.changes().items():
            try:
                check_pattern(pattern)
            except PatternError as error:
                found.append(error.fault(module))
        return found

    def work(self) -> Work:
        return partial(_store, self.binding.changes())

    def show_faults(self, faults: Iterable[Fault]) -> list[str]:
        return self.binding.show_faults(faults)

    def focus_fault(self) -> None:
        for key in self.binding.faulty()[:1]:
            self.binding.focus(key)

    def discard(self) -> None:
        self.load()

    def _changed(self) -> None:
        readable = self.binding.readable()
        for module, series in self._series.items():
            self.binding.frames[module].set_help(_preview(series, readable.get(module, "")))
        self.changed.emit()


def _preview(series: Series, pattern: str) -> str:
    """What a pattern gives for the next record, or why it cannot number records."""
    if pattern == series.pattern:
        return translate(_NEXT, number=series.following)
    try:
        check_pattern(pattern)
    except PatternError as error:
        return error.text()
    return translate(_NEW, number=render(pattern, today(), series.last + 1))


def _store(changes: dict[str, str], unit: UnitOfWork) -> None:
    for module, pattern in changes.items():
        try:
            number_series.set_pattern(unit, module, pattern)
        except Invalid as error:
            raise Invalid(*(Fault(module, one.message, one.values) for one in error.faults)) from error
