"""Draw every window of the program on the demo company, so that anyone can look.

Usage: python -m tools.screenshots [names…]      all, or those whose name contains one of the words; into screenshots/
Each picture is drawn by a process of its own, because Qt reads the scale only once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import customer_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.views.shell.main_window import MainWindow

FOLDER = Path("screenshots")
DAY = date(2026, 11, 20)
FULL, LAPTOP, ZOOMED = (1440, 900, 1.0), (1366, 697, 1.0), (1280, 649, 1.5)
"""A window on a full screen, maximised at 1366×768, and maximised on 1920×1080 at 150 %."""


@dataclass(frozen=True)
class Shot:
    """One window: how to bring it up in the main window, and the sizes it is drawn in."""

    name: str
    show: Callable[[Any], object]
    sizes: tuple[tuple[int, int, float], ...] = (FULL,)
    themes: tuple[str, ...] = ("light", "dark")
    language: str = "vi"
    user: str = ""


def _list(module: str) -> Callable[[MainWindow], object]:
    return lambda window: window.open(module)


def _record(module: str, number: str) -> Callable[[MainWindow], object]:
    return lambda window: window.open(f"{module}.record", record_id=_id_of(module, number))


def _id_of(module: str, which: str) -> int:
    """The record with the most to show: the id of a module's richest row, found when the demo was made."""
    return int(os.environ[f"SHOT_{module.upper()}_{which.upper()}"])


def _import(window: MainWindow) -> None:
    """The wizard with a sheet of customers, brought to its preview."""
    wizard: Any = window.open("organization.import")
    wizard.open_file(os.environ["SHOT_SHEET"])
    _until(lambda: wizard.draft.loaded is not None)
    wizard.forward()
    wizard.map.policies.cards["update"].click()
    wizard.forward()
    _until(lambda: wizard.draft.plan is not None)
    wizard.preview.step(1)


def _loading(window: MainWindow) -> None:
    """A list whose rows further down have not arrived, nor its totals."""
    page: Any = window.open("organization")
    _until(lambda: page.model.is_settled)
    page.model._rows.replace([(0, list(page.model._rows.pages[0])[:6])])
    page.model.look = lambda: None
    page.figures._wait()
    page._count.setText("…")


def _data(window: MainWindow) -> Any:
    """The section of the settings that keeps the data, with copies of some days."""
    from desktop_crm.storage.schedule import Schedule, choose_schedule

    page: Any = window.open("settings")
    database = page.context.database
    choose_schedule(page.settings, database, Schedule("day", Path(os.environ["SHOT_COPIES"]), 14))
    return page.show_section("data")


def _moving(window: MainWindow) -> None:
    """The assistant that moves a company, with an address."""
    sheet = _data(window).move_away()
    sheet.server.setText("may-chu.anphucthinh.example")
    sheet.user.setText("crm_owner")
    sheet._tested("18.1")


def _section(key: str, show: Callable[[Any], object] = lambda page: None) -> Callable[[MainWindow], object]:
    """A section of the settings, with what `show` does in it."""

    def run(window: MainWindow) -> None:
        page: Any = window.open("settings").show_section(key)  # type: ignore[attr-defined]
        _wait(600)
        show(page)

    return run


def _staff_role(page: Any) -> None:
    page.choose(next(role.id for role in page._roles if role.preset == "staff"))


def _tree(page: Any) -> None:
    page.tabs.set_current(1)
    page._show_tab(1)


def _in_record(show: Callable[[Any], object]) -> Callable[[MainWindow], object]:
    """The richest organization with a dialog of its form."""

    def run(window: MainWindow) -> None:
        page: Any = window.open("organization.record", record_id=_id_of("organization", "rich"))
        _until(lambda: page.view is not None)
        show(page)

    return run


EVERY = (FULL, LAPTOP, ZOOMED)
SHOTS = (
    Shot("list-organizations", _list("organization"), EVERY),
    Shot("list-leads", _list("lead")),
    Shot("list-contacts", _list("contact")),
    Shot("list-opportunities", _list("opportunity")),
    Shot("list-quotes", _list("quote"), EVERY),
    Shot("list-orders", _list("sales_order")),
    Shot("list-contracts", _list("contract")),
    Shot("list-products", _list("product")),
    Shot("record-organization", _record("organization", "rich"), EVERY),
    Shot("record-lead", _record("lead", "rich")),
    Shot("record-contact", _record("contact", "rich")),
    Shot("record-opportunity", _record("opportunity", "rich")),
    Shot("record-contract", _record("contract", "rich")),
    Shot("record-product", _record("product", "rich")),
    Shot("record-new", lambda window: window.open("organization.record", record_id=None), themes=("light",)),
    Shot("quote-issued", _record("quote", "rich"), EVERY),
    Shot("quote-draft", _record("quote", "draft"), EVERY),
    Shot("order", _record("sales_order", "rich"), EVERY),
    Shot("import", _import, EVERY),
    Shot("print-preview", lambda window: window.open("quote.print", record_id=_id_of("quote", "rich"))),
    Shot("settings", lambda window: window.open("settings"), EVERY),
    Shot("settings-data", _data, EVERY),
    Shot("settings-move", _moving, (FULL, ZOOMED)),
    Shot("settings-schedule", lambda window: _data(window).copies.change_schedule(), (FULL, ZOOMED)),
    Shot("settings-users", _section("users"), EVERY),
    Shot("settings-user", _section("users", lambda page: page.edit(page.table.rows()[0])), (FULL, ZOOMED)),
    Shot("settings-tree", _section("users", _tree)),
    Shot("settings-hand-over", _section("users", lambda page: page.hand_over(leaving=True)), (FULL, ZOOMED)),
    Shot("settings-teams", _section("teams")),
    Shot("settings-roles", _section("roles", _staff_role), EVERY),
    Shot("settings-field", _section("roles", lambda page: page.keep_back())),
    Shot("share", _in_record(lambda form: form.share()), (FULL, ZOOMED)),
    Shot("who-sees", _in_record(lambda form: form.explain()), (FULL, ZOOMED)),
    Shot("list-as-staff", _list("organization"), user="viet.pq"),
    Shot("product-as-staff", _record("product", "rich"), user="viet.pq"),
    Shot("palette", lambda window: window.open_palette().type("thinh phat"), EVERY),
    Shot("palette-number", lambda window: window.open_palette().type("bg 2026"), themes=("light",)),
    Shot("list-loading", _loading),
    Shot("list-english", _list("organization"), themes=("light",), language="en"),
)
BARE = ("assistant", "opening")
"""Windows shown without the main window."""


def main() -> None:
    """Make the demo company once, then draw."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    words.add_argument("names", nargs="*")
    words.add_argument("--one", nargs=5, metavar=("NAME", "THEME", "WIDTH", "HEIGHT", "FILE"), help=argparse.SUPPRESS)
    options = words.parse_args()
    if options.one:
        draw(*options.one)
        return
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = _prepare(Path(folder))
        for name, theme, (width, height, scale) in _jobs(options.names):
            _draw_apart(environment, name, theme, width, height, scale)


def _jobs(words: list[str]) -> list[tuple[str, str, tuple[int, int, float]]]:
    jobs = [(shot.name, theme, size) for shot in SHOTS for theme in shot.themes for size in shot.sizes]
    jobs += [(name, theme, (980, 640, 1.0)) for name in BARE for theme in ("light", "dark")]
    return [job for job in jobs if not words or any(word in job[0] for word in words)]


def _prepare(folder: Path) -> dict[str, str]:
    """The demo company and the environment every picture is drawn in."""
    from desktop_crm.services.demo import fill
    from desktop_crm.storage.copies import make_copy
    from desktop_crm.storage.database import open_database

    database = open_database(folder / "demo.crm")
    fill(database, size=300, today=DAY)
    richest = _richest(database)
    sheet = folder / "khach-hang-mien-trung-T11.xlsx"
    customer_sheet.write(sheet, database, DAY)
    for days in range(5):
        make_copy(database, folder / "Sao lưu", moment=datetime(2026, 11, 16 + days, 1, 5, tzinfo=UTC))
    database.close()
    own = {name: str(folder / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    places = {
        "SHOT_DATABASE": str(folder / "demo.crm"),
        "SHOT_SHEET": str(sheet),
        "SHOT_COPIES": str(folder / "Sao lưu"),
    }
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **places, **own, **richest}


def _richest(database: Any) -> dict[str, str]:
    from sqlalchemy import func, select

    from desktop_crm.models import RECORDS, HistoryEntry, Quote, QuoteLine

    lines = select(func.count(QuoteLine.id)).where(QuoteLine.quote_id == Quote.id).scalar_subquery()
    found: dict[str, str] = {}
    with database.reading() as unit:
        for entity in RECORDS:
            own = (HistoryEntry.module == entity.__tablename__, HistoryEntry.record_id == entity.id)
            told = select(func.count()).where(*own).scalar_subquery()
            best = unit.session.scalar(select(entity.id).order_by(told.desc(), entity.id.desc()).limit(1))
            found[f"SHOT_{entity.__tablename__.upper()}_RICH"] = str(best)
        by_lines = select(Quote.id).order_by(lines.desc(), Quote.id)
        draft = unit.session.scalar(by_lines.where(Quote.status == "draft").limit(1))
        found["SHOT_QUOTE_RICH"] = str(unit.session.scalar(by_lines.where(Quote.status == "sent").limit(1)))
        found["SHOT_QUOTE_DRAFT"] = str(draft)
    return found


def _draw_apart(environment: dict[str, str], name: str, theme: str, width: int, height: int, scale: float) -> None:
    suffix = "" if (width, height) in ((1440, 900), (980, 640)) else "-1366x768" if scale == 1 else "-150"
    file = FOLDER / f"{name}{suffix}-{theme}.png"
    command = [sys.executable, "-m", "tools.screenshots", "--one", name, theme, str(width), str(height), str(file)]
    done = subprocess.run(
        command, env={**environment, "QT_SCALE_FACTOR": str(scale)}, capture_output=True, text=True, check=False
    )
    noise = [line for line in (done.stdout + done.stderr).splitlines() if "propagateSizeHints" not in line]
    print(file, "" if done.returncode == 0 else f"FAILED ({done.returncode})", *noise[-12:], sep="\n   ")


def draw(name: str, theme: str, width: str, height: str, file: str) -> None:
    """Draw one window in this process."""
    from PySide6.QtWidgets import QApplication

    from desktop_crm.app.desktop import make_application
    from desktop_crm.i18n import set_language
    from desktop_crm.settings import Settings
    from desktop_crm.views.shell.main_window import apply_theme
    from desktop_crm.views.shell.state import State

    app = make_application(Settings())
    state = State()
    state.set("theme", theme)
    apply_theme(state)
    shot = next((s for s in SHOTS if s.name == name), None)
    set_language(shot.language if shot else "vi")
    window: QWidget = _main_window(shot, state) if shot else _bare(name)
    window.resize(int(width), int(height))
    window.show()
    if shot is not None:
        shot.show(window)
    _settle(app)
    QApplication.activeWindow()
    _with_dialogs(window).save(file)
    os._exit(0)


def _with_dialogs(window: QWidget) -> Any:
    """The window with the dialogs that are open over it."""
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication, QDialog

    drawn = window.grab()
    painter = QPainter(drawn)
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            painter.drawPixmap(each.pos() - window.pos(), each.grab())
    painter.end()
    return drawn


def _main_window(shot: Shot, state: Any) -> MainWindow:
    from desktop_crm.app.company import open_company
    from desktop_crm.app.window import build_window
    from desktop_crm.settings import Settings
    from desktop_crm.views.shell.jobs import JobRunner

    database, actor, choices = open_company(os.environ["SHOT_DATABASE"], shot.user)
    window = build_window(database, actor, choices, JobRunner(), state, Settings())
    window.open("organization")
    return window


def _bare(name: str) -> Any:
    from desktop_crm.errors import Unavailable
    from desktop_crm.settings import Settings
    from desktop_crm.views.shell.jobs import InlineRunner
    from desktop_crm.views.start.assistant import Assistant
    from desktop_crm.views.start.opening import OpeningWindow

    if name == "assistant":
        return Assistant(InlineRunner(), Settings())
    opening = OpeningWindow("postgresql://lan@may-chu:5432/crm")
    opening.fail(Unavailable(reason="Connection refused"))
    return opening


def _until(true: Callable[[], bool]) -> None:
    """Let background work arrive, at most twenty seconds."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    limit = QDeadlineTimer(20_000)
    while not true() and not limit.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _settle(app: Any) -> None:
    """Let background reads arrive and everything be painted."""
    _wait(2500)
    app.processEvents()


def _wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
