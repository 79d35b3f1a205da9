"""What the shell is told of the program: sections of the rail, pages, commands and sources of the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_crm.views.shell.main_window import MainWindow

Factory = Callable[..., QWidget]  # factory(shell, **args)
Create = Callable[["MainWindow"], object]


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of page. `factory(shell, **args)` makes it when it is first opened.

    `parent` is the rail item lit while a page outside the rail shows. `badge` counts what waits, in the background;
    `alarm` draws the count red. `create` with its `create_title` enters the menu of the "New" button.
    """

    key: str
    title: str
    icon: str
    factory: Factory
    parent: str = ""
    badge: Callable[[], int] | None = None
    alarm: bool = False
    create: Create | None = None
    create_title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of the rail."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One line of the command palette; `run()` is called in the window's thread, `in_list()` on Ctrl+Enter.

    A line with `leads_on` is no answer itself: it leads to all of them.
    """

    icon: str
    title: str
    subtitle: str
    run: Callable[[], object]
    key: str = ""
    in_list: Callable[[], object] | None = None
    leads_on: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A group of the palette: `find(query)` gives its lines, best first.

    With `background` it is `find(query, cancel=…)`, runs beside the window (it may query the database, with that
    `cancel`), only for two letters or more, and each source on its own: a slow one holds up no other.
    """

    title: str
    find: Callable[..., Sequence[PaletteItem]]
    background: bool = True
