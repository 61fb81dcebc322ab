"""Where a calendar's bytes are: bounded, and every trouble is one line that keeps a link to itself."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from heartplanner.core.events.read_calendar import ReadCalendar
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.files.events import calendar_source, child
from heartplanner.files.events.calendar_source import changed_at, keep, kept_file, read_calendar
from heartplanner.files.roster import child as roster_child

DAY = date(2025, 9, 4)
ICS = (
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\n"
    b"DTSTART:20250904T150000\nEND:VEVENT\nEND:VCALENDAR\n"
)
LINK = OtherCalendar("Kim", "https://example.org/private-83b1")


def read(source: Path | str) -> ReadCalendar:
    return read_calendar(OtherCalendar("Sam", str(source)), DAY, DAY)


def test_what_is_too_large_or_too_much_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_source, "LIMIT", 150)
    monkeypatch.setattr(calendar_source, "MOST_FILES", 2)
    big = tmp_path / "big.ics"
    big.write_bytes(ICS * 2)
    assert "larger than" in read(big).trouble
    big.write_bytes(ICS)
    (tmp_path / "two.ICS").write_bytes(ICS)
    assert "its files are larger than" in read(tmp_path).trouble
    (tmp_path / "three.ics").write_bytes(ICS)
    assert "more than 2 calendar files" in read(tmp_path).trouble
    assert read(tmp_path / "none.ics").trouble.endswith("No such file or directory")
    (tmp_path / "three.ics").unlink()
    big.write_bytes(ICS.replace(b"BEGIN:VEVENT", b"X-WR-CALNAME:Sam\nBEGIN:VEVENT", 1))
    monkeypatch.setattr(calendar_source, "LIMIT", 400)
    # What a file calls itself is the name of all only where there is no other.
    assert (read(big).name, read(tmp_path).name) == ("Sam", "")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert read(empty) == ReadCalendar()


def test_what_is_canceled_is_none_of_the_events_that_take_place(tmp_path: Path) -> None:
    """Of three events one is canceled itself."""
    event = "BEGIN:VEVENT\nUID:{}\nSUMMARY:{}\nDTSTART:20250904T150000\n{}END:VEVENT\n"
    events = [("coffee", ""), ("tea", "STATUS:CANCELLED\n"), ("cake", "")]
    body = "".join(event.format(number, *one) for number, one in enumerate(events))
    (tmp_path / "zoe.ics").write_text(f"BEGIN:VCALENDAR\n{body}END:VCALENDAR\n")
    found = read(tmp_path / "zoe.ics")
    assert [one.title for one in found.occurrences if one.canceled] == ["canceled: tea"]
    assert found.takes_place == 2


def test_a_child_that_gives_up_is_one_line_and_says_nothing_of_a_link(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_folder / "sam.ics"
    file.write_bytes(ICS)
    keep(LINK.source, ICS)
    monkeypatch.setattr(calendar_source, "CHILD", "heartplanner.no_such_module")
    said = "sam.ics: it cannot be read in the time and memory that a calendar needs; use one with"
    assert read(file).trouble.startswith(said)
    content = read_calendar(LINK, DAY, DAY)
    assert content.trouble == "what was fetched of it cannot be read; refresh it"
    assert content.fetched is not None
    assert (roster_child.SECONDS, child.MEMORY) == (5, 500_000_000)


def test_the_child_is_held_before_it_reads_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []

    class Input:
        @staticmethod
        def read(size: int) -> bytes:
            done.append(size)
            return ICS

    monkeypatch.setattr(child, "hold", lambda *limits: done.append(limits))
    monkeypatch.setattr(sys, "argv", ["child", "2025-09-04", "2025-09-04", "109"])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Input))
    child.main()
    assert done == [(5, 500_000_000), 109]


def test_a_change_of_its_files_is_noticed(own_folder: Path) -> None:
    folder = own_folder / "school"
    folder.mkdir()
    school = OtherCalendar("School", str(folder))
    seen = [changed_at(school)]
    (folder / "a.ics").write_bytes(ICS)
    seen.append(changed_at(school))
    (folder / "notes.txt").write_bytes(b"no calendar")
    assert changed_at(school) == seen[-1]
    (folder / "a.ics").write_bytes(ICS + b"\n")
    seen.append(changed_at(school))
    assert len(set(seen)) == 3
    assert changed_at(LINK) is None
    keep(LINK.source, ICS)
    assert changed_at(LINK) is not None
    assert "83b1" not in str(kept_file(LINK.source))
