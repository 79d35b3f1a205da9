"""What the assistant does beside the window: make a company file, try a server."""

from __future__ import annotations

from pathlib import Path

from desktop_crm.errors import Refused
from desktop_crm.i18n import mark
from desktop_crm.models.text import clean

PORT = 5432


def make_company(path: Path, company: str, person: str) -> str:
    """A new company file with its first user; its path. Raises Refused where there is a file already."""
    if path.exists():
        raise Refused(mark("Assistant", "{path} exists already; choose another name."), path=path)
    from desktop_crm.models import User
    from desktop_crm.services.company import current
    from desktop_crm.storage.database import open_database

    database = open_database(path)
    try:
        with database.writing() as unit:
            current(unit).name = clean(company)
            user = unit.session.get_one(User, 1)
            user.full_name = clean(person)
    finally:
        database.close()
    return str(path)


def try_server(server: str, base: str, user: str, password: str) -> str:
    """The URL of a server database that opens; raises Unavailable with the reason where it does not."""
    from sqlalchemy.engine import URL

    from desktop_crm.storage.database import open_database

    host, _, port = server.strip().partition(":")
    if port and not port.isdigit():
        raise Refused(mark("Assistant", "“{port}” is not a port number."), port=port)
    url = URL.create("postgresql", user.strip(), password or None, host, int(port or PORT), base.strip())
    target = url.render_as_string(hide_password=False)
    open_database(target).close()
    return target
