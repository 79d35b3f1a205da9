"""What one computer remembers of the window: geometry, splitters, column widths, theme, language. No business data."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

log = logging.getLogger(__name__)


def default_path() -> Path:
    """The file of the user who runs the program."""
    return Path(platformdirs.user_config_dir("desktop-crm", appauthor=False, roaming=True)) / "window.json"


class State:
    """Named values kept in one small JSON file; a missing or broken file means the defaults."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or default_path()
        self._values = _read(self._path)

    def get(self, name: str, default: Any = None) -> Any:
        """A remembered value."""
        return self._values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        """Remember a value (anything JSON can hold); `save` writes it."""
        self._values[name] = value

    def save(self) -> None:
        """Write the file whole or not at all; a full or read-only disk costs no more than the memory."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            os.replace(part, self._path)
        except OSError as error:
            log.info("window state not kept: %s", error)

    def keep_geometry(self, window: QWidget, name: str = "window") -> None:
        """Remember size and place of a window."""
        self.set(f"{name}.geometry", _text(window.saveGeometry()))

    def restore_geometry(self, window: QWidget, name: str = "window") -> bool:
        """Put a window where it was; False when it is not remembered."""
        return bool(window.restoreGeometry(_bytes(self.get(f"{name}.geometry", ""))))

    def follow_splitter(self, splitter: QSplitter, name: str) -> None:
        """Restore a splitter and remember it from now on."""
        splitter.restoreState(_bytes(self.get(f"splitter.{name}", "")))
        splitter.splitterMoved.connect(lambda *_: self.set(f"splitter.{name}", _text(splitter.saveState())))

    def follow_header(self, header: QHeaderView, name: str) -> None:
        """Restore widths and order of a table's columns and remember them from now on."""
        header.restoreState(_bytes(self.get(f"header.{name}", "")))
        keep = lambda *_: self.set(f"header.{name}", _text(header.saveState()))  # noqa: E731
        header.sectionResized.connect(keep)
        header.sectionMoved.connect(keep)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.info("window state not read: %s", error)
        return {}
    return found if isinstance(found, dict) else {}


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(str(text).encode("ascii", "ignore")))
