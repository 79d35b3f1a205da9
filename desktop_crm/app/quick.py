"""Loading Qt in less time. See docs/decisions/0011-start.md."""

from __future__ import annotations

import builtins
import gc
import marshal
import sys
import zlib
from pathlib import Path
from types import CodeType
from typing import Any

import platformdirs

from desktop_crm.settings import APPLICATION

_Key = tuple[str, int, int]


def load_qt() -> None:
    """Import QtCore and have everything after it load faster. What was compiled is kept in the user's cache."""
    gc.set_threshold(50_000)  # what is loaded at start stays: looking through it again and again takes a tenth of it
    file = Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False)) / f"qt-{sys.implementation.cache_tag}.bin"
    if "PySide6" not in sys.modules:
        with_compiler(Compiled(file))
    _unhook()


def _unhook() -> None:
    """Once loaded, PySide reads the source of every module imported later in search of `from __feature__ import …`."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def with_compiler(compiled: Compiled) -> None:
    """Import QtCore while `compile` answers from what was compiled before."""
    before = builtins.compile
    builtins.compile = compiled  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = before
    compiled.keep()


class Compiled:
    """Stands for `compile`: PySide carries its own Python as source inside its library and compiles it at each start.

    The code is kept by name, length and checksum of its source; a file that cannot be read is made anew.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._compile, self._new = file, builtins.compile, False
        self._known = _read(file)

    def __call__(self, source: Any, name: Any, mode: str, *more: Any, **how: Any) -> Any:
        if not isinstance(source, bytes) or mode != "exec" or more or how:
            return self._compile(source, name, mode, *more, **how)
        key = (str(name), len(source), zlib.crc32(source))
        if key not in self._known:
            inherited = sys._getframe(1).f_code.co_flags & annotations.compiler_flag
            self._known[key] = self._compile(source, name, mode, inherited, dont_inherit=True)
            self._new = True
        return self._known[key]

    def keep(self) -> None:
        """Write what was new; a disk that takes nothing costs no more than the time."""
        if not self._new:
            return
        part = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(marshal.dumps(self._known))
            part.replace(self._file)
        except OSError:
            return


def _read(file: Path) -> dict[_Key, CodeType]:
    try:
        found = marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}
