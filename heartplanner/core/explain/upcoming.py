"""What a responder asks first: the next shift, day off, free weekend and break, and this week's hours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heartplanner.core.explain.break_text import break_text, free_dates, free_runs
from heartplanner.core.explain.hours_text import hours_so_far, week_hours
from heartplanner.core.explain.reasons import BEFORE_START, NOT_CONFIRMED, day_line
from heartplanner.core.plan.model import LAST_DATE, ONE_DAY
from heartplanner.core.schedule.breaks import next_break
from heartplanner.core.schedule.days import SATURDAY, Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import Week, weeks
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    brief_span,
    clock,
    counted,
    hours,
    in_days,
    sentence_case,
    span_brief,
    weekday_date,
)

NEXT_SHIFT, NEXT_BREAK = "Next shift", "Next break"
AHEAD = timedelta(days=84)
"""Two cycles: whatever a rotation has at all comes within them."""


class Fact(NamedTuple):
    """One line: what it is about, the answer, and how far away that is.

    `shorter`: the same answer in ever fewer words, for where there is little room.
    """

    about: str
    answer: str
    distance: str
    shorter: tuple[str, ...] = ()


def upcoming(
    schedule: Schedule, now: datetime, display: DisplayFormat = DEFAULT_FORMAT
) -> list[Fact]:
    """The six facts, as of `now` in Durham's time; before the start date, those that come first."""
    today = now.date()
    first = max(today, schedule.plan.start)
    # One range serves all the facts: days are what costs time here.
    # With the day before: a shift of last night may not have ended.
    yesterday, *ahead = schedule.days(first - ONE_DAY, min(first + AHEAD, LAST_DATE))
    line = f"{day_line(ahead[0], display)}{_doubt(ahead[0])}" if today == first else BEFORE_START
    return [
        _today(line, _until(yesterday, now, display), _goes_on(ahead[0], now)),
        _next_shift(ahead, now, display),
        _next_day_off(ahead, today),
        _next_free_weekend(ahead, today),
        _next_break(schedule, today),
        _this_week(schedule, first, now),
    ]


def _until(yesterday: Day, now: datetime, display: DisplayFormat) -> str:
    """Shift until 7 am: said while work of the day before goes on."""
    ends = [block.end for block in yesterday.blocks if block.end > now]
    return f"shift until {clock(max(ends), display)}" if ends else ""


def _goes_on(today: Day, now: datetime) -> str:
    """Now: said while work of today goes on."""
    return "now" if any(block.start <= now < block.end for block in today.blocks) else ""


def _today(line: str, until: str, goes_on: str) -> Fact:
    """What today is, after what goes on of last night; whether its work goes on now."""
    whole = sentence_case(f"{until}, then {line}" if until else line)
    marked = _marked(whole)
    brief = marked.replace(" shift ", " ", 1)
    # Of a shift the kind alone says enough; of admin the hours do, which are any.
    last = tight(brief) if brief == marked else _kind_alone(brief)
    in_order = dict.fromkeys((marked, tight(marked), brief, tight(brief), last))
    shorter = (marked, sentence_case(until)) if until else tuple(in_order)
    return Fact("Today", whole, goes_on, shorter)


def _next_shift(ahead: Sequence[Day], now: datetime, display: DisplayFormat) -> Fact:
    """The next shift that begins: one that goes on is said of today."""
    for day in ahead:
        for block in day.blocks:
            if block.kind.is_shift and block.start >= now:
                spelled = brief_span(block.start, block.end, display)
                doubt = f" ({NOT_CONFIRMED})" if day.is_guess(block) else ""
                when = f"{weekday_date(day.date)}, {spelled}{doubt}"
                # Seconds since the epoch: over a clock change the wall clock would be an hour off.
                wait = block.start.timestamp() - now.timestamp()
                left = "now" if wait <= 0 else f"in {_wait(int(wait // 60))}"
                begins = f"{weekday_date(day.date)}, {clock(block.start, display)}{doubt}"
                day_alone = f"{weekday_date(day.date)}{doubt}"
                return Fact(NEXT_SHIFT, when, left, tuple(map(_marked, (when, begins, day_alone))))
    return Fact(NEXT_SHIFT, "none to come", "")


def _next_day_off(ahead: Sequence[Day], today: date) -> Fact:
    """The next stretch of days off after today."""
    # Today is told by itself, so the next day off is one that is still to come.
    later = [day for day in ahead if day.date > today]
    for index, day in enumerate(later):
        if _is_off(day):
            rest = later[index:]
            run = next((n for n, after in enumerate(rest) if not _is_off(after)), len(rest))
            length = "" if run == 1 else f" ({run} days)"
            when = f"{weekday_date(day.date)}{length}{_doubt(day)}"
            shorter = _marked(when), _marked(f"{weekday_date(day.date)}{_doubt(day)}")
            return Fact("Next day off", when, in_days(day.date, today), shorter)
    return Fact("Next day off", "none to come", "")


def _is_off(day: Day) -> bool:
    """Whether a day is a day off: who is sick on it has none."""
    return not day.blocks and not day.is_sick


def _next_free_weekend(ahead: Sequence[Day], today: date) -> Fact:
    for day in ahead:
        if day.date.weekday() == SATURDAY and day.weekend == "off" and day.date > today - ONE_DAY:
            text = f"{span_brief(day.date, day.date + ONE_DAY)}{_doubt(day)}"
            return Fact("Free weekend", text, in_days(day.date, today), (_marked(text),))
    return Fact("Free weekend", "none to come", "")


def _next_break(schedule: Schedule, today: date) -> Fact:
    coming = next_break(schedule.plan, max(today, schedule.plan.start))
    if coming is None:
        return Fact(NEXT_BREAK, "none to come", "")
    # A break is not sure as long as one of its days is a guess: it may end there.
    doubt = next(filter(None, map(_doubt, schedule.days(coming.first, coming.last))), "")
    text = f"{break_text(schedule, coming)}{doubt}"
    free = f"{free_dates(schedule, coming)}{doubt}"
    # Who works on the first days of a break has it from the first free one on.
    first = next((run.first for run in free_runs(schedule, coming)), coming.first)
    shorter = tuple(dict.fromkeys((_marked(text), _marked(free))))
    return Fact(NEXT_BREAK, text, in_days(first, today), shorter)


def _this_week(schedule: Schedule, first: date, now: datetime) -> Fact:
    (week,) = weeks(schedule, first, first)
    about = "This week" if week.first <= now.date() else "First week"
    sums = hours_so_far(week.days, now)
    # "40 h, 12 h to come" would read as if the 12 were among the 40.
    shorter = (sums.replace(" so far", ""), *_of_week(week, now))
    return Fact(about, sums, week_hours(week)[1], shorter)


def _of_week(week: Week, now: datetime) -> tuple[str, ...]:
    """52 h, 40 h worked; 12 h to come; nothing of a week that is all worked, or all to come."""
    worked = sum(block.minutes for day in week.days for block in day.blocks if block.end <= now)
    whole = week.totals.minutes
    if not 0 < worked < whole:
        return ()
    # The week's hours give way last: what is to come alone would be taken for them.
    return (
        f"{hours(whole)}, {hours(worked)} worked",
        hours(whole),
        f"{hours(whole - worked)} to come",
    )


def _doubt(day: Day) -> str:
    """Said of what the responder is not sure of yet."""
    return f" ({NOT_CONFIRMED})" if day.guess else ""


def _marked(text: str) -> str:
    """The doubt said as the month marks it, by a question mark behind the answer."""
    return text.replace(f" ({NOT_CONFIRMED})", " ?")


def _kind_alone(text: str) -> str:
    """Evening ?: no hours, where a line has room for none."""
    kind, _, hours = text.partition(" ")
    if not any(sign in hours for sign in "-\N{EN DASH}"):
        return text
    return f"{kind} ?" if text.endswith("?") else kind


def tight(text: str) -> str:
    """The words with their times as small cells have them: Admin 9a-1p, Evening noon-12 am."""
    return re.sub(r"(\d) ([ap])m\b", r"\1\2", text).replace("-midnight", "-12 am")


def _wait(minutes: int) -> str:
    if minutes < 60:
        return counted(minutes, "minute")
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"
