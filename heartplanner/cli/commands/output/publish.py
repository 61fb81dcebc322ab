"""The command `publish`: a calendar on a server, kept in step with the plan."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from heartplanner.cli.argument_types import add_range
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.commands.output.export_options import add_contents, asked_options
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.cli.plan_access import days_asked, make_own, open_plan
from heartplanner.cli.terminal import aside, printable
from heartplanner.document import Document
from heartplanner.files.calendar import ledger
from heartplanner.files.disk import FileError
from heartplanner.share.caldav import passwords
from heartplanner.share.caldav.account import NO_PASSWORD, Account, preview, publish
from heartplanner.share.caldav.address import ServerAddress, parse_address
from heartplanner.share.caldav.location_file import target_name
from heartplanner.share.caldav.sync import SyncPreview, SyncRequest

LONGEST_PASSWORD = 1000


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("url", metavar="URL", help="the server, such as https://cloud.example.org")
    text = "your name there; the password is in the key ring or asked for, never an argument"
    parser.add_argument("--user", required=True, metavar="NAME", help=text)
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    text = "go on even if more than a fifth of the events would be removed"
    parser.add_argument("--delete-many", action="store_true", help=text)
    text = "go on even if that undoes what a phone or another computer changed there since"
    parser.add_argument("--undo-newer", action="store_true", help=text)
    text = "remove the password from the key ring, and do nothing else"
    parser.add_argument("--forget", action="store_true", help=text)
    add_contents(parser)
    add_range(parser)


def _run(request: Request) -> Output:
    """Look at the calendar, say what it lacks, and write that."""
    arguments, clock, today = request
    server, user = parse_address(arguments.url), arguments.user
    if not user or not user.isprintable():
        raise UsageError("--user takes the name by which the server knows you")
    document = open_plan(arguments)
    if arguments.forget:
        return _forget(server, user)
    wanted = _sync_request(arguments, document, target_name(server, user), today)
    # Asked before anything is sent, so that nobody waits for a prompt in the middle.
    typed = "" if passwords.load(server.host, user) else _asked(server, user)
    if not arguments.dry_run:
        make_own(document, clock)
        # The example got an id of its own when it was saved, by which its events are known from now on.
        wanted = wanted._replace(schedule=document.schedule)
    account = Account(server, user, typed)
    previewed = preview(account, wanted)
    if arguments.dry_run:
        return Output([previewed.text, *([previewed.question] if previewed.question else [])])
    _check_agreed(arguments, previewed)
    aside([previewed.text] if previewed.sync_plan.total else [])
    done = publish(account, wanted, previewed, today, _shown)
    if typed:
        kept, lost = "is kept in the key ring", "was not kept; you will be asked again"
        aside([f"The password {kept if done.is_password_kept else lost}."])
    return Output([done.text, previewed.receipt])


def _check_agreed(arguments: Namespace, previewed: SyncPreview) -> None:
    """Refuse, with a FileError, what is only done if it was asked for.

    A wrong plan could empty a calendar, and an old copy of a plan undo what the new one put there.
    """
    asked = (
        (previewed.removal_question, arguments.delete_many, "--delete-many"),
        (previewed.newer_question, arguments.undo_newer, "--undo-newer"),
    )
    open_questions = [
        (question, flag) for question, agreed, flag in asked if question and not agreed
    ]
    if open_questions:
        questions, flags = zip(*open_questions, strict=True)
        raise FileError(
            f"{' '.join(questions)} Nothing was done. If you want that, add {' '.join(flags)}."
        )


def _forget(server: ServerAddress, user: str) -> Output:
    """Remove the password from the key ring."""
    was = passwords.delete(server.host, user)
    gone = f"The password of {user} on {server.host} is no longer in the key ring."
    return Output([gone if was else f"The key ring has no password for {user}."])


def _sync_request(arguments: Namespace, document: Document, name: str, today: date) -> SyncRequest:
    """What is to be kept in step, with the account's options and those asked for."""
    delivered = ledger.target_state(document.path, name)
    options = asked_options(arguments, delivered.options)
    span = days_asked(arguments, document.plan, today, options.months)
    return SyncRequest(document.schedule, document.path, span, delivered._replace(options=options))


def _asked(server: ServerAddress, user: str) -> str:
    """The password, from the terminal without showing it, or else from standard input."""
    try:
        password = _typed(f"Password of {printable(user)} on {server.host}: ")
    except UnicodeError:
        raise FileError(
            f"{server.host}: the password has characters that cannot be read; type it again"
        ) from None
    if not password:
        raise FileError(f"{server.host}: no password by standard input: {NO_PASSWORD}")
    return password


def _typed(prompt: str) -> str:
    """One line; empty where there is nothing to read from. Raises UnicodeError."""
    if sys.stdin is None:  # some starters give a program none
        return ""
    if not sys.stdin.isatty():
        return sys.stdin.readline(LONGEST_PASSWORD).rstrip("\r\n")
    from getpass import getpass

    try:
        return getpass(prompt)
    except EOFError:
        return ""


def _shown(done: int, of: int) -> bool:
    """How far it is, for one who watches; on one line that is written over."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{done} of {of}\r")
        sys.stderr.flush()
    return True


COMMAND = Command(_add_arguments, _run)
