"""The one door to a plan on disk: what a save reads, writes and keeps, and what can be brought back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind, Note
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document, earlier, held, save_copy
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile, versions
from tests.counting import changes_applied
from tests.examples import tries

NOW = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "flipped": lambda path: path.write_bytes(path.read_bytes().replace(b'"', b"\0", 1)),
    "emptied": lambda path: path.write_bytes(b""),
    "removed": lambda path: path.unlink(),
}


def noted(plan: Plan, text: str) -> Plan:
    return add_change(plan, Note(date(2025, 9, 12), text), NOW)


def edit(document: Document, text: str, now: datetime = NOW) -> list[str]:
    return document.change(f"note {text}", noted(document.plan, text), now)


def texts(path: Path) -> list[list[str]]:
    """The notes of each version that can be read, newest first."""
    found = []
    for version in versions.versions(path):
        plan = planfile.parse(version.path.read_bytes())
        found.append([each.what.text for each in plan.changes if isinstance(each.what, Note)])
    return found


@pytest.fixture
def document(example: Plan, tmp_path: Path) -> Document:
    path = tmp_path / "plan.json"
    Document(path, Schedule(example), None).save(NOW)
    return Document.load(path)


class Calls(Counter[str]):
    """How often what was called, from `watch` on."""

    def watch(self, patch: pytest.MonkeyPatch, place: Any, name: str) -> None:
        real = getattr(place, name)

        def counted(*args: Any, **options: Any) -> Any:
            self[name] += 1
            return real(*args, **options)

        patch.setattr(place, name, counted)


def test_an_edit_dumps_and_reads_back_once_and_brings_two_files_and_their_folders_to_the_disk(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(document, "one")
    plan = noted(document.plan, "two")
    calls, applied = Calls(), changes_applied(monkeypatch)
    for place, name in (
        (planfile, "dump"),
        (planfile, "parse_json"),
        (disk, "save"),
        (os, "fsync"),
    ):
        calls.watch(monkeypatch, place, name)
    read: list[str] = []
    whole = Path.read_bytes

    def reading(path: Path) -> bytes:
        data = whole(path)
        read.append(path.name)
        return data

    monkeypatch.setattr(Path, "read_bytes", reading)
    document.change("note two", plan, NOW + MINUTE)
    assert calls == {"dump": 1, "parse_json": 1, "save": 2, "fsync": 4}
    assert applied.count == 1
    assert read == ["plan.json"]  # to see that nobody wrote it meanwhile


def test_each_saved_state_is_a_version_and_the_present_one_is_no_earlier_one(
    document: Document,
) -> None:
    for number, text in enumerate("abc", 1):
        assert edit(document, text, NOW + number * MINUTE) == []
    document.undo(NOW + 4 * MINUTE)
    assert texts(document.path) == [["a", "b"], ["a", "b", "c"], ["a", "b"], ["a"], []]
    assert [each.moment for each in document.earlier()] == [
        NOW + number * MINUTE for number in (3, 2, 1, 0)
    ]


def test_what_another_program_wrote_is_a_version_before_it_is_gone(
    document: Document,
) -> None:
    theirs = planfile.dump(noted(document.plan, "theirs"))
    document.path.write_bytes(theirs)
    assert document.changed_elsewhere
    with pytest.raises(FileError, match="changed by another program"):
        edit(document, "mine")
    assert document.unsaved
    assert document.path.read_bytes() == theirs
    document.keep_mine(NOW)
    assert not document.unsaved
    assert texts(document.path) == [["mine"], ["theirs"], []]


def test_a_file_of_any_content_can_be_saved_over_and_is_kept(example: Plan, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b"{broken")
    Document(path, Schedule(example), held(path)).save(NOW)
    assert planfile.load(path).plan == example
    assert [each.path.read_bytes() for each in earlier(path, path.read_bytes())] == [b"{broken"]


def test_a_previous_file_of_earlier_programs_is_left_alone(document: Document) -> None:
    old = document.path.with_name("plan.json.previous")
    old.write_bytes(b"as it was")
    edit(document, "one")
    assert old.read_bytes() == b"as it was"
    assert sorted(each.name for each in document.path.parent.iterdir()) == [
        "plan.json", "plan.json.previous", "plan.json.versions",
    ]  # fmt: skip


def test_on_a_full_disk_the_save_comes_before_its_version(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(document, "one")
    real, room = os.write, [len(planfile.dump(noted(document.plan, "two")))]

    def write(handle: int, data: memoryview) -> int:
        room[0] -= len(data)
        if room[0] < 0:
            raise OSError(28, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr(os, "write", write)
    (note,) = edit(document, "two", NOW + MINUTE)
    assert "no earlier copy is kept" in note
    assert planfile.load(document.path).plan == document.plan
    monkeypatch.undo()
    assert edit(document, "three", NOW + 2 * MINUTE) == []
    assert texts(document.path)[:3] == [["one", "two", "three"], ["one", "two"], ["one"]]


def test_undo_goes_back_over_what_another_program_wrote(document: Document) -> None:
    edit(document, "mine")
    document.path.write_bytes(planfile.dump(noted(document.plan, "theirs")))
    mine = document.plan
    document.take_file(NOW)
    assert document.undo_name == "change by another program"
    document.undo(NOW)
    assert document.plan == mine == planfile.load(document.path).plan
    assert (document.undo_name, document.redo_name) == ("note mine", "change by another program")
    document.redo(NOW)
    assert document.plan != mine


def test_what_is_kept_over_another_programs_edits_or_taken_from_an_older_file_is_newer(
    document: Document,
) -> None:
    """Both may be on a phone already: whichever plan goes on, its events have later stamps."""
    old = document.path.read_bytes()
    leave = [
        Absence(AbsenceKind.LEAVE, date(2025, 10, day), date(2025, 10, day)) for day in (7, 21)
    ]
    document.change("leave", add_change(document.plan, leave[0], NOW), NOW)
    theirs = document.plan
    for what in leave[1:]:
        theirs = add_change(theirs, what, NOW + MINUTE)
    document.path.write_bytes(planfile.dump(theirs))
    document.keep_mine(NOW + 2 * MINUTE)
    assert [change.what for change in document.plan.changes] == leave[:1]
    assert document.plan.history[-1] == (NOW + 2 * MINUTE, leave[1].first, leave[1].last, 3)
    assert planfile.load(document.path).plan == document.plan
    document.path.write_bytes(old)
    document.take_file(NOW + 3 * MINUTE)
    assert document.plan.changes == ()
    assert [one.number for one in document.plan.history] == [0, 1, 2, 3, 4]
    assert document.plan.history[-1][1:3] == leave[0][1:3]


def test_an_amended_edit_is_one_edit_and_none_where_it_ends_as_it_began(document: Document) -> None:
    before = document.plan
    edit(document, "one")
    document.amend("note two", noted(before, "two"), NOW + MINUTE)
    assert (document.undo_name, texts(document.path)[0]) == ("note two", ["two"])
    document.undo(NOW + 2 * MINUTE)
    assert (document.plan, document.undo_name) == (before, "")
    edit(document, "three")
    document.amend("note three", before, NOW + 3 * MINUTE)
    assert (document.undo_name, texts(document.path)[0]) == ("", [])


def test_a_copy_leaves_nothing_beside_it_and_keeps_what_it_takes_the_place_of(
    document: Document, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    path = copies / "copy.json"
    assert save_copy(path, document.schedule, NOW) == []
    assert [each.name for each in copies.iterdir()] == ["copy.json"]
    first = path.read_bytes()
    save_copy(path, Schedule(noted(document.plan, "later")), NOW)
    assert [each.path.read_bytes() for each in versions.versions(path)] == [first]


@settings(max_examples=tries(15, 25))
@given(
    st.lists(
        st.sampled_from(["edit", "undo", "redo", "elsewhere", "anew", "back"]),
        min_size=1,
        max_size=9,
    ),
    st.sampled_from(sorted(DAMAGES)),
)
def test_whatever_happens_to_the_file_the_newest_version_is_what_was_saved_last(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], damage: str
) -> None:
    from heartplanner.core.edits.example import example_plan

    path = tmp_path_factory.mktemp("plan") / "plan.json"
    document, moment = Document(path, Schedule(example_plan()), None), NOW
    document.save(moment)
    for number, step in enumerate(steps):
        moment += timedelta(seconds=number % 2)  # some in the same second
        match step:
            case "edit":
                edit(document, f"{number}", moment)
            case "undo":
                document.undo(moment)
            case "redo":
                document.redo(moment)
            case "elsewhere":
                path.write_bytes(planfile.dump(noted(document.plan, f"theirs {number}")))
                document.keep_mine(moment)
            case "back":  # the clock is set back
                moment -= timedelta(hours=2)
            case _:
                document = Document.load(path)
    saved = path.read_bytes()
    DAMAGES[damage](path)
    assert earlier(path, held(path))[0].path.read_bytes() == saved
