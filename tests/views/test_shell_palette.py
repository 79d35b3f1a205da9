"""The palette while answers come: groups in a fixed order, nothing jumps, nothing stale is taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_crm.errors import Unavailable
from desktop_crm.models import Organization, Quote
from desktop_crm.storage.database import Database
from desktop_crm.views.modules import MODULES
from desktop_crm.views.records.palette_sources import record_sources
from desktop_crm.views.shell.declarations import PaletteItem, Source
from desktop_crm.views.shell.jobs import InlineRunner, Job, JobRunner
from desktop_crm.views.shell.palette import Palette
from desktop_crm.views.widgets.rows import Suggestion
from tests.factories import create_many, make_context


class HeldRunner(InlineRunner):
    """Answers reads only when told to, by the number of their source."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Job] = []

    def _start_read(self, job: Job) -> None:
        self.held.append(job)

    def answer(self, number: int) -> None:
        wanted = [job for job in self.held if job.key is not None and job.key[1] == f"palette {number}"]
        self.held.remove(wanted[-1])
        super()._start_read(wanted[-1])


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def shown(qtbot: Any, ran: list[str]) -> Callable[..., tuple[Palette, HeldRunner]]:
    """Shows a palette with records of two modules and commands."""
    kept: list[QWidget] = []

    def show() -> tuple[Palette, HeldRunner]:
        def source(group: str) -> Source:
            def find(query: str, cancel: Any) -> list[PaletteItem]:
                title = f"{group} {query}"
                return [
                    PaletteItem("users", title, "", lambda: ran.append(title), in_list=lambda: ran.append(f"+{title}"))
                ]

            return Source(group, find)

        def commands(query: str) -> list[PaletteItem]:
            return [PaletteItem("plus", f"Lệnh {query}", "", lambda: ran.append("Lệnh"))] if "l" in query else []

        window, runner = QWidget(), HeldRunner()
        qtbot.addWidget(window)
        window.resize(900, 700)
        window.show()
        sources = [source("Tổ chức"), source("Báo giá"), Source("Lệnh", commands, background=False)]
        palette = Palette(window, runner, sources)
        palette.show()
        kept.append(window)
        return palette, runner

    return show


def lines(palette: Palette) -> list[str]:
    rows = palette._list._model.rows
    return [row.title if isinstance(row, Suggestion) else f"[{row}]" for row in rows]


def asked(qtbot: Any, palette: Palette, runner: HeldRunner, text: str) -> None:
    runner.held.clear()
    palette.type(text)
    qtbot.waitUntil(lambda: len(runner.held) == 2)


def test_answers_of_all_modules_are_shown_together(qtbot: Any, shown: Any) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "la")
    palette._patience.stop()
    runner.answer(1)
    assert lines(palette) == ["[Lệnh]", "Lệnh la"]
    runner.answer(0)
    assert lines(palette) == ["[Tổ chức]", "Tổ chức la", "[Báo giá]", "Báo giá la", "[Lệnh]", "Lệnh la"]


def test_slow_module_holds_up_nobody_and_moves_nothing(qtbot: Any, shown: Any) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "la")
    runner.answer(1)
    palette._swap()
    assert palette._list.current().title == "Báo giá la"
    palette._list.step(1)
    runner.answer(0)
    assert lines(palette)[:2] == ["[Tổ chức]", "Tổ chức la"]
    assert palette._list.current().title == "Lệnh la"


def test_old_answers_stay_while_new_ones_are_on_their_way(qtbot: Any, shown: Any) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "an")
    runner.answer(0)
    runner.answer(1)
    asked(qtbot, palette, runner, "ang")
    palette._patience.stop()
    assert lines(palette)[1] == "Tổ chức an"
    runner.answer(0)
    runner.answer(1)
    assert lines(palette)[1] == "Tổ chức ang"


def test_each_letter_stops_what_was_asked_before(qtbot: Any, shown: Any) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "an")
    before = list(runner.held)
    palette.type("anh")
    assert all(job.cancel.is_set() for job in before)
    qtbot.waitUntil(lambda: len(runner.held) == 4)
    for job in before:
        InlineRunner._start_read(runner, job)
    assert lines(palette) == []
    assert not palette._nothing.isVisible()


def test_enter_waits_for_the_answers(qtbot: Any, shown: Any, ran: list[str]) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "an")
    palette._patience.stop()
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == []
    runner.answer(0)
    runner.answer(1)
    assert ran == ["Tổ chức an"]


def test_enter_waits_for_a_slow_module_where_nobody_else_has_answers(qtbot: Any, shown: Any, ran: list[str]) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "an")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    palette._swap()
    assert ran == []
    assert not palette._nothing.isVisible()
    runner.answer(1)
    assert ran == ["Báo giá an"]


def test_failure_is_told_once(qtbot: Any) -> None:
    told: list[Any] = []

    def find(query: str, cancel: Any) -> list[PaletteItem]:
        raise Unavailable(reason="test")

    window, runner = QWidget(), InlineRunner()
    runner.on_error = told.append
    qtbot.addWidget(window)
    window.show()
    palette = Palette(window, runner, [Source("Tổ chức", find), Source("Báo giá", find)])
    palette.show()
    palette.type("an")
    qtbot.waitUntil(palette._nothing.isVisible)
    assert len(told) == 1


def test_control_and_enter_open_the_list(qtbot: Any, shown: Any, ran: list[str]) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "an")
    runner.answer(0)
    runner.answer(1)
    palette._list.step(1)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["+Báo giá an"]


def test_closing_stops_what_is_asked(qtbot: Any, shown: Any) -> None:
    palette, runner = shown()
    asked(qtbot, palette, runner, "an")
    palette.close_palette()
    assert all(job.cancel.is_set() for job in runner.held)


def test_one_letter_asks_nobody(qtbot: Any, shown: Any) -> None:
    palette, runner = shown()
    palette.type("l")
    qtbot.wait(120)
    assert runner.held == []
    assert lines(palette) == ["[Lệnh]", "Lệnh l"]


def test_groups_of_modules_lead_to_their_lists(qtbot: Any, local_database: Database) -> None:
    runner = JobRunner()
    context = make_context(local_database, runner)
    with local_database.writing(context.actor) as unit:
        ids = create_many(unit, Organization, 64)
        unit.session.add(Quote(number="BG-2026-0001", subject="Máy tiện", owner_id=context.actor.id))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    palette = Palette(window, runner, record_sources(context, MODULES))
    palette.show()
    try:
        palette.type("co khi")
        qtbot.waitUntil(lambda: bool(lines(palette)), timeout=10_000)
        assert lines(palette)[0] == "[Tổ chức]"
        assert lines(palette)[-1] == "Hiện cả 8 kết quả trong danh sách"
        for _ in range(5):
            palette._list.step(1)
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
        palette = Palette(window, runner, record_sources(context, MODULES))
        palette.show()
        palette.type("bg 2026 0001")
        qtbot.waitUntil(lambda: lines(palette)[:1] == ["[Báo giá]"], timeout=10_000)
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    finally:
        runner.close()
    assert len(ids) == 64
    calls = context.navigator.calls  # type: ignore[attr-defined]
    assert calls == [("list", "organization", {"search": "co khi"}), ("record", "quote", 1, {})]
