"""Whatever befalls the program and the folder, a kept file ends as the plan has it, with rising stamps."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
import saver_calls
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_scenes import LEAVE, ONE_MONTH, Kept, Stamps, shown

from heartplanner.core.plan.change import Absence, AbsenceKind, Extra
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import PlanError
from heartplanner.files.calendar.kept import keep
from tests.examples import LONG, tries

CHANGING = {"mkdir", "open", "write", "unlink", "replace"}


def write_and_die(kept: Kept, at: int) -> int:
    """How a process ends that writes the kept file and is killed before its call number `at`."""

    def work() -> None:
        assert kept.write() == []

    return saver_calls.end_of(work, at)


@pytest.fixture(autouse=True)
def whole_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A calendar is written in a few calls, and not in hundreds as where each write is cut short."""
    monkeypatch.setattr(saver_calls, "SHORT", 4000)


def edited(folder: Path) -> tuple[Kept, bytes]:
    """A kept file that lacks the last edit, always at the same place; and what it holds."""
    shutil.rmtree(folder, ignore_errors=True)
    kept = Kept(folder)
    kept.write()
    kept.edit(LEAVE)
    return kept, kept.path.read_bytes()


def kill_points(folder: Path) -> list[int]:
    """The numbers of the calls that change something on the disk; in a long run of all calls."""
    kept, _ = edited(folder)
    with saver_calls.watched() as log:
        assert kept.write() == []
    return [number for number, call in enumerate(log) if LONG or call.split()[0] in CHANGING]


def test_killed_at_any_call_it_is_old_or_new_and_then_the_plan(tmp_path: Path) -> None:
    points = kill_points(tmp_path / "kept")
    assert len(points) >= 17  # of the ledger, the file and the list: unlink, open, write, replace
    contents = []
    for at in points:
        kept, old = edited(tmp_path / "kept")
        program = Stamps()
        program.read(old)
        assert write_and_die(kept, at) == saver_calls.KILLED
        after = kept.path.read_bytes()
        contents.append(shown(after) == kept.planned())
        assert contents[-1] or after == old
        program.read(after)
        # The edit is taken back: what was seen of it before the end must not come again as older.
        kept.document.undo(kept.moment)
        assert kept.write() == []
        program.read(kept.path.read_bytes())
        assert shown(kept.path.read_bytes()) == kept.planned() == shown(old)
        assert [path.name for path in kept.shared.iterdir()] == ["HEART.ics"]
    # Old until one call, and new from then on.
    assert contents == sorted(contents)
    assert set(contents) == {False, True}


class Story(Kept):
    """A kept file to which things happen; each method is one of them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.program = Stamps()
        self._older = b""

    def leave(self, number: int) -> None:
        day = self.today + timedelta(number)
        self._try(Absence(AbsenceKind.LEAVE, day, day + timedelta(number % 3)))

    def extra(self, number: int) -> None:
        self._try(Extra(self.today + timedelta(number), None, Hours(time(9), time(17))))

    def _try(self, what: Absence | Extra) -> None:
        try:
            self.edit(what)
        except PlanError:  # the day is not worked, or has a shift already
            return

    def undo(self, _: int) -> None:
        self.document.undo(self.moment)

    def redo(self, _: int) -> None:
        self.document.redo(self.moment)

    def tomorrow(self, _: int) -> None:
        if self.today < date(2025, 8, 15):
            self.today += timedelta(1)

    def alarm(self, number: int) -> None:
        if self.shared.exists():
            keep(self.document.path, self.path, ONE_MONTH._replace(alarm=number))

    def killed(self, number: int) -> None:
        write_and_die(self, number * 3)

    def goes(self, _: int) -> None:
        if self.shared.exists():
            self.shared.rename(self.shared.with_name("gone"))

    def comes(self, _: int) -> None:
        if not self.shared.exists():
            self.shared.with_name("gone").rename(self.shared)

    def cut_short(self, number: int) -> None:
        """The program that shares the folder was cut off while it wrote."""
        self._replaced(lambda data: data[: number * 40])

    def older(self, _: int) -> None:
        """The program that shares the folder brought back what the file held before."""
        self._replaced(lambda data: self._older or data)

    def lost(self, _: int) -> None:
        if self.shared.exists():
            self.path.unlink(missing_ok=True)

    def _replaced(self, change: Callable[[bytes], bytes]) -> None:
        if self.path.exists():
            self.path.write_bytes(change(self.path.read_bytes()))

    def look(self) -> None:
        """Write and read it: the plan, where the folder is there; else one sentence."""
        notes = self.write()
        if not self.shared.exists():
            assert len(notes) == 1
            assert f"{self.path}: its folder is not there" in notes[0]
            return
        assert notes == []
        data = self.path.read_bytes()
        assert shown(data) == self.planned()
        assert b"STATUS:CANCELLED" not in data
        self.program.read(data)
        self._older = data


EVENTS = [
    Story.leave, Story.extra, Story.undo, Story.redo, Story.tomorrow, Story.alarm, Story.killed,
    Story.goes, Story.comes, Story.cut_short, Story.older, Story.lost,
]  # fmt: skip
WHAT = st.tuples(st.sampled_from(EVENTS), st.integers(0, 29), st.booleans())


@settings(max_examples=tries(5, 200))
@given(st.lists(WHAT, min_size=4, max_size=14))
def test_a_story_of_edits_kills_and_a_folder_that_comes_and_goes_ends_as_the_plan(
    what: list[tuple[Callable[[Story, int], None], int, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = Story(Path(folder))
        story.look()
        for happen, number, looked in what:
            happen(story, number)
            # Not each edit is written: several may come before the program gets to it.
            if looked:
                story.look()
        story.comes(0)
        story.look()
