"""Gives Qt's own texts (buttons of standard dialogs, context menus, file dialog) from our catalogues.

Qt ships no Vietnamese catalogue; ours for Qt is the hand-kept `resources/i18n/qt_vi.ts`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop_crm import i18n

_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translator(QTranslator):
    """Looks every text up in the language in force."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        found = i18n.lookup(context, text, i18n.language())
        return found.replace("%n", str(n)) if found and n >= 0 else found


def install(app: QCoreApplication) -> Translator:
    """Have Qt ask us from now on, and write dates and numbers of its own editors the way of the language in force."""
    translator = Translator(app)
    app.installTranslator(translator)
    set_locale()
    return translator


def set_locale() -> None:
    """Follow the language in force: date editors and calendars, not our own formats."""
    QLocale.setDefault(_LOCALES[i18n.language()])


def retranslate() -> None:
    """Tell everything Qt has made that the language changed."""
    set_locale()
    app = QCoreApplication.instance()
    if app is None:
        return
    for each in app.findChildren(Translator):
        app.removeTranslator(each)
        app.installTranslator(each)
