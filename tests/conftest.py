"""What every test gets: no window system, no stray log or Qt warning, and databases of both kinds."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from desktop_crm.i18n import set_language
from desktop_crm.storage.database import Database, open_database
from tests.support import guards, postgres

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
hypothesis.settings.register_profile("same", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("same")


def pytest_configure(config: pytest.Config) -> None:
    """Agree on one PostgreSQL server for all workers."""
    postgres.choose_folder()


def pytest_unconfigure(config: pytest.Config) -> None:
    """The first process takes the server's files away when all workers are done."""
    if not hasattr(config, "workerinput"):
        postgres.remove_folder()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A dialog that nobody answers fails the test instead of holding it up for ever."""
    with guards.no_dialog_waits(seconds=20) as refused:
        result = yield
    assert not refused, f"a dialog waited for an answer: {', '.join(refused)}"
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Windows that ask about unsaved work while they are closed get a no."""
    with guards.no_dialog_waits(seconds=0):
        return (yield)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A running PostgreSQL server of the tests' own."""
    with postgres.running() as server:
        yield server


@pytest.fixture
def empty_postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    """A new PostgreSQL database without a table."""
    url = postgres_server.create()
    yield url
    postgres_server.drop(url)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the program's log fails the test that did not announce it with `allow_log`."""
    if request.node.get_closest_marker("allow_log"):
        yield
    else:
        with guards.no_warnings_logged():
            yield


@pytest.fixture(autouse=True, scope="session")
def no_sql_under_views() -> Iterator[None]:
    """Views ask the job runner; SQL that runs below one on the window's thread is an error."""
    with guards.no_sql_under_views():
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read from or written to the folders of whoever runs the tests."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))  # Qt warns when there is none


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Every test begins in Vietnamese, whatever the one before it chose."""
    set_language("vi")
    yield
    set_language("vi")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    open_database(path).close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The path of a migrated SQLite file of the test's own."""
    return str(shutil.copy(sqlite_template, tmp_path / "crm.db"))


@pytest.fixture
def postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database of the test's own."""
    template = postgres_server.template("crm_template", lambda url: open_database(url).close())
    url = postgres_server.create(template)
    yield url
    postgres_server.drop(url)


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """The path of a SQLite file that does not exist yet."""
    return str(tmp_path / "crm.db")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """What `open_database` takes for a migrated database, once for each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """What `open_database` takes for a database without a table, once for each kind."""
    return str(request.getfixturevalue(f"empty_{request.param}_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open database with the first rows of an empty company, once for each kind."""
    database = open_database(database_url)
    yield database
    database.close()


@pytest.fixture
def local_database(sqlite_url: str) -> Iterator[Database]:
    """An open SQLite database, for what does not depend on the kind."""
    database = open_database(sqlite_url)
    yield database
    database.close()
