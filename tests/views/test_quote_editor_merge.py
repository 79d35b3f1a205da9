"""Two people at one document: lines are merged one by one, and only what both changed is asked about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow

from desktop_crm.models import Quote
from desktop_crm.services import documents, quotes
from desktop_crm.services.drafts import DocumentDraft, GroupDraft, LineDraft
from desktop_crm.storage.database import Actor, Database
from desktop_crm.storage.history import Change
from desktop_crm.views.quotes.draft_model import Heading, Line, Sheet
from desktop_crm.views.quotes.editor import DocumentEditor, open_editor
from desktop_crm.views.quotes.merging import Merge
from desktop_crm.views.shell.jobs import InlineRunner
from tests.factories import make_context
from tests.support import sales

OTHER = Actor(None, "other", "Người khác")


def sheet(*words: str) -> Sheet:
    """From "1:a" (a stored line), "b" (a new one), "!7:X" (a stored heading)."""
    items: list[Any] = []
    for word in words:
        number, colon, name = word.removeprefix("!").rpartition(":")
        key = int(number) if colon else None
        items.append(Heading(GroupDraft(key, name)) if word.startswith("!") else Line(LineDraft(key, name=name)))
    return Sheet(tuple(items))


def shown(merged: Sheet) -> str:
    return " ".join(f"!{item.draft.title}" if isinstance(item, Heading) else item.draft.name for item in merged.items)


BASE = ("1:a", "2:b", "3:c")


@pytest.mark.parametrize(
    ("mine", "theirs", "result"),
    [
        (BASE, BASE, "a b c"),
        (("1:A", "2:b", "3:c"), BASE, "A b c"),
        (BASE, ("1:a", "2:b", "3:C"), "a b C"),
        (("1:A", "2:b", "3:c"), ("1:a", "2:b", "3:C"), "A b C"),
        (("1:a", "x", "2:b", "3:c"), ("1:a", "2:b", "3:c", "4:y"), "a x b c y"),
        (("1:a", "2:b", "3:c", "x"), ("1:a", "2:b", "3:c", "4:y"), "a b c x y"),
        (("1:a", "3:c"), BASE, "a c"),
        (BASE, ("2:b", "3:c"), "b c"),
        (("1:a", "3:c"), ("1:a", "2:b"), "a"),
        (("3:c", "1:a", "2:b"), ("1:a", "2:B", "3:c", "4:y"), "c y a B"),
        (("!9:G", "1:a", "2:b", "3:c"), BASE, "!G a b c"),
        (("1:same", "2:b", "3:c"), ("1:same", "2:b", "3:c"), "same b c"),
    ],
)
def test_what_one_side_changed_is_taken(mine: tuple[str, ...], theirs: tuple[str, ...], result: str) -> None:
    merge = Merge(sheet(*BASE), sheet(*mine), sheet(*theirs))
    assert merge.clashes == []
    assert shown(merge.sheet()) == result


def test_a_line_both_changed_is_decided() -> None:
    merge = Merge(sheet(*BASE), sheet("1:M", "2:b", "3:c"), sheet("1:T", "2:b", "3:C"))
    assert [clash.key for clash in merge.clashes] == ["line:1"]
    assert shown(merge.sheet()) == "M b C"
    assert shown(merge.sheet({"line:1"})) == "T b C"


def test_a_line_one_side_removed_and_the_other_changed_is_decided() -> None:
    gone = Merge(sheet(*BASE), sheet("1:M", "2:b", "3:c"), sheet("2:b", "3:c"))
    assert shown(gone.sheet({"line:1"})) == "b c"
    kept = gone.sheet()
    assert "M" in shown(kept)
    assert next(line for line in kept.lines if line.draft.name == "M").draft.id is None  # stored anew
    other = Merge(sheet(*BASE), sheet("2:b", "3:c"), sheet("1:T", "2:b", "3:c"))
    assert shown(other.sheet()) == "b c"
    assert shown(other.sheet({"line:1"})) == "T b c"


# ---------------------------------------------------------------- in the editor
@pytest.fixture
def editor(qtbot: Any, local_database: Database) -> DocumentEditor:
    """A quote with two lines, open."""
    with local_database.writing(sales.SELLER) as unit:
        draft = sales.draft(unit, sales.line(name="Máy"), sales.line(name="Lắp"))
        record_id = documents.save(unit, Quote, None, None, draft).id
    made = open_editor(make_context(local_database, InlineRunner()), record_id, {})
    assert isinstance(made, DocumentEditor)
    window = QMainWindow()
    window.setCentralWidget(made)
    qtbot.addWidget(window)
    made.keeping_window = window  # type: ignore[attr-defined]
    window.resize(1200, 860)
    window.show()
    return made


def change(editor: DocumentEditor, subject: str = "", **line: Any) -> None:
    """What somebody else saves meanwhile: the first line, a subject, and a line of their own."""
    database = editor.context.database
    assert editor.record_id is not None
    with database.writing(OTHER) as unit:
        now = documents.load(unit, Quote, editor.record_id)
        first, *rest = now.draft.lines
        values = {**now.draft.values, **({"subject": subject} if subject else {})}
        lines = (replace(first, **line), *rest, sales.line(name="Của họ"))
        documents.save(unit, Quote, now.id, now.version, DocumentDraft(values, now.draft.groups, lines))


def put(editor: DocumentEditor, place: int, **values: Any) -> None:
    editor.panel.model.fill({editor.panel.model.sheet.lines[place].key: values})


def stored(editor: DocumentEditor) -> DocumentDraft:
    assert editor.record_id is not None
    with editor.context.database.reading() as unit:
        return documents.load(unit, Quote, editor.record_id).draft


def test_both_sides_additions_and_changes_are_saved(editor: DocumentEditor) -> None:
    put(editor, 1, quantity=Decimal(5))
    editor.panel.model.add_lines([sales.line(name="Của tôi")])
    change(editor, subject="Của họ", unit_price=Decimal(7))
    editor.save()
    assert editor.saver.dialog is None
    assert not editor.is_dirty()
    draft = stored(editor)
    assert sorted(line.name for line in draft.lines) == ["Của họ", "Của tôi", "Lắp", "Máy"]
    by_name = {line.name: line for line in draft.lines}
    assert (by_name["Máy"].unit_price, by_name["Lắp"].quantity) == (7, 5)
    assert draft.values["subject"] == "Của họ"


def test_what_both_changed_is_chosen_piece_by_piece(editor: DocumentEditor) -> None:
    put(editor, 0, quantity=Decimal(5))
    editor.head.binding.put("subject", "Của tôi")
    change(editor, subject="Của họ", quantity=Decimal(9))
    editor.save()
    dialog = editor.saver.dialog
    assert dialog is not None
    line = next(key for key in dialog._groups if key.startswith("line:"))
    assert set(dialog._groups) == {"subject", line}
    dialog.choose("subject", mine=True)
    dialog.choose(line, mine=False)
    dialog._save()
    draft = stored(editor)
    assert (draft.values["subject"], draft.lines[0].quantity) == ("Của tôi", 9)
    assert not editor.is_dirty()


def test_deciding_later_saves_nothing_and_loses_nothing(editor: DocumentEditor) -> None:
    put(editor, 0, quantity=Decimal(5))
    change(editor, quantity=Decimal(9))
    editor.save()
    assert editor.saver.dialog is not None
    editor.saver.dialog.reject()
    assert stored(editor).lines[0].quantity == 9
    assert editor.panel.model.sheet.lines[0].draft.quantity == 5
    editor.save()  # asks again
    editor.saver.dialog.take_all(mine=True)
    editor.saver.dialog._save()
    assert stored(editor).lines[0].quantity == 5


def test_a_change_elsewhere_is_said_and_taken_in(editor: DocumentEditor) -> None:
    put(editor, 1, quantity=Decimal(5))
    change(editor, unit_price=Decimal(7))
    editor.context.relay.changed.emit(
        (Change("quote", editor.record_id or 0, "changed", editor.version + 1, "Lan"),), None
    )
    editor._hint._bars["changed"].act()
    assert [line.draft.unit_price for line in editor.panel.model.sheet.lines][0] == 7
    assert editor.panel.model.sheet.lines[1].draft.quantity == 5
    assert editor.is_dirty()
    assert "changed" not in editor._hint._bars


def test_a_draft_over_a_changed_document_is_merged(editor: DocumentEditor) -> None:
    put(editor, 0, quantity=Decimal(5))
    editor.panel.model.add_lines([sales.line(name="Của tôi")])
    editor.keep_draft()
    editor.context.drafts.close()
    change(editor, quantity=Decimal(9))
    again = open_editor(editor.context, editor.record_id, {})
    assert isinstance(again, DocumentEditor)
    found = again.local.kept.left_behind()
    assert found is not None
    again.restore_draft(found)
    assert again.saver.dialog is not None
    again.saver.dialog.take_all(mine=True)
    again.saver.dialog._save()
    assert again.is_dirty()  # merged, not yet saved
    again.save()
    draft = stored(again)
    assert {line.name: line.quantity for line in draft.lines}["Máy"] == 5
    assert sorted(line.name for line in draft.lines) == ["Của họ", "Của tôi", "Lắp", "Máy"]
    again.deleteLater()


def test_a_document_issued_meanwhile_keeps_what_was_typed(
    editor: DocumentEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(editor, 0, quantity=Decimal(5))
    with editor.context.database.writing(OTHER) as unit:
        unit.now = unit.now.replace(year=2026, month=11, day=16)
        quotes.issue(unit, editor.record_id or 0)
    answers = iter(["", "theirs"])
    monkeypatch.setattr("desktop_crm.views.quotes.saving.choose", lambda *_: next(answers))
    editor.save()
    assert editor.panel.model.sheet.lines[0].draft.quantity == 5
    editor.save()
    assert not editor.is_dirty()
    assert editor.panel.model.locked
