"""The store under a random user, and beside other programs."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heartplanner import app
from heartplanner.cli import main as program
from heartplanner.cli.main import main
from heartplanner.core.cells.cells import cell
from heartplanner.core.cells.day_marks import CellNote, NoteKind
from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.edits.edits import add_change, add_milestone, assign, confirm, remove_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.edits.history import facts
from heartplanner.core.edits.own_entries import add_entry
from heartplanner.core.plan.change import Absence, AbsenceKind, ChangeDetail, Note, Swap
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Assignment, Plan, PlanError, Rotation
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document, restored_version
from heartplanner.files.plan import planfile, versions
from heartplanner.store import Store
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.window.main_window import MainWindow
from tests.strategies import other_calendars, own_entries

Open = Callable[..., MainWindow]
NOW = datetime(2025, 9, 11, 16, tzinfo=UTC)
LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 10))
LICENSE = "Driver's license: 15 days left"
NOTE = Note(date(2025, 9, 12), "x")
DAYS = st.dates(date(2025, 7, 28), date(2025, 10, 31))
CHANGES = st.one_of(
    st.builds(lambda day: Absence(AbsenceKind.LEAVE, day, day + timedelta(days=3)), DAYS),
    st.builds(Swap, DAYS, DAYS, st.sampled_from(Band)),
    st.builds(lambda day: Swap(None, day), DAYS),
    st.builds(Note, DAYS, st.text(st.characters(categories=["L", "N"]), max_size=9)),
)
LETTERS = st.lists(st.sampled_from("SA-DE"), min_size=42, max_size=42).map("".join)


class RandomUser(RuleBasedStateMachine):
    """Edits, undoes, redoes, saves and loads; plan, file and what views were told always agree."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "plan.json"
        self.store = Store(Document(self.path, Schedule(example_plan()), None), clock=self.clock)
        self.ticks = 0
        self.told = self.store.plan
        self.store.plan_changed.connect(self.hear)
        self.first = self.store.plan

    def clock(self) -> datetime:
        self.ticks += 1
        return NOW + timedelta(seconds=self.ticks)

    def hear(self, plan: Plan) -> None:
        self.told = plan

    @rule(what=CHANGES)
    def change(self, what: ChangeDetail) -> None:
        try:
            after = add_change(self.store.plan, what, self.store.moment())
        except PlanError:
            return
        self.store.change("a change", after)
        assert self.store.undo_name == "a change"

    @rule(day=DAYS, letters=LETTERS, week=st.integers(1, 6))
    def assign(self, day: date, letters: str, week: int) -> None:
        try:
            new = Assignment(day, Rotation(letters), week)
            after = assign(self.store.plan, new, self.store.moment())
        except PlanError:
            return
        self.store.change("a rotation", after)

    @rule(day=DAYS, data=st.data())
    def entry(self, day: date, data: st.DataObject) -> None:
        try:
            after = add_entry(self.store.plan, data.draw(own_entries(day)), self.store.moment())
        except PlanError:
            return
        self.store.change("an appointment", after)

    @rule(calendar=other_calendars())
    def calendar(self, calendar: OtherCalendar) -> None:
        try:
            after = add_calendar(self.store.plan, calendar, self.store.moment())
        except PlanError:
            return
        self.store.change("a calendar", after)

    @rule(day=DAYS)
    def milestone(self, day: date) -> None:
        self.store.change("m", add_milestone(self.store.plan, day, "CPR", self.store.moment()))

    @rule()
    def confirm(self) -> None:
        self.store.change("confirm", confirm(self.store.plan, self.store.moment()))

    @precondition(lambda self: self.store.plan.changes)
    @rule(index=st.integers(0, 99))
    def take_back(self, index: int) -> None:
        changes = self.store.plan.changes
        chosen = changes[index % len(changes)].id
        try:
            after = remove_change(self.store.plan, chosen, self.store.moment())
        except PlanError:
            return
        self.store.change("back", after)

    @rule()
    def undo(self) -> None:
        self.store.undo()

    @rule()
    def redo(self) -> None:
        self.store.redo()

    @precondition(lambda self: self.path.exists())
    @rule()
    def start_anew(self) -> None:
        loaded = planfile.load(self.path)
        assert loaded.plan == self.store.plan
        assert planfile.dump(loaded.plan) == loaded.data

    @invariant()
    def all_agree(self) -> None:
        assert self.told == self.store.plan
        if self.path.exists():
            assert self.path.read_bytes() == planfile.dump(self.store.plan)

    def teardown(self) -> None:
        while self.store.undo_name:
            self.store.undo()
        assert facts(self.store.plan) == facts(self.first)
        assert self.store.plan.version >= self.first.version
        self.folder.cleanup()


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_window_and_file_agree_after_each_of_many_steps(open_window: Open) -> None:
    """A random user of the window: what a screen reader finds is what the file says."""
    window, chance = open_window(), random.Random(11)
    role = Qt.ItemDataRole.AccessibleTextRole
    model = window.findChildren(MonthTable)[0].model()
    for _ in range(60):
        day = date(2025, 9, 1) + timedelta(days=chance.randrange(30))
        what = chance.choice([Swap(None, day), Swap(day, None), Note(day, "x"), None, None])
        try:
            if what is None:
                chance.choice([window.session.store.undo, window.session.store.redo])()
            else:
                plan = add_change(window.session.store.plan, what, window.session.store.moment())
                window.session.store.change("step", plan)
        except PlanError:
            continue
        if not window.session.store.path.exists():
            continue
        plan = planfile.load(window.session.store.path).plan
        said = [model.index(row, column).data(role) for row in range(5) for column in range(7)]
        page = Schedule(plan).days(date(2025, 9, 1), date(2025, 10, 5))
        due = {date(2025, 9, 26): [CellNote(NoteKind.REMINDER, LICENSE)]}
        assert said == [
            cell(day, day_notes=due.get(day.date, ()), today=date(2025, 9, 11)).name for day in page
        ]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(
        Document(tmp_path / "plan.json", Schedule(example_plan()), None), clock=lambda: NOW
    )


def noted(store: Store, text: str) -> Plan:
    return add_change(store.plan, Note(date(2025, 8, 4), text), NOW)


def test_a_step_is_saved_at_once_and_named(store: Store) -> None:
    store.change("note, Monday", noted(store, "dentist"))
    assert planfile.load(store.path).plan == store.plan
    assert (store.undo_name, store.redo_name) == ("note, Monday", "")
    store.undo()
    assert (store.undo_name, store.redo_name) == ("", "note, Monday")


def test_what_another_program_wrote_is_noticed_and_never_overwritten(
    store: Store, qtbot: QtBot
) -> None:
    store.change("note", noted(store, "mine"))
    theirs = planfile.dump(noted(store, "theirs"))
    store.path.write_bytes(theirs)
    with qtbot.waitSignal(store.file_changed):
        store.look_at_file()
    with qtbot.waitSignal(store.save_failed) as failed:
        store.change("note", noted(store, "mine again"))
    assert "changed by another program" in failed.args[0]
    assert store.path.read_bytes() == theirs
    assert store.unsaved
    mine = store.plan
    store.take_file()
    assert planfile.dump(store.plan) == theirs
    store.undo()
    assert store.plan == mine


def test_keeping_mine_keeps_theirs_as_a_version(store: Store) -> None:
    store.change("note", noted(store, "mine"))
    theirs = planfile.dump(noted(store, "theirs"))
    store.path.write_bytes(theirs)
    store.keep_mine()
    assert planfile.load(store.path).plan == store.plan
    assert theirs in [each.path.read_bytes() for each in versions.versions(store.path)]


class Clock(datetime):
    """Stands in for datetime in cli/main.py, and is the store's clock."""

    moment = NOW

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return cls.moment.astimezone(tz)


STORY: list[tuple[list[str], Callable[[Plan, datetime], Plan]]] = [
    (["confirm"], confirm),
    (
        ["change", "add", "leave", "2025-10-06..2025-10-10"],
        lambda plan, now: add_change(plan, LEAVE, now),
    ),
    (["change", "add", "note", "2025-09-12", "x"], lambda plan, now: add_change(plan, NOTE, now)),
    (
        ["milestone", "add", "2025-10-31", "CPR card"],
        lambda plan, now: add_milestone(plan, date(2025, 10, 31), "CPR card", now),
    ),
    (["change", "remove", "1"], lambda plan, now: remove_change(plan, 1, now)),
]
"""Edits as the command line has them and as the window does: the second two come in one minute."""


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_the_window_and_the_command_line_leave_the_same_files(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the example on; then a file that another program wrote, and a version that is restored."""
    monkeypatch.setattr(program, "datetime", Clock)
    monkeypatch.setattr(planfile, "new_id", lambda: "0123456789abcdef")
    moments = [NOW + timedelta(seconds=seconds) for seconds in (0, 100, 130, 4000, 90000)]
    window, shell = own_folder / "window", own_folder / "data" / "heartplanner"
    store = Store(app._example(window / "plan.json"), clock=Clock.now)
    for moment, (words, edit) in zip(moments, STORY, strict=True):
        Clock.moment = moment
        store.change(words[0], edit(store.plan, moment))
        assert main(words, lambda *_: 9) == 0
    assert files(window) == files(shell)
    theirs = planfile.dump(add_change(store.plan, NOTE, NOW))
    Clock.moment += timedelta(hours=1)
    for folder in (window, shell):
        (folder / "plan.json").write_bytes(theirs)
    store.take_file()
    oldest = store.earlier()[-1]
    back = restored_version(oldest, store.plan, [], Clock.moment)
    store.change("back", back)
    assert main(["restore", oldest.stamp], lambda *_: 9) == 0
    assert files(window) == files(shell)
    # Of the three saves between 4 and 5 pm (UTC) the last; then each one; then theirs, and what came back.
    stamps = ["11T160210Z", "11T170640Z", "12T170000Z", "12T180000Z", "12T180000Z-2"]
    names = [f"plan.json.versions/2025-09-{stamp}.json" for stamp in stamps]
    assert sorted(files(window)) == sorted(["plan.json", *names])


def test_a_look_at_an_untouched_file_says_nothing(store: Store, qtbot: QtBot) -> None:
    store.change("note", noted(store, "mine"))
    with qtbot.assertNotEmitted(store.file_changed):
        store.look_at_file()


def test_a_full_disk_loses_nothing_and_the_next_step_tries_again(
    store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken, qtbot.waitSignal(store.save_failed):
        broken.setattr("os.write", full)
        store.change("note", noted(store, "kept in hand"))
    assert store.unsaved
    assert not store.path.exists()
    store.change("note", noted(store, "and now"))
    assert planfile.load(store.path).plan == store.plan
    assert not store.unsaved
