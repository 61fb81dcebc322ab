"""Questions about somebody who is known by a calendar: are we both free, when are they."""

from __future__ import annotations

from collections.abc import Sequence

from heartplanner.core.ask.appointments import appointments_text, is_within
from heartplanner.core.ask.asked_days import AskedDays, brief_title
from heartplanner.core.ask.question import Answer, TheirDays
from heartplanner.core.edits.colleagues import same_name
from heartplanner.core.events.free_days import busy_days
from heartplanner.core.events.occurrence import EventIndex
from heartplanner.core.plan.model import Plan, each_date
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import span, weekday_date


def has_calendar(plan: Plan, name: str) -> bool:
    """Whether this is the name of a calendar that is shown, and of no colleague."""
    if any(same_name(colleague.name, name) for colleague in plan.colleagues):
        return False
    return any(one.shown and same_name(one.name, name) for one in plan.calendars)


def busy_calendars(plan: Plan) -> list[str]:
    """The names of the calendars that are shown and whose events take one's time."""
    return [one.name for one in plan.calendars if one.shown and one.busy]


def calendar_days(
    asked: TheirDays, events: EventIndex, display: DisplayFormat = DEFAULT_FORMAT
) -> Answer:
    """What a calendar has on some days, or in a part of one."""
    name, wish = asked.name, asked.reading.taken
    days = each_date(wish.first, wish.last)
    found = [
        one
        for one in events.within(wish.first, wish.last)
        if one.source == name and any(is_within(one, day, wish.part) for day in days)
    ]
    said = (
        f"{name} has nothing"
        if not events.why_unknown(name)
        else f"it is not known what {name} has"
    )
    if busy := [one for one in found if one.busy]:
        unnamed = [one._replace(source="") for one in busy]
        said = f"{name} has {appointments_text(unnamed, wish, display)}"
    free = sorted(set(days) - busy_days(events, [name], wish.first, wish.last))
    if asked.next_off and free:
        said = f"{name} is free next on {weekday_date(free[0])}"
    facts = known_days(events, [name], wish)
    informing = [one for one in found if not one.busy]
    if named := appointments_text(informing, wish, display):
        facts.append(f"For information: {named}.")
    return Answer(asked.reading, f"{brief_title(wish, display)}: {said}.", tuple(facts), ())


def known_days(events: EventIndex, calendars: Sequence[str], wish: AskedDays) -> list[str]:
    """What is not known of calendars: those not read, or read in part, and days not looked through."""
    unread = [f"{why}." for name in calendars if (why := events.why_unknown(name))]
    if not calendars or len(unread) == len(calendars) or events.covers(wish.first, wish.last):
        return unread
    return [
        *unread,
        f"Calendars are read for {span(events.first, events.last)}; the other days are not known.",
    ]
