"""What is said of chosen days that have appointments, or busy events of other calendars."""

from __future__ import annotations

from datetime import date

from heartplanner.core.events.conflicts import conflicts, conflicts_on
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.explain.day_text import Words
from heartplanner.core.explain.entry_text import conflict_text
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, sentence_case

SHOWN = 6
"""So many are named; of many days chosen at once the others are counted."""


def with_appointments(
    words: Words,
    schedule: Schedule,
    events: EventIndex,
    first: date,
    last: date,
    display: DisplayFormat = DEFAULT_FORMAT,
) -> Words:
    """The words with a warning for each shift that an appointment is during; it can be taken back.

    `events`: those of other calendars; where they take time there is a warning too.
    """
    own = entry_occurrences(schedule.plan.entries, first, last)
    beside = [*own, *events.within(first, last)]
    alone = first == last
    met = conflicts_on(schedule, beside, first) if alone else conflicts(schedule, beside)
    lines = [sentence_case(conflict_text(one, display, dated=not alone)) for one in met[:SHOWN]]
    more = len(met) - SHOWN
    counted_lines = [f"{counted(more, 'more event')} during your work."] if more > 0 else []
    warnings = (*words.warnings, *lines, *counted_lines)
    return words._replace(warnings=warnings, changed=words.changed or bool(own))
