"""What many new records get at once is what each would have got by itself."""

from __future__ import annotations

import random
from typing import Any

import pytest

from desktop_crm.exchange.derive import derived
from desktop_crm.exchange.targets import IMPORTABLE
from desktop_crm.models import Record
from desktop_crm.models.fields import Kind, fields_of
from desktop_crm.models.record import derived_keys

WORDS = ("", "Công ty Hòa Bình", "Nguyễn Văn", "An", "+84912345678", "0312687878-001", "KH 12 34", "x@y.example",
         "Thuỷ", "đường 3/2", "a" * 70, "Hoa\u0300", "12.345")  # fmt: skip


@pytest.mark.parametrize("entity", IMPORTABLE)
def test_derived_columns_are_those_of_the_model(entity: type[Record]) -> None:
    chance = random.Random(3)
    texts = [key for key, field in fields_of(entity).items() if field.kind in (Kind.TEXT, Kind.PHONE, Kind.EMAIL)]
    columns: dict[str, list[Any]] = {key: chance.choices(WORDS, k=300) for key in texts}
    columns["number"] = [f"SO-{i:05}" for i in range(300)]
    columns["custom"] = [{"a": chance.choice(WORDS), "b": "Ẩn", "c": True} for _ in range(300)]
    for unsearched in (frozenset[str](), frozenset("b")):
        made = derived(entity, columns, 300, unsearched)
        for place in range(300):
            record = entity(**{key: column[place] for key, column in columns.items()})
            record.refresh(unsearched)
            assert {key: made[key][place] for key in derived_keys(entity)} == {
                key: getattr(record, key) for key in derived_keys(entity)
            }


def test_fields_without_a_column_are_empty() -> None:
    for entity in IMPORTABLE:
        record = entity(number="SO-1")
        record.refresh()
        made = derived(entity, {"number": ["SO-1"]}, 1)
        assert {key: made[key][0] for key in made} == {key: getattr(record, key) for key in derived_keys(entity)}
