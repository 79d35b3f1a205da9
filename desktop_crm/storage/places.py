"""Folders that another program copies about while files in them are open."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePath

_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NAMES = ("OneDrive", "Dropbox", "Google Drive", "iCloudDrive")


def synchronised_by(path: str | Path, environment: Mapping[str, str] = os.environ) -> str:
    """The name of the service that keeps a copy of this folder elsewhere, as far as that shows; '' for none.

    A company file in use there may be copied half written, or held back while it is copied.
    """
    place = PurePath(path)
    for variable in _VARIABLES:
        folder = environment.get(variable, "")
        if folder and place.is_relative_to(folder):
            return "OneDrive"
    parts = [part.casefold() for part in place.parts[:-1]]
    return next((name for name in _NAMES if any(_is_named(part, name.casefold()) for part in parts)), "")


def _is_named(part: str, name: str) -> bool:
    return part == name or part.startswith((f"{name} - ", f"{name} ("))  # "OneDrive - Công ty An Phát"
