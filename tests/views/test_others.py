"""Open windows follow what others change, without taking anything from under one's hands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop_crm.app.others import Others
from desktop_crm.models import Organization, Quote, User
from desktop_crm.services import records
from desktop_crm.storage import feed
from desktop_crm.storage.database import Actor, Database, open_database
from desktop_crm.storage.history import Change
from desktop_crm.views.context import Context
from desktop_crm.views.modules import by_module
from desktop_crm.views.quotes.editor import DocumentEditor, open_editor
from desktop_crm.views.records import list_window
from desktop_crm.views.records.form_window import FormWindow
from desktop_crm.views.records.list_window import ListWindow
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import create_many, make_context
from tests.support.full_records import make

USER = Actor(1, "admin", "Quản trị")


@pytest.fixture
def context(local_database: Database) -> Context:
    return make_context(local_database, InlineRunner())


@pytest.fixture
def companies(local_database: Database) -> list[int]:
    with local_database.writing(USER) as unit:
        return create_many(unit, Organization, 250)


def others_change(context: Context, entity: Any, record_id: int, **values: Any) -> None:
    """What the feed makes of another program's change."""
    with context.database.writing(USER) as unit:
        records.save(unit, entity, record_id, unit.get(entity, record_id).version, values)
    context.relay.changed.emit((Change(entity.__tablename__, record_id, "changed", 0, "Lan"),), None)


def form_of(qtbot: Any, context: Context, record_id: int) -> FormWindow:
    form = FormWindow(context, by_module("organization"), record_id)
    qtbot.addWidget(form)
    form.resize(1300, 800)
    form.show()
    return form


def type_into(form: FormWindow, key: str, text: str) -> None:
    line: Any = form.binding.editors[key].control
    line.setText(text)
    line.textEdited.emit(text)


def list_of(qtbot: Any, context: Context) -> ListWindow:
    window = ListWindow(context, by_module("organization"))
    qtbot.addWidget(window)
    window.resize(1400, 700)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() == 250)
    return window


def test_an_open_form_shows_others_values_quietly(qtbot: Any, context: Context, companies: list[int]) -> None:
    form = form_of(qtbot, context, companies[0])
    others_change(context, Organization, companies[0], website="khac.example")
    assert form.binding.editors["website"].typed() == "khac.example"
    assert not form.notices.texts()


def test_over_unsaved_entries_it_says_who_changed_the_record(
    qtbot: Any, context: Context, companies: list[int]
) -> None:
    form = form_of(qtbot, context, companies[0])
    type_into(form, "short_name", "TTP")
    others_change(context, Organization, companies[0], website="khac.example")
    (said,) = form.notices.texts()
    assert "Quản trị" in said
    assert form.binding.editors["website"].typed() != "khac.example"
    form.notices.act("changed")
    assert form.binding.editors["website"].typed() == "khac.example"
    assert form.binding.editors["short_name"].typed() == "TTP"


def test_news_that_is_known_already_is_no_news(qtbot: Any, context: Context, companies: list[int]) -> None:
    form = form_of(qtbot, context, companies[0])
    others_change(context, Organization, companies[0], website="khac.example")
    type_into(form, "short_name", "TTP")
    late = Change("organization", companies[0], "changed", 0, "Lan")
    context.relay.changed.emit((late,), None)
    assert not form.notices.texts()


def test_a_list_shows_others_values_and_keeps_place_and_choice(
    qtbot: Any, context: Context, companies: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_window, "_OTHERS_PAUSE", 0)
    window = list_of(qtbot, context)
    window.grid.scrollTo(window.model.index(200, 1))
    window.grid.setCurrentIndex(window.model.index(200, 1))
    window.grid.selectRow(200)
    qtbot.waitUntil(lambda: window.model.row_at(200) is not None)
    chosen = window.model.row_at(200)
    assert chosen is not None
    place = window.grid.verticalScrollBar().value()
    before = window.model.value(chosen, "phone")
    others_change(context, Organization, chosen.id, phone="02838251420")
    qtbot.waitUntil(lambda: window.model.value(window.model.row_at(200), "phone") != before)  # type: ignore[arg-type]
    assert window.grid.verticalScrollBar().value() == place
    assert [row.id for row in window.selection.rows()] == [chosen.id]


def test_a_list_rests_between_two_refreshes_for_others(qtbot: Any, context: Context, companies: list[int]) -> None:
    window = list_of(qtbot, context)
    window.refresh()
    for record_id in companies[:3]:
        others_change(context, Organization, record_id, website="khac.example")
    assert window._refresh_timer.remainingTime() > list_window._REFRESH_PAUSE
    context.relay.changed.emit((Change("organization", companies[0], "changed", 3),), None)
    assert window._refresh_timer.remainingTime() <= list_window._REFRESH_PAUSE


def test_a_note_being_typed_in_the_preview_stays(qtbot: Any, context: Context, companies: list[int]) -> None:
    window = list_of(qtbot, context)
    window.preview.show_record(companies[0])
    window.preview.read()
    assert window.preview._note is not None
    window.preview._note.box.setPlainText("Đã gọi, hẹn")
    others_change(context, Organization, companies[0], website="khac.example")
    assert window.preview._note.box.toPlainText() == "Đã gọi, hẹn"


def test_a_document_being_typed_says_who_changed_it(qtbot: Any, context: Context) -> None:
    with context.database.writing(USER) as unit:
        quote = make(unit, Quote, {"subject": "Máy tiện"})
    editor: Any = open_editor(context, quote.id, {}, Quote)
    assert isinstance(editor, DocumentEditor)
    qtbot.addWidget(editor)
    editor.show()
    others_change(context, Quote, quote.id, notes="Khách gọi lại")
    assert not editor._hint.texts()
    subject: Any = editor.head.binding.editors["subject"].control
    subject.setText("Máy phay")
    subject.textEdited.emit("Máy phay")
    others_change(context, Quote, quote.id, notes="Khách hẹn thứ Hai")
    (said,) = editor._hint.texts()
    assert "Quản trị" in said
    editor._hint.act("changed")
    assert editor.is_dirty()


@pytest.fixture
def neighbour(local_database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Another program on the same file."""
    monkeypatch.setattr(feed, "_LOOK", 0.05)
    opened = open_database(local_database.path)
    yield opened
    opened.close()


def test_what_another_program_changes_reaches_the_open_form(
    qtbot: Any, context: Context, neighbour: Database, companies: list[int]
) -> None:
    Others(context)
    form = form_of(qtbot, context, companies[0])
    with neighbour.writing(USER) as unit:
        records.save(unit, Organization, companies[0], 1, {"website": "khac.example"})
    qtbot.waitUntil(lambda: form.binding.editors["website"].typed() == "khac.example", timeout=20_000)


# -- who is changing it


LAN = Actor(2, "lan", "Nguyễn Thị Lan")


@pytest.fixture
def office(postgres_url: str) -> Iterator[tuple[Context, Context, int]]:
    """Two users of one server, each with what their pages get, and a company's id."""
    database = open_database(postgres_url)
    with database.writing(USER) as unit:
        unit.session.add(User(id=LAN.id, name=LAN.name, full_name=LAN.full_name))
        (company,) = create_many(unit, Organization, 1)
    mine, hers = (make_context(database, InlineRunner()) for _ in range(2))
    hers.actor = LAN
    yield mine, hers, company
    database.close()


def test_a_form_says_who_is_changing_its_record(qtbot: Any, office: tuple[Context, Context, int]) -> None:
    mine, hers, company = office
    form, other = form_of(qtbot, mine, company), form_of(qtbot, hers, company)
    assert not form.notices.texts()
    type_into(other, "short_name", "TTP")
    form.others.look()
    (said,) = form.notices.texts()
    assert "Nguyễn Thị Lan" in said
    type_into(form, "website", "cua-toi.example")
    other.others.look()
    assert "Quản trị" in other.notices.texts()[0]
    other.save()
    form.others.look()
    assert not any("Nguyễn" in text for text in form.notices.texts())


def test_a_form_that_is_left_says_that_it_ends(qtbot: Any, office: tuple[Context, Context, int]) -> None:
    mine, hers, company = office
    form, other = form_of(qtbot, mine, company), form_of(qtbot, hers, company)
    type_into(other, "short_name", "TTP")
    other.discard()
    form.others.look()
    assert not form.notices.texts()
