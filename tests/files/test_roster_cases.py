"""The roster cases of roster_cases/, each with its right reading, written by hand.

Start July 28, 2025, today November 28, 2026. `read`: date, letter and line; `listed`: the lines that are
not understood, each with a part of the reason and the days that it names.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.files.roster import child
from heartplanner.files.roster.roster_file import source_from

CASES = Path(__file__).parent / "roster_cases"
START, TODAY = date(2025, 7, 28), date(2026, 11, 28)
NO_END = "it does not end after it begins"
NO_TIME = "line 12 names this day and not its time"
OLD = "it is more than 400 days ago"

TEXTS = {
    "bullets.txt": ("", "1 no date; 2 no hours 2025-08-02; 3 no hours 2025-08-03; 4 no hours 2025-08-09"),
    "dash_header.txt": ("2025-08-02 D 1", ""),
    "dm.txt": ("2026-09-29 D 1, 2026-09-30 - 2, 2026-10-01 D 3, 2026-10-02 D 4", ""),
    "grid.txt": ("2025-07-29 D 2, 2025-07-31 D 2", ""),
    "grid_weekend.txt": ("2025-08-02 D 2", ""),
    "half.txt": ("", "1 '1/2' is not known 2025-08-04"),
    "night.txt": ("2025-08-04 D 1, 2025-08-05 D 2", "3 may be a night shift 2025-08-08"),
    "off_sun.txt": ("", "2 it is not clear which Sunday 2025-08-03 2025-08-10"),
    "split.txt": ("", "1 it has several hours 2025-08-04"),
    "startend.txt": ("2025-08-02 E 1", ""),
    "wedding.txt": ("", "1 'Wedding' is not known 2025-08-06; 2 'Friends' is not known 2025-08-08"),
    "weekday_next.txt": ("", "1 is no Sunday 2025-08-02"),
    "weekrange.txt": ("2025-08-03 E 2", ""),
    "workday.txt": ("2025-08-04 W 1", ""),
}  # fmt: skip
AUGUST_3, AUGUST_4 = "2026-08-03 D 4", "2026-08-04 D 4"
SERIES = (
    "2026-08-03 D 4, 2026-09-14 D 4, 2026-10-26 D 4, 2026-12-07 D 4, 2027-01-18 D 4, 2027-03-01 D 4,"
    " 2027-04-12 D 4, 2027-05-24 D 4, 2027-07-05 D 4, 2027-08-16 D 4, 2027-09-27 D 4, 2027-11-08 D 4"
)
CALENDARS = {
    "allday_T000000.ics": ("", "4 cannot be read 2026-08-03"),
    "allday_nodatevalue.ics": (AUGUST_3, ""),
    "allday_noend.ics": (AUGUST_3, ""),
    "allday_same.ics": ("", f"4 {NO_END} 2026-08-03"),
    "allday_same_between.ics": ("2026-08-03 D 4, 2026-08-05 D 18", f"11 {NO_END} 2026-08-04"),
    "bad_dtstart.ics": ("2026-08-04 D 11", "4 cannot be read 2026-08-03"),
    "blank_lines.ics": ("2026-08-04 D 7", ""),
    "bom.ics": (AUGUST_3, ""),
    "cancelled.ics": ("", "4 the event is canceled 2026-08-03"),
    "cancelled_between.ics": ("2026-08-03 D 4, 2026-08-05 D 19", "11 the event is canceled 2026-08-04"),
    "cr_only.ics": (AUGUST_4, ""),
    "dup_uid.ics": ("2026-08-03 D 4, 2026-08-04 D 11, 2026-08-08 E 18", ""),
    "dup_uid_seq.ics": ("2026-08-04 D 12", "4 a newer version of it stands on line 12 2026-08-03"),
    "duration.ics": (AUGUST_3, ""),
    "empty.ics": ("", "1 there is nothing in it"),
    "end_before.ics": ("", f"4 {NO_END} 2026-08-03"),
    "end_same_date_noon.ics": ("", f"4 {NO_END} 2026-08-03"),
    "exactly_36h.ics": ("", "4 it lasts longer than a day 2026-08-04 2026-08-05"),
    "first_weeks.ics": ("", f"4 {OLD} 2025-07-29; 11 {OLD} 2025-07-30; 18 {OLD} 2025-08-02"),
    "fold_mid_char.ics": (AUGUST_4, ""),
    "freebusy.ics": ("", "1 there is nothing in it"),
    "holiday_vac.ics": ("2026-08-05 D 11", "4 a line with 'Vacation' 2026-08-04 2026-08-05 2026-08-06"),
    "html.ics": ("", "1 it has no date"),
    "latin1.ics": (AUGUST_4, ""),
    "leading_junk.ics": ("2026-08-04 D 6", ""),
    "lf_only.ics": (AUGUST_4, ""),
    "lower.ics": (AUGUST_4, ""),
    "lower_props.ics": (AUGUST_4, ""),
    "ls_sep.ics": (AUGUST_4, ""),
    "method_cancel.ics": ("", "5 the file calls this event off 2026-08-03"),
    "midnight_to_midnight.ics": ("", "4 it begins and ends at the same time 2026-08-03"),
    "nel_desc_fold.ics": (AUGUST_4, ""),
    "no_dtstart.ics": ("2026-08-04 D 9", "4 it has no date"),
    "no_end.ics": ("", "4 it has no end 2026-08-03"),
    "no_summary.ics": (AUGUST_4, ""),
    "no_uid.ics": ("2026-08-03 D 4, 2026-08-04 D 10", ""),
    "noon_2359.ics": ("2026-08-03 E 4", ""),
    "noon_dst_day.ics": ("2026-10-31 E 4, 2026-11-01 E 11", ""),
    "noon_midnight.ics": ("2026-08-03 E 4", ""),
    "period_rdate.ics": ("2026-08-03 D 4, 2026-08-11 E 4", ""),
    "raw_newline.ics": (AUGUST_4, ""),
    "rid_date.ics": ("2026-08-03 D 4, 2026-08-11 E 12, 2026-08-17 D 4", f"4 {NO_TIME} 2026-08-10"),
    "rid_older_seq.ics": ("2026-08-03 D 4, 2026-08-11 E 13, 2026-08-17 D 4", ""),
    "rid_thisandfuture.ics": ("2026-08-03 D 4, 2026-08-10 D 4, 2026-08-18 E 12, 2026-08-25 E 12", ""),
    "rid_utc.ics": ("2026-08-03 D 4, 2026-08-11 E 12, 2026-08-17 D 4", ""),
    "rr_6weeks.ics": (", ".join(
        f"{date(2026, 8, 4) + timedelta(days=42 * n)} D 4" for n in range(12)), ""),
    "rr_odd_other.ics": ("2026-08-04 D 11", "4 it repeats in a way that is not read 2026-01-01"),
    "rr_order.ics": (SERIES, ""),
    "rr_override_cancelled.ics": ("2026-08-03 D 4, 2026-08-17 D 4", "12 the event is canceled 2026-08-10"),
    "rr_override_moved.ics": ("2026-08-03 D 4, 2026-08-12 E 12, 2026-08-17 D 4", ""),
    "rr_past_until.ics": (", ".join(
        f"{date(2025, 10, 24) + timedelta(days=n)} D 4" for n in range(766)), ""),
    "rr_space.ics": ("2026-08-03 D 4, 2026-08-04 D 4, 2026-08-10 D 4, 2026-08-11 D 4", ""),
    "rr_trailing.ics": (SERIES, ""),
    "rr_weekly_exdate_date.ics": ("2026-08-03 D 4, 2026-08-17 D 4, 2026-08-24 D 4", ""),
    "rr_weekly_exdate_utc.ics": ("2026-08-03 D 4, 2026-08-17 D 4, 2026-08-24 D 4", ""),
    "rr_wkst_su_biweekly.ics": ("2026-08-02 D 4, 2026-08-03 D 4, 2026-08-16 D 4, 2026-08-17 D 4,"
                                " 2026-08-30 D 4, 2026-08-31 D 4", ""),
    "sequence_uids.ics": ("2026-08-03 D 4, 2026-08-04 D 11, 2026-08-05 D 18, 2026-08-15 D 25,"
                          " 2026-08-16 D 32", ""),
    "title_date.ics": ("", "4 its title names a date 2026-08-04"),
    "title_escape.ics": (AUGUST_4, ""),
    "title_newline.ics": ("", "4 its title names a date 2026-08-04"),
    "title_on_call.ics": ("2026-08-05 W 4", ""),
    "transp_off.ics": ("2026-08-04 - 4, 2026-08-05 - 4, 2026-08-06 - 4", ""),
    "truncated.ics": (AUGUST_4, "11 its date '20' cannot be read"),
    "two_calendars.ics": ("2026-08-04 D 4, 2026-08-05 D 15", ""),
    "two_days_long.ics": ("", "4 it lasts longer than a day 2026-08-04 2026-08-05"),
    "tz_customized.ics": ("2026-08-03 D 19", ""),
    "tz_eastern_custom.ics": ("2026-08-03 D 19", ""),
    "tz_est5edt.ics": (AUGUST_3, ""),
    "tz_est_custom.ics": ("2026-08-03 D 19", ""),
    "tz_float.ics": (AUGUST_3, ""),
    "tz_float_wr.ics": ("2026-08-03 D 5", ""),
    "tz_freeassoc.ics": (AUGUST_3, ""),
    "tz_gmt5.ics": ("", "4 the time zone 'GMT-0400' is not known 2026-08-03"),
    "tz_lower.ics": (AUGUST_3, ""),
    "tz_mozilla.ics": (AUGUST_3, ""),
    "tz_quoted.ics": (AUGUST_3, ""),
    "tz_slash.ics": (AUGUST_3, ""),
    "tz_us_eastern.ics": (AUGUST_3, ""),
    "tz_utcz.ics": (AUGUST_3, ""),
    "tz_win.ics": ("2026-08-03 D 19", ""),
    "tz_win_utc_label.ics": ("2026-08-03 D 19", ""),
    "uid_none.ics": ("2026-08-04 D 4, 2026-08-05 D 11, 2026-08-07 D 18", ""),
    "utc_dst_day.ics": ("2026-11-01 D 11", "4 it has 13 h 2026-11-01"),
    "utf16.ics": (AUGUST_3, ""),
    "vcal1.ics": ("2026-08-04 D 3", ""),
    "vt.ics": (AUGUST_4, ""),
    "vtodo.ics": ("", "4 2026-08-04 it is a task, and no event"),
    "wedding_day.ics": ("", "4 'Wedding' is not known 2026-08-05"),
    "zero_timed.ics": ("", f"4 {NO_END} 2026-08-03"),
}  # fmt: skip


def read(name: str, start: date = START) -> Roster:
    # In this process: test_roster_files.py has the child that holds a file to its time and memory.
    answer = json.loads(json.dumps(child.read((CASES / name).read_bytes(), start, TODAY)))
    return read_roster(source_from(answer), RosterQuestion(start, TODAY))


def check(roster: Roster, expected: str, listed: str) -> None:
    told = ", ".join(f"{each.date} {each.letter} {each.line}" for each in roster.readings)
    assert told == expected
    parts = listed.split("; ") if listed else []
    assert len(roster.unread) == len(parts)
    for each, part in zip(roster.unread, parts, strict=True):
        words = part.split()
        days = [word for word in words if word.startswith("20") and len(word) == 10]
        line, *reason = [word for word in words if word not in days]
        assert each.line == int(line)
        assert " ".join(reason) in each.why
        assert [str(day) for day in each.dates] == days


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    check(read(name), *TEXTS[name])


@pytest.mark.parametrize("name", CALENDARS)
def test_calendars(name: str) -> None:
    check(read(f"ics/{name}"), *CALENDARS[name])


def test_every_case_has_its_reading() -> None:
    assert {path.name for path in CASES.glob("*.txt")} == {*TEXTS}
    assert {path.name for path in (CASES / "ics").glob("*.ics")} == {*CALENDARS}


@pytest.mark.parametrize("name", ["allday_same_between.ics", "cancelled_between.ics"])
def test_an_event_that_is_void_does_not_make_its_day_free(name: str) -> None:
    roster = with_rest_free(read(f"ics/{name}", date(2026, 8, 3)))
    assert [f"{each.date.day}{each.letter}" for each in roster.readings] == ["3D", "5D"]


def test_other_days_between_are_free_without_a_line() -> None:
    roster = with_rest_free(read("ics/dup_uid.ics"))
    assert "".join(each.letter for each in roster.readings) == "DD---E"
    assert [each.line for each in roster.readings] == [4, 11, None, None, None, 18]
