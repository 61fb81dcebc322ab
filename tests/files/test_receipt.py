"""The receipt of a calendar file: it counts what is in it, and says nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import recurring_ical_events

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.export_options import (
    DEFAULT_OPTIONS,
    CalendarPart,
    ExportOptions,
    Privacy,
)
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.plan.change import Extra, OtherHours, Training
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.export import prepare
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError
from tests.counting import Calls

NOW = datetime(2025, 8, 1, tzinfo=UTC)
CYCLE = date(2025, 7, 28), date(2025, 9, 7)
YEAR = date(2025, 7, 28), date(2026, 7, 26)
SHIFT = date(2025, 8, 5)
LATE = Hours(time(12), time(1))
EXAMPLE = ", which you have not confirmed yet."


def text(
    plan: Plan, span: tuple[date, date] = CYCLE, options: ExportOptions = DEFAULT_OPTIONS
) -> str:
    calendar = readback.read(ical.calendar(Schedule(plan), *span, options))
    return receipt(Path("x"), calendar, Schedule(plan), span, options).text


@pytest.fixture
def evenings() -> Plan:
    return new_plan("e", Assignment(CYCLE[0], band=Band.EVENING), NOW)


def test_a_shift_that_was_given_hours_after_midnight_is_no_fault(evenings: Plan) -> None:
    plan = add_change(evenings, OtherHours(SHIFT, LATE), NOW)
    assert text(plan) == (
        "Checked: every shift is as in the example rotation (18 shifts, 40 h in 5 of 6 weeks,"
        f" 1 ends on the next day){EXAMPLE}"
    )
    plan = add_change(plan, Extra(date(2025, 8, 9), None, Hours(time(20), time(4))), NOW)
    assert text(plan).endswith(f"2 end on the next day){EXAMPLE}")
    assert "next day" not in text(evenings)


def test_what_is_not_in_the_file_is_not_looked_at(evenings: Plan) -> None:
    plan = add_change(evenings, OtherHours(SHIFT, LATE), NOW)
    assert (
        text(plan, options=ExportOptions(frozenset({CalendarPart.ADMIN})))
        == f"Checked: every day is as in the example rotation (6 admin blocks){EXAMPLE}"
    )
    assert text(plan, options=ExportOptions(privacy=Privacy.HOME)) == (
        f"Checked: every day is as in the example rotation (42 whole days){EXAMPLE}"
    )


@pytest.mark.parametrize(
    ("parts", "what", "said"),
    [
        ({CalendarPart.SHIFTS}, "every shift", "156 shifts"),
        ({CalendarPart.ADMIN}, "every day", "52 admin blocks"),
        ({CalendarPart.BREAK}, "every day", "48 whole days"),
        ({CalendarPart.MILESTONES}, "every day", "1 whole day"),
        (
            {CalendarPart.SHIFTS, CalendarPart.ADMIN},
            "every shift",
            "156 shifts, 40 h in 52 of 52 weeks",
        ),
    ],
)
def test_what_is_in_it_is_counted(
    example: Plan, parts: set[CalendarPart], what: str, said: str
) -> None:
    options = ExportOptions(frozenset(parts))
    found = text(example, YEAR, options)
    assert found == f"Checked: {what} is as in the example rotation ({said}){EXAMPLE}"
    sure = example._replace(assignments=(example.assignments[0]._replace(confirmed=True),))
    assert text(sure, YEAR, options) == f"Checked: {what} is as in your schedule ({said})."


def test_a_busy_copy_with_alarms_and_training(example: Plan) -> None:
    plan = add_change(example, Training(date(2025, 8, 4), Hours(time(9), time(11))), NOW)
    options = ExportOptions(privacy=Privacy.BUSY, alarm=30)
    assert text(plan, options=options) == (
        "Checked: every shift is as in the example rotation (18 shifts, 6 admin blocks,"
        f" 1 training block, 6 whole days, 18 alarms){EXAMPLE}"
    )


def test_nothing_to_check_is_said(example: Plan) -> None:
    options = ExportOptions(frozenset({CalendarPart.LEAVE}))
    assert text(example, YEAR, options) == "Checked: the file has no events."


def test_days_that_are_not_confirmed_are_counted(example: Plan) -> None:
    """Days 2 and 3 of the cycle, July 29 and 30: once in the six weeks of the file, twice in twelve."""
    sure = example.assignments[0]._replace(confirmed=True, guesses=(2, 3))
    plan = example._replace(assignments=(sure,))
    assert text(plan) == (
        "Checked: every shift is as in your schedule (18 shifts, 40 h in 6 of 6 weeks), but 2 of"
        " the file's days are not confirmed yet."
    )
    twelve = CYCLE[0], date(2025, 10, 19)
    assert text(plan, twelve).endswith("weeks), but 4 of the file's days are not confirmed yet.")
    one = example._replace(assignments=(sure._replace(guesses=(2,)),))
    assert text(one).endswith("weeks), but 1 of the file's days is not confirmed yet.")
    assert text(example._replace(assignments=(sure._replace(guesses=()),))).endswith("weeks).")


Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"SUMMARY:HEART 9-9", b"SUMMARY:HEART 9-8", 1),
        lambda data: data.replace(b"DESCRIPTION:", b"DESCRIPTION:Not ", 1),
        lambda data: data.replace(b"SEQUENCE:0", b"SEQUENCE:1", 1),
        lambda data: data.replace(b"UID:", b"UID:x", 1),
        lambda data: data.replace(b"STATUS:CONFIRMED", b"STATUS:TENTATIVE", 1),
    ],
    ids=["title", "description", "sequence", "uid", "status"],
)
@pytest.mark.parametrize("update", [False, True])
def test_each_event_is_compared_with_what_was_to_be_written(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Damage, update: bool
) -> None:
    right = ical.calendar_of

    def wrong(*given: object, named: bool = True, reread: timedelta | None = None) -> bytes:
        data = right(*given, named=named, reread=reread)  # type: ignore[arg-type]
        return damage(data) if update is not named else data

    monkeypatch.setattr(ical, "calendar_of", wrong)
    handing = prepare(
        Schedule(example),
        tmp_path / "plan.json",
        CYCLE,
        ledger.load(tmp_path / "plan.json", "my phone"),
    )
    with pytest.raises(FileError, match="not saved: the check found"):
        (handing.update if update else handing.whole)(tmp_path / "x.ics", NOW.date())
    assert list(tmp_path.iterdir()) == []


def test_an_event_too_few_is_not_saved(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the update file, which is compared with nothing but its own events."""
    right = ical.calendar_of
    monkeypatch.setattr(
        ical,
        "calendar_of",
        lambda found, options, named=True, reread=None: right(
            list(found)[not named :], options, named=named, reread=reread
        ),
    )
    handing = prepare(
        Schedule(example),
        tmp_path / "plan.json",
        CYCLE,
        ledger.load(tmp_path / "plan.json", "my phone"),
    )
    with pytest.raises(FileError, match="found 24 events instead of 25"):
        handing.update(tmp_path / "x.ics", NOW.date())


def test_a_file_is_parsed_once_and_only_what_repeats_is_expanded(
    evenings: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule = Schedule(evenings)
    parsed = Calls(monkeypatch, "read", readback)
    expanded = Calls(monkeypatch, "of", recurring_ical_events)
    export = prepare(schedule, tmp_path / "p.json", CYCLE, DeliveredState(""))
    assert parsed.during(export.data) == 1
    assert expanded.count == 0
    data, title = export.data()[0], b"SUMMARY:HEART admin\r\n"
    daily = readback.read(data.replace(title, title + b"RRULE:FREQ=DAILY;COUNT=2\r\n", 1))
    with pytest.raises(FileError, match=r"found 2025-08-01 13:00-17:00 UTC instead of .* 16:00"):
        receipt(Path("x"), daily, schedule, CYCLE)
    assert expanded.count == 1
