"""The command `publish`: a calendar on a server, kept in step with the plan."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import date

from heartplanner.cli.parser import UsageError, printable
from heartplanner.cli.plans import Opened, aside
from heartplanner.files.disk import FileError
from heartplanner.share import passwords
from heartplanner.share.address import Address, address
from heartplanner.share.caldav import Keeping, look, publish
from heartplanner.share.connection import Connection

LONGEST_PASSWORD = 1000


def run(arguments: Namespace, opened: Opened, span: tuple[date, date], today: date) -> int:
    """Look at the calendar, say what it lacks, and write that. Returns the exit status."""
    server, user = address(arguments.url), arguments.user
    if not user or not user.isprintable():
        raise UsageError("--user takes the name by which the server knows you")
    if arguments.forget:
        was = passwords.forget(server.host, user)
        return _say([_forgotten(server, user) if was else f"The key ring has none for {user}."])
    kept = passwords.recall(server.host, user)
    password = kept or _asked(server, user)
    connection = Connection(server, user, password)
    keeping = Keeping(opened.plan, opened.path, span)
    try:
        said = _kept_in_step(arguments, connection, keeping, today)
    finally:
        connection.close()
    if not kept and not arguments.dry_run:
        place = "in the key ring" if passwords.keep(server.host, user, password) else "nowhere"
        aside([f"The password is kept {place}."])
    return _say(said)


def _kept_in_step(
    arguments: Namespace, connection: Connection, keeping: Keeping, today: date
) -> list[str]:
    """Do it, or with --dry-run only look; what to say of it."""
    seen = look(connection, keeping)
    if arguments.dry_run:
        return [seen.text, *([seen.question] if seen.question else [])]
    if seen.question and not arguments.delete_many:
        raise FileError(f"{seen.question} If that is meant: --delete-many. Nothing was done.")
    aside([seen.text] if seen.steps.total else [])
    done = publish(connection, keeping, seen, today, _shown)
    return [done, f"Read back before it was sent: {seen.receipt}."]


def _asked(server: Address, user: str) -> str:
    """The password, from the terminal without showing it, or else from standard input."""
    if sys.stdin.isatty():
        from getpass import getpass

        password = getpass(f"Password of {printable(user)} on {server.host}: ")
    else:
        password = sys.stdin.readline(LONGEST_PASSWORD).rstrip("\r\n")
    if not password:
        raise FileError(
            f"{server.host}: no password: type it, or send it by standard input; many servers want"
            " an app password, which is made in the account's settings"
        )
    return password


def _shown(done: int, of: int) -> bool:
    """How far it is, for one who watches; on one line that is written over."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{done} of {of}\r")
        sys.stderr.flush()
    return True


def _forgotten(server: Address, user: str) -> str:
    return f"The password of {user} on {server.host} is no longer in the key ring."


def _say(lines: Iterable[str]) -> int:
    for line in lines:
        print(printable(line))  # noqa: T201  (printing is its work)
    return 0
