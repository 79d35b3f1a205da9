"""Where a company file may lie, and where it had better not."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from desktop_crm.errors import Unavailable
from desktop_crm.storage import engine
from desktop_crm.storage.places import synchronised_by


@pytest.mark.parametrize(
    "path", [r"\\server\chung\crm.crm", r"\\?\UNC\server\chung\crm.crm", r"\\?\unc\server\a.crm", "//server/a.crm"]
)
def test_a_file_on_another_computer_is_refused_with_a_reason(path: str) -> None:
    with pytest.raises(Unavailable) as caught:
        engine._refuse_network_drive(PureWindowsPath(path))
    assert "PostgreSQL" in caught.value.text()


def test_so_is_one_on_a_mapped_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_is_remote_drive", lambda path: path.drive == "Z:")
    with pytest.raises(Unavailable):
        engine._refuse_network_drive(PureWindowsPath(r"Z:\crm.crm"))
    engine._refuse_network_drive(PureWindowsPath(r"C:\crm.crm"))


@pytest.mark.parametrize("path", [r"C:\Users\Nguyễn Văn Ân\công ty.crm", "\\\\?\\C:\\" + "x" * 300 + "\\a.crm"])
def test_files_of_this_computer_are_taken(path: str) -> None:
    engine._refuse_network_drive(PureWindowsPath(path))


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/an/OneDrive/crm.crm", "OneDrive"),
        ("/home/an/OneDrive - Công ty An Phát/a/crm.crm", "OneDrive"),
        ("/home/an/dropbox/crm.crm", "Dropbox"),
        ("/home/an/Dropbox (Công ty)/crm.crm", "Dropbox"),
        ("/home/an/crm/OneDrive.crm", ""),
        ("/home/an/onedrives/crm.crm", ""),
        ("", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(path: str, service: str) -> None:
    assert synchronised_by(path, {}) == service


def test_or_by_what_the_system_says_of_it() -> None:
    environment = {"OneDriveCommercial": str(PurePosixPath("/home/an/Tài liệu công ty"))}
    assert synchronised_by("/home/an/Tài liệu công ty/crm.crm", environment) == "OneDrive"
    assert synchronised_by("/home/an/Tài liệu/crm.crm", environment) == ""
