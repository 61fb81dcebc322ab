"""The key ring: kept, recalled, forgotten; and machines that have none."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError
from scenes import MemoryRing

from heartplanner.share import passwords


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
    assert passwords.recall("a.example.org", "ana") == ""
    assert passwords.keep("a.example.org", "ana", "one")
    assert passwords.recall("a.example.org", "ana") == "one"
    assert passwords.recall("a.example.org", "bea") == ""
    assert passwords.recall("b.example.org", "ana") == ""
    assert passwords.forget("a.example.org", "ana")
    assert passwords.recall("a.example.org", "ana") == ""
    assert not passwords.forget("a.example.org", "ana")


@pytest.mark.parametrize("ring", [fail.Keyring, null.Keyring, LockedRing])
def test_without_a_key_ring_nothing_is_kept(ring: type[KeyringBackend]) -> None:
    keyring.set_keyring(ring())
    assert not passwords.keep("a.example.org", "ana", "one")
    assert passwords.recall("a.example.org", "ana") == ""
    assert not passwords.forget("a.example.org", "ana")


def test_the_memory_ring_is_one() -> None:
    with pytest.raises(PasswordDeleteError):
        MemoryRing().delete_password("a", "b")
