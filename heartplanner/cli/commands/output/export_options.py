"""The options that choose what a calendar holds and how it says it."""

from __future__ import annotations

from argparse import SUPPRESS, Namespace

from heartplanner.cli.argument_types import TIME, typed, whole
from heartplanner.cli.parser import Parser, UsageError
from heartplanner.core.calendar.export_options import (
    COLORS,
    LONGEST_ALARM,
    MOST_MONTHS,
    Alarm,
    CalendarPart,
    ExportOptions,
    Privacy,
    check_options,
)
from heartplanner.core.plan.model import PlanError
from heartplanner.core.words.display_format import Language
from heartplanner.core.words.plain_text import without_unseen

UNSAID = -1
"""The alarm of one who does not speak of it: None is no alarm."""


def _parts(text: str) -> frozenset[CalendarPart]:
    unknown = sorted({*text.split(",")} - {*CalendarPart})
    if unknown:
        raise PlanError(f"{unknown[0]!r} is none of {', '.join(CalendarPart)}")
    return frozenset(map(CalendarPart, text.split(",")))


def _alarm(text: str) -> Alarm | None:
    if text == "none":
        return None
    return TIME(text) if ":" in text else whole(0, LONGEST_ALARM)(text)


def add_contents(parser: Parser) -> None:
    """What a calendar holds; what is not given is as it was for the target, or as usual."""
    text = f"what is in it, of {','.join(CalendarPart)} (default: the first four)"
    parser.add_argument("--include", dest="parts", type=typed(_parts), metavar="LIST", help=text)
    text = "the first word of each title (default: HEART)"
    parser.add_argument("--titles", dest="word", metavar="WORD", help=text)
    text = "an alarm so long before each shift, or at HH:MM of the evening before (default: none)"
    metavar = "MINUTES|HH:MM|none"
    parser.add_argument("--alarm", type=_alarm, default=UNSAID, metavar=metavar, help=text)
    text = "the same before each admin block (default: none)"
    parser.add_argument("--admin-alarm", type=_alarm, default=UNSAID, metavar=metavar, help=text)
    text = "how far ahead (default: 12); instead of --to"
    parser.add_argument("--months", type=whole(1, MOST_MONTHS), metavar="N", help=text)


def add_export_options(parser: Parser) -> None:
    """All that can be chosen of a calendar file."""
    add_contents(parser)
    parser.add_argument("--name", metavar="TEXT", help="the calendar's own name")
    colors, text = ["none", *COLORS], "the calendar's own color"
    parser.add_argument("--color", choices=colors, help=text)
    parser.add_argument("--colour", dest="color", choices=colors, help=SUPPRESS)  # its first name
    text = "a copy for others: only when you are busy (the default of the option), or home"
    parser.add_argument(
        "--private",
        dest="privacy",
        nargs="?",
        const="busy",
        choices=[str(level) for level in Privacy],
        help=text,
    )
    words = [str(level) for level in Language]
    parser.add_argument("--language", choices=words, help="of such a copy")


def check_export_options(arguments: Namespace) -> None:
    """What options go together, whatever the plan. Raises UsageError."""
    if arguments.months and arguments.last:
        raise UsageError("--months stands without --to")


def asked_options(arguments: Namespace, before: ExportOptions) -> ExportOptions:
    """The options with what the arguments say in their place. Raises PlanError."""
    given = vars(arguments)
    asked = {name: given.get(name) for name in ("parts", "color", "months")}
    texts = {name: given.get(name) for name in ("word", "name")}
    asked |= {name: text and without_unseen(text) for name, text in texts.items()}
    privacy, language = given.get("privacy"), given.get("language")
    asked |= {"privacy": privacy and Privacy(privacy), "language": language and Language(language)}
    options = before._replace(**{key: value for key, value in asked.items() if value is not None})
    if options.color == "none":
        options = options._replace(color="")
    for name in ("alarm", "admin_alarm"):
        if given[name] != UNSAID:
            options = options._replace(**{name: given[name]})
    check_options(options)
    return options
