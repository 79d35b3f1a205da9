"""Tryton doing the same work through its own models; run by the interpreter of its own environment, never by ours.

    python tryton_probe.py CONFIGURATION DATABASE NAMES

NAMES is a JSON file with the names of people. Each line on standard input is the name of a piece of work; it is done
once, rolled back where it writes, and answered by a line of JSON: seconds of CPU and by the clock.
"""

import json
import sys
import time
from decimal import Decimal
from pathlib import Path

from trytond import config

config.update_etc(sys.argv[1])  # what is imported next looks there for the kind of database

from trytond import __version__, backend  # noqa: E402
from trytond.pool import Pool  # noqa: E402
from trytond.transaction import Transaction  # noqa: E402

FIELDS = ["code", "name", "rec_name", "lang", "lang.rec_name", "tax_identifier", "tax_identifier.rec_name"]
WANTED = "Nguyễn Văn An"


class Peer:
    """One Tryton database."""

    def __init__(self, database, names):
        self.database, self.names = database, names
        Pool.start()
        self.pool = Pool(database)
        self.pool.init()
        self.company = self.user = None
        with Transaction().start(database, 0):
            self.user = self.pool.get("res.user").search([("login", "=", "admin")])[0].id
        self._settle()

    def begin(self, **context):
        if self.company is not None:
            context |= {"company": self.company, "companies": [self.company]}
        return Transaction().start(self.database, self.user, context=context)

    def _settle(self):
        """A company of ours and all the people, once."""
        with self.begin() as transaction:
            company = self.pool.get("company.company")
            if not company.search([]):
                company.create([{"party": self._party("Công ty Mẫu"), "currency": self._currency()}])
                transaction.commit()
            self.company = company.search([])[0].id
        with self.begin() as transaction:
            cursor, style = transaction.connection.cursor(), backend.Database.flavor.paramstyle
            cursor.execute("SELECT count(*) FROM party_party WHERE substr(code, 1, 1) = 'K'")
            if cursor.fetchone()[0] == 0:
                self._load(cursor, "?" if style == "qmark" else "%s")
                transaction.commit()

    def _load(self, cursor, mark):
        """The people and their addresses, without the models: those take an hour for 100,000."""
        rows = [(f"K{number}", name, True) for number, name in enumerate(self.names)]
        cursor.executemany(f"INSERT INTO party_party (code, name, active) VALUES ({mark}, {mark}, {mark})", rows)
        cursor.execute(
            "INSERT INTO party_address (party, city, active, sequence)"
            f" SELECT id, {mark}, {mark}, 1 FROM party_party WHERE substr(code, 1, 1) = 'K'",
            ("Hà Nội", True),
        )

    def _party(self, name):
        return self.pool.get("party.party").create([self._values(name)])[0].id

    def _currency(self):
        values = {"name": "Đồng", "code": "VND", "symbol": "₫", "digits": 0, "rounding": Decimal(1)}
        return self.pool.get("currency.currency").create([values])[0].id

    def _values(self, name):
        return {"name": name, "addresses": [("create", [{"city": "Hà Nội"}])]}

    def list(self):
        with self.begin():
            return self.pool.get("party.party").search_read([], 0, 100, [("name", "ASC")], FIELDS)

    def search(self):
        with self.begin():
            wanted = [("rec_name", "ilike", f"%{WANTED}%")]
            return self.pool.get("party.party").search_read(wanted, 0, 100, [("name", "ASC")], FIELDS)

    def create(self):
        with self.begin() as transaction:
            self.pool.get("party.party").create([{"name": f"{name} mới"} for name in self.names[:1000]])
            transaction.rollback()

    def quote(self):
        with self.begin() as transaction:
            sale, line = self.pool.get("sale.sale"), self.pool.get("sale.line")
            party = self.pool.get("party.party").search([], limit=1, order=[("id", "DESC")])[0]
            lines = [
                line(type="line", quantity=n, unit_price=Decimal(100_000 * n), description=f"Dịch vụ số {n}")
                for n in range(1, 31)
            ]
            one = sale(party=party, company=self.company, lines=lines)
            one.on_change_party()
            one.save()
            sale.quote([one])
            transaction.rollback()


def main(configuration, database, names):
    peer = Peer(database, json.loads(Path(names).read_text(encoding="utf-8")))
    print(json.dumps({"version": __version__}), flush=True)
    for line in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        getattr(peer, line.strip())()
        spent = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        print(json.dumps(spent), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
