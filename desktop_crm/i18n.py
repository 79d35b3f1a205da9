"""Translation without Qt: English texts are marked in the code, catalogues are Qt Linguist .ts files.

`mark()` names a text (and lets `pyside6-lupdate` find it), `translate()` gives it in the language in force.
The catalogues `resources/i18n/<folder>_<language>.ts` are read once, on the first translation.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree import ElementTree

from desktop_crm.resources import resource

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}

_state = {"language": "vi"}


class Message(str):
    """An English text with the context it was marked in; equal to and hashed like the text itself."""

    __slots__ = ("context",)
    context: str


def mark(context: str, text: str) -> Message:
    """Name a translatable text. Both arguments are literals; placeholders are written {name}."""
    message = Message(text)
    message.context = context
    return message


def set_language(language: str) -> None:
    """Put a language of `LANGUAGES` in force for the whole process."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    _state["language"] = language


def language() -> str:
    """The language in force."""
    return _state["language"]


def translate(message: str, language: str | None = None, **values: Any) -> str:
    """The text in `language` (default: the one in force), with {placeholders} filled from `values`.

    A plain `str` that was never marked comes back as it is: the user's own words need no translation.
    """
    text = str(message)
    if isinstance(message, Message):
        text = lookup(message.context, text, language or _state["language"]) or text
    return text.format(**values) if values else text


def lookup(context: str, text: str, language: str) -> str | None:
    """The translation of one text, or None where the catalogue has none."""
    return _catalogue(language).get((context, text))


@cache
def _catalogue(language: str) -> dict[tuple[str, str], str]:
    if language == "en":
        return {}
    found: dict[tuple[str, str], str] = {}
    for path in sorted(resource("i18n").glob(f"*_{language}.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                words = message.findtext("translation")
                if words:
                    found[name, message.findtext("source", "")] = words
    return found
