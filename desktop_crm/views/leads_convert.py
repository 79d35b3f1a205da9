"""Converting a lead: which organization and contact it is or becomes, and the opportunity that begins with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QWidget

from desktop_crm.errors import CrmError, Invalid
from desktop_crm.i18n import mark, translate
from desktop_crm.models import Contact, Lead, Opportunity, Organization
from desktop_crm.models.fields import field_of
from desktop_crm.services.leads import Candidate, ConversionPlan, convert, matches, undo_conversion
from desktop_crm.services.reading import RecordView
from desktop_crm.storage.database import UnitOfWork
from desktop_crm.views.records.binding import Binding
from desktop_crm.views.records.declare import Action
from desktop_crm.views.records.dialog_draft import DialogDraft, all_typed
from desktop_crm.views.records.drafts import Place
from desktop_crm.views.records.editors import make_editor
from desktop_crm.views.widgets import tokens
from desktop_crm.views.widgets.badges import Icon
from desktop_crm.views.widgets.controls import Option
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import box, button, col, label, row, rule, scroll

if TYPE_CHECKING:
    from desktop_crm.views.context import Context

_NEW, _NONE = "new", "none"
_SHOWN = 4  # candidates of each kind
_ASKED = (Opportunity.name, Opportunity.amount, Opportunity.expected_close_date)
_REASONS = {
    "tax_code": mark("ConvertLead", "same tax code"),
    "name": mark("ConvertLead", "same name"),
    "phone": mark("ConvertLead", "same phone"),
    "email": mark("ConvertLead", "same email"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The lead as the dialog needs it."""

    id: int
    version: int
    company: str
    person: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a lead: titles and ids by module, for the messages."""

    lead_id: int
    version: int
    records: Mapping[str, tuple[int, str]]


def read_subject(unit: UnitOfWork, lead_id: int) -> Subject:
    """The lead and whom it may already be."""
    lead = unit.get(Lead, lead_id)
    person = lead.full_name if lead.given_name else ""
    return Subject(lead.id, lead.version, lead.company, person, tuple(matches(unit, lead)))


class _Which(QWidget):
    """One choice among candidates, a new record and none; `chosen()` is an id, 'new' or 'none'."""

    changed = Signal()

    def __init__(self, title: str, icon: str, candidates: Sequence[Candidate], new: str, none: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(lambda *_: self.changed.emit())
        self._keys: list[int | str] = []
        options = [self._option(one.id, _candidate_words(one)) for one in candidates[:_SHOWN]]
        if new:
            options.append(self._option(_NEW, translate(mark("ConvertLead", "Create “{name}”"), name=new)))
        options.append(self._option(_NONE, translate(none)))
        sure = bool(candidates) and ("tax_code" in candidates[0].reasons or len(candidates[0].reasons) > 1)
        first = 0 if sure or not new else self._keys.index(_NEW)
        options[first].setChecked(True)
        head = row(Icon(icon, 16), label(title, tokens.LEAD, strong=True), None, gap=6)
        self.setLayout(col(head, *options, gap=6))

    def _option(self, key: int | str, words: str) -> Option:
        option = Option(words)
        self._group.addButton(option, len(self._keys))
        self._keys.append(key)
        return option

    def chosen(self) -> int | str:
        """What was chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: int | str) -> None:
        """Choose for the user, where it is still to be chosen."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)


def _candidate_words(one: Candidate) -> str:
    why = ", ".join(translate(_REASONS[reason]) for reason in one.reasons if reason in _REASONS)
    return f"{one.title} ({one.number}) – {why}" if why else f"{one.title} ({one.number})"


class ConvertLeadDialog(Sheet):
    """Asks how to convert and does it; `made` holds what came of it once accepted."""

    def __init__(self, context: Context, subject: Subject, parent: QWidget) -> None:
        self._context, self._subject = context, subject
        self.made: Made | None = None
        self.organization = self._which(
            mark("ConvertLead", "Organization"), "building-2", "organization", subject.company,
            mark("ConvertLead", "No organization"),
        )  # fmt: skip
        self.contact = self._which(
            mark("ConvertLead", "Contact"), "users", "contact", subject.person, mark("ConvertLead", "No contact")
        )
        self.with_opportunity = QCheckBox(translate(mark("ConvertLead", "Create an opportunity")))
        self.with_opportunity.setChecked(True)
        self.binding = Binding()
        self._fields = box(col(*(self._frame(attribute) for attribute in _ASKED), gap=8))
        self.with_opportunity.toggled.connect(self._fields.setVisible)
        self.binding.editors["name"].set_value(subject.company or subject.person)
        self._fault = label("", tone="danger", wrap=True)
        self._fault.hide()
        cancel = button(mark("ConvertLead", "Cancel"), clicked=self.reject)
        self._go = button(mark("ConvertLead", "Convert"), "primary", "check", clicked=self.convert)
        name = subject.person or subject.company
        super().__init__(
            parent, translate(mark("ConvertLead", "Convert lead: {name}"), name=name), self._body(), (cancel, self._go),
            width=600, icon="user-plus", tone="info",
        )  # fmt: skip
        self.binding.setParent(self)
        self.safe = self._go
        place = Place(Lead.__tablename__, subject.id, "convert")
        self.kept = DialogDraft(context.drafts, place, self, self._typed, self._put_back)
        for changed in (self.binding.changed, self.with_opportunity.toggled, self.organization.changed,
                        self.contact.changed):  # fmt: skip
            changed.connect(self.kept.touch)

    def _which(self, title: str, icon: str, module: str, new: str, none: str) -> _Which:
        candidates = [one for one in self._subject.candidates if one.module == module]
        return _Which(title, icon, candidates, new, none)

    def _body(self) -> QWidget:
        explain = mark("ConvertLead", "Existing records keep what they have; only their empty fields are filled. "
                       "Notes and files move along, and the lead can then only be read.")  # fmt: skip
        head = row(Icon("target", 16), self.with_opportunity, None, gap=6)
        parts = (label(explain, tone="t2", wrap=True), self.organization, rule("soft"), self.contact, rule("soft"))
        content = box(col(*parts, head, self._fields, self._fault, gap=10))
        area = scroll(content, bare=True)
        area.setMinimumHeight(min(content.sizeHint().height() + 4, 470))
        return area

    def _frame(self, attribute: Any) -> FieldFrame:
        field = field_of(attribute)
        editor = make_editor(field, self._context)
        frame = FieldFrame(field.label, editor, field.required)
        self.binding.add(field, editor, frame)
        return frame

    def _typed(self) -> dict[str, Any]:
        return {
            "organization": self.organization.chosen(),
            "contact": self.contact.chosen(),
            "with_opportunity": self.with_opportunity.isChecked(),
            "typed": all_typed(self.binding),
        }

    def _put_back(self, entries: dict[str, Any]) -> None:
        self.organization.choose(entries["organization"])
        self.contact.choose(entries["contact"])
        self.with_opportunity.setChecked(entries["with_opportunity"])
        self.binding.restore(entries["typed"])

    def plan(self) -> ConversionPlan:
        """What was chosen."""
        organization, contact = self.organization.chosen(), self.contact.chosen()
        values = {key: value for key, value in self.binding.readable().items() if value}
        return ConversionPlan(
            organization if isinstance(organization, int) else None,
            organization == _NEW,
            contact if isinstance(contact, int) else None,
            contact == _NEW,
            values if self.with_opportunity.isChecked() else None,
        )

    def convert(self) -> None:
        """Do it; what is wrong is shown here."""
        if self.with_opportunity.isChecked() and not self.binding.check():
            self.binding.focus(self.binding.faulty()[0])
            return
        self._go.setEnabled(False)
        self._context.write(partial(self._work, self.plan()), self._done, self._failed, owner=self, draft=self.kept)

    def _work(self, plan: ConversionPlan, unit: UnitOfWork) -> Made:
        done = convert(unit, self._subject.id, self._subject.version, plan)
        unit.session.flush()
        found = {r.__tablename__: (r.id, r.title) for r in (done.organization, done.contact, done.opportunity) if r}
        return Made(done.lead.id, done.lead.version, found)

    def _done(self, made: Made) -> None:
        self.made = made
        self.accept()

    def _failed(self, error: CrmError) -> None:
        self._go.setEnabled(True)
        others = self.binding.show_faults(error.faults) if isinstance(error, Invalid) else [error.text()]
        self._fault.setText(" ".join(others))
        self._fault.setVisible(bool(others))


def ask_and_convert(context: Context, view: RecordView, parent: QWidget) -> None:
    """The action: read whom the lead may be, ask, convert, and say what came of it."""

    def ask(subject: Subject) -> None:
        dialog = ConvertLeadDialog(context, subject, parent)
        dialog.accepted.connect(lambda: _tell(context, dialog.made))
        dialog.open()

    context.read(lambda unit: read_subject(unit, view.id), ask, owner=parent, key="convert")


def _tell(context: Context, made: Made | None) -> None:
    if made is None:
        return
    module = next((name for name in ("opportunity", "contact", "organization") if name in made.records), "")
    if module:
        key, title = made.records[module]
        go = partial(context.navigator.open_record, module, key)
        said = translate(mark("ConvertLead", "The lead became {title}."), title=title)
        context.messages.show_message(said, "success", translate(mark("ConvertLead", "Open")), go)
    undone = partial(undo, context, made.lead_id)
    context.messages.show_undo(translate(mark("ConvertLead", "The lead was converted.")), undone, "user-plus")


def undo(context: Context, lead_id: int) -> None:
    """Make a converted lead an open one again."""

    def work(unit: UnitOfWork) -> list[str]:
        return [record.title for record in undo_conversion(unit, lead_id).kept]

    def done(kept: list[str]) -> None:
        said = mark("ConvertLead", "The conversion was undone.")
        some = mark("ConvertLead", "The conversion was undone; {kept} stays, because it is already in use.")
        words = translate(some, kept=", ".join(kept)) if kept else translate(said)
        context.messages.show_message(words, "info")

    context.write(work, done, owner=context.relay)


def _undo_action(context: Context, view: RecordView, parent: QWidget) -> None:
    undo(context, view.id)


@dataclass(frozen=True, slots=True)
class OpenMade:
    """The work of an action that opens what a lead became."""

    key: str

    def __call__(self, context: Context, view: RecordView, parent: QWidget) -> None:
        module = {"opportunity_id": "opportunity", "contact_id": "contact", "organization_id": "organization"}[self.key]
        context.navigator.open_record(module, view.relations[self.key][0])


def _is_open(view: RecordView) -> bool:
    return view.values["converted_at"] is None


def _is_converted(view: RecordView) -> bool:
    return view.values["converted_at"] is not None


def _has_opportunity(view: RecordView) -> bool:
    return "opportunity_id" in view.relations


def _has_contact(view: RecordView) -> bool:
    return "contact_id" in view.relations


def _has_organization(view: RecordView) -> bool:
    return "organization_id" in view.relations


LEAD_ACTIONS = (
    Action("convert", mark("Action", "Convert"), "check", ask_and_convert, _is_open, primary=True),
    Action(
        "open_opportunity",
        mark("Action", "Open opportunity"),
        "target",
        OpenMade("opportunity_id"),
        _has_opportunity,
        changes=False,
        needs=(("see", Opportunity),),
    ),
    Action(
        "open_contact",
        mark("Action", "Open contact"),
        "users",
        OpenMade("contact_id"),
        _has_contact,
        changes=False,
        needs=(("see", Contact),),
    ),
    Action(
        "open_organization",
        mark("Action", "Open organization"),
        "building-2",
        OpenMade("organization_id"),
        _has_organization,
        changes=False,
        needs=(("see", Organization),),
    ),
    Action("undo_conversion", mark("Action", "Undo conversion"), "undo-2", _undo_action, _is_converted),
)
