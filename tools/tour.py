"""Walk through the list of contacts as a user does, with keys and mouse, and keep a picture of every step.

Usage: python -m tools.tour [DATABASE]      without one, a company of 1,000,000 contacts is made (minutes) and kept
Pictures go to screenshots/tour-*.png. Ends with an error when a step does not show what it should.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path("screenshots")
PEOPLE = 1_000_000
NAME = "nguyen van an"


class Tour:
    """One open main window; each step returns what it saw in words."""

    def __init__(self, target: str, folder: Path) -> None:
        from desktop_crm.app.company import open_company
        from desktop_crm.app.desktop import make_application
        from desktop_crm.app.window import build_window
        from desktop_crm.settings import Settings
        from desktop_crm.views.shell.jobs import JobRunner
        from desktop_crm.views.shell.main_window import apply_theme
        from desktop_crm.views.shell.state import State

        self.folder, self.jobs = folder, JobRunner()
        self.app, state = make_application(Settings()), State(folder / "tour-window.json")
        apply_theme(state)
        self.database, actor, choices = open_company(target)
        self.window = build_window(self.database, actor, choices, self.jobs, state, Settings())
        self.window.resize(1440, 900)
        self.window.show()
        self.page: Any = self._open_list()
        self.page.grid.setFocus()

    def _open_list(self) -> Any:
        return self.window.open("contact")

    def steps(self) -> Iterator[tuple[str, str]]:
        """Name and outcome of each step, in order."""
        for number, step in enumerate((self.opened, self.typed, self.at_the_end, self.sorted, self.record), 1):
            said = step()
            self._settle(lambda: False, milliseconds=400)
            self.window.grab().save(str(self.folder / f"tour-{number}-{step.__name__}.png"))
            yield step.__name__, said

    def opened(self) -> str:
        """The list with all records, counted."""
        self._settle(lambda: self.page.model.is_settled and self.page.model.rowCount() > 0)
        return f"{self.page.model.rowCount():,} contacts"

    def typed(self) -> str:
        """A name, letter by letter, without its marks."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        every = self.page.model.rowCount()
        self._press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self.page.filters.search, NAME, delay=60)
        self._settle(lambda: self.page.model.query.search == NAME and self.page.model.is_settled)
        found = self.page.model.rowCount()
        _expect(0 < found < every, f"“{NAME}” finds {found} of {every}")
        first = self._title(0)
        _expect(_fold(first).split()[-1].startswith("an"), f"“{first}” is not what was typed")
        return f"{found:,} found, the first one is {first}"

    def at_the_end(self) -> str:
        """Ctrl+End in the whole list: the last row, at once."""
        from PySide6.QtCore import Qt

        self.page.filters.search.clear()
        self._settle(lambda: not self.page.model.query.search and self.page.model.is_settled)
        self.page.grid.setFocus()
        self._press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        last = self.page.model.rowCount() - 1
        self._settle(lambda: self._loaded(last))
        _expect(self.page.grid.currentIndex().row() == last, "the cursor is not at the end")
        return f"row {last + 1:,}: {self._title(last)}"

    def sorted(self) -> str:
        """A click on the heading of another column."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        header = self.page.grid.horizontalHeader()
        section = next(n for n, column in enumerate(self.page.model.columns, 1) if column.key == "job_title")
        place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self._settle(lambda: self.page.model.query.sort == "job_title" and self.page.model.is_settled)
        self._settle(lambda: self._loaded(0))
        titles = [str(self.page.model.index(row, section).data() or "") for row in range(20)]
        _expect(titles == sorted(titles), "the rows are not in order")
        return f"by job title, from {titles[0]}"

    def record(self) -> str:
        """Enter opens the record under the cursor."""
        from PySide6.QtCore import Qt

        self.page.grid.setCurrentIndex(self.page.model.index(3, 1))
        title = self._title(3)
        self._press(Qt.Key.Key_Return)
        self._settle(lambda: self._front().item.key == "contact.record")
        form: Any = self._front().widget
        self._settle(lambda: title in form.windowTitle())
        _expect(title in form.windowTitle(), f"“{form.windowTitle()}” is not {title}")
        return str(form.windowTitle())

    def close(self) -> None:
        """End the work."""
        self.window.close()
        self.jobs.close()
        self.database.close()

    def _press(self, key: Any, modifier: Any = None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.page.grid, key, modifier or Qt.KeyboardModifier.NoModifier)

    def _front(self) -> Any:
        return self.window.pages.current()

    def _title(self, row: int) -> str:
        self._settle(lambda: self._loaded(row))
        return str(self.page.model.index(row, 1).data())

    def _loaded(self, row: int) -> bool:
        from desktop_crm.views.records.columns import LOADED

        return bool(self.page.model.index(row, 1).data(LOADED))

    def _settle(self, true: Callable[[], bool], milliseconds: int = 60_000) -> None:
        """Handle events until something is so, or for that long."""
        from PySide6.QtCore import QDeadlineTimer, QEventLoop

        limit = QDeadlineTimer(milliseconds)
        while not true() and not limit.hasExpired():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _fold(words: str) -> str:
    from desktop_crm.models.text import fold

    return fold(words)


def _expect(true: bool, otherwise: str) -> None:
    if not true:
        raise SystemExit(otherwise)


def main() -> None:
    """Take the tour and tell each step."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) > 1:
        target = sys.argv[1]
    else:
        from benchmarks.stores import Stores

        target = Stores(None).target("sqlite", PEOPLE)
    FOLDER.mkdir(exist_ok=True)
    tour = Tour(target, FOLDER)
    for name, said in tour.steps():
        print(f"{time.strftime('%X')} {name}: {said}", flush=True)
    tour.close()
    os._exit(0)  # Qt's own end is no part of this


if __name__ == "__main__":
    main()
