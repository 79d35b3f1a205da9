"""Asks whom the records of a user go to, module by module; one who leaves is set inactive in the same go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_crm.errors import CrmError
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models import BY_MODULE
from desktop_crm.models.numbers import format_number
from desktop_crm.services import handing_over, people
from desktop_crm.services.handing_over import Moved
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.check_list import CheckList
from desktop_crm.views.widgets.dialogs import CANCEL, Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label, set_words

if TYPE_CHECKING:
    from desktop_crm.views.context import Context


class HandOverSheet(Sheet):
    """`finished_well()` when it is done. `others` are (id, name) of the colleagues who can take the records."""

    finished_well = Signal()

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        user_id: int,
        name: str,
        others: Sequence[tuple[int, str]],
        leaving: bool,
    ) -> None:
        self._context, self._user, self._leaving, self._busy = context, user_id, leaving, False
        self._counts: Mapping[str, int] = {}
        self.to = QComboBox()
        self.to.setAccessibleName(translate(mark("Settings", "Hand over to")))
        self.to.addItem(translate(mark("Settings", "Nobody: the records stay as they are")), None)
        for key, colleague in others:
            self.to.addItem(colleague, key)
        self.modules = CheckList()
        self.modules.setFixedHeight(len(BY_MODULE) * 28 + 4)
        self._none = label(mark("Settings", "No record belongs to this user."), tone="t3")
        self._trouble = label("", tone="danger", wrap=True)
        self._trouble.hide()
        self.do_button = button("", "primary", clicked=self.run)
        cancel = button(CANCEL.text, clicked=self.reject)
        said = mark(
            "Settings", "{name} can no longer sign in. Their records stay, and somebody has to look after them."
        )
        given = mark("Settings", "The records of {name} get another owner; history tells it of each of them.")
        words = label(translate(said if leaving else given, name=name), wrap=True)
        asked = label(mark("Settings", "Hand over to"), tone="t2")
        which = label(mark("Settings", "Which records"), tone="t2")
        body = box(col(words, 4, asked, self.to, 2, which, self.modules, self._none, self._trouble, gap=6))
        title = mark("Settings", "Set {name} inactive") if leaving else mark("Settings", "Hand over records of {name}")
        super().__init__(parent, translate(title, name=name), body, (cancel, self.do_button), 460)
        self.finished.connect(self.deleteLater)
        self.safe = self.to
        self.to.currentIndexChanged.connect(self._show_action)
        self.modules.toggled.connect(self._show_action)
        self._show({})
        context.read(partial(_owned, user_id), self._show, owner=self, key="owned")

    def _show(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        rows = [(module, _words(module, number)) for module, number in counts.items()]
        self.modules.show_rows(rows, list(counts))
        self.modules.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._show_action()
        self.fit()

    def chosen(self) -> list[str]:
        """The modules whose records are handed over; none while nobody takes them."""
        return self.modules.checked() if self.to.currentData() is not None else []

    def _show_action(self) -> None:
        number = sum(self._counts.get(module, 0) for module in self.chosen())
        self.modules.setEnabled(self.to.currentData() is not None)
        self.do_button.setEnabled(bool(number) or self._leaving)
        tip = "" if number or self._leaving else translate(mark("Settings", "Choose who takes which records"))
        self.do_button.setToolTip(tip)
        shown = format_number(number, language=language())
        if number and self._leaving:
            words = translate(mark("Settings", "Set inactive and hand over {n} records"), n=shown)
        elif number:
            words = translate(mark("Settings", "Hand over {n} records"), n=shown)
        else:
            words = mark("Settings", "Set inactive") if self._leaving else mark("Settings", "Hand over")
        set_words(self.do_button, words)

    def run(self) -> None:
        """Do it in one unit of work; it can be taken back for ten seconds."""
        if self._busy:
            return
        self._busy = True
        work = partial(_run, self._user, self.to.currentData(), self.chosen(), self._leaving)
        self._context.write(work, self._done, self._failed, owner=self)

    def _done(self, moved: Moved) -> None:
        number = sum(map(len, moved.values()))
        context, to = self._context, self.to.currentData()
        undo = partial(_undo, self._user, to, moved, self._leaving)
        if number:
            words = translate(
                mark("Settings", "{n} records handed over."), n=format_number(number, language=language())
            )
            context.messages.show_undo(words, lambda: context.write(undo, owner=context.relay))
        self.accept()
        self.finished_well.emit()

    def _failed(self, error: CrmError) -> None:
        self._busy = False
        self._trouble.setText(error.text())
        self._trouble.show()
        self.fit()


def _words(module: str, number: int) -> str:
    return f"{translate(BY_MODULE[module].plural_label)} ({format_number(number, language=language())})"


def _owned(user_id: int, unit: UnitOfWork) -> dict[str, int]:
    return handing_over.owned(unit, user_id)


def _run(user_id: int, to_id: int | None, modules: Sequence[str], leaving: bool, unit: UnitOfWork) -> Moved:
    moved: Moved = handing_over.hand_over(unit, user_id, to_id, modules) if to_id is not None and modules else {}
    if leaving:
        people.disable_person(unit, user_id)
    return moved


def _undo(user_id: int, to_id: int, moved: Moved, leaving: bool, unit: UnitOfWork) -> Any:
    handing_over.hand_back(unit, moved, user_id, to_id)
    if leaving:
        people.enable_person(unit, user_id)
