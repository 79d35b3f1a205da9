"""The password of a server in the credential store of the system, where there is one and the user wishes it."""

from __future__ import annotations

import os
from urllib.parse import quote, unquote, urlsplit, urlunsplit

SERVICE = "desktop-crm"


def available() -> bool:
    """Whether the system has a store that takes passwords."""
    try:
        import keyring
        from keyring.backends.fail import Keyring as Nothing
    except ImportError:
        return False
    return not isinstance(keyring.get_keyring(), Nothing)


def keep(target: str, name: str, password: str) -> None:
    """Keep a password; a store that refuses costs no more than being asked again."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, _account(target, name), password)
    except KeyringError:
        return


def with_kept(target: str) -> str:
    """The address with the password that was kept for it, if it names a user and none was given."""
    parts = urlsplit(target)
    if parts.scheme not in ("postgresql", "postgres") or parts.password or not parts.username:
        return target
    if "PGPASSWORD" in os.environ or not available():
        return target
    import keyring
    from keyring.errors import KeyringError

    try:
        password = keyring.get_password(SERVICE, _account(target, unquote(parts.username)))
    except KeyringError:
        return target
    return with_credentials(target, unquote(parts.username), password) if password else target


def named_in(target: str) -> str:
    """The user an address names, '' for none."""
    return unquote(urlsplit(target).username or "")


def with_credentials(target: str, name: str, password: str) -> str:
    """The address with this user and password in it."""
    parts = urlsplit(target)
    server = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(name, safe='')}:{quote(password, safe='')}@{server}"))


def _account(target: str, name: str) -> str:
    parts = urlsplit(target)
    return f"{name}@{parts.netloc.rpartition('@')[2]}{parts.path}"
