"""The import of one module's records: four pages, and the work between them done beside the window."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QWidget

from desktop_crm.errors import Cancelled, CrmError
from desktop_crm.exchange.errors import FileMissing
from desktop_crm.exchange.importing import Existing, ImportPlan, ImportResult, State, Undone, run, undo_import
from desktop_crm.i18n import language, mark, translate
from desktop_crm.models.numbers import format_number
from desktop_crm.storage.history import Change
from desktop_crm.views.imports import work
from desktop_crm.views.imports.choose_page import ChoosePage
from desktop_crm.views.imports.draft import Draft, Loaded
from desktop_crm.views.imports.foot import Foot
from desktop_crm.views.imports.map_page import MapPage
from desktop_crm.views.imports.memory import Memory
from desktop_crm.views.imports.preview_page import PreviewPage
from desktop_crm.views.imports.result_page import ResultPage
from desktop_crm.views.imports.steps import BusyPanel, StepBar
from desktop_crm.views.records.nouns import noun
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.dialogs import confirm
from desktop_crm.views.widgets.layouts import col, frame, label, row

if TYPE_CHECKING:
    from desktop_crm.views.context import Context
    from desktop_crm.views.records.declare import EntityView

_STEPS = (
    mark("Import", "Choose file"),
    mark("Import", "Map columns"),
    mark("Import", "Preview"),
    mark("Import", "Result"),
)
_HINTS = (
    mark("Import", "Nothing is written before the last step."),
    mark("Import", "The mapping is remembered for sheets with the same columns."),
    mark("Import", "Type into any cell; the file stays as it is. The whole import can be undone."),
)


class Step(IntEnum):
    """The pages, in their order."""

    CHOOSE, MAP, PREVIEW, RESULT = range(4)


class ImportWizard(QFrame):
    """A page of the main window: `open_file(path)` starts it, `can_leave()` guards what is half done."""

    def __init__(self, context: Context, view: EntityView) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.context, self.view = context, view
        self.what = noun(view.entity.plural_label)
        self.draft = Draft(view.entity)
        self.memory = Memory(context.state, view.module)
        self.step = Step.CHOOSE
        self._meter: work.Meter | None = None
        self._writing = False
        self._build()
        self._connect()
        self.start_again()

    # -- building

    def _build(self) -> None:
        words = translate(mark("Import", "Import {what} from Excel"), what=self.what)
        self.setWindowTitle(f"{words}[*]")  # Qt puts the mark of unsaved changes there
        self.choose, self.map, self.result = ChoosePage(), MapPage(self.view), ResultPage()
        self.preview = PreviewPage(self.draft, self.context.choices)
        self.busy, self.foot, self.bar = BusyPanel(), Foot(), StepBar(_STEPS)
        self.pages = QStackedWidget()
        for page in (self.choose, self.map, self.preview, self.result, self.busy):
            self.pages.addWidget(page)
        self._file = label("", tokens.CAPTION, "t2")
        self._file.setMinimumWidth(40)
        file = row(Icon("file-spreadsheet", 14, "tone:success"), (self._file, 1), gap=5)
        title = col(label(words, tokens.TITLE, strong=True), file, gap=2)
        head = frame("bar", row((title, 1), self.bar, gap=24, margins=(20, 8, 20, 8)))
        self.setLayout(col(head, (self.pages, 1), self.foot, gap=0))

    def _connect(self) -> None:
        self.choose.file_chosen.connect(lambda path: self.open_file(path))
        self.choose.place_chosen.connect(self._place_chosen)
        self.choose.template_asked.connect(self.save_template)
        self.preview.plan_asked.connect(self.plan_again)
        self.busy.cancelled.connect(self._cancelled)
        self.foot.back.clicked.connect(lambda: self.back())
        self.foot.forward.clicked.connect(lambda: self.forward())
        self.foot.refused.clicked.connect(lambda: self.save_refused())
        self.foot.policy_chosen.connect(self._policy_chosen)
        self.result.list_asked.connect(self._open_list)
        self.result.refused_asked.connect(self.save_refused)
        self.result.undo_asked.connect(self.undo)
        self.result.again_asked.connect(self.start_again)

    # -- moving

    def start_again(self) -> None:
        """Begin with another file."""
        self._meter = None
        self.draft = Draft(self.view.entity)
        self.choose.notice.clear()
        self.choose.show_start(self.memory.files())
        self._show(Step.CHOOSE)

    def back(self) -> None:
        """The step before; what was typed is kept."""
        self._meter = None
        self._show(Step(self.step - 1))

    def forward(self) -> None:
        """The next step, if this one is complete."""
        if self.step == Step.CHOOSE:
            self.map.show_draft(self.draft)
            self._show(Step.MAP)
        elif self.step == Step.MAP and self.draft.mapping:
            self.memory.keep_mapping(self.draft.fingerprint(), self.draft.to_remember())
            self.plan()
        elif self.step == Step.PREVIEW:
            self.start_import()

    def _show(self, step: Step) -> None:
        self.step = step
        self.busy.finish()
        self.pages.setCurrentIndex(step)
        self.bar.set_current(step)
        self.foot.setVisible(step != Step.RESULT and (step != Step.CHOOSE or self.draft.loaded is not None))
        self.foot.back.setVisible(step in (Step.MAP, Step.PREVIEW))
        for each in (self.foot.refused, self.foot.policy):
            each.setVisible(step == Step.PREVIEW)
        self._show_foot()
        self._show_file()
        self.setWindowModified(step in (Step.MAP, Step.PREVIEW))
        self._focus()

    def _show_foot(self) -> None:
        self.foot.forward.setEnabled(True)
        self.foot.forward.setToolTip("")
        if self.step == Step.PREVIEW:
            self._show_counts()
        elif self.step != Step.RESULT:
            words = (mark("Import", "Next: map columns"), mark("Import", "Next: preview"))[self.step]
            self.foot.show_step(_HINTS[self.step], words)

    def _show_counts(self) -> None:
        """What the blue button of the preview says, and whether it can be pressed."""
        counts = self.draft.plan.counts if self.draft.plan else dict.fromkeys(State, 0)
        good = counts[State.NEW] + counts[State.UPDATE]
        words = translate(mark("Import", "Import {count} valid rows"), count=format_number(good, None, language()))
        self.foot.show_step(_HINTS[Step.PREVIEW], words, "check")
        self.foot.set_policy(self.draft.existing)
        self.foot.refused.setEnabled(counts[State.INVALID] > 0)
        none = translate(mark("Import", "No row is faulty."))
        self.foot.refused.setToolTip("" if counts[State.INVALID] else none)
        self.foot.forward.setEnabled(good > 0)
        idle = translate(mark("Import", "No row would be added or changed."))
        self.foot.forward.setToolTip("" if good else idle)

    def _show_file(self) -> None:
        if self.draft.loaded is None:
            self._file.setText(translate(mark("Import", "No file yet")))
            return
        table = self.draft.table
        words = mark("Import", "{file} · sheet “{sheet}” · {count} rows")
        count = format_number(len(table.rows), None, language())
        self._file.setText(translate(words, file=table.file.name, sheet=table.sheet, count=count))

    def _focus(self) -> None:
        targets: dict[Step, QWidget] = {
            Step.CHOOSE: self.choose.zone if self.draft.loaded is None else self.foot.forward,
            Step.MAP: self.foot.forward,
            Step.PREVIEW: self.preview.grid,
            Step.RESULT: self.result.open,
        }
        self.setFocusProxy(targets[self.step])
        if self.isVisible():
            targets[self.step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, title: str, note: str = "") -> work.Meter:
        """Show that work begins; its meter is what makes its outcome the awaited one."""
        self._meter = meter = work.Meter()
        self.busy.start(title, meter, note)
        self.pages.setCurrentWidget(self.busy)
        self.foot.hide()
        return meter

    def _cancelled(self) -> None:
        """Reading and planning are let go at once; an import is waited for, so that its end is certain."""
        if not self._writing:
            self._meter = None
            self._show(self.step)

    def _awaited(self, meter: work.Meter) -> bool:
        """Whether an outcome is the one that is waited for."""
        if meter is not self._meter:
            return False
        self._meter = None
        return True

    # -- reading

    def open_file(self, path: str, sheet: str | None = None, header_row: int | None = None) -> None:
        """Read a file; its first sheet with a table unless one is named."""
        title = translate(mark("Import", "Reading {file}…"), file=Path(path).name)
        meter = self._busy(title)
        wanted = partial(work.load, entity=self.view.entity, path=Path(path), sheet=sheet, header_row=header_row)
        self.context.read(wanted, partial(self._loaded, meter), partial(self._not_loaded, meter, path),
                          owner=self, key="import")  # fmt: skip

    def _place_chosen(self, sheet: str, header_row: int) -> None:
        table = self.draft.table
        if (sheet, header_row) not in ((table.sheet, table.header_row), (table.sheet, 0)):
            self.open_file(str(self.draft.sheet.path), sheet, header_row or None)

    def _loaded(self, meter: work.Meter, loaded: Loaded) -> None:
        if not self._awaited(meter):
            return
        self.draft = Draft(self.view.entity, loaded, existing=self.draft.existing)
        self.draft.take(loaded, self.memory.mapping(self.draft.fingerprint()))
        self.memory.keep_file(str(loaded.path))
        self.choose.show_sheet(self.draft)
        self._show(Step.CHOOSE)

    def _not_loaded(self, meter: work.Meter, path: str, error: CrmError) -> None:
        if not self._awaited(meter):
            return
        if isinstance(error, FileMissing):
            self.memory.drop_file(path)
        if self.draft.loaded is not None:
            self.choose.show_sheet(self.draft)
        else:
            self.choose.show_start(self.memory.files())
        self.choose.notice.say(error.text())
        self._show(Step.CHOOSE)

    # -- planning

    def plan(self) -> None:
        """Check every row, then show the preview."""
        self.preview.begin()
        self.preview.say("")
        self._ask_plan(self._busy(translate(mark("Import", "Checking every row…"))))

    def plan_again(self) -> None:
        """Check again behind the preview after something was changed in it."""
        if self._meter is not None:
            self._meter.stop()
        self._meter = work.Meter()
        self.foot.forward.setEnabled(False)
        self.foot.say(mark("Import", "Checking again…"))
        self._ask_plan(self._meter)

    def _ask_plan(self, meter: work.Meter) -> None:
        wanted = work.planning(self.draft, meter)
        self.context.read(partial(work.plan, wanted=wanted), partial(self._planned, meter),
                          partial(self._not_planned, meter), owner=self, key="import")  # fmt: skip

    def _planned(self, meter: work.Meter, planned: work.Planned) -> None:
        if not self._awaited(meter):
            return
        self.preview.show_plan(self.draft, planned)
        if self.step == Step.PREVIEW:
            self._show_foot()
        else:
            self._show(Step.PREVIEW)

    def _not_planned(self, meter: work.Meter, error: CrmError) -> None:
        if self._awaited(meter):
            self._show(self.step)
            page = self.preview.say if self.step == Step.PREVIEW else self.map.notice.say
            page(error.text())

    def _policy_chosen(self, policy: Existing) -> None:
        self.draft.existing = policy
        self.map.policies.set_current(policy)
        self.plan_again()

    # -- importing

    def start_import(self) -> None:
        """Write the valid rows in one transaction."""
        plan = self.draft.plan
        if plan is None or self._meter is not None or self.preview.edited_since():
            return
        self._writing = True
        title = translate(mark("Import", "Importing {what}…"), what=self.what)
        meter = self._busy(title, mark("Import", "Nothing counts until all is done; stopping leaves nothing behind."))
        self.context.jobs.write(run, self.context.database, self.context.actor, plan, meter, meter.stopped,
                                done=partial(self._imported, meter), failed=partial(self._not_imported, meter),
                                finished=self._written, owner=self)  # fmt: skip

    def _imported(self, meter: work.Meter, result: ImportResult) -> None:
        self._meter = None
        self.draft.result = result
        self.result.show_result(result, self.what)
        self._show(Step.RESULT)
        self._tell(result.batch is not None)

    def _not_imported(self, meter: work.Meter, error: CrmError) -> None:
        """Nothing was written; the plan is made anew, for the attempt has touched it."""
        stopped = isinstance(error, Cancelled)
        self._back_to_preview()
        words = mark("Import", "The import was stopped. Nothing was changed.")
        self.preview.say(words if stopped else error.text(), "info" if stopped else "danger")

    def _back_to_preview(self) -> None:
        self._meter = None
        self._show(Step.PREVIEW)
        self.plan_again()

    def _written(self) -> None:
        """After an import or its undoing, however it ended."""
        self._writing = False
        if self.pages.currentWidget() is self.busy and self.step == Step.PREVIEW:
            self._back_to_preview()
        elif self.pages.currentWidget() is self.busy:
            self._show(self.step)

    def _tell(self, changed: bool) -> None:
        """Have lists read again; which records they were is not told one by one."""
        if changed:
            self.context.relay.changed.emit((Change(self.view.module, 0, "changed", 0),), self)

    # -- afterwards

    def undo(self) -> None:
        """Take the import back, after asking."""
        result = self.draft.result
        if result is None or result.batch is None or not self._undo_agreed(result):
            return
        self._writing = True
        meter = self._busy(mark("Import", "Undoing the import…"))
        self.context.jobs.write(undo_import, self.context.database, self.context.actor, result.batch, meter,
                                meter.stopped, done=self._undone, failed=self._not_undone,
                                finished=self._written, owner=self)  # fmt: skip

    def _undo_agreed(self, result: ImportResult) -> bool:
        words = mark("Import", "{created} new {what} go away for good and {updated} become what they were. "
                               "Records that were changed since are left alone.")  # fmt: skip
        numbers = {"created": result.created, "updated": result.updated}
        counts = {name: format_number(number, None, language()) for name, number in numbers.items()}
        return confirm(self, mark("Import", "Undo this import?"), translate(words, what=self.what, **counts),
                       mark("Import", "Undo the import"), danger=True, icon="undo-2")  # fmt: skip

    def _undone(self, undone: Undone) -> None:
        self._meter = None
        self.result.show_undone(undone, self.what)
        self._show(Step.RESULT)
        self._tell(True)

    def _not_undone(self, error: CrmError) -> None:
        self._meter = None
        self._show(Step.RESULT)
        self.result.notice.say(error.text(), "info" if isinstance(error, Cancelled) else "danger")

    def _open_list(self) -> None:
        self.context.navigator.open_list(self.view.module)
        self.start_again()

    # -- files

    def save_template(self) -> None:
        """Write an empty sheet with every field to a place the user picks."""
        if path := self._ask_place(translate(mark("Import", "Template – {what}"), what=self.what)):
            self.context.read(partial(work.write_template, entity=self.view.entity, path=Path(path)),
                              lambda _: self._saved(path), self.context.messages.show_error, owner=self)  # fmt: skip

    def save_refused(self) -> None:
        """Write the rows that cannot be imported, with their reasons, to a place the user picks."""
        plan = self.draft.plan
        suggestion = mark("Import", "{file} – faulty rows")
        if plan is None or not (path := self._ask_place(translate(suggestion, file=self.draft.table.file.stem))):
            return
        self.write_refused(path, plan)

    def write_refused(self, path: str, plan: ImportPlan) -> None:
        """Write the refused rows of a plan to a file."""
        self.context.jobs.read(work.write_refused, Path(path), self.draft, plan, done=lambda _: self._saved(path),
                               failed=self.context.messages.show_error, owner=self)  # fmt: skip

    def _ask_place(self, name: str) -> str:
        folder = self.draft.sheet.path.parent if self.draft.loaded else Path.home()
        title = translate(mark("Import", "Save as"))
        path = QFileDialog.getSaveFileName(self, title, str(folder / f"{name}.xlsx"), "Excel (*.xlsx)")[0]
        return path if not path or path.lower().endswith(".xlsx") else f"{path}.xlsx"

    def _saved(self, path: str) -> None:
        self.context.messages.show_message(translate(mark("Import", "Saved as {file}"), file=Path(path).name))

    # -- leaving

    def can_leave(self) -> bool:
        """Asked before the page is closed."""
        if self._writing:
            return self._stop_agreed()
        if self.step not in (Step.MAP, Step.PREVIEW):
            return True
        return confirm(self, mark("Import", "Give up this import?"),
                       mark("Import", "Nothing was imported yet. The mapping and what you typed over cells are lost."),
                       mark("Import", "Give up"), danger=True, keep=mark("Import", "Stay here"))  # fmt: skip

    def _stop_agreed(self) -> bool:
        agreed = confirm(self, mark("Import", "The import is still going on"),
                         mark("Import", "If you leave now it is stopped and nothing of it is kept."),
                         mark("Import", "Stop the import"), danger=True, keep=mark("Import", "Wait"))  # fmt: skip
        if agreed and self._meter is not None:
            self._meter.stop()
        return agreed
