"""The command `calendars`."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

from heartplanner.cli.argument_types import add_format, add_range
from heartplanner.cli.command import Command, CommandError, Output, Request
from heartplanner.cli.parser import Parser, UsageError, command, subcommands
from heartplanner.cli.plan_access import change, days_asked, open_plan
from heartplanner.cli.read_calendars import contents_of, events_of
from heartplanner.cli.terminal import aside
from heartplanner.cli.text.calendars_text import calendar_json, conflict_json, event_json, looks
from heartplanner.core.edits.calendars import (
    add_calendar,
    as_link,
    calendar_of,
    change_calendar,
    free_color,
    free_name,
    remove_calendar,
    with_trait,
)
from heartplanner.core.events.conflicts import conflicts_between
from heartplanner.core.events.event_text import event_line
from heartplanner.core.events.free_days import busy_days
from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.events.read_calendar import index_of, reach, state_lines
from heartplanner.core.explain.entry_text import conflict_text
from heartplanner.core.people.days_off import common_days_off
from heartplanner.core.plan.other_calendars import CalendarColor, CalendarTrait, OtherCalendar
from heartplanner.core.words.english import counted, long_date, span
from heartplanner.core.words.plain_text import plain_text
from heartplanner.document import Document
from heartplanner.files.disk import FileError

SWITCHES = {
    CalendarTrait.BUSY: (
        ("--busy", "its events take your time"),
        ("--for-information", "its events take nobody's time"),
    ),
    CalendarTrait.ON_PAPER: (
        ("--on-paper", "printed months have it"),
        ("--not-on-paper", "no printed sheet has it"),
    ),
    CalendarTrait.ON_OPENING: (
        ("--on-opening", "its link is fetched whenever the window opens"),
        ("--when-asked", "its link is fetched only when you ask"),
    ),
}
"""The options that switch a trait on and off, and what each says."""


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    add_format(command(actions, "list", "Your other calendars, and what is known of each."))
    add = command(actions, "add", "Add a calendar: an .ics file, a folder of them or a link.")
    add.add_argument("source", metavar="SOURCE", help="a file, a folder or an https link")
    add.add_argument(
        "--name",
        metavar="NAME",
        help="what to call it (default: as it calls itself, else as its file is called)",
    )
    _add_looks(add)
    alter = command(actions, "change", "Change how a calendar is called and shown.")
    alter.add_argument("name", metavar="NAME")
    alter.add_argument(
        "--name", dest="new_name", metavar="NAME", help="what to call it from now on"
    )
    _add_looks(alter)
    for action, does in (
        ("remove", "Remove a calendar. Its files stay as they are."),
        ("show", "Show a calendar beside the shifts."),
        ("hide", "Keep a calendar without showing it."),
    ):
        command(actions, action, does).add_argument("name", metavar="NAME")
    refresh = command(actions, "refresh", "Fetch the links. Only this and the window ever do.")
    refresh.add_argument("name", nargs="?", metavar="NAME", help="this one alone (default: all)")
    for action, does in (
        ("events", "What the calendars that are shown have, day by day."),
        ("conflicts", "The events that fall into your work."),
    ):
        days = command(actions, action, does)
        add_range(days)
        add_format(days)
    free = command(actions, "free", "The days without work of yours and events of a calendar.")
    free.add_argument("name", metavar="NAME")
    add_range(free)
    add_format(free)


def _add_looks(parser: Parser) -> None:
    colors = [color.value for color in CalendarColor]
    parser.add_argument("--color", choices=colors, help="the color of its letter")
    for trait, switches in SWITCHES.items():
        group = parser.add_mutually_exclusive_group()
        for (option, says), action in zip(switches, ("store_true", "store_false"), strict=True):
            group.add_argument(option, dest=trait, action=action, default=None, help=says)


def _run(request: Request) -> Output:
    arguments = request.arguments
    document = open_plan(arguments)
    match arguments.action:
        case "list":
            return _list(document, request)
        case "add":
            return _add(document, request)
        case "change":
            return _change(document, request)
        case "remove":
            return _remove(document, request)
        case "show" | "hide":
            return _show(document, request, shown=arguments.action == "show")
        case "refresh":
            return _refresh(document, request)
        case "events":
            return _events(document, request)
        case "conflicts":
            return _conflicts(document, request)
        case _:
            return _free(document, request)


def _add(document: Document, request: Request) -> Output:
    arguments, plan = request.arguments, document.plan
    link = as_link(arguments.source)
    path = Path(arguments.source).absolute()
    source = link or str(path)
    calendar = _with_looks(OtherCalendar("", source, free_color(plan)), arguments)
    content = None if link else contents_of([calendar], *reach(request.today))[source]
    if content and content.trouble:
        raise CommandError(content.trouble, 1)
    own = content.name if content else "Calendar"
    given = arguments.name or free_name(plan, own or path.stem)
    calendar = calendar._replace(name=plain_text(given))
    change(document, add_calendar(plan, calendar, request.clock), request.clock)
    events = f", {counted(content.takes_place, 'event')}" if content else ""
    aside(
        content.unread
        if content
        else [f"heartplanner calendars refresh {calendar.name} fetches it"]
    )
    return Output([f"Added: {calendar.name}{events}"])


def _with_looks(calendar: OtherCalendar, arguments: Namespace) -> OtherCalendar:
    if arguments.color:
        calendar = calendar._replace(color=CalendarColor(arguments.color))
    for trait in SWITCHES:
        on: bool | None = getattr(arguments, trait)
        calendar = calendar if on is None else with_trait(calendar, trait, on=on)
    return calendar


def _change(document: Document, request: Request) -> Output:
    arguments = request.arguments
    before = calendar_of(document.plan, arguments.name)
    after = _with_looks(before, arguments)
    if arguments.new_name:
        after = after._replace(name=plain_text(arguments.new_name))
    if after == before:
        raise UsageError("say what to change, such as --color plum")
    changed = change_calendar(document.plan, before.name, after, request.clock)
    change(document, changed, request.clock)
    return Output([f"Changed: {looks(after)}"])


def _remove(document: Document, request: Request) -> Output:
    removed = calendar_of(document.plan, request.arguments.name)
    change(document, remove_calendar(document.plan, removed.name, request.clock), request.clock)
    if removed.is_link:
        from heartplanner.files.events.calendar_source import forget

        try:
            forget(removed.source)
        except FileError as error:  # the calendar itself is removed by now
            aside([str(error)])
    return Output([f"Removed: {removed.name}"])


def _show(document: Document, request: Request, *, shown: bool) -> Output:
    before = calendar_of(document.plan, request.arguments.name)
    after = before._replace(shown=shown)
    changed = change_calendar(document.plan, before.name, after, request.clock)
    change(document, changed, request.clock)
    return Output([f"{'Shown' if shown else 'Hidden'}: {before.name}"])


def _refresh(document: Document, request: Request) -> Output:
    from heartplanner.share.links.refresh import refresh

    name, plan = request.arguments.name, document.plan
    chosen = [calendar_of(plan, name)] if name else [one for one in plan.calendars if one.is_link]
    if name and not chosen[0].is_link:
        return Output([f"{chosen[0].name} is read from its files whenever it is shown."])
    if not chosen:
        return Output(["No calendar here is a link: files are read whenever they are shown."])
    troubles = refresh(chosen, request.today, lambda: True)
    aside(troubles)
    done = counted(len(chosen) - len(troubles), "link")
    return Output([f"Fetched: {done}"], 1 if troubles else 0)


def _list(document: Document, request: Request) -> Output:
    calendars = document.plan.calendars
    contents = contents_of(calendars, *reach(request.today)) if calendars else {}
    if request.arguments.format == "json":
        value = [calendar_json(one, contents[one.source]) for one in calendars]
        return Output(json.dumps(value, indent=1).splitlines())
    lines: list[str] = []
    for one in calendars:
        content = contents[one.source]
        lines.append(looks(one))
        lines += [f"  {line}" for line in (*state_lines(content, request.clock), *content.unread)]
    return Output(lines or ["No other calendar yet: heartplanner calendars add SOURCE"])


def _events(document: Document, request: Request) -> Output:
    first, last = days_asked(request.arguments, document.plan, request.today)
    events = events_of(document.plan.calendars, first, last)
    by_day = events.days(first, last)
    if request.arguments.format == "json":
        once = {event: None for its in by_day.values() for event in its}
        return Output(json.dumps(list(map(event_json, once)), indent=1).splitlines())
    lines = [
        f"{long_date(day)}: {event_line(event, day)}"
        for day, its in by_day.items()
        for event in its
    ]
    unread = _unread(document, events)
    return Output([*lines, *unread] or [f"Nothing, {span(first, last)}."])


def _unread(document: Document, events: EventIndex) -> list[str]:
    """The calendars that are shown and not known whole: of them it is not said that they have nothing."""
    shown = [one.name for one in document.plan.calendars if one.shown]
    return [f"{why}." for name in shown if (why := events.why_unknown(name))]


def _conflicts(document: Document, request: Request) -> Output:
    first, last = days_asked(request.arguments, document.plan, request.today)
    # A night shift of the last day meets what begins the day after.
    beyond = date.fromordinal(last.toordinal() + 1)
    events = events_of(document.plan.calendars, first, beyond)
    found = conflicts_between(document.schedule, events, first, last)
    if request.arguments.format == "json":
        return Output(json.dumps(list(map(conflict_json, found)), indent=1).splitlines())
    lines = [*map(conflict_text, found), *_unread(document, events)]
    return Output(lines or [f"No conflicts, {span(first, last)}."])


def _free(document: Document, request: Request) -> Output:
    first, last = days_asked(request.arguments, document.plan, request.today)
    calendar = calendar_of(document.plan, request.arguments.name)._replace(shown=True)
    events = index_of([calendar], contents_of([calendar], first, last), first, last)
    if why := events.why_unknown(calendar.name):
        raise CommandError(why, 1)
    barred = busy_days(events, [calendar.name], first, last)
    runs = sorted(common_days_off([document.schedule], first, last, barred))
    if request.arguments.format == "json":
        value = [
            {"first": run.first.isoformat(), "last": run.last.isoformat(), "days": run.length}
            for run in runs
        ]
        return Output(json.dumps(value, indent=1).splitlines())
    lines = [f"{span(run.first, run.last)}: {counted(run.length, 'day')}" for run in runs]
    return Output(lines or [f"{calendar.name} and you are never both free."])


COMMAND = Command(_add_arguments, _run)
