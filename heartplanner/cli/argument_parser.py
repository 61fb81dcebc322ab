"""The grammar of the command line: every command by its name, and the arguments of the one asked for."""

from __future__ import annotations

from importlib import import_module

from heartplanner.cli.command import Command
from heartplanner.cli.parser import Parser, add_version, command, file_path, subcommands

THEMES = ("system", "light", "dark")
LISTS = ("with", "without", "take", "skip")
"""The arguments whose values are lists, and may be empty."""
COMMANDS = {
    "new": "Start a new schedule.",
    "confirm": "Confirm that the rotation is yours.",
    "assign": "From a date on: another rotation, cycle week, usual or admin hours. Earlier days stay.",
    "change": "Change single days: leave, swaps, extra shifts, training, notes.",
    "milestone": "Reminder dates, such as the driver's license.",
    "holiday": "Public holidays, and your own. HEART works on holidays: none is a day off by itself.",
    "find": "Which rotations fit the days that you know, what is certain, and which day to ask about.",
    "compare": "Compare a new roster with your schedule, day by day; exit status 1 if a day differs.",
    "ask": "Ask the calendar: is Oct 17 free, four days in a row in October, stretch 32 hours.",
    "free": "When you are free, with the least leave first.",
    "stretch": "The longest time off for some hours of leave.",
    "calendars": "Other calendars beside the shifts: conflicts with work, days when both are free.",
    "people": "Colleagues' rotation cards: days off in common, who could take a shift; and your own card.",
    "swaps": "The book of swaps: whom you asked, what is agreed, and who owes whom hours.",
    "entry": "Appointments of your own: on a day, on several, or every N weeks.",
    "hours": "Your hours, so far and to come, by week, pay period, month, cycle or year.",
    "leave": "Your leave: balances, what accrues, and what is left on any day to come.",
    "pay": "Your pay periods and paydays.",
    "show": "The calendar, as text or JSON.",
    "check": "Compare your schedule with HEART's schedule rules; exit status 1 if something differs.",
    "export": "The calendar file for a phone.",
    "keep": "Calendar files that are kept up to date, in a folder that your phone or family reads.",
    "print": "Sheets of paper: months, the year, the six weeks, as a PDF of one page each.",
    "publish": "Sync with a calendar on a server (CalDAV: iCloud, Fastmail, Nextcloud, your own).",
    "restore": "Restore an earlier copy of your schedule; the present one is kept as a copy too.",
}
"""What each command is for, in the order of the help."""
ROOMS = {
    "schedule": ("new", "confirm", "assign", "change", "milestone", "holiday", "check", "restore"),
    "rosters": ("find", "compare"),
    "questions": ("ask", "free", "stretch"),
    "books": ("calendars", "people", "swaps", "entry", "hours", "leave", "pay"),
    "output": ("show", "export", "keep", "print", "publish"),
}
"""The rooms of commands/, each with its commands: the file of each has its name."""


def build(asked: str | None, *, listed: bool = True) -> Parser:
    """The grammar, with the arguments of the command that is asked for.

    `listed`: whether the help of all commands may be asked for: each is in it, without its arguments. The
    parsed `command` is None where the window is asked for.
    """
    parser = Parser(
        prog="heartplanner",
        description="The shift calendar of a HEART responder. Without a command it opens the window.",
        epilog="heartplanner FILE opens the window on a schedule file. Dates are written 2025-07-28.",
    )
    add_version(parser)
    parser.add_argument("--plan", type=file_path, metavar="FILE", help="the schedule file to open")
    parser.add_argument("--theme", choices=THEMES, default="system", help="the window's colors")
    commands = subcommands(parser, "command", "COMMAND")
    for name, text in COMMANDS.items():
        if name == asked:
            command_of(name).add_arguments(command(commands, name, text))
        elif listed:
            commands.add_parser(name, help=text)
    return parser


def command_of(name: str) -> Command:
    """The command of this name. Only its own file is loaded: the others' would slow its start."""
    room = next(room for room, names in ROOMS.items() if name in names)
    loaded: Command = import_module(f"heartplanner.cli.commands.{room}.{name}").COMMAND
    return loaded
