"""The declarative base: constraint names, and column defaults that hold from construction on."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from sqlalchemy import MetaData, event, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop_crm.models.types import Key


class Base(DeclarativeBase):
    """Base of every mapped class; each has a whole-number identity `id`."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    title_key: ClassVar[str] = "title"
    """The attribute a row is called by in relations and choices."""

    id: Mapped[int] = mapped_column(Key, primary_key=True, sort_order=-100)


@cache
def _scalar_defaults(entity: type[Base]) -> dict[str, Any]:
    columns = ((a.key, a.columns[0]) for a in inspect(entity).column_attrs)
    return {
        key: column.default.arg for key, column in columns if column.default is not None and column.default.is_scalar
    }


@event.listens_for(Base, "init", propagate=True)
def _fill_defaults(target: Base, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """A new object has its defaults at once, not only after the first flush.

    They go past the instrumentation, which has nothing to remember of an object that was never stored.
    """
    target.__dict__.update(_scalar_defaults(type(target)))
