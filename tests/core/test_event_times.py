"""When is the dentist: own appointments and other calendars' events, and whom \"we\" is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from heartplanner.core.ask.ask import ask
from heartplanner.core.ask.asked_days import AskedDays
from heartplanner.core.ask.not_understood import NotUnderstoodError, Place
from heartplanner.core.ask.phrases import read_question
from heartplanner.core.ask.question import (
    BothOff,
    Context,
)
from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.plan.own_entry import OwnEntry
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.schedule import Schedule

AT = datetime(2025, 9, 1, tzinfo=UTC)
TODAY = date(2025, 9, 10)
FREE = date(2025, 9, 15)
"""A Monday that is free in the example."""
OCTOBER = AskedDays(date(2025, 10, 1), date(2025, 10, 31))


def event(day: date, title: str, source: str = "") -> Occurrence:
    start = datetime(day.year, day.month, day.day, 14, tzinfo=ZONE)
    return Occurrence(start, start + timedelta(hours=1), title, source=source)


EVENTS = EventIndex(
    [
        event(date(2025, 9, 9), "Dentist, Dr. Ray"),
        event(date(2025, 9, 16), "Dentist, Dr. Ray"),
        event(date(2025, 12, 2), "dentist again"),
        event(date(2025, 9, 12), "school play", "Sam"),
    ],
    date(2025, 1, 1),
    date(2026, 12, 31),
)


@pytest.mark.parametrize(
    ("text", "sentence", "facts"),
    [
        (
            "when is the dentist",
            "Tuesday, September 16, 2025: Dentist, Dr. Ray, 2 pm-3 pm.",
            ("Then Tue, Dec 2: dentist again, 2 pm-3 pm.",),
        ),
        ("When's my school play?", "Friday, September 12, 2025: Sam: school play, 2 pm-3 pm.", ()),
    ],
)
def test_it_is_found_by_words_of_its_title(
    example: Plan, text: str, sentence: str, facts: tuple[str, ...]
) -> None:
    told = ask(Schedule(example), text, Context(example, TODAY, {}, events=EVENTS))
    assert (told.sentence, told.facts) == (sentence, facts)


def test_what_is_called_otherwise_is_not_found(example: Plan) -> None:
    with pytest.raises(NotUnderstoodError):
        read_question("when is the haircut", Context(example, TODAY, {}, events=EVENTS))


def test_we_are_oneself_and_the_only_one_who_is_known(example: Plan) -> None:
    text = "when are we both free in October"
    with pytest.raises(NotUnderstoodError) as refused:
        read_question(text, Context(example, TODAY, {}))
    assert refused.value.place is Place.COLLEAGUES
    one = add_calendar(example, OtherCalendar("Sam", "/sam.ics"), AT)
    assert read_question(text, Context(one, TODAY, {})) == BothOff(("Sam",), OCTOBER)
    assert read_question("do we have days off in October", Context(one, TODAY, {})) == BothOff(
        ("Sam",), OCTOBER
    )
    two = add_calendar(one, OtherCalendar("Kim", "/kim.ics"), AT)
    with pytest.raises(NotUnderstoodError, match="Say with whom, such as: when are Kim and I"):
        read_question(text, Context(two, TODAY, {}))


def test_a_calendar_that_is_hidden_is_said_to_be(example: Plan) -> None:
    hidden = OtherCalendar("Sam-shifts", "/sam.ics")._replace(shown=False)
    plan = add_calendar(example, hidden, AT)
    with pytest.raises(NotUnderstoodError) as refused:
        read_question("when are Sam-shifts and I both free in October", Context(plan, TODAY, {}))
    assert refused.value.reason == "Sam-shifts is hidden, so nothing is said of it."
    assert refused.value.place is Place.CALENDARS


def test_days_both_off_name_ones_own_appointments(example: Plan) -> None:
    plan = add_calendar(example, OtherCalendar("Sam", "/sam.ics"), AT)
    dentist = OwnEntry(1, "Dentist", FREE, FREE, Hours(time(14), time(15)))
    plan = plan._replace(entries=(dentist,))
    read = EventIndex([], date(2025, 1, 1), date(2026, 12, 31))
    context = Context(plan, TODAY, {}, events=read)
    told = ask(Schedule(plan), "when are Sam and I both off sep 15", context)
    assert [one.why for one in told.options] == ["Both off; Dentist, 2 pm-3 pm"]


def test_conflicts_are_led_to(example: Plan) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_question("what conflicts do I have in December", Context(example, TODAY, {}))
    assert refused.value.place is Place.CALENDARS


def test_a_calendar_is_named_by_its_first_word_where_that_is_plain(example: Plan) -> None:
    one = add_calendar(example, OtherCalendar("Sam work", "/sam.ics"), AT)
    text = "when are Sam and I both free in October"
    assert read_question(text, Context(one, TODAY, {})) == BothOff(("Sam work",), OCTOBER)
    text = "when are we both free in October"
    assert read_question(text, Context(one, TODAY, {})) == BothOff(("Sam work",), OCTOBER)
    two = add_calendar(one, OtherCalendar("Sam school", "/school.ics"), AT)
    mine = add_calendar(example, OtherCalendar("My choir", "/choir.ics"), AT)
    for plan, asked in ((two, "is Sam off Dec 5"), (mine, "is my off Dec 5")):
        with pytest.raises(NotUnderstoodError):
            read_question(asked, Context(plan, TODAY, {}))
    with pytest.raises(NotUnderstoodError) as refused:
        read_question("is Sam off Dec 5", Context(two, TODAY, {}))
    assert refused.value.place is Place.CALENDAR_NAMES


def test_the_times_of_an_appointment_within_a_month_are_told(example: Plan) -> None:
    dentist = OwnEntry(1, "Dentist", FREE, FREE, Hours(time(14), time(15)))
    plan = example._replace(entries=(dentist,))
    told = ask(Schedule(plan), "dentist in September", Context(plan, TODAY, {}))
    assert told.sentence == "Monday, September 15, 2025: Dentist, 2 pm-3 pm."
    with pytest.raises(NotUnderstoodError, match="Say on which day"):
        read_question("dentist in October", Context(plan, TODAY, {}))
