"""Calendars of others: read by their events, refused in one line where they could do harm."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.marks import cycle_day
from heartplanner.core.finder.roster import read_roster
from heartplanner.core.plan.model import EXAMPLE_ROTATION
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar.ical import calendar
from heartplanner.files.calendar.roster_import import read_roster_text
from heartplanner.files.disk import FileError

START = date(2025, 7, 28)


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:1", "DTSTAMP:20250101T000000Z", *lines, "END:VEVENT"])


def write(path: Path, *components: str) -> Path:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *components, "END:VCALENDAR"]
    path.write_text("\r\n".join(parts) + "\r\n", encoding="utf-8", newline="")
    return path


SHIFT = ("DTSTART:20250802T130000Z", "DTEND:20250803T010000Z", "SUMMARY:Shift")


def test_our_own_calendar_is_read_back_as_the_rotation(tmp_path: Path) -> None:
    file = tmp_path / "own.ics"
    file.write_bytes(calendar(Schedule(example_plan()), START, date(2025, 9, 7)))
    roster = read_roster(read_roster_text(file, START, START), START)
    assert roster.unread == ()
    for mark in roster.marks:
        letter = EXAMPLE_ROTATION.letters[cycle_day(START, mark.date) - 1]
        assert mark.letter == {"S": "D"}.get(letter, letter)
    assert len(roster.marks) == 18 + 6 + 6


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (SHIFT, ["2025-08-02 09:00-21:00 Shift"]),
        (
            ("DTSTART;TZID=Eastern Standard Time:20250802T120000",
             "DTEND;TZID=Eastern Standard Time:20250803T000000", "SUMMARY:Late"),
            ["2025-08-02 12:00-00:00 Late"],
        ),
        (
            ("DTSTART:20250802T090000", "DTEND:20250802T210000", "SUMMARY:Floating"),
            ["2025-08-02 09:00-21:00 Floating"],
        ),
        (
            ("DTSTART;VALUE=DATE:20250829", "DTEND;VALUE=DATE:20250831", "SUMMARY:Off"),
            ["2025-08-29 Off", "2025-08-30 Off"],
        ),
        (
            (*SHIFT, "RRULE:FREQ=WEEKLY;COUNT=2"),
            ["2025-08-02 09:00-21:00 Shift", "2025-08-09 09:00-21:00 Shift"],
        ),
        ((*SHIFT, "STATUS:CANCELLED"), []),
        ((*SHIFT, "STATUS:TENTATIVE"), ["2025-08-02 09:00-21:00 Shift (tentative)"]),
        (
            ("DTSTART:20250801T130000Z", "DTEND:20250804T010000Z", "SUMMARY:Camp"),
            ["2025-08-01 09:00-21:00 until 2025-08-03 Camp"],
        ),
        (
            ("DTSTART;TZID=Mars/Base:20250802T090000", "SUMMARY:Far"),
            ["Far, in the time zone 'Mars/Base', which is not known"],
        ),
    ],
)  # fmt: skip
def test_events_are_read_as_lines(
    tmp_path: Path, lines: tuple[str, ...], expected: list[str]
) -> None:
    file = write(tmp_path / "their.ics", event(*lines))
    assert read_roster_text(file, START, START).splitlines() == expected


@pytest.mark.parametrize(
    "components",
    [
        [event(*SHIFT, "RRULE:FREQ=SECONDLY")],
        [event(*SHIFT, "RRULE:FREQ=DAILY;INTERVAL=0")],
        [event(*SHIFT, "RRULE:FREQ=DAILY;INTERVAL=2000")],
        [event(*SHIFT, "RRULE:FREQ=DAILY;BYSECOND=1,2,3")],
        [event(*SHIFT, "EXRULE:FREQ=DAILY")],
        [event(*SHIFT, "RDATE:" + ",".join(["20250803T130000Z"] * 201))],
        [event(*SHIFT)] * 5001,
        ["BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE"] * 51,
        ["X:" + "x" * 70_000],
        ["X:1"] * 100_001,
        ["BEGIN:VEVENT"] * 3000,
        ["BEGIN:X-A"] * 40_000,
        [event(*SHIFT, "RRU\u2028 LE:FREQ=SECONDLY")],
        [event(*SHIFT, "RRU\x0b LE:FREQ=SECONDLY")],
        [event("DTSTART:garbage", "SUMMARY:x")],
    ],
    ids=range(15),
)
def test_what_could_do_harm_is_one_line(tmp_path: Path, components: list[str]) -> None:
    file = write(tmp_path / "bad.ics", *components)
    began = time.monotonic()
    with pytest.raises(FileError) as caught:
        read_roster_text(file, START, START)
    assert "\n" not in str(caught.value)
    assert str(file) in str(caught.value)
    assert time.monotonic() - began < 15


def test_a_text_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "roster.txt"
    file.write_bytes(b"\xef\xbb\xbf8/2 9a-9p\r\n")
    assert read_roster_text(file, START, START) == "8/2 9a-9p\r\n"
    file.write_bytes("8/2 9a–9p".encode("cp1252"))
    assert read_roster_text(file, START, START) == "8/2 9a–9p"
