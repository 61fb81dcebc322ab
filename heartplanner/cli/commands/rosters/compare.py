"""The command `compare`: the employer's roster beside the plan, and taking over what differs."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from heartplanner.cli.argument_types import DATE, add_format, typed
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.cli.terminal import aside
from heartplanner.cli.text.roster_text import (
    ROSTER_HELP,
    add_roster_options,
    order_json,
    roster_of,
    unread_json,
    unread_lines,
    unread_why,
)
from heartplanner.cli.text.show_text import block_json
from heartplanner.core.compare.choice import first_choice
from heartplanner.core.compare.comparison import ComparedDay, Comparison, compare, question_of
from heartplanner.core.compare.comparison_text import no_way, roster_line, summary, take_over_title
from heartplanner.core.compare.take_over import (
    TakeOver,
    TakeOverKind,
    WaysByDate,
    take_over,
)
from heartplanner.core.compare.ways import ways
from heartplanner.core.explain.reasons import day_line
from heartplanner.core.plan.model import PlanError
from heartplanner.core.roster.roster import DayReading, Roster
from heartplanner.core.words.english import counted, long_date, short_day
from heartplanner.document import Document
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import parse_date
from heartplanner.files.plan import planfile

SHOWN = 60
"""Characters of a line that are repeated."""
ADVICE = "These lines were not compared: correct them and compare the roster again."


class Taken(NamedTuple):
    """A date of --take, and as what it is to be taken over; None: as the likeliest."""

    date: date
    kind: TakeOverKind | None


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("roster", metavar="ROSTER", help=ROSTER_HELP)
    text = "the first day that is compared (default: the roster's first)"
    parser.add_argument("--from", dest="first", type=DATE, metavar="DATE", help=text)
    text = "the last day that is compared, included (default: the roster's last)"
    parser.add_argument("--to", dest="last", type=DATE, metavar="DATE", help=text)
    add_roster_options(parser)
    kinds = ", ".join(TakeOverKind)
    parser.add_argument(
        "--take",
        type=typed(_taken),
        nargs="*",
        action="extend",
        metavar="DATE[=KIND]",
        help="take these differences over into your schedule, as one edit; without dates all of them"
        " except days that you changed yourself, each as what it looks like;"
        f" KIND: {kinds}",
    )
    add_format(parser)


def _taken(text: str) -> Taken:
    day, equals, kind = text.partition("=")
    if equals and kind not in list(TakeOverKind):
        raise PlanError(f"{kind!a}: expected one of {', '.join(TakeOverKind)}")
    return Taken(parse_date(day), TakeOverKind(kind) if equals else None)


def _run(request: Request) -> Output:
    """Compare, and with --take enter what differs; the status tells whether anything still differs."""
    arguments, clock, today = request
    first, last = arguments.first, arguments.last
    document = open_plan(arguments)
    roster = roster_of(arguments, question_of(document.plan, today))
    if not roster.readings:
        raise FileError(f"{arguments.roster}: no day of it could be compared{_why_none(roster)}")
    aside(unread_lines(roster, ADVICE))
    comparison = compare(document.schedule, roster, first, last)
    ways_by_date = ways(document.schedule, comparison)
    left = comparison
    if arguments.take is not None and comparison.differences:
        chosen = _chosen(comparison, ways_by_date, arguments.take)
        change(document, take_over(document.plan, chosen.values(), clock).plan, clock)
        left = compare(document.schedule, roster, first, last)
        aside([*_taken_lines(chosen), *_way_back(document)])
    lines = _lines(
        comparison, ways_by_date, arguments.today or today, advice=arguments.take is None
    )
    if arguments.format == "json":
        answer = comparison_json(comparison) | order_json(roster)
        lines = iter(json.dumps(answer, indent=1).splitlines())
    return Output(lines, 1 if left.differences else 0)


def _why_none(roster: Roster) -> str:
    """The line of which it is said why a roster has no day, after all lines where each may be corrected."""
    # Of what is no roster one line is enough; of a roster each line is told that can be corrected.
    unread = [line for line in roster.unread if not line.aside]
    several = len({line.why for line in unread}) > 1 or any(line.remedy for line in unread)
    if several and any(line.dates or line.remedy for line in unread):
        aside(unread_lines(roster, ADVICE))
    more = f" and {len(unread) - 1:,} more" if len(unread) > 1 and not several else ""
    return next((f": line {line.line}{more}: {unread_why(line)}" for line in unread), "")


def _chosen(
    comparison: Comparison, ways_by_date: WaysByDate, asked: Sequence[Taken]
) -> dict[date, TakeOver]:
    """What is taken over of each date. Raises PlanError where that cannot be."""
    if not asked:
        _check_settled(comparison)
        usual = first_choice(ways_by_date, comparison.own)
        return {day: usual.chosen[day] for day in sorted(usual.taken)}
    differing = {compared.date: compared for compared in comparison.differences}
    chosen: dict[date, TakeOver] = {}
    for day, kind in asked:
        if day not in differing:
            raise PlanError(f"{long_date(day)} does not differ")
        fitting = [way for way in ways_by_date.get(day, ()) if kind in (None, way.kind)]
        if not fitting:
            kinds = ", ".join(way.kind for way in ways_by_date.get(day, ()))
            known = f"it can be: {kinds}" if kinds else no_way(differing[day])
            raise PlanError(f"{long_date(day)} cannot be taken over as {kind or 'it is'}: {known}")
        chosen |= dict.fromkeys(fitting[0].dates, fitting[0])
    return chosen


def _check_settled(comparison: Comparison) -> None:
    """Raises PlanError while a line may be about any of the days: then one says which are taken over."""
    lines = comparison.unsettled
    if lines:
        more = f" and {len(lines) - 1:,} more" if len(lines) > 1 else ""
        said = f" ({lines[0].text[:SHOWN]!a})" if lines[0].text else ""
        raise PlanError(
            f"nothing was taken over: line {lines[0].line}{said}{more} may be about any day; say --drop"
            f" {lines[0].line} if it changes none, or name the days: --take DATE"
        )


def _taken_lines(chosen: dict[date, TakeOver]) -> Iterator[str]:
    for day, way in sorted(chosen.items()):
        yield f"taken over: {long_date(day)}: {take_over_title(way, day)}"


def _way_back(document: Document) -> Iterator[str]:
    """How the schedule is brought back as it was; nothing where no copy of that is kept."""
    with contextlib.suppress(FileError):  # that no copy could be kept is said already
        for version in document.earlier()[:1]:
            yield f"To undo this: {planfile.restore_command(document.path, version.stamp)}"


def _lines(
    comparison: Comparison, ways_by_date: WaysByDate, today: date, *, advice: bool
) -> Iterator[str]:
    """The comparison as text."""
    yield summary(comparison)
    if not comparison.differences:
        return
    yield ""
    yield from _table(comparison.differences, ways_by_date, today)
    if advice:
        day = comparison.differences[0].date
        yield ""
        taken = first_choice(ways_by_date, comparison.own).taken
        if taken:
            yield f"To take {counted(len(taken), 'day')} over into your schedule, add --take."
        if own := sorted(ways_by_date.keys() - taken):
            yield f"A day that you changed yourself is taken over only where you name it: --take {own[0]}"
        yield f"If your rotation changed: heartplanner find --roster ROSTER --start {day}"


def _table(
    differences: Sequence[ComparedDay], ways_by_date: WaysByDate, today: date
) -> Iterator[str]:
    """What both sides have on each day, in columns."""
    rows = [("", "Your schedule", "The roster", "It looks like")]
    for compared in differences:
        way = next(iter(ways_by_date.get(compared.date, ())), None)
        title = take_over_title(way, compared.date) if way else no_way(compared)
        where = f" (line {compared.line})" if compared.line else ""
        said = f"{roster_line(compared)}{where}"
        # A roster that was read in another year than one thinks must be seen to be.
        year = f", {compared.date.year}" if compared.date.year != today.year else ""
        day = f"{short_day(compared.date)}{year}"
        rows.append((day, day_line(compared.day), said, title))
    date_width, plan_width, said_width = (max(len(row[n]) for row in rows) for n in range(3))
    for day, plan, said, title in rows:
        yield f"  {day:<{date_width}}  {plan:<{plan_width}}  {said:<{said_width}}  {title}"


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The object that `compare --format json` prints."""
    return {
        "same": len(comparison.same),
        "differences": [_difference_json(compared) for compared in comparison.differences],
        "unread": unread_json(comparison.unread),
    }


def _difference_json(compared: ComparedDay) -> dict[str, Any]:
    return {
        "date": compared.date.isoformat(),
        "plan": [block_json(block) for block in compared.day.blocks],
        "roster": [_reading_json(reading) for reading in compared.readings],
        "line": compared.line,
    }


def _reading_json(reading: DayReading) -> dict[str, Any]:
    return {
        "letter": reading.letter,
        "start": reading.start and reading.start.isoformat(),
        "end": reading.end and reading.end.isoformat(),
        "change": reading.change,
    }


COMMAND = Command(_add_arguments, _run, error_status=2)
