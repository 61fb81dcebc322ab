"""Questions about the book of swaps: what they are taken for, and what is answered."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import Answer, Context, Question, SwapsAsked
from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.edits.swaps import ask_swap
from heartplanner.core.plan.change import Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2030, 1, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)


@pytest.fixture
def plan(example: Plan) -> Plan:
    """Lee's Saturday was taken, Kim took a Friday, and Sam Lee was asked for another."""
    plan = add_change(confirm(example, AT), Swap(None, date(2025, 9, 13), None, "Lee"), AT)
    plan = add_change(plan, Swap(date(2025, 9, 12), None, None, "Kim"), AT)
    return ask_swap(plan, Swap(date(2025, 9, 19), None, None, "Sam Lee"), AT)


def read(plan: Plan, text: str) -> Question:
    return read_question(text, Context(plan, TODAY, {}))


def asked(plan: Plan, text: str) -> Answer:
    return ask(Schedule(plan), text, Context(plan, TODAY, {}))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("What does Lee owe me?", SwapsAsked("Lee")),
        ("does LEE owe me hours", SwapsAsked("Lee")),
        ("how many hours does sam lee owe me", SwapsAsked("Sam Lee")),
        ("what do I owe Kim", SwapsAsked("Kim")),
        ("do I owe Kim any hours", SwapsAsked("Kim")),
        ("do I owe Kim hours", SwapsAsked("Kim")),
        ("do I still owe Kim a shift", SwapsAsked("Kim")),
        ("how much time do I owe Kim", SwapsAsked("Kim")),
        ("do I owe sam lee any time", SwapsAsked("Sam Lee")),
        ("does Lee still owe me anything", SwapsAsked("Lee")),
        ("do i owe kim", SwapsAsked("Kim")),
        ("am I even with Lee?", SwapsAsked("Lee")),
        ("are Lee and I even", SwapsAsked("Lee")),
        ("who owes me", SwapsAsked()),
        ("who owes whom", SwapsAsked()),
        ("who owes me hours", SwapsAsked()),
        ("what do I owe", SwapsAsked()),
        ("how many hours am i owed", SwapsAsked()),
        ("which swaps are open", SwapsAsked(open=True)),
        ("what swaps are still open?", SwapsAsked(open=True)),
        ("open swaps", SwapsAsked(open=True)),
        ("my open swaps", SwapsAsked(open=True)),
        ("are there any open swaps", SwapsAsked(open=True)),
        ("which of my swaps need a look", SwapsAsked(open=True)),
    ],
)
def test_a_question_is_taken_for_what_it_asks(plan: Plan, text: str, meaning: Question) -> None:
    assert read(plan, text) == meaning


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("what does Bob owe me", 'There is no swap with "bob".'),
        ("what do I owe Lee on Friday", 'Not understood: "on friday".'),
        ("which swaps are lucky", 'Not understood: "which" and "lucky".'),
    ],
)
def test_what_is_not_known_is_refused_and_leads_to_the_book(
    plan: Plan, text: str, why: str
) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read(plan, text)
    assert refused.value.reason == why
    assert refused.value.place is Place.SWAPS


def test_what_one_colleague_owes(plan: Plan) -> None:
    told = asked(plan, "what does lee owe me")
    assert told.sentence == "Lee owes you 12 h."
    assert told.facts == ("Lee: you take Sat, Sep 13 (12 h); agreed; Lee owes you 12 h.",)
    assert told.place is Place.SWAPS
    assert asked(plan, "what do I owe kim").sentence == "You owe Kim 12 h."
    assert (
        asked(plan, "are sam lee and i even").sentence == "You and Sam Lee owe each other nothing."
    )


def test_what_is_owed_in_all_and_what_is_open(plan: Plan) -> None:
    told = asked(plan, "who owes me hours")
    assert told.sentence == "In all you are owed 12 h and owe 12 h."
    assert told.facts == ("You owe Kim 12 h.", "Lee owes you 12 h.")
    told = asked(plan, "which swaps are open")
    assert told.sentence == "One swap is open."
    assert told.facts == ("Sam Lee: you give Fri, Sep 19 (12 h); only asked yet.",)
    nothing = plan._replace(changes=(), pending=())
    assert asked(nothing, "open swaps").sentence == "No swap is open: each is agreed or done."
    assert asked(nothing, "who owes me").facts == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("did Kim take my Sep 12 shift", "September 12, 2025: yes, Kim has this shift, as agreed."),
        (
            "does Sam Lee have my Sep 19 shift",
            "September 19, 2025: not agreed: the swap with Sam Lee is only asked or needs a look.",
        ),
        (
            "did Lee take my Sep 12 shift",
            "September 12, 2025: no swap with Lee gives this shift away.",
        ),
    ],
)
def test_whether_somebody_has_a_shift_is_said_by_the_book(plan: Plan, text: str, said: str) -> None:
    assert asked(plan, text).sentence.endswith(said)


def test_of_two_days_of_one_name_the_one_that_was_given_away_is_meant(plan: Plan) -> None:
    """Asked in October, September 12 is the one just over and not that of the next year."""
    later = Context(plan, date(2025, 10, 20), {})
    told = ask(Schedule(plan), "did Kim take my Sep 12 shift", later)
    assert told.sentence == "Friday, September 12, 2025: yes, Kim has this shift, as agreed."


def test_nobody_of_that_name_has_a_shift(plan: Plan) -> None:
    with pytest.raises(NotUnderstoodError, match="banana"):
        read(plan, "did banana take my Sep 12 shift")
