"""The command `change`: each kind of change with its arguments and the value that they make."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from heartplanner.cli.argument_types import BANDS, DATE, DATES, TIME, whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, UsageError, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits import edits
from heartplanner.core.edits.absence_days import restore_days
from heartplanner.core.edits.leave import NOT_VACATION
from heartplanner.core.explain.changes.change_effects import effects
from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.leave import LeaveKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.words.english import span

if TYPE_CHECKING:
    from heartplanner.cli.parser import Commands
    from heartplanner.core.schedule.schedule import Schedule


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    add = command(actions, "add", "Add a change.")
    # As wide as the longest kind and its indent, which Python 3.11 forgets when it measures columns.
    kinds = subcommands(add, "kind", "KIND-OF-CHANGE", required=True)
    _add_absences(kinds)
    _add_extra(kinds)
    _add_swap(kinds)
    _add_moved_admin(kinds)
    _add_kind_with_hours(kinds, "hours", "Other hours for a day's shift.", OtherHours)
    _add_kind_with_hours(kinds, "training", "Training.", Training)
    _add_note(kinds)
    command(actions, "list", "The changes, each with its ID.")
    remove = command(actions, "remove", "Take a change back.")
    remove.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")
    text = "of leave or sick days: take back these days alone"
    remove.add_argument("--on", type=DATES, metavar="DATE[..DATE]", help=text)


def _kind(
    kinds: Commands, name: str, text: str, make: Callable[[Namespace], ChangeDetail]
) -> Parser:
    """A kind of change; `make` has what the arguments describe."""
    parser = command(kinds, name, text)
    parser.set_defaults(make=make)
    return parser


def _add_absences(kinds: Commands) -> None:
    for kind in AbsenceKind:
        text = _absence_help(kind)
        if kind is AbsenceKind.CALLED_OFF:
            called_off = _kind(
                kinds, kind, text, lambda given: Absence(AbsenceKind(given.kind), *[given.date] * 2)
            )
            called_off.add_argument("date", type=DATE, metavar="DATE")
            continue
        absence = _kind(kinds, kind, text, _absence)
        absence.add_argument("dates", type=DATES, metavar="DATE[..DATE]")
        absence.set_defaults(taken_from=None)
        if kind is AbsenceKind.LEAVE:
            _add_taken_from(absence)


def _absence_help(kind: AbsenceKind) -> str:
    match kind:
        case AbsenceKind.LEAVE:
            return "Leave, on the worked days of a range."
        case AbsenceKind.SICK:
            return "Sick days, on the worked days of a range."
        case AbsenceKind.CALLED_OFF:
            return "A shift or admin day that HEART calls off."


def _absence(arguments: Namespace) -> Absence:
    first, last = arguments.dates
    taken_from = LeaveKind(arguments.taken_from) if arguments.taken_from else None
    return Absence(AbsenceKind(arguments.kind), first, last, taken_from)


def _add_taken_from(leave: Parser) -> None:
    text = "the balance that it is taken from (default: vacation)"
    kinds = list(map(str, NOT_VACATION))
    leave.add_argument("--from", dest="taken_from", choices=kinds, help=text)


def _add_extra(kinds: Commands) -> None:
    extra = _kind(kinds, "extra", "An extra shift.", _extra)
    extra.add_argument("date", type=DATE, metavar="DATE")
    extra.add_argument("--band", choices=BANDS, help="a whole day or evening shift")
    _add_hours(extra, required=False)


def _extra(arguments: Namespace) -> Extra:
    times = (arguments.start, arguments.end)
    if arguments.band and times == (None, None):
        band = Band(arguments.band)
        return Extra(arguments.date, band, BAND_HOURS[band])
    if arguments.band or None in times:
        raise UsageError("an extra shift takes either --band or both --start and --end")
    return Extra(arguments.date, None, Hours(*times))


def _add_swap(kinds: Commands) -> None:
    text = "A shift you give away, a shift you take, or both."
    add_swap_arguments(_kind(kinds, "swap", text, swap_of_arguments))


def add_swap_arguments(swap: Parser) -> None:
    """The days of a swap, the hours of the shift taken, and the colleague."""
    swap.add_argument("--give", type=DATE, metavar="DATE")
    swap.add_argument("--take", type=DATE, metavar="DATE")
    swap.add_argument(
        "--band",
        choices=BANDS,
        help="of the shift you take (default: those of the colleague's card, or your usual hours)",
    )
    swap.add_argument("--with", dest="colleague", default="", metavar="NAME")


def swap_of_arguments(arguments: Namespace) -> Swap:
    """The swap that the arguments describe. Raises UsageError where they do not go together."""
    if not arguments.give and not arguments.take:
        raise UsageError("swap takes --give, --take or both")
    if arguments.band and not arguments.take:
        raise UsageError("swap --band goes with --take: it says which shift you take")
    band = Band(arguments.band) if arguments.band else None
    return Swap(arguments.give, arguments.take, band, arguments.colleague)


def _add_moved_admin(kinds: Commands) -> None:
    admin = _kind(
        kinds,
        "admin",
        "Admin time moved to another day.",
        lambda arguments: MovedAdmin(arguments.date, arguments.to, arguments.start),
    )
    admin.add_argument("date", type=DATE, metavar="DATE")
    admin.add_argument("--to", type=DATE, required=True, metavar="DATE")
    admin.add_argument("--start", type=TIME, metavar="HH:MM")


def _add_kind_with_hours(
    kinds: Commands, name: str, text: str, make: Callable[[date, Hours], ChangeDetail]
) -> None:
    """A kind of change that is a date and its hours."""
    kind = _kind(
        kinds,
        name,
        text,
        lambda arguments: make(arguments.date, Hours(arguments.start, arguments.end)),
    )
    kind.add_argument("date", type=DATE, metavar="DATE")
    _add_hours(kind, required=True)


def _add_note(kinds: Commands) -> None:
    note = _kind(
        kinds, "note", "A note on a day.", lambda arguments: Note(arguments.date, arguments.text)
    )
    note.add_argument("date", type=DATE, metavar="DATE")
    note.add_argument("text", metavar="TEXT")


def _add_hours(parser: Parser, *, required: bool) -> None:
    parser.add_argument("--start", type=TIME, required=required, metavar="HH:MM")
    text = "a time at or before the start is on the next day"
    parser.add_argument("--end", type=TIME, required=required, metavar="HH:MM", help=text)


def _run(request: Request) -> Output:
    arguments, clock = request.arguments, request.clock
    # Made first: options that do not go together are told before anything of the plan.
    detail: Any = arguments.make(arguments) if arguments.action == "add" else None
    document = open_plan(arguments)
    before, was = document.plan, document.schedule
    facts: list[str] = []
    match arguments.action:
        case "list":
            lines = [f"{entry.id:4}  {change_title(entry)}" for entry in before.changes]
            return Output(lines or ["No changes."])
        case "add":
            detail, facts = _as_known(was, detail)
            plan = edits.add_change(before, detail, clock)
            verb, changed = "Added", plan.changes[-1]
        case _:
            plan = _removed(before, arguments, clock)
            verb = f"Removed {span(*arguments.on)} from" if arguments.on else "Removed"
            changed = next(entry for entry in before.changes if entry.id == arguments.id)
    change(document, plan, clock)
    facts += [effect.text for effect in effects(was, document.schedule, changed.what)]
    line = f"{verb} change {changed.id}: {change_title(changed)}"
    return Output([line, *(f"  {fact}" for fact in facts)])


def _as_known(schedule: Schedule, detail: ChangeDetail) -> tuple[ChangeDetail, list[str]]:
    """The change as the cards of colleagues complete it, and what they say of it."""
    if not isinstance(detail, Swap) or not schedule.plan.colleagues:
        return detail, []
    # Few plans have colleagues: the others start without the modules that work them out.
    from heartplanner.core.people.cover_text import as_on_card, partner_lines

    swap = as_on_card(schedule, detail)
    return swap, partner_lines(schedule, detail, swap, warn=False)


def _removed(plan: Plan, arguments: Namespace, at: datetime) -> Plan:
    if arguments.on:
        first, last = arguments.on
        return restore_days(plan, arguments.id, first, last, at)
    return edits.remove_change(plan, arguments.id, at)


COMMAND = Command(_add_arguments, _run)
