"""One condition for any number of values, in one statement with one parameter, on both databases."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, String, any_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session


def among(session: Session, column: Any, values: Collection[Any]) -> ColumnElement[bool]:
    """`column IN values` for a hundred thousand texts or whole numbers as well as for one."""
    if session.get_bind().dialect.name == "sqlite":
        each = func.json_each(json.dumps(list(values), ensure_ascii=False)).table_valued("value")
        return column.in_(select(each.c.value))
    whole = bool(values) and isinstance(next(iter(values)), int)
    array: ARRAY[Any] = ARRAY(BigInteger if whole else String)
    return column == any_(literal(list(values), array))
