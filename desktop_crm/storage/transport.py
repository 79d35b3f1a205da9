"""What goes over the network is encrypted, and the server proves that it is the one that knows the password.

A connection that leaves this machine asks for `sslmode=require` with `channel_binding=require`: SCRAM then binds the
password's proof to the very TLS connection, so that nobody between can read or pose as the server, and no certificate
authority is needed. Whoever has certificates says `sslmode=verify-full`. Anything less is waived in so many words.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterable

from sqlalchemy.engine import URL

from desktop_crm.errors import Unavailable
from desktop_crm.i18n import mark

WAIVER = "crm_insecure"
"""Written into an address as `crm_insecure=yes`: what is sent may be read, and changed, by others on the way."""

_VERIFIED = ("verify-ca", "verify-full")


def secured(url: URL) -> URL:
    """The address to connect with. Raises Unavailable for one that would go over a network in the open."""
    waived = _last(url, WAIVER) == "yes"
    plain = url.difference_update_query([WAIVER])
    if waived or all(map(_is_here, _hosts(url))):
        return plain
    mode = _last(url, "sslmode") or "require"
    if mode in _VERIFIED:
        return plain
    if mode != "require" or _last(url, "channel_binding") not in ("", "require"):
        message = mark(
            "Storage",
            "The server {host} is not on this machine, and the address asks for a connection that others can read. "
            "Use sslmode=require or verify-full, or write {waiver}=yes into the address.",
        )
        raise Unavailable(message, host=", ".join(_hosts(url)), waiver=WAIVER)
    return plain.update_query_dict({"sslmode": mode, "channel_binding": "require"})


def _hosts(url: URL) -> list[str]:
    """Every place the driver might connect to; '' is the socket of this machine."""
    if _last(url, "service"):
        return ["service"]
    named = [*_all(url, "hostaddr"), *_all(url, "host"), *([url.host] if url.host else [])]
    if not _all(url, "hostaddr"):
        named += [os.environ.get("PGHOSTADDR", "")]
    if not url.host and not _all(url, "host"):
        named += [os.environ.get("PGHOST", "")]
    return [host.rpartition(":")[0] if _has_port(host) else host for entry in named for host in entry.split(",")]


def _has_port(host: str) -> bool:
    return host.count(":") == 1 and not host.startswith("/")


def _all(url: URL, name: str) -> Iterable[str]:
    value = url.query.get(name, ())
    return (value,) if isinstance(value, str) else value


def _last(url: URL, name: str) -> str:
    return (["", *_all(url, name)])[-1]


def _is_here(host: str) -> bool:
    if host in ("", "localhost") or host.startswith(("/", "@")):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
