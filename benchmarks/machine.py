"""On what a run was made."""

from __future__ import annotations

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.measuring import noise

PACKAGES = ("SQLAlchemy", "psycopg", "PySide6", "reportlab", "openpyxl", "python-calamine", "XlsxWriter")


def describe(server: str) -> dict[str, Any]:
    """Processor, memory, system and versions; `noise` tells how quiet it was: the same loop, least to most ms."""
    found = {"taken": datetime.now(UTC).strftime("%d/%m/%Y"), "processor": _processor(), "cores": os.cpu_count()}
    found |= {"memory": _memory(), "system": f"{platform.system()} {platform.release()}"}
    found |= {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version, "PostgreSQL": server}
    return found | {name: _version(name) for name in PACKAGES} | {"noise": noise()}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as told:
            names = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else platform.processor() or platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return ""
    return f"{size / 2**30:.0f} GB"
