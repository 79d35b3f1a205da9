"""What every test gets: no window system, no stray log or Qt warning, and databases of both kinds."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from desktop_crm.i18n import set_language
from tests.support import guards, postgres

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Agree on one PostgreSQL server for all workers."""
    postgres.choose_folder()


def pytest_unconfigure(config: pytest.Config) -> None:
    """The first process takes the server's files away when all workers are done."""
    if not hasattr(config, "workerinput"):
        postgres.remove_folder()


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


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Every test begins in Vietnamese, whatever the one before it chose."""
    set_language("vi")
    yield
    set_language("vi")
