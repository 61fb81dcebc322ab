"""What is not understood in a question, and where in the program stands what it may be about."""

from __future__ import annotations

import re
from collections.abc import Set

from heartplanner.core.ask.asked_days import MEALS
from heartplanner.core.ask.colleagues.people_phrases import (
    PEOPLE_WORDS,
    calendar_names,
    hidden_calendar,
    spoken_names,
)
from heartplanner.core.ask.colleagues.swap_phrases import TO_SWAPS
from heartplanner.core.ask.days.count_words import COUNTS
from heartplanner.core.ask.days.month_phrases import ORDINALS
from heartplanner.core.ask.days.season_phrases import BEGINS
from heartplanner.core.ask.days.single_days import MONTH_WORDS, NEAR, WEEKDAY_WORDS
from heartplanner.core.ask.event_times import TO_CALENDARS
from heartplanner.core.ask.free_phrases import EVENTS
from heartplanner.core.ask.leave.leave_phrases import WORDS as LEAVE_WORDS
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Context
from heartplanner.core.ask.work.work_phrases import TO_COLLEAGUES, TO_HOURS
from heartplanner.core.ask.work.work_phrases import WORDS as WORK_WORDS
from heartplanner.core.plan.model import Plan
from heartplanner.core.words.english import listed

MOST_QUOTED = 60
"""Letters of what is not understood that a refusal says again."""
KNOWN = frozenset({
    "am", "i", "free", "off", "on", "in", "over", "at", "for", "is", "it", "be", "there", "will",
    "home", "do", "have", "to", "work", "working", "what", "how", "about", "a", "an", "any", "my",
    "one", "another", "the", "next", "first", "this", "coming", "of", "when", "can", "could",
    "get", "take", "find", "me", "want", "need", "would", "like", "are", "show", "day", "days",
    "daytime", "during", "week", "weeks", "weekend", "weekends", "month", "months", "year", "row",
    "straight", "together", "evening", "evenings", "night", "nights",
    "morning", "mornings", "afternoon", "afternoons", "tonight", "per", "every",
    "each", "stretch", "best", "use", "far", "with", "time", "h", "hr", "hrs", "hours", "hour",
    "leave", "go", "including", "without", "excluding", "not", "before", "after", "by", "from",
    "through", "thru", "between", "and", "within", "break",
    "least", "list", "long", "most", "three-day", "3-day", "was", "were",
    "rest", "pm", "noon", "midnight", "until", "till", "ago", "now", "paydays",
    *BEGINS, *ORDINALS, *COUNTS, *LEAVE_WORDS, *TO_CALENDARS, *TO_SWAPS, *WORK_WORDS, *NEAR,
    *WEEKDAY_WORDS, *MONTH_WORDS, *" ".join([*EVENTS.split("|"), *MEALS]).split(),
})  # fmt: skip
"""Words that some question has; a refusal names the others."""


def place_of(text: str, plan: Plan) -> Place | None:
    """Where in the program stands what these words ask, if one of them says so."""
    words = set(text.split())
    shown = any(f" {name} " in f" {text} " for name in calendar_names(plan))
    if words & TO_CALENDARS or shown or hidden_calendar(text, plan):
        return Place.CALENDARS
    if _like_calendar(words, plan):
        return Place.CALENDAR_NAMES
    if words & TO_SWAPS:
        return Place.SWAPS
    if words & TO_HOURS:
        return Place.HOURS
    return Place.COLLEAGUES if words & TO_COLLEAGUES else None


def _like_calendar(words: Set[str], plan: Plan) -> bool:
    """Whether a word is one of the name of a calendar, and of no question."""
    named = {word for one in plan.calendars for word in one.name.lower().split()}
    return bool(words & (named - KNOWN))


def unknown_text(text: str, context: Context) -> str:
    """Which words are not known; the whole phrase where each of them is."""
    if not text:
        return "There is no question."
    if hidden := hidden_calendar(text, context.plan):
        return f"{hidden} is hidden, so nothing is said of it."
    names = " ".join([*context.holidays.values(), *context.named.values()]).lower()
    named = {*names.split(), *names.replace("'", "").split()}
    if people := spoken_names(context.plan) | calendar_names(context.plan):
        named |= PEOPLE_WORDS.union(*(name.split() for name in people))
    words = [word for word in re.findall(r"[^\s]+", text) if re.search(r"\w", word)]
    known = KNOWN | named
    strange = [
        word
        for word in words
        if not re.search(r"\d", word) and not {word, word.removesuffix("'s")} & known
    ]
    if strange:
        return f"Not understood: {listed([_quoted(word) for word in dict.fromkeys(strange)])}."
    return f"Not understood as a whole: {_quoted(text)}."


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= MOST_QUOTED else f'"{text[:MOST_QUOTED]}..."'
