"""What belongs into the frozen program, and the one command that freezes it on any system.

    python -m tools.bundle [FOLDER]      makes FOLDER/desktop-crm (FOLDER is `dist` where none is named)

`build.spec` reads its lists from here. The same sources, packages and Python make the same files: the order of sets is
fixed, and times are those of SOURCE_DATE_EPOCH (the last commit's where it is not set).
"""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "desktop-crm"
FONTS = {
    "font_roboto": ("Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "Roboto-Italic", "Roboto-BoldItalic"),
    "font_source_serif_pro": (
        "SourceSerifPro-Regular", "SourceSerifPro-Bold", "SourceSerifPro-It", "SourceSerifPro-BoldIt"),
}  # fmt: skip
LAZY = (
    "psycopg_binary",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "alembic.ddl.postgresql",
    "alembic.ddl.sqlite",
    "logging.config",
    "phonenumbers.data.region_VN",
    "tzdata",
    "argon2",
    "keyring.backends.Windows",
    "keyring.backends.SecretService",
    "keyring.backends.fail",
    "win32ctypes.core.ctypes",
    "nacl.signing",
    "_cffi_backend",
)
"""Modules that are imported by name at run time; those of packages that are not installed here are left out."""
LEFT_OUT = (
    "tkinter", "unittest", "lib2to3", "pydoc_data", "idlelib", "turtledemo", "setuptools", "pkg_resources", "pip",
    "wheel", "pytest", "numpy", "lxml", "IPython", "PyInstaller", "phonenumbers.geodata", "phonenumbers.carrierdata",
    "phonenumbers.tzdata",
)  # fmt: skip
UNUSED = (
    "Qt6Qml", "Qt6Quick", "Qt6VirtualKeyboard", "Qt6WebEngine", "Qt63D", "Qt6EglFS", "Qt6OpenGL.dll", "opengl32sw",
    "d3dcompiler", "platforminputcontexts/libqtvirtual", "platforminputcontexts/qtvirtual",
    "plugins/networkinformation", "plugins/generic", "plugins/egldeviceintegrations", "plugins/tls",
    "platforms/libqeglfs", "platforms/libqlinuxfb", "platforms/libqvnc", "platforms/libqvkkhrdisplay",
    "platforms/libqminimal", "platforms/qminimal", "platforms/qdirect2d", "platformthemes/libqgtk3",
    "imageformats/libqtiff", "imageformats/libqicns", "imageformats/libqtga", "imageformats/libqwbmp",
    "imageformats/libqpdf", "imageformats/qtiff", "imageformats/qicns", "imageformats/qtga", "imageformats/qwbmp",
    "imageformats/qpdf",
    "PIL/_avif", "stdnum/oui.dat", "stdnum/imsi.dat",
    "PySide6/translations/", "PySide6/Qt/translations/",  # ours cover Qt's own texts, too
    "libgtk-3", "libgdk", "libcairo", "libpango", "libpixman", "libatk", "libatspi", "libepoxy", "libdatrie", "libthai",
    "libfribidi", "libXcomposite", "libXcursor", "libXdamage", "libXi.", "libXinerama", "libXrandr",  # of the GTK theme
)  # fmt: skip
"""Parts of Qt and other packages that nothing here needs and that come along with what is used."""


def wanted(name: str) -> bool:
    """Whether a file that the freezer found belongs into the bundle; `name` is where it would lie in it."""
    plain = name.replace("\\", "/").replace("libQt6", "Qt6").lower()
    return not any(part.lower() in plain for part in UNUSED)


def data_files(root: Path = ROOT) -> list[tuple[str, str]]:
    """What is read at run time: (file, folder in the bundle), in a fixed order."""
    found = [
        *_below(root / "resources", "desktop_crm/_resources"),
        *_below(root / "desktop_crm/storage/migrations", "desktop_crm/storage/migrations"),
        (str(root / "LICENSE"), "licences/desktop-crm"),
        (str(root / "packaging/NOTICE.txt"), "licences"),
    ]
    for package, weights in FONTS.items():
        found += [(str(path), f"{package}/files") for path in _font_files(package, weights)]
    return sorted(found)


def _below(folder: Path, into: str) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path), str(Path(into, path.relative_to(folder).parent).as_posix())


def _font_files(package: str, weights: Iterable[str]) -> list[Path]:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed")
    folder = Path(spec.origin).parent / "files"
    return [*(folder / f"{weight}.ttf" for weight in weights), *folder.glob("LICENSE*")]


def hidden_imports(root: Path = ROOT) -> list[str]:
    """Modules that no import statement of the program's own files names: late ones, and what migrations need."""
    late = {name for name in LAZY if _is_here(name)}
    return sorted(late | migration_imports(root))


def own_modules(root: Path = ROOT) -> list[str]:
    """Every module of the program but the migrations, which travel as files."""
    parts = (path.relative_to(root).with_suffix("").parts for path in (root / "desktop_crm").rglob("*.py"))
    names = {".".join(names).removesuffix(".__init__") for names in parts if "migrations" not in names}
    return sorted(names - {"desktop_crm.__main__"})


def _is_here(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False


def migration_imports(root: Path = ROOT) -> set[str]:
    """What the migrations import: they are read as files, so that nothing else finds it."""
    found: set[str] = set()
    for path in (root / "desktop_crm/storage/migrations").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return found - {"__future__"}


def licences(root: Path = ROOT) -> list[tuple[str, str]]:
    """The licence files of every package in the bundle: (file, folder in the bundle)."""
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    found = [(str(python), "licences/python")] if python.exists() else []
    for name in sorted(_closure(_project_name(root))):
        files = metadata.distribution(name).files or []
        for file in files:
            if re.match(r"(licen[cs]e|copying|notice)", file.name, re.IGNORECASE) and file.suffix != ".py":
                found.append((str(file.locate()), f"licences/{name}"))
    return sorted(found)


def _project_name(root: Path) -> list[str]:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], "pyinstaller"]


def _closure(requirements: Iterable[str]) -> set[str]:
    """The installed packages that these need, and those that they need."""
    known: set[str] = set()
    waiting = list(requirements)
    while waiting:
        name = re.split(r"[\s\[<>=!~;(]", waiting.pop(), maxsplit=1)[0].lower().replace("_", "-")
        try:
            more = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        if name not in known:
            known.add(name)
            waiting += [one for one in more if "extra ==" not in one]
    return known - {"setuptools"}


def version(root: Path = ROOT) -> str:
    """The program's version, read without importing it."""
    text = (root / "desktop_crm/__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SystemExit("desktop_crm/__init__.py names no version")
    return found[1]


def fixed_environment() -> dict[str, str]:
    """The environment in which freezing gives the same files again."""
    return {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _epoch()}


def _epoch() -> str:
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        found = ""
    return found or "1767225600"


def main(arguments: list[str] | None = None) -> int:
    """Freeze the program; the exit status is the freezer's."""
    given = sys.argv[1:] if arguments is None else arguments
    folder = Path(given[0] if given else "dist").resolve()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(folder),
               "--workpath", str(folder.with_name(f"{folder.name}-work")), str(ROOT / "build.spec")]  # fmt: skip
    return subprocess.run(command, cwd=ROOT, env=fixed_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
