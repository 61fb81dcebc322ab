"""The key ring: kept, recalled, forgotten; and machines that have none."""

from __future__ import annotations

import configparser
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError
from scenes import MemoryRing

from heartplanner.files.disk import FileError
from heartplanner.share.caldav import passwords


class LockedRing(KeyringBackend):
    """One that the person does not unlock."""

    priority = 1  # type: ignore[assignment]

    def _refuse(self, *_: str) -> str:
        raise KeyringLocked

    get_password = set_password = delete_password = _refuse  # type: ignore[assignment]


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_password_is_kept_for_one_server_and_user() -> None:
    keyring.set_keyring(MemoryRing())
    assert passwords.load("a.example.org", "ana") == ""
    assert passwords.save("a.example.org", "ana", "one")
    assert passwords.load("a.example.org", "ana") == "one"
    assert passwords.load("a.example.org", "bea") == ""
    assert passwords.load("b.example.org", "ana") == ""
    assert passwords.delete("a.example.org", "ana")
    assert passwords.load("a.example.org", "ana") == ""
    assert not passwords.delete("a.example.org", "ana")


@pytest.mark.parametrize(
    "error", [ImportError, RuntimeError, ValueError, AttributeError, OSError, configparser.Error]
)
def test_a_key_ring_that_fails_in_its_own_way_is_none(error: type[Exception]) -> None:
    class Failing(LockedRing):
        def _refuse(self, *_: str) -> str:
            raise error

        get_password = set_password = delete_password = _refuse  # type: ignore[assignment]

    keyring.set_keyring(Failing())
    assert not passwords.save("a.example.org", "ana", "one")
    assert passwords.load("a.example.org", "ana") == ""
    assert not passwords.delete("a.example.org", "ana")


def test_a_locked_key_ring_is_not_said_to_have_none() -> None:
    keyring.set_keyring(LockedRing())
    assert not passwords.save("a.example.org", "ana", "one")
    assert passwords.load("a.example.org", "ana") == ""
    with pytest.raises(FileError, match="locked, and what it has stays there; unlock it"):
        passwords.delete("a.example.org", "ana")


def test_a_key_ring_that_keeps_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: str) -> None:
        raise PasswordDeleteError

    ring = MemoryRing()
    keyring.set_keyring(ring)
    passwords.save("a.example.org", "ana", "one")
    monkeypatch.setattr(ring, "delete_password", refuse)
    with pytest.raises(FileError, match="does not let its password be taken out"):
        passwords.delete("a.example.org", "ana")


@pytest.mark.parametrize("ring", [fail.Keyring, null.Keyring])
def test_without_a_key_ring_nothing_is_kept(ring: type[KeyringBackend]) -> None:
    keyring.set_keyring(ring())
    assert not passwords.save("a.example.org", "ana", "one")
    assert passwords.load("a.example.org", "ana") == ""
    assert not passwords.delete("a.example.org", "ana")


def test_the_memory_ring_is_one() -> None:
    with pytest.raises(PasswordDeleteError):
        MemoryRing().delete_password("a", "b")
