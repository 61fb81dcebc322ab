"""The command `people`."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from heartplanner.cli.answer_options import add_answer_arguments, today_of
from heartplanner.cli.argument_types import DATE, add_format, add_range
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.parser import Parser, command, subcommands
from heartplanner.cli.plan_access import change, days_asked, open_plan
from heartplanner.cli.terminal import aside
from heartplanner.cli.text.answers import answered
from heartplanner.core.ask.ask import answer
from heartplanner.core.ask.asked_days import AskedDays, DatePhrase
from heartplanner.core.ask.question import BothOff, Context, WhoCould
from heartplanner.core.edits.colleagues import add_colleague, colleague_of, remove_colleague
from heartplanner.core.people.card import card_on, read_card
from heartplanner.core.people.card_words import card_line, card_notes
from heartplanner.core.people.cover import shift_to_give
from heartplanner.core.plan.model import Colleague, PlanError
from heartplanner.core.words.plain_text import plain_text
from heartplanner.document import Document
from heartplanner.files import disk
from heartplanner.files.card_file import LIMIT, card_text_in, read_card_file
from heartplanner.files.plan.assignment_json import assignment_out

CARD_BEGIN = "heart card"
CARD_HELP = "a card's text, or a file that holds it (- for standard input)"


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    add_format(command(actions, "list", "Your colleagues, each with what their cards say."))
    add = command(
        actions, "add", "Add a colleague from a rotation card, whatever stands around it."
    )
    add.add_argument("card", nargs="+", metavar="CARD", help=CARD_HELP)
    text = "the colleague's name (default: the card's; most cards have none)"
    add.add_argument("--name", metavar="NAME", help=text)
    remove = command(actions, "remove", "Remove a colleague's cards.")
    remove.add_argument("name", metavar="NAME")
    card = command(actions, "card", "Your own rotation card, to give to a colleague.")
    card.add_argument("--name", metavar="NAME", default="", help="the name on it (default: none)")
    text = "the card of the rotation that you work on this day (default: today)"
    card.add_argument("--on", type=DATE, metavar="DATE", help=text)
    add_format(card)
    off = command(actions, "off", "The days on which a colleague and you are both off.")
    off.add_argument("name", metavar="NAME")
    add_range(off)
    add_answer_arguments(off)
    cover = command(actions, "cover", "Who could take your shift of a day, or swap it with you.")
    cover.add_argument("date", type=DATE, metavar="DATE")
    add_answer_arguments(cover)


def _run(request: Request) -> Output:
    arguments = request.arguments
    document = open_plan(arguments)
    match arguments.action:
        case "list":
            return _listed(arguments, document.plan.colleagues)
        case "add":
            return Output([_add(document, request)])
        case "remove":
            removed = colleague_of(document.plan, arguments.name)
            plan = remove_colleague(document.plan, removed.name, request.clock)
            change(document, plan, request.clock)
            return Output([f"Removed: {removed.name}"])
        case "card":
            return _card(document, request)
        case "off":
            first, last = days_asked(arguments, document.plan, today_of(request))
            return _answered(request, document, BothOff((arguments.name,), AskedDays(first, last)))
        case _:
            shift_to_give(document.schedule, arguments.date)  # without one the command has failed
            day = DatePhrase(AskedDays(arguments.date, arguments.date))
            return _answered(request, document, WhoCould(day))


def _answered(request: Request, document: Document, question: BothOff | WhoCould) -> Output:
    context = Context(document.plan, today_of(request), {})
    return answered(request.arguments, answer(document.schedule, question, context))


def _add(document: Document, request: Request) -> str:
    card = read_card(_given(request.arguments.card))
    name = request.arguments.name or card.name
    if not name:
        raise PlanError("this rotation card has no name on it: say whose it is with --name NAME")
    plan = add_colleague(document.plan, name, card.assignment, request.clock)
    change(document, plan, request.clock)
    return f"Added: {plain_text(name)}, {card_line(card.assignment)}"


def _given(words: Sequence[str]) -> str:
    """The text of a card that was typed, or of the file that was named. Raises FileError."""
    text = " ".join(words)
    if text == "-":
        stream = getattr(sys.stdin, "buffer", None)
        data = stream.read(LIMIT + 1) if stream else sys.stdin.read(LIMIT + 1).encode()
        return card_text_in(data, "standard input")
    # A file may be called "HEART card 1.txt"; a card's text has a colon, and is the name of no file.
    if CARD_BEGIN in plain_text(text).casefold() and not disk.is_there(Path(text)):
        return text
    return read_card_file(Path(text))


def _card(document: Document, request: Request) -> Output:
    arguments, plan = request.arguments, document.plan
    day: date = arguments.on or max(request.today, plan.start)
    text = card_on(plan, day, plain_text(arguments.name))
    aside(card_notes(plan, day))
    if arguments.format == "json":
        value = {"card": text, **assignment_out(read_card(text).assignment)}
        return Output(json.dumps(value, indent=1).splitlines())
    return Output([text])


def _listed(arguments: Namespace, colleagues: Sequence[Colleague]) -> Output:
    if arguments.format == "json":
        value = [
            {
                "name": one.name,
                "cards": [assignment_out(card) for card in one.assignments],
            }
            for one in colleagues
        ]
        return Output(json.dumps(value, indent=1).splitlines())
    return Output(_lines(colleagues))


def _lines(colleagues: Iterable[Colleague]) -> Iterator[str]:
    lines = [f"{one.name}: {card_line(card)}" for one in colleagues for card in one.assignments]
    yield from lines or ["No colleague's card yet: heartplanner people add CARD"]


COMMAND = Command(_add_arguments, _run)
