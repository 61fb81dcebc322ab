"""What stands beside the titles of a calendar, and around its events."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.files.roster import child
from heartplanner.files.roster.roster_file import source_from

START, TODAY = date(2025, 7, 28), date(2026, 11, 28)


def shift(day: int, *lines: str, uid: str = "") -> str:
    hours = (f"DTSTART:202612{day:02}T090000", f"DTEND:202612{day:02}T210000")
    said = (
        "BEGIN:VEVENT",
        f"UID:{uid or day}",
        *hours,
        "SUMMARY:HEART shift",
        *lines,
        "END:VEVENT",
    )
    return "\r\n".join(said)


def all_day(day: int, title: str) -> str:
    said = ("BEGIN:VEVENT", "UID:all", f"DTSTART;VALUE=DATE:202612{day:02}", f"SUMMARY:{title}")
    return "\r\n".join((*said, "END:VEVENT"))


def calendar(*parts: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""))


def days_of(text: str, name: str = "", *, changes: bool = False) -> list[int]:
    source = source_from(child.read(text.encode(), START, TODAY))
    roster = read_roster(source, RosterQuestion(START, TODAY, name=name, changes=changes))
    return [each.date.day for each in roster.readings]


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("DESCRIPTION:Bring your badge", True),
        ("DESCRIPTION:Kim took this one", False),
        ("DESCRIPTION:-> Kim", False),
        ("DESCRIPTION:Kim 4 me", False),
        ("DESCRIPTION:don't come", False),
        ("DESCRIPTION:starts 11am", False),
        ("X-ALT-DESC:<b>Dropped</b>", False),
        ("X-STATUS:DROPPED", False),
    ],
)
def test_what_is_said_beside_a_title_may_take_its_shift_back(line: str, is_read: bool) -> None:
    text = calendar(shift(1), shift(2, line), shift(3))
    assert days_of(text) == ([1, 2, 3] if is_read else [1, 3])


def test_a_description_may_say_whose_an_event_is() -> None:
    own, other = "DESCRIPTION:Employee: Reyes", "DESCRIPTION:Employee: Kim"
    text = calendar(shift(1, own), shift(2, other), shift(3, own))
    assert days_of(text, "Reyes") == [1, 3]


@pytest.mark.parametrize(
    ("line", "name", "days"),
    [
        ("X-WR-CALNAME:Work", "Reyes", [1, 2]),
        ("X-WR-CALNAME:Reyes's shifts", "Reyes", [1, 2]),
        ("X-WR-CALNAME:Kim's shifts", "Reyes", []),
        ("X-WR-CALNAME:Kim", "Reyes", []),
        ("X-WR-CALNAME:Kim", "", [1, 2]),
        ("X-WR-CALNAME:OLD - do not use", "", []),
        ("X-WR-CALDESC:Draft\\, final on Dec 1", "", []),
    ],
)
def test_what_a_calendar_is_called_may_take_its_shifts_back(
    line: str, name: str, days: list[int]
) -> None:
    assert days_of(calendar(line, shift(1), shift(2)), name) == days


def test_a_second_calendar_of_another_is_asked_about() -> None:
    text = calendar(shift(1)) + calendar("X-WR-CALNAME:Kim", shift(7))
    assert days_of(text) == []


def test_of_two_versions_the_one_that_was_changed_last_counts() -> None:
    older = shift(2, "LAST-MODIFIED:20261101T000000Z", uid="one")
    newer = shift(3, "LAST-MODIFIED:20261102T000000Z", uid="one")
    assert days_of(calendar(shift(1), older, newer)) == [1, 3]


def test_an_all_day_event_may_say_that_another_works() -> None:
    assert days_of(calendar(shift(1), shift(2), all_day(2, "Kim works for me"))) == [1]
    away = calendar(shift(1), shift(2), all_day(2, "Out of office"))
    assert (days_of(away), days_of(away, changes=True)) == ([1, 2], [1])


def test_an_event_over_several_days_may_take_back_each_of_them() -> None:
    draft = all_day(1, "DRAFT SCHEDULE").replace(
        "\r\nSUMMARY", "\r\nDTEND;VALUE=DATE:20261203\r\nSUMMARY"
    )
    assert days_of(calendar(shift(1), shift(2), shift(4), draft)) == [4]
    away = draft.replace("DRAFT SCHEDULE", "Lee in Raleigh")
    assert days_of(calendar(shift(1), shift(2), shift(4), away)) == [1, 2, 4]


@pytest.mark.parametrize(
    "line",
    [
        "DESCRIPTION:until 5pm", "DESCRIPTION:until 5p", "DESCRIPTION:in at 11", "DESCRIPTION:optional",
        "DESCRIPTION:sold", "DESCRIPTION:waitlist", "DESCRIPTION:waiting list", "DESCRIPTION:unapproved",
        "DESCRIPTION:unpaid", "DESCRIPTION:test",
        "COMMENT:optional", "X-ALT-DESC:<s>9-9</s>", "X-NOTE:cancelled", "RESOURCES:Kim",
        "LOCATION:Remote - Denver (MT)",
    ],
)  # fmt: skip
def test_a_remark_by_which_a_shift_is_not_sure_leaves_its_day_open(line: str) -> None:
    assert days_of(calendar(shift(7), shift(8, line))) == [7]


@pytest.mark.parametrize(
    "line", ["RESOURCES:VAN 2", "LOCATION:Mt Zion Church\\, Durham", "X-NOTE:"]
)
def test_a_van_or_a_place_leaves_its_day_as_it_is(line: str) -> None:
    assert days_of(calendar(shift(7), shift(8, line))) == [7, 8]


def test_a_weekly_series_that_does_not_begin_on_its_weekday_is_not_read() -> None:
    # RFC 5545, 3.8.5.3: what such a rule means is not defined. December 8, 2026 is a Tuesday.
    assert days_of(calendar(shift(7), shift(8, "RRULE:FREQ=WEEKLY;COUNT=1;BYDAY=WE"))) == [7]
    assert days_of(calendar(shift(8, "RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=TU"))) == [8, 15]
