"""The command `swaps`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from heartplanner.cli.answer_options import add_answer_arguments, today_of
from heartplanner.cli.argument_types import whole
from heartplanner.cli.command import Command, Output, Request
from heartplanner.cli.commands.schedule.change import add_swap_arguments, swap_of_arguments
from heartplanner.cli.parser import Parser, command, subcommands
from heartplanner.cli.plan_access import change, open_plan
from heartplanner.core.edits import swaps
from heartplanner.core.explain.changes.change_effects import effects
from heartplanner.core.people.cover_text import as_on_card, partner_lines
from heartplanner.core.people.swap_book import BookedSwap, SwapBook, swap_book
from heartplanner.core.people.swap_text import CALENDAR_STAYS, NO_SWAPS, owed_lines, swap_line
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule


def _add_arguments(parser: Parser) -> None:
    actions = subcommands(parser, "action", "ACTION", required=True)
    text = "Your swaps, each with its ID and its hours, and what is owed for them."
    add_answer_arguments(command(actions, "list", text))
    text = "Note a swap that you asked for: your days stay as they are until it is agreed."
    add_swap_arguments(command(actions, "ask", text))
    _with_id(command(actions, "agree", "A swap that was asked for is agreed: your days change."))
    settle = _with_id(command(actions, "settle", "Nobody owes anything for this swap any more."))
    settle.add_argument("--not-yet", action="store_true", help="something is owed after all")
    _with_id(command(actions, "remove", "Take a swap back, whether it is agreed or not."))


def _with_id(parser: Parser) -> Parser:
    parser.add_argument("id", type=whole(1, 1_000_000_000), metavar="ID")
    return parser


def _run(request: Request) -> Output:
    arguments, clock = request.arguments, request.clock
    # Made first: options that do not go together are told before anything of the plan.
    asked = swap_of_arguments(arguments) if arguments.action == "ask" else None
    document = open_plan(arguments)
    before = document.schedule
    if arguments.action == "list":
        today = today_of(request)
        book = swap_book(before, today)
        if arguments.format == "json":
            return Output(json.dumps(_json(book), indent=1).splitlines())
        return Output(_lines(book, today))
    number = before.plan.next_id if asked else arguments.id
    entered = asked or _to_agree(before.plan, request)
    swap = as_on_card(before, entered) if entered else None
    change(document, _edited(before.plan, request, swap), clock)
    if arguments.action == "remove":
        return Output(
            [
                f"Removed {_line(before, number, request.today)}",
                *_effects(before, document.schedule, number),
            ]
        )
    lines = [_line(document.schedule, number, request.today)]
    if entered and swap:
        facts = partner_lines(before, entered, swap, warn=asked is None)
        lines += [f"  {fact}" for fact in facts]
    if asked:
        return Output([*lines, f"  {CALENDAR_STAYS}"])
    return Output([*lines, *_effects(before, document.schedule, number)])


def _to_agree(plan: Plan, request: Request) -> Swap | None:
    """The pending swap that is to be agreed; None where there is none, or something else is asked for."""
    arguments = request.arguments
    pending = swaps.pending_of(plan, arguments.id) if arguments.action == "agree" else None
    return pending.swap if pending else None


def _edited(plan: Plan, request: Request, swap: Swap | None) -> Plan:
    """The plan after what is asked for, of a new swap or of one to be agreed. Raises PlanError."""
    arguments, clock = request.arguments, request.clock
    match arguments.action:
        case "ask" if swap:
            return swaps.ask_swap(plan, swap, clock)
        case "agree":
            ready = swaps.with_pending(plan, arguments.id, swap) if swap else plan
            return swaps.agree_swap(ready, arguments.id, clock).plan
        case "settle":
            return swaps.settle_swap(plan, arguments.id, settled=not arguments.not_yet)
        case _:
            return swaps.remove_swap(plan, arguments.id, clock)


def _effects(before: Schedule, after: Schedule, number: int) -> list[str]:
    """What became of the days; nothing where they are the same."""
    if before.plan.history == after.plan.history:
        return []
    plan = after.plan if swaps.pending_of(before.plan, number) else before.plan
    swap = swaps.swap_of(plan, number)
    return [f"  {effect.text}" for effect in effects(before, after, swap)]


def _line(schedule: Schedule, number: int, today: date) -> str:
    """Swap 3, Lee: you give Fri, Dec 18 (12 h); only asked yet."""
    book = swap_book(schedule, today)
    return next(f"swap {number}, {swap_line(one, today)}" for one in book.swaps if one.id == number)


def _lines(book: SwapBook, today: date) -> Iterator[str]:
    if not book.swaps:
        yield NO_SWAPS
        return
    for one in book.swaps:
        yield f"{one.id:4}  {swap_line(one, today)}"
    yield from owed_lines(book)


def _json(book: SwapBook) -> dict[str, Any]:
    """Minutes owed are positive where a colleague owes them, negative where the responder does."""
    return {
        "swaps": [_swap_json(one) for one in book.swaps],
        "owed": [{"with": one.name, "minutes": one.minutes} for one in book.owed],
        "owed_to_you": book.owed_to_me,
        "owed_by_you": book.owed_by_me,
    }


def _swap_json(booked: BookedSwap) -> dict[str, Any]:
    swap = booked.swap
    return {
        "id": booked.id,
        "with": booked.name,
        "give": swap.give and swap.give.isoformat(),
        "given_minutes": booked.given,
        "take": swap.take and swap.take.isoformat(),
        "taken_minutes": booked.taken,
        "state": booked.state,
        "settled": swap.settled,
        "owed_minutes": booked.owed,
        "look": booked.look or None,
    }


COMMAND = Command(_add_arguments, _run)
