"""Tryton doing the same work on the same machine, as a program of its own in an environment of its own.

    python -m benchmarks.peers install [--data FOLDER]

makes that environment below the folder with the databases. Tryton is under the GPL and no part of this project: it is
only run beside it. Where it is not installed, its rows are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import lists, search
from benchmarks.cases import Bench, Missing, needed
from benchmarks.measuring import Meter, Work
from benchmarks.report import Row
from benchmarks.stores import Stores
from benchmarks.writes import copied
from desktop_crm.models import Contact

PACKAGES = ("trytond>=8.2,<8.3", "trytond_party>=8.2,<8.3", "trytond_sale>=8.2,<8.3", "psycopg[binary,pool]")
LARGEST = 100_000
"""People in Tryton's database at most: it takes long to be filled."""

TARGETS: dict[str, tuple[str, float | None]] = {
    "first 100 rows by name": ("list", 1 / 20),
    "search “Nguyễn Văn An”": ("search", None),
    "create 1,000 records with history": ("create", 1 / 5),
    "quote of 30 lines saved": ("quote", 1 / 4),
}


def install(folder: Path) -> None:
    """Make the environment and install Tryton into it."""
    venv.create(folder / "peers" / "tryton", with_pip=True, clear=True)
    subprocess.run([str(_program(folder, "python")), "-m", "pip", "install", *PACKAGES], check=True)


def _program(folder: Path, name: str) -> Path:
    programs = "Scripts" if os.name == "nt" else "bin"
    return folder / "peers" / "tryton" / programs / (name + (".exe" if os.name == "nt" else ""))


class Tryton:
    """A running Tryton: `do` has it do one piece of work."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.version = self._answer()["version"]

    def do(self, work: str) -> None:
        """Do it and wait for the end."""
        assert self.process.stdin is not None
        self.process.stdin.write(work + "\n")
        self.process.stdin.flush()
        self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("Tryton ended; run its probe by hand to see why")
        answer: dict[str, Any] = json.loads(line)
        return answer


def measure(bench: Bench) -> Iterator[Row]:
    """Ours beside Tryton's, in turn. Raises Missing where it is not installed."""
    if not _program(bench.stores.folder, "python").exists():
        raise Missing("Tryton is not installed: python -m benchmarks.peers install")
    if bench.size > LARGEST:
        raise Missing(f"Tryton is measured with {LARGEST:,} people at most")
    cases = needed("benchmarks.write_cases")
    with copied(bench) as database, running(bench) as tryton:
        ours: dict[str, Work] = {
            "list": partial(lists.first, bench),
            "search": partial(search.ours, bench, Contact, "Nguyễn Văn An"),
            "create": partial(cases.create_ours, database),
            "quote": partial(cases.quote_ours, database),
        }
        meter = Meter(bench.meter.server, [tryton.process.pid])
        for name, (work, target) in TARGETS.items():
            yield _row(bench, meter, name, target, ours[work], partial(tryton.do, work), tryton.version)


def _row(bench: Bench, meter: Meter, name: str, target: float | None, ours: Work, theirs: Work, version: str) -> Row:
    series = meter.in_turn({"ours": ours, "theirs": theirs})
    return Row(
        f"{name}, beside Tryton", bench.size, bench.kind, series["ours"].cost * 1000, series["theirs"].cost * 1000,
        target, wall=series["ours"].wall * 1000, limit_wall=series["theirs"].wall * 1000, note=f"Tryton {version}",
    )  # fmt: skip


@contextmanager
def running(bench: Bench) -> Iterator[Tryton]:
    """Tryton on a database with the names of this one's contacts."""
    folder = bench.stores.folder / "peers"
    name = f"tryton_{bench.size}"
    configuration = _configured(bench, folder)
    _made(bench, folder, configuration, name)
    names = folder / f"names_{bench.size}.json"
    names.write_text(json.dumps([row[0] for row in bench.rows("SELECT title FROM contact ORDER BY id")]), "utf-8")
    probe = Path(__file__).with_name("tryton_probe.py")
    command = [str(_program(folder.parent, "python")), "-W", "ignore", str(probe), str(configuration), name, str(names)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Tryton(process)
        finally:
            process.terminate()


def _configured(bench: Bench, folder: Path) -> Path:
    path = folder / f"{bench.kind}.conf"
    server = bench.stores.server.replace("/postgres?", "/?") if bench.kind == "postgresql" else "sqlite://"
    (folder / "sqlite").mkdir(exist_ok=True)
    path.write_text(f"[database]\nuri = {server}\npath = {folder / 'sqlite'}\n", "utf-8")
    return path


def _made(bench: Bench, folder: Path, configuration: Path, name: str) -> None:
    """Tryton's own tables, made by its own command where they are not yet; that takes minutes."""
    done = folder / f"{bench.kind}_{name}.made"
    if done.exists():
        return
    if bench.kind == "postgresql":
        bench.stores.run(f'DROP DATABASE IF EXISTS "{name}"')
        bench.stores.run(f'CREATE DATABASE "{name}"')
    else:
        (folder / "sqlite" / f"{name}.sqlite").write_bytes(b"")
    secret = folder / "secret"
    secret.write_text("only-for-measurements", "utf-8")
    command = [str(_program(folder.parent, "trytond-admin")), "-c", str(configuration), "-d", name]
    command += ["-u", "party", "sale", "--activate-dependencies", "--email", "nobody@example.com"]
    subprocess.run(command, check=True, env={**os.environ, "TRYTONPASSFILE": str(secret)})
    done.touch()


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("install",))
    options.add_argument("--data", type=Path, default=None)
    install(Stores(options.parse_args().data).folder)


if __name__ == "__main__":
    sys.exit(main())
