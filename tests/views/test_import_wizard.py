"""The import wizard on a real database: through its four steps with a sheet as offices keep them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop_crm.exchange import importing
from desktop_crm.exchange.importing import Existing, State
from desktop_crm.exchange.workbook import read_table
from desktop_crm.models import Organization
from desktop_crm.services import records
from desktop_crm.storage.database import Database
from desktop_crm.views.imports import wizard as module
from desktop_crm.views.imports.draft import Origin
from desktop_crm.views.imports.preview_model import RESULTS
from desktop_crm.views.imports.wizard import ImportWizard, Step
from desktop_crm.views.organizations import ORGANIZATIONS
from desktop_crm.views.shell.jobs import InlineRunner, JobRunner
from desktop_crm.views.widgets.delegates import RAW
from tests.exchange.awkward import Awkward, make, tax_code
from tests.factories import make_context

ROWS = 600


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Awkward:
    """600 customers: 599 of them one after the other, six refused, one repeated."""
    return make(tmp_path_factory.mktemp("sheets") / "khach-hang.xlsx", ROWS)


@pytest.fixture
def show(qtbot: Any, local_database: Database) -> Any:
    """Opens a wizard: `show(jobs)`."""

    def run(jobs: Any = None) -> ImportWizard:
        wizard = ImportWizard(make_context(local_database, jobs or InlineRunner()), ORGANIZATIONS)
        qtbot.addWidget(wizard)
        wizard.resize(1200, 800)
        wizard.show()
        qtbot.waitExposed(wizard)
        return wizard

    return run


@pytest.fixture
def previewed(show: Any, awkward: Awkward) -> ImportWizard:
    """A wizard that shows the awkward sheet's rows."""
    wizard: ImportWizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    wizard.forward()
    return wizard


def organizations(database: Database) -> int:
    with database.reading() as unit:
        return unit.session.query(Organization).count()


def place_of(wizard: ImportWizard, number: int) -> int:
    assert wizard.draft.plan is not None
    return next(i for i, row in enumerate(wizard.draft.plan.rows) if row.number == number)


def column(wizard: ImportWizard, key: str) -> int:
    return wizard.preview.model.section_of(wizard.draft.column_of(key))


def numbers(wizard: ImportWizard) -> dict[str, str]:
    return {key: card.number() for key, card in wizard.preview.counters.cards.items()}


# -- first step


def test_first_step_shows_what_was_read_and_what_was_left_out(show: Any, awkward: Awkward) -> None:
    wizard = show()
    assert wizard.foot.isHidden()
    wizard.open_file(str(awkward.path))
    page = wizard.choose
    assert wizard.draft.table.sheet == "Danh sách KH"
    assert page.header_row.value() == 6
    assert [page.sheet.itemText(i) for i in range(page.sheet.count())] == ["Hướng dẫn (trang ẩn)", "Danh sách KH"]
    assert len(page.sample.rows) == 8
    assert page.skipped_card.isHidden()
    page.fold.click()
    assert page.skipped_card.isVisible()
    assert sum(each.last - each.first + 1 for each in wizard.draft.table.skipped) == len(awkward.skipped)
    assert wizard._file.text() == "khach-hang.xlsx · trang “Danh sách KH” · 600 dòng"


def test_other_header_row_is_read_anew(show: Any, awkward: Awkward, qtbot: Any) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.choose.header_row.setValue(10)
    qtbot.waitUntil(lambda: wizard.draft.table.header_row == 10)
    assert len(wizard.draft.table.rows) < ROWS


def test_sheet_without_a_table_is_said_in_place_and_the_good_one_stays(show: Any, awkward: Awkward) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.choose.place_chosen.emit("Hướng dẫn", 0)
    assert "Hướng dẫn" in wizard.choose.notice.text()
    assert wizard.draft.table.sheet == wizard.choose.sheet.currentData() == "Danh sách KH"


@pytest.mark.parametrize(
    "content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"<html><table></table></html>"]
)
def test_unreadable_file_is_said_in_place(show: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(content)
    wizard = show()
    wizard.open_file(str(path))
    assert wizard.step == Step.CHOOSE
    assert wizard.choose.notice.isVisible()
    assert "hong.xlsx" in wizard.choose.notice.text()
    assert wizard.foot.isHidden()


def test_missing_file_leaves_the_files_used_before(show: Any, tmp_path: Path) -> None:
    wizard = show()
    wizard.memory.keep_file(str(tmp_path / "gone.xlsx"))
    wizard.open_file(str(tmp_path / "gone.xlsx"))
    assert wizard.memory.files() == []
    assert "gone.xlsx" in wizard.choose.notice.text()


def test_file_is_dropped(show: Any, awkward: Awkward) -> None:
    wizard, data = show(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(awkward.path))])
    where, keys = QPointF(50, 50), Qt.KeyboardModifier.NoModifier
    wizard.choose.zone.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys))
    assert wizard.draft.loaded is not None
    assert wizard.memory.files() == [str(awkward.path)]


def test_template_can_be_filled_and_read(show: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import openpyxl

    path = tmp_path / "mau.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path.with_suffix("")), ""))
    wizard = show()
    wizard.choose.zone.template.click()
    book = openpyxl.load_workbook(path)
    sheet = book.active
    head = next(row for row in range(1, 6) if str(sheet.cell(row, 1).value).endswith(" *"))
    sheet.cell(head + 1, 1).value = "Công ty TNHH Một"
    book.save(path)
    wizard.open_file(str(path))
    assert set(wizard.draft.mapping.values()) == set(wizard.draft.sheet.fields) - {"number"}


# -- second step


def test_mapping_is_guessed_shown_and_moved(show: Any, awkward: Awkward) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    page, by_title = wizard.map, {h.text: h.index for h in wizard.draft.table.headers}
    name, code = by_title["Tên khách hàng"], by_title["Mã KH"]
    assert page.lines[name].picker.key() == "name"
    assert page.lines[by_title["Ghi chú nội bộ"]].picker.key() == ""
    assert page.notice.isHidden()
    page.lines[code].picker.chosen.emit("name")
    assert wizard.draft.mapping[code] == "name"
    assert name not in wizard.draft.mapping
    assert page.lines[name].picker.line.text() == "(bỏ qua)"
    page.lines[code].picker.chosen.emit("")
    assert page.notice.isVisible()
    assert "Tên đầy đủ" in page.notice.text()


def test_field_is_searched_without_marks(show: Any, awkward: Awkward) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    picker = wizard.map.lines[wizard.draft.column_of("name")].picker
    assert [row.data for row in picker.offers("dien thoai") if row.data == "phone"] == ["phone"]
    groups = [row.group for row in picker.offers("")]
    assert len(set(groups)) == len([g for i, g in enumerate(groups) if i == 0 or g != groups[i - 1]])


def test_mapping_is_remembered_for_the_same_columns(show: Any, awkward: Awkward) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    source = wizard.draft.column_of("source")
    wizard.map.assign(source, "")
    wizard.forward()
    wizard.start_again()
    wizard.open_file(str(awkward.path))
    assert source not in wizard.draft.mapping
    assert set(wizard.draft.origins.values()) == {Origin.REMEMBERED}


def test_match_field_must_be_mapped(show: Any, awkward: Awkward) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    box = wizard.map.match
    box.setCurrentIndex(box.findData("tax_code"))
    box.activated.emit(box.currentIndex())
    assert wizard.draft.match_field == "tax_code"
    wizard.map.assign(wizard.draft.column_of("tax_code"), "")
    assert wizard.draft.match_field is None
    assert box.findData("tax_code") < 0


def test_nothing_mapped_goes_no_further(show: Any, awkward: Awkward) -> None:
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    for index in list(wizard.draft.mapping):
        wizard.map.assign(index, "")
    wizard.forward()
    assert wizard.step == Step.MAP
    assert wizard.map.notice.isVisible()


# -- third step


def test_preview_counts_every_row(previewed: ImportWizard, awkward: Awkward) -> None:
    refused, repeated = len(awkward.refused), len(awkward.repeated_in_file)
    new = ROWS - refused - repeated
    assert numbers(previewed) == {"new": str(new), "update": "0", "duplicate": str(repeated),
                                  "invalid": str(refused), "all": str(ROWS)}  # fmt: skip
    assert f"Nhập {new} dòng hợp lệ" in previewed.foot.forward.text()
    assert {trouble.number for trouble in previewed.preview.faults.model.troubles} == set(awkward.refused)
    assert organizations(previewed.context.database) == 0


def test_preview_model_is_sound(previewed: ImportWizard) -> None:
    model = previewed.preview.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    previewed.preview.counters.cards[State.INVALID].click()
    assert model.rowCount() == 6


def test_counters_filter(previewed: ImportWizard, awkward: Awkward) -> None:
    model = previewed.preview.model
    for state, count in ((State.INVALID, 6), (State.DUPLICATE, 1), ("all", ROWS)):
        previewed.preview.counters.cards[state].click()
        assert model.rowCount() == count
    previewed.preview.counters.cards[State.INVALID].click()
    assert {model.planned(row).number for row in range(model.rowCount())} == set(awkward.refused)
    assert model.index(0, 1).data() == "Lỗi"
    assert RESULTS[model.index(0, 1).data(RAW)][1] == "danger"


def test_faulty_cell_is_tinted_and_explained(previewed: ImportWizard, awkward: Awkward) -> None:
    number = next(number for number, key in awkward.refused.items() if key == "email")
    model = previewed.preview.model
    cell = model.index(model.row_of(place_of(previewed, number)), column(previewed, "email"))
    assert cell.data(RAW).tone == "danger"
    assert cell.data() == "khong-co-a-cong"
    assert "khong-co-a-cong" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_typing_over_a_cell_mends_its_row(previewed: ImportWizard, awkward: Awkward, qtbot: Any) -> None:
    number = next(number for number, key in awkward.refused.items() if key == "email")
    grid, model = previewed.preview.grid, previewed.preview.model
    grid.go(model.row_of(place_of(previewed, number)), column(previewed, "email"))
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "khong-co-a-cong"
    editor.setText("ban.hang@khach.example")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: numbers(previewed)["invalid"] == "5")
    assert grid.currentIndex().row() == model.row_of(place_of(previewed, number)) + 1
    assert numbers(previewed)["new"] == "594"
    previewed.forward()
    with previewed.context.database.reading() as unit:
        assert unit.session.query(Organization).filter_by(email="ban.hang@khach.example").count() == 1


def test_plan_waits_for_the_cell_being_typed_into(previewed: ImportWizard, awkward: Awkward, qtbot: Any) -> None:
    preview = previewed.preview
    preview.grid.go(0, column(previewed, "name"))
    preview.grid.setFocus()
    qtbot.keyClick(preview.grid, Qt.Key.Key_F2)
    editor = preview.grid.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Công ty đang gõ")
    previewed.draft.existing = Existing.CREATE
    previewed.plan_again()
    assert editor.text() == "Công ty đang gõ"
    assert numbers(previewed)["duplicate"] == "1"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: numbers(previewed)["duplicate"] == "0")


def test_proposal_is_taken_with_one_click(previewed: ImportWizard, awkward: Awkward) -> None:
    panel = previewed.preview.faults
    at = next(i for i, trouble in enumerate(panel.model.troubles) if trouble.fix)
    trouble = panel.model.troubles[at]
    assert panel.model.offer(trouble) == "Sửa thành 31/12/2020"
    panel.list.fix_asked.emit(at)
    assert numbers(previewed)["invalid"] == "5"
    assert trouble.column is not None
    assert previewed.draft.text(previewed.draft.table.rows[trouble.place], trouble.column) == "31/12/2020"
    cell = previewed.preview.model.index(trouble.place, previewed.preview.model.section_of(trouble.column))
    assert "Trong tệp: 12/31/2020" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_f8_walks_the_faults_around_the_end(previewed: ImportWizard, awkward: Awkward, qtbot: Any) -> None:
    grid, model = previewed.preview.grid, previewed.preview.model
    grid.go(0, 2)
    grid.setFocus()
    seen = []
    for _ in range(7):
        qtbot.keyClick(grid, Qt.Key.Key_F8)
        seen.append(model.planned(grid.currentIndex().row()).number)
    assert seen == [*sorted(awkward.refused), min(awkward.refused)]
    qtbot.keyClick(grid, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert model.planned(grid.currentIndex().row()).number == max(awkward.refused)


def test_f8_visits_both_faults_of_a_row(previewed: ImportWizard, qtbot: Any) -> None:
    preview = previewed.preview
    for key in ("annual_revenue", "email"):  # the column further right first
        preview.model.setData(preview.model.index(0, column(previewed, key)), "không rõ")
    qtbot.waitUntil(lambda: numbers(previewed)["invalid"] == "7")
    preview.grid.go(0, 0)
    visited = []
    for _ in range(2):
        preview.step(1)
        visited.append((preview.grid.currentIndex().row(), preview.grid.currentIndex().column()))
    assert visited == [(0, column(previewed, "email")), (0, column(previewed, "annual_revenue"))]


def test_delete_empties_a_cell_and_the_original_comes_back(previewed: ImportWizard, qtbot: Any) -> None:
    grid, model = previewed.preview.grid, previewed.preview.model
    grid.go(1, column(previewed, "name"))
    grid.setFocus()
    before = grid.currentIndex().data()
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.currentIndex().data() == ""
    qtbot.waitUntil(lambda: numbers(previewed)["invalid"] == "7")
    model.setData(grid.currentIndex(), before)
    assert not previewed.draft.edits
    qtbot.waitUntil(lambda: numbers(previewed)["invalid"] == "6")


def test_updates_show_what_they_replace(show: Any, awkward: Awkward, local_database: Database) -> None:
    with local_database.writing() as unit:
        values = {"name": "Công ty TNHH Cơ khí Thịnh Phát 0", "tax_code": tax_code(0), "phone": "+842438000000"}
        records.create(unit, Organization, values)
    wizard = show()
    wizard.open_file(str(awkward.path))
    wizard.forward()
    wizard.forward()
    assert numbers(wizard)["duplicate"] == "2"
    wizard.foot.policy.setCurrentIndex(wizard.foot.policy.findData(Existing.UPDATE))
    wizard.foot.policy.activated.emit(0)
    assert numbers(wizard)["update"] == "1"
    assert wizard.map.policies.current() == Existing.UPDATE
    cell = wizard.preview.model.index(0, column(wizard, "phone"))
    assert cell.data(RAW).tone == "info"
    assert "Đang có: 024 3800 0000" in cell.data(Qt.ItemDataRole.ToolTipRole)
    wizard.forward()
    assert wizard.draft.result.updated == 1
    assert wizard.result.cards[State.UPDATE].number() == "1"


def test_refused_rows_are_written_with_reasons(previewed: ImportWizard, awkward: Awkward, tmp_path: Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    path = tmp_path / "loi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), ""))
    previewed.foot.refused.click()
    table = read_table(path)
    assert len(table.rows) == 6
    last = table.headers[-1]
    assert {int(row.cells[last.index]) for row in table.rows} == set(awkward.refused)


# -- last step


def test_import_is_written_told_and_undone(previewed: ImportWizard, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    previewed.context.relay.changed.connect(lambda changes, who: told.append({change.module for change in changes}))
    previewed.forward()
    assert previewed.step == Step.RESULT
    assert organizations(previewed.context.database) == 593
    assert [previewed.result.cards[s].number() for s in (State.NEW, State.DUPLICATE, State.INVALID)] == [
        "593",
        "1",
        "6",
    ]
    assert previewed.can_leave()
    assert told == [{"organization"}]
    monkeypatch.setattr(module, "confirm", lambda *a, **k: True)
    previewed.result.undo.click()
    assert organizations(previewed.context.database) == 0
    assert told == [{"organization"}] * 2
    assert "593" in previewed.result.text.text()
    assert previewed.result.undo.isHidden()
    previewed.result.open.click()
    assert previewed.context.navigator.calls == [("list", "organization", {})]  # type: ignore[attr-defined]
    assert previewed.bar.current() == Step.CHOOSE
    assert previewed.draft.loaded is None


def test_undo_names_what_was_changed_since(previewed: ImportWizard, monkeypatch: pytest.MonkeyPatch) -> None:
    previewed.forward()
    with previewed.context.database.writing() as unit:
        found = unit.session.query(Organization).filter_by(tax_code=tax_code(0)).one()
        records.save(unit, Organization, found.id, found.version, {"name": "Tên mới"})
    monkeypatch.setattr(module, "confirm", lambda *a, **k: True)
    previewed.undo()
    assert organizations(previewed.context.database) == 1
    assert previewed.result.kept_card.isVisible()
    assert previewed.result.kept.rows[0][1] == "Tên mới"


def test_second_import_of_the_same_file_finds_only_duplicates(previewed: ImportWizard, awkward: Awkward) -> None:
    previewed.forward()
    previewed.start_again()
    previewed.open_file(str(awkward.path))
    previewed.forward()
    previewed.forward()
    assert numbers(previewed)["new"] == "0"
    assert numbers(previewed)["duplicate"] == "594"
    assert not previewed.foot.forward.isEnabled()
    assert previewed.foot.forward.toolTip()


def test_cancelled_import_changes_nothing_and_says_so(previewed: ImportWizard, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(database: Any, actor: Any, plan: Any, progress: Any, cancelled: Any) -> Any:
        previewed.busy.cancel()
        return importing.run(database, actor, plan, progress, cancelled)

    monkeypatch.setattr(module, "run", stopped)
    previewed.forward()
    assert previewed.step == Step.PREVIEW
    assert organizations(previewed.context.database) == 0
    assert "Dữ liệu không thay đổi" in previewed.preview.notice.text()
    monkeypatch.setattr(module, "run", importing.run)
    previewed.forward()
    assert organizations(previewed.context.database) == 593


def test_half_done_import_is_not_left_without_asking(previewed: ImportWizard, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(parent: Any, title: str, *words: Any, **how: Any) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(module, "confirm", ask)
    assert previewed.isWindowModified()
    assert not previewed.can_leave()
    assert len(asked) == 1


# -- with real threads


@pytest.fixture
def threads(qtbot: Any) -> Iterator[JobRunner]:
    """A runner whose work really is done beside the window."""
    jobs = JobRunner()
    yield jobs
    jobs.close()


def test_whole_way_beside_the_window(show: Any, awkward: Awkward, threads: JobRunner, qtbot: Any) -> None:
    wizard = show(threads)
    wizard.open_file(str(awkward.path))
    assert wizard.pages.currentWidget() is wizard.busy
    qtbot.waitUntil(lambda: wizard.draft.loaded is not None, timeout=20_000)
    wizard.forward()
    wizard.forward()
    qtbot.waitUntil(lambda: wizard.step == Step.PREVIEW, timeout=20_000)
    wizard.forward()
    qtbot.waitUntil(lambda: wizard.step == Step.RESULT, timeout=30_000)
    assert organizations(wizard.context.database) == 593


def test_reading_that_was_given_up_never_arrives(show: Any, awkward: Awkward, threads: JobRunner, qtbot: Any) -> None:
    wizard = show(threads)
    wizard.open_file(str(awkward.path))
    wizard.busy.cancel()
    threads.read(lambda: None, owner=wizard)
    threads._pool("read", 4).submit(lambda: None).result()
    qtbot.wait(50)
    assert wizard.step == Step.CHOOSE
    assert wizard.draft.loaded is None
    assert wizard.pages.currentWidget() is wizard.choose
