"""A roster on the command line: opened, read, and told as text or JSON."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heartplanner.cli.argument_types import DATE
from heartplanner.cli.parser import Parser
from heartplanner.core.plan.model import monday
from heartplanner.core.roster.roster import (
    DateOrder,
    Remedy,
    Roster,
    RosterQuestion,
    Unread,
)
from heartplanner.core.words.english import brief_day, counted, full_date, listed, weekday_date
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from heartplanner.core.roster.holding import Holding

LIMIT = 5_000_001
"""Bytes of standard input: one more than is taken, so that too many are told."""
LONGEST = 400
"""Characters of what is said of one line."""
MOST_LINES = 40
"""Lines that are told one by one."""
MOST_NUMBERS = 12
"""Numbers of lines that are told together."""
MOST_DAYS = 12
"""Days of unread lines that are named at once."""
ROSTER_HELP = 'a calendar, a spreadsheet, or lines such as "8/2 9a-9p" (- for standard input)'
ADVICE = (
    "These lines were not used: correct them and read the roster again, or state days with --known."
)

OPTIONS = {
    Remedy.ORDER: "write the month as a word, or say --dates mdy or --dates dmy",
    Remedy.NAME: "say whose days with --name NAME",
}


def add_roster(parser: Parser) -> None:
    """The arguments for a roster, and for what it may leave open."""
    parser.add_argument(
        "--roster",
        metavar="FILE",
        help=ROSTER_HELP,
    )
    add_roster_options(parser)


def add_roster_options(parser: Parser) -> None:
    """The arguments for what a roster may leave open."""
    text = "how the roster writes a date such as 8/2, where it cannot be told: month or day first"
    parser.add_argument("--dates", choices=list(map(str, DateOrder)), help=text)
    text = "whose days are read of a roster of several people"
    parser.add_argument("--name", metavar="NAME", help=text)
    text = "the date near which the roster's dates without a year are (default: today)"
    parser.add_argument("--today", type=DATE, metavar="DATE", help=text)
    text = "a line that says nothing of your days: what it left open is read (may be repeated)"
    parser.add_argument("--drop", type=int, action="append", metavar="LINE", help=text)
    text = "days that the roster leaves out, from its first to its last, are free"
    parser.add_argument("--rest-free", action="store_true", help=text)


def roster_of(arguments: Namespace, question: RosterQuestion) -> Roster:
    """The roster that the arguments name, - for standard input, read as they say. Raises FileError."""
    # To load what reads rosters takes longer than any command without one.
    from heartplanner.core.roster.reader import read_roster
    from heartplanner.core.roster.rest_free import with_rest_free
    from heartplanner.core.roster.review import without_lines
    from heartplanner.files.roster.roster_file import read_source, source_of

    start, today = question.start, arguments.today or question.today
    if arguments.roster == "-":
        source = source_of(_standard_input(), "standard input", start, today)
    else:
        source = read_source(Path(arguments.roster), start, today)
    order = DateOrder(arguments.dates) if arguments.dates else None
    asked = question._replace(today=today, order=order, name=arguments.name or "")
    roster = read_roster(source, asked)
    if roster.is_empty and arguments.format != "json":
        name = "standard input" if arguments.roster == "-" else arguments.roster
        raise FileError(f"{name}: {roster.unread[0].why}")
    roster = without_lines(roster, {*arguments.drop}) if arguments.drop else roster
    return with_rest_free(roster) if arguments.rest_free else roster


def _standard_input() -> bytes:
    """What was piped or typed; it may be any kind of file."""
    stream = getattr(sys.stdin, "buffer", None)
    data = stream.read(LIMIT) if stream else sys.stdin.read(LIMIT).encode()
    return bytes(data)


def read_lines(roster: Roster) -> Iterator[str]:
    """What was read of each day, a line a week: read, week of ...: Mon, Nov 30 S; Wed, Dec 2 A."""
    for first, week in groupby(roster.readings, key=lambda reading: monday(reading.date)):
        days = "; ".join(f"{weekday_date(reading.date)} {reading.letter}" for reading in week)
        yield f"read, week of {full_date(first)}: {days}"


def order_line(roster: Roster) -> Iterator[str]:
    """How its dates in digits were taken, and why, where the roster does not prove it."""
    if taken := roster.order:
        which, other = ("month", "dmy") if taken.order is DateOrder.MONTH_FIRST else ("day", "mdy")
        yield (
            f"dates: {taken.example} is read as {full_date(taken.day)}, the {which} first, for"
            f" {taken.why}; if that is wrong, say --dates {other}"
        )


def unread_lines(roster: Roster, advice: str = ADVICE) -> Iterator[str]:
    """What was not understood, with why; lines that follow each other with one reason are told at once.

    Greetings, the head of an e-mail and the like are named last and at once: nothing is to be done there.
    """
    from heartplanner.core.roster.holding import holding
    from heartplanner.core.roster.reach.asides import REST

    yield from order_line(roster)
    holds = holding(roster)
    told = {*holds.lines, *holds.held} if holds else set[Unread]()
    lines = [line for line in roster.unread if not line.aside]
    rest = [line for line in lines if line not in told]
    if holds:
        yield _cut(_holding_line(holds))
    groups = [(why, list(group)) for why, group in groupby(rest, key=unread_why)]
    for why, group in groups[:MOST_LINES]:
        for line in _unread_lines(why, group):
            yield _cut(line)
    left = sum(len(group) for _, group in groups[MOST_LINES:])
    if left:
        yield f"not understood: {counted(left, 'more line')}"
    if lines:
        yield advice
    if free := [line for line in roster.unread if line.why == REST]:
        yield f"line {free[0].line} says that all other days are free: then say --rest-free"
    asides = [line.line for line in roster.unread if line.aside]
    if asides:
        verb = "tells" if len(asides) == 1 else "tell"
        yield f"{counted(len(asides), 'line')} {verb} of no day: {_numbers(asides)}"


def _holding_line(holds: Holding) -> str:
    """The lines for which many others wait, and what to say so that all are read."""
    drops = " ".join(f"--drop {number}" for number in holds.numbers)
    count = counted(len(holds.held), "other line")
    if len(holds.lines) == 1:
        only = holds.lines[0]
        said = f"line {only.line}: {only.text}: it may change {count}; if it changes none"
    else:
        said = f"lines {_numbers(holds.numbers)}: they may change {count}; if they change none"
    return f"not understood: {said}, say {drops}, and these are read{_days_of(holds.held)}"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}..."


def _unread_lines(why: str, group: Sequence[Unread]) -> Iterator[str]:
    if len(group) > 3:
        numbers = _numbers([unread.line for unread in group])
        yield f"not understood: lines {numbers}{_days_of(group)}: {why}"
        return
    for unread in group:
        text = f"{unread.text}: " if unread.text else ""
        # A cell that holds an X says by itself which day it is of as little as an event does.
        days = "" if any(map(str.isdigit, unread.text)) else _days_of([unread])
        yield f"not understood: line {unread.line}{days}: {text}{why}"


def _numbers(lines: Iterable[int]) -> str:
    """The numbers of lines, each once, and how many more there are: a file may have thousands."""
    numbers = [str(line) for line in dict.fromkeys(lines)]
    more = [f"{len(numbers) - MOST_NUMBERS:,} more"] if len(numbers) > MOST_NUMBERS + 1 else []
    return listed([*numbers[: MOST_NUMBERS if more else None], *more])


def _days_of(group: Sequence[Unread]) -> str:
    """The days of unread lines, in brackets: an event's line tells nobody which day it is."""
    days = sorted({day for unread in group for day in unread.dates})
    shown = [brief_day(day) for day in days[:MOST_DAYS]]
    shown += [f"{len(days) - MOST_DAYS} more"] if len(days) > MOST_DAYS else []
    return f" ({listed(shown)})" if days else ""


def roster_json(roster: Roster) -> dict[str, Any]:
    """`read`, `unread` and `order`, as `find --roster FILE --format json` prints them."""
    read = [
        {
            "date": reading.date.isoformat(),
            "letter": reading.letter,
            "start": reading.start and reading.start.isoformat(),
            "end": reading.end and reading.end.isoformat(),
            "line": reading.line,
        }
        for reading in roster.readings
    ]
    return {"read": read, "unread": unread_json(roster.unread), **order_json(roster)}


def order_json(roster: Roster) -> dict[str, Any]:
    """`order`: how dates in digits were taken, as --dates names it, where the roster itself decided it."""
    return {"order": str(roster.order.order) if roster.order else None}


def unread_json(unread: Iterable[Unread]) -> list[dict[str, Any]]:
    """The list `unread` of `find` and `compare`."""
    return [{"line": line.line, "text": line.text, "why": unread_why(line)} for line in unread]


def unread_why(unread: Unread) -> str:
    """Why a line is not understood, with the option that would settle it."""
    if unread.by:
        return f"{unread.why} ({' '.join(f'--drop {line}' for line in unread.by)})"
    return f"{unread.why}; {OPTIONS[unread.remedy]}" if unread.remedy else unread.why
