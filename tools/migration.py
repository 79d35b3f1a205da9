"""Write the next migration from the difference between the mapped classes and the newest schema.

Usage: python -m tools.migration "what changes"      read the file that it writes before committing it
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import JSON, BigInteger
from sqlalchemy.sql.elements import False_, True_
from sqlalchemy.types import TypeDecorator

from desktop_crm.models import Base
from desktop_crm.models.types import Scaled, UtcDateTime
from desktop_crm.storage import migrate
from desktop_crm.storage.database import Database
from desktop_crm.storage.engine import database_url, make_engine
from desktop_crm.storage.search import is_words_part


def main(message: str) -> None:
    """Upgrade an empty database to the head, compare, and write versions/NNNN_message.py."""
    versions = migrate.FOLDER / "versions"
    number = f"{len(list(versions.glob('[0-9]*_*.py'))) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        url = database_url(Path(folder) / "empty.db")
        database = Database(url, make_engine(url))
        if number != "0001":
            migrate.upgrade(database)
        with database.engine.connect() as connection:
            config = migrate.configuration(connection)
            config.attributes["metadata"] = Base.metadata
            config.attributes["render_item"] = _without_models
            config.attributes["include_name"] = lambda name, kind, parents: not is_words_part(name)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            command.revision(config, message, autogenerate=True, rev_id=number)
        database.close()


def _without_models(kind: str, item: Any, context: Any) -> str | bool:
    """Our own types as the plain types they are stored as: a migration must not change with the models."""
    if kind == "server_default" and isinstance(getattr(item, "arg", None), (True_, False_)):
        return "sa.true()" if isinstance(item.arg, True_) else "sa.false()"
    if kind == "type" and isinstance(item, TypeDecorator):
        return {Scaled: "sa.BigInteger()", UtcDateTime: "sa.DateTime(timezone=True)"}.get(type(item)) or _sort_key()
    if kind == "type" and isinstance(item, BigInteger):
        return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    if kind == "type" and isinstance(item, JSON):
        context.imports.add("from sqlalchemy.dialects.postgresql import JSONB")
        return 'sa.JSON().with_variant(JSONB(), "postgresql")'
    return False


def _sort_key() -> str:
    return 'sa.String().with_variant(sa.String(collation="C"), "postgresql")'


if __name__ == "__main__":
    main(sys.argv[1])
