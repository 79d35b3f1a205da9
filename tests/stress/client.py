"""One person at work on a shared database: `python -m tests.stress.client URL NUMBER SECONDS FILE`.

Every save the database has acknowledged becomes a line of FILE; whoever runs it compares the lines with what is stored.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from desktop_crm.errors import Collided, Conflict, CrmError, Unavailable
from desktop_crm.exchange.commands import import_file
from desktop_crm.models import Contact, Organization, Quote, QuoteLine
from desktop_crm.services import records
from desktop_crm.storage.database import Actor, Database, UnitOfWork, open_database
from desktop_crm.storage.retry import again

ROWS = 20  # of an imported file


class Client:
    """Does one thing after the other by chance; `told` gets what was acknowledged."""

    def __init__(self, database: Database, number: int, seconds: float, told: Path) -> None:
        self.database, self.number, self.until = database, number, time.monotonic() + seconds
        self.chance, self.told, self.folder = random.Random(number), told.open("a", buffering=1), told.parent
        self.actor = Actor(number + 1, f"user{number}", f"Người {number}")
        with database.reading() as unit:
            self.firms = list(unit.session.scalars(select(Organization.id).where(Organization.number.like("S-%"))))
            self.quotes = list(unit.session.scalars(select(Quote.id).where(Quote.number.like("S-%"))))
        self.imports = 0

    def work(self) -> None:
        """Until the time is over."""
        often = [self.count_up] * 6 + [self.add_line] * 3 + [self.make_quote] * 3 + [self.delete_one, self.bring_in]
        while time.monotonic() < self.until:
            self.attempt(self.chance.choice(often))
            time.sleep(self.chance.uniform(0, 0.02))

    def attempt(self, what: Callable[[], dict[str, Any]]) -> None:
        name = what.__name__
        try:
            self.tell(name, "done", **what())
        except Conflict:
            self.tell(name, "conflict")
        except Unavailable as error:
            self.tell(
                name, "collided" if isinstance(error, Collided) else "lost", why=str(error.__cause__)[:200], of=self.of
            )
            time.sleep(0.3)
        except (CrmError, SQLAlchemyError) as error:
            self.tell(name, "failed", why=f"{type(error).__name__} {error} {error.__cause__}"[:400], of=self.of)

    def tell(self, what: str, outcome: str, **more: Any) -> None:
        self.told.write(json.dumps({"what": what, "outcome": outcome, **more}) + "\n")

    def write(self, job: Callable[[UnitOfWork], Any]) -> Any:
        """As the window's worker does it."""

        def once() -> Any:
            with self.database.writing(self.actor) as unit:
                return job(unit)

        return again(once)

    # -- what is done

    def count_up(self) -> dict[str, Any]:
        """Read a number, think, and save the next one: lost where somebody's save between is passed over."""
        self.of = self.chance.choice(self.firms)
        with self.database.reading(self.actor) as unit:
            firm = unit.get(Organization, self.of)
            number, version = firm.employees, firm.version
        time.sleep(self.chance.uniform(0, 0.01))
        values = {"employees": number + 1, "notes": f"{self.number}"}
        self.write(lambda unit: records.save(unit, Organization, self.of, version, values))
        return {"of": self.of}

    def add_line(self) -> dict[str, Any]:
        """Two quotes in one unit, in any order: units wait for each other in a circle."""
        first, second = self.chance.sample(self.quotes, 2)
        self.of = [first, second]

        def job(unit: UnitOfWork) -> None:
            for one in (first, second):
                quote = unit.get(Quote, one)
                quote.lines.append(QuoteLine(name=f"Dòng {self.number}", quantity=Decimal(1)))
                unit.session.flush()

        self.write(job)
        return {"of": self.of}

    def make_quote(self) -> dict[str, Any]:
        """A numbered document."""
        self.of = None

        def job(unit: UnitOfWork) -> Quote:
            return records.create(unit, Quote, {"subject": f"của {self.number}", "quote_date": unit.today})

        made = self.write(job)
        return {"of": made.id, "number": made.number}

    def delete_one(self) -> dict[str, Any]:
        """A record made, put into the bin and erased."""
        self.of = None
        made = self.write(lambda unit: records.create(unit, Contact, {"given_name": "Tạm"}))
        self.write(lambda unit: records.delete(unit, Contact, [made.id]))
        self.write(lambda unit: records.erase(unit, Contact, [made.id]))
        return {"of": made.id}

    def bring_in(self) -> dict[str, Any]:
        """A file of contacts nobody else has."""
        self.imports += 1
        self.of = None
        path = self.folder / f"{self.number}-{self.imports}.csv"
        unique = (f"{self.number}-{self.imports}-{row}" for row in range(ROWS))
        lines = "\n".join(f"Nhập,Tên {one},n{one}@x.example" for one in unique)
        path.write_text(f"Họ,Tên,Email\n{lines}", encoding="utf-8")
        done = import_file(self.database, self.actor, Contact, path)
        return {"of": done["batch"], "created": done["created"]}


def main(url: str, number: str, seconds: str, told: str) -> None:
    database = open_database(url)
    Client(database, int(number), float(seconds), Path(told)).work()
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
