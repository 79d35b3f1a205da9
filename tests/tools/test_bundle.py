"""What the frozen program carries: everything it reads or imports late, and nothing of Qt that it does not use."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

from tools import bundle

ROOT = Path(__file__).resolve().parents[2]
INSIDE = {Path(folder, Path(file).name).as_posix() for file, folder in bundle.data_files()}


def below(folder: str) -> list[Path]:
    files = [path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in files if "__pycache__" not in path.parts]


def test_every_resource_is_inside_where_the_program_looks_for_it() -> None:
    files = below("resources")
    assert len(files) > 50
    assert {f"desktop_crm/_{path.as_posix()}" for path in files} <= INSIDE


def test_every_migration_is_inside_as_a_file() -> None:
    files = {path.as_posix() for path in below("desktop_crm/storage/migrations")}
    assert "desktop_crm/storage/migrations/env.py" in files
    assert files <= INSIDE


def test_every_font_that_is_loaded_is_inside() -> None:
    from desktop_crm.printing.fonts import _FILES

    assert {f"{package}/files/{name}" for package, name in _FILES.values()} <= INSIDE
    for weight in ("Regular", "Medium", "Bold", "Italic"):
        assert f"font_roboto/files/Roboto-{weight}.ttf" in INSIDE


def test_what_migrations_import_is_told_to_the_freezer() -> None:
    assert {"alembic", "sqlalchemy"} <= bundle.migration_imports()
    assert bundle.migration_imports() <= set(bundle.hidden_imports())


def test_nothing_told_to_the_freezer_is_left_out_again() -> None:
    for name in bundle.hidden_imports():
        assert importlib.util.find_spec(name), name
        assert not [out for out in bundle.LEFT_OUT if f"{name}.".startswith(f"{out}.")], name


def test_the_parts_of_qt_that_are_imported_stay() -> None:
    used = {
        found
        for path in (ROOT / "desktop_crm").rglob("*.py")
        for found in re.findall(r"PySide6\.Qt(\w+)", path.read_text("utf-8"))
    }
    assert {"Core", "Gui", "Widgets", "Pdf", "PrintSupport", "Svg"} <= used
    for part in used:
        for name in (f"PySide6/Qt/lib/libQt6{part}.so.6", f"PySide6\\Qt6{part}.dll", f"PySide6/Qt{part}.abi3.so"):
            assert bundle.wanted(name), name


@pytest.mark.parametrize(
    "name",
    ["PySide6\\opengl32sw.dll", "PySide6/Qt/lib/libQt6Qml.so.6", "PySide6\\translations\\qtbase_de.qm",
     "PySide6/Qt/plugins/platformthemes/libqgtk3.so"],
)  # fmt: skip
def test_the_rest_of_qt_does_not(name: str) -> None:
    assert not bundle.wanted(name)


def test_our_translations_stay() -> None:
    assert bundle.wanted("desktop_crm/_resources/i18n/app_vi.ts")


def test_licences_of_all_dependencies_travel_along() -> None:
    packages = {folder.rpartition("/")[2] for _, folder in bundle.licences()}
    assert {"psycopg", "sqlalchemy", "pillow", "reportlab"} <= packages


def test_the_version_is_the_programs() -> None:
    import desktop_crm

    assert bundle.version() == desktop_crm.__version__


def test_a_bundle_is_frozen_with_a_fixed_order_and_time() -> None:
    fixed = bundle.fixed_environment()
    assert fixed["PYTHONHASHSEED"] == "0"
    assert int(fixed["SOURCE_DATE_EPOCH"]) > 1_000_000_000


def test_the_specification_is_python_that_reads_its_lists_from_here() -> None:
    tree = ast.parse((ROOT / "build.spec").read_text("utf-8"))
    used = {f"{n.value.id}.{n.attr}" for n in ast.walk(tree) if isinstance(n, ast.Attribute) and hasattr(n.value, "id")}
    assert {"bundle.data_files", "bundle.hidden_imports", "bundle.wanted", "bundle.LEFT_OUT"} <= used
