"""Series in which some times name a zone and others none; expected days and hours are written by hand."""

from __future__ import annotations

from datetime import date

import pytest

from heartplanner.files.roster import child

LOCAL = ("DTSTART:20261201T090000", "DTEND:20261201T210000")
ZONED = (
    "DTSTART;TZID=America/New_York:20261201T090000",
    "DTEND;TZID=America/New_York:20261201T210000",
)


def occurrences(*lines: str) -> list[str]:
    """When each occurrence of a series begins and ends."""
    event = ("BEGIN:VEVENT", "UID:a", "SUMMARY:Shift", *lines, "END:VEVENT")
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""))
    told = child.read(text.encode(), date(2026, 11, 1), date(2026, 11, 28))["events"]
    assert all(not one["refused"] for one in told)
    return [f"{one['start'][5:16]} {one['end'][11:16]}" for one in told]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        # 14:00 in UTC, and 6 am in Los Angeles, are 9 am in Durham.
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261202T140000Z"), [1, 3]),
        (
            ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=America/Los_Angeles:20261202T060000"),
            [1, 3],
        ),
        (("RRULE:FREQ=DAILY;COUNT=2", "RDATE:20261205T140000Z"), [1, 2, 5]),
        (("RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20261202T090000"), [1]),
        (("RRULE:FREQ=DAILY;UNTIL=20261203T140000Z",), [1, 2, 3]),
        (("RRULE:FREQ=DAILY;UNTIL=20261203T090000",), [1, 2, 3]),
    ],
)
def test_times_without_a_zone_stay_durhams_beside_others(
    lines: tuple[str, ...], days: list[int]
) -> None:
    assert occurrences(*LOCAL, *lines) == [f"12-{day:02}T09:00 21:00" for day in days]


def test_the_last_occurrence_of_a_local_until_is_there() -> None:
    rule = "RRULE:FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261211T090000"
    days = ["12-01", "12-04", "12-08", "12-11"]
    assert occurrences(*ZONED, rule) == [f"{day}T09:00 21:00" for day in days]
    in_utc = rule.replace("T090000", "T140000Z")
    assert occurrences(*ZONED, in_utc) == [f"{day}T09:00 21:00" for day in days]
