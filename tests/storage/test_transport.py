"""An address that leaves this machine is encrypted, unless that is waived in so many words."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import make_url

from desktop_crm.errors import Unavailable
from desktop_crm.storage.engine import make_engine
from desktop_crm.storage.transport import secured


def asked(address: str) -> dict[str, object]:
    return dict(secured(make_url(address)).query)


BOUND = {"sslmode": "require", "channel_binding": "require"}


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ha@localhost/crm",
        "postgresql://ha@127.0.0.1:5433/crm",
        "postgresql://ha@127.8.9.1/crm",
        "postgresql://ha@[::1]/crm",
        "postgresql:///crm",
        "postgresql://ha@/crm?host=/var/run/postgresql",
        "postgresql://ha@localhost/crm?sslmode=disable",
    ],
)
def test_this_machine_needs_no_tls(address: str) -> None:
    assert asked(address) == dict(make_url(address).query)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ha@crm.example/db",
        "postgresql://ha@192.168.1.10/db",
        "postgresql://ha@/db?host=crm.example",
        "postgresql://ha@crm.example/db?sslmode=require",
        "postgresql://ha@crm.example/db?channel_binding=require",
    ],
)
def test_others_are_bound_to_an_encrypted_channel(address: str) -> None:
    assert asked(address).items() >= BOUND.items()


@pytest.mark.parametrize("mode", ["verify-ca", "verify-full"])
def test_certificates_are_taken_as_they_are_asked_for(mode: str) -> None:
    assert asked(f"postgresql://ha@crm.example/db?sslmode={mode}") == {"sslmode": mode}


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ha@crm.example/db?sslmode=disable",
        "postgresql://ha@crm.example/db?sslmode=prefer",
        "postgresql://ha@crm.example/db?sslmode=allow",
        "postgresql://ha@crm.example/db?sslmode=require&channel_binding=disable",
        "postgresql://ha@localhost/db?host=crm.example&sslmode=disable",
        "postgresql://ha@localhost/db?hostaddr=10.0.0.1&sslmode=disable",
        "postgresql://ha@localhost/db?host=localhost,crm.example&sslmode=disable",
        "postgresql://ha@localhost/db?service=office&sslmode=disable",
        "postgresql://ha@crm.example/db?sslmode=disable&crm_insecure=no",
    ],
)
def test_an_open_connection_is_refused(address: str) -> None:
    with pytest.raises(Unavailable) as caught:
        secured(make_url(address))
    assert "crm_insecure=yes" in caught.value.text()


def test_it_can_be_waived_and_the_driver_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql+psycopg://ha@crm.example/db?sslmode=disable&crm_insecure=yes"
    assert asked(address) == {"sslmode": "disable"}
    engine = make_engine(make_url(address))
    assert "crm_insecure" not in engine.url.query
    engine.dispose()


def test_the_servers_of_the_environment_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "crm.example")
    assert asked("postgresql:///db").items() >= BOUND.items()
