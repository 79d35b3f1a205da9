"""The first-run assistant settles on a database that opens; the opening window says why one does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_crm import i18n
from desktop_crm.errors import Unavailable
from desktop_crm.models import User
from desktop_crm.services.company import current
from desktop_crm.settings import Settings, demo_database
from desktop_crm.storage.database import open_database
from desktop_crm.views.shell.jobs import InlineRunner
from desktop_crm.views.start.assistant import Assistant
from desktop_crm.views.start.opening import OpeningWindow

OWN, DEMO, SERVER = range(3)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def assistant(qtbot: QtBot, settings: Settings) -> Assistant:
    made = Assistant(InlineRunner(), settings)
    qtbot.addWidget(made)
    made.show()
    return made


def answer(assistant: Assistant, choice: int, **texts: str) -> list[Any]:
    """Choose a card, fill in its fields, press the button; what was chosen."""
    heard: list[Any] = []
    assistant.chosen.connect(lambda target, demo: heard.append((target, demo)))
    assistant._cards.button(choice).click()
    for name, text in texts.items():
        getattr(assistant, name).setText(text)
    assistant._go.click()
    return heard


def test_our_own_company_is_made_and_remembered(assistant: Assistant, settings: Settings, tmp_path: Path) -> None:
    file = str(tmp_path / "Dữ liệu" / "công ty.crm")
    heard = answer(assistant, OWN, company="  Công ty  Ấn Độ ", person="Nguyễn Văn Ân", file=file)
    assert heard == [(file, False)]
    assert settings["database"] == file
    database = open_database(file, create=False)
    with database.reading() as unit:
        assert current(unit).name == "Công ty Ấn Độ"
        assert unit.session.get_one(User, 1).full_name == "Nguyễn Văn Ân"
    database.close()


def test_a_file_that_is_there_is_never_overwritten(assistant: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "quý giá.crm"
    file.write_text("quý giá", "utf-8")
    assert answer(assistant, OWN, company="A", person="B", file=str(file)) == []
    assert "quý giá.crm" in assistant._fault.text()
    assert file.read_text("utf-8") == "quý giá"
    assert assistant._go.isEnabled()


def test_missing_names_are_asked_for(assistant: Assistant) -> None:
    assert answer(assistant, OWN, company="", person="B") == []
    assert assistant._fault.text()


def test_the_demo_company_needs_no_answers(assistant: Assistant) -> None:
    assert answer(assistant, DEMO) == [(str(demo_database()), True)]


def test_a_server_that_does_not_answer_is_said(assistant: Assistant, settings: Settings) -> None:
    heard = answer(assistant, SERVER, server="127.0.0.1:1", base="crm", user="lan", password="bí mật")
    assert heard == []
    assert assistant._fault.text()
    assert "bí mật" not in assistant._fault.text()
    assert settings["database"] == ""


def test_a_wrong_port_is_said(assistant: Assistant) -> None:
    answer(assistant, SERVER, server="may-chu:abc", base="crm", user="lan")
    assert "abc" in assistant._fault.text()


def test_the_language_is_switched_and_remembered(assistant: Assistant, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(assistant.language_changed):
        assistant._switch_language()
    assert (i18n.language(), settings["language"]) == ("en", "en")


def test_a_failed_opening_offers_ways_on(qtbot: QtBot) -> None:
    opening = OpeningWindow("postgresql://lan:secret@server/crm")
    qtbot.addWidget(opening)
    opening.show()
    assert not opening._buttons.isVisible()
    assert "secret" not in opening._words.text()
    opening.fail(Unavailable(reason="Connection refused"))
    assert "Connection refused" in opening._words.text()
    assert opening._buttons.isVisible()


def test_the_server_that_administrators_named_is_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    decided = tmp_path / "defaults.json"
    decided.write_text('{"database": "postgresql://may-chu:5433/khach_hang"}', "utf-8")
    made = Assistant(InlineRunner(), Settings(tmp_path / "settings.json", decided))
    qtbot.addWidget(made)
    assert made._cards.checkedId() == SERVER
    assert (made.server.text(), made.base.text(), made.user.text()) == ("may-chu:5433", "khach_hang", "")


def test_a_folder_that_is_copied_elsewhere_is_warned_of(assistant: Assistant, tmp_path: Path) -> None:
    from desktop_crm.views.widgets.field import Field

    field = assistant.file.parentWidget()
    assert isinstance(field, Field)
    assistant.file.setText(str(tmp_path / "OneDrive" / "a.crm"))
    assert "OneDrive" in field.note()
    assistant.file.setText(str(tmp_path / "a.crm"))
    assert field.state() == ""
