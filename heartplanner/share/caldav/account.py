"""An account on a calendar server, with the password that was typed or else the key ring's."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import NamedTuple

from heartplanner.files.disk import FileError
from heartplanner.share.caldav import passwords, sync
from heartplanner.share.caldav.address import ServerAddress
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.sync import ReportProgress, SyncPreview, SyncRequest

NO_PASSWORD = (
    "type the app password; iCloud, Fastmail and others make one in the account's settings"
)


class Account(NamedTuple):
    """Whose calendar it is. `password`: empty where the key ring is to have it."""

    server: ServerAddress
    user: str
    password: str = ""

    def connection(self) -> Connection:
        """A connection, through which nothing is sent yet. Raises FileError where there is no password."""
        password = self.password or passwords.load(self.server.host, self.user)
        if not password:
            raise FileError(f"{self.server.host}: no password for {self.user}: {NO_PASSWORD}")
        # What a terminal could not decode is half a character in Python, and no byte that could be sent.
        try:
            password.encode()
        except UnicodeEncodeError:
            raise FileError(
                f"{self.server.host}: the password has characters that cannot be read; type it again"
            ) from None
        return Connection(self.server, self.user, password, is_stored=not self.password)


class Published(NamedTuple):
    """What was done, as a sentence, and whether the key ring has the password."""

    text: str
    is_password_kept: bool


def preview(account: Account, request: SyncRequest) -> SyncPreview:
    """See what brings the calendar into step. Raises FileError."""
    with closing(account.connection()) as connection:
        return sync.preview(connection, request)


def publish(
    account: Account,
    request: SyncRequest,
    previewed: SyncPreview,
    today: date,
    go_on: ReportProgress,
) -> Published:
    """Write what was seen to be lacking; a password that was taken is kept. Raises FileError."""
    with closing(account.connection()) as connection:
        done = sync.publish(connection, request, previewed, today, go_on)
    server, user, password = account
    return Published(done, not password or passwords.save(server.host, user, password))
