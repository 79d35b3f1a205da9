"""The command line does the work of the window, says what it did, and refuses in one line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

from desktop_crm.cli import main
from desktop_crm.models import Organization
from desktop_crm.services import records
from desktop_crm.services.demo import fill
from desktop_crm.storage.database import open_database

ROWS = (
    ("Tên khách hàng", "MST", "Điện thoại", "Email"),
    ("Công ty TNHH Ấn Độ Dương", "0100233488", "0912345678", "a@an.example"),
    ("Công ty CP Đỉnh Cao", "0100047516", 987654321, "b@dinh.example"),
    ("", "0314409058-002", "", ""),
    ("=HYPERLINK(1)", "123", "", "sai"),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append([None if cell == "" else cell for cell in row])
    book.active["A5"].data_type = "s"
    book.save(tmp_path / "khach.xlsx")
    return tmp_path / "khach.xlsx"


@pytest.fixture
def demo_url(database_url: str) -> str:
    database = open_database(database_url)
    fill(database, size=25, today=date(2026, 11, 20))
    database.close()
    return database_url


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """The JSON a command prints."""
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line a refused command prints."""
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def test_import_tells_counts_keeps_faults_and_is_undone(
    database_url: str, sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", database_url)
    errors = tmp_path / "errors.xlsx"
    dry = told(capsys, *at, "import", "organizations", str(sheet), "--dry-run")
    assert dry == {"read": 4, "created": 2, "updated": 0, "skipped": 0, "invalid": 2, "batch": None}
    done = told(capsys, *at, "import", "organizations", str(sheet), "--errors", str(errors))
    assert (done["created"], done["invalid"]) == (2, 2)
    assert openpyxl.load_workbook(errors).active is not None
    (found,) = told(capsys, *at, "list", "organizations", "--search", "dinh cao")
    assert (found["tax_code"], found["phone"]) == ("0100047516", "+84987654321")
    assert told(capsys, *at, "import", "organizations", str(sheet))["skipped"] == 2
    assert main([*at, "undo-import", str(done["batch"])]) == 0
    assert told(capsys, *at, "list", "organizations") == []


def test_update_by_a_named_field_with_a_named_column(
    database_url: str, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", database_url)
    assert main([*at, "import", "organizations", str(sheet)]) == 0
    book = openpyxl.load_workbook(sheet)
    assert book.active is not None
    book.active["A1"], book.active["A2"] = "Cột lạ", "Công ty TNHH Ấn Độ Dương Mới"
    book.save(sheet)
    capsys.readouterr()
    how = ("--map", "name=Cột lạ", "--match", "tax_code", "--existing", "update")
    done = told(capsys, *at, "import", "organizations", str(sheet), *how)
    assert (done["created"], done["updated"]) == (0, 1)


def test_list_show_and_print_agree(demo_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--database", demo_url)
    quotes = told(capsys, *at, "list", "quotes", "--limit", "2")
    assert len(quotes) == 2
    number = quotes[0]["number"]
    shown = told(capsys, *at, "show", "quotes", number)
    assert shown["grand_total"] == quotes[0]["grand_total"] > 0
    assert shown["lines"][0]["quantity"] > 0
    pdf = tmp_path / "báo giá.pdf"
    assert main([*at, "print", "quotes", number, str(pdf)]) == 0
    text = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert f"{shown['grand_total']:,}".replace(",", ".") in text
    assert main([*at, "show", "quotes", number]) == 0
    assert shown["buyer_name"] in capsys.readouterr().out


@pytest.mark.parametrize("module", ["leads", "contacts", "opportunities", "products", "orders", "contracts"])
def test_every_module_lists_shows_and_exports(
    module: str, demo_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", demo_url)
    listed = told(capsys, *at, "list", module)
    assert told(capsys, *at, "show", module, listed[0]["number"])["id"] == listed[0]["id"]
    file = tmp_path / f"{module}.xlsx"
    assert main([*at, "export", module, str(file)]) == 0
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert sheet.max_row > len(listed)


def test_backup_and_restore_go_round(demo_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy, again = str(tmp_path / "copy.crm"), str(tmp_path / "again.crm")
    before = told(capsys, "--database", demo_url, "list", "organizations")
    assert main(["--database", demo_url, "backup", copy]) == 0
    assert main(["--database", again, "restore", copy]) == 0
    assert main(["--database", again, "check"]) == 0
    capsys.readouterr()
    assert told(capsys, "--database", again, "list", "organizations") == before


def test_the_work_is_done_in_the_users_name(sqlite_url: str, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_database(sqlite_url)
    with database.writing() as unit:
        records.create(unit, Organization, {"name": "Đã có"})
    database.close()
    assert main(["--database", sqlite_url, "--user", "ADMIN", "import", "organizations", str(sheet)]) == 0
    capsys.readouterr()
    (mine, *_) = told(capsys, "--database", sqlite_url, "list", "organizations", "--search", "dinh cao")
    assert mine["created_by"] == "Quản trị"
    assert "khong-co" in refused(capsys, "--database", sqlite_url, "--user", "khong-co", "list", "leads")


def test_refusals_name_what_and_where(sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--database", sqlite_url)
    assert "BG-9" in refused(capsys, *at, "show", "quotes", "BG-9")
    assert "nowhere.xlsx" in refused(capsys, *at, "import", "leads", str(tmp_path / "nowhere.xlsx"))
    assert "no.crm" in refused(capsys, "--database", str(tmp_path / "no.crm"), "list", "leads")
    assert "mysql" in refused(capsys, "--database", "mysql://a:b@c/d", "list", "leads")
    assert "99" in refused(capsys, *at, "undo-import", "99")
    assert main([*at, "demo", "--size", "2"]) == 0
    assert refused(capsys, *at, "demo")


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "quotes", "a.xlsx"],
        ["list", "nothing"],
        ["print", "leads", "1", "a.pdf"],
        ["demo", "--size", "0"],
        ["import", "leads", "a.xlsx", "--map", "x"],
    ],
)
def test_wrong_usage_is_status_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_english_is_spoken_where_it_was_chosen(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    from desktop_crm.settings import Settings

    Settings().change(language="en")
    try:
        assert "no record with the number" in refused(capsys, "--database", sqlite_url, "show", "quotes", "X")
    finally:
        Settings().change(language="vi")


def test_a_company_file_in_the_first_place_is_the_database(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(sqlite_url).rename(tmp_path / "Công ty mẫu.CRM")
    assert main([str(file), "list", "quotes"]) == 0
    assert main([str(tmp_path / "keine.crm"), "list", "quotes"]) == 1
    assert "keine.crm" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("database", "asks"),
    [("postgresql://may-chu:5432/crm", True), ("postgresql://an@may-chu/crm", False), ("C:\\An\\a.crm", False)],
)
def test_a_server_without_a_user_is_asked_about(
    database: str, asks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_crm import app, cli

    opened: list[str | None] = []
    monkeypatch.setattr(app, "run", lambda target, *how, **more: opened.append(target) or 0)
    settings = cli.Settings(tmp_path / "settings.json")
    settings.change(database=database)
    cli._window(cli.parser().parse_args([]), settings)
    assert opened == [None if asks else database]


def test_a_file_with_a_password_asks_who_one_is(
    sqlite_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_crm.services.passwords import set_password

    database = open_database(sqlite_url)
    with database.writing() as unit:
        set_password(unit, 1, "mật khẩu dài")
    database.close()
    at = ("--database", sqlite_url)
    monkeypatch.delenv("DESKTOP_CRM_PASSWORD", raising=False)
    assert "--user" in refused(capsys, *at, "list", "contacts")
    assert "DESKTOP_CRM_PASSWORD" in refused(capsys, *at, "--user", "admin", "list", "contacts")
    monkeypatch.setenv("DESKTOP_CRM_PASSWORD", "sai")
    refused(capsys, *at, "--user", "admin", "list", "contacts")
    monkeypatch.setenv("DESKTOP_CRM_PASSWORD", "mật khẩu dài")
    assert told(capsys, *at, "--user", "admin", "list", "contacts") == []
