"""Swaps that are only asked are named wherever their days are answered.

Of the second cycle, from September 8, 2025 on, week 2 has shifts on the 16th, 17th and 19th; Monday, the
15th, is free, as the 22nd and the 29th are.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Answer, Context
from heartplanner.core.edits.edits import confirm
from heartplanner.core.edits.swaps import ask_swap
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)
FRIDAY, MONDAY = date(2025, 9, 19), date(2025, 9, 15)
ASKED = "A swap with Lee is only asked yet: you would give Fri, Sep 19 and take Mon, Sep 15."
BESIDE = "; a swap with Lee is not agreed yet"


@pytest.fixture
def plan(example: Plan) -> Plan:
    return ask_swap(confirm(example, AT), Swap(FRIDAY, MONDAY, None, "Lee"), AT)


def asked(plan: Plan, text: str) -> Answer:
    return ask(Schedule(plan), text, Context(plan, TODAY, {}))


@pytest.mark.parametrize(
    "text",
    [
        "am I working Sep 15",
        "am I working Sep 19",
        "Sep 15-17",
        "free Mondays in September",
        "how many shifts next week",
        "do I have enough leave for Sep 19",
        "who can take my shift on Sep 19",
    ],
)
def test_an_answer_about_its_days_names_it_once(plan: Plan, text: str) -> None:
    assert asked(plan, text).facts.count(ASKED) == 1


@pytest.mark.parametrize(
    "text",
    [
        "am I working Sep 16",
        "hours this week",
        "which weekends do I work in September",
        "free Tuesdays in September",
        "how much leave do I have left",
        "open swaps",
        "Sep 20-30",
    ],
)
def test_an_answer_about_other_days_does_not(plan: Plan, text: str) -> None:
    assert ASKED not in asked(plan, text).facts


def test_the_days_to_choose_from_have_it_beside_them(plan: Plan) -> None:
    mondays = {one.first: one.why for one in asked(plan, "free Mondays in September").options}
    assert mondays[MONDAY] == f"Free{BESIDE}"
    assert mondays[date(2025, 9, 22)] == "Free"
    swaps = [one for one in asked(plan, "Sep 17").options if isinstance(one.change, Swap)]
    whys = {one.change.take: one.why for one in swaps if isinstance(one.change, Swap)}
    # To work on Monday instead of on Wednesday would stand against the swap that is asked.
    assert whys[MONDAY].endswith(BESIDE)
    assert not any(why.endswith(BESIDE) for day, why in whys.items() if day != MONDAY)


def test_one_that_a_new_rotation_overtook_needs_a_look(plan: Plan) -> None:
    (one,) = plan.pending
    facts = asked(plan._replace(pending=(one._replace(overtaken=True),)), "Sep 15").facts
    assert facts[-1] == (
        "A swap with Lee needs a look, a new rotation overtook it:"
        " you had agreed to give Fri, Sep 19 and take Mon, Sep 15."
    )


def test_of_many_the_first_are_named_and_the_others_counted(plan: Plan) -> None:
    (one,) = plan.pending
    five = tuple(one._replace(id=n) for n in range(1, 6))
    facts = asked(plan._replace(pending=five), "Sep 15").facts
    assert facts.count(ASKED) == 3
    assert facts[-1] == "2 more swaps of these days are not agreed."
