"""What this program is and whose work is in it."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QWidget

from desktop_crm import __version__
from desktop_crm.i18n import mark, translate
from desktop_crm.views.widgets.dialogs import Sheet
from desktop_crm.views.widgets.layouts import box, button, col, label


class AboutDialog(Sheet):
    """Name, version, licences of what is shown."""

    def __init__(self, parent: QWidget | None, app_name: str) -> None:
        close = button(mark("AboutDialog", "Close"), "primary")
        version = translate(mark("AboutDialog", "Version {version}"), version=__version__)
        parts = translate(
            mark(
                "AboutDialog",
                "Python {python} and Qt {qt} (PySide6, LGPL). Icons: Lucide (ISC). Font: Roboto (Apache).",
            ),
            python=platform.python_version(),
            qt=qVersion(),
        )
        words = box(
            col(
                label(version, selectable=True),
                label(mark("AboutDialog", "Customer relations for Vietnamese companies. MIT licence."), wrap=True),
                label(parts, 12, "t2", wrap=True),
            )
        )
        super().__init__(parent, app_name, words, (close,), width=460, icon="handshake", tone="info")
        self.safe = close
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close.clicked.connect(self.accept)
