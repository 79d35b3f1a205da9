"""An opportunity's way: the bar of stages in its form, and the dialog that closes it as won or lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop_crm.errors import CrmError, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Opportunity
from desktop_crm.models.fields import field_of
from desktop_crm.services import records
from desktop_crm.services.choices import Choice
from desktop_crm.services.opportunities import CLOSED, LOST, WON
from desktop_crm.services.reading import RecordView
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.declare import Action
from desktop_crm.views.records.dialog_draft import DialogDraft, all_typed
from desktop_crm.views.records.drafts import Place
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.records.loaded import Loaded
from desktop_crm.views.widgets.controls import Stages
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import box, button, col, frame, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_crm.views.context import Context

_LEAST_STEP = 64
_ASKED = (Opportunity.amount, Opportunity.lost_reason, Opportunity.competitor)
_LOST_ONLY = ("lost_reason", "competitor")


class CloseDialog(Sheet):
    """Won or lost, with the final value, and why where it was lost."""

    def __init__(self, context: Context, view: RecordView, parent: QWidget, lost: bool = False) -> None:
        self._context, self._view = context, view
        self.won = QRadioButton(context.choices.label("stage", WON))
        self.lost = QRadioButton(context.choices.label("stage", LOST))
        self._group = QButtonGroup()
        for each in (self.won, self.lost):
            self._group.addButton(each)
        (self.lost if lost else self.won).setChecked(True)
        self.binding = Binding()
        frames = [self._frame(attribute) for attribute in _ASKED]
        self._fault = label("", tone="danger", wrap=True)
        self._fault.hide()
        cancel = button(mark("CloseOpportunity", "Cancel"), clicked=self.reject)
        self._go = button(mark("CloseOpportunity", "Close the opportunity"), "primary", clicked=self.save)
        title = translate(mark("CloseOpportunity", "Close opportunity: {name}"), name=view.title)
        body = box(col(row(self.won, self.lost, None, gap=20), *frames, self._fault, gap=8))
        super().__init__(parent, title, body, (cancel, self._go), width=500, icon="target", tone="info")
        self._group.setParent(self)
        self.binding.setParent(self)
        self.binding.load({key: view.values[key] for key in self.binding.editors})
        self.safe = self.won if not lost else self.lost
        self.lost.toggled.connect(lambda _: self._fit())
        self._fit()
        place = Place(Opportunity.__tablename__, view.id, "close")
        self.kept = DialogDraft(context.drafts, place, self, self._typed, self._put_back)
        for changed in (self.binding.changed, self.lost.toggled):
            changed.connect(self.kept.touch)

    def _frame(self, attribute: Any) -> FieldFrame:
        field = field_of(attribute)
        editor = make_editor(field, self._context)
        made = FieldFrame(field.label, editor, field.key == "lost_reason")
        self.binding.add(field, editor, made)
        return made

    def _typed(self) -> dict[str, Any]:
        return {"lost": self.lost.isChecked(), "typed": all_typed(self.binding)}

    def _put_back(self, entries: dict[str, Any]) -> None:
        (self.lost if entries["lost"] else self.won).setChecked(True)
        self.binding.restore(entries["typed"])

    def _fit(self) -> None:
        for key in _LOST_ONLY:
            self.binding.frames[key].setVisible(self.lost.isChecked())
        self.adjustSize()

    def changes(self) -> dict[str, Any]:
        """What closing puts into the opportunity."""
        found: dict[str, Any] = {
            "stage": LOST if self.lost.isChecked() else WON,
            "amount": self.binding.value("amount"),
        }
        if self.lost.isChecked():
            found |= {key: self.binding.value(key) for key in _LOST_ONLY}
        return found

    def save(self) -> None:
        """Close it; what is wrong is shown here."""
        if not self.binding.check():
            self.binding.focus(self.binding.faulty()[0])
            return
        self._go.setEnabled(False)
        self._context.write(partial(_put, self._view, self.changes()), self._done, self._failed, owner=self,
                            draft=self.kept)  # fmt: skip

    def _done(self, version: int) -> None:
        before = {key: self._view.values[key] for key in ("stage", "amount", "probability", *_LOST_ONLY)}
        context, view = self._context, self._view
        words = mark("CloseOpportunity", "Opportunity lost: {name}.") if self.lost.isChecked() else mark(
            "CloseOpportunity", "Opportunity won: {name}.")  # fmt: skip
        undo = partial(context.write, lambda unit: _put(view, before, unit, version), owner=context.relay)
        self.accept()
        context.messages.show_undo(translate(words, name=view.title), undo, "target")

    def _failed(self, error: CrmError) -> None:
        self._go.setEnabled(True)
        others = self.binding.show_faults(error.faults) if isinstance(error, Invalid) else [error.text()]
        self._fault.setText(" ".join(others))
        self._fault.setVisible(bool(others))


def _put(view: RecordView, changes: dict[str, Any], unit: UnitOfWork, version: int | None = None) -> int:
    saved = records.save(unit, Opportunity, view.id, version or view.version, changes)
    return saved.version


class StageBar(QWidget):
    """The open stages and the closing; a click goes there."""

    def __init__(self, form: OpportunityForm) -> None:
        super().__init__()
        self._form = form
        every = form.context.choices.offered("stage")
        self._open: list[Choice] = [one for one in every if one.code not in CLOSED]
        self._stages: Stages | None = None
        self._box = row(gap=0, margins=(20, 8, 22, 8))
        self.setLayout(col(frame("bar", self._box), gap=0))

    def show_stage(self, code: str) -> None:
        """Show where the opportunity is."""
        last = self._form.context.choices.label("stage", code) if code in CLOSED else mark("StageBar", "Closing")
        names = [*(one.label for one in self._open), translate(last)]
        codes = [one.code for one in self._open]
        current = len(codes) if code in CLOSED else codes.index(code) if code in codes else -1
        if self._stages is not None:
            self._stages.hide()
            self._stages.deleteLater()
        self._stages = Stages(names, current, clickable=True)
        self._stages.changed.connect(self._go)
        self._box.addWidget(self._stages)
        self._fit()

    def _go(self, place: int) -> None:
        code = self._open[place].code if place < len(self._open) else ""
        self._form.go_to_stage(code)

    def _fit(self) -> None:
        if self._stages is not None:
            count = len(self._open) + 1
            self._stages.setFixedWidth(max(min(self.width() - 42, count * 150), count * _LEAST_STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class OpportunityForm(FormWindow):
    """The form of an opportunity, with its stages above."""

    def head_extra(self) -> QWidget:
        self.stages = StageBar(self)
        self.stages.hide()
        return self.stages

    def show_loaded(self, loaded: Loaded) -> None:
        super().show_loaded(loaded)
        if loaded.view is not None:
            self.stages.show_stage(loaded.view.values["stage"])
            self.stages.setVisible(not loaded.view.deleted)

    def go_to_stage(self, code: str) -> None:
        """Enter a stage and save, unless other changes wait to be saved; '' asks how it is closed."""
        view = self.view
        if view is None:
            return
        self.stages.show_stage(view.values["stage"])
        if not code:
            self.run_action(CLOSE)
            return
        alone = not self.dirty()
        self.binding.put("stage", code)
        if alone:
            before = view.values["stage"]
            self.save(then=lambda: self._moved(before, code))

    def _moved(self, before: str, code: str) -> None:
        words = translate(
            mark("StageBar", "Moved to stage “{stage}”."), stage=self.context.choices.label("stage", code)
        )
        self.context.messages.show_undo(words, partial(self._move_back, before), "target")

    def _move_back(self, before: str) -> None:
        self.binding.put("stage", before)
        self.save()


def _close(context: Context, view: RecordView, parent: QWidget) -> None:
    CloseDialog(context, view, parent).open()


def _is_open(view: RecordView) -> bool:
    return view.values["stage"] not in CLOSED


CLOSE = Action("close", mark("Action", "Close"), "check", _close, _is_open)
