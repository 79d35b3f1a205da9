"""What a long list costs in the window: first rows, jumps, scrolling, memory. One case in a fresh process.

    python -m benchmarks.list_cases KIND DATABASE [MODULE]

KIND is `empty` (the same grid, delegate and columns over a model that returns constants: the limit), `ours`, or
`objects` (the naive way: every record loaded as an object). MODULE is a table name, by default the one with the most
records. Prints one JSON line: `[wall, CPU]` seconds of each step, until its rows are painted, and memory in MB. CPU is
that of this process with all its threads; imports come before, and so does opening the database.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QDeadlineTimer, QEventLoop, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_crm.app.company import open_company
from desktop_crm.models.display import display
from desktop_crm.storage.database import Database
from desktop_crm.storage.listing import Query, page
from desktop_crm.views.context import Context
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.columns import LOADED, ListColumn, declared, grid_columns
from desktop_crm.views.records.list_grid import ListDelegate, ListGrid
from desktop_crm.views.records.list_model import ListModel
from desktop_crm.views.records.list_rows import arranged
from desktop_crm.views.shell.jobs import JobRunner
from desktop_crm.views.widgets import theme
from desktop_crm.views.widgets.delegates import RAW

SIZE, STEP_ROWS, SCROLLED = (1200, 800), 10, 1000
_DISPLAY, _RAW = int(Qt.ItemDataRole.DisplayRole), int(RAW)
_ROOT = QModelIndex()


class Fixed(QAbstractTableModel):
    """Column 0 is the check, as in the program's list; `texts` and `values` of a cell come from a subclass."""

    def __init__(self, columns: list[ListColumn], rows: int) -> None:
        super().__init__()
        self.columns, self.rows = columns, rows

    def rowCount(self, parent: Any = _ROOT) -> int:
        return self.rows

    def columnCount(self, parent: Any = _ROOT) -> int:
        return len(self.columns) + 1

    def headerData(self, section: int, orientation: Any, role: int = _DISPLAY) -> Any:
        shown = orientation == Qt.Orientation.Horizontal and role == _DISPLAY and section
        return self.columns[section - 1].heading if shown else None


class Constants(Fixed):
    """Every row is the list's first."""

    def __init__(self, context: Context, query: Query, columns: list[ListColumn], rows: int) -> None:
        super().__init__(columns, rows)
        shown = arranged(query, columns)
        with context.database.reading() as unit:
            first = page(unit.session, query, shown.keys, limit=1)[0]
        label = context.choices.label
        self.texts = ["", *(display(c.field, v, label) for c, v in zip(columns, first.values, strict=False))]
        self.values = [None, *first.values]

    def data(self, index: Any, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self.texts[index.column()]
        if role == _RAW:
            return self.values[index.column()]
        return True if role == LOADED else None


class Objects(Fixed):
    """All records as objects, in the order of the list."""

    def __init__(self, context: Context, query: Query, columns: list[ListColumn]) -> None:
        self.session, entity = Session(context.database.engine), query.entity
        living = select(entity).where(entity.deleted_at.is_(None))
        self.records = self.session.scalars(living.order_by(entity.title_sort, entity.id)).all()
        self.label = context.choices.label
        super().__init__(columns, len(self.records))

    def data(self, index: Any, role: int = _DISPLAY) -> Any:
        if role == LOADED:
            return True
        if role not in (_DISPLAY, _RAW) or not index.column():
            return None
        column = self.columns[index.column() - 1]
        value = getattr(self.records[index.row()], column.key)
        return value if role == _RAW else display(column.field, value, self.label)


class Case:
    """One grid on the screen and what is done with it."""

    def __init__(self, kind: str, database: str, module: str) -> None:
        opened, actor, choices = open_company(database)
        self.jobs = JobRunner()
        nothing: Any = QObject()
        self.context = Context(opened, actor, self.jobs, nothing, choices, nothing)
        view = next(each for each in MODULES if each.module == (module or largest(opened)))
        self.columns = [declared(column) for column in view.columns if column.shown]
        self.query = Query(view.entity)
        with opened.reading() as unit:
            self.number = unit.session.scalar(
                select(func.count(view.entity.id)).where(view.entity.deleted_at.is_(None))
            )
        self.kind, self.module = kind, view.module
        self.grid = ListGrid(theme.row_height())
        self.grid.resize(*SIZE)

    def first_paint(self) -> None:
        if self.kind == "ours":
            model = ListModel(self.context)
            self.grid.show_model(model)
            model.show(self.query, self.columns)
        elif self.kind == "objects":
            self.grid.setModel(Objects(self.context, self.query, self.columns))
        else:
            self.grid.setModel(Constants(self.context, self.query, self.columns, self.number or 0))
        drawn = grid_columns(self.columns, self.context.choices, {})
        self.grid.set_columns(drawn, ListDelegate([each.painter for each in drawn], False, self.grid))
        self.grid.show()
        self.painted()

    def settled(self) -> None:
        model = self.grid.model()
        if isinstance(model, ListModel):
            wait(lambda: model.is_settled)

    def jump(self, row: int) -> Callable[[], None]:
        def run() -> None:
            self.grid.scrollTo(self.grid.model().index(row, 1), ListGrid.ScrollHint.PositionAtTop)
            self.painted()

        return run

    def scroll(self) -> None:
        bar, height = self.grid.verticalScrollBar(), self.grid.verticalHeader().defaultSectionSize()
        begin = bar.value()
        for row in range(STEP_ROWS, SCROLLED + STEP_ROWS, STEP_ROWS):
            bar.setValue(begin + row * height)
            self.painted()

    def painted(self) -> None:
        """Wait until every row in view is there and the view has drawn it."""
        QApplication.processEvents()
        model = self.grid.model()
        wait(lambda: model.rowCount() > 0 and all(model.index(row, 1).data(LOADED) for row in self.ends()))
        QApplication.processEvents()

    def ends(self) -> tuple[int, int]:
        rows = self.grid.rows_in_view()
        return rows.start, rows.stop - 1


def largest(database: Database) -> str:
    """The module with the most records."""
    with database.reading() as unit:
        numbers = {view.module: unit.session.scalar(select(func.count(view.entity.id))) or 0 for view in MODULES}
    return max(numbers, key=lambda module: numbers[module])


def wait(true: Callable[[], bool]) -> None:
    """Handle events until something is so; sleeps between them, so that waiting costs no CPU."""
    limit = QDeadlineTimer(600_000)
    awake = QTimer()
    awake.start(250)
    while not true() and not limit.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    if limit.hasExpired():
        raise TimeoutError


def timed(work: Callable[[], object]) -> list[float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return [round(time.perf_counter() - wall, 5), round(time.process_time() - cpu, 5)]


def rss() -> float:
    with open("/proc/self/status") as lines:
        return next(round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS"))


def main() -> None:
    kind, database, *module = sys.argv[1:]
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", "normal")
    case = Case(kind, database, "".join(module))
    before = rss()
    told: dict[str, Any] = {"kind": kind, "module": case.module, "rows": case.number}
    told["first_paint"] = timed(case.first_paint)
    told["settled"] = timed(case.settled)
    assert case.number is not None
    told["jump_middle"] = timed(case.jump(case.number // 2))
    told["jump_end"] = timed(case.jump(case.number - 1))
    case.jump(case.number // 3)()
    wait_quietly()
    told["scroll"] = timed(case.scroll)
    told["rss"], told["rss_before"] = rss(), before
    print(json.dumps(told), flush=True)
    os._exit(0)  # no window has to be taken apart


def wait_quietly() -> None:
    """Let what is read ahead arrive."""
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
