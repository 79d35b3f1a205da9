"""The table: keys, checks, columns that give way, a million rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_crm.views.widgets import paint, painters, theme
from desktop_crm.views.widgets.delegates import RAW
from desktop_crm.views.widgets.grid import Grid, GridColumn

COLUMNS = (
    GridColumn(painters.check, 36, check=True),
    GridColumn(painters.organization, 250, stretch=True),
    GridColumn(painters.badge({"won": "success"}), 130),
    GridColumn(painters.person, 130, rank=1),
    GridColumn(painters.money(lambda value: value > 5), 120, paint.RIGHT),
    GridColumn(painters.link, 120, rank=2),
    GridColumn(painters.tags(), 100, rank=3),
)
HEADS = ("", "Tên", "Trạng thái", "Phụ trách", "Giá trị", "Điện thoại", "Thẻ")


class Model(QAbstractTableModel):
    """Rows made up on demand; counts how many were asked for."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows, self.asked = rows, set()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.rows

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0):
        return (
            HEADS[section] if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal else None
        )

    def data(self, index: QModelIndex, role: int = 0):
        self.asked.add(index.row())
        row = index.row()
        values = ("", f"Công ty {row}", "won", "Lê Thu Hà", row, "028", ("VIP", "Đại lý", "Miền Nam"))
        if role == RAW:
            return values[index.column()]
        return str(values[index.column()]) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def grid(qapp: QApplication, qtbot) -> Grid:
    theme.apply(qapp, "light")
    made = Grid()
    made.setModel(Model(50))
    made.set_columns(COLUMNS)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    return made


def _at(grid: Grid, row: int, column: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, column)).center()


def test_the_quietest_columns_go_first_when_room_is_short(grid: Grid) -> None:
    grid.resize(620, 400)
    assert [grid.isColumnHidden(i) for i in range(7)] == [False, False, False, True, False, True, True]
    grid.resize(1100, 400)
    assert not any(grid.isColumnHidden(i) for i in range(7))
    grid.set_column_shown(4, False)
    assert grid.isColumnHidden(4)
    assert not grid.column_shown(4)


def test_checks_add_and_take_out_single_rows(grid: Grid, qtbot) -> None:
    for row in (1, 3):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, row, 0))
    assert grid.chosen_rows() == [1, 3]
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, 1, 0))
    assert grid.chosen_rows() == [3]
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, 7, 1))
    assert grid.chosen_rows() == [7]


def test_all_that_matches_is_a_flag(grid: Grid, qtbot) -> None:
    with qtbot.waitSignal(grid.all_matching_changed) as heard:
        qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [True]
    assert grid.chosen_rows() == []
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, 2, 1))
    assert grid.all_matching is False
    assert grid.chosen_rows() == [2]
    grid.head.check_clicked.emit()
    assert grid.chosen_rows() == []
    grid.head.check_clicked.emit()
    assert grid.all_matching is True


def test_keys_step_open_and_delete(grid: Grid, qtbot) -> None:
    grid.go_to(4)
    qtbot.keyClick(grid, Qt.Key.Key_J)
    assert grid.chosen_rows() == [5]
    qtbot.keyClick(grid, Qt.Key.Key_K)
    qtbot.keyClick(grid, Qt.Key.Key_K)
    assert grid.chosen_rows() == [3]
    with qtbot.waitSignal(grid.opened) as heard:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert heard.args[0].row() == 3
    with qtbot.waitSignal(grid.delete_pressed):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == 49
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.currentIndex().row() == 0


def test_a_double_click_opens_but_not_on_the_check(grid: Grid, qtbot) -> None:
    with qtbot.waitSignal(grid.opened):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, 2, 1))
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, 2, 1))
    with qtbot.assertNotEmitted(grid.opened):
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_at(grid, 2, 0))


def test_copied_rows_are_text_between_tabs(grid: Grid, qtbot) -> None:
    grid.go_to(1)
    grid.set_column_shown(6, False)
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Công ty 1\twon\tLê Thu Hà\t1\t028"


def test_the_mouse_lights_its_row(grid: Grid, qtbot) -> None:
    qtbot.mouseMove(grid.viewport(), _at(grid, 6, 2))
    qtbot.waitUntil(lambda: grid.hover_row == 6)
    grid.viewport().grab()  # every painter paints a hovered, a selected and a plain row


def test_a_million_rows_cost_no_more_than_those_in_sight(qapp: QApplication, qtbot) -> None:
    theme.apply(qapp, "light")
    model, grid = Model(1_000_000), Grid()
    grid.setModel(model)
    grid.set_columns(COLUMNS)
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.show()
    qtbot.waitExposed(grid)
    grid.go_to(999_999)
    grid.grab()
    qtbot.keyClicks(grid, "cong")
    assert len(model.asked) < 100
