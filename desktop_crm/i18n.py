"""Translation without Qt: English texts are marked in the code, catalogues are Qt Linguist .ts files.

`mark()` names a text (and lets `pyside6-lupdate` find it), `translate()` gives it in the language in force.
The catalogues `resources/i18n/<folder>_<language>.ts` are read once, on the first translation; a context of them
is taken apart when one of its texts is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

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
    return _texts(language, context).get(text)


_TEXT = re.compile(r"<(source|translation)\b[^>]*>([^<]*)<")
_ENTITY = re.compile(r"&(#x?\w+|\w+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@cache
def _contexts(language: str) -> dict[str, str]:
    """The catalogues' text by context; each is taken apart when something is first shown of it."""
    found: dict[str, str] = {}
    for path in sorted(resource("i18n").glob(f"*_{language}.ts")) if language != "en" else ():
        for part in path.read_text("utf-8").split("<name>")[1:]:
            name, _, body = part.partition("</name>")
            found[name] = found.get(name, "") + body
    return found


@cache
def _texts(language: str, context: str) -> dict[str, str]:
    """Translations of one context by source. Read by patterns: an XML parser takes ten times as long at every start."""
    found: dict[str, str] = {}
    source = ""
    for tag, text in _TEXT.findall(_contexts(language).get(context, "")):
        text = _ENTITY.sub(_character, text) if "&" in text else text
        if tag == "source":
            source = text
        elif text:
            found[source] = text
    return found


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _ENTITIES[name]
