"""What questions are taken for: each phrase of a list written by hand, a third of it to be refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import (
    BothOff,
    Context,
    EnoughLeave,
    HoursAsked,
    IsFree,
    IsPayday,
    LeaveLeft,
    LeaveTaken,
    Question,
    Stretch,
    TheirDays,
    Wanted,
    WeekdaysWorked,
    WhenLast,
    WhenNext,
    WhoCould,
)
from heartplanner.core.ask.refused.examples import examples
from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.hours import Hours
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import WEEKDAYS

TODAY = date(2025, 9, 10)
HOLIDAYS = {
    date(2025, 9, 1): "Labor Day",
    date(2025, 11, 11): "Veterans Day",
    date(2025, 11, 27): "Thanksgiving Day",
    date(2025, 11, 28): "Day After Thanksgiving",
    date(2025, 12, 24): "Christmas Eve",
    date(2025, 12, 25): "Christmas Day",
    date(2026, 1, 1): "New Year's Day",
    date(2026, 1, 19): "Martin Luther King Jr. Day",
    date(2026, 4, 3): "Good Friday",
    date(2026, 5, 25): "Memorial Day",
    date(2026, 6, 19): "Juneteenth National Independence Day",
    date(2026, 7, 3): "Independence Day (observed)",
    date(2026, 7, 4): "Independence Day",
    date(2026, 9, 7): "Labor Day",
    date(2026, 11, 26): "Thanksgiving Day",
    date(2026, 12, 25): "Christmas Day",
    date(2027, 5, 31): "Memorial Day",
    date(2027, 11, 25): "Thanksgiving Day",
    date(2027, 11, 26): "Day After Thanksgiving",
    date(2027, 12, 25): "Christmas Day",
}
NAMED = {
    date(2025, 10, 13): "Columbus Day",
    date(2025, 10, 31): "Halloween",
    date(2026, 2, 14): "Valentine's Day",
    date(2026, 2, 16): "Washington's Birthday",
    date(2026, 3, 17): "Saint Patrick's Day",
    date(2026, 4, 5): "Easter Sunday",
    date(2026, 5, 10): "Mother's Day",
    date(2026, 6, 21): "Father's Day",
    date(2027, 3, 28): "Easter Sunday",
    date(2027, 5, 9): "Mother's Day",
}
EXAMPLES = examples(example_plan())
FILE = Path(__file__).parents[1] / "golden" / "ask_phrases.txt"
LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
READ = [line.split(" = ") for line in LINES if " = " in line]
REFUSED = [line.split(" : ") for line in LINES if " = " not in line]


def context() -> Context:
    return Context(example_plan(), TODAY, HOLIDAYS, named=NAMED)


def days(understood: AskedDays) -> str:
    first, last, part = understood
    dates = str(first) if first == last else f"{first}..{last}"
    at = f"at {part:%H:%M}" if isinstance(part, time) else part
    if isinstance(part, Hours):
        at = f"{part.start:%H:%M}-{part.end:%H:%M}"
    return f"{dates} {at}" if at else dates


def told(question: Question) -> str:
    """A question as the list writes it."""
    match question:
        case IsFree(reading):
            other = f" or {days(reading.other)}" if reading.other else ""
            return days(reading.taken) + other
        case Wanted():
            return told_wish(question)
        case Stretch(within, minutes, held, barred, second):
            limits = [f" with {days(one)}" for one in held]
            limits += [f" without {days(one)}" for one in barred]
            other = f" or {days(second)}" if second else ""
            return f"{minutes / 60:g} h {days(within)}{''.join(limits)}{other}"
        case EnoughLeave(reading, leave, _):
            other = f" or {days(reading.other)}" if reading.other else ""
            return f"enough {leave} {days(reading.taken)}{other}"
        case LeaveLeft(reading, leave):
            return f"{leave or 'leave'} left {days(reading.taken)}"
        case LeaveTaken(within, leave):
            return f"{leave or 'leave'} taken {days(within)}"
        case (
            WhenNext()
            | WhenLast()
            | WeekdaysWorked()
            | IsPayday()
            | HoursAsked()
            | WhoCould()
            | BothOff()
            | TheirDays()
        ):
            return told_of_work(question)


def told_wish(wanted: Wanted) -> str:
    within, number, weekday, part, a_week, without, _, _, or_night, second = wanted
    part_name = f"{part or ''}{' or night' if or_night else ''}"
    if a_week is not None:
        kind = f"{a_week} {part_name or 'day'}s a week"
    elif number == 2 and weekday == 5:
        kind = "weekend"
    elif number == 3 and weekday == 4:
        kind = "long weekend"
    elif weekday is not None:
        kind = f"{WEEKDAYS[weekday]} {part_name}".strip()
    else:
        kind = part_name or f"{number} days"
    other = f" or {days(second)}" if second else ""
    return f"{kind}{' without leave' if without else ''} {days(within)}{other}"


def told_of_work(
    question: WhenNext
    | WhenLast
    | WeekdaysWorked
    | IsPayday
    | HoursAsked
    | WhoCould
    | BothOff
    | TheirDays,
) -> str:
    match question:
        case WhenNext(what, _, _, date() as after):
            return f"next {what} after {after}"
        case WhenNext(what, within, second):
            other = f" or {days(second)}" if second else ""
            return f"next {what} {days(within) if within else ''}{other}".rstrip()
        case WhenLast(what, before):
            return f"last {what} before {before}" if before else f"last {what}"
        case WeekdaysWorked(within, weekday, soonest):
            return f"{'next ' if soonest else ''}{WEEKDAYS[weekday]}s worked {days(within)}"
        case IsPayday(reading):
            return f"payday {days(reading.taken)}"
        case HoursAsked(asked, unit, figure, second):
            other = f" or {days(second)}" if second else ""
            return f"{figure} {unit or 'days'} {days(asked)}{other}"
        case WhoCould(reading, _):
            return f"who {days(reading.taken)}"
        case BothOff() | TheirDays():
            raise AssertionError("the list has no colleagues")


@pytest.mark.parametrize(("phrase", "meaning"), READ, ids=[phrase for phrase, _ in READ])
def test_a_phrase_is_read_as_it_is_meant(phrase: str, meaning: str) -> None:
    assert told(read_question(phrase, context())) == meaning


@pytest.mark.parametrize(("phrase", "named"), REFUSED, ids=[phrase for phrase, _ in REFUSED])
def test_what_is_not_known_is_refused_with_its_words_and_what_can_be_asked(
    phrase: str, named: str
) -> None:
    with pytest.raises(NotUnderstoodError) as refusal:
        read_question(phrase, context())
    assert all(word in str(refusal.value) for word in named.split(", "))
    offered = refusal.value.examples
    assert str(refusal.value).endswith(f"You can ask: {'; '.join(offered)}.")
    assert 3 <= len(offered) <= len(EXAMPLES)
    assert len(set(offered)) == len(offered)
    for one in offered:
        read_question(one, context())  # what is offered is understood


def test_a_refusal_says_no_more_than_the_beginning_of_what_is_long() -> None:
    with pytest.raises(NotUnderstoodError) as refusal:
        read_question("x" * 5000, context())
    assert refusal.value.reason == f'Not understood: "{"x" * 60}...".'


def test_the_list_is_long_enough() -> None:
    assert len(LINES) >= 300
    assert len({line.split(" = ")[0].split(" : ")[0] for line in LINES}) == len(LINES)
    assert len(REFUSED) >= len(LINES) / 3


def test_a_break_under_way_is_my_break() -> None:
    in_it = context()._replace(today=date(2025, 10, 12))
    assert told(read_question("my break", in_it)) == "2025-10-10..2025-10-15"
    assert told(read_question("my next break", in_it)) == "2025-11-21..2025-11-26"


def test_how_long_one_is_off_has_the_days_off_on_either_side() -> None:
    """Saturday to Monday, September 13-15, lie between two weeks with work from Tuesday on."""
    for day in (13, 14, 15):
        off = context()._replace(today=date(2025, 9, day))
        for text in (
            "how long am I off now",
            "since when have I been off",
            "how long am I off for",
        ):
            assert told(read_question(text, off)) == "2025-09-13..2025-09-15"
    months = Absence(AbsenceKind.LEAVE, date(2025, 9, 10), date(2025, 12, 31))
    away = add_change(example_plan(), months, datetime(2025, 9, 1, tzinfo=UTC))
    with pytest.raises(NotUnderstoodError, match="off for more than 90 days"):
        read_question("how long am I off", context()._replace(plan=away))


def test_on_a_saturday_the_weekend_is_this_one() -> None:
    saturday = context()._replace(today=date(2025, 9, 13))
    assert told(read_question("this weekend", saturday)) == "2025-09-13..2025-09-14"
    assert told(read_question("next weekend", saturday)) == "2025-09-20..2025-09-21"
    assert told(read_question("next week", saturday)) == "2025-09-15..2025-09-21"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("banana July 17, 2027", "Saturday, July 17, 2027"),
        ("banana July 17 or July 18, 2027", EXAMPLES[0]),
        ("banana July 17 - 19, 2027", "July 17-19, 2027"),
        ("banana June 31, 2027", EXAMPLES[0]),
        ("Dec 12-14 and Dec 20", EXAMPLES[0]),
        ("Monday Oct 17 2025", EXAMPLES[0]),
        ("banana", EXAMPLES[0]),
        ("lunch with banana on Friday at 7 pm", "Friday, September 12, 2025 at 7 pm"),
        ("a banana tomorrow night", "Thursday, September 11, 2025 evening"),
        ("bananas over Christmas", "Thursday, December 25, 2025"),
        ("not Friday", EXAMPLES[0]),
        ("every banana but Friday", EXAMPLES[0]),
        ("what does May think", EXAMPLES[0]),
        ("will April cover banana Dec 22", "who can take my shift Friday, September 12, 2025"),
        ("my shift on banana Sep 16", "Tuesday, September 16, 2025"),
        ("a banana at 3 on Dec 17", "Wednesday, December 17, 2025"),
        ("which weekends will my boss work in May", "May 2026"),
        ("holiday banana", "which holidays do I work this year"),
        ("hours of banana", "hours this month"),
    ],
)
def test_a_refusal_offers_first_what_is_nearest(text: str, first: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_question(text, context())
    assert refused.value.examples[0] == first


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("free evenings in the first week of November?", "free evenings in November 3-9, 2025"),
        (
            "Hours in the first week of January",
            "Hours in December 29, 2025 - January 4, 2026",
        ),
        ("days off until the weekend", "days off September 10-14, 2025"),
        ("first week of November", ""),
    ],
)
def test_the_second_reading_is_asked_in_the_same_words(text: str, same: str) -> None:
    told = ask(Schedule(example_plan()), text, context())
    assert told.reading.other is not None
    assert told.again == same


@pytest.mark.parametrize(
    ("today", "meaning"),
    [
        (date(2026, 4, 20), "2026-05-04 or 2026-04-04"),
        (date(2026, 5, 20), "2026-06-04 or 2026-07-04"),
        (date(2026, 6, 10), "2026-07-04 or 2026-06-04"),
        (date(2026, 7, 5), "2026-08-04 or 2026-07-04"),
    ],
)
def test_before_the_fourth_of_july_the_4th_may_be_that_day(today: date, meaning: str) -> None:
    for text in ("do I work the 4th", "am I off on the 4th"):
        assert told(read_question(text, context()._replace(today=today))) == meaning


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("need 5 days straight for a banana in November", "four days in a row in November 2025"),
        ("banana days off with two Fridays in November", "days off in November 2025"),
        ("banana weekends off in May and June", "free weekends next month"),
    ],
)
def test_a_refusal_keeps_the_month_that_is_named(text: str, offered: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_question(text, context())
    assert offered in refused.value.examples
