#!/usr/bin/env python3
"""From a fresh clone to a running program or a green check, with nothing but Python.

    python3 tools/bootstrap.py demo     install the program into .venv and open it on the demo company
    python3 tools/bootstrap.py test     install it with its tools into .venv and run every check

Linux needs a few system libraries for Qt: they are looked for, and named or (as root on Debian) installed.
This file keeps to the syntax of Python 3.7, so that an old one is told what is missing instead of failing to parse.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
WINDOWS = sys.platform == "win32"
EXTRAS = {"demo": "", "test": "[dev]"}

# Shared library -> Debian package. What Qt's own libraries and platform plugins link to and no wheel carries.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libcups.so.2": "libcups2",
}


class Problem(Exception):
    """One sentence for the person at the keyboard: what is missing and what to do."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks; the exit status."""
    if len(arguments) != 1 or arguments[0] not in EXTRAS:
        print(__doc__)
        return 2
    command = arguments[0]
    try:
        check_python()
        check_display(command)
        check_libraries(command)
        install(command)
        return start(command)
    except Problem as problem:
        print(f"desktop-crm: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def check_python() -> None:
    """Refuse a Python that the program does not support."""
    if sys.version_info < (3, 11):
        have = ".".join(str(number) for number in sys.version_info[:2])
        raise Problem(f"Python 3.11 or newer is needed; {sys.executable} is {have}.")


def check_display(command: str) -> None:
    """A window needs a screen."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if command == "demo" and sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        raise Problem(
            "there is no screen to open a window on (DISPLAY is not set); "
            "in a container try: xvfb-run -a python3 tools/bootstrap.py demo"
        )


def check_libraries(command: str) -> None:
    """See to it that Qt finds its system libraries."""
    if sys.platform != "linux":
        return
    wanted = dict(QT, **WINDOW) if command == "demo" else QT
    missing = sorted(package for library, package in wanted.items() if not loads(library))
    if missing:
        apt_install(missing, "Qt needs system libraries that are not here")


def loads(library: str) -> bool:
    """Whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str], reason: str) -> None:
    """Install Debian packages as root; otherwise tell which command does it."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Problem(f"{reason}; on Debian they are called {names}.")
    command = f"apt-get install -y --no-install-recommends {names}"
    if os.geteuid() != 0:
        raise Problem(f"{reason}; please run: sudo {command}")
    print(f"{reason}: running {command}", flush=True)
    if run(*command.split()) != 0:  # a fresh image has no package lists yet
        must_run("apt-get", "update")
        must_run(*command.split())


def install(command: str) -> None:
    """Make .venv and install the project into it, unless that was done for this very pyproject.toml."""
    stamp, wanted = os.path.join(VENV, "installed"), fingerprint()
    done = read(stamp).split() if os.path.exists(venv_python()) else []
    if done and done[0] == wanted and command in done[1:]:
        return
    make_venv()
    print(f"Installing into {VENV} (the first time takes a few minutes) ...", flush=True)
    pip = (venv_python(), "-m", "pip", "--disable-pip-version-check", "--no-input")
    must_run(*pip, "install", "--quiet", "--editable", ROOT + EXTRAS[command])
    with open(stamp, "w", encoding="utf-8") as file:  # the tests' packages include the program's
        file.write(" ".join([wanted, *sorted({"demo", command})]))


def make_venv() -> None:
    """Make the virtual environment; Debian keeps what that takes in a package of its own."""
    same = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    if os.path.exists(venv_python()) and run(venv_python(), "-c", same) == 0:
        return
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        apt_install(
            [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], "this Python cannot make virtual environments"
        )
    must_run(sys.executable, "-m", "venv", "--clear", VENV)


def start(command: str) -> int:
    """Run the installed program or the checks; the exit status."""
    return run(venv_python(), "-m", *(["desktop_crm", "--demo"] if command == "demo" else ["tools.check"]))


def run(*command: str) -> int:
    """Run a command that asks no questions; its exit status."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    return subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode


def must_run(*command: str) -> None:
    """Run a command that has to succeed."""
    if run(*command) != 0:
        raise Problem(f"this failed: {' '.join(command)}")


def venv_python() -> str:
    """The interpreter of the virtual environment."""
    return os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")


def fingerprint() -> str:
    """A short name for this Python and this pyproject.toml."""
    text = "\n".join([sys.version, ROOT, read(os.path.join(ROOT, "pyproject.toml"))])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def read(path: str) -> str:
    """The text of a file, '' when there is none."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
