"""Promises of the project as a whole: what it is built from, what it imports, what travels with it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import desktop_crm
from desktop_crm.resources import resource

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGE = sorted((ROOT / "desktop_crm").rglob("*.py"))


def imports(path: Path) -> set[str]:
    """The top-level packages that a file imports anywhere, and `from` modules in full."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def requirement_name(requirement: str) -> str:
    return re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_only_declared_packages_are_imported() -> None:
    declared = {requirement_name(r) for r in PROJECT["project"]["dependencies"]}
    declared |= {"pyside6-essentials", "pyside6-addons", "shiboken6"}  # what PySide6 itself is made of
    installed = metadata.packages_distributions()
    strangers = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in PACKAGE
        for name in {module.split(".")[0] for module in imports(path)} - {"desktop_crm"} - sys.stdlib_module_names
        if not {d.lower().replace("_", "-") for d in installed.get(name, [])} & declared
    }
    assert not strangers


def test_the_command_line_needs_no_more_of_qt_than_its_core() -> None:
    cli = ROOT / "desktop_crm" / "cli.py"
    assert {m for m in imports(cli) if m.startswith("PySide6")} <= {"PySide6.QtCore"}


@pytest.mark.parametrize("requirement", PROJECT["project"]["dependencies"], ids=requirement_name)
def test_no_dependency_is_under_the_gpl_alone(requirement: str) -> None:
    about = metadata.metadata(requirement_name(requirement))
    licence = " ".join(
        [about.get("License-Expression") or about.get("License") or "", *about.get_all("Classifier", [])]
    )
    choices = re.split(r"\bOR\b", licence)
    assert any("GPL" not in choice or re.search(r"LGPL|Lesser", choice) for choice in choices), licence


def test_the_versions_agree() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", desktop_crm.__version__)
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "desktop_crm/__init__.py"


@pytest.mark.parametrize("value", [None, True, False])
def test_signals_keep_the_references_of_constants(value: object) -> None:
    """PySide6 6.12.0 on CPython 3.11 lost one with every emit, until the interpreter crashed."""
    from PySide6.QtCore import QObject, Signal

    class Source(QObject):
        sent = Signal(object)

    source, seen = Source(), []
    source.sent.connect(seen.append)
    before = sys.getrefcount(value)
    for _ in range(500):
        source.sent.emit(value)
    seen.clear()
    assert abs(sys.getrefcount(value) - before) < 100


def test_resources_are_found() -> None:
    assert resource("icons", "phone.svg").is_file()
    assert resource("i18n").is_dir()


def test_a_wheel_carries_the_resources(tmp_path: Path) -> None:
    script = f"import hatchling.build; print(hatchling.build.build_wheel({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'in')!r})\n"
        "from desktop_crm.resources import resource\n"
        "print(resource('icons', 'phone.svg').is_file(), resource().name)"
    )
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(tmp_path / "in")], check=True)
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "_resources"]
