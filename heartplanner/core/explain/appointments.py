"""What is said of chosen days that have appointments."""

from __future__ import annotations

from datetime import date

from heartplanner.core.events.conflicts import conflicts, conflicts_on
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.explain.day_text import Words
from heartplanner.core.explain.entry_text import conflict_text
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import sentence_case


def with_appointments(
    words: Words,
    schedule: Schedule,
    first: date,
    last: date,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Words:
    """The words with a warning for each shift that an appointment is during; it can be taken back."""
    own = entry_occurrences(schedule.plan.entries, first, last)
    if not own:
        return words
    alone = first == last
    met = conflicts_on(schedule, own, first) if alone else conflicts(schedule, own)
    lines = [sentence_case(conflict_text(one, display, dated=not alone)) for one in met]
    return words._replace(warnings=(*words.warnings, *lines), changed=True)
