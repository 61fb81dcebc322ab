"""The receipt of a calendar file: it counts what is in it, and says nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from heartplanner.core.calendar.export_options import AS_USUAL, Choices, Part, Privacy
from heartplanner.core.edits.edits import add_change, new_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, OtherHours, Training
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar.export import prepare
from heartplanner.files.calendar.receipt import receipt
from heartplanner.files.disk import FileError

NOW = datetime(2025, 8, 1, tzinfo=UTC)
CYCLE = date(2025, 7, 28), date(2025, 9, 7)
YEAR = date(2025, 7, 28), date(2026, 7, 26)
SHIFT = date(2025, 8, 5)
LATE = Hours(time(12), time(1))
BOTH = "both clock changes checked"
NONE = "none runs into the next day"


def text(plan: Plan, span: tuple[date, date] = CYCLE, choices: Choices = AS_USUAL) -> str:
    calendar = readback.read(ical.calendar(Schedule(plan), *span, choices))
    return receipt(Path("x"), calendar, Schedule(plan), span, choices).text


@pytest.fixture
def evenings() -> Plan:
    return new_plan("e", Assignment(CYCLE[0], band=Band.EVENING), NOW)


def test_a_shift_that_was_given_hours_after_midnight_is_no_fault(evenings: Plan) -> None:
    plan = add_change(evenings, OtherHours(SHIFT, LATE), NOW)
    assert text(plan) == "18 shifts, 5 of 6 weeks at 40 h, 1 runs into the next day"
    plan = add_change(plan, Extra(date(2025, 8, 9), None, Hours(time(20), time(4))), NOW)
    assert text(plan).endswith("2 run into the next day")
    assert text(evenings).endswith(NONE)


def test_what_is_not_in_the_file_is_not_looked_at(evenings: Plan) -> None:
    plan = add_change(evenings, OtherHours(SHIFT, LATE), NOW)
    assert text(plan, choices=Choices(frozenset({Part.ADMIN}))) == f"6 admin blocks, {NONE}"
    assert text(plan, choices=Choices(privacy=Privacy.HOME)) == "42 whole days"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({Part.SHIFTS}, f"156 shifts, {NONE}, {BOTH}"),
        ({Part.ADMIN}, f"52 admin blocks, {NONE}, {BOTH}"),
        ({Part.BREAK}, "48 whole days"),
        ({Part.MILESTONES}, "1 whole day"),
        ({Part.LEAVE}, "no event in it"),
        ({Part.SHIFTS, Part.ADMIN}, f"156 shifts, 52 of 52 weeks at 40 h, {NONE}, {BOTH}"),
    ],
)
def test_what_is_in_it_is_counted(example: Plan, parts: set[Part], said: str) -> None:
    assert text(example, YEAR, Choices(frozenset(parts))) == said


def test_a_busy_copy_with_alarms_and_training(example: Plan) -> None:
    plan = add_change(example, Training(date(2025, 8, 4), Hours(time(9), time(11))), NOW)
    choices = Choices(privacy=Privacy.BUSY, alarm=30)
    assert text(plan, choices=choices) == (
        f"18 shifts, 6 admin blocks, 1 training block, 6 whole days, 18 alarms, {NONE}"
    )


def test_a_clock_change_with_blocks_on_one_side_is_not_checked(example: Plan) -> None:
    """The clocks go back on November 2, 2025: leave from then on, so that nothing lies behind it."""
    span = date(2025, 10, 20), date(2025, 11, 16)
    assert "a clock change checked" in text(example, span)
    leave = Absence(AbsenceKind.LEAVE, date(2025, 11, 2), date(2025, 11, 16))
    assert "clock change" not in text(add_change(example, leave, NOW), span)
    assert "clock change" not in text(example, span, Choices(frozenset({Part.BREAK})))


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

    def wrong(*given: object, named: bool = True) -> bytes:
        data = right(*given, named=named)  # type: ignore[arg-type]
        return damage(data) if update is not named else data

    monkeypatch.setattr(ical, "calendar_of", wrong)
    handing = prepare(
        Schedule(example),
        tmp_path / "plan.json",
        CYCLE,
        ledger.load(tmp_path / "plan.json", "my phone"),
    )
    with pytest.raises(FileError, match="not saved: read back"):
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
        lambda found, choices, named=True: right(list(found)[not named :], choices, named=named),
    )
    handing = prepare(
        Schedule(example),
        tmp_path / "plan.json",
        CYCLE,
        ledger.load(tmp_path / "plan.json", "my phone"),
    )
    with pytest.raises(FileError, match="it has 24 events for 25"):
        handing.update(tmp_path / "x.ics", NOW.date())
