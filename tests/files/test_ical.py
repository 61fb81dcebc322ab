"""The calendar file's bytes: as approved, by the rules that phones need, the same everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from ics_text import all_day, components, lines, starts, vevents
from strategies import plans

from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, Swap
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical
from heartplanner.files.plan import planfile
from tests.examples import tries

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden" / "example-2025-08.ics"
SPECIMEN = TESTS / "plans" / "v1.json"
FIRST, LAST = date(2025, 7, 28), date(2025, 9, 8)
NOW = datetime(2025, 7, 1, tzinfo=UTC)

SHIFTS = [
    *((7, day) for day in (29, 30)),
    *((8, day) for day in (1, 5, 6, 8, 15, 16, 17, 19, 20, 22, 25, 26, 27)),
    *((9, day) for day in (5, 6, 7)),
]
ADMINS = [(7, 31), (8, 7), (8, 14), (8, 21), (8, 28), (9, 4)]

EACH = {
    "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
    "STATUS", "CLASS", "TRANSP",
}  # fmt: skip
BARRED = re.compile(
    r"METHOD|CATEGORIES|RDATE|EXDATE|DURATION|RECURRENCE-ID|ATTENDEE|ORGANIZER|BEGIN:VALARM|STATUS:CANC"
)


@pytest.fixture
def specimen() -> Plan:
    return planfile.load(SPECIMEN).plan


def specimen_calendar() -> bytes:
    return ical.calendar(Schedule(planfile.load(SPECIMEN).plan), FIRST, date(2026, 3, 31))


def test_example_is_as_approved(example: Plan) -> None:
    assert ical.calendar(Schedule(example), FIRST, LAST) == GOLDEN.read_bytes()


def test_approved_is_the_roster_of_the_domain() -> None:
    timed, days_off = [], []
    for event in vevents(GOLDEN.read_bytes()):
        on = (starts(event).month, starts(event).day)
        (days_off if all_day(event) else timed).append((on, event["SUMMARY"]))
    expected = [(day, "HEART 9-9") for day in SHIFTS] + [(day, "HEART admin") for day in ADMINS]
    assert timed == sorted(expected)
    assert days_off == [((8, 29), "Break, 6 days")]


def test_approved_has_the_hours_of_the_domain() -> None:
    ends = {"HEART 9-9": ("T090000", "T210000"), "HEART admin": ("T090000", "T130000")}
    for event in vevents(GOLDEN.read_bytes()):
        if event["SUMMARY"] in ends:
            hours = [event[f"{name};TZID=America/New_York"][8:] for name in ("DTSTART", "DTEND")]
            assert tuple(hours) == ends[event["SUMMARY"]]


def test_noon_to_midnight_ends_at_the_next_days_beginning() -> None:
    event = next(e for e in vevents(specimen_calendar()) if e["SUMMARY"] == "HEART noon-midnight")
    assert event["DTSTART;TZID=America/New_York"] == "20250913T120000"
    assert event["DTEND;TZID=America/New_York"] == "20250914T000000"


def expect_lines(data: bytes) -> None:
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert all(line.isprintable() for line in lines(data))


def expect_calendar(data: bytes) -> None:
    text = lines(data)
    for line in ("VERSION:2.0", "CALSCALE:GREGORIAN", "NAME:HEART", "X-WR-CALNAME:HEART"):
        assert text.count(line) == 1
    assert sum(line.startswith("PRODID:") for line in text) == 1
    assert [line for line in text if BARRED.match(line)] == []
    (zone,) = components(data, "VTIMEZONE")
    assert "TZID:America/New_York" in zone
    assert sum(line.startswith("RRULE:") for line in zone) == 2
    assert sum(line.startswith("RRULE") for line in text) == 2
    assert text.count("BEGIN:VTIMEZONE") == 1


def expect_events(data: bytes, plan: Plan) -> None:
    uids = set()
    for event in vevents(data):
        names = {name.split(";")[0] for name in event}
        more = {"X-MICROSOFT-CDO-ALLDAYEVENT"} if all_day(event) else set()
        # An appointment has no more words than its title.
        assert names - {"DESCRIPTION"} == (EACH | more) - {"DESCRIPTION"}
        assert "DESCRIPTION" in names or "-entry-" in event["UID"]
        assert event["DTSTAMP"] == event["LAST-MODIFIED"]
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert 0 <= int(event["SEQUENCE"]) < len(plan.history)
        assert event["STATUS"] == "CONFIRMED"
        assert event["TRANSP"] == ("TRANSPARENT" if all_day(event) else "OPAQUE")
        assert event["UID"].isascii()
        assert len(event["UID"]) < 255
        assert event["UID"].startswith(plan.id)
        uids.add(event["UID"])
    assert len(uids) == len(vevents(data))


@settings(max_examples=tries(15, 25))
@given(plans())
def test_every_calendar_keeps_the_rules_that_phones_need(plan: Plan) -> None:
    data = ical.calendar(Schedule(plan), plan.start, plan.start + timedelta(days=75))
    expect_lines(data)
    expect_calendar(data)
    expect_events(data, plan)


def test_calendar_with_every_kind_of_change_keeps_them_too(specimen: Plan) -> None:
    data = specimen_calendar()
    expect_lines(data)
    expect_calendar(data)
    expect_events(data, specimen)


def test_calendar_of_no_days_is_a_calendar(example: Plan) -> None:
    data = ical.calendar(Schedule(example), date(2025, 7, 1), date(2025, 7, 2))
    expect_lines(data)
    expect_calendar(data)
    assert vevents(data) == []


def test_ten_years_stay_under_the_limit_of_a_megabyte(example: Plan) -> None:
    assert len(ical.calendar(Schedule(example), FIRST, date(2028, 7, 27))) * 10 / 3 < 1_000_000


@pytest.mark.parametrize("day", [(8, 5), (8, 7), (8, 12), (8, 30), (10, 6)])
def test_private_words_are_nowhere_in_it(day: tuple[int, int], example: Plan) -> None:
    """A note on a shift, an admin block, a day off, a break and a leave; a swap's colleague."""
    on = date(2025, *day)
    whats = [
        Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 6)),
        Swap(date(2025, 8, 6), date(2025, 8, 9), None, "Quetzal"),
        Swap(date(2025, 8, 8), None, None, "Quetzal"),
        Swap(None, date(2025, 8, 10), None, "Quetzal"),
        Note(on, "Xylophone"),
    ]
    plan = example
    for what in whats:
        plan = edits.add_change(plan, what, NOW)
    text = "\n".join(lines(ical.calendar(Schedule(plan), FIRST, date(2025, 10, 31))))
    assert "a colleague" in text
    assert "Quetzal" not in text
    assert "Xylophone" not in text


@pytest.mark.parametrize("word", ["Zo\xeb", "N\xfa\xf1ez", "Keys", "back door", "Ana"])
def test_specimens_private_words_are_nowhere_in_it(word: str) -> None:
    assert word in SPECIMEN.read_text(encoding="utf-8")
    assert word not in "\n".join(lines(specimen_calendar()))


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
        {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "de_DE.UTF-8",
            "PYTHONHASHSEED": "3",
            "PYTHONUTF8": "0",
        },
    ],
    ids=["Tokyo", "Durham-Turkish", "Kiritimati-German"],
)
def test_same_bytes_wherever_it_is_exported(environment: dict[str, str], tmp_path: Path) -> None:
    command = ["-m", "heartplanner", "export", "--plan", str(SPECIMEN), "-o", "-"]
    done = subprocess.run(
        [sys.executable, *command, "--from", "2025-07-28", "--to", "2026-03-31"],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout == specimen_calendar()
