"""A second start on the same database shows the window of the first one instead of opening another."""

from __future__ import annotations

import getpass
import hashlib
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_crm.app.windows import let_others_come_forward

_ASKED, _DONE = b"show\n", b"shown\n"
_CONNECT, _ANSWER = 500, 3000  # ms; who does not answer hangs, and the second start opens a window of its own


class Instance(QObject):
    """Holds a database for this window program; `asked` when another start wanted the same one."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._target = ""

    def hold(self, target: str, user: str = "") -> bool:
        """Take a database; False where another start has it, which shows itself now."""
        name = name_of(target, user)
        if _shown_by_other(name):
            return False
        self.release()
        self._target = target
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(name):
            QLocalServer.removeServer(name)  # left by a program that was killed
            server.listen(name)
        server.newConnection.connect(self._answer)
        self._server = server
        return True

    def hold_also(self, target: str, user: str = "") -> bool:
        """Take another database in place of the one that is held, whoever signs in to it."""
        return target == self._target or self.hold(target, user)

    def release(self) -> None:
        """Hold nothing."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _answer(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._show(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._show(socket)

    def _show(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()) == _ASKED:
            self.asked.emit()
            socket.write(_DONE)
            socket.flush()


def name_of(target: str, user: str = "") -> str:
    """The name of the socket for a database: one for each person at this computer, each database and user in it."""
    where = target if "://" in target or not target else str(Path(target).expanduser().absolute())
    what = "\0".join((getpass.getuser(), where, user))
    name = f"desktop-crm-{hashlib.sha256(what.encode()).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return f"{folder}/{name}" if folder else name


def _shown_by_other(name: str) -> bool:
    """Ask whoever holds the database to show itself; whether somebody did."""
    let_others_come_forward()
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_CONNECT):
        return False
    socket.write(_ASKED)
    return socket.waitForReadyRead(_ANSWER) and bytes(socket.readAll().data()) == _DONE
