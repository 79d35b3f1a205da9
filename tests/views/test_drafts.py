"""What is typed and not saved: kept while one types, offered back after a kill, gone when saved or given up."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_crm.models import Lead, Opportunity, Organization, Quote
from desktop_crm.services import documents, records
from desktop_crm.settings import Settings
from desktop_crm.storage.database import Database, open_database
from desktop_crm.views.leads_convert import ConvertLeadDialog, Subject
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.drafts import Content, Drafts, Place
from desktop_crm.views.records.drafts_list import DraftsSheet, count_words, offer_drafts
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.shell.jobs import InlineRunner
from desktop_crm.views.shell.state import State
from tests.factories import first_user, make_context
from tests.support import sales

NOTE = "Gọi lại chiều thứ Sáu, hỏi “hạn mức công nợ” ạ"


def content(**entries: Any) -> Content:
    return Content("Công ty Ỷ Lan", ("Điện thoại",), 3, {"typed": entries})


@pytest.fixture
def drafts(tmp_path: Path) -> Any:
    made = Drafts("db", "an", tmp_path)
    yield made
    made.close()


# ---------------------------------------------------------------- the files
def test_a_draft_is_this_users_alone(drafts: Drafts, tmp_path: Path) -> None:
    path = drafts.path_of(Place("lead", 7))
    drafts.put(path, Place("lead", 7), content(phone="0903"))
    assert drafts.left_behind()[0].content.entries == {"typed": {"phone": "0903"}}
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for database, user in (("db", "bình"), ("other", "an")):
        assert Drafts(database, user, tmp_path).left_behind() == []


def test_amounts_days_and_what_they_are_nested_in_come_back_as_text(drafts: Drafts) -> None:
    place = Place("contract", 1)
    entries = {"base": {"amount": Decimal("1500.5"), "parts": [{"on": date(2026, 2, 3)}]}}
    drafts.put(drafts.path_of(place), place, Content("", (), 1, entries))
    kept = drafts.left_behind(place)[0].content.entries
    assert kept == {"base": {"amount": "1500.5", "parts": [{"on": "2026-02-03"}]}}


def test_a_draft_of_a_form_that_is_open_is_not_offered(drafts: Drafts) -> None:
    path = drafts.path_of(Place("lead"))
    drafts.hold(path)
    drafts.put(path, Place("lead"), content())
    assert drafts.left_behind() == []
    drafts.release(path)
    assert [draft.path for draft in drafts.left_behind()] == [path]


def test_a_draft_of_a_process_that_runs_is_left_to_it(drafts: Drafts, tmp_path: Path) -> None:
    other = Drafts("db", "an", tmp_path)
    other.put(other.path_of(Place("lead", 7)), Place("lead", 7), content())
    other.settle()
    assert drafts.left_behind() == []
    other.close()
    assert len(drafts.left_behind()) == 1


def test_a_broken_draft_is_passed_over(drafts: Drafts) -> None:
    path = drafts.path_of(Place("lead", 7))
    drafts.put(path, Place("lead", 7), content())
    drafts.settle()
    path.write_text('{"module": "lead"}', "utf-8")
    assert drafts.left_behind() == []


def test_what_was_typed_after_a_save_began_stays(drafts: Drafts) -> None:
    place = Place("lead", 7)
    path = drafts.path_of(place)
    drafts.put(path, place, content(a=1), "token", typed_on=True)
    drafts.settle_token(path, "token")
    assert drafts.left_behind(place)
    drafts.put(path, place, content(a=1), "token")
    drafts.settle_token(path, "another")
    assert drafts.left_behind(place)
    drafts.settle_token(path, "token")
    assert not drafts.left_behind(place)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_leaves_the_older_draft(qtbot: Any, drafts: Drafts) -> None:
    place = Place("lead", 7)
    path = drafts.path_of(place)
    drafts.put(path, place, content(a=1))
    drafts.settle()
    path.with_suffix(".part").symlink_to("/dev/full")
    with qtbot.waitSignal(drafts.failed):
        drafts.put(path, place, content(a=2))
    assert drafts.left_behind()[0].content.entries == {"typed": {"a": 1}}
    drafts.put(path, place, content(a=3))  # there is room again
    assert drafts.left_behind()[0].content.entries == {"typed": {"a": 3}}


# ---------------------------------------------------------------- the list
def test_drafts_are_listed_opened_and_given_up(qtbot: Any, local_database: Database) -> None:
    context = make_context(local_database, InlineRunner())
    for number in (1, 2):
        place = Place("lead", number)
        context.drafts.put(context.drafts.path_of(place), place, content())
    offer_drafts(context, MODULES, context.relay)  # type: ignore[arg-type]
    assert ("warning", count_words(2)) in context.messages.texts
    sheet = DraftsSheet(context, MODULES, None)  # type: ignore[arg-type]
    qtbot.addWidget(sheet)
    first, second = sheet.drafts()
    sheet.discard(first)
    sheet.open_draft(second)
    assert context.navigator.calls == [("draft", second)]
    assert context.drafts.left_behind() == [second]
    context.messages.undo()
    assert len(context.drafts.left_behind()) == 2


def test_a_draft_whose_save_was_kept_is_not_offered(local_database: Database) -> None:
    context = make_context(local_database, InlineRunner())
    with local_database.writing(context.actor, "kept-token") as unit:
        made = records.create(unit, Lead, {"company": "Ỷ Lan"})
    new, old = Place("lead"), Place("lead", made.id)
    context.drafts.put(context.drafts.path_of(new), new, content(), "kept-token", typed_on=True)
    context.drafts.put(context.drafts.path_of(new), new, content(), "kept-token")
    context.drafts.put(context.drafts.path_of(new), new, content(), "lost-token")
    offer_drafts(context, MODULES, context.relay)  # type: ignore[arg-type]
    found = {(draft.place, draft.content.version) for draft in context.drafts.left_behind()}
    assert found == {(new, 3), (old, 1)}  # what was not kept, and what was typed on, now over the record it made


# ---------------------------------------------------------------- forms
def opened(qtbot: Any, context: Any, module: str, record_id: int | None = None) -> FormWindow:
    form = FormWindow(context, next(view for view in MODULES if view.module == module), record_id)
    qtbot.addWidget(form)
    form.resize(1200, 800)
    form.show()
    return form


def edit(form: FormWindow, key: str, text: str) -> None:
    line: Any = form.binding.editors[key].control
    line.setText(text)
    line.textEdited.emit(text)


def change(context: Any, record_id: int, **changes: Any) -> None:
    with context.database.writing(sales.SELLER) as unit:
        version = unit.get(Organization, record_id).version
        records.save(unit, Organization, record_id, version, changes)


@pytest.fixture
def left(qtbot: Any, local_database: Database) -> Any:
    """A context with one company and a draft of it: another phone and another address typed."""
    context = make_context(local_database, InlineRunner())
    with local_database.writing(sales.SELLER) as unit:
        record_id = sales.organization(unit, phone="02838251420", website="a.example").id
    form = opened(qtbot, context, "organization", record_id)
    edit(form, "phone", "0903123456")
    edit(form, "fax", "sai số")
    form.keep_draft()
    context.drafts.close()
    form.deleteLater()
    return context, record_id


def test_a_draft_is_put_upon_the_record_as_it_is_now(qtbot: Any, left: Any) -> None:
    context, record_id = left
    change(context, record_id, website="b.example")
    form = opened(qtbot, context, "organization", record_id)
    form.restore_draft(
        context.drafts.left_behind()[0] if context.drafts.left_behind() else form.draft.kept.left_behind()
    )
    assert form.binding.editors["phone"].typed() == "0903123456"
    assert form.binding.editors["fax"].typed() == "sai số"
    assert form.binding.value("website") == "b.example"
    edit(form, "fax", "")
    form.save()
    with context.database.reading() as unit:
        stored = unit.get(Organization, record_id)
        assert (stored.phone, stored.website) == ("+84903123456", "b.example")
    assert context.drafts.left_behind() == []


def test_a_field_changed_by_both_is_asked_about(qtbot: Any, left: Any) -> None:
    context, record_id = left
    change(context, record_id, phone="02812345678")
    form = opened(qtbot, context, "organization", record_id)
    form.notices.act("draft")
    assert form.saver.dialog is not None
    assert form.saver.dialog.taken() == {"phone"} or form.saver.dialog.taken() == set()
    form.saver.dialog.reject()  # later
    edit(form, "fax", "")
    form.refresh()
    form.save()  # it is still not saved over theirs
    with context.database.reading() as unit:
        assert unit.get(Organization, record_id).phone == "+842812345678"
    form.saver.dialog.choose("phone", mine=True)
    form.saver.dialog._save()
    with context.database.reading() as unit:
        assert unit.get(Organization, record_id).phone == "+84903123456"


def test_reading_again_never_slips_under_what_is_typed(qtbot: Any, local_database: Database) -> None:
    context = make_context(local_database, InlineRunner())
    with local_database.writing(sales.SELLER) as unit:
        record_id = sales.organization(unit, phone="02838251420").id
    form = opened(qtbot, context, "organization", record_id)
    edit(form, "phone", "0903123456")
    change(context, record_id, phone="02812345678")
    form.refresh()
    form.save()
    assert form.saver.dialog is not None
    with context.database.reading() as unit:
        assert unit.get(Organization, record_id).phone == "+842812345678"


def test_a_remark_begun_comes_back_with_its_record(qtbot: Any, left: Any) -> None:
    context, record_id = left
    form = opened(qtbot, context, "organization", record_id)
    form.panel.remark.setPlainText(NOTE)
    form.keep_draft()
    context.drafts.close()
    again = opened(qtbot, context, "organization", record_id)
    assert again.panel.remark.toPlainText() == NOTE
    again.panel.send()
    context.drafts.settle()
    assert not again.panel.kept.path.exists()


def test_a_dialog_begins_with_what_was_typed_into_it_before(qtbot: Any, local_database: Database) -> None:
    context = make_context(local_database, InlineRunner())
    with local_database.writing(sales.SELLER) as unit:
        lead = records.create(unit, Lead, {"company": "Công ty Ỷ Lan", "given_name": "Hằng"})
        subject = Subject(lead.id, lead.version, lead.company, "Hằng", ())
    first = ConvertLeadDialog(context, subject, None)  # type: ignore[arg-type]
    qtbot.addWidget(first)
    first.organization.choose("none")
    first.binding.put("name", "Máy hàn cho xưởng Ẩn")
    first.kept.keep()
    context.drafts.close()
    second = ConvertLeadDialog(context, subject, None)  # type: ignore[arg-type]
    qtbot.addWidget(second)
    assert second.organization.chosen() == "none"
    assert second.binding.value("name") == "Máy hàn cho xưởng Ẩn"
    second.convert()
    context.drafts.settle()
    assert not second.kept.path.exists()
    third = ConvertLeadDialog(context, subject, None)  # type: ignore[arg-type]
    qtbot.addWidget(third)
    assert third.organization.chosen() == "new"


# ---------------------------------------------------------------- a process that is killed
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_crm.app.company import open_company
from desktop_crm.app.window import build_window
from desktop_crm.settings import Settings
from desktop_crm.views.quotes.draft_model import Heading, Line
from desktop_crm.services.drafts import GroupDraft, LineDraft
from desktop_crm.views.shell.jobs import JobRunner
from desktop_crm.views.shell.state import State
from pathlib import Path
from decimal import Decimal

app = QApplication([])
database, actor, choices = open_company(sys.argv[1])
window = build_window(database, actor, choices, JobRunner(), State(Path(sys.argv[2])), Settings())
window.show()
form = window.open("opportunity.record", record_id=None)
editor = window.open("quote.record", record_id=int(sys.argv[3]))

def line(binding, key, text):
    control = binding.editors[key].control
    control.setText(text)
    control.textEdited.emit(text)

def begin():
    if form._loaded is None or editor._loading:
        return
    ready.stop()
    line(form.binding, "name", "Nâng cấp xưởng Ỷ Lan – đợt “Ẩn”")
    line(form.binding, "amount", "1.234.567.000")
    line(form.binding, "expected_close_date", "29/02/2028")
    editor.head.binding.editors["subject"].control.setText("Báo giá máy hàn, đợt hai")
    editor.head.binding.editors["subject"].edited.emit()
    editor.panel.model.add_lines([LineDraft(name="Lắp đặt tại Cần Thơ", quantity=Decimal("2.5"),
                                            unit_price=Decimal(750000), tax_code="VAT8")])
    watch.start(20)

def look():
    if len(list(form.context.drafts.folder.glob("*.json"))) == 2:
        print("typed", flush=True)
        watch.stop()

ready, watch = QTimer(), QTimer()
ready.timeout.connect(begin)
watch.timeout.connect(look)
ready.start(20)
app.exec()
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process as a power cut would")
def test_what_is_typed_survives_the_death_of_the_program(qtbot: Any, sqlite_url: str, tmp_path: Path) -> None:
    from desktop_crm.app.window import build_window

    database = open_database(sqlite_url)
    actor, choices = first_user(database), make_context(database, None).choices
    with database.writing(actor) as unit:
        quote_id = sales.quote(unit).id
    work = subprocess.Popen(
        [sys.executable, "-c", TYPING, sqlite_url, str(tmp_path / "w.json"), str(quote_id)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert work.stdout is not None
    assert work.stdout.readline() == "typed\n"
    work.send_signal(signal.SIGKILL)
    work.wait()
    work.stdout.close()

    window = build_window(database, actor, choices, InlineRunner(), State(tmp_path / "w.json"), Settings())
    qtbot.addWidget(window)
    window.resize(1300, 850)
    window.show()
    qtbot.waitUntil(lambda: count_words(2) in window.messages.texts())
    context: Any = window.open("lead").context  # type: ignore[attr-defined]
    by_module = {draft.place.module: draft for draft in context.drafts.left_behind()}
    assert by_module["opportunity"].content.title == "Thêm cơ hội: Nâng cấp xưởng Ỷ Lan – đợt “Ẩn”"
    for draft in by_module.values():
        context.navigator.open_draft(draft)
    form: Any = next(o.widget for o in window.pages.alive() if o.item.key == "opportunity.record")
    editor: Any = next(o.widget for o in window.pages.alive() if o.item.key == "quote.record")
    assert form.binding.value("amount") == Decimal("1234567000")
    assert form.binding.value("expected_close_date") == date(2028, 2, 29)
    form.save()
    assert editor.panel.model.sheet.lines[-1].draft.name == "Lắp đặt tại Cần Thơ"
    editor.save()
    with database.reading() as unit:
        opportunity = unit.session.query(Opportunity).one()
        assert opportunity.name == "Nâng cấp xưởng Ỷ Lan – đợt “Ẩn”"
        quote = documents.load(unit, Quote, quote_id).draft
        assert quote.values["subject"] == "Báo giá máy hàn, đợt hai"
        assert (quote.lines[-1].quantity, quote.lines[-1].unit_price) == (Decimal("2.5"), Decimal(750000))
    assert context.drafts.left_behind() == []
    window.close()
    database.close()
