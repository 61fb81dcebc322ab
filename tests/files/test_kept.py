"""Calendar files that follow the plan: what is written, when, and what is never written over."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import time, timedelta
from pathlib import Path

import pytest
from kept_scenes import FREE, LEAVE, NOON, ONE_MONTH, TODAY, TUESDAY, Kept, Stamps, shown

from heartplanner.core.calendar.export_options import FAMILY_OPTIONS
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import OtherHours, Swap
from heartplanner.core.plan.hours import Hours
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.calendar import export as exports
from heartplanner.files.calendar import ical, ledger
from heartplanner.files.calendar.kept import (
    ForeignFileError,
    NewerFileError,
    check_newer,
    keep,
    kept_file,
    kept_files,
    stop,
    write_kept,
)
from heartplanner.files.disk import FileError

GOLDEN = Path(__file__).parents[1] / "golden" / "kept-2025-08.ics"
FAMILY = FAMILY_OPTIONS._replace(months=1)
OTHER = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_it_is_as_approved(tmp_path: Path) -> None:
    """Of the example as it comes, whose id and stamps are always the same."""
    document = Document(tmp_path / "plan.json", Schedule(example_plan()), None)
    document.save(NOON)
    keep(document.path, tmp_path / "HEART.ics", ONE_MONTH)
    assert write_kept(document.schedule, document.path, TODAY) == []
    assert (tmp_path / "HEART.ics").read_bytes() == GOLDEN.read_bytes()


def test_programs_are_told_to_read_it_every_hour() -> None:
    """RFC 7986, 5.7: the value's type must be said. Outlook reads the other line."""
    lines = GOLDEN.read_bytes().split(b"\r\n")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in lines
    assert b"X-PUBLISHED-TTL:PT1H" in lines


def test_it_follows_edits_days_and_options_and_is_left_alone_else(kept: Kept) -> None:
    def written() -> bool:
        before = kept.path.stat().st_ino if kept.path.exists() else 0
        assert kept.write() == []
        assert shown(kept.path.read_bytes()) == kept.planned()
        return kept.path.stat().st_ino != before  # each write is another file, renamed

    program = Stamps()
    steps = [written(), written()]
    kept.edit(LEAVE)
    steps += [written(), written()]
    program.read(kept.path.read_bytes())
    kept.document.undo(kept.moment)
    steps += [written(), written()]
    program.read(kept.path.read_bytes())
    kept.today += timedelta(1)  # one more day of the break that is in the file already
    steps += [written()]
    kept.today += timedelta(3)  # Thursday, September 4, is an admin day
    steps += [written()]
    keep(kept.document.path, kept.path, ONE_MONTH._replace(alarm=30))
    steps += [written(), written()]
    program.read(kept.path.read_bytes())
    kept.path.unlink()
    steps += [written()]
    assert steps == [True, False] * 3 + [False, True] + [True, False] + [True]
    assert b"TRIGGER:-PT30M" in kept.path.read_bytes()


def test_nothing_is_computed_where_nothing_is_other(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write()
    computed: list[object] = []
    real = exports.prepare
    monkeypatch.setattr(exports, "prepare", lambda *a: computed.append(a) or real(*a))
    kept.write()
    assert computed == []
    kept.edit(LEAVE)
    kept.write()
    assert len(computed) == 1


def test_a_place_that_is_gone_is_said_and_taken_up_again(kept: Kept) -> None:
    kept.write()
    kept.shared.rename(kept.shared.with_name("gone"))
    kept.edit(LEAVE)
    assert kept.write() == [
        f"A kept calendar file is not up to date: {kept.path}: its folder is not there: connect its"
        " drive, or make the folder."
    ]
    kept.shared.with_name("gone").rename(kept.shared)
    assert kept.write() == []
    assert shown(kept.path.read_bytes()) == kept.planned()


def test_what_cannot_be_written_is_not_remembered_as_written(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the days that its readers lack can still be told; and their stamps rise once it is written."""
    kept.write()
    (target,), program = kept_files(kept.document.path), Stamps()
    before = ledger.load(kept.document.path, target.target)
    program.read(kept.path.read_bytes())
    kept.edit(LEAVE)
    with monkeypatch.context() as patched:
        patched.setattr(ical, "write", lambda *_, **__: _refuse(kept.path))
        assert "the file is read-only" in kept.write()[0]
        assert ledger.load(kept.document.path, target.target) == before
    assert kept.write() == []
    program.read(kept.path.read_bytes())
    assert shown(kept.path.read_bytes()) == kept.planned()


def _refuse(path: Path) -> list[str]:
    raise FileError(f"{path}: not saved: the file is read-only")


def copied(kept: Kept, copy: Path) -> Document:
    """A copy of the plan, with the list of kept files and the memory of what they have."""
    copy.mkdir()
    for name in ("plan.json", "plan.json.kept"):
        shutil.copy(kept.document.path.with_name(name), copy)
    shutil.copytree(kept.document.path.with_name("plan.json.handed"), copy / "plan.json.handed")
    return Document(copy / "plan.json", kept.document.schedule, None)


def test_a_copy_of_the_plan_undoes_nothing_that_is_newer(kept: Kept, tmp_path: Path) -> None:
    """A backup or a second computer has the list of kept files, too; to look at it changes nothing."""
    kept.write()
    program = Stamps()
    older = copied(kept, tmp_path / "copy")
    program.read(kept.path.read_bytes())
    kept.edit(Swap(TUESDAY, FREE, colleague="Lee"))
    assert kept.write() == []
    newer = kept.path.read_bytes()
    program.read(newer)
    (note,) = write_kept(older.schedule, older.path, kept.today)
    assert "1 event there is newer than this schedule (Sun, Aug 10)" in note
    assert kept.path.read_bytes() == newer
    with pytest.raises(NewerFileError):
        check_newer(older.path, kept.path, kept.today)
    assert kept.write() == []
    assert kept.path.read_bytes() == newer
    keep(older.path, kept.path, ONE_MONTH, replace=True)
    assert write_kept(older.schedule, older.path, kept.today) == []
    program.read(kept.path.read_bytes())
    assert shown(kept.path.read_bytes()) != kept.planned()


def test_what_a_copy_puts_back_has_another_uid_and_is_not_undone_in_silence(
    kept: Kept, tmp_path: Path
) -> None:
    """The shift of Tuesday got other hours, and then leave took its place: no stamp of that is left."""
    kept.write()
    program, copy = Stamps(), copied(kept, tmp_path / "copy")
    program.read(kept.path.read_bytes())
    for what in (OtherHours(TUESDAY, Hours(time(10), time(20))), LEAVE):
        kept.edit(what)
        assert kept.write() == []
        program.read(kept.path.read_bytes())
    keep(copy.path, kept.path, ONE_MONTH, replace=True)
    assert write_kept(copy.schedule, copy.path, kept.today) == []
    replaced = kept.path.read_bytes()
    program.read(replaced)
    assert b"-20250805-shift-g2@" in replaced
    (note,) = kept.write()
    assert "1 event there is newer than this schedule (Tue, Aug 5)" in note
    assert kept.path.read_bytes() == replaced
    keep(kept.document.path, kept.path, ONE_MONTH, replace=True)
    assert kept.write() == []
    program.read(kept.path.read_bytes())
    assert shown(kept.path.read_bytes()) == kept.planned()


def test_what_another_program_changed_in_it_gets_later_stamps(kept: Kept) -> None:
    """A phone may have read it meanwhile, and goes by the stamps."""
    kept.write()
    program = Stamps()
    kept.path.write_bytes(kept.path.read_bytes().replace(b"SUMMARY:HEART", b"SUMMARY:OTHER"))
    program.read(kept.path.read_bytes())
    assert kept.write() == []
    program.read(kept.path.read_bytes())
    assert b"SUMMARY:OTHER" not in kept.path.read_bytes()


def test_a_folder_in_the_files_place_is_said_and_the_other_file_is_written(kept: Kept) -> None:
    other = kept.shared / "family.ics"
    keep(kept.document.path, other, FAMILY)
    kept.path.mkdir()
    (note,) = kept.write()
    assert f"{kept.path}: this is not a file; choose another." in note
    assert b"Home all day" in other.read_bytes()


def test_the_plan_on_the_disk_counts_and_not_an_older_one(kept: Kept) -> None:
    """A window that has not yet taken what a command saved writes no older days over newer ones."""
    older = kept.document.schedule
    kept.edit(LEAVE)
    assert write_kept(older, kept.document.path, kept.today) == []
    assert shown(kept.path.read_bytes()) == kept.planned()


def test_an_edit_saved_while_it_writes_is_written_too(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, edits = exports.prepare, [LEAVE]

    def slow(*arguments: object) -> object:
        export = real(*arguments)
        while edits:
            kept.edit(edits.pop())
        return export

    monkeypatch.setattr(exports, "prepare", slow)
    assert kept.write() == []
    assert shown(kept.path.read_bytes()) == kept.planned()


def test_a_removed_event_is_gone_and_comes_back_under_another_uid(kept: Kept) -> None:
    kept.write()
    shift = re.compile(rb"UID:(\S+)\r\n")
    before = set(shift.findall(kept.path.read_bytes()))
    kept.edit(LEAVE)
    kept.write()
    assert b"CANCELLED" not in kept.path.read_bytes()
    without = set(shift.findall(kept.path.read_bytes()))
    kept.document.undo(kept.moment)
    kept.write()
    assert len(before - without) == 1
    again = set(shift.findall(kept.path.read_bytes())) - without
    assert [uid for uid in again if b"-g2@" in uid] == sorted(again)


@pytest.mark.parametrize("content", [OTHER, b"a diary", OTHER.replace(b"1@", b"2-1@")])
def test_another_file_is_never_written_over(kept: Kept, content: bytes) -> None:
    kept.write()
    kept.path.write_bytes(content)
    (note,) = kept.write()
    assert str(kept.path) in note
    assert kept.path.read_bytes() == content
    stop(kept.document.path, kept.path)
    with pytest.raises(FileError, match="another"):
        keep(kept.document.path, kept.path, ONE_MONTH)
    assert kept_files(kept.document.path) == ()


def test_another_calendar_is_replaced_where_one_says_so(kept: Kept) -> None:
    path = kept.shared / "other.ics"
    path.write_bytes(OTHER)
    with pytest.raises(ForeignFileError, match="not made from your schedule"):
        keep(kept.document.path, path, ONE_MONTH)
    keep(kept.document.path, path, ONE_MONTH, replace=True)
    assert kept.write() == []
    assert shown(path.read_bytes()) == kept.planned()


def test_a_kept_file_that_another_replaced_is_replaced_in_turn(kept: Kept) -> None:
    # Nothing of the plan had changed since, so that it was taken for the file that was left here.
    kept.write()
    for _ in range(2):
        kept.path.write_bytes(OTHER)
        assert len(kept.write()) == 1
        keep(kept.document.path, kept.path, ONE_MONTH, replace=True)
        assert kept.write() == []
        assert shown(kept.path.read_bytes()) == kept.planned()


def test_a_copy_for_others_is_known_as_ours_by_the_events_that_it_had(kept: Kept) -> None:
    """Its UIDs do not tell whose plan it is."""
    keep(kept.document.path, kept.path, FAMILY)
    kept.write()
    assert kept.document.plan.id.encode() not in kept.path.read_bytes()
    older = kept.path.read_bytes()
    kept.edit(Swap(TUESDAY, FREE, None))
    kept.write()
    kept.path.write_bytes(older)
    assert kept.write() == []
    assert kept.path.read_bytes() != older


def test_a_file_that_was_exported_before_keeps_its_stamps_rising(kept: Kept) -> None:
    """Programs may read it already; what they know must not be newer than what it becomes."""
    plan_file = kept.document.path
    stop(plan_file, kept.path)
    ledger.save_options(plan_file, "my phone", ONE_MONTH)
    program = Stamps()
    for edit in ("first", "leave", "back"):
        if edit == "leave":
            kept.edit(Swap(TUESDAY, FREE, None))
        elif edit == "back":
            kept.document.undo(kept.moment)
        export = exports.for_target(kept.document.schedule, plan_file, kept.today, "my phone")
        export.whole(kept.path, kept.today)
        program.read(kept.path.read_bytes())
    keep(plan_file, kept.path, ONE_MONTH)
    assert kept.write() == []
    program.read(kept.path.read_bytes())
    kept.edit(LEAVE)
    assert kept.write() == []
    program.read(kept.path.read_bytes())


def test_stopped_it_stays_as_it_is_and_goes_on_where_it_was(kept: Kept) -> None:
    kept.write()
    before = kept.path.read_bytes()
    assert stop(kept.document.path, kept.path)
    assert not stop(kept.document.path, kept.path)
    kept.edit(LEAVE)
    assert kept.write() == []
    assert kept.path.read_bytes() == before
    target = kept_file(kept.document.path, kept.path).target
    chosen = ledger.target_state(kept.document.path, target).options
    assert chosen == ONE_MONTH
    keep(kept.document.path, kept.path, chosen)
    kept.write()
    assert shown(kept.path.read_bytes()) == kept.planned()


def test_a_file_is_on_the_list_once_however_it_is_spelled(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = kept.shared.with_name("link")
    link.symlink_to(kept.shared)
    monkeypatch.chdir(kept.shared)
    for path in (
        Path("HEART.ics"),
        link / "HEART.ics",
        kept.shared / ".." / "shared" / "HEART.ics",
    ):
        assert keep(kept.document.path, path, ONE_MONTH).path == kept.path
    assert [one.path for one in kept_files(kept.document.path)] == [kept.path]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan.json", "this is your schedule file"),
        ("plan.json.kept", "what belongs to a schedule file is kept there"),
        ("nowhere/HEART.ics", "its folder is not there"),
        ("HEART\udcff.ics", "characters that cannot be kept"),
    ],
)
def test_no_place_for_it(kept: Kept, name: str, said: str) -> None:
    plan_file = kept.document.path
    with pytest.raises(FileError, match=said):
        keep(plan_file, plan_file.parent / name, ONE_MONTH)
    assert [one.path for one in kept_files(plan_file)] == [kept.path]


def test_what_cannot_be_read_is_a_sentence(kept: Kept) -> None:
    kept.write()
    target = kept_files(kept.document.path)[0].target
    memory = kept.document.path.with_name("plan.json.handed") / f"{target.replace(' ', '-')}.json"
    memory.write_bytes(b"{")
    (note,) = kept.write()
    assert "delete this file" in note
    memory.unlink()
    assert kept.write() == []
    kept.document.path.with_name("plan.json.kept").write_bytes(b"{")
    (note,) = kept.write()
    assert "choose again which calendar files" in note


def test_a_link_is_written_through(kept: Kept) -> None:
    real = kept.shared / "real.ics"
    kept.path.symlink_to(real)
    assert kept.write() == []
    assert kept.path.is_symlink()
    assert shown(real.read_bytes()) == kept.planned()


def test_the_library_of_calendars_is_loaded_only_to_write(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write()
    code = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from heartplanner.files.plan import planfile; from heartplanner.files.calendar import kept;"
        "path = Path(sys.argv[1]);"
        "print(kept.write_kept(planfile.load(path).schedule, path, date(2025, 8, 1)),"
        "'icalendar' in sys.modules)"
    )
    words = [sys.executable, "-c", code, str(kept.document.path)]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert said == "[] False\n"


def test_stamps_go_on_where_the_memory_is_lost(kept: Kept) -> None:
    kept.write()
    program = Stamps()
    kept.edit(Swap(TUESDAY, FREE, None))
    kept.write()
    kept.document.undo(kept.moment)
    kept.write()
    program.read(kept.path.read_bytes())
    (memory,) = kept.document.path.with_name("plan.json.handed").iterdir()
    memory.unlink()
    keep(kept.document.path, kept.path, ONE_MONTH)
    kept.edit(LEAVE)
    assert kept.write() == []
    program.read(kept.path.read_bytes())
    assert shown(kept.path.read_bytes()) == kept.planned()
