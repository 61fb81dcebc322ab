"""The command `print`: sheets of paper as a PDF, one page each. It loads Qt, and only it does."""

from __future__ import annotations

from argparse import SUPPRESS, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.cli.argument_types import DATE, month, typed, year
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.hours_asked import asked_hours, days_of_units, this_unit
from heartplanner.cli.parser import Parser, UsageError, file_name
from heartplanner.cli.plan_access import days_asked, open_plan
from heartplanner.cli.read_calendars import events_of
from heartplanner.cli.terminal import aside
from heartplanner.core.edits.checks import check_text
from heartplanner.core.events.occurrence import NO_EVENTS
from heartplanner.core.hours.units import HoursSpan, Unit
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.cycle import assignment_at
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.cycle import cycle_start
from heartplanner.core.sheets.hours_sheet import HoursSheet, hours_sheet
from heartplanner.core.sheets.kinds import (
    DEFAULT_STYLE,
    PAPERS,
    PaperSheet,
    PrintStyle,
    SheetKind,
    SheetRef,
    card_refs,
    holidays_needed,
    sheet_of,
    sheet_options,
)
from heartplanner.core.sheets.printed import printed_sheet, sheet_status
from heartplanner.core.words.display_format import Language
from heartplanner.core.words.english import counted, full_date, listed
from heartplanner.core.words.plain_text import without_unseen
from heartplanner.document import Document
from heartplanner.files import printed_sheets, public_holidays
from heartplanner.files.calendar import output_file
from heartplanner.files.disk import FileError

if TYPE_CHECKING:
    from heartplanner.pages.render import RenderedPdf

StyledSheet = tuple[PaperSheet | HoursSheet, PrintStyle]
ALL_RIGHT = "Your printed sheets are right."


def _add_arguments(parser: Parser) -> None:
    text = "- for standard output"
    parser.add_argument("-o", dest="output", type=file_name, metavar="FILE.pdf", help=text)
    _add_sheets(parser)
    which = parser.add_mutually_exclusive_group()
    text = "say which printed sheets are no longer right"
    which.add_argument("--printed", action="store_true", help=text)
    which.add_argument(
        "--wall", dest="printed", action="store_true", help=SUPPRESS
    )  # its first name
    text = "print just the sheets that are no longer right"
    which.add_argument("--old", action="store_true", help=text)
    text = "do not remember these sheets as printed"
    parser.add_argument("--no-record", action="store_true", help=text)
    parser.add_argument("--no-wall", dest="no_record", action="store_true", help=SUPPRESS)
    _add_style(parser)


def _add_sheets(parser: Parser) -> None:
    """Which sheets are printed."""
    text = "one month (default: this month)"
    parser.add_argument("--month", type=typed(month), metavar="YYYY-MM", help=text)
    text = "each month from this day's on"
    parser.add_argument("--from", dest="first", type=DATE, metavar="DATE", help=text)
    text = "to this day's, included (default: twelve months on)"
    parser.add_argument("--to", dest="last", type=DATE, metavar="DATE", help=text)
    text = "the year on one page"
    parser.add_argument("--year", type=typed(year), metavar="YYYY", help=text)
    text = "the six-week card (fold in half) of the rotation on this day (default: today's)"
    parser.add_argument("--cycle", type=DATE, nargs="?", const=True, metavar="DATE", help=text)
    text = "months for the family: when you are home, and nothing else"
    parser.add_argument("--family", action="store_true", help=text)
    text = "hours worked and to come, of the days given (default: this pay period or work week)"
    parser.add_argument("--hours", action="store_true", help=text)
    text = "on --hours, a line for each of them (default: for each day, where they fit)"
    parser.add_argument("--by", choices=list(map(str, Unit)), help=text)
    text = "say on --hours what is left of your leave"
    parser.add_argument("--leave-left", action="store_true", help=text)
    text = "the language of --family (default: en)"
    parser.add_argument("--language", choices=list(map(str, Language)), help=text)


def _add_style(parser: Parser) -> None:
    """How they are printed."""
    parser.add_argument("--paper", choices=PAPERS, help="default: letter")
    text = "outlines and sparse hatching instead of filled days"
    parser.add_argument("--ink-light", action="store_true", default=None, help=text)
    text = "your name at the top (default: none)"
    parser.add_argument("--name", metavar="TEXT", help=text)
    parser.add_argument("--clock", choices=("12", "24"), help="default: 12")
    text = "the first day of the week (default: monday)"
    parser.add_argument("--week", choices=("monday", "sunday"), help=text)


def _run(request: Request) -> Output:
    """Write the sheets; what has no room on them is said first."""
    arguments, _, today = request
    _check(arguments)
    document = open_plan(arguments)
    if arguments.printed:
        status = sheet_status(document.schedule, printed_sheets.load(document.path), today)
        return Output([status.text or ALL_RIGHT])
    # A sheet of hours is not remembered: nobody hangs it up, and it is of one moment.
    wanted = [] if arguments.hours else _wanted(arguments, document, today)
    made = _sheets(document.schedule, wanted, today)
    sheets: Sequence[StyledSheet] = made
    title = _title([ref for ref, _ in wanted])
    if arguments.hours:
        sheets = [_hours(request, document.schedule)]
        title = sheets[0][0].title
    if not sheets:
        return Output([ALL_RIGHT])
    rendered = _rendered(sheets, title, today)
    # What does not fit is said before the file is named, or nobody would read it.
    aside(rendered.left_out)
    if arguments.output == "-":
        return Output(data=rendered.data)
    path = Path(arguments.output)
    aside(output_file.write(path, rendered.data, output_file.PDF, plan_file=document.path))
    if wanted and not arguments.no_record:
        printed = [
            printed_sheet(document.schedule, ref, today, style, sheet)
            for (ref, style), (sheet, _) in zip(wanted, made, strict=True)
        ]
        aside(printed_sheets.remember(document.path, printed))
    pages = counted(len(sheets), "page")
    return Output([f"{path}: {title}, {pages}, version {document.plan.version}"])


def _check(arguments: Namespace) -> None:
    """What options go together. Raises UsageError."""
    which = ("month", "first", "last", "year", "cycle", "family", "hours", "language")
    # The printed sheets say by themselves which they are.
    if (arguments.printed or arguments.old) and any(getattr(arguments, name) for name in which):
        raise UsageError("--printed and --old stand without --month, --family and the like")
    if arguments.output is None and not arguments.printed:
        raise UsageError("print takes -o FILE.pdf")
    given = (arguments.first, arguments.last)
    alone = [arguments.month, arguments.year, arguments.cycle]
    if sum(option is not None for option in alone) + any(given) > 1:
        raise UsageError("one of --month, --year, --cycle, or --from and --to, says what to print")
    if arguments.language and not arguments.family:
        raise UsageError("--language goes with --family")
    if arguments.family and arguments.name:
        raise UsageError("--family shows no name; --name goes with the other sheets")
    if arguments.hours and (arguments.cycle or arguments.family):
        raise UsageError("--hours goes with --month, --year, or --from and --to")
    for option, is_given in (("--leave-left", arguments.leave_left), ("--by", arguments.by)):
        if is_given and not arguments.hours:
            raise UsageError(f"{option} goes with --hours")
    if arguments.family and (arguments.year or arguments.cycle):
        raise UsageError("--family goes with --month, or --from and --to")


def _wanted(
    arguments: Namespace, document: Document, today: date
) -> list[tuple[SheetRef, PrintStyle]]:
    """The sheets asked for, as they will hang; old ones as they were printed, unless told otherwise."""
    if arguments.old:
        before = printed_sheets.load(document.path)
        old = sheet_status(document.schedule, before, today).old
        chosen = [(sheet.ref, sheet.style) for sheet in before if sheet.ref in old]
    else:
        chosen = [(ref, DEFAULT_STYLE) for ref in _sheets_asked(arguments, document.plan, today)]
    return [(ref, _styled(arguments, style)) for ref, style in chosen]


def _styled(arguments: Namespace, style: PrintStyle) -> PrintStyle:
    """The style with what the options say in its place. Raises PlanError."""
    display = style.display
    if arguments.clock:
        display = display._replace(hours24=arguments.clock == "24")
    if arguments.week:
        display = display._replace(sunday_first=arguments.week == "sunday")
    options = {"paper": arguments.paper, "light": arguments.ink_light, "name": arguments.name}
    given = {key: value for key, value in options.items() if value is not None}
    styled = style._replace(display=display, **given)
    styled = styled._replace(name=without_unseen(styled.name))
    check_text(styled.name)
    return styled


def _sheets(
    schedule: Schedule, wanted: Sequence[tuple[SheetRef, PrintStyle]], today: date
) -> list[tuple[PaperSheet, PrintStyle]]:
    """What the sheets say, each with its style."""
    needed = holidays_needed([ref for ref, _ in wanted])
    public = public_holidays.between(*needed) if needed else {}
    chosen = [calendar for calendar in schedule.plan.calendars if calendar.on_paper]
    events = events_of(chosen, *needed) if needed else NO_EVENTS
    return [
        (sheet_of(schedule, ref, public, sheet_options(style, today, events)), style)
        for ref, style in wanted
    ]


def _hours(request: Request, schedule: Schedule) -> StyledSheet:
    """The sheet of hours that is asked for; told nothing, of this pay period or work week."""
    arguments, plan = request.arguments, schedule.plan
    style = _styled(arguments, DEFAULT_STYLE)
    day, unit = first_day(plan, request.today), None
    if arguments.month:
        asked, unit = HoursSpan(arguments.month.first, arguments.month.last), Unit.MONTH
    elif arguments.year:
        asked = HoursSpan(date(arguments.year, 1, 1), date(arguments.year, 12, 31))
        unit = Unit.YEAR
    elif arguments.first or arguments.last:
        asked = HoursSpan(*days_asked(arguments, plan, request.today))
    elif arguments.by:
        asked = days_of_units(Unit(arguments.by), plan, day)
    else:
        asked, unit = HoursSpan(day, day), this_unit(plan)
    unit = Unit(arguments.by) if arguments.by else unit
    _not_before(plan, asked.last)
    book, names = asked_hours(schedule, asked, unit, request.clock.astimezone(ZONE))
    options, leave_left = sheet_options(style, request.today), arguments.leave_left
    return hours_sheet(schedule, book, names, options, leave_left=leave_left), style


def _rendered(sheets: Sequence[StyledSheet], title: str, today: date) -> RenderedPdf:
    """The sheets as a PDF. Raises FileError where Qt or a font is missing."""
    try:
        # Here, since this command alone loads Qt.
        from heartplanner.pages.render import render_pdf
    except ImportError as error:
        raise FileError(
            f"printing needs Qt's libraries: {error}; README.md names the packages"
        ) from None
    return render_pdf(sheets, title, today)


def _sheets_asked(arguments: Namespace, plan: Plan, today: date) -> list[SheetRef]:
    """The sheets asked for; told nothing, the present month, or the first of the plan."""
    if arguments.year:
        return [
            SheetRef(
                SheetKind.YEAR,
                _not_before(plan, date(arguments.year, 12, 31)).replace(month=1, day=1),
            )
        ]
    if arguments.cycle:
        return [_card(plan, today if arguments.cycle is True else arguments.cycle, today)]
    months = _months(arguments, plan, today)
    kind = SheetKind.FAMILY if arguments.family else SheetKind.MONTH
    _not_before(plan, months[0].last)
    return [SheetRef(kind, month.first, Language(arguments.language or "en")) for month in months]


def _card(plan: Plan, day: date, today: date) -> SheetRef:
    """The six-week card of the rotation on a day: of one to come that which the window offers too."""
    assigned = assignment_at(plan, max(day, plan.start) if day == today else _not_before(plan, day))
    assert assigned is not None, "from the start date on there is a rotation"
    of_window = card_refs(plan, today).get(assigned.start)
    return of_window or SheetRef(SheetKind.CYCLE, cycle_start(plan, day))


def _months(arguments: Namespace, plan: Plan, today: date) -> list[Month]:
    if arguments.month:
        return [arguments.month]
    if not (arguments.first or arguments.last):
        return [Month.of(first_day(plan, today))]
    first, last = days_asked(arguments, plan, today)
    months = [Month.of(first)]
    while not months[-1].holds(last):
        months.append(months[-1].plus(1))
    return months


def _not_before(plan: Plan, last: date) -> date:
    """A sheet's last day, which has to be one of the plan. Raises PlanError."""
    if last < plan.start:
        raise PlanError(f"{full_date(last)} is before your start date, {full_date(plan.start)}")
    return last


def _title(refs: Sequence[SheetRef]) -> str:
    """August 2025 - October 2025, or each sheet by its name."""
    if {ref.kind for ref in refs} == {SheetKind.MONTH} and len(refs) > 1:
        return f"{refs[0].title} - {refs[-1].title}"
    return listed([ref.title for ref in refs])


COMMAND = Command(_add_arguments, _run)
