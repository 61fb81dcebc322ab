"""An account on a calendar server, with the password that was typed or else the key ring's."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import NamedTuple

from heartplanner.files.disk import FileError
from heartplanner.share.caldav import passwords, sync
from heartplanner.share.caldav.address import Address
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.sync import GoOn, Keeping, Look

NO_PASSWORD = (
    "type the app password; iCloud, Fastmail and others make one in the account's settings"
)


class Account(NamedTuple):
    """Whose calendar it is. `password`: empty where the key ring is to have it."""

    server: Address
    user: str
    password: str = ""

    def connection(self) -> Connection:
        """A connection, that nothing is sent through yet. Raises FileError where there is no password."""
        password = self.password or passwords.recall(self.server.host, self.user)
        if not password:
            raise FileError(f"{self.server.host}: no password for {self.user}: {NO_PASSWORD}")
        try:
            password.encode()
        except UnicodeEncodeError:
            raise FileError(
                f"{self.server.host}: the password has bytes that are no letters; type it anew"
            ) from None
        return Connection(self.server, self.user, password, recalled=not self.password)


class Published(NamedTuple):
    """What was done, in words, and whether the key ring has the password."""

    text: str
    kept: bool


def look(account: Account, keeping: Keeping) -> Look:
    """See what brings the calendar into step. Raises FileError."""
    with closing(account.connection()) as connection:
        return sync.look(connection, keeping)


def publish(account: Account, keeping: Keeping, seen: Look, today: date, go_on: GoOn) -> Published:
    """Write what was seen to be lacking; a password that was taken is kept. Raises FileError."""
    with closing(account.connection()) as connection:
        done = sync.publish(connection, keeping, seen, today, go_on)
    server, user, password = account
    return Published(done, not password or passwords.keep(server.host, user, password))
