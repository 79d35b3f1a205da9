"""Controls, fields, bars, timeline, dialogs, suggestions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_crm.i18n import mark
from desktop_crm.views.widgets import theme
from desktop_crm.views.widgets.badges import Badge, Chip
from desktop_crm.views.widgets.controls import SearchField, SegmentedToggle, Stages, Tab, Tabs
from desktop_crm.views.widgets.dialogs import Choice, Sheet, choose, confirm
from desktop_crm.views.widgets.field import Field
from desktop_crm.views.widgets.layouts import button, label, tool
from desktop_crm.views.widgets.message_bar import MessageBar
from desktop_crm.views.widgets.popup import SuggestionPopup
from desktop_crm.views.widgets.rows import Suggestion, SuggestionList, match_spans
from desktop_crm.views.widgets.scrim import Scrim
from desktop_crm.views.widgets.timeline import Timeline, TimelineItem


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_words_are_translated_and_never_taken_for_markup(qtbot) -> None:
    made = button("R&D <b>", icon="plus")
    qtbot.addWidget(made)
    assert made.accessibleName() == "R&D <b>"
    assert "&&" in made.text()
    plain = label("<b>x</b>")
    qtbot.addWidget(plain)
    assert plain.textFormat() == Qt.TextFormat.PlainText
    named = tool("x", mark("MessageBar", "Dismiss"))
    qtbot.addWidget(named)
    assert named.accessibleName() == "Đóng"


def test_a_badge_without_words_takes_no_room(qtbot) -> None:
    badge = Badge()
    qtbot.addWidget(badge)
    assert badge.width() == 0
    badge.show_state("Quá hạn", "danger")
    assert badge.width() > 40


def test_a_chip_is_taken_off_by_its_cross_and_by_delete(qtbot) -> None:
    chip = shown(qtbot, Chip("Phụ trách", "Miền Nam"))
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, 12))
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))


def test_tabs_move_by_keys_and_mouse(qtbot) -> None:
    tabs = shown(qtbot, Tabs([Tab("Tất cả", "12"), Tab("Của tôi")], add=True))
    tabs.resize(500, 36)
    with qtbot.waitSignal(tabs.changed) as heard:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert heard.args == [1]
    with qtbot.waitSignal(tabs.changed):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.rects()[0].center().toPoint())
    with qtbot.waitSignal(tabs.add_requested):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.rects()[-1].center().toPoint())
    tabs.set_items([Tab("Chỉ một")])
    assert tabs.current() == 0


def test_stages_say_the_current_one_and_move_only_when_clickable(qtbot) -> None:
    fixed = shown(qtbot, Stages(["Tạo", "Gửi", "Xong"], 1))
    assert fixed.accessibleName() == "Gửi"
    with qtbot.assertNotEmitted(fixed.changed):
        qtbot.mouseClick(fixed, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    moving = shown(qtbot, Stages(["Tạo", "Gửi", "Xong"], 1, clickable=True))
    with qtbot.waitSignal(moving.changed) as heard:
        qtbot.keyClick(moving, Qt.Key.Key_Right)
    assert heard.args == [2]


def test_a_segmented_toggle_has_exactly_one_choice(qtbot) -> None:
    toggle = shown(qtbot, SegmentedToggle((("list", "Danh sách", "table-2"), ("board", "Bảng", "kanban"))))
    with qtbot.waitSignal(toggle.changed) as heard:
        toggle._buttons["board"].click()
    assert heard.args == ["board"]
    toggle._buttons["board"].click()
    assert toggle.current() == "board"


def test_a_search_field_speaks_once_when_typing_pauses_and_at_once_on_enter(qtbot) -> None:
    field = shown(qtbot, SearchField(pause=20))
    with qtbot.waitSignal(field.searched) as heard:
        qtbot.keyClicks(field, "thinh")
    assert heard.args == ["thinh"]
    with qtbot.waitSignal(field.searched) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard.args == [""]
    field.setText("x")
    with qtbot.waitSignal(field.searched):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_field_shows_fault_warning_and_help_in_turn(qtbot) -> None:
    editor = QLineEdit()
    field = shown(qtbot, Field("Mã số thuế", editor, required=True, help="10 hoặc 13 chữ số"))
    assert (field.state(), field.note()) == ("", "10 hoặc 13 chữ số")
    assert editor.accessibleName() == "Mã số thuế (bắt buộc)"
    field.set_fault("Đang có 9 chữ số.")
    assert (field.state(), field.note()) == ("error", "Đang có 9 chữ số.")
    assert editor.accessibleDescription() == "Đang có 9 chữ số."
    field.set_warning("Trùng.")
    assert field.state() == "warning"
    field.clear()
    assert field.note() == "10 hoặc 13 chữ số"


def test_a_message_bar_acts_once_and_goes_by_itself(qtbot) -> None:
    bar = shown(qtbot, MessageBar("Đã xóa.", undo=True))
    with qtbot.waitSignals([bar.acted, bar.closed]):
        bar.act()
    short = MessageBar("Đã lưu.", "success", seconds=0.1)  # not shown: the mouse may lie over it and stop its clock
    qtbot.addWidget(short)
    qtbot.waitSignal(short.closed).wait()


def test_a_timeline_opens_what_is_clicked_and_follows_its_width(qtbot) -> None:
    items = [TimelineItem("phone", "info", "Gọi điện", "Chờ báo giá đợt hai, " * 8, "09:42", data=n) for n in (1, 2)]
    line = shown(qtbot, Timeline(items))
    line.resize(400, line.heightForWidth(400))
    assert line.heightForWidth(200) > line.heightForWidth(600)
    with qtbot.waitSignal(line.opened) as heard:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(60, line.height() - 20))
    assert heard.args == [2]
    with qtbot.waitSignal(line.opened) as heard:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard.args == [1]


def test_a_sheet_lays_a_scrim_over_its_window_and_takes_it_away(qtbot) -> None:
    window = shown(qtbot, QWidget())
    window.resize(800, 600)
    sheet = Sheet(window, "Chốt cơ hội", QLineEdit(), (button("Lưu", "primary"),))
    sheet.open()
    assert window.findChild(Scrim).isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not window.findChild(Scrim).isVisible()


def _answer(press) -> None:
    """Do something to the dialog that is about to open."""
    QTimer.singleShot(0, lambda: press(QApplication.activeModalWidget()))


def test_enter_in_a_field_of_a_sheet_presses_its_primary_button(qtbot) -> None:
    window, line, pressed = shown(qtbot, QWidget()), QLineEdit(), []
    cancel = button("Hủy", clicked=lambda: pressed.append("cancel"))
    save = button("Lưu", "primary", clicked=lambda: pressed.append("save"))
    sheet = Sheet(window, "Lưu khung nhìn", line, (cancel, save))
    sheet.open()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert pressed == ["save"]


def test_confirming_starts_on_the_safe_side(qtbot) -> None:
    window = shown(qtbot, QWidget())
    seen = []

    def look(sheet: Sheet) -> None:
        seen.append(sheet.safe.accessibleName())
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    _answer(look)
    assert confirm(window, "Xóa 3 tổ chức?", "Khôi phục được trong 30 ngày.", "Xóa 3 tổ chức", danger=True) is False
    assert seen == ["Hủy"]


def test_choosing_gives_the_key_of_the_button(qtbot) -> None:
    window = shown(qtbot, QWidget())
    choices = (Choice("stay", "Ở lại"), Choice("save", "Lưu", "primary"))

    def press(sheet: Sheet) -> None:
        next(b for b in sheet.findChildren(type(button(""))) if b.accessibleName() == "Lưu").click()

    _answer(press)
    assert choose(window, "Chưa lưu", "Lưu trước khi đi?", choices) == "save"


@pytest.mark.parametrize(
    ("text", "query", "matched"),
    [
        ("Công ty CP Cơ khí Tân Thịnh Phát", "thinh ph", "Thịnh Ph"),
        ("Đặng Ỷ Lan", "dang", "Đặng"),
        ("BG-2026-00418", "2026 004", "2026-004"),
        ("Thi\u0323nh", "thịnh", "Thi\u0323nh"),
        ("Công ty Thịnh Phát Nguyễn", "nguyen phat", "Phát|Nguyễn"),
        ("Nguyễn Văn Ân", "an", "Ân"),
        ("An Phát", "phat phat an", "An|Phát"),
        ("Liên hệ", "xyz", ""),
        ("Liên hệ", "", ""),
    ],
)
def test_matches_are_found_without_marks(text: str, query: str, matched: str) -> None:
    assert "|".join(text[start:end] for start, end in match_spans(text, query)) == matched


def test_current_suggestion_is_kept_when_others_come_before_it(qtbot) -> None:
    later = [Suggestion("Một", data=object(), group="A"), Suggestion("Hai", data=object(), group="B")]
    view = shown(qtbot, SuggestionList())
    view.show_rows(later[1:])
    view.show_rows(later, keep=True)
    assert view.current() is later[1]
    view.show_rows(later)
    assert view.current() is later[0]


def test_suggestions_skip_heads_and_go_around(qtbot) -> None:
    rows = [Suggestion("Một", data=1, group="Bản ghi"), Suggestion("Hai", data=2, group="Lệnh")]
    view = shown(qtbot, SuggestionList())
    view.show_rows(rows)
    assert view.current() is rows[0]
    view.step(1)
    assert view.current() is rows[1]
    view.step(1)
    assert view.current() is rows[0]
    with qtbot.waitSignal(view.chosen) as heard:
        view.choose_current()
    assert heard.args == [1]
    view.show_rows([])
    assert view.choose_current() is False


def test_a_popup_leaves_the_keyboard_to_its_field(qtbot) -> None:
    field = shown(qtbot, QLineEdit())
    popup = SuggestionPopup(field)
    popup.show_rows([Suggestion("Một", data=1), Suggestion("Hai", data=2)])
    assert popup.is_open()
    with qtbot.waitSignal(popup.chosen) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == [2]
    assert not popup.is_open()
    popup.show_rows([Suggestion("Một", data=1)])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not popup.is_open()
