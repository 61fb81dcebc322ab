"""Passwords of calendar servers, in the system's key ring and nowhere else."""

from __future__ import annotations

from configparser import Error as SettingsError
from typing import Any

from heartplanner.files.disk import FileError
from heartplanner.share.caldav.connection import INSTALL

FAILURES = (OSError, ImportError, RuntimeError, ValueError, AttributeError, SettingsError)
"""How key rings fail that have no errors of their own for it: each counts as none being there."""


def recall(host: str, user: str) -> str:
    """The password that the key ring has; empty where it has none or there is no key ring."""
    ring, errors = _ring()
    try:
        return ring.get_password(_service(host), user) or ""
    except (errors.KeyringError, *FAILURES):
        return ""


def keep(host: str, user: str, password: str) -> bool:
    """Put a password into the key ring; whether it is there now."""
    ring, errors = _ring()
    try:
        ring.set_password(_service(host), user, password)
    except (errors.KeyringError, *FAILURES):
        return False
    return recall(host, user) == password


def forget(host: str, user: str) -> bool:
    """Take a password out of the key ring; whether there was one. Raises FileError where it is locked."""
    ring, errors = _ring()
    try:
        if not ring.get_password(_service(host), user):
            return False
        ring.delete_password(_service(host), user)
    except errors.NoKeyringError:
        return False
    except (errors.KeyringLocked, errors.InitError):
        raise FileError(
            "the key ring is locked, and what it has stays there; unlock it and try again"
        ) from None
    except errors.KeyringError:
        raise FileError(
            "the key ring does not let its password be taken out; remove it in the system's own settings"
        ) from None
    except FAILURES:
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
