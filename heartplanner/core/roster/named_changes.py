"""Lines that say nothing of the rotation, but by themselves which change they are: vacation, PTO."""

from __future__ import annotations

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import Source


def with_named_changes(roster: Roster, source: Source, question: RosterQuestion) -> Roster:
    """The roster with what its lines that are not understood name; `source`, `question`: it was read so.

    Of the days themselves such a line is plain, and what it says is there to be confirmed. Raises nothing
    that reading the source did not.
    """
    if question.changes or not roster.unread:
        return roster
    of_days = read_roster(source, question._replace(changes=True)).readings
    named = {reading.line: reading for reading in of_days}
    alone = [reading.line for reading in of_days]
    unread = [
        line._replace(names=reading)
        if (reading := named.get(line.line))
        and reading.change
        and alone.count(line.line) == 1
        and line.dates == (reading.date,)
        else line
        for line in roster.unread
    ]
    return roster._replace(unread=tuple(unread))
