"""Passwords of calendar servers, in the system's key ring and nowhere else.

The library `keyring` is an extra: where it is not installed, there is no key ring.
"""

from __future__ import annotations

from configparser import Error as SettingsError
from typing import Any

from heartplanner.files.disk import FileError

FAILURES = (OSError, ImportError, RuntimeError, ValueError, AttributeError, SettingsError)
"""How key rings fail that have no errors of their own for it: each counts as none being there."""


def load(host: str, user: str) -> str:
    """The password that the key ring has; empty where it has none or there is no key ring."""
    ring = _ring()
    if ring is None:
        return ""
    try:
        return str(ring.get_password(_service(host), user) or "")
    except (ring.errors.KeyringError, *FAILURES):
        return ""


def save(host: str, user: str, password: str) -> bool:
    """Put a password into the key ring; whether it is there now."""
    ring = _ring()
    if ring is None:
        return False
    try:
        ring.set_password(_service(host), user, password)
    except (ring.errors.KeyringError, *FAILURES):
        return False
    return load(host, user) == password  # some key rings take it and keep nothing


def delete(host: str, user: str) -> bool:
    """Take a password out of the key ring; whether there was one. Raises FileError where it is locked."""
    ring = _ring()
    if ring is None:
        return False
    try:
        if not ring.get_password(_service(host), user):
            return False
        ring.delete_password(_service(host), user)
    except ring.errors.NoKeyringError:
        return False
    except (ring.errors.KeyringLocked, ring.errors.InitError):
        raise FileError(
            "the key ring is locked, and what it has stays there; unlock it and try again"
        ) from None
    except ring.errors.KeyringError:
        raise FileError(
            "the key ring does not let its password be taken out; remove it in the system's own settings"
        ) from None
    except FAILURES:
        return False
    return True


def _service(host: str) -> str:
    return f"heartplanner {host}"


def _ring() -> Any:
    """The key ring library; None where it is not installed."""
    try:
        import keyring.errors
    except ImportError:
        return None
    return keyring
