"""Passwords of calendar servers, in the system's key ring and nowhere else."""

from __future__ import annotations

from typing import Any

from heartplanner.files.disk import FileError
from heartplanner.share.connection import INSTALL


def recall(host: str, user: str) -> str:
    """The password that the key ring has; empty where it has none or there is no key ring."""
    ring, errors = _ring()
    try:
        return ring.get_password(_service(host), user) or ""
    except (errors.KeyringError, OSError):
        return ""


def keep(host: str, user: str, password: str) -> bool:
    """Put a password into the key ring; whether it is there now."""
    ring, errors = _ring()
    try:
        ring.set_password(_service(host), user, password)
    except (errors.KeyringError, OSError):
        return False
    return recall(host, user) == password


def forget(host: str, user: str) -> bool:
    """Take a password out of the key ring; whether there was one."""
    ring, errors = _ring()
    if not recall(host, user):
        return False
    try:
        ring.delete_password(_service(host), user)
    except (errors.KeyringError, OSError):
        return False
    return True


def _service(host: str) -> str:
    return f"heartplanner {host}"


def _ring() -> tuple[Any, Any]:
    """The key ring library and its errors. Raises FileError where it is not installed."""
    try:
        import keyring
        import keyring.errors
    except ImportError:
        raise FileError(INSTALL) from None
    return keyring, keyring.errors
