"""The main window with made-up pages: navigation, history, palette, theme, language, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget

from desktop_crm import i18n
from desktop_crm.errors import Refused, Unavailable
from desktop_crm.views.shell import translator
from desktop_crm.views.shell.declarations import Item, PaletteItem, Section, Source
from desktop_crm.views.shell.errors import report_text
from desktop_crm.views.shell.jobs import InlineRunner
from desktop_crm.views.shell.main_window import MainWindow
from desktop_crm.views.shell.messages import Messages
from desktop_crm.views.shell.state import State
from desktop_crm.views.widgets import theme, tokens


class Page(QLineEdit):
    """A page that remembers how it was made and may refuse to be closed."""

    def __init__(self, shell: MainWindow, **args) -> None:
        super().__init__(str(args))
        self.stay = False
        self.setWindowTitle(f"Trang {args}" if args else "")

    def can_leave(self) -> bool:
        return not self.stay


CREATED: list[str] = []


def _create(shell: MainWindow) -> None:
    CREATED.append("lead")


SECTIONS = (
    Section(
        "Bán hàng",
        (
            Item(
                "leads", "Tiềm năng", "user-plus", Page, badge=lambda: 12, create=_create, create_title="Thêm tiềm năng"
            ),
            Item("quotes", "Báo giá", "file-text", Page),
        ),
    ),
    Section("Chăm sóc", (Item("cases", "Tình huống", "life-buoy", Page, badge=lambda: 4, alarm=True),)),
)
OTHERS = (
    Item("lead", "Tiềm năng", "user-plus", Page, parent="leads"),
    Item("settings", "Thiết lập", "settings-2", Page),
)


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "window.json")


@pytest.fixture
def window(qapp: QApplication, qtbot, state: State) -> MainWindow:
    theme.apply(qapp, "light")
    CREATED.clear()
    made = MainWindow(SECTIONS, InlineRunner(), state, OTHERS, user="Lê Thu Hà", on_bell=lambda s: None)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.open("leads")
    yield made
    for opened in made.pages.alive():
        opened.widget.stay = False


def front(window: MainWindow) -> tuple[str, dict]:
    opened = window.pages.current()
    return opened.item.key, opened.args


def test_the_rail_opens_pages_and_lights_the_one_in_front(window: MainWindow, qtbot) -> None:
    quotes = window.rail.model().index(2, 0)
    qtbot.mouseClick(window.rail.viewport(), Qt.MouseButton.LeftButton, pos=window.rail.visualRect(quotes).center())
    assert front(window) == ("quotes", {})
    assert window.rail.currentIndex() == quotes
    window.open("lead", id=5)
    assert window.rail.currentIndex().data() == "Tiềm năng"
    assert window.windowTitle().startswith("Trang {'id': 5}")


def test_a_section_folds_on_its_head_and_is_remembered(window: MainWindow, qtbot, state: State) -> None:
    head = window.rail.visualRect(window.rail.model().index(3, 0))
    qtbot.mouseClick(window.rail.viewport(), Qt.MouseButton.LeftButton, pos=head.center())
    assert window.rail.model().rowCount() == 4
    window.close()
    assert state.get("rail.folded") == ["Chăm sóc"]


def test_badges_count_in_the_background(window: MainWindow) -> None:
    window.refresh_badges()
    entries = {e.item.key: e.count for e in window.rail.model().entries if e.item}
    assert entries == {"leads": 12, "quotes": 0, "cases": 4}


def test_pages_are_walked_back_and_forth_without_losing_what_was_typed(window: MainWindow, qtbot) -> None:
    page = window.open("lead", id=1)
    page.setText("đang gõ")
    window.open("quotes")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.currentWidget() is page
    assert page.text() == "đang gõ"
    assert window.back()
    assert front(window) == ("leads", {})
    assert not window.back()
    assert window.forward()
    assert window.open("lead", id=1) is page


def test_a_new_record_takes_its_id_and_a_closed_page_leads_back(window: MainWindow) -> None:
    page = window.open("lead", new=1)
    window.set_args(page, id=7)
    assert window.open("lead", id=7) is page
    page.stay = True
    assert not window.close_page(page)
    page.stay = False
    assert window.close_page(page)
    assert front(window) == ("leads", {})
    assert window.open("lead", id=7) is not page


def test_old_record_pages_make_room_but_unsaved_ones_stay(window: MainWindow) -> None:
    unsaved = window.open("lead", id=0)
    unsaved.setWindowModified(True)
    for number in range(1, 20):
        window.open("lead", id=number)
    alive = [o.args["id"] for o in window.pages.alive() if o.args]
    assert len(alive) <= 13
    assert 0 in alive
    assert 19 in alive


def test_a_narrow_window_folds_the_rail_and_ctrl_b_overrules(window: MainWindow, qtbot) -> None:
    assert not window.rail.slim
    window.resize(1200, 800)
    assert window.rail.slim
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not window.rail.slim
    window.resize(1500, 800)
    window.resize(1200, 800)
    assert window.rail.slim


def test_new_makes_what_the_page_in_front_makes(window: MainWindow, qtbot) -> None:
    window.open("lead", id=3)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert CREATED == ["lead"]


def test_the_palette_goes_to_pages_and_runs_commands_without_marks(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.open_palette()
    palette.type("bao gia")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert front(window) == ("quotes", {})
    palette = window.open_palette()
    palette.type("them tiem")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert CREATED == ["lead"]


def test_the_palette_searches_records_beside_the_window(qapp: QApplication, qtbot, state: State) -> None:
    asked, opened = [], []

    def find(query: str, cancel: object) -> list[PaletteItem]:
        asked.append(query)
        return [PaletteItem("building-2", "Công ty CP Thịnh Phát", "Tổ chức", lambda: opened.append(1))]

    made = MainWindow(SECTIONS, InlineRunner(), state, OTHERS, [Source("Bản ghi", find)], user="A")
    qtbot.addWidget(made)
    made.open("leads")
    palette = made.open_palette()
    palette.type("th")
    qtbot.waitUntil(lambda: asked == ["th"])
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened == [1]


def test_esc_and_a_click_beside_close_the_palette(window: MainWindow, qtbot) -> None:
    palette = window.open_palette()
    qtbot.keyClick(palette._field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    palette = window.open_palette()
    QApplication.processEvents()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert not palette.isVisible()


def test_the_theme_is_switched_and_remembered(window: MainWindow, qtbot, state: State) -> None:
    with qtbot.waitSignal(window.theme_changed):
        window.choose_theme("dark")
    assert tokens.current().dark
    assert state.get("theme") == "dark"
    window.grab()
    window.choose_theme("light")


def test_another_language_makes_the_pages_anew_unless_one_wants_to_stay(window: MainWindow, qtbot) -> None:
    page = window.open("lead", id=1)
    page.stay = True
    assert not window.choose_language("en")
    assert window.pages.currentWidget() is page
    page.stay = False
    with qtbot.waitSignal(window.language_changed):
        assert window.choose_language("en")
    assert front(window) == ("lead", {"id": 1})
    assert window.pages.currentWidget() is not page
    assert any(b.accessibleName() == "New" for b in window.top.findChildren(QPushButton))
    assert window.back()


def test_closing_asks_the_pages_and_remembers_the_window(window: MainWindow, state: State, tmp_path: Path) -> None:
    page = window.open("quotes")
    page.stay = True
    assert not window.close()
    page.stay = False
    assert window.close()
    again = State(tmp_path / "window.json")
    other = QWidget()
    assert again.restore_geometry(other)
    other.deleteLater()


def test_an_expected_error_of_a_job_is_a_message(window: MainWindow) -> None:
    def work() -> None:
        raise Unavailable(reason="mất mạng")

    window.jobs.read(work)
    assert window.messages.texts() == ["Không kết nối được cơ sở dữ liệu: mất mạng"]


@pytest.mark.allow_log
def test_an_unexpected_error_is_one_report_that_can_be_copied(window: MainWindow, qtbot) -> None:
    for _ in range(2):
        window.jobs.read(lambda: 1 / 0)
    dialog = window.reporter._dialog
    assert "ZeroDivisionError" in dialog.report
    copy = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == "Chép báo cáo")
    copy.click()
    assert QApplication.clipboard().text() == dialog.report
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.reporter._dialog is None


def test_a_report_names_the_versions() -> None:
    assert "Desktop CRM" in report_text(ValueError("x"))
    assert "Qt 6" in report_text(ValueError("x"))


def test_undo_is_pressed_by_ctrl_z(window: MainWindow, qtbot) -> None:
    undone = []
    window.messages.show_message("Đã lưu.")
    window.messages.show_undo("Đã xóa 3 tổ chức.", lambda: undone.append(3))
    window.rail.setFocus()
    qtbot.keyClick(window.rail, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [3]
    assert window.messages.texts() == ["Đã lưu."]


def test_bars_pile_up_no_further_than_four(window: MainWindow) -> None:
    messages: Messages = window.messages
    for number in range(6):
        messages.show_message(f"Tin {number}", "danger")
    assert messages.texts() == ["Tin 2", "Tin 3", "Tin 4", "Tin 5"]
    assert messages.geometry().bottom() < window.height()
    messages.show_error(Refused(i18n.mark("Error", "The work could not be done.")))
    assert messages.texts()[-1] == "Không thực hiện được thao tác."
    messages.clear()
    assert not messages.isVisible()


def test_long_work_gets_a_bar_with_a_way_to_stop_it(window: MainWindow, qtbot) -> None:
    seen = []

    def work(progress, cancel) -> None:
        window.job_bars._show(window.job_bars.running()[0])
        progress(10, 10, "dòng 10")
        seen.extend(label.text() for label in window.messages.findChildren(QLabel))
        next(b for b in window.messages.findChildren(QPushButton)).click()
        seen.append(cancel.is_set())

    window.jobs.read(work, title="Nhập Excel")
    assert seen == ["Nhập Excel", "dòng 10", True]
    assert window.job_bars.running() == []


def test_a_broken_state_file_means_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "window.json"
    fresh = State(path)
    fresh.set("theme", "dark")
    fresh.save()
    assert State(path).get("theme") == "dark"
    path.write_text("{", "utf-8")
    assert State(path).get("theme", "system") == "system"
    path.write_text("[]", "utf-8")
    assert State(path).get("theme", "system") == "system"


def test_qt_speaks_the_language_in_force(qapp: QApplication, qtbot) -> None:
    installed = translator.install(qapp)
    box = QMessageBox()
    qtbot.addWidget(box)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    assert cancel.text() == "Hủy"
    editor = QLineEdit()
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    assert any("Dán" in action.text().replace("&", "") for action in menu.actions())
    qapp.removeTranslator(installed)
    installed.deleteLater()
