"""Keys and signed manifests for new versions, as the program looks for them.

    python -m tools.sign_release key KEYFILE                     make a key; prints what users' programs need to know
    python -m tools.sign_release sign KEYFILE INSTALLER...       write manifest and signature beside each installer

KEYFILE holds the secret half: keep it away from the place that the installers are put in. A .exe is the Windows
version, a .deb the Linux one; the version is the number in the file's name.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from nacl.signing import SigningKey

from desktop_crm.services.updates import Release, manifest_name
from desktop_crm.storage.migrate import head

_SYSTEMS = {".exe": "windows", ".deb": "linux"}


def make_key(file: Path) -> str:
    """Write a new secret key, readable by its owner only; the public half in base64. Never replaces a file."""
    key = SigningKey.generate()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
        sink.write(b64encode(bytes(key)) + b"\n")
    return public_half(key)


def public_half(key: SigningKey) -> str:
    """What the program is given as `update_key`."""
    return b64encode(bytes(key.verify_key)).decode()


def read_key(file: Path) -> SigningKey:
    """The key in a file that `make_key` wrote."""
    return SigningKey(b64decode(file.read_bytes()))


def sign(key: SigningKey, installer: Path) -> Path:
    """Write the manifest of an installer and its signature beside it; the manifest's path."""
    content = json.dumps(asdict(describe(installer)), indent=1, sort_keys=True).encode()
    manifest = installer.with_name(manifest_name(_SYSTEMS[installer.suffix]))
    manifest.write_bytes(content)
    manifest.with_name(f"{manifest.name}.sig").write_bytes(b64encode(key.sign(content).signature) + b"\n")
    return manifest


def describe(installer: Path) -> Release:
    """What the manifest says of an installer."""
    number = re.search(r"\d+\.\d+\.\d+", installer.name)
    if number is None or installer.suffix not in _SYSTEMS:
        raise SystemExit(f"{installer.name} is no installer with a version in its name")
    with installer.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return Release(number[0], installer.name, found, installer.stat().st_size, head())


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m tools.sign_release", description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("key").add_argument("file", type=Path)
    signing = commands.add_parser("sign")
    signing.add_argument("file", type=Path)
    signing.add_argument("installers", type=Path, nargs="+")
    given = parser.parse_args(arguments)
    if given.command == "key":
        print(make_key(given.file))
        return 0
    for installer in given.installers:
        print(sign(read_key(given.file), installer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
