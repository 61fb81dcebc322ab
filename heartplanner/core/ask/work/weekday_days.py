"""Days of one name that are worked or off: how many Saturdays in July, and which is the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.ask.asked_days import AskedDays, DatePhrase, one_day
from heartplanner.core.ask.days.single_days import DAY_NAMES, WEEKDAY_WORDS
from heartplanner.core.ask.question import Answer, Coming, Context, WeekdaysWorked
from heartplanner.core.ask.work.kind_answers import MOST_NAMED
from heartplanner.core.ask.work.kind_phrases import within_of
from heartplanner.core.explain.reasons import doubt
from heartplanner.core.plan.model import LAST_DATE
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import (
    WEEKDAYS,
    brief_day,
    counted,
    in_days,
    listed_first,
    span,
    weekday_date,
)

PLURALS = "|".join(f"{name.lower()}s" for name in WEEKDAYS)
I_WORK = r"(?:do|did|will) i (?:have to )?work|am i working"
TAIL = r"(?P<tail> (?:in|over|during|this|next|last|between|from|before|since|until|till|for)\b.+)"
COUNTED = re.compile(rf"(?:how many|which|what) (?P<day>{PLURALS}) (?:{I_WORK}){TAIL}")
NEXT = re.compile(
    rf"(?:when is )?(?:(?:my|the) )?next (?P<day>{DAY_NAMES}) (?:that )?i (?:have to )?work"
    r"|(?:when is )?(?:the )?next time (?:that )?i (?:have to )?work"
    rf" (?:on )?(?:a |an )?(?P<one>{DAY_NAMES})"
)


def read_weekdays(text: str, context: Context) -> WeekdaysWorked | None:
    """How many Saturdays do I work in July; next time I work a Saturday. None for another question."""
    if form := COUNTED.fullmatch(text):
        within = within_of(form["tail"].strip(), Coming.WORKING_WEEKEND, context)
        return WeekdaysWorked(within, WEEKDAY_WORDS[form["day"]])
    if form := NEXT.fullmatch(text):
        first = max(context.today, context.plan.start)
        last = min(first.replace(year=first.year + 1, day=1), LAST_DATE)
        number = WEEKDAY_WORDS[form["day"] or form["one"]]
        return WeekdaysWorked(AskedDays(first, last), number, soonest=True)
    return None


def weekdays_worked(schedule: Schedule, asked: WeekdaysWorked, context: Context) -> Answer:
    """How many of these days are worked, and which: of a range under way, those that are over too."""
    days = [
        day
        for day in schedule.days(*asked.within[:2])
        if day.date.weekday() == asked.weekday and day.at is not None
    ]
    worked = [day for day in days if day.blocks]
    if asked.soonest:
        return _next(worked, asked, context)
    over = [day for day in worked if day.date < context.today]
    parted = bool(over) and asked.within.last > context.today
    all_over = asked.within.last <= context.today
    name = WEEKDAYS[asked.weekday]
    verb = "worked" if all_over else "work"
    said = f"you {verb} on {len(worked) or 'none'} of {counted(len(days), name)}"
    if parted:
        said += f", {len(over)} so far and {len(worked) - len(over) or 'none'} to come"
    named = [f"{brief_day(day.date)}{doubt(day)}" for day in worked]
    which = f": {listed_first(named, MOST_NAMED)}" if named else ""
    text = f"{span(*asked.within[:2])}: {said}{which}."
    return Answer(DatePhrase(asked.within), text, (), ())


def _next(worked: Sequence[Day], asked: WeekdaysWorked, context: Context) -> Answer:
    """The next one after today; one that is today is said beside it."""
    name = WEEKDAYS[asked.weekday]
    coming = next((day for day in worked if day.date > context.today), None)
    today = [f"You work today, {name}, too." for day in worked if day.date == context.today]
    if coming is None:
        text = f"Next {name} that you work: none to come."
        return Answer(one_day(context.today), text, tuple(today), ())
    when = f"{weekday_date(coming.date)}{doubt(coming)}, {in_days(coming.date, context.today)}"
    return Answer(one_day(coming.date), f"Next {name} that you work: {when}.", tuple(today), ())
