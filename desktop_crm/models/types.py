"""Column types that are exact and the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Integer, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

Key: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
"""Primary and foreign keys; SQLite gives row ids to INTEGER only."""


class _Jsonb(TypeDecorator[Any]):
    """The server's binary JSON; its dialect takes long to load and is not wanted for a file."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())


Json: TypeEngine[Any] = JSON().with_variant(_Jsonb(), "postgresql")
"""A JSON document; compared and indexed by the server on PostgreSQL."""


class SortKey(TypeDecorator[str]):
    """Text compared byte by byte on both databases; holds the keys of `text.sort_key` and folded words."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(String(collation="C"))
        return dialect.type_descriptor(String())


class Scaled(TypeDecorator[Decimal]):
    """A Decimal with a fixed number of places, stored as a whole number so that sums are exact.

    A value with more places than the column keeps is refused with ValueError, never rounded in silence.
    """

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int = 4) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = Decimal(value).scaleb(self.places)
        whole = int(scaled)
        if whole != scaled:
            raise ValueError(f"{value} has more than {self.places} decimal places")
        return whole

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        exact = Decimal(value).scaleb(-self.places).normalize()
        return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware datetimes in and out, kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Money = Scaled(4)
Quantity = Scaled(4)
Percent = Scaled(4)
ExchangeRate = Scaled(6)
