"""Hand-overs, one after another: what programs that treat a file in their own ways then show."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edited, plans, spots

from heartplanner.core.calendar.delivery import (
    DeliveredState,
    after_update,
    after_whole,
    base,
    calendar_diff,
    update_events,
)
from heartplanner.core.calendar.delivery_text import change_lines
from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.edits.edits import add_change, remove_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ical, ledger, readback
from heartplanner.files.calendar import receipt as receipts
from heartplanner.files.calendar.export import Export, prepare
from heartplanner.files.disk import FileError
from tests.examples import tries

FIRST, LAST = date(2025, 7, 28), date(2025, 9, 30)
SPAN = (FIRST, LAST)
DAY = date(2025, 7, 28)
NOW = datetime(2025, 8, 1, tzinfo=UTC)
SHIFT = date(2025, 8, 5)
LEAVE = Absence(AbsenceKind.LEAVE, SHIFT, SHIFT)

Shown = dict[str, tuple[str, object, object]]
"""A program's calendar: title, start and end by UID."""


def read(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def facts(event: icalendar.Event) -> tuple[str, object, object]:
    def moment(name: str) -> object:
        found = event[name].dt
        return found.astimezone(UTC) if isinstance(found, datetime) else found

    return str(event["SUMMARY"]), moment("DTSTART"), moment("DTEND")


def _utc(moment: date) -> object:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


class Updating:
    """Updates a known UID if SEQUENCE rises; a canceled event is one that does not take place."""

    def __init__(self) -> None:
        self.known: dict[str, icalendar.Event] = {}

    def take(self, part: list[icalendar.Event]) -> None:
        for event in part:
            uid = str(event["UID"])
            if uid not in self.known or event["SEQUENCE"] > self.known[uid]["SEQUENCE"]:
                self.known[uid] = event

    def shows(self) -> list[tuple[str, object, object]]:
        on = (event for event in self.known.values() if event["STATUS"] != "CANCELLED")
        return sorted(map(facts, on), key=str)


class Skipping:
    """Skips a UID that it knows; its calendar can be emptied, and then it knows none."""

    def __init__(self) -> None:
        self.known: dict[str, icalendar.Event] = {}

    def refill(self, whole: list[icalendar.Event]) -> None:
        self.known = {}
        for event in whole:
            self.known.setdefault(str(event["UID"]), event)

    def shows(self) -> list[tuple[str, object, object]]:
        return sorted(map(facts, self.known.values()), key=str)


class Doubling(Skipping):
    """Knows nothing of UIDs: what is imported is added."""

    def refill(self, whole: list[icalendar.Event]) -> None:
        self.known = {str(n): event for n, event in enumerate(whole)}


class Remembering:
    """Never takes a UID again that was canceled; updates others like the first."""

    def __init__(self) -> None:
        self.updating = Updating()
        self.dead: set[str] = set()

    def take(self, part: list[icalendar.Event]) -> None:
        for event in part:
            uid = str(event["UID"])
            assert uid not in self.dead or event["STATUS"] == "CANCELLED"
            if event["STATUS"] == "CANCELLED":
                self.dead.add(uid)
        self.updating.take(part)


class Story(NamedTuple):
    """A plan, and what it became, delivery by delivery; the days handed on are those around the edits."""

    plans: list[Plan]
    span: tuple[date, date]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    plan = draw(plans(most=4))
    spot = draw(spots(plan))
    became = [plan]
    for _ in range(draw(st.integers(1, 5))):
        for _ in range(draw(st.integers(0, 3))):
            plan = draw(edited(plan, spot))
        became.append(plan)
    return Story(became, (max(plan.start, spot - timedelta(50)), spot + timedelta(70)))


@given(stories())
@settings(max_examples=tries(5, 8))
def test_programs_end_with_the_plans_calendar_whatever_they_do(story: Story) -> None:
    handed = DeliveredState("my phone")
    updating, remembering, skipping, doubling = Updating(), Remembering(), Skipping(), Doubling()
    span = story.span
    for plan in story.plans:
        done = calendar_diff(handed, events(Schedule(plan), *span), *span)
        handed = after_update(handed, done, DAY)
        update, whole = update_events(done), ical.calendar_of(done.now)
        part, everything = read(ical.calendar_of(update, named=False)), read(whole)
        expected = sorted(
            ((e.title, _utc(e.start), _utc(e.end)) for e in events(Schedule(plan), *span)), key=str
        )
        for program in (updating, remembering):
            program.take(part)
        for other in (skipping, doubling):
            other.refill(everything)
            assert other.shows() == expected
        assert updating.shows() == expected
        assert remembering.updating.shows() == expected
        again = calendar_diff(handed, events(Schedule(plan), *span), *span)
        assert not again.any
        assert ical.calendar_of(again.now) == whole


@given(stories())
@settings(max_examples=tries(9, 15))
def test_content_that_changes_raises_the_sequence_by_one(story: Story) -> None:
    handed = DeliveredState("my phone")
    span = story.span
    for plan in story.plans:
        before = {each.uid: each for each in (*handed.events, *handed.gone)}
        done = calendar_diff(handed, events(Schedule(plan), *span), *span)
        for each in (*done.moved, *done.changed):
            assert each.sequence == before[each.uid].sequence + 1
            assert each.changed > before[each.uid].changed
        for each in done.new:
            assert each.uid not in before
        assert len({each.uid for each in done.now}) == len(done.now)
        handed = after_whole(handed, done, DAY)


def handing(plan: Plan, folder: Path) -> Export:
    return prepare(
        Schedule(plan), folder / "plan.json", SPAN, ledger.load(folder / "plan.json", "my phone")
    )


def test_what_changed_is_said_before_it_is_written(example: Plan, tmp_path: Path) -> None:
    handing(example, tmp_path).whole(tmp_path / "a.ics", DAY)
    plan = add_change(example, LEAVE, NOW)
    plan = add_change(plan, Swap(date(2025, 8, 6), date(2025, 8, 11)), NOW)
    export = handing(plan, tmp_path)
    done, words = export.diff, export.changes_text(date(2025, 8, 1))
    assert words == "is out of date: 2 changes since July 28, 2025"
    assert change_lines(done) == [
        "Tuesday, August 5, 2025: Leave in place of HEART 9-9",
        "Monday, August 11, 2025: HEART 9-9, moved from August 6",
    ]
    found = handing(plan, tmp_path).update(tmp_path / "u.ics", DAY)
    assert found.changes_text == "gets 2 changes, made today"
    data = (tmp_path / "u.ics").read_bytes()
    assert [str(each["STATUS"]) for each in read(data)] == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert b"X-WR-CALNAME" not in data
    assert b"METHOD" not in data
    assert (
        handing(plan, tmp_path).changes_text(DAY + timedelta(days=1))
        == "is up to date: nothing changed since yesterday"
    )


def test_a_slot_that_comes_back_has_a_new_generation(example: Plan, tmp_path: Path) -> None:
    uids = []
    plan = example
    for n in range(3):
        handing(plan, tmp_path).update(tmp_path / "u.ics", DAY)
        now = [e for e in ledger.load(tmp_path / "plan.json", "my phone").events if e.day == SHIFT]
        uids.append([e.uid.rpartition("@")[0][-3:] for e in now if "shift" in e.uid])
        gone = add_change(plan, LEAVE, NOW)
        handing(gone, tmp_path).update(tmp_path / "u.ics", DAY)
        plan = remove_change(gone, gone.changes[-1].id, NOW)
        assert n < 3
    assert uids == [["ift"], ["-g2"], ["-g3"]]
    assert base("p-20250805-shift-g12@heartplanner") == "p-20250805-shift@heartplanner"


def test_an_unchanged_plan_gives_the_same_bytes(example: Plan, tmp_path: Path) -> None:
    one, two = tmp_path / "a.ics", tmp_path / "b.ics"
    handing(example, tmp_path).whole(one, DAY)
    handing(example, tmp_path).whole(two, date(2025, 8, 30))
    assert one.read_bytes() == two.read_bytes() == ical.calendar(Schedule(example), *SPAN)


def test_past_days_are_not_taken_away_when_the_range_moves_on(
    example: Plan, tmp_path: Path
) -> None:
    handing(example, tmp_path).whole(tmp_path / "a.ics", DAY)
    later = prepare(
        Schedule(example),
        tmp_path / "plan.json",
        (date(2025, 9, 1), LAST),
        ledger.load(tmp_path / "plan.json", "my phone"),
    )
    assert later.diff.removed == ()


def test_the_receipt_counts_what_is_there(example: Plan, tmp_path: Path) -> None:
    span = date(2025, 7, 28), date(2026, 7, 26)
    done = prepare(Schedule(example), tmp_path / "plan.json", span, DeliveredState("")).whole(
        tmp_path / "a.ics", DAY
    )
    assert done.receipt == (
        "Checked: every shift is as in the example rotation (156 shifts, 40 h in 52 of 52 weeks),"
        " which you have not confirmed yet."
    )
    assert done.changes_text == ""
    assert not (tmp_path / "plan.json.handed").exists()


Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"T090000", b"T100000", 1),
        lambda data: data.replace(b"America/New_York:2025", b"America/Chicago:2025", 1),
        lambda data: data.replace(b":VEVENT", b":VTODO", 2),
    ],
)  # fmt: skip
def test_a_file_that_is_not_the_screen_is_never_saved(
    example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Damage
) -> None:
    right = ical.calendar_of
    monkeypatch.setattr(ical, "calendar_of", lambda *given, **named: damage(right(*given, **named)))
    with pytest.raises(FileError, match="not saved: the check found"):
        handing(example, tmp_path).whole(tmp_path / "a.ics", DAY)
    assert list(tmp_path.iterdir()) == []


def test_a_long_extra_shift_over_midnight_is_no_fault(example: Plan, tmp_path: Path) -> None:
    night = Hours(NOW.time().replace(hour=20), NOW.time().replace(hour=4))
    plan = add_change(example, Extra(date(2025, 8, 4), None, night), NOW)
    data = ical.calendar(Schedule(plan), *SPAN)
    assert receipts.receipt(tmp_path, readback.read(data), Schedule(plan), SPAN).shifts > 0


@given(stories())
@settings(max_examples=tries(6, 10))
def test_what_is_remembered_reads_back(story: Story) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        handed = DeliveredState("family", DAY)
        for plan in story.plans:
            done = calendar_diff(handed, events(Schedule(plan), *story.span), *story.span)
            handed = after_whole(handed, done, DAY)
            ledger.save(file, handed)
            assert ledger.load(file, "family") == handed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"version": 2', b'"version": 3', "expected heartplanner-handed-over, version 2"),
        (b'"target": "my phone"', b'"target": "family"', "target: expected my phone"),
        (b'"sequence": 0', b'"sequence": -1', "events[0].sequence: expected a whole number"),
        (b'"day": "2025-07-28"', b'"day": "2025-02-30"', "day: 2025-02-30 is no date"),
    ],
)
def test_a_damaged_memory_is_one_line(
    example: Plan, tmp_path: Path, old: bytes, new: bytes, said: str
) -> None:
    handing(example, tmp_path).whole(tmp_path / "a.ics", DAY)
    file = tmp_path / "plan.json.handed" / "my-phone.json"
    file.write_bytes(file.read_bytes().replace(old, new, 1))
    with pytest.raises(FileError) as caught:
        handing(example, tmp_path)
    assert said in str(caught.value)
    assert "counts as the first" in str(caught.value)


def test_targets_have_plain_names(example: Plan, tmp_path: Path) -> None:
    for name in ("../plan", "My_Phone", "", "a" * 50, "x\n"):
        with pytest.raises(FileError, match="use letters, digits, spaces and hyphens"):
            ledger.load(tmp_path / "plan.json", name)
    assert ledger.load(tmp_path / "plan.json", "My Phone").target == "my phone"
    assert isinstance(events(Schedule(example), *SPAN)[0], Event)
