"""Loading Qt in less time. See docs/decisions/0011-start.md."""

from __future__ import annotations

import builtins
import gc


def load_qt() -> None:
    """Import QtCore and have everything after it load faster."""
    gc.set_threshold(50_000)  # what is loaded at start stays: looking through it again and again takes a tenth of it
    import PySide6.QtCore  # noqa: F401

    _unhook()


def _unhook() -> None:
    """Once loaded, PySide reads the source of every module imported later in search of `from __feature__ import …`."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
