"""New versions: found in a folder or on a server, believed only when signed, fetched only when they are what was
signed."""

from __future__ import annotations

import json
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from desktop_crm.errors import Cancelled, Refused, Unavailable
from desktop_crm.services import updates
from tools import sign_release

CONTENT = bytes(range(256)) * 3000


@pytest.fixture
def key() -> SigningKey:
    return SigningKey(bytes(range(32)))


@pytest.fixture
def place(tmp_path: Path, key: SigningKey) -> Path:
    """A folder with a signed version 9.1.0 for Windows."""
    folder = tmp_path / "Phiên bản mới"
    folder.mkdir()
    installer = folder / "CRM-Khach-hang-9.1.0-setup.exe"
    installer.write_bytes(CONTENT)
    sign_release.sign(key, installer)
    return folder


@pytest.fixture
def server(place: Path) -> Iterator[str]:
    """The same place as a web server of this machine shows it."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(place))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def look(where: object, key: SigningKey, than: str = "0.1.0") -> updates.Release | None:
    return updates.newer(str(where), sign_release.public_half(key), than, "windows")


def found(where: object, key: SigningKey) -> updates.Release:
    release = look(where, key)
    assert release is not None
    return release


def test_a_newer_version_is_found_fetched_and_whole(place: Path, server: str, key: SigningKey, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    for where in (place, server):
        release = found(where, key)
        assert (release.version, release.size) == ("9.1.0", len(CONTENT))
        folder = tmp_path / "fetched"
        file = updates.download(str(where), release, folder, lambda *step: seen.append(step))
        assert file.read_bytes() == CONTENT
        assert seen[-1] == (len(CONTENT), len(CONTENT))
        assert [path.name for path in folder.iterdir()] == [release.file]


@pytest.mark.parametrize("than", ["9.1.0", "9.1.1", "9.10.0", "10.0.0"])
def test_the_same_or_an_older_version_is_none(place: Path, key: SigningKey, than: str) -> None:
    assert look(place, key, than) is None


def test_versions_are_compared_by_number(place: Path, key: SigningKey) -> None:
    assert look(place, key, "9.0.99") is not None


def test_a_manifest_that_was_changed_is_refused(place: Path, key: SigningKey) -> None:
    manifest = place / updates.manifest_name("windows")
    manifest.write_bytes(manifest.read_bytes().replace(b"9.1.0", b"9.2.0"))
    with pytest.raises(Refused):
        look(place, key)


def test_a_manifest_of_another_key_is_refused(place: Path) -> None:
    with pytest.raises(Refused):
        look(place, SigningKey(bytes(32)))


@pytest.mark.parametrize("nonsense", ["", "x", "AAAA", "không phải khóa"])
def test_a_key_or_signature_that_is_none_is_refused(place: Path, key: SigningKey, nonsense: str) -> None:
    with pytest.raises(Refused):
        updates.newer(str(place), nonsense, "0.1.0", "windows")
    (place / f"{updates.manifest_name('windows')}.sig").write_text(nonsense, "utf-8")
    with pytest.raises(Refused):
        look(place, key)


@pytest.mark.parametrize(
    "change",
    [
        {"file": "../evil.exe"},
        {"file": "..\\evil.exe"},
        {"file": ""},
        {"file": "C:evil.exe"},
        {"size": -1},
        {"size": "3"},
        {"sha256": "00"},
        {"version": "9.x"},
        {"schema": None},
    ],
    ids=str,
)
def test_a_signed_manifest_still_has_to_make_sense(place: Path, key: SigningKey, change: dict[str, object]) -> None:
    manifest = place / updates.manifest_name("windows")
    content = json.dumps({**json.loads(manifest.read_bytes()), **change}).encode()
    manifest.write_bytes(content)
    manifest.with_name(f"{manifest.name}.sig").write_bytes(b64encode(key.sign(content).signature))
    with pytest.raises(Refused):
        look(place, key)


@pytest.mark.parametrize("content", [CONTENT[:-1] + b"!", CONTENT[:-1], CONTENT + b"more", b""], ids=len)
def test_an_installer_that_was_changed_is_thrown_away(
    place: Path, server: str, key: SigningKey, tmp_path: Path, content: bytes
) -> None:
    release = found(place, key)
    (place / release.file).write_bytes(content)
    for where in (place, server):
        with pytest.raises(Refused):
            updates.download(str(where), release, tmp_path / "fetched")
        assert not list((tmp_path / "fetched").iterdir())


def test_fetching_may_be_given_up(place: Path, key: SigningKey, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        updates.download(str(place), found(place, key), tmp_path / "fetched", cancelled=lambda: True)
    assert not list((tmp_path / "fetched").iterdir())


def test_a_place_that_is_not_there_is_said(tmp_path: Path, server: str, key: SigningKey) -> None:
    for where in (tmp_path / "nowhere", f"{server}nowhere", "http://127.0.0.1:9/"):
        with pytest.raises(Unavailable):
            look(where, key)


@pytest.mark.parametrize("where", ["http://updates.example/crm", "ftp://updates.example", "file:///etc"])
def test_an_address_that_anybody_could_answer_for_is_refused(where: str, key: SigningKey) -> None:
    with pytest.raises(Refused):
        look(where, key)


def test_a_key_file_is_secret_and_never_replaced(tmp_path: Path, place: Path) -> None:
    file = tmp_path / "release.key"
    public = sign_release.make_key(file)
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        sign_release.make_key(file)
    sign_release.sign(sign_release.read_key(file), place / "CRM-Khach-hang-9.1.0-setup.exe")
    assert updates.newer(str(place), public, "0.1.0", "windows") is not None
