"""An account on a calendar server, with the password that was typed or else the key ring's."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.export_options import PHONE, ExportOptions
from heartplanner.files.calendar import ledger
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import passwords, sync
from heartplanner.share.caldav.address import ServerAddress, parse_address
from heartplanner.share.caldav.connection import Connection
from heartplanner.share.caldav.location_file import target_name
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


def calendar_state(plan_file: Path, name: str) -> DeliveredState:
    """What an account's calendar has, with the choices for it; those of one's phone until it has its own.

    `name`: that of the account among the targets of a plan. Raises FileError.
    """
    if ledger.is_there(plan_file, name):
        return ledger.load(plan_file, name)
    options = ledger.load(plan_file, PHONE).options
    return ledger.load(plan_file, name)._replace(options=options)


def choose_as_for_phone(plan_file: Path, server: str, user: str, options: ExportOptions) -> None:
    """What is chosen for one's phone holds for its account, too, if that has a calendar. Raises FileError.

    `server`: its address as it was typed; empty where there is no account.
    """
    if not server:
        return
    name = target_name(parse_address(server), user)
    if ledger.is_there(plan_file, name):
        ledger.save(plan_file, ledger.load(plan_file, name)._replace(options=options))


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
