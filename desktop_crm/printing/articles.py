"""The wording of contracts: read from `resources/templates/contract_<language>.json` and filled for one contract.

A paragraph of an article is a text or {"if"/"unless": name, "text": …} or {"block": name}. A text is left out when
one of its {placeholders} is empty, so a template never prints a half-filled sentence; a block (the goods table, the
payment schedule, further agreements) stands where it is named and is drawn by the document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from desktop_crm.resources import resource

DEFAULT_TYPE = "goods"


@dataclass(frozen=True, slots=True)
class Text:
    """A filled paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """The place of something that is drawn: goods, installments, more."""

    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article that has something to say."""

    title: str
    parts: tuple[Text | Block, ...]


@cache
def wording(language: str) -> Mapping[str, Any]:
    """The whole template of a language; treat as read-only."""
    found: dict[str, Any] = json.loads(resource("templates", f"contract_{language}.json").read_text("utf-8"))
    return found


def type_wording(contract_type: str, language: str) -> Mapping[str, Any]:
    """Title, names of the parties and order of the articles of a type; one added by the house is a sale of goods."""
    types: Mapping[str, Mapping[str, Any]] = wording(language)["types"]
    return types.get(contract_type, types[DEFAULT_TYPE])


def articles(contract_type: str, language: str, values: Mapping[str, str]) -> list[Article]:
    """The articles in their order, filled; an article left without a paragraph is dropped.

    A block is kept where `values` has a text under its name.
    """
    every = wording(language)["articles"]
    chosen = (every[key] for key in type_wording(contract_type, language)["articles"])
    filled = (Article(one["title"], tuple(_parts(one["paragraphs"], values))) for one in chosen)
    return [article for article in filled if article.parts]


def _parts(paragraphs: list[Any], values: Mapping[str, str]) -> Iterator[Text | Block]:
    for paragraph in paragraphs:
        said = {"text": paragraph} if isinstance(paragraph, str) else paragraph
        if "block" in said:
            if values.get(said["block"]):
                yield Block(said["block"])
        elif _holds(said, values) and _is_filled(said["text"], values):
            yield Text(said["text"].format_map(values))


def _holds(said: Mapping[str, str], values: Mapping[str, str]) -> bool:
    wanted, unwanted = said.get("if"), said.get("unless")
    return (wanted is None or bool(values.get(wanted))) and not (unwanted and values.get(unwanted))


_MAY_BE_EMPTY = frozenset({"until"})


def _is_filled(text: str, values: Mapping[str, str]) -> bool:
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    return all(values[name] for name in names - _MAY_BE_EMPTY)
