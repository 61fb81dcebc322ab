"""What a roster leaves out, in words: lines that are not understood, and days that no line names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from heartplanner.core.roster.roster import Unread
from heartplanner.core.words.english import counted, listed_first, weekday_date

MOST_LINES_NAMED = 3
"""Lines that are left out, as many as are repeated."""
MOST_OPEN_NAMED = 3
"""Days that stay open, as many as are named."""


def left_out_words(unread: Sequence[Unread]) -> str:
    """2 lines are left out: Fri 12/4 12p-12a; Fri 12/4 swapped with Lee. "" where none is."""
    if not unread:
        return ""
    shown = [line.text for line in unread[:MOST_LINES_NAMED]]
    more = len(unread) - len(shown)
    texts = "; ".join([*shown, *([f"{more} more"] if more else [])])
    return f"{counted(len(unread), 'line')} {'is' if len(unread) == 1 else 'are'} left out: {texts}"


def named_unread(unread: Sequence[Unread], start: date) -> list[Unread]:
    """The lines of these that name a day on which something may be entered."""
    return [line for line in unread if any(day >= start for day in line.dates)]


def left_out_question(unread: Sequence[Unread]) -> str:
    """What it means to use a roster without these lines, each of which names a day."""
    named = sorted({day for line in unread for day in line.dates})
    return f"{left_out_words(unread).rstrip('.')}. {_days_listed(named)} may be wrong in your calendar."


def rest_free_question(covered: tuple[date, date] | None) -> str:
    """Days that the roster leaves out, from Mon, Nov 30 to Sun, Dec 27, are free; `covered`: these two."""
    between = "from its first to its last"
    if covered:
        between = f"from {weekday_date(covered[0])} to {weekday_date(covered[1])}"
    return f"Days that the roster leaves out, {between}, are free"


def rest_free_words(free: int, open_days: Sequence[date]) -> str:
    """What the tick did: 7 days marked free. Fri, Nov 20 stays open."""
    done = f"{counted(free, 'day')} marked free." if free else "No other day is left to mark free."
    if not open_days:
        return done
    names = _days_listed(open_days)
    stay = "stays open: its line is" if len(open_days) == 1 else "stay open: their lines are"
    return f"{done} {names} {stay} not understood."


def _days_listed(days: Sequence[date]) -> str:
    """Fri, Nov 20 and Sat, Nov 21; after the first few how many more there are."""
    return listed_first([weekday_date(day) for day in days], MOST_OPEN_NAMED)
