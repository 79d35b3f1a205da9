"""Many clients on one server for a while, and what must be true of the database afterwards.

`python -m tests.stress.office --clients 30 --seconds 120 --kill` is the long version of the tests here.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import func, select

from desktop_crm.models import Contact, HistoryEntry, ImportedRow, Organization, Quote, QuoteLine, Record
from desktop_crm.storage import accounts, within
from desktop_crm.storage.check import problems
from desktop_crm.storage.database import Actor, Database, open_database
from tests.support import rights
from tests.support.cluster import Cluster

FIRMS, QUOTES = 40, 12
LONGEST_IDLE = 10  # seconds a transaction may wait for its client


@dataclass
class Result:
    """What the clients told and what was seen on the server meanwhile."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    idle: float = 0  # the longest a transaction was idle, in seconds
    complaints: list[str] = field(default_factory=list)  # of processes that ended badly

    def told(self, what: str, *outcomes: str) -> list[dict[str, Any]]:
        """The lines about one kind of work with one of these outcomes."""
        return [line for line in self.lines if line["what"] == what and line["outcome"] in (outcomes or ("done",))]

    @property
    def counts(self) -> Counter[str]:
        """How often each kind of work had which outcome."""
        return Counter(f"{line['what']} {line['outcome']}" for line in self.lines)


def prepare(database: Database, clients: int) -> None:
    """The users with a login each, and the records all of them work on."""
    with database.writing(Actor(1, "admin", "Quản trị")) as unit:
        users = [rights.add_person(unit.session, f"user{n}", "administrator") for n in range(1, clients + 1)]
        within.lay_out(unit.session)
        for user in users:
            accounts.set_login(unit.session, user.id, user.name, rights.PASSWORD)
        for number in range(FIRMS):
            unit.session.add(Organization(number=f"S-{number}", name=f"Công ty {number}"))
        unit.session.add_all(Quote(number=f"S-{n}", quote_date=date(2026, 1, 2)) for n in range(QUOTES))


def run(cluster: Cluster, url: str, clients: int, seconds: float, kill_after: float | None = None) -> Result:
    """Let clients work for some seconds, killing the server in the middle where that is wished."""
    result = Result()
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{n}.log") for n in range(1, clients + 1)]
        started = [_start(rights.login_url(url, f"user{n}"), n, seconds, file) for n, file in enumerate(files, 1)]
        began, killed = time.monotonic(), False
        while any(client.poll() is None for client in started):
            if kill_after is not None and not killed and _done(files) and time.monotonic() > began + kill_after:
                cluster.kill()
                cluster.start()
                killed = True
            result.idle = max(result.idle, _longest_idle(cluster))
            time.sleep(0.5)
        assert killed or kill_after is None
        for client in started:
            _, complaint = client.communicate()
            result.complaints += [complaint[-2000:]] if client.returncode else []
        result.lines = [json.loads(line) for file in files if file.exists() for line in file.read_text().splitlines()]
    return result


def _start(url: str, number: int, seconds: float, file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.stress.client", url, str(number), str(seconds), str(file)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def _done(files: list[Path]) -> bool:
    """Whether everybody is at work."""
    return all(file.exists() and file.stat().st_size for file in files)


def _longest_idle(cluster: Cluster) -> float:
    with psycopg.connect(cluster.url) as connection:
        idle = "SELECT extract(epoch FROM max(now() - state_change)) FROM pg_stat_activity WHERE state LIKE 'idle in%'"
        return float((connection.execute(idle).fetchone() or [0])[0] or 0)


# -- what must be true


def faults(database: Database, result: Result) -> list[str]:
    """What is not as it must be; empty where all is well."""
    found = [*result.complaints]
    found += [f"shown to a user: {line}" for line in result.lines if line["outcome"] in ("failed", "collided")]
    if result.idle > LONGEST_IDLE:
        found.append(f"a transaction was idle for {result.idle} s")
    found += _lost_updates(database, result) + _lost_lines(database, result)
    found += _numbers(database, result) + _imports(database, result) + _erased(database, result)
    return found + [str(problem) for problem in problems(database)]


def _lost_updates(database: Database, result: Result) -> list[str]:
    sure, maybe = _per_record(result, "count_up")
    found = []
    with database.reading() as unit:
        for firm in unit.session.scalars(select(Organization).where(Organization.number.like("S-%"))):
            if not sure[firm.id] <= firm.employees <= sure[firm.id] + maybe[firm.id]:
                found.append(f"{firm}: {sure[firm.id]} saves (and {maybe[firm.id]} unsure), {firm.employees} stored")
            if firm.version != firm.employees + 1:
                found.append(f"{firm}: version {firm.version} after {firm.employees} saves")
            steps = [change[1:] for change in _changes(unit, firm) if change[0] == "employees"]
            if steps != [[n, n + 1] for n in range(firm.employees)]:
                found.append(f"{firm}: its history has gaps: {steps}")
    return found


def _changes(unit: Any, record: Record) -> list[Any]:
    mine = (HistoryEntry.module == record.__tablename__, HistoryEntry.record_id == record.id)
    entries = unit.session.scalars(select(HistoryEntry.changes).where(*mine).order_by(HistoryEntry.id))
    return list(itertools.chain.from_iterable(entries))


def _per_record(result: Result, what: str) -> tuple[Counter[int], Counter[int]]:
    def counted(*outcomes: str) -> Counter[int]:
        kept = (line["of"] for line in result.told(what, *outcomes))
        return Counter(one for of in kept for one in (of if isinstance(of, list) else [of]))

    return counted("done"), counted("lost")


def _lost_lines(database: Database, result: Result) -> list[str]:
    sure, maybe = _per_record(result, "add_line")
    found = []
    with database.reading() as unit:
        for quote in unit.session.scalars(select(Quote).where(Quote.number.like("S-%"))):
            stored = unit.session.scalar(select(func.count()).where(QuoteLine.quote_id == quote.id)) or 0
            told = sum(c[2]["added"] for c in _changes(unit, quote) if c[0] == "lines")
            if not sure[quote.id] <= stored <= sure[quote.id] + maybe[quote.id]:
                found.append(f"{quote}: {sure[quote.id]} lines saved, {stored} stored")
            if not (stored == told == quote.version - 1):
                found.append(f"{quote}: {stored} lines, {told} told, version {quote.version}")
    return found


def _numbers(database: Database, result: Result) -> list[str]:
    given = Counter(line["number"] for line in result.told("make_quote"))
    found = [f"number {number} was given {count} times" for number, count in given.items() if count > 1]
    with database.reading() as unit:
        stored = set(unit.session.scalars(select(Quote.number).where(Quote.number.not_like("S-%"))))
    counts = sorted(int(number[-4:]) for number in stored)
    if counts != list(range(1, len(counts) + 1)):
        found.append("numbers of quotes have gaps")
    return found + [f"quote {number} was saved and is not there" for number in given.keys() - stored]


def _imports(database: Database, result: Result) -> list[str]:
    found = []
    with database.reading() as unit:
        for line in result.told("bring_in"):
            rows = unit.session.scalars(select(ImportedRow.record_id).where(ImportedRow.batch_id == line["of"])).all()
            kept = unit.session.scalar(select(func.count()).where(Contact.id.in_(rows))) or 0
            told = unit.session.scalar(
                select(func.count()).where(HistoryEntry.module == "contact", HistoryEntry.record_id.in_(rows))
            )
            if not len(rows) == kept == told == line["created"]:
                found.append(f"import {line}: {len(rows)} rows, {kept} contacts, {told} told")
    return found


def _erased(database: Database, result: Result) -> list[str]:
    found = []
    with database.reading() as unit:
        for line in result.told("delete_one"):
            mine = (HistoryEntry.module == "contact", HistoryEntry.record_id == line["of"])
            actions = list(unit.session.scalars(select(HistoryEntry.action).where(*mine).order_by(HistoryEntry.id)))
            if actions != ["created", "deleted", "erased"]:
                found.append(f"erased contact {line['of']}: {actions}")
    return found


def work_and_check(clients: int, seconds: float, kill_after: float | None = None) -> tuple[Result, list[str]]:
    """A server of its own, clients on it, and what is at fault afterwards."""
    cluster = Cluster()
    try:
        database = open_database(cluster.url)
        prepare(database, clients)
        result = run(cluster, cluster.url, clients, seconds, kill_after)
        found = faults(database, result)
        database.close()
        return result, found
    finally:
        cluster.remove()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--kill", action="store_true", help="kill the server in the middle and start it again")
    asked = parser.parse_args()
    result, found = work_and_check(asked.clients, asked.seconds, asked.seconds / 2 if asked.kill else None)
    counts = [f"{count:7} {name}" for name, count in sorted(result.counts.items())]
    idle = f"longest idle transaction: {result.idle:.1f} s"
    sys.stdout.write("\n".join([*counts, idle, *(found or ["all is well"]), ""]))
    return bool(found)


if __name__ == "__main__":
    raise SystemExit(main())
