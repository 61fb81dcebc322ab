"""When does an appointment or an event come: by words of its title."""

from __future__ import annotations

import re
from datetime import timedelta

from heartplanner.core.ask.asked_days import AskedDays, one_day
from heartplanner.core.ask.days.range_phrases import read_range
from heartplanner.core.ask.free_phrases import EVENTS
from heartplanner.core.ask.question import Answer, Context, WhenEvent
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.event_text import event_line
from heartplanner.core.events.occurrence import Occurrence, order
from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import long_date, sentence_case, weekday_date

AHEAD = timedelta(days=730)
"""How far ahead one looks: other calendars are read for about as long."""
MORE = 3
"""So many of the times after the first are named."""
TO_CALENDARS = frozenset({"calendar", "calendars", "conflict", "conflicts"})
"""Words of what the list of other calendars says."""
WITHIN = re.compile(rf"(?:my |the )?(?P<words>{EVENTS}) (?P<tail>(?:in|this|next|over) .+)")
"""The times within some days of what is called so."""
WHEN = re.compile(r"when (?:is|are) (?:my |the )?(?:next )?(?P<words>.+)")


def read_event(text: str, context: Context) -> WhenEvent | None:
    """When is the dentist; None where nothing to come has these words in its title."""
    form = WHEN.fullmatch(text)
    if within := None if form else WITHIN.fullmatch(text):
        days = read_range(within["tail"], context)
        found = _coming(within["words"], context, days)
        return WhenEvent(within["words"], days) if days.length > 1 and found else None
    return WhenEvent(form["words"]) if form and _coming(form["words"], context) else None


def event_times(
    asked: WhenEvent, context: Context, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """The next time of what has these words in its title, and some of those after it."""
    first, *later = _coming(asked.words, context, asked.within)
    day = max(first.first, asked.within.first if asked.within else context.today)
    said = f"{long_date(day)}: {sentence_case(event_line(first, day, display))}."
    facts = [
        f"Then {weekday_date(one.first)}: {event_line(one, one.first, display)}."
        for one in later[:MORE]
    ]
    return Answer(one_day(day), said, tuple(facts), ())


def _coming(words: str, context: Context, within: AskedDays | None = None) -> list[Occurrence]:
    """What has all these words in its title, from today on or within these days, in order."""
    ahead = context.today, min(context.today, LAST_DATE - AHEAD) + AHEAD
    begin, last = within[:2] if within else ahead
    wanted = set(words.split())
    found = [
        *entry_occurrences(context.plan.entries, begin, last),
        *context.events.within(begin, last),
    ]
    named = [one for one in found if wanted <= set(re.findall(r"[^\s,.:;]+", one.title.lower()))]
    return sorted(named, key=lambda one: (one.first, *order(one)))
