"""What each role sees and may do, tried through everything that reads and writes: nothing of a hidden record shows.

Every text of a record holds its owner's word (`tests.support.marked_company`); whatever comes out is searched for the
words of those whose records are hidden.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from sqlalchemy import delete, insert, select, text, update

from desktop_crm.cli import main
from desktop_crm.errors import Forbidden, NotFound
from desktop_crm.exchange.commands import import_file
from desktop_crm.exchange.exporting import export
from desktop_crm.exchange.importing import undo_import
from desktop_crm.models import (
    BY_MODULE,
    RECORDS,
    Attachment,
    Base,
    Comment,
    Contact,
    HistoryEntry,
    NumberSeries,
    Organization,
    Product,
    Quote,
    QuoteLine,
    Record,
    Role,
    RoleRight,
    Setting,
    Share,
    User,
)
from desktop_crm.models.rights import Reach
from desktop_crm.printing import render
from desktop_crm.services import duplicates, finding, import_history, list_pages, notes, records, saved_views, telling
from desktop_crm.services.printouts import printout
from desktop_crm.services.reading import by_number, open_record
from desktop_crm.storage import listing, search
from desktop_crm.storage.conditions import Condition
from desktop_crm.storage.database import UnitOfWork, open_database
from desktop_crm.storage.listing import Query
from desktop_crm.views.modules import MODULES
from tests.support.marked_company import COST, CUSTOM, SEES, WORDS, Company, company_with_people, texts

WHO = ("admin", "manager", "staff")
VIEWS = {view.module: view for view in MODULES}
PRINTED = ("quote", "sales_order", "contract")


@pytest.fixture(scope="module")
def made(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Company:
    """The company, made once; every test works on a copy."""
    path = tmp_path_factory.mktemp("people") / "people.db"
    shutil.copy(sqlite_template, path)
    company = company_with_people(open_database(path))
    company.database.close()
    return company


@pytest.fixture
def company(made: Company, tmp_path: Path) -> Iterator[Company]:
    database = open_database(shutil.copy(made.database.path, tmp_path / "crm.db"))
    yield replace(made, database=database)
    database.close()


def reading(company: Company, who: str, work: Callable[[UnitOfWork], Any]) -> Any:
    with company.database.reading(company.actors[who]) as unit:
        return work(unit)


def pairs() -> list[Any]:
    return [pytest.param(who, e.__tablename__, id=f"{who}-{e.__tablename__}") for who in WHO for e in RECORDS]


def told(outputs: Iterator[Any]) -> str:
    """Everything that was said, as one text."""
    return "\n".join(str(one) for one in outputs)


def assert_silent(company: Company, who: str, said: str, *, of_product: bool = False) -> None:
    """That no word of a hidden record is in what was said, and one's own is."""
    assert WORDS[who] in said
    if not of_product:
        assert [word for word in company.hidden_words(who) if word in said.lower()] == []
    if who == "staff":
        assert str(COST) not in said


def lists(unit: UnitOfWork, entity: type[Record], words: list[str]) -> Iterator[Any]:
    """Everything a list does."""
    keys = [*(c.key for c in VIEWS[entity.__tablename__].columns), "notes", CUSTOM]
    for query in queries(entity, keys, words):
        rows = listing.page(unit.session, query, keys)
        yield rows
        yield listing.page(unit.session, query, keys, backwards=True)
        yield listing.page(unit.session, query, keys, rows[0], 1) if rows else ()
        assert len(listing.ids(unit.session, query)) == len(rows)
        if query.search or query.conditions:
            assert listing.count(unit.session, query) == len(rows)
        else:
            assert len(listing.anchors(unit.session, query, 1)) == len(rows)
    yield list(telling.listed(unit, entity, "", None))


def queries(entity: type[Record], keys: list[str], words: list[str]) -> Iterator[Query]:
    every = Query(entity)
    yield every
    for key in keys:
        yield replace(every, sort=key, descending=key.endswith("s"))
    for word in words:
        yield replace(every, search=word)
        yield replace(every, conditions=(Condition("notes", "contains", (word,)),))
        yield replace(every, conditions=(Condition(CUSTOM, "contains", (word,)),))
    yield replace(every, conditions=(Condition("id", "in", tuple(range(1, 40))),))


@pytest.mark.parametrize(("who", "module"), pairs())
def test_lists_counts_and_searches(company: Company, who: str, module: str) -> None:
    entity = BY_MODULE[module]

    def work(unit: UnitOfWork) -> str:
        assert sorted(listing.ids(unit.session, Query(entity))) == company.seen(who, module)
        sums = [f.key for f in VIEWS[module].columns if f.total] if hasattr(VIEWS[module].columns[0], "total") else []
        yielded = [list_pages.read_sums(unit, Query(entity), sums)]
        return told(iter([*yielded, *lists(unit, entity, list(WORDS.values()))]))

    assert_silent(company, who, reading(company, who, work), of_product=module == "product")


@pytest.mark.parametrize("who", WHO)
def test_searches_by_the_index_of_words(company: Company, who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SMALL", 1)

    def work(unit: UnitOfWork) -> None:
        for entity in RECORDS:
            for person, word in WORDS.items():
                own = [company.ids[person][entity.__tablename__]]
                expected = own if person in SEES[who] or entity is Product else []
                found = listing.page(unit.session, Query(entity, search=f"{word} custom"), ("notes",))
                assert [row.id for row in found] == expected

    reading(company, who, work)


@pytest.mark.parametrize(("who", "module"), pairs())
def test_records_and_what_hangs_on_them(company: Company, who: str, module: str) -> None:
    entity = BY_MODULE[module]
    related = [(one.entity, one.key) for one in VIEWS[module].related]

    def work(unit: UnitOfWork) -> Iterator[Any]:
        for record_id in company.hidden(who, module):
            with pytest.raises(NotFound):
                open_record(unit, entity, record_id, related)
        for person in company.numbers:
            number = company.numbers[person][module]
            if person not in SEES[who] and module != "product":
                with pytest.raises(NotFound):
                    by_number(unit, entity, number)
            else:
                view = open_record(unit, entity, company.ids[person][module], related)
                for (other, key), count in view.counts.items():
                    linked = select(BY_MODULE[other].id).where(getattr(BY_MODULE[other], key) == view.id)
                    assert count == len(set(unit.session.scalars(linked)) & set(company.seen(who, other)))
                yield view
                yield telling.told(unit, entity, number)
                yield telling.in_words(unit, entity, number)

    said = reading(company, who, lambda unit: told(work(unit)))
    assert_silent(company, who, said, of_product=module == "product")


@pytest.mark.parametrize("who", WHO)
def test_whatever_a_statement_reads(company: Company, who: str) -> None:
    """Also plain SQL, by whoever writes it: every table of the database."""

    def work(unit: UnitOfWork) -> Iterator[Any]:
        for name in Base.metadata.tables:
            yield unit.session.execute(text(f"SELECT * FROM {name}")).all()
            yield unit.session.execute(text(f"SELECT count(*), max(x.id) FROM {name} AS x")).all()

    said = reading(company, who, lambda unit: told(work(unit)))
    assert (str(COST) in said) == (who != "staff")
    with company.database.reading(company.actors[who]) as unit:
        assert [name for name in Base.metadata.tables if leaks(company, who, unit, name)] == []


def leaks(company: Company, who: str, unit: UnitOfWork, table: str) -> bool:
    """Whether a table shows a hidden word outside of products, which everybody sees with their remarks and files."""
    rows = unit.session.execute(text(f"SELECT * FROM {table}")).mappings().all()
    others = [row for row in rows if table != "product" and row.get("module") != "product"]
    return any(word in str(dict(row)) for word in company.hidden_words(who) for row in others)


@pytest.mark.parametrize("who", WHO)
def test_lookups_the_palette_and_warnings_of_duplicates(company: Company, who: str) -> None:
    def work(unit: UnitOfWork) -> Iterator[Any]:
        yield WORDS[who]
        for entity in RECORDS:
            if entity is Product:
                continue
            for person, word in WORDS.items():
                shown = {one.id for one in finding.lookup(unit, entity.__tablename__, word)}
                yield finding.search(unit, entity, word)
                yield finding.find(unit, entity, company.numbers[person][entity.__tablename__])
                assert shown <= set(company.seen(who, entity.__tablename__))
                values = texts(entity, word)
                yield duplicates.find_duplicates(unit, entity, {k: v for k, v in values.items() if "." not in k})

    said = reading(company, who, lambda unit: told(work(unit)).replace("words='zq", "typed='"))
    for word in company.hidden_words(who):
        assert f"title='{word}" not in said
        assert f"{word} " not in said


@pytest.mark.parametrize(("who", "module"), pairs())
def test_exports_and_prints(company: Company, who: str, module: str, tmp_path: Path) -> None:
    entity, file = BY_MODULE[module], tmp_path / "out.xlsx"
    export(company.database, company.actors[who], Query(entity), file)
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    said = told(iter(sheet.iter_rows(values_only=True)))
    assert_silent(company, who, said, of_product=module == "product")
    if module not in PRINTED:
        return
    for person, ids in company.ids.items():
        with company.database.reading(company.actors[who]) as unit:
            if person not in SEES[who]:
                with pytest.raises(NotFound):
                    printout(unit, entity, ids[module])
            else:
                (tmp_path / "out.pdf").write_bytes(render(*printout(unit, entity, ids[module])))
                pages = pypdf.PdfReader(tmp_path / "out.pdf").pages
                assert_silent(company, who, WORDS[who] + told(page.extract_text() for page in pages))


@pytest.mark.parametrize("who", ["manager", "staff"])
def test_an_import_neither_finds_nor_changes_what_is_hidden(company: Company, who: str, tmp_path: Path) -> None:
    hidden = WORDS["stranger"]
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Tên khách hàng", "Email"])
    book.active.append([f"{hidden} name", texts(Organization, hidden)["email"]])
    book.save(tmp_path / "in.xlsx")
    before = _all_of(company, Organization)
    counts = import_file(
        company.database, company.actors[who], Organization, tmp_path / "in.xlsx", existing="update", match="email"
    )
    assert (counts["created"], counts["updated"]) == (1, 0)
    assert {key: row for key, row in _all_of(company, Organization).items() if key in before} == before
    assert counts["batch"] is not None
    undo_import(company.database, company.actors[who], counts["batch"])
    assert _all_of(company, Organization) == before


def _all_of(company: Company, entity: type[Record]) -> dict[int, Any]:
    with company.database.reading() as unit:
        rows = unit.session.execute(select(*entity.__table__.columns)).mappings()
        return {row["id"]: dict(row) for row in rows}


@pytest.mark.parametrize("who", ["manager", "staff"])
def test_imports_and_views_of_others(company: Company, who: str) -> None:
    with pytest.raises(NotFound):
        undo_import(company.database, company.actors[who], company.batches["stranger"])
    said = reading(
        company, who, lambda unit: told(iter([import_history.imports(unit), saved_views.saved_views(unit, "contact")]))
    )
    assert_silent(company, who, said)


@pytest.mark.parametrize("who", ["manager", "staff"])
def test_numbers_go_on_from_those_that_are_hidden(company: Company, who: str) -> None:
    with company.database.writing() as unit:
        unit.session.execute(update(NumberSeries).values(period="1999"))  # the series begins anew
    with company.database.writing(company.actors[who]) as unit:
        made = records.create_many(unit, Contact, [{"given_name": "Mới"}, {"given_name": "Mới nữa"}])
        assert {record.owner_id for record in made} == {company.actors[who].id}
    with company.database.reading() as unit:
        every = list(unit.session.scalars(select(Contact.number)))
    assert len(set(every)) == len(every) == 6


# ---------------------------------------------------------------- writing
Attempt = Callable[[UnitOfWork, int], object]
ATTEMPTS: dict[str, Attempt] = {
    "save": lambda unit, hidden: records.save(unit, Contact, hidden, 1, {"notes": "x"}),
    "change many": lambda unit, hidden: records.change_many(unit, Contact, [hidden], {"notes": "x"}),
    "statement": lambda unit, hidden: unit.session.execute(
        update(Contact).where(Contact.id == hidden).values(notes="x")
    ),
    "plain SQL": lambda unit, hidden: unit.session.execute(text(f"UPDATE contact SET notes = 'x' WHERE id = {hidden}")),
    "CTE": lambda unit, hidden: unit.session.execute(
        text(f"WITH one(id) AS (SELECT {hidden}) UPDATE contact SET notes = 'x' WHERE id IN (SELECT id FROM one)")
    ),
    "bin": lambda unit, hidden: unit.session.execute(
        update(Contact).where(Contact.id == hidden).values(deleted_at=unit.now)
    ),
    "delete": lambda unit, hidden: unit.session.execute(delete(Contact).where(Contact.id == hidden)),
    "take over": lambda unit, hidden: unit.session.execute(
        update(Contact).where(Contact.id == hidden).values(owner_id=unit.actor.id)
    ),
    "comment": lambda unit, hidden: unit.session.execute(
        insert(Comment).values(module="contact", record_id=hidden, text="x", author_id=unit.actor.id)
    ),
    "file": lambda unit, hidden: unit.session.execute(
        update(Attachment).where(Attachment.record_id == hidden, Attachment.module == "contact").values(name="x")
    ),
    "line": lambda unit, hidden: unit.session.execute(update(QuoteLine).values(name="x")),
    "history": lambda unit, hidden: unit.session.execute(update(HistoryEntry).values(user_name="x")),
    "history gone": lambda unit, hidden: unit.session.execute(delete(HistoryEntry)),
    "share": lambda unit, hidden: unit.session.execute(
        insert(Share).values(module="contact", record_id=hidden, user_id=unit.actor.id, created_at=unit.now)
    ),
    "for another": lambda unit, hidden: records.create(unit, Contact, {"given_name": "x", "owner_id": 1}),
    "for nobody": lambda unit, hidden: records.create(unit, Contact, {"given_name": "x", "owner_id": None}),
    "own role": lambda unit, hidden: unit.session.execute(update(User).values(role_id=1)),
    "rights": lambda unit, hidden: unit.session.execute(update(RoleRight).values(sees="all")),
    "role": lambda unit, hidden: unit.session.execute(update(Role).values(administers=True)),
    "setting": lambda unit, hidden: unit.session.execute(insert(Setting).values(name="x", value="x")),
    "numbering": lambda unit, hidden: unit.session.execute(update(NumberSeries).values(pattern="x{0}")),
    "another's comment": lambda unit, hidden: unit.session.execute(update(Comment).values(text="x")),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("who", ["manager", "staff"])
def test_what_is_not_theirs_stays_as_it_is(company: Company, who: str, attempt: str) -> None:
    before = everything(company)
    hidden = company.ids["stranger"]["contact"]
    with pytest.raises((Forbidden, NotFound)) as refused, company.database.writing(company.actors[who]) as unit:
        ATTEMPTS[attempt](unit, hidden)
    assert refused.value.text()
    assert everything(company) == before


def everything(company: Company) -> dict[str, Any]:
    with company.database.reading() as unit:
        return {name: unit.session.execute(text(f"SELECT * FROM {name}")).all() for name in Base.metadata.tables}


@pytest.mark.parametrize("who", WHO)
def test_what_is_theirs_is_changed_binned_restored_and_erased(company: Company, who: str) -> None:
    for entity in (Contact, Organization, Quote):
        record_id = company.ids[who][entity.__tablename__]
        with company.database.writing(company.actors[who]) as unit:
            records.change_many(unit, entity, [record_id], {"notes": "anders"})
            notes.set_tags(unit, unit.get(entity, record_id), ["quan trọng"])
            notes.add_comment(unit, unit.get(entity, record_id), "ổn")
        for verb in (records.delete, records.restore, records.delete, records.erase):
            with company.database.writing(company.actors[who]) as unit:
                assert verb(unit, entity, [record_id]) == 1
    with company.database.reading() as unit:
        actions = unit.session.scalars(
            select(HistoryEntry.action).where(HistoryEntry.user_id == company.actors[who].id)
        )
        assert {"created", "changed", "deleted", "restored", "erased"} <= set(actions) | {"created"}


def test_a_hidden_field_is_neither_seen_nor_changed(company: Company) -> None:
    with company.database.reading(company.actors["staff"]) as unit:
        assert {product.cost_price for product in unit.session.scalars(select(Product))} == {0}
        assert list(unit.session.scalars(select(Product).where(Product.cost_price > 0))) == []
    with company.database.writing() as unit:
        rights = select(RoleRight).where(RoleRight.module == "product", RoleRight.changes == "none")
        for right in unit.session.scalars(rights):
            right.changes = right.creates = Reach.ALL.value
        product = unit.session.get_one(Product, company.ids["staff"]["product"])
        product.cost_price = COST + 1
    with company.database.writing(company.actors["staff"]) as unit:
        records.change_many(unit, Product, [product.id], {"notes": "anders"})
        told_of = unit.session.scalars(select(HistoryEntry.changes).where(HistoryEntry.module == "product"))
        assert "cost_price" not in str(list(told_of))
    for values in ({"cost_price": 1}, {"cost_price": COST}):
        with pytest.raises(Forbidden) as refused, company.database.writing(company.actors["staff"]) as unit:
            records.change_many(unit, Product, [product.id], values)
        assert "Giá" in refused.value.text() or "ost" in refused.value.text()
    with company.database.reading() as unit:
        assert unit.session.get_one(Product, product.id).cost_price == COST + 1


def test_a_shared_record_is_seen_and_changed_as_the_share_says(company: Company) -> None:
    hidden, staff = company.ids["stranger"]["contact"], company.actors["staff"]
    with company.database.writing() as unit:
        unit.session.add(Share(module="contact", record_id=hidden, user_id=staff.id))
    with company.database.writing(staff) as unit:
        assert unit.get(Contact, hidden).title
        notes.add_comment(unit, unit.get(Contact, hidden), "ổn")
    with pytest.raises(Forbidden), company.database.writing(staff) as unit:
        records.change_many(unit, Contact, [hidden], {"notes": "x"})
    with company.database.writing() as unit:
        unit.session.execute(update(Share).values(may_change=True))
    with company.database.writing(staff) as unit:
        records.change_many(unit, Contact, [hidden], {"notes": "x"})
    with pytest.raises(Forbidden), company.database.writing(staff) as unit:
        records.delete(unit, Contact, [hidden])


def test_changed_rights_are_followed_at_once(company: Company) -> None:
    def seen() -> list[int]:
        return sorted(reading(company, "staff", lambda unit: listing.ids(unit.session, Query(Contact))))

    def put(**values: Any) -> None:
        with company.database.writing() as unit:
            role = unit.session.scalars(select(User.role_id).where(User.name == "staff")).one()
            right = update(RoleRight).where(RoleRight.role_id == role, RoleRight.module == "contact")
            unit.session.execute(right.values(**values))

    own = company.ids["staff"]["contact"]
    assert seen() == [own]
    put(sees="all")
    assert len(seen()) == 4
    put(sees="none")
    assert seen() == []
    put(sees="own")
    with company.database.writing() as unit:
        unit.session.execute(update(User).where(User.name == "staff").values(active=False))
    assert seen() == []


# ---------------------------------------------------------------- command line
@pytest.mark.parametrize("who", WHO)
def test_the_command_line_acts_for_its_user(
    company: Company, who: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", str(company.database.path), "--user", who)
    for view in MODULES:
        if view.module == "product":
            continue
        plural = view.entity.plural
        assert main([*at, "list", plural, "--json"]) == 0
        assert main([*at, "list", plural]) == 0
        assert main([*at, "show", plural, company.numbers[who][view.module], "--json"]) == 0
        said = capsys.readouterr().out
        assert main([*at, "export", plural, str(tmp_path / "out.xlsx")]) == (1 if who == "staff" else 0)
        if who != "staff":
            sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
            assert sheet is not None
            said += told(iter(sheet.iter_rows(values_only=True)))
        assert_silent(company, who, said)
        for person, numbers in company.numbers.items():
            if person not in SEES[who]:
                assert main([*at, "show", plural, numbers[view.module]]) == 1
        assert not [word for word in company.hidden_words(who) if word in str(capsys.readouterr())]
    assert main([*at, "backup", str(tmp_path / "copy.db")]) == (0 if who == "admin" else 1)
