"""The book of swaps in words: its lines, and what is owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heartplanner.core.explain.pending_text import NAMELESS
from heartplanner.core.people.swap_book import BookedSwap, Owed, SwapBook, SwapState, is_open
from heartplanner.core.words.english import hours, listed, sentence_case, weekday_date

NO_SWAPS = "There is no swap yet."
NOTHING_OWED = "Nobody owes you hours for a swap, and you owe none."
COLUMNS = ("With", "You give", "You take", "How it stands", "Owed for it")
STATES = {
    SwapState.ASKED: "only asked yet",
    SwapState.AGREED: "agreed",
    SwapState.DONE: "done",
    SwapState.OVERTAKEN: "not in your calendar any more",
}
CALENDAR_STAYS = "Your calendar stays as it is until you mark the swap as agreed."


class BookRow(NamedTuple):
    """A line of the book under the columns of COLUMNS; `note`: why it needs a look."""

    cells: tuple[str, ...]
    note: str


def book_row(booked: BookedSwap, today: date) -> BookRow:
    """Lee, Fri, Dec 18 (12 h), Sun, Dec 20 (12 h), Only asked yet."""
    swap = booked.swap
    cells = (
        booked.name or "No name entered",
        _shift(swap.give, booked.given, today),
        _shift(swap.take, booked.taken, today),
        sentence_case(state_text(booked)),
        sentence_case(owed_for(booked)),
    )
    return BookRow(cells, f"Needs a look: {booked.look}." if booked.look else "")


def state_text(booked: BookedSwap) -> str:
    """Only asked yet; settled; not in your calendar any more, settled."""
    if booked.state is SwapState.OVERTAKEN and booked.swap.settled:
        return f"{STATES[booked.state]}, settled"
    return "settled" if booked.swap.settled else STATES[booked.state]


def owed_for(booked: BookedSwap) -> str:
    """Lee owes you 12 h; empty where nothing is owed for this one swap."""
    return _owes(booked.name, booked.owed) if booked.owed else ""


def swap_line(booked: BookedSwap, today: date) -> str:
    """Lee: you give Fri, Dec 18 (12 h); agreed; you owe Lee 12 h."""
    return f"{booked.name or sentence_case(NAMELESS)}: {'; '.join(_parts(booked, today))}"


def _parts(booked: BookedSwap, today: date) -> Iterator[str]:
    halves = {
        "you give": _shift(booked.swap.give, booked.given, today),
        "you take": _shift(booked.swap.take, booked.taken, today),
    }
    yield listed([f"{does} {shift}" for does, shift in halves.items() if shift])
    yield state_text(booked)
    if booked.owed:
        yield owed_for(booked)
    if booked.look:
        yield f"needs a look: {booked.look}"


def _shift(day: date | None, minutes: int | None, today: date) -> str:
    """Fri, Dec 18 (12 h); the year where it is not this one."""
    if day is None:
        return ""
    year = "" if day.year == today.year else f", {day.year}"
    long = f" ({hours(minutes)})" if minutes is not None else ""
    return f"{weekday_date(day)}{year}{long}"


def owed_text(owed: Owed) -> str:
    """Lee owes you 12 h."""
    return f"{sentence_case(_owes(owed.name, owed.minutes))}."


def _owes(name: str, minutes: int) -> str:
    who = name or NAMELESS
    if minutes < 0:
        return f"you owe {who} {hours(-minutes)}"
    return f"{who} owes you {hours(minutes)}"


def owed_lines(book: SwapBook) -> list[str]:
    """What is owed, a sentence a colleague, and then in all where there are several."""
    lines = [owed_text(one) for one in book.owed] or [NOTHING_OWED]
    if len(book.owed) > 1:
        lines.append(in_all(book))
    return lines


def in_all(book: SwapBook) -> str:
    """In all you are owed 24 h and owe 12 h."""
    sums = {"are owed": book.owed_to_me, "owe": book.owed_by_me}
    return f"In all you {' and '.join(f'{does} {hours(sum_)}' for does, sum_ in sums.items())}."


def open_text(book: SwapBook) -> str:
    """2 swaps are open; which they are is told by their lines."""
    count = len(book.open)
    if not count:
        return "No swap is open: each is agreed or done."
    return "One swap is open." if count == 1 else f"{count} swaps are open."


def open_lines(book: SwapBook, today: date) -> list[str]:
    """A line each open swap."""
    return [f"{swap_line(one, today)}." for one in book.swaps if is_open(one)]
