"""A way to a PostgreSQL server that can be cut: just before or just after the server answers a commit."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import make_url

COMMIT = b"COMMIT"


class Proxy:
    """Passes bytes between clients on a TCP port of its own and a server's socket.

    `drop_answer` lets the next COMMIT reach the server and cuts the connection before its answer passes; `drop_commit`
    cuts it before the COMMIT passes. While `closed` nobody gets through.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.drop_answer = self.drop_commit = self.closed = False
        self.cuts = 0
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            if self.closed:
                client.close()
                continue
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._path)
            self._pairs.append((client, server))
            held = threading.Event()
            threading.Thread(target=self._upwards, args=(client, server, held), daemon=True).start()
            threading.Thread(target=self._downwards, args=(client, server, held), daemon=True).start()

    def _upwards(self, client: socket.socket, server: socket.socket, held: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                if COMMIT in data and self.drop_commit:
                    self.drop_commit = False
                    break
                if COMMIT in data and self.drop_answer:
                    self.drop_answer = False
                    held.set()
                server.sendall(data)
        self._cut(client, server) if not held.is_set() else None

    def _downwards(self, client: socket.socket, server: socket.socket, held: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                if held.is_set():  # the server has committed: this is its answer
                    break
                client.sendall(data)
        self._cut(client, server)

    def _cut(self, client: socket.socket, server: socket.socket) -> None:
        self.cuts += 1
        for each in (client, server):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def cut_all(self) -> None:
        """Cut every connection there is."""
        pairs, self._pairs = self._pairs, []
        for client, server in pairs:
            self._cut(client, server)

    def stop(self) -> None:
        """Cut everything and listen no more."""
        self._listening.close()
        self.cut_all()


@contextmanager
def between(url: str) -> Iterator[tuple[Proxy, str]]:
    """A proxy to the server of a URL with a socket in `host`, and the URL that goes through it."""
    parts = make_url(url)
    folder = str(parts.query.get("host") or parts.host)
    proxy = Proxy(os.path.join(folder, f".s.PGSQL.{parts.port or 5432}"))
    through = parts.set(host="127.0.0.1", port=proxy.port, query={})
    try:
        yield proxy, through.render_as_string(hide_password=False)
    finally:
        proxy.stop()
