"""Imports keep to the rights of whoever imports: owners within reach, fields of one's own, records one may make."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_crm.errors import Forbidden, Refused
from desktop_crm.exchange.commands import import_file
from desktop_crm.exchange.write import ColumnSpec, write_table
from desktop_crm.models import Organization
from desktop_crm.models.fields import Kind
from desktop_crm.models.rights import FieldLevel, Grant, Reach
from desktop_crm.storage.database import Database
from tests.support.people import actor_of, own, staffed, with_rights

HEADERS = ("Tên tổ chức", "Website", "Người phụ trách")
COLUMNS = {"name": "Tên tổ chức", "website": "Website", "owner_id": "Người phụ trách"}


def sheet(folder: Path, *rows: tuple[str, str, str]) -> Path:
    path = folder / "khach.xlsx"
    write_table(path, "Khách hàng", [ColumnSpec(words, Kind.TEXT) for words in HEADERS], iter(rows), total=len(rows))
    return path


def owners(database: Database) -> dict[str, int | None]:
    with database.reading() as unit:
        return {row.name: row.owner_id for row in unit.session.scalars(select(Organization))}


def test_rows_belong_to_the_importer_unless_the_sheet_says_somebody_within_reach(
    database: Database, tmp_path: Path
) -> None:
    who = staffed(database)
    path = sheet(tmp_path, ("Công ty A", "", ""), ("Công ty B", "", "Nguyễn Thị Lan"), ("Công ty C", "", "Phạm Tuấn"))
    counts = import_file(database, actor_of(database, who["minh"]), Organization, path, columns=COLUMNS)
    assert (counts["created"], counts["invalid"]) == (2, 1)
    assert owners(database) == {"Công ty A": who["minh"], "Công ty B": who["lan"]}


def test_a_field_that_is_not_ones_own_is_not_imported(database: Database, tmp_path: Path) -> None:
    who = staffed(database)
    path = sheet(tmp_path, ("Công ty A", "a.example", ""))
    for level, error in ((FieldLevel.READ_ONLY, Forbidden), (FieldLevel.HIDDEN, Refused)):
        lan = with_rights(actor_of(database, who["lan"]), fields={("organization", "website"): level})
        with pytest.raises(error):
            import_file(database, lan, Organization, path, columns=COLUMNS)
    assert owners(database) == {}


def test_records_out_of_reach_are_not_changed_by_an_import(database: Database, tmp_path: Path) -> None:
    who = staffed(database)
    own(database, who["tuan"], "Công ty A")
    path = sheet(tmp_path, ("Công ty A", "a.example", ""))
    sees = {"organization": Grant(see=Reach.ALL, create=Reach.OWN, change=Reach.OWN)}
    lan = with_rights(actor_of(database, who["lan"]), sees)
    if database.is_local:  # the file does not show it: what is like it is new
        counts = import_file(database, lan, Organization, path, columns=COLUMNS, match="name", existing="update")
        assert (counts["created"], counts["updated"]) == (1, 0)
        return
    with pytest.raises(Forbidden):
        import_file(database, lan, Organization, path, columns=COLUMNS, match="name", existing="update")


def test_without_the_right_to_create_nothing_is_made(database: Database, tmp_path: Path) -> None:
    who = staffed(database)
    lan = with_rights(actor_of(database, who["lan"]), {"organization": Grant(see=Reach.ALL)})
    with pytest.raises(Forbidden):
        import_file(database, lan, Organization, sheet(tmp_path, ("Công ty A", "", "")), columns=COLUMNS)
    assert owners(database) == {}
