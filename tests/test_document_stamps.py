"""The stamps of events over any story of edits: for each UID they never fall, and rise with its content.

Programs keep the event with the higher SEQUENCE (KDE) or the later LAST-MODIFIED (ICSx5, Fossify): one that
fell would leave a wrong shift on a phone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.calendar.delivery import DeliveredState, after_update, update_events
from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import CalendarPart, ExportOptions, Privacy
from heartplanner.core.calendar.sync_plan import plan_sync
from heartplanner.core.edits.edits import add_change, add_milestone, remove_milestone
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.ranges.default_range import file_days
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document, restored_version
from heartplanner.files.calendar import export, ledger
from heartplanner.files.plan import planfile
from tests.examples import tries
from tests.strategies import STAMPS, edited, spots

ALL = ExportOptions(frozenset(CalendarPart))
PLAIN = (ALL, ExportOptions(privacy=Privacy.BUSY), ExportOptions(privacy=Privacy.HOME))
CHOSEN = (
    ALL,
    ALL._replace(word="Work"),
    ALL._replace(alarm=30),
    ALL._replace(parts=frozenset({CalendarPart.SHIFTS})),
    ExportOptions(privacy=Privacy.BUSY),
)
FIRST, LAST = date(2025, 7, 1), date(2025, 10, 31)
EDITS = (
    "edit",
    "edit",
    "edit",
    "milestone",
    "forget",
    "undo",
    "undo",
    "redo",
    "restore",
    "anew",
    "put back",
    "taken",
)
WAYS = ("whole", "update", "sync", "choose")


class Seen:
    """The events that one calendar was given, by their UIDs."""

    def __init__(self) -> None:
        self._last: dict[str, Event] = {}

    def take(self, given_events: Iterable[Event]) -> None:
        for event in given_events:
            before = self._last.get(event.uid)
            if before:
                assert event.sequence >= before.sequence
                assert event.changed >= before.changed
                if _content(event) != _content(before):
                    assert event.sequence > before.sequence
                    assert event.changed > before.changed
            self._last[event.uid] = event


def _content(event: Event) -> Event:
    return event._replace(sequence=0, changed=datetime.min)  # noqa: DTZ901


class Story:
    """A plan on disk that is edited, a target that gets files, and a calendar that is kept in step."""

    def __init__(self, folder: Path, draw: st.DataObject) -> None:
        self.path, self.draw = folder / "plan.json", draw
        self.document = Document(self.path, Schedule(example_plan()), None)
        self.document.save(datetime(2025, 1, 1, tzinfo=UTC))
        self.synced = DeliveredState("server", options=ALL)
        self.today = FIRST
        self.seen = {way: Seen() for way in (*PLAIN, "target", "server")}

    def edit(self, step: str) -> None:
        plan, now = self.document.plan, self.draw.draw(STAMPS)
        match step:
            case "edit":
                self._change(self.draw.draw(edited(plan, self.draw.draw(spots(plan)))), now)
            case "milestone":
                title = self.draw.draw(st.sampled_from(["CPR card", "First aid"]))
                self._change(add_milestone(plan, date(2025, 8, 5), title, now), now)
            case "forget" if plan.milestones:
                self._change(remove_milestone(plan, plan.milestones[-1].id, now), now)
            case "undo":
                self.document.undo(now)
            case "redo":
                self.document.redo(now)
            case "restore":
                kept = self.document.earlier()
                if kept:
                    version = self.draw.draw(st.sampled_from(kept))
                    self._change(restored_version(version, plan, kept, now), now)
            case "put back" | "taken":
                self._put_back(now if step == "taken" else None)
            case _:
                self.document = Document.load(self.path)

    def _put_back(self, taken_at: datetime | None) -> None:
        """Another program, such as one that shares the folder, puts an earlier copy in place."""
        kept = self.document.earlier()
        if kept:
            self.path.write_bytes(self.draw.draw(st.sampled_from(kept)).path.read_bytes())
        if taken_at:
            self.document.take_file(taken_at)
        else:
            self.document = Document.load(self.path)

    def _change(self, after: Plan, now: datetime) -> None:
        if after != self.document.plan:
            self.document.change("", after, now)

    def look(self) -> None:
        moment = self.draw.draw(STAMPS)
        if self.document.needs_file:
            self.document.save(moment)
        # With each day a file begins and ends on other days, which are those of a break sometimes.
        self.today += timedelta(self.draw.draw(st.integers(0, 12)))
        for options in PLAIN:
            days = file_days(self.document.plan, self.today, 1)
            self.seen[options].take(events(self.document.schedule, *days, options))

    def give(self, way: str) -> None:
        schedule, today = self.document.schedule, date(2025, 9, 11)
        known = ledger.load(self.path, "x")
        ready = export.prepare(schedule, self.path, (FIRST, LAST), known)
        match way:
            case "whole":
                self.seen["target"].take(ready.diff.now)
                ready.whole(self.path.with_name("x.ics"), today)
            case "update":
                self.seen["target"].take(update_events(ready.diff))
                ledger.save(self.path, after_update(known, ready.diff, today))
            case "sync":
                sync = plan_sync(schedule, self.synced, FIRST, LAST)
                self.seen["server"].take((*sync.add, *sync.change))
                gone = (*sync.remove, *self.synced.gone)
                self.synced = self.synced._replace(events=sync.now, gone=gone)
            case _:
                options = self.draw.draw(st.sampled_from(CHOSEN))
                ledger.save_options(self.path, "x", options)
                self.synced = self.synced._replace(options=options)


@settings(max_examples=tries(8, 100), deadline=None)
@given(st.lists(st.sampled_from((*EDITS, *WAYS)), min_size=4, max_size=14), st.data())
def test_stamps_never_fall_and_rise_with_the_content(
    tmp_path_factory: object, steps: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("story")  # type: ignore[attr-defined]
    story = Story(folder, data)
    for step in steps:
        if step in WAYS:
            story.give(step)
        else:
            story.edit(step)
        story.look()


def test_hours_taken_back_then_a_copy_restored_count_on(tmp_path: Path) -> None:
    """As in the report: a plain file after an edit, an undo, and the edit's copy restored."""
    path, moment = tmp_path / "plan.json", datetime(2025, 8, 1, tzinfo=UTC)
    hour = timedelta(hours=1)
    document = Document(path, Schedule(example_plan()), None)
    document.save(moment)
    swap = Swap(date(2025, 8, 5), date(2025, 8, 9))
    document.change("swap", add_change(document.plan, swap, moment + hour), moment + hour)
    stamps = [_stamp(document)]
    document.undo(moment + 2 * hour)
    stamps.append(_stamp(document))
    copy = document.earlier()[0]
    back = restored_version(copy, document.plan, [], moment + 3 * hour)
    document.change("back", back, moment + 3 * hour)
    stamps.append(_stamp(document))
    # The swap states two days, so it takes two numbers; the event has the higher one of its days.
    assert stamps == [
        (2, moment + hour, 9),
        (3, moment + 2 * hour, 5),
        (6, moment + 3 * hour, 9),
    ]
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 1), date(2025, 9, 9))
    document.change("leave", add_change(document.plan, leave, moment), moment)
    assert _stamp(document) == stamps[-1]


def test_an_older_file_that_was_put_back_goes_on_from_the_copies_beside_it(tmp_path: Path) -> None:
    """As `cp old.json plan.json` does: the shift of August 5 is back, with later stamps at each look."""
    path, moment, hour = (
        tmp_path / "plan.json",
        datetime(2025, 8, 1, tzinfo=UTC),
        timedelta(hours=1),
    )
    document = Document(path, Schedule(example_plan()), None)
    document.save(moment)
    old = path.read_bytes()
    leave = Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 5))
    hours = OtherHours(date(2025, 8, 5), Hours(time(10), time(20)))
    document.change("hours", add_change(document.plan, hours, moment + hour), moment + hour)
    document.change("leave", add_change(document.plan, leave, moment), moment + 2 * hour)
    left = path.read_bytes()
    path.write_bytes(old)
    later = document.plan.history[-1].at + timedelta(seconds=1)
    for _ in range(2):
        again = Document.load(path)
        assert _stamp(again) == (3, later, 5)
        assert again.plan.changes == ()
    assert path.read_bytes() == old  # a look writes nothing
    # `restore` reads the older file itself, and goes on from what it is read as: number 3, as above.
    (copy,) = (one for one in again.earlier() if one.path.read_bytes() == left)
    back = restored_version(copy, planfile.parse(old), again.earlier(), moment)
    assert back.history[-1].number == 4
    # Where nothing lies beside it, as on another computer, nobody can know.
    path.write_bytes(old)
    shutil.rmtree(tmp_path / "plan.json.versions")
    assert _stamp(Document.load(path))[0] == 0


def _stamp(document: Document) -> tuple[int, datetime, int]:
    """SEQUENCE, LAST-MODIFIED and day of the shift of Tuesday, August 5, 2025."""
    found = events(document.schedule, FIRST, LAST)
    (event,) = (one for one in found if one.uid == "example-20250805-shift@heartplanner")
    return event.sequence, event.changed, event.day.day
