"""Rotation cards: there and back, through mail and phones, and every damage refused."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from heartplanner.core.edits.edits import new_plan
from heartplanner.core.people.card import (
    DAMAGED,
    LONGEST,
    NEWER,
    NO_CARD,
    RotationCard,
    card_on,
    card_text,
    carded,
    read_card,
)
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import weeks
from heartplanner.core.words.plain_text import plain_text
from tests.strategies import assignments, starts

AT = datetime(2030, 1, 1, tzinfo=UTC)
START = date(2025, 7, 28)
EXAMPLE = Assignment(START, confirmed=True)
LINE = (
    "HEART card 1: OSSASOO OSSASOO OOOASSS OSSASOO SSSAOOO OOOASSS from 2025-07-28"
    " shift 09:00-21:00 admin 09:00-13:00 week Mon name Lee check "
)
NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).map(plain_text)


def days(assignment: Assignment) -> list[object]:
    """What two cycles of it are, day by day, and the hours of its work weeks."""
    schedule = Schedule(new_plan("", assignment, AT))
    last = assignment.start + timedelta(days=83)
    sums = weeks(schedule, assignment.start, last)
    return [
        [
            (day.date, day.blocks, day.off, day.guess)
            for day in schedule.days(assignment.start, last)
        ],
        [(week.first, week.totals.minutes) for week in sums],
    ]


def test_a_card_is_one_line_that_a_person_can_read() -> None:
    text = card_text(EXAMPLE, "Lee")
    assert text.startswith(LINE)
    assert len(text) == len(LINE) + 8
    assert read_card(text) == RotationCard("Lee", EXAMPLE)


@pytest.mark.parametrize("unsure", [(7,), (42,), (1, 2), tuple(range(1, 43))])
@pytest.mark.parametrize("name", ["", "Lee"])
def test_days_that_are_not_confirmed_come_back(unsure: tuple[int, ...], name: str) -> None:
    doubtful = EXAMPLE._replace(guesses=unsure)
    assert read_card(card_text(doubtful, name)) == RotationCard(name, doubtful)


def test_no_name_stands_in_it_unless_one_is_typed() -> None:
    assert " name " not in card_text(EXAMPLE)
    assert read_card(card_text(EXAMPLE)) == RotationCard("", EXAMPLE)


def test_the_week_of_the_first_date_becomes_week_1() -> None:
    later = EXAMPLE._replace(start=date(2025, 8, 13), cycle_week=3, guesses=(1, 15, 42))
    card = read_card(card_text(later))
    assert card.assignment.cycle_week == 1
    assert card.assignment.rotation.weeks[0] == "---ASSS"
    assert card.assignment.guesses == (1, 28, 29)


@given(starts().flatmap(assignments), st.just("") | NAMES)
def test_any_assignment_comes_back_with_the_same_days(assignment: Assignment, name: str) -> None:
    card = read_card(card_text(assignment, name))
    assert card == RotationCard(name, carded(assignment))
    assert days(card.assignment) == days(assignment)


@given(
    starts().flatmap(assignments),
    st.integers(0, 400),
    st.characters(codec="utf-8", exclude_categories=["Cs"])
    | st.sampled_from("OSADE-0123456789:, "),
    st.sampled_from(["replace", "insert", "drop"]),
)
def test_a_single_wrong_character_never_reads_as_another_card(
    assignment: Assignment, place: int, character: str, how: str
) -> None:
    text = card_text(assignment, "Lee")
    at = place % len(text)
    middle = {"replace": character, "insert": character + text[at], "drop": ""}[how]
    damaged = text[:at] + middle + text[at + 1 :]
    assume(damaged != text)
    try:
        card = read_card(damaged)
    except PlanError as error:
        card, why = None, str(error)
    # Only case, spaces, marks that phones change and what stands around a card may differ.
    assert card == read_card(text) if card else why in (DAMAGED, NO_CARD, NEWER)


@pytest.mark.parametrize("letter", "SADEO09:-ab")
def test_each_letter_and_digit_is_checked(letter: str) -> None:
    text = card_text(EXAMPLE._replace(guesses=(3, 17)), "Lee Ann")
    begin = text.index("1:") + 2
    for at in range(begin, len(text)):
        if not text[at].isalnum() or text[at].casefold() == letter.casefold():
            continue
        with pytest.raises(PlanError):
            read_card(text[:at] + letter + text[at + 1 :])


@pytest.mark.parametrize("kept", [10, 30, 80, 120, 140])
def test_a_torn_line_is_refused(kept: int) -> None:
    text = card_text(EXAMPLE, "Lee")
    with pytest.raises(PlanError):
        read_card(text[:kept])
    with pytest.raises(PlanError):
        read_card(text[:kept] + text[kept + 4 :])


def assert_read(text: str) -> None:
    assert read_card(text) == RotationCard("Lee", EXAMPLE)


@pytest.mark.parametrize("width", [20, 33, 40, 64, 72])
@pytest.mark.parametrize("quote", ["", "> ", ">> ", "  | "])
def test_wrapped_and_quoted_lines_are_read(width: int, quote: str) -> None:
    text = card_text(EXAMPLE, "Lee")
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    mail = "\r\n".join(["Hi! Here it is:", *(quote + line for line in lines), "See you, Lee"])
    assert_read(mail)


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2013", "\u2014", "\u2212"])
def test_long_dashes_and_hard_spaces_are_read(dash: str) -> None:
    text = card_text(EXAMPLE, "Lee").replace("-", dash).replace(" ", "\u00a0", 5)
    assert_read(f"\ufeffMy card:\u200b {text}. Check it out!")


def test_a_name_with_marks_of_its_own_comes_back() -> None:
    for name in ("O'Brien", "Anne-Marie check 12345678", "name Lee", "Zoë 😀", "李"):
        text = card_text(EXAMPLE, name)
        assert read_card(f"> {text} check ABCDEF01").name == name
        assert read_card(text.replace("'", "\u2019").replace("-", "- ")).name == name


def test_the_same_card_twice_is_one_and_two_are_refused() -> None:
    one, two = card_text(EXAMPLE, "Lee"), card_text(EXAMPLE, "Sam")
    assert_read(f"{one}\n\n> {one}")
    assert_read(f"{one[:60]} ... {one}")
    with pytest.raises(PlanError, match="2 rotation cards"):
        read_card(f"{one}\n{two}")


def test_what_is_no_card_is_refused_in_one_line() -> None:
    newer = card_text(EXAMPLE).replace("card 1", "card 2")
    for text, why in (("", NO_CARD), ("Lunch?", NO_CARD), (newer, NEWER), (LINE, DAMAGED)):
        with pytest.raises(PlanError) as raised:
            read_card(text)
        assert str(raised.value) == why
        assert "\n" not in why
    with pytest.raises(PlanError, match="too long"):
        read_card("x" * (LONGEST + 1))


@pytest.mark.parametrize(
    "text",
    [
        "HEART card 1:" * 1500,
        "HEART card 1: " + "O " * 9000,
        "HEART card 1: " + "OSSASOO" * 6 + "from 2025-07-28" * 900,
        LINE + "check 12345678 " * 1200,
        LINE + "name " * 3000,
        "\u202e" * LONGEST,
        "HEART card 999999999999999999: O",
    ],
    ids=range(7),
)
def test_a_hostile_text_is_refused_at_once(text: str) -> None:
    with pytest.raises(PlanError):
        read_card(text[:LONGEST])


def sealed(body: str) -> str:
    """A card that somebody made by hand, with the right check value."""
    return f"{body} check {hashlib.sha256(body.encode()).hexdigest()[:8]}"


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("2025-07-28", "2025-02-30"),
        ("2025-07-28", "1925-07-28"),
        ("09:00-21:00", "09:00-09:00"),
        ("09:00-21:00", "09:00-29:00"),
        ("09:00-13:00", "09:00-22:00"),
        ("week Mon", "week Moo"),
        ("name Lee", "name " + "x" * 41),
    ],
)
def test_a_card_of_what_cannot_be_is_refused_although_its_check_is_right(
    part: str, wrong: str
) -> None:
    body = LINE.removesuffix(" check ")
    assert_read(sealed(body))
    with pytest.raises(PlanError):
        read_card(sealed(body.replace(part, wrong, 1)))


def test_nights_and_the_hours_of_a_band_are_told_apart() -> None:
    night = EXAMPLE._replace(shift_hours=Hours(time(19), time(7)), work_week=6)
    assert read_card(card_text(night)).assignment == night
    evening = EXAMPLE._replace(band=Band.EVENING)
    assert "shift 12:00-00:00" in card_text(evening)
    assert read_card(card_text(evening)).assignment == evening


def test_a_card_is_made_of_what_is_in_force_and_confirmed(example: Plan) -> None:
    with pytest.raises(PlanError, match="is not confirmed yet"):
        card_on(example, START)
    own = new_plan("mine", EXAMPLE, AT)
    assert card_on(own, date(2026, 3, 1), "Kim") == card_text(EXAMPLE, "Kim")
    with pytest.raises(PlanError, match="before the start date"):
        card_on(own, date(2025, 7, 27))
    with pytest.raises(PlanError, match="at most 40"):
        card_on(own, START, "x" * 41)
