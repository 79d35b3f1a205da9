"""The command line: the same work as the window, for scripts and scheduled tasks.

Exit status: 0 done, 1 refused with one line on standard error, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_crm import __version__
from desktop_crm.errors import CrmError, Refused
from desktop_crm.i18n import mark, set_language, translate
from desktop_crm.settings import Settings, default_database, demo_database

if TYPE_CHECKING:
    from desktop_crm.models import Record
    from desktop_crm.storage.database import Actor, Database

MODULES = ("leads", "organizations", "contacts", "opportunities", "products", "quotes", "orders", "contracts")
IMPORTABLE = ("leads", "organizations", "contacts", "products")
PRINTABLE = ("quotes", "orders", "contracts")
_SERVER = ("postgresql://", "postgres://", "postgresql+psycopg://")
_NEW_PASSWORD = "DESKTOP_CRM_NEW_PASSWORD"
COMPANY_FILE = ".crm"


_NOTHING_SAID = {"command": "window", "database": None, "user": "", "demo": False}  # spares a start the grammar


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without one, open the window. The exit status is returned."""
    settings = Settings()
    set_language(settings["language"])
    given = _with_file(sys.argv[1:] if arguments is None else arguments)
    options = parser().parse_args(given) if given else argparse.Namespace(**_NOTHING_SAID)
    try:
        return _RUN[options.command](options, settings)
    except CrmError as error:
        print(f"desktop-crm: {' '.join(error.text().split())}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def _with_file(given: Sequence[str]) -> Sequence[str]:
    """A company file in the first place, as a double click on it gives, is the database meant."""
    is_file = bool(given) and not given[0].startswith("-") and given[0].lower().endswith(COMPANY_FILE)
    return ["--database", *given] if is_file else given


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    top = argparse.ArgumentParser(prog="desktop-crm", description="CRM Khách hàng")
    top.add_argument("--version", action="version", version=__version__)
    top.add_argument("--database", metavar="PATH_OR_URL", help="a file, or a postgresql:// address")
    top.add_argument("--user", metavar="NAME", default="", help="the user in whose name the work is done")
    top.add_argument("--demo", action="store_true", help="open the demo company")
    top.set_defaults(command="window")
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _add_exchange(commands)
    _add_reading(commands)
    _add_keeping(commands)
    _add_people(commands)
    return top


def _command(commands: Any, name: str, words: str, *, module: Sequence[str] = ()) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.set_defaults(command=name)
    if module:
        command.add_argument("module", choices=module, metavar="MODULE", help=", ".join(module))
    return command


def _add_exchange(commands: Any) -> None:
    take = _command(commands, "import", "bring in a spreadsheet", module=IMPORTABLE)
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--sheet", metavar="S")
    take.add_argument("--map", action="append", default=[], type=_pair, metavar="FIELD=HEADER")
    take.add_argument("--match", metavar="FIELD", help="the field that tells whether a record exists already")
    take.add_argument("--existing", choices=("skip", "update", "create"), default="skip")
    take.add_argument("--dry-run", action="store_true", help="check everything, keep nothing")
    take.add_argument("--errors", type=Path, metavar="FILE.xlsx", help="write the refused rows with their reasons")
    take.add_argument("--json", action="store_true")
    _command(commands, "undo-import", "take an import back").add_argument("batch", type=int, metavar="BATCH")
    give = _command(commands, "export", "write a list to a workbook", module=MODULES)
    give.add_argument("file", type=Path, metavar="FILE.xlsx")
    give.add_argument("--search", default="", metavar="TEXT")


def _add_reading(commands: Any) -> None:
    listed = _command(commands, "list", "list records", module=MODULES)
    listed.add_argument("--search", default="", metavar="TEXT")
    listed.add_argument("--limit", type=_count, metavar="N")
    listed.add_argument("--json", action="store_true")
    shown = _command(commands, "show", "show one record", module=MODULES)
    shown.add_argument("number", metavar="NUMBER")
    shown.add_argument("--json", action="store_true")
    printed = _command(commands, "print", "write a document as PDF", module=PRINTABLE)
    printed.add_argument("number", metavar="NUMBER")
    printed.add_argument("file", type=Path, metavar="FILE.pdf")


def _add_keeping(commands: Any) -> None:
    _add_backup(commands)
    _add_move(commands)
    _command(commands, "upgrade", "bring the database to this version")
    _command(commands, "reindex", "make the search index anew")
    demo = _command(commands, "demo", "fill an empty database with a demo company")
    demo.add_argument("--size", type=_count, metavar="N", help="number of organizations")
    demo.add_argument("--seed", type=int, default=1)


def _add_people(commands: Any) -> None:
    setup = _command(commands, "server-setup", "make, or mend, a database on a server for several people")
    setup.add_argument("url", metavar="ADMIN_URL", help="postgresql:// address of the database, as its administrator")
    setup.add_argument("--admin", required=True, metavar="NAME", help="the first user, who administers")
    setup.add_argument("--demo", dest="fill_demo", action="store_true", help="fill an empty one with the demo company")
    verbs = _command(commands, "user", "the people who may sign in").add_subparsers(metavar="VERB", required=True)
    added = _verb(verbs, "add", "let somebody in")
    added.add_argument("--preset", required=True, choices=("administrator", "manager", "staff"))
    for option in ("--team", "--reports-to", "--full-name"):
        added.add_argument(option, default="", metavar="NAME")
    _verb(verbs, "list", "everybody", named=False)
    _verb(verbs, "disable", "let somebody in no longer")
    _verb(verbs, "enable", "let somebody in again")
    _verb(verbs, "password", "give somebody a new password")
    explained = _verb(verbs, "explain", "why somebody sees a record, or does not")
    explained.add_argument("module", choices=MODULES, metavar="MODULE", help=", ".join(MODULES))
    explained.add_argument("number", metavar="NUMBER")


def _verb(verbs: Any, name: str, words: str, *, named: bool = True) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=words, description=words)
    verb.set_defaults(command=f"user {name}")
    if named:
        verb.add_argument("name", metavar="NAME")
    return verb


def _add_backup(commands: Any) -> None:
    make = _command(commands, "backup", "copy the whole database to a file, and read the copy again")
    make.add_argument("file", type=Path, metavar="FILE", nargs="?")
    make.add_argument("--folder", type=Path, metavar="DIR", help="put a copy with the date in its name into a folder")
    make.add_argument("--keep", type=_count, metavar="N", help="date the copy's name, and delete all but the newest N")
    bring = _command(commands, "restore", "put a backup in the place of the database; what was there is kept")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--replace", action="store_true", help="also where a server holds data: it is copied first")
    look = _command(commands, "check", "look for damage")
    look.add_argument("--backup", type=Path, metavar="FILE", help="look into a copy instead")
    look.add_argument("--mend", action="store_true", help="put right what can be put right safely")


def _add_move(commands: Any) -> None:
    move = _command(commands, "move", "move the company of a file to an empty shared database")
    move.add_argument("url", metavar="URL", nargs="?", help="postgresql:// address, signing in as the database's owner")
    move.add_argument("--take-back", action="store_true", help="let the file that was moved be changed again")


def _pair(text: str) -> tuple[str, str]:
    field, equals, header = text.partition("=")
    if not (field and equals and header):
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=HEADER")
    return field, header


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number")
    return number


# ---------------------------------------------------------------- opening
def target(options: argparse.Namespace, settings: Settings) -> str:
    """The database meant: the one named, the demo company, the one chosen before, or the user's own file."""
    if options.database:
        return _as_user(options.database, options.user)
    if options.demo:
        return str(demo_database())
    return _as_user(settings["database"], options.user) if settings["database"] else str(default_database())


def _lacks_user(database: str) -> bool:
    """Whether it is a server's address alone, as administrators give it: the assistant asks for the rest."""
    return database.startswith(_SERVER) and "@" not in database


def _as_user(database: str, user: str, password: str | None = None) -> str:
    """The address of a server with the login and the password to connect with; a file as it is."""
    given = password or os.environ.get("DESKTOP_CRM_PASSWORD")
    if not database.startswith(_SERVER) or not (user or given):
        return database
    from desktop_crm.storage.engine import database_url

    url = database_url(database)
    if user and user != url.username:  # the password of another login is of no use
        url = url._replace(username=user, password=None)
    if given and not url.password:
        url = url.set(password=given)
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _open(options: argparse.Namespace, settings: Settings, *, create: bool = False) -> tuple[Database, Actor]:
    from desktop_crm.errors import PasswordWanted
    from desktop_crm.storage.database import open_database

    where = target(options, settings)
    try:
        database = open_database(where, create=create)
    except PasswordWanted:
        if not sys.stdin.isatty():
            raise
        database = open_database(_as_user(where, options.user, _asked("DESKTOP_CRM_PASSWORD")), create=create)
    try:
        return database, _signed_in(database, options.user)
    except CrmError:
        database.close()
        raise


def _signed_in(database: Database, user: str) -> Actor:
    """The user of a file; their password is in the environment, or is asked where a person sits there."""
    from desktop_crm.services.sign_in import SignInNeeded, sign_in

    try:
        return sign_in(database, user, os.environ.get("DESKTOP_CRM_PASSWORD"))
    except SignInNeeded as needed:
        if not user:
            raise SignInNeeded(mark("Cli", "This file asks who you are: name yourself with --user NAME.")) from needed
        if not sys.stdin.isatty():
            words = mark("Cli", "The password of “{user}” is missing; put it into DESKTOP_CRM_PASSWORD.")
            raise SignInNeeded(words, user=user) from needed
    from getpass import getpass

    return sign_in(database, user, getpass(translate(mark("Cli", "Password of {user}: "), user=user)))


def _with_database(
    work: Callable[[Database, Actor, argparse.Namespace], int], *, create: bool = False
) -> Callable[[argparse.Namespace, Settings], int]:
    def run(options: argparse.Namespace, settings: Settings) -> int:
        database, actor = _open(options, settings, create=create)
        try:
            return work(database, actor, options)
        finally:
            database.close()

    return run


def _window(options: argparse.Namespace, settings: Settings) -> int:
    from desktop_crm.app import run

    remembered = settings["database"] and not _lacks_user(settings["database"])
    chosen = bool(options.database or options.demo or remembered or default_database().exists())
    return run(target(options, settings) if chosen else None, settings, user=options.user, demo=options.demo)


# ---------------------------------------------------------------- spreadsheets
def _import(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.exchange.commands import import_file

    counts = import_file(
        database,
        actor,
        _entity(options.module),
        options.file,
        sheet=options.sheet,
        columns=dict(options.map),
        match=options.match,
        existing=options.existing,
        dry_run=options.dry_run,
        rejected=options.errors,
    )
    _tell(
        counts,
        options.json,
        mark(
            "Cli",
            "read {read}, created {created}, updated {updated}, skipped {skipped}, invalid {invalid}, batch {batch}",
        ),
    )
    return 0


def _undo_import(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.exchange.importing import undo_import

    undo_import(database, actor, options.batch)
    return 0


def _export(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.exchange.exporting import export
    from desktop_crm.storage.listing import Query

    export(database, actor, Query(_entity(options.module), search=options.search), options.file)
    return 0


def _tell(counts: dict[str, Any], as_json: bool, words: str) -> None:
    print(json.dumps(counts) if as_json else translate(words, **counts))


# ---------------------------------------------------------------- reading
def _list(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services.telling import brief, listed

    with database.reading(actor) as unit:
        rows = listed(unit, _entity(options.module), options.search, options.limit)
        if options.json:
            print(json.dumps(list(rows), ensure_ascii=False, indent=1))
        else:
            for row in rows:
                print(brief(row))
    return 0


def _show(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services.telling import in_words, told

    with database.reading(actor) as unit:
        entity = _entity(options.module)
        if options.json:
            print(json.dumps(told(unit, entity, options.number), ensure_ascii=False, indent=1))
        else:
            print(in_words(unit, entity, options.number))
    return 0


def _print(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.printing import render
    from desktop_crm.services.printouts import printout

    with database.reading(actor) as unit:
        content = render(*printout(unit, _entity(options.module), options.number))
    try:
        options.file.write_bytes(content)
    except OSError as error:
        raise Refused(
            mark("Cli", "{file} cannot be written: {reason}"), file=options.file, reason=error.strerror
        ) from error
    return 0


def _entity(plural: str) -> type[Record]:
    from desktop_crm.models import BY_PLURAL

    return BY_PLURAL[plural]


# ---------------------------------------------------------------- keeping
def _backup(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services.sign_in import require_administrator
    from desktop_crm.storage.backup import backup
    from desktop_crm.storage.copies import KEPT, make_copy, stem_of

    require_administrator(database, actor)
    if (options.file is None) == (options.folder is None):
        raise Refused(mark("Cli", "Give a FILE or a --folder."))
    path, keep = options.file, options.keep
    if path is not None and keep is None:
        seal = backup(database, path, _show_progress)
    else:
        folder, stem = _dated_in(options, stem_of(database))
        path, seal = make_copy(database, folder, keep or KEPT, stem=stem, progress=_show_progress)
    print(translate(mark("Cli", "{path}: {rows} rows, read again and compared."), path=path, rows=seal.rows))
    if seal.problems:
        print(translate(mark("Cli", "“check” finds {count} problems in the database."), count=seal.problems))
    return 0


def _dated_in(options: argparse.Namespace, usual: str) -> tuple[Path, str]:
    """The folder of dated copies, and what their names begin with."""
    return (options.folder, usual) if options.file is None else (options.file.parent, options.file.stem)


def _restore(options: argparse.Namespace, settings: Settings) -> int:
    from desktop_crm.storage.restore import restore

    kept = restore(options.file, target(options, settings), _show_progress, replace=options.replace)
    print(translate(mark("Cli", "{file} was restored."), file=options.file))
    if kept is not None:
        print(translate(mark("Cli", "What was there before is kept in {path}."), path=kept))
    return 0


def _check(options: argparse.Namespace, settings: Settings) -> int:
    if options.backup is None:
        return _with_database(_check_database)(options, settings)
    from desktop_crm.storage.backup import look_into

    return _tell_findings(look_into(options.backup, _show_progress))


def _check_database(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.storage import check
    from desktop_crm.storage.check.mending import mend
    from desktop_crm.storage.watch import Watch

    found = check.findings(database, watch=Watch(_show_progress))
    if options.mend and any(finding.mend for finding in found):
        for finding in found:
            if finding.mend:
                print(finding.text())
        print(translate(mark("Cli", "{count} problems were mended."), count=mend(database, found)))
        found = check.findings(database)
    return _tell_findings(found)


def _tell_findings(found: Sequence[Any]) -> int:
    """One line for each; the last one, on standard error, sums up."""
    for finding in found:
        print(finding.text())
    if found:
        raise Refused(mark("Cli", "{count} problems were found."), count=len(found))
    print(translate(mark("Cli", "No damage was found.")))
    return 0


def _move(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.storage.moving import move, take_back

    if options.take_back:
        take_back(database)
        print(translate(mark("Cli", "The company can be changed in {path} again."), path=database.label))
        return 0
    if options.url is None:
        raise Refused(mark("Cli", "Give the URL of the shared database."))
    outcome = move(database, _as_user(options.url, ""), _show_progress)
    for line in outcome.lines():
        print(line)
    return 0


def _upgrade(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.storage.migrate import head

    print(translate(mark("Cli", "The database has schema {schema}."), schema=head()))
    return 0


def _reindex(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services.sign_in import require_administrator
    from desktop_crm.storage.reindex import reindex

    require_administrator(database, actor)
    wrong = reindex(database, _show_progress)
    print(translate(mark("Cli", "The search index was made anew; {count} records were mended."), count=wrong))
    return 0


def _demo(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services.demo import fill
    from desktop_crm.services.sign_in import require_administrator

    require_administrator(database, actor)
    fill(database, seed=options.seed, size=options.size, progress=_show_progress)
    return 0


# ---------------------------------------------------------------- people
def _server_setup(options: argparse.Namespace, settings: Settings) -> int:
    from desktop_crm.services import accounts
    from desktop_crm.services.demo import fill
    from desktop_crm.storage.engine import database_url
    from desktop_crm.storage.setup import prepare

    address = _as_user(options.url, "")
    if not address.startswith(_SERVER):
        raise Refused(mark("Cli", "server-setup needs the postgresql:// address of a server."))
    database = prepare(database_url(address))
    try:
        if options.fill_demo and accounts.is_empty(database):  # its people come before the one who has a login
            fill(database, progress=_show_progress)
        with database.writing() as unit:
            user = accounts.first_administrator(unit, options.admin)
            if not accounts.may_sign_in(unit, user) or os.environ.get(_NEW_PASSWORD):
                accounts.set_password(unit, user, _new_password())
    finally:
        database.close()
    print(
        translate(mark("Cli", "{database} is ready; {name} signs in to it."), database=database.label, name=user.name)
    )
    return 0


def _user_add(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services import accounts

    more = {"full_name": options.full_name, "team": options.team, "reports_to": options.reports_to}
    password = _new_password()
    with database.writing(actor) as unit:
        accounts.add(unit, options.name, options.preset, password, **more)
    return 0


def _user_list(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services import accounts

    with database.reading(actor) as unit:
        for one in accounts.listed(unit):
            state = "" if one.active else translate(mark("Cli", "disabled"))
            print("\t".join((one.name, one.full_name, one.role, one.team, one.reports_to, state)).rstrip())
    return 0


def _user_active(active: bool) -> Callable[[Database, Actor, argparse.Namespace], int]:
    def change(database: Database, actor: Actor, options: argparse.Namespace) -> int:
        from desktop_crm.services import accounts

        with database.writing(actor) as unit:
            accounts.set_active(unit, options.name, active)
        return 0

    return change


def _user_password(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services import accounts

    password = _new_password()
    with database.writing(actor) as unit:
        accounts.set_password(unit, accounts.named(unit, options.name), password)
    return 0


def _user_explain(database: Database, actor: Actor, options: argparse.Namespace) -> int:
    from desktop_crm.services import accounts, why
    from desktop_crm.services.reading import by_number

    entity = _entity(options.module)
    with database.reading(actor) as unit:
        user, record = accounts.named(unit, options.name), by_number(unit, entity, options.number)
        for sentence in why.explain(unit, user.id, entity, record.id):
            print(sentence)
    return 0


def _new_password() -> str:
    """The new password: from the environment, or asked twice."""
    given = os.environ.get(_NEW_PASSWORD)
    if given is not None:
        return given
    if _asked(_NEW_PASSWORD) != (again := _asked(_NEW_PASSWORD)):
        raise Refused(mark("Cli", "The two passwords are not the same."))
    return again


def _asked(variable: str) -> str:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise Refused(mark("Cli", "There is nobody to ask for a password; give it in {variable}."), variable=variable)
    new = variable == _NEW_PASSWORD
    return getpass(translate(mark("Cli", "New password: ") if new else mark("Cli", "Password: ")))


def _show_progress(done: int, total: int) -> None:
    """One line that is written over, where a person looks on."""
    if sys.stderr.isatty():
        print(f"\r{100 * done // total} %", end="" if done < total else "\n", file=sys.stderr, flush=True)


_RUN: dict[str, Callable[[argparse.Namespace, Settings], int]] = {
    "window": _window,
    "import": _with_database(_import, create=True),
    "undo-import": _with_database(_undo_import),
    "export": _with_database(_export),
    "list": _with_database(_list),
    "show": _with_database(_show),
    "print": _with_database(_print),
    "backup": _with_database(_backup),
    "restore": _restore,
    "check": _check,
    "move": _with_database(_move),
    "upgrade": _with_database(_upgrade, create=True),
    "reindex": _with_database(_reindex),
    "demo": _with_database(_demo, create=True),
    "server-setup": _server_setup,
    "user add": _with_database(_user_add),
    "user list": _with_database(_user_list),
    "user disable": _with_database(_user_active(False)),
    "user enable": _with_database(_user_active(True)),
    "user password": _with_database(_user_password),
    "user explain": _with_database(_user_explain),
}
