"""The rail as it was last, so that a window can be drawn before the modules are loaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_crm.i18n import Message
from desktop_crm.views.shell.declarations import Item, Section
from desktop_crm.views.shell.state import State

_KEY = "outline"


def remember(state: State, sections: Sequence[Section]) -> None:
    """Keep titles, icons and order of the rail; texts by context and English source."""
    state.set(_KEY, [[*_named(s.title), [[i.key, *_named(i.title), i.icon] for i in s.items]] for s in sections])


def remembered(state: State) -> tuple[Section, ...]:
    """The rail as it was kept; its items make no pages. Empty where nothing (or nonsense) was kept."""
    try:
        return tuple(_section(*kept) for kept in state.get(_KEY, ()))
    except (TypeError, ValueError):
        return ()


def _section(context: str, title: str, items: Sequence[Sequence[str]]) -> Section:
    return Section(
        _text(context, title), tuple(Item(key, _text(*named), icon, _no_page) for key, *named, icon in items)
    )


def _named(text: str) -> tuple[str, str]:
    return getattr(text, "context", ""), str(text)


def _text(context: str, text: str) -> str:
    message = Message(text)
    message.context = context
    return message if context else text


def _no_page(shell: Any, **args: Any) -> QWidget:
    raise RuntimeError("a page was opened before the window was filled")
