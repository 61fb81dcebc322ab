"""The only days that a question names which is not understood as a whole."""

from __future__ import annotations

import re

from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.days.holiday_phrases import holiday_words, holidays_named
from heartplanner.core.ask.days.part_phrases import read_part
from heartplanner.core.ask.days.season_phrases import BEGINS
from heartplanner.core.ask.days.single_days import MONTH_WORDS, NEAR, WEEKDAY_WORDS
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context

MOST_WORDS = 24
"""A longer text is looked through no further: it is a mail rather than a question."""
LONGEST = 9
"""Words of the longest row that is looked at: from Friday December 4 2026 to Sunday December 6."""
UNITS = frozenset({"break", "day", "days", "month", "week", "weekend", "weeks", "year"})
DAY_WORDS = frozenset({*WEEKDAY_WORDS, *MONTH_WORDS, *NEAR, "tonight"})
"""Words that name days: one that is left over may be about another day."""
OTHERWISE = frozenset({
    "besides", "but", "either", "every", "except", "neither", "never", "nor", "not", "or", "other", "than",
    "unless", "without",
})  # fmt: skip
"""Words that make others of the days, wherever they stand."""
BEFORE = frozenset({
    "after", "and", "around", "before", "beginning", "between", "early", "each", "end", "half", "last",
    "late", "mid", "middle", "near", "next", "no", "of", "past", "since", "this", "till", "to", "until",
    "within",
})  # fmt: skip
"""Words that do so right before them."""
BEHIND = frozenset({"after", "and", "before", "through", "thru", "till", "to", "until"})
"""Words that do so right behind them."""
IN_WORDS = frozenset({"during", "for", "in", "on", "over"})
NOT_ALONE = frozenset({"jan", "mar", "march", "may", "sat", "sun", "wed", "second"})
"""Words that mean much else, unless such a word stands before them."""


def named_days(text: str, context: Context) -> AskedDays | None:
    """The days that some words in a row name, the longest such row; None where others may be meant too.

    Of two readings it is the first one: whoever chooses it sees which.
    """
    words = text.split()
    naming = {*DAY_WORDS, *UNITS, *BEGINS, *holiday_words(context)}
    holidays = {word for word in words if holidays_named(word, context).spans}
    names = [word in naming or _is_day_word(word) for word in words]
    if len(words) > MOST_WORDS or not any(names):
        return None
    for length in range(min(len(words), LONGEST), 0, -1):
        for begin in range(len(words) - length + 1):
            if not any(names[begin : begin + length]):
                continue
            row, rest = words[begin : begin + length], [*words[:begin], *words[begin + length :]]
            if any(_is_day_word(word) or word in OTHERWISE or word in holidays for word in rest):
                continue
            before, behind = words[begin - 1 : begin], words[begin + length : begin + length + 1]
            if BEFORE.intersection(before) or BEHIND.intersection(behind):
                continue
            if row[0] in NOT_ALONE and length == 1 and not IN_WORDS.intersection(before):
                continue
            if found := _read(" ".join(row), context):
                return found
    return None


def _is_day_word(word: str) -> bool:
    return word in DAY_WORDS or re.search(r"\d", word) is not None


def _read(text: str, context: Context) -> AskedDays | None:
    try:
        return read_part(text, context).taken
    except NotUnderstoodError:
        return None
