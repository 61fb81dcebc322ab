"""Events of a calendar on their days: as recurring-ical-events has them, and what is not read in a line."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files.events import event_reader
from heartplanner.files.events.event_reader import plain_title, read_events
from heartplanner.files.roster import child
from heartplanner.files.roster.calendars import calendar_zones
from heartplanner.files.roster.kinds import RefusedError
from tests.examples import tries

FIRST, LAST = date(2025, 9, 1), date(2026, 4, 30)


def calendar(*events: str, head: str = "") -> bytes:
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@x\r\n" + text.replace("\n", "\r\n") + "\r\nEND:VEVENT\r\n"
        for number, text in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{body}END:VCALENDAR\r\n".encode()


def told(data: bytes, first: date = FIRST, last: date = LAST) -> list[tuple[Any, ...]]:
    """Title, start, end, whether it is all day, whether busy; local times of Durham as one writes them."""
    return [
        (title, start[:16], end[:16], all_day, busy)
        for title, start, end, all_day, busy, _ in read_events(data, first, last)["events"]
    ]


def test_many_calendars_in_one_file_list_the_zones_once(monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[int] = []

    def names() -> set[str]:
        listed.append(1)
        return {"America/New_York"}

    monkeypatch.setattr(calendar_zones, "available_timezones", names)
    text = "SUMMARY:choir\nDTSTART;TZID=America/New_York:20250904T150000\nDURATION:PT1H"
    data = calendar(text) * 30
    assert len(told(data)) == 30
    assert len(listed) == 1
    assert len(child.read(data, FIRST, LAST)["events"]) == 30
    assert len(listed) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SUMMARY:dentist\nDTSTART;TZID=America/New_York:20250904T150000\nDURATION:PT1H",
            [("dentist", "2025-09-04T15:00", "2025-09-04T16:00", False, True)],
        ),
        (  # in UTC, of which Durham is four hours behind in summer
            "SUMMARY:call\nDTSTART:20250904T150000Z\nDTEND:20250904T153000Z",
            [("call", "2025-09-04T11:00", "2025-09-04T11:30", False, True)],
        ),
        (
            "SUMMARY:train\nDTSTART;TZID=Europe/Berlin:20251231T230000\nDURATION:PT2H",
            [("train", "2025-12-31T17:00", "2025-12-31T19:00", False, True)],
        ),
        (
            "SUMMARY:floating\nDTSTART:20250904T150000\nDTEND:20250904T160000",
            [("floating", "2025-09-04T15:00", "2025-09-04T16:00", False, True)],
        ),
        (
            "SUMMARY:trip\nDTSTART;VALUE=DATE:20250919\nDTEND;VALUE=DATE:20250922",
            [("trip", "2025-09-19T00:00", "2025-09-22T00:00", True, True)],
        ),
        (
            "SUMMARY:birthday\nDTSTART;VALUE=DATE:20250919\nTRANSP:TRANSPARENT",
            [("birthday", "2025-09-19T00:00", "2025-09-20T00:00", True, False)],
        ),
        (
            "SUMMARY:coffee\nDTSTART:20250904T150000\nSTATUS:CANCELLED",
            [("canceled: coffee", "2025-09-04T15:00", "2025-09-04T15:00", False, False)],
        ),
        (  # 2:30 does not exist on March 8, 2026: the clock shows 3:30 then (RFC 5545, 3.3.5)
            "SUMMARY:early\nDTSTART:20260308T023000\nDTEND:20260308T040000",
            [("early", "2026-03-08T03:30", "2026-03-08T04:00", False, True)],
        ),
        (  # the same hour of the wall clock before and after November 2, 2025
            "SUMMARY:class\nDTSTART;TZID=America/New_York:20251029T180000\nDURATION:PT2H\n"
            "RRULE:FREQ=WEEKLY;COUNT=2",
            [
                ("class", "2025-10-29T18:00", "2025-10-29T20:00", False, True),
                ("class", "2025-11-05T18:00", "2025-11-05T20:00", False, True),
            ],
        ),
        ("SUMMARY:long ago\nDTSTART:20200904T150000", []),
        (
            "DTSTART;VALUE=DATE:20250901\nDTEND;VALUE=DATE:20250902",
            [("(no title)", "2025-09-01T00:00", "2025-09-02T00:00", True, True)],
        ),
    ],
)
def test_an_event_is_on_its_days(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert told(calendar(text)) == expected


def test_a_call_at_a_fixed_time_elsewhere_moves_with_the_zone_that_the_calendar_names() -> None:
    series = "SUMMARY:call\nDTSTART:20251029T220000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2"
    in_utc = [one[1] for one in told(calendar(series))]
    assert in_utc == ["2025-10-29T18:00", "2025-11-05T17:00"]
    named = calendar(series, head="X-WR-TIMEZONE:America/New_York\r\n")
    assert [one[1] for one in told(named)] == ["2025-10-29T18:00", "2025-11-05T18:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # As calendarlabs.com writes holidays, and Thunderbird what was moved.
        (
            "DTSTART:20251225\nDTEND:20251225\nRRULE:",
            ("2025-12-25T00:00", "2025-12-26T00:00", True),
        ),
        (
            "DTSTART:20250904T150000\nDTEND:20250904T160000\nDURATION:PT0S",
            ("2025-09-04T15:00", "2025-09-04T16:00", False),
        ),
        # As Outlook names a zone, and as it names one of its own.
        (
            "DTSTART;TZID=Eastern Standard Time:20250904T150000\nDURATION:PT1H",
            ("2025-09-04T15:00", "2025-09-04T16:00", False),
        ),
        (
            'DTSTART;TZID="(UTC-06:00) Central Time (US & Canada)":20250904T150000\nDURATION:PT1H',
            ("2025-09-04T16:00", "2025-09-04T17:00", False),
        ),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/America/Chicago:20250904T150000",
            ("2025-09-04T16:00", "2025-09-04T16:00", False),
        ),
        (
            "DTSTART;VALUE=DATE:20250901\nDURATION:P2D",
            ("2025-09-01T00:00", "2025-09-03T00:00", True),
        ),
    ],
)
def test_an_event_as_others_write_it(text: str, expected: tuple[str, str, bool]) -> None:
    zone = (
        (
            'BEGIN:VTIMEZONE\r\nTZID:"(UTC-06:00) Central Time (US & Canada)"\r\n'
            "BEGIN:STANDARD\r\nCOMMENT:winter\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\n"
            "TZOFFSETTO:-0600\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\n"
            "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\n"
            "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
        )
        .replace('TZID:"', "TZID:")
        .replace(')"\r', ")\r")
    )
    answer = read_events(calendar(f"SUMMARY:x\n{text}", head=zone), FIRST, LAST)
    assert answer["unread"] == []
    ((_, start, end, all_day, *_),) = answer["events"]
    assert (start[:16], end[:16], all_day) == expected


def test_what_a_program_adds_for_itself_is_passed_over_however_long_it_is() -> None:
    blob = "X-BLOB;P=" + "a" * 500_000 + ":" + "Q" * 500_000
    folded = "X-FOLDED:" + "\n ".join(["Q" * 70] * 15_000)
    event = f"SUMMARY:one\nDTSTART:20250904T150000\n{blob}\n{folded}"
    assert [one[0] for one in told(calendar(event))] == ["one"]
    with pytest.raises(RefusedError, match="too many or too long lines"):
        read_events(calendar(f"SUMMARY:{'x' * 100_000}\nDTSTART:20250904"), FIRST, LAST)


def test_a_last_letter_in_the_letters_of_windows_is_not_lost() -> None:
    data = calendar("SUMMARY:Caf\u00e9\nDTSTART:20250904T150000").decode().encode("latin-1")
    assert [one[0] for one in told(data)] == ["Caf\u00e9"]


def test_a_time_without_a_zone_is_of_the_zone_that_the_calendar_names() -> None:
    series = "SUMMARY:x\nDTSTART:20250904T210000\nRRULE:FREQ=WEEKLY;COUNT=2"
    berlin = calendar(series, head="X-WR-TIMEZONE:Europe/Berlin\r\n")
    assert [one[1] for one in told(berlin)] == ["2025-09-04T15:00", "2025-09-11T15:00"]
    assert [one[1] for one in told(calendar(series))] == ["2025-09-04T21:00", "2025-09-11T21:00"]


def test_a_moved_time_that_cannot_be_read_is_a_line_and_hides_neither_the_series_nor_itself() -> (
    None
):
    series = "UID:s\nSUMMARY:class\nDTSTART:20250904T180000\nRRULE:FREQ=WEEKLY;COUNT=3"
    moved = "UID:s\nSUMMARY:class\nRECURRENCE-ID:20250911T180000\nSEQUENCE:2\nDTSTART:soon"
    text = "\r\n".join(
        f"BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT".replace("\n", "\r\n").replace("\r\r", "\r")
        for one in (series, moved)
    )
    data = f"BEGIN:VCALENDAR\r\n{text}\r\nEND:VCALENDAR\r\n".encode()
    answer = read_events(data, FIRST, LAST)
    assert [event[1][:10] for event in answer["events"]] == ["2025-09-04", "2025-09-18"]
    assert answer["unread"] == ["line 8: class: its date 'SOON' cannot be read"]


def test_a_calendar_may_have_a_name_of_its_own() -> None:
    named = calendar(head="X-WR-CALNAME:Sam\\, shifts\u202e\\n \r\n")
    assert read_events(named, FIRST, LAST)["name"] == "Sam, shifts"
    for head in ("", "X-WR-CALNAME:\r\n", "X-WR-CALNAME:\u200e\r\n"):
        assert read_events(calendar(head=head), FIRST, LAST)["name"] == ""


def test_what_cannot_be_read_is_a_line_and_the_others_stand() -> None:
    answer = read_events(
        calendar(
            "SUMMARY:lost\nDTSTART;TZID=Mars/Olympus:20250904T150000",
            "SUMMARY:backward\nDTSTART:20250904T150000\nDTEND:20250904T140000",
            "SUMMARY:by the second\nDTSTART:20250904T150000\nRRULE:FREQ=SECONDLY",
            "SUMMARY:never",
            "SUMMARY:right\nDTSTART:20250904T150000",
        ),
        FIRST,
        LAST,
    )
    assert [event[0] for event in answer["events"]] == ["right"]
    assert answer["unread"] == [
        "line 3: lost: the time zone 'Mars/Olympus' is not known",
        "line 8: backward: it ends before it begins",
        "line 14: by the second: it repeats in a way that is not read ('FREQ=SECONDLY')",
        "line 20: never: it has no date",
    ]


def test_no_calendar_and_too_many_events_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"", b"%PDF-1.7", b"<html>", "\ufeffhello".encode()):
        with pytest.raises(RefusedError, match="no calendar file"):
            read_events(data, FIRST, LAST)
    monkeypatch.setattr(event_reader, "MOST_OCCURRENCES", 100)
    daily = "SUMMARY:x\nDTSTART:19700101T000000\nRRULE:FREQ=DAILY"
    with pytest.raises(RefusedError, match="more than 100 events from 2025-09-01 to 2026-04-30"):
        read_events(calendar(daily), FIRST, LAST)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("  two \t lines\x0b ", "two lines"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\u202egnp.exe", "gnp.exe"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("\U0001f469\u200d\U0001f467 visit", "\U0001f469\u200d\U0001f467 visit"),
        ("x" * 500, "x" * 120),
        ("\x00", "(no title)"),
    ],
)
def test_a_title_is_plain_text(title: str, plain: str) -> None:
    assert plain_title(title) == plain


ZONES = ["", ";TZID=America/New_York", ";TZID=Europe/Berlin", ";TZID=America/Los_Angeles"]


@st.composite
def drawn_events(draw: st.DrawFn) -> str:
    """An event, all-day or timed, single or a series with days left out, around both clock changes."""
    day = date(2025, 8, 20) + timedelta(draw(st.integers(0, 240)))
    if draw(st.booleans()):
        length = draw(st.integers(1, 12))
        stamp = f";VALUE=DATE:{day:%Y%m%d}"
        lines = [f"DTSTART{stamp}", f"DTEND;VALUE=DATE:{day + timedelta(length):%Y%m%d}"]
    else:
        hour, zone = draw(st.integers(0, 23)), draw(st.sampled_from(ZONES))
        stamp = f"{zone}:{day:%Y%m%d}T{hour:02}3000"
        utc = "Z" if not zone and draw(st.booleans()) else ""
        stamp += utc
        lines = [f"DTSTART{stamp}", f"DURATION:PT{draw(st.integers(0, 60))}H"]
    rule = draw(st.sampled_from(["", "DAILY", "WEEKLY", "MONTHLY", "WEEKLY;BYDAY=MO,SU"]))
    if rule:
        interval, count = draw(st.integers(1, 3)), draw(st.integers(1, 20))
        lines.append(f"RRULE:FREQ={rule};INTERVAL={interval};COUNT={count}")
        if draw(st.booleans()):
            lines.append(f"EXDATE{stamp}")
    return "\n".join([f"SUMMARY:{draw(st.sampled_from('abc'))}", *lines])


NAMED = ["America/New_York", "Europe/Berlin"]


def by_the_library(data: bytes, first: date, last: date) -> list[tuple[str, datetime, datetime]]:
    """The occurrences that touch the days, as recurring-ical-events has them of the whole calendar."""

    def durham(moment: date) -> datetime:
        if not isinstance(moment, datetime):
            return datetime(moment.year, moment.month, moment.day, tzinfo=ZONE)
        return (moment if moment.tzinfo else moment.replace(tzinfo=ZONE)).astimezone(ZONE)

    query = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    # Times without a zone are where the asker is; a margin of days keeps the range out of the question.
    found = query.between(first - timedelta(70), last + timedelta(3))
    spans = [(str(one["SUMMARY"]), durham(one.start), durham(one.end)) for one in found]
    begin = datetime(first.year, first.month, first.day, tzinfo=ZONE)
    end = datetime(last.year, last.month, last.day, tzinfo=ZONE) + timedelta(1)
    return sorted(
        (title, one.astimezone(ZONE), two.astimezone(ZONE))
        for title, one, two in spans
        if one < end and (two > begin or one == two >= begin)
    )


def calendars_of_others() -> list[Path]:
    """Calendars that icalendar and recurring-ical-events have collected from their users."""
    return sorted(
        file
        for package in (icalendar, recurring_ical_events)
        for file in Path(package.__file__).parent.rglob("*.ics")
    )


def test_calendars_of_others_are_read_as_the_library_has_them_or_refused_in_a_line() -> None:
    files = calendars_of_others()
    if len(files) < 100:
        pytest.skip("the libraries are installed without the calendars of their users")
    same = 0
    for file in files[:: tries(3, 1)]:
        data = file.read_bytes()
        years = [int(year) for year in re.findall(rb"DTSTART[^:]*:(\d{4})", data)]
        year = max(set(years), key=years.count, default=2025)
        span = date(max(year, 1950), 1, 1), date(max(year, 1950) + 1, 12, 31)
        try:
            answer = read_events(data, *span)
        except RefusedError:
            continue  # in a line, as every reason there is
        assert not any("\n" in line for line in answer["unread"])
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                expected = by_the_library(data, *span)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # it reads all of a file, or nothing
        if not answer["unread"] and "issue_201" not in file.name:
            # A day that ends where it begins is a day here, and a moment there.
            mine = [(event[1], event[2]) for event in answer["events"]]
            whole = {(str(start), str(start + timedelta(1))) for _, start, _ in expected}
            assert len(mine) == len(expected), file.name
            theirs = {(start.isoformat(), end.isoformat()) for _, start, end in expected}
            days = {(a.replace(" ", "T"), b.replace(" ", "T")) for a, b in whole}
            assert set(mine) <= theirs | days, file.name
            same += bool(mine)
    assert same >= 15


@settings(max_examples=tries(25, 300))
@given(
    st.lists(drawn_events(), min_size=1, max_size=5),
    st.integers(0, 200),
    st.integers(0, 60),
    st.sampled_from(["", *(f"X-WR-TIMEZONE:{zone}\r\n" for zone in NAMED)]),
)
def test_occurrences_agree_with_recurring_ical_events(
    events: list[str], begin: int, length: int, head: str
) -> None:
    data = calendar(*events, head=head)
    first = date(2025, 8, 25) + timedelta(begin)
    last = first + timedelta(length)
    answer = read_events(data, first, last)
    assert answer["unread"] == []
    mine = sorted(
        (title, datetime.fromisoformat(start), datetime.fromisoformat(end))
        for title, start, end, *_ in answer["events"]
    )
    # Compared as moments: each side writes the hour that comes twice in its own way.
    assert [(title, one.timestamp(), two.timestamp()) for title, one, two in mine] == sorted(
        (title, one.timestamp(), two.timestamp())
        for title, one, two in by_the_library(data, first, last)
    )
