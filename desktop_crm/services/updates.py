"""New versions of the program: where an administrator puts them, whether they are genuine, and how they are fetched.

The place is a folder or an https address. It holds a manifest for each system, the manifest's Ed25519 signature beside
it, and the installers. `tools/sign_release.py` makes the first two. Nothing is believed that the signature does not
cover: the manifest names the installer, its size and its SHA-256.
"""

from __future__ import annotations

import binascii
import hashlib
import json
import os
import re
import sys
from base64 import b64decode
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, Any
from urllib.parse import quote, urlsplit

from desktop_crm import __version__
from desktop_crm.errors import Cancelled, Refused, Unavailable
from desktop_crm.i18n import mark

Progress = Callable[[int, int], None]
SYSTEM = "windows" if sys.platform == "win32" else "linux"
_CHUNK = 1 << 18
_MOST = 64 * 1024  # bytes of a manifest
_SECONDS = 20.0
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Release:
    """One version: its installer's file name, SHA-256 and size in bytes, and the newest schema that it knows."""

    version: str
    file: str
    sha256: str
    size: int
    schema: str


def manifest_name(system: str = SYSTEM) -> str:
    """The file that says what the newest version for a system is; its signature is in `….sig`."""
    return f"desktop-crm-{system}.json"


def newer(where: str, key: str, than: str = __version__, system: str = SYSTEM) -> Release | None:
    """The version at `where`, if it is newer and signed with `key` (base64); None where there is nothing newer.

    Raises Unavailable where the place cannot be read, Refused for what is not genuine.
    """
    signed = _read(where, manifest_name(system))
    _verify(signed, _read(where, f"{manifest_name(system)}.sig"), key)
    release = _release(signed)
    return release if _numbers(release.version) > _numbers(than) else None


def download(
    where: str, release: Release, folder: Path, progress: Progress | None = None, cancelled: Callable[[], bool] = bool
) -> Path:
    """Fetch the installer into `folder`; what comes back has the size and SHA-256 of the manifest.

    Raises Unavailable, Refused where it is another file than the manifest's, Cancelled. Nothing half is left.
    """
    target = folder / release.file
    part = target.with_name(f"{target.name}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(_open(where, release.file)) as source, part.open("wb") as sink:
            found = _copy(source, sink, release.size, progress, cancelled)
        if found != release.sha256:
            raise Refused(mark("Updates", "{file} is not the file that was signed; it was thrown away."),
                          file=release.file)  # fmt: skip
        os.replace(part, target)
    except OSError as error:
        raise _unreachable(error) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def start(installer: Path) -> None:
    """Start what was fetched; the program should close then. Raises Unavailable where the system does not let it."""
    try:
        if sys.platform == "win32":
            os.startfile(installer, arguments="/RUN")
        else:
            import subprocess

            subprocess.Popen(["xdg-open", str(installer)], start_new_session=True)
    except OSError as error:
        message = mark("Updates", "{file} cannot be started: {reason}")
        raise Unavailable(message, file=installer.name, reason=error.strerror or str(error)) from error


# ---------------------------------------------------------------- what is believed
def _verify(signed: bytes, signature: bytes, key: str) -> None:
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(b64decode(key, validate=True)).verify(signed, b64decode(signature, validate=False))
    except (BadSignatureError, ValueError, binascii.Error) as error:
        raise Refused(
            mark("Updates", "The new version is not signed with the key that was given here; it was left alone.")
        ) from error


def _release(signed: bytes) -> Release:
    try:
        told = json.loads(signed)
        release = Release(**{name: told[name] for name in Release.__slots__})
    except (ValueError, KeyError, TypeError) as error:
        raise _meaningless() from error
    if not _makes_sense(release):
        raise _meaningless()
    return release


def _makes_sense(release: Release) -> bool:
    texts = (release.version, release.file, release.sha256, release.schema)
    return (
        all(isinstance(text, str) for text in texts)
        and type(release.size) is int
        and release.size > 0
        and re.fullmatch(r"[0-9a-f]{64}", release.sha256) is not None
        and re.fullmatch(r"\d+(\.\d+){1,3}", release.version) is not None
        and release.file not in ("", ".", "..")
        and PurePosixPath(release.file).name == PureWindowsPath(release.file).name == release.file
    )


def _meaningless() -> Refused:
    return Refused(mark("Updates", "What is said there about the new version makes no sense to this program."))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


# ---------------------------------------------------------------- fetching
def _read(where: str, name: str) -> bytes:
    try:
        with closing(_open(where, name)) as file:
            found: bytes = file.read(_MOST + 1)
    except OSError as error:
        raise _unreachable(error) from error
    if len(found) > _MOST:
        raise _meaningless()
    return found


def _open(where: str, name: str) -> IO[bytes] | Any:
    """A file of the place, opened for reading. Raises OSError; Refused for an address that anybody could answer for."""
    if "://" not in where:
        return Path(where, name).open("rb")
    address = urlsplit(where)
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in _LOOPBACK):
        raise Refused(mark("Updates", "New versions are fetched from a folder or an https:// address only."))
    from urllib.request import urlopen

    return urlopen(f"{where.rstrip('/')}/{quote(name)}", timeout=_SECONDS)


def _copy(
    source: IO[bytes], sink: IO[bytes], size: int, progress: Progress | None, cancelled: Callable[[], bool]
) -> str:
    """The SHA-256 of what was copied; never more than `size` and one byte."""
    seen, done = hashlib.sha256(), 0
    while done <= size and (chunk := source.read(min(_CHUNK, size + 1 - done))):
        if cancelled():
            raise Cancelled
        seen.update(chunk)
        sink.write(chunk)
        done += len(chunk)
        if progress:
            progress(min(done, size), size)
    return seen.hexdigest() if done == size else ""


def _unreachable(error: OSError) -> Unavailable:
    reason = error.strerror or str(getattr(error, "reason", "")) or str(error)
    return Unavailable(mark("Updates", "The place for new versions cannot be read: {reason}"), reason=reason)
