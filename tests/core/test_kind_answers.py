"""Days of a kind: weekends, admin, holidays, breaks of the example rotation, read off its letters by hand.

Week 1 begins on July 28, 2025; weeks 3 and 6 have a worked weekend, each week an admin block on Thursday.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.question import (
    Answer,
    Context,
)
from heartplanner.core.ask.work.kind_answers import HOLIDAYS_SHOWN
from heartplanner.core.edits import edits
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 10, tzinfo=UTC)
TODAY = date(2025, 9, 10)
HOLIDAYS = {
    date(2025, 9, 1): "Labor Day",
    date(2025, 11, 11): "Veterans Day",
    date(2025, 11, 27): "Thanksgiving Day",
    date(2025, 12, 25): "Christmas Day",
}


@pytest.fixture
def plan(example: Plan) -> Plan:
    return with_pay(edits.confirm(example, AT), PaySchedule(date(2025, 9, 8), 14, 5), AT)


def asked(plan: Plan, text: str, day: date = TODAY) -> Answer:
    now = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)
    return ask(Schedule(plan), text, Context(plan, day, HOLIDAYS, now))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        # September 8 begins the second cycle: week 6 of the first ends on the 7th, weeks 3 and 6 of the
        # second on September 28 and October 19.
        (
            "which weekends do I work in October",
            "October 1-31, 2025: you work on 1 of 4 weekends: Oct 18-19.",
        ),
        (
            "how many weekends do I work this month",
            "September 1-30, 2025: you work on 2 of 4 weekends, 1 so far and 1 to come: Sep 27-28.",
        ),
        (
            "how many weekends am I off in October",
            "October 1-31, 2025: you are off work on 3 of 4 weekends: Oct 4-5, Oct 11-12 and Oct 25-26.",
        ),
        (
            "do I work any weekends from Oct 20 to Nov 1",
            "October 20 - November 1, 2025: you work on none of 2 weekends.",
        ),
        ("next working weekend", "Next working weekend: Sep 27-28, in 17 days."),
        (
            "admin days in October",
            "October 1-31, 2025: you have 5 admin blocks: Oct 2, Oct 9, Oct 16, Oct 23 and Oct 30.",
        ),
        ("do I have admin on Friday", "September 12, 2025: you have no admin."),
        ("when do I have admin next", "Next admin: Thu, Sep 11, 9 am-1 pm, tomorrow."),
        # November 10-16 is week 4, with Tuesday worked; November 24-30 is week 6, with admin on Thursday.
        (
            "which holidays do I work in November",
            "November 1-30, 2025: you work on 2 of 2 holidays: Veterans Day (Tue, Nov 11) and"
            " Thanksgiving Day (Thu, Nov 27).",
        ),
        (
            "which holidays did I work this year",
            "July 28 - September 10, 2025: you worked on none of 1 holiday.",
        ),
        (
            "next holiday I work",
            "Next holiday that you work: Veterans Day (Tue, Nov 11), in 62 days.",
        ),
        (
            "breaks this year",
            "September 10 - December 31, 2025: 2 breaks: Oct 10-15 (6 days) and Nov 21-26 (6 days).",
        ),
        ("when was my last break", "Last break: Aug 29 - Sep 3, 7 days ago."),
        ("last weekend I worked", "Last working weekend: Sep 6-7, 3 days ago."),
        # Of September 1, the one holiday since the start, the break has taken the work.
        ("when did I last work a holiday", "Last holiday that you work: none yet."),
        (
            "paydays this year",
            "Paydays, September 10 - December 31, 2025: Fri, Sep 12, Fri, Sep 26, Fri, Oct 10, Fri, Oct 24,"
            " Fri, Nov 7, Fri, Nov 21, Fri, Dec 5 and Fri, Dec 19, 8 in all.",
        ),
        (
            "working weekends since August",
            "August 1 - September 10, 2025: you worked on 2 of 6 weekends: Aug 16-17 and Sep 6-7.",
        ),
        (
            "how many free weekends do I have this month",
            "September 1-30, 2025: you are off work on 2 of 4 weekends, none so far and 2 to come:"
            " Sep 13-14 and Sep 20-21.",
        ),
        (
            "which holidays am I off this year",
            "July 28 - December 31, 2025: you are off work on 1 of 4 holidays, 1 so far and none to come.",
        ),
        ("is Dec 25 a holiday", "Thursday, December 25, 2025: Christmas Day, and you work."),
        ("was Sep 1 a holiday", "Monday, September 1, 2025: Labor Day, and you were off work."),
        (
            "is Sep 13 a holiday",
            "Saturday, September 13, 2025: no holiday that is known here; you are off work.",
        ),
        # At noon the shift of this Wednesday goes on.
        ("when did I last work", "Last shift: Wed, Sep 10, 9 am-9 pm, today."),
        ("is payday this Friday", "Friday, September 12, 2025: yes, it is a payday."),
        (
            "is tomorrow payday",
            "Thursday, September 11, 2025: no, it is no payday; the paydays nearby are August 29, 2025"
            " and September 12, 2025.",
        ),
        ("last payday", "Last payday: Friday, August 29, 2025, 12 days ago."),
        ("hours so far this month", "September 1-10, 2025: 52 h worked so far, 12 h to come."),
        (
            "how many hours the pay period before last",
            "Pay period August 11-24, 2025: 80 h worked.",
        ),
    ],
)
def test_the_sentence_answers_what_was_asked(plan: Plan, text: str, sentence: str) -> None:
    assert asked(plan, text).sentence == sentence


def test_a_weekend_that_is_half_worked_is_a_working_one_and_says_so(plan: Plan) -> None:
    sunday = date(2025, 9, 28)
    off = edits.add_change(plan, Absence(AbsenceKind.LEAVE, sunday, sunday), AT)
    told = asked(off, "which weekends do I work in September")
    assert told.sentence.endswith("you work on 2 of 4 weekends, 1 so far and 1 to come: Sep 27-28.")
    assert told.facts == ("So far: Sep 6-7.", "Sep 27-28: you work on Sat, Sep 27 alone.")


def test_of_many_the_last_ones_are_counted(plan: Plan) -> None:
    """Every third weekend from January 10, 2026: seventeen of the year's 52, the last on December 12."""
    said = asked(plan, "working weekends in 2026").sentence
    assert "you work on 17 of 52 weekends: Jan 10-11, Jan 31 - Feb 1, Feb 21-22, " in said
    assert said.endswith(", Oct 31 - Nov 1, Nov 21-22 and 1 more.")


def test_a_weekend_under_way_is_not_the_next_one(plan: Plan) -> None:
    told = asked(plan, "next working weekend", date(2025, 9, 27))
    assert told.sentence == "Next working weekend: Oct 18-19, in 21 days."
    assert told.facts == ("Working weekend now: Sep 27-28.",)
    assert told.reading.taken == AskedDays(date(2025, 10, 18), date(2025, 10, 19))


def test_free_weekends_can_be_chosen(plan: Plan) -> None:
    told = asked(plan, "which weekends are free in October")
    assert [(one.first.day, one.last.day) for one in told.options] == [(4, 5), (11, 12), (25, 26)]
    assert [one.why for one in told.options] == ["Free", "In your break", "Free"]


def test_of_holidays_the_others_are_named_and_whose_they_are(plan: Plan) -> None:
    told = asked(plan, "which holidays am I off in September", date(2025, 9, 1))
    assert told.sentence.endswith("you are off work on 1 of 1 holiday: Labor Day (Mon, Sep 1).")
    assert told.facts == (HOLIDAYS_SHOWN,)
    worked = asked(plan, "which holidays do I work from Sep 1 to Nov 15", date(2025, 9, 1))
    assert worked.facts == ("Off work: Labor Day (Mon, Sep 1).", HOLIDAYS_SHOWN)


def test_admin_hours_are_summed(plan: Plan) -> None:
    told = asked(plan, "admin days in October")
    assert told.facts[:2] == ("20 h of admin.", "Thu, Oct 2, 9 am-1 pm.")


def test_without_paydays_it_says_where_to_state_them(example: Plan) -> None:
    for text in ("is payday this Friday", "last payday"):
        told = ask(Schedule(example), text, Context(example, TODAY, {}))
        assert told.sentence.endswith("your paydays are not known yet.")
        assert told.place == "pay"


def test_the_next_shift_is_read_as_its_day(plan: Plan) -> None:
    friday = date(2025, 9, 12)
    assert asked(plan, "my next shift").reading.taken == AskedDays(friday, friday)
