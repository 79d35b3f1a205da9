"""What the wizard remembers on this computer: files used before, and which columns were which fields."""

from __future__ import annotations

from typing import Any

_FILES, _MOST_FILES, _MOST_SHEETS = "import.files", 5, 30


class Memory:
    """One module's part of the window's state."""

    def __init__(self, state: Any, module: str) -> None:
        self._state, self._columns = state, f"import.columns.{module}"

    def files(self) -> list[str]:
        """Paths of files used before, newest first."""
        found = self._state.get(_FILES, [])
        return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []

    def keep_file(self, path: str) -> None:
        """A file was read."""
        self._state.set(_FILES, [path, *(each for each in self.files() if each != path)][:_MOST_FILES])

    def drop_file(self, path: str) -> None:
        """A file is no longer there."""
        self._state.set(_FILES, [each for each in self.files() if each != path])

    def mapping(self, fingerprint: str) -> dict[str, str]:
        """The mapping used the last time for a sheet with the same columns; empty for a new one."""
        found = self._all().get(fingerprint, {})
        return {str(place): str(key) for place, key in found.items()} if isinstance(found, dict) else {}

    def keep_mapping(self, fingerprint: str, mapping: dict[str, str]) -> None:
        """A mapping was used."""
        others = {name: each for name, each in self._all().items() if name != fingerprint}
        kept = dict(list(others.items())[-(_MOST_SHEETS - 1) :])
        self._state.set(self._columns, {**kept, fingerprint: mapping})

    def _all(self) -> dict[str, Any]:
        found = self._state.get(self._columns, {})
        return found if isinstance(found, dict) else {}
