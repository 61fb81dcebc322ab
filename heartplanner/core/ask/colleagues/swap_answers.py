"""Answers from the book of swaps."""

from __future__ import annotations

from datetime import date

from heartplanner.core.ask.asked_days import one_day
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Answer, Context, SwapsAsked
from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.people.swap_book import SwapBook, SwapState, is_open, swap_book
from heartplanner.core.people.swap_text import (
    NOTHING_OWED,
    in_all,
    open_lines,
    open_text,
    owed_text,
    swap_line,
)
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import long_date

MOST_LINES = 12
"""Lines of the book that an answer has at most; the book has the others."""


def swaps_answer(schedule: Schedule, asked: SwapsAsked, context: Context) -> Answer:
    """What is owed, or which swaps are open, as the book has it today."""
    book = swap_book(schedule, context.today)
    if asked.given and asked.name:
        return _given(book, asked.name, asked.given, context)
    if asked.open:
        sentence, facts = open_text(book), open_lines(book, context.today)
    elif asked.name is None:
        facts = [owed_text(one) for one in book.owed]
        sentence = in_all(book) if facts else NOTHING_OWED
    else:
        sentence, facts = _with(book, asked.name, context)
    return Answer(one_day(context.today), sentence, tuple(facts[:MOST_LINES]), (), Place.SWAPS)


def _given(book: SwapBook, name: str, day: date, context: Context) -> Answer:
    """Whether a colleague has the shift of a day: by a swap that is agreed, or one that is only asked."""
    found = [one for one in book.swaps if same_name(one.name, name) and one.swap.give == day]
    agreed = [one for one in found if one.state in (SwapState.AGREED, SwapState.DONE)]
    said = f"no swap with {name} gives this shift away"
    if agreed:
        said = f"yes, {name} has this shift, as agreed"
    elif found:
        said = f"not agreed: the swap with {name} is only asked or needs a look"
    facts = [f"{swap_line(one, context.today)}." for one in found]
    return Answer(one_day(day), f"{long_date(day)}: {said}.", tuple(facts), (), Place.SWAPS)


def _with(book: SwapBook, name: str, context: Context) -> tuple[str, list[str]]:
    """What is owed between a colleague and oneself, and the swaps for which it is."""
    owed = book.of(name)
    sentence = f"You and {name} owe each other nothing."
    if owed.minutes:
        sentence = owed_text(owed)
    counting = [
        one
        for one in book.swaps
        if same_name(one.name, name) and (is_open(one) or not one.swap.settled)
    ]
    return sentence, [f"{swap_line(one, context.today)}." for one in counting]
