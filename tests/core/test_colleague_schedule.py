"""Swaps agreed with a colleague change what is known of the colleague; those only asked do not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.question import Context
from heartplanner.core.edits import edits
from heartplanner.core.edits.colleagues import add_colleague, colleague_of
from heartplanner.core.edits.swaps import agree_swap, ask_swap
from heartplanner.core.people.colleague_day import colleague_lines, day_of
from heartplanner.core.people.colleague_schedule import colleague_schedule
from heartplanner.core.people.cover import covers, exchanges
from heartplanner.core.people.cover_text import card_text, why_not
from heartplanner.core.people.days_off import common_days_off
from heartplanner.core.plan.change import OtherHours, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, Rotation
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DEFAULT_FORMAT

AT = datetime(2030, 1, 1, tzinfo=UTC)
START = date(2025, 7, 28)
TODAY = date(2026, 11, 28)
MON, TUE, WED, FRI, SAT, SUN = (date(2026, 12, day) for day in (14, 15, 16, 18, 19, 20))
LETTERS = "---ASSS -SSAS-- SSSA--- ---ASSS -SSAS-- -SSAS--"
"""Lee, evenings. Week 1 begins on December 14, 2026: 72 weeks, 12 cycles, after July 28, 2025."""
SWAP = Swap(TUE, SAT, Band.EVENING, "lee")


@pytest.fixture
def plan(example: Plan) -> Plan:
    card = Assignment(START, rotation=Rotation.parse(LETTERS), band=Band.EVENING, confirmed=True)
    return add_colleague(edits.confirm(example, AT), "Lee", card, AT)


@pytest.fixture
def agreed(plan: Plan) -> Schedule:
    """I work -SSAS-- that week, by day; Tuesday's shift goes to Lee for Lee's Saturday evening."""
    return agree_swap(ask_swap(plan, SWAP, AT), 1, AT)


def lines(schedule: Schedule, *days: date) -> list[str]:
    return [line for day in days for line in colleague_lines(schedule, day, DEFAULT_FORMAT)]


def test_an_agreed_swap_changes_the_days_of_the_colleague(plan: Plan, agreed: Schedule) -> None:
    before = ["Lee: day off", "Lee: evening shift, noon-midnight"]
    assert lines(Schedule(plan), TUE, SAT) == before
    assert lines(Schedule(ask_swap(plan, SWAP, AT)), TUE, SAT) == before
    assert lines(agreed, TUE, SAT) == ["Lee: day shift, 9 am-9 pm", "Lee: day off"]
    theirs = colleague_schedule(agreed, colleague_of(agreed.plan, "Lee"))
    runs = common_days_off([agreed, theirs], MON, SUN)
    assert [(run.first, run.last) for run in runs] == [(MON, MON)]


def test_answers_know_the_agreed_swap(agreed: Schedule) -> None:
    def said(text: str) -> str:
        answer = ask(agreed, text, Context(agreed.plan, TODAY, {}))
        options = [f"{option.first} {option.last} {option.why}" for option in answer.options]
        return "\n".join([answer.sentence, *answer.facts, *options])

    assert "Lee works 9 am-9 pm." in said("is Lee working on Dec 15")
    assert "Lee is off." in said("is Lee working on Dec 19")
    assert "Lee works, 9 am-9 pm." in said("Dec 15")
    assert "Lee is off." in said("Dec 19")
    both = said("when are Lee and I both off in December")
    assert "2026-12-14 2026-12-14 Both off" in both
    assert (
        "both off on Dec 5-7, Dec 14, Dec 21 and later, 7 days in all" in both
    )  # 5-7, 14, 21, 26 and 27


def test_a_shift_given_in_a_swap_is_not_offered_for_it_again(agreed: Schedule) -> None:
    # Lee's week with the swap: Tue, Thu (admin), Fri, Sun, 40 h; by the card it would be Thu to Sun.
    (cover,) = covers(agreed, WED)
    assert (cover.name, cover.minutes, cover.in_a_row) == ("Lee", 52 * 60, 4)
    # Tuesday is Lee's day shift now; it was given away, so that it is not to be worked after all.
    assert [one.swap.take for one in exchanges(agreed, WED, TODAY)] == [SUN]
    assert covers(agreed, SAT) == []
    lee = colleague_of(agreed.plan, "Lee")
    assert why_not("Lee", day_of(agreed, lee, SAT)) == "Lee gave you the shift of Sat, Dec 19."
    for text in ("Dec 16 5 pm", "concert Friday Dec 18 8pm", "Dec 19"):
        options = ask(agreed, text, Context(agreed.plan, TODAY, {})).options
        swaps = [option.change for option in options if isinstance(option.change, Swap)]
        assert TUE not in [swap.take for swap in swaps]


def test_hours_that_no_swap_states_are_those_of_the_shift_given(plan: Plan) -> None:
    longer = edits.add_change(plan, OtherHours(TUE, Hours(time(8), time(22))), AT)
    agreed = edits.with_change(longer, Swap(TUE, None, None, "Lee"), AT)
    assert lines(agreed, TUE) == ["Lee: extra shift, 8 am-10 pm"]


def test_a_half_that_does_not_fit_the_card_leaves_it(plan: Plan) -> None:
    # Lee works on Friday from noon: whatever was agreed, the card's shift is what is known.
    agreed = edits.with_change(plan, Swap(FRI, MON, None, "Lee"), AT)
    assert lines(agreed, FRI, MON) == ["Lee: evening shift, noon-midnight", "Lee: day off"]


def test_the_card_says_in_which_hours_the_shift_is(plan: Plan, agreed: Schedule) -> None:
    said = "By the card, Lee could take Tue, Dec 15 and has a shift to give on Sat, Dec 19,"
    assert card_text(Schedule(plan), SWAP) == (f"{said} noon-midnight.", True)
    usual = SWAP._replace(band=None)
    assert card_text(Schedule(plan), usual) == (f"{said} noon-midnight, not 9 am-9 pm.", False)
    assert card_text(agreed, Swap(None, SAT, None, "Lee")) == (
        "By the card and your swaps, Lee has no shift to give on Sat, Dec 19.",
        False,
    )
