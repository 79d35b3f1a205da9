"""How the program looks on this computer: theme, row height, language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop_crm import i18n
from desktop_crm.i18n import mark
from desktop_crm.views.settings.page import SettingsPage
from desktop_crm.views.widgets import theme
from desktop_crm.views.widgets.controls import Option
from desktop_crm.views.widgets.field import Field as FieldFrame
from desktop_crm.views.widgets.layouts import box, col, frame, scroll

if TYPE_CHECKING:
    from desktop_crm.settings import Settings
    from desktop_crm.views.context import Context


_LOCKS = {
    "0": mark("Settings", "Never"),
    "5": mark("Settings", "After 5 minutes"),
    "15": mark("Settings", "After 15 minutes"),
    "60": mark("Settings", "After an hour"),
}


class LookPage(SettingsPage):
    """Each choice takes effect at once."""

    title = mark("Settings", "Appearance")
    intro = mark("Settings", "For this computer only; changes take effect at once.")

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.themes = self._choice(theme.THEMES, lambda shell, key: shell.choose_theme(key))
        self.densities = self._choice(theme.DENSITIES, lambda shell, key: shell.choose_density(key))
        self.languages = self._choice(i18n.LANGUAGES, self._choose_language)
        self.locks = self._choice(_LOCKS, self._lock_after)
        frames = (
            FieldFrame(mark("Settings", "Theme"), _stack(self.themes)),
            FieldFrame(
                mark("Settings", "Row height"),
                _stack(self.densities),
                help=mark("Settings", "Lists take it up when they are next opened."),
            ),
            FieldFrame(mark("Settings", "Language"), _stack(self.languages)),
            FieldFrame(
                mark("Settings", "Lock when nobody works"),
                _stack(self.locks),
                help=mark("Settings", "Only where you sign in with a password."),
            ),
        )
        for each in frames:
            each.setMaximumWidth(480)
        self.put(scroll(frame("page", col(*frames, None, gap=20, margins=(20, 14, 22, 14)))))

    def _choice(self, choices: Mapping[str, Any], run: Callable[[Any, str], object]) -> dict[str, Option]:
        group = QButtonGroup(self)
        made = {key: Option(words) for key, words in choices.items()}
        for key, option in made.items():
            group.addButton(option)
            option.clicked.connect(lambda _=False, k=key: run(self.window(), k))
        return made

    def _choose_language(self, shell: Any, code: str) -> None:
        """The window makes every page anew, this one too: it is asked when the click is over."""
        QTimer.singleShot(0, shell, partial(self._speak, shell, code))

    def _speak(self, shell: Any, code: str) -> None:
        if not shell.choose_language(code):
            self.load()

    def _lock_after(self, shell: Any, minutes: str) -> None:
        self.settings.change(lock_after=int(minutes))
        shell.idle_changed.emit(int(minutes))

    def load(self) -> None:
        """Show what is in force."""
        state = self.context.state
        self.themes[state.get("theme", "system")].setChecked(True)
        self.densities[state.get("density", "normal")].setChecked(True)
        self.languages[i18n.language()].setChecked(True)
        self.locks.get(str(self.settings["lock_after"]), self.locks["0"]).setChecked(True)


def _stack(options: Mapping[str, Option]) -> QWidget:
    made = box(col(*options.values(), gap=6))
    made.setFocusProxy(next(iter(options.values())))
    return made
