"""The window program. Importing this loads nothing: see `desktop`, `company` and `window`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_crm.app.desktop import Desktop
    from desktop_crm.settings import Settings
    from desktop_crm.views.shell.state import State


def run(target: str | None, settings: Settings, *, user: str = "", demo: bool = False) -> int:
    """Show the window on a database, or the first-run assistant where `target` is None; the exit status.

    With `demo` an empty database is first filled with the demo company.
    """
    app, desktop = begin(settings)
    if not desktop.claim(target, user):
        return 0  # the window that has this database open shows itself
    desktop.start(target, user, demo)
    try:
        return app.exec()
    finally:
        desktop.close()


def begin(settings: Settings, state: State | None = None) -> tuple[QApplication, Desktop]:
    """The program without a window yet."""
    from desktop_crm.app.quick import load_qt

    load_qt()
    from desktop_crm.app.desktop import Desktop, make_application
    from desktop_crm.views.shell.state import State

    return make_application(settings), Desktop(settings, state or State())
