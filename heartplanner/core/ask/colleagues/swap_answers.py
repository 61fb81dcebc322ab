"""Answers from the book of swaps."""

from __future__ import annotations

from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Answer, AskedDays, Context, DatePhrase, SwapsAsked
from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.people.swap_book import SwapBook, is_open, swap_book
from heartplanner.core.people.swap_text import (
    NOTHING_OWED,
    in_all,
    open_lines,
    open_text,
    owed_text,
    swap_line,
)
from heartplanner.core.schedule.schedule import Schedule

MOST_LINES = 12
"""Lines of the book that an answer has at most; the book has the others."""


def swaps_answer(schedule: Schedule, asked: SwapsAsked, context: Context) -> Answer:
    """What is owed, or which swaps are open, as the book has it today."""
    book = swap_book(schedule, context.today)
    if asked.open:
        sentence, facts = open_text(book), open_lines(book, context.today)
    elif asked.name is None:
        facts = [owed_text(one) for one in book.owed]
        sentence = in_all(book) if facts else NOTHING_OWED
    else:
        sentence, facts = _with(book, asked.name, context)
    reading = DatePhrase(AskedDays(context.today, context.today))
    return Answer(reading, sentence, tuple(facts[:MOST_LINES]), (), Place.SWAPS)


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
