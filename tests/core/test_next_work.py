"""The next and the last work of the example rotation, read off its letters by hand.

Of the cycle from September 8, 2025, on, week 1 has shifts on the 9th, 10th and 12th, and admin time on the
11th. The break is October 10-15, with admin time on the 9th before it.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import Answer, Context
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

THURSDAY, FRIDAY = date(2025, 9, 11), date(2025, 9, 12)


def asked(plan: Plan, text: str, day: date, hour: int = 8) -> Answer:
    now = datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)
    return ask(Schedule(plan), text, Context(plan, day, {}, now))


def test_admin_time_is_the_next_work_and_is_named_before_the_next_shift(example: Plan) -> None:
    wednesday = date(2025, 9, 10)
    work = asked(example, "when do I work next", wednesday, 10)
    assert work.sentence == "Next work: admin time, Thu, Sep 11, 9 am-1 pm, tomorrow."
    assert work.facts[-1] == "Next shift: Fri, Sep 12, 9-9, in 47 h."
    assert work.reading.taken == AskedDays(THURSDAY, THURSDAY)
    shift = asked(example, "next shift", wednesday, 10)
    assert shift.sentence == "Next shift: Fri, Sep 12, 9-9, in 47 h."
    assert shift.facts[-1] == "Before it: admin time, Thu, Sep 11, 9 am-1 pm."
    assert shift.reading.taken == AskedDays(FRIDAY, FRIDAY)


def test_what_has_begun_is_not_the_next_and_a_shift_that_comes_first_is(example: Plan) -> None:
    for text in ("when do I work next", "next shift"):
        told = asked(example, text, THURSDAY, 10)
        assert told.sentence == "Next shift: Fri, Sep 12, 9-9, in 23 h."
        assert not any(fact.startswith("Before it") for fact in told.facts)


@pytest.mark.parametrize("text", ["when did I last work", "last day I worked"])
def test_admin_time_is_the_last_work(example: Plan, text: str) -> None:
    told = asked(example, text, THURSDAY, 15)
    assert told.sentence == "Last work: admin time, Thu, Sep 11, 9 am-1 pm, today."
    assert told.facts[-1] == "Last shift: Wed, Sep 10, 9 am-9 pm, yesterday."


def test_the_last_shift_names_the_work_after_it(example: Plan) -> None:
    told = asked(example, "last shift", THURSDAY, 15)
    assert told.sentence == "Last shift: Wed, Sep 10, 9 am-9 pm, yesterday."
    assert told.facts[-1] == "After it: admin time, Thu, Sep 11, 9 am-1 pm."
    ahead = asked(example, "last shift before my break", THURSDAY)
    assert ahead.sentence == "Last shift before October 10, 2025: Wed, Oct 8, 9 am-9 pm."
    assert ahead.facts[-1] == "After it: admin time, Thu, Oct 9, 9 am-1 pm."
    assert ahead.reading.taken == AskedDays(date(2025, 10, 8), date(2025, 10, 8))


def test_on_the_first_day_there_is_no_last_work(example: Plan) -> None:
    for text in ("when did I last work", "last shift"):
        assert asked(example, text, date(2025, 7, 28)).sentence == "Last shift: none yet."
