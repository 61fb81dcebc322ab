"""What else takes time in a wish for free time: leave does not free it, so it bars days and is named.

That is entries of one's own, and busy events of other calendars.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, time

from heartplanner.core.ask.asked_days import AskedDays, DayPart
from heartplanner.core.ask.question import Option, Wanted
from heartplanner.core.ask.taken import taken_days, touches
from heartplanner.core.events.entry_occurrences import entry_occurrences
from heartplanner.core.events.event_text import event_line
from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex, Occurrence
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import ONE_DAY, Plan, each_date
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import counted, listed, span_brief, weekday_date

WHOLE_DAY = Hours(time(0), time(0))
NAMED = 3
"""So many of the events for which days are left out are named."""
LONG_WEEKEND = 3
"""Days of a long weekend, from its Friday or from its Saturday on."""


def appointments(plan: Plan, wish: AskedDays, events: EventIndex = NO_EVENTS) -> list[Occurrence]:
    """The own entries and busy events within these days, or within this part of one of them, in order."""
    last = wish.last + ONE_DAY
    found = [
        *entry_occurrences(plan.entries, wish.first, last),
        *(one for one in events.within(wish.first, last) if one.busy),
    ]
    return _within(found, wish)


def for_information(events: EventIndex, wish: AskedDays) -> list[Occurrence]:
    """The events within these days that take nobody's time."""
    found = [one for one in events.within(wish.first, wish.last + ONE_DAY) if not one.busy]
    return _within(found, wish)


def _within(found: Sequence[Occurrence], wish: AskedDays) -> list[Occurrence]:
    days = each_date(wish.first, wish.last)
    return sorted(
        (one for one in found if any(is_within(one, day, wish.part) for day in days)),
        key=lambda one: (one.start, one.source),
    )


def is_within(one: Occurrence, day: date, part: DayPart | None) -> bool:
    """Whether it takes place within this part of a day, at this time of it, or else within the day."""
    return touches(one, day, part or WHOLE_DAY)


def barred_days(
    plan: Plan, within: AskedDays, events: EventIndex = NO_EVENTS, *, single: bool
) -> frozenset[date]:
    """The days that these take, or the part of which they take something.

    `single`: a day or part of a kind is wanted, such as a Saturday: all that is then takes it. Of days in
    a row only what has no time does: an appointment of an hour does not break them up, and is named.
    """
    first, last, part = within
    found = appointments(plan, AskedDays(first, last + ONE_DAY), events)
    taking = [one for one in found if single or one.all_day]
    return frozenset(
        day
        for one in taking
        for day in each_date(max(one.first - ONE_DAY, first), min(one.last, last))
        if is_within(one, day, part)
    )


def appointments_text(
    found: Sequence[Occurrence], wish: AskedDays, display: DisplayFormat = DEFAULT_FORMAT
) -> str:
    """Therapy, 5 pm-6 pm; of several days: Therapy, 5 pm-6 pm, on Tue, Dec 8."""
    return listed([_named(one, wish, display) for one in found])


def with_appointments(
    plan: Plan,
    option: Option,
    display: DisplayFormat = DEFAULT_FORMAT,
    events: EventIndex = NO_EVENTS,
) -> Option:
    """The option with the appointments on its days named beside its reason."""
    wish = AskedDays(option.first, option.last)
    found = appointments(plan, wish, events)
    if not found:
        return option
    return option._replace(why=f"{option.why}; {appointments_text(found, wish, display)}")


def _named(one: Occurrence, wish: AskedDays, display: DisplayFormat) -> str:
    day = max(one.first, wish.first)
    words = event_line(one, day, display)
    return words if wish.length == 1 or one.all_day else f"{words}, on {weekday_date(day)}"


def left_out_text(days: AskedDays, beside: Sequence[Occurrence], display: DisplayFormat) -> str:
    """Left out: Mon, Dec 14, Sam: in Raleigh, day 3 of 3."""
    when = weekday_date(days.first) if days.length == 1 else span_brief(days.first, days.last)
    return f"Left out: {when}, {appointments_text(beside, days, display)}."


def left_out(
    plan: Plan,
    around: Sequence[Day],
    wanted: Wanted,
    barred: Collection[date],
    events: EventIndex,
    display: DisplayFormat,
) -> list[str]:
    """What takes days that such a window would have: those days are in none of the ways."""
    if not wanted.is_single:
        return _taking(plan, wanted, events)
    found = [
        AskedDays(day.date, day.date, wanted.part)
        for before, day, after in zip(around, around[1:], around[2:], strict=False)
        if day.date in barred
        and wanted.weekday in (None, day.date.weekday())
        and not taken_days([before, day, after], wanted.part)
    ]
    lines = [left_out_text(one, appointments(plan, one, events), display) for one in found[:NAMED]]
    more = len(found) - NAMED
    return [*lines, f"Left out: {counted(more, 'more day')}."] if more > 0 else lines


def _taking(plan: Plan, wanted: Wanted, events: EventIndex) -> list[str]:
    """What takes whole days of those in a row."""
    begins = {wanted.weekday} | ({SATURDAY} if wanted.days == LONG_WEEKEND else set())
    weekdays = {
        (begin + n) % 7 for begin in begins if begin is not None for n in range(wanted.days)
    }
    within = wanted.within
    taking = [
        one
        for one in appointments(plan, within, events)
        if one.all_day
        and any(
            not weekdays or day.weekday() in weekdays
            for day in each_date(max(one.first, within.first), min(one.last, within.last))
        )
    ]
    named = [
        f"Left out: {span_brief(one.first, one.last)}, {one.source}: {one.title}."
        if one.source
        else f"Left out: {span_brief(one.first, one.last)}, {one.title}."
        for one in taking[:NAMED]
    ]
    more = len(taking) - NAMED
    return [*named, f"Left out: {counted(more, 'more event')}."] if more > 0 else named
