"""The command `find`: which rotations fit the days that one knows."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from heartplanner.cli.argument_types import (
    DATE,
    add_format,
    add_work_week,
    typed,
    whole,
    work_week_of,
)
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser
from heartplanner.cli.plan_access import change, open_plan, plan_path
from heartplanner.cli.terminal import aside
from heartplanner.cli.text.found_text import question_line, used_lines, weeks_lines
from heartplanner.cli.text.repair_text import (
    add_differs,
    answers_of,
    how_to_use,
    repair_json,
    repair_lines,
)
from heartplanner.cli.text.roster_text import (
    add_roster,
    read_lines,
    roster_json,
    roster_of,
    unread_lines,
)
from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.counting.marks import (
    BREAK_LENGTHS,
    check_search,
    date_of,
    mark_text,
    read_marks,
)
from heartplanner.core.finder.counting.work_week_counts import (
    counts_by_work_week,
    fitting_work_week,
    work_week_text,
)
from heartplanner.core.finder.near_rotation import near_own
from heartplanner.core.finder.own_rotation import likely_rotations
from heartplanner.core.finder.repair.repair import Repair, repair
from heartplanner.core.finder.repair.repair_use import BesideMarks, use_repaired, without_dates
from heartplanner.core.finder.resolutions import RULE_NAMES, Resolution, resolutions
from heartplanner.core.finder.roster_hours import kept_hours, with_roster_hours
from heartplanner.core.finder.roster_use import marks_beside, roster_marks
from heartplanner.core.finder.search import (
    Findings,
    findings,
    marked,
    search_of,
    total_rotations,
)
from heartplanner.core.finder.told_change import stated_hours
from heartplanner.core.finder.use_start import first_of_days, usual_start
from heartplanner.core.plan.model import (
    FINDER_RULES,
    WEEK_STARTS,
    BreakDays,
    Mark,
    Options,
    Plan,
    PlanError,
    Rotation,
    Search,
)
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.schedule.cycle import assignment_at
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.files.json_fields import parse_date


def _add_arguments(parser: Parser) -> None:
    _add_known(parser)
    text = "a date in week 1 of your rotation (default: your start date); --use changes days from it on"
    parser.add_argument("--start", type=DATE, metavar="DATE", help=text)
    text = "admin hours: one block each week, or flexible between weeks (default: weekly)"
    parser.add_argument("--admin", choices=("weekly", "flexible"), help=text)
    text = "the days of your break (default: any, six or seven)"
    parser.add_argument("--break", dest="breaks", choices=list(map(str, BreakDays)), help=text)
    add_work_week(parser, "; any: each in turn", (*WEEK_STARTS, "any"))
    rules = ", ".join(f"{rule} ({RULE_NAMES[rule]})" for rule in FINDER_RULES)
    text = f"a rule that your rotation need not follow, one of: {rules}"
    parser.add_argument(
        "--without", action="append", choices=FINDER_RULES, default=[], metavar="RULE", help=text
    )
    parser.add_argument(
        "--more", type=whole(0, 50), default=0, metavar="N", help="N more that fit too"
    )
    parser.add_argument(
        "--use", action="store_true", help="take the first rotation listed as yours"
    )
    add_format(parser)


def _add_known(parser: Parser) -> None:
    """What one knows: days, or a roster."""
    parser.add_argument(
        "--known",
        type=typed(_marks),
        nargs="+",
        action="extend",
        metavar="DATE=LETTERS",
        help="what you know: S D E A - as in --rotation, W worked, N no shift; more than one letter:"
        " the days from DATE on (default: the days that you marked in the window)",
    )
    add_roster(parser)
    add_differs(parser)


def _marks(text: str) -> list[Mark]:
    day, equals, letters = text.partition("=")
    if not equals:
        raise PlanError("expected DATE=LETTERS, such as 2025-08-02=S")
    return read_marks(letters, parse_date(day))


def _run(request: Request) -> Output:
    """Find what fits, and with --use work by it."""
    arguments, clock, today = request
    document = _opened(arguments)
    known, roster = _search(arguments, document.plan, today)
    check_search(known)
    answers = answers_of(arguments.differs or (), known, roster)
    search = without_dates(known, answers.marked)
    results = findings(search)
    # With --start somebody says from when on another rotation is worked: one's own is not asked then.
    asks_own = roster and not arguments.start and not results.left.known
    near = near_own(document.plan, search) if asks_own else None
    repaired = near or (repair(search) if roster and results.conflict else None)
    likely = likely_rotations(document.plan, search, search.marks)
    rotations = list(islice(likely, 1 + arguments.more))
    # Before anything is printed: what cannot be used must not look as if it had been.
    if arguments.use:
        if repaired:
            raise PlanError(how_to_use(repaired, search, own=near is not None).removesuffix("."))
        if results.conflict:
            raise PlanError(results.conflict.text.removesuffix("."))
        worked, rotation = document.plan, rotations[0]
        if roster:
            worked = with_roster_hours(worked, roster, known.start, clock)
        first = None if arguments.start else _first(worked, known, rotation)
        hours = stated_hours(roster or Roster())
        beside = BesideMarks(hours, answers.told(search, rotation), first)
        plan = use_repaired(worked, known, rotation, answers.marked, clock, beside)
        change(document, plan, clock)
        aside(used_lines(worked, plan, first or search.start))
    if arguments.format == "json":
        return _json_output(document.plan, results, rotations, roster, repaired)
    closer = repaired if repaired and repaired.differing < repaired.marked else None
    lines = repair_lines(closer, search, today, own=near is not None) if closer else ()
    read = read_lines(roster) if roster else ()
    return Output([*_lines(results, rotations, today, lines), *read])


def _json_output(
    plan: Plan,
    results: Findings,
    rotations: list[Rotation],
    roster: Roster | None,
    repaired: Repair | None,
) -> Output:
    # Where nothing was read no rotation is likelier than any other.
    likely = rotations if roster is None or roster.readings else ()
    answer = _json(plan, results, likely)
    if roster:
        answer |= {**roster_json(roster), "repair": repair_json(repaired)}
    return Output(json.dumps(answer, indent=1).splitlines())


def _first(plan: Plan, search: Search, rotation: Rotation) -> date | None:
    """From when on a rotation is used, as the window offers it; None: from the search's start on."""
    first = first_of_days([mark.date for mark in search.marks], search)
    return usual_start(plan, first, search, rotation)


def _opened(arguments: Namespace) -> Document:
    """The plan, which need not be there only to find what fits."""
    path = plan_path(arguments)
    if arguments.use or getattr(arguments, "plan", None) or disk.is_there(path):
        return open_plan(arguments)
    return Document(path, Schedule(example_plan()), None)


def _search(arguments: Namespace, plan: Plan, today: date) -> tuple[Search, Roster | None]:
    """The search that is asked for, and its roster; where nothing is told, the plan's own search."""
    search, roster = search_of(plan), None
    if arguments.known or arguments.start or arguments.roster:
        # What is given here stands alone, but for a roster: whether it is of the same rotation shows.
        start = arguments.start or plan.start
        current = assignment_at(plan, start) or plan.assignments[0]
        search = Search(start, options=Options(work_week=current.work_week))
        marks = [mark for some in arguments.known or () for mark in some]
        if arguments.roster:
            asked = RosterQuestion(start, today, shift_hours=current.shift_hours)
            roster = roster_of(arguments, asked)
            aside(unread_lines(roster))
            # A program that asks for JSON reads there what was not understood.
            if not roster.readings and (arguments.use or arguments.format != "json"):
                raise FileError(f"{arguments.roster}: no day of it was understood")
            if not (arguments.known or arguments.start):
                marks += marks_beside(plan, roster)
            search = marked(search._replace(marks=tuple(marks)), roster_marks(plan, roster))
        else:
            search = search._replace(marks=tuple(marks))
        if roster:
            search = search._replace(hours=kept_hours(plan, roster, search))
    options = search.options
    if arguments.admin:
        options = options._replace(flexible=arguments.admin == "flexible")
    if arguments.breaks:
        options = options._replace(breaks=BreakDays(arguments.breaks))
    if arguments.work_week:
        options = options._replace(work_week=work_week_of(arguments.work_week))
    options = options._replace(rules=options.rules - set(arguments.without))
    return search._replace(options=options), roster


def _lines(
    results: Findings, rotations: Sequence[Rotation], today: date, repair_text: Iterable[str]
) -> Iterator[str]:
    """The answer as text; `repair_text`: what is said where a rotation fits nearly all."""
    search, left, conflict = results
    every = total_rotations(search.options)
    yield f"Rotations that fit: {left.total:,} of {every:,}."
    if by_work_week := work_week_text(search, counts_by_work_week(search)):
        yield by_work_week
    yield from repair_text
    if conflict:
        yield conflict.text
        yield "What you can do:"
        for way in resolutions(search, conflict):
            yield f"  {way.label}{_options_of(way, search)}"
        return
    yield from weeks_lines(left, search)
    yield from question_line(left, search, today)
    for count, rotation in enumerate(rotations):
        first = "Your rotation" if left.known else "A likely one"
        yield f"{'Another' if count else first}: {rotation.text}"


def _options_of(way: Resolution, search: Search) -> str:
    """The options by which this command goes that way; nothing where a mark is to go."""
    before, after = search.options, way.search.options
    options = ["--admin flexible"] if after.flexible and not before.flexible else []
    if after.work_week is not None and after.work_week != before.work_week:
        options += [f"--work-week {WEEK_STARTS[after.work_week]}"]
    options += [f"--without {rule}" for rule in sorted(before.rules - after.rules)]
    return f" ({' '.join(options)})" if options else ""


def _work_week(plan: Plan, search: Search, rotations: Sequence[Rotation]) -> str | None:
    """The first day of the work week of the likely rotation, or the one asked for; None: it may be any."""
    asked = search.options.work_week
    if rotations:
        current = assignment_at(plan, search.start) or plan.assignments[0]
        asked = fitting_work_week(search.options, rotations[0], current.work_week)
    return None if asked is None else WEEK_STARTS[asked]


def _json(plan: Plan, results: Findings, rotations: Sequence[Rotation]) -> dict[str, Any]:
    """The object that `find --format json` prints."""
    search, left, conflict = results
    by_work_week = dict(zip(WEEK_STARTS, counts_by_work_week(search), strict=True))
    lengths = Counter({str(n): 0 for n in BREAK_LENGTHS[search.options.breaks]})
    for (_, length), count in left.breaks.items():
        lengths[str(length)] += count
    texts = [rotation.text for rotation in rotations]
    return {
        "count": left.total,
        "breaks": dict(lengths),
        "days": [{"day": n, **counts._asdict()} for n, counts in enumerate(left.days, 1)],
        "certain": list(left.certain),
        "ask_next": left.ask_next and date_of(search.start, left.ask_next).isoformat(),
        "rotation": texts[0] if texts else None,
        "more": texts[1:],
        "work_week": _work_week(plan, search, rotations),
        "by_work_week": by_work_week,
        "conflict": conflict
        and {"entries": [mark_text(mark) for mark in conflict.marks], "text": conflict.text},
    }


COMMAND = Command(_add_arguments, _run)
