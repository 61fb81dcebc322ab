"""The command `calendars`: added, changed, listed; conflicts, days when both are free, and answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
SAM = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:dentist
DTSTART;TZID=America/New_York:20250902T150000
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:class
DTSTART;TZID=America/New_York:20250905T180000
DTEND;TZID=America/New_York:20250905T200000
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:beach trip
DTSTART;VALUE=DATE:20250913
DTEND;VALUE=DATE:20250914
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:lost
DTSTART;TZID=Mars/Olympus:20250902T150000
END:VEVENT
END:VCALENDAR
"""
SEPTEMBER = ("--from", "2025-09-01", "--to", "2025-09-15")


@pytest.fixture
def calendars(run: Run, tmp_path: Path) -> Run:
    """The command on a plan of one's own that has Sam's calendar."""
    (tmp_path / "sam.ics").write_text(SAM)
    plan = tmp_path / "me.json"
    run("new", plan)
    run("confirm", "--plan", plan)

    def run_it(command: str, *argv: object) -> tuple[int, str, str]:
        return run(*command.split(), *argv, "--plan", plan)

    status, out, err = run_it("calendars add", tmp_path / "sam.ics", "--name", "Sam")
    assert (status, out) == (0, "Added: Sam, 0 events\n")  # today they are long over
    assert err == "sam.ics: line 20: lost: the time zone 'Mars/Olympus' is not known\n"
    return run_it


def test_it_is_called_as_it_calls_itself_unless_one_says_otherwise(
    calendars: Run, tmp_path: Path
) -> None:
    own = "BEGIN:VCALENDAR\nX-WR-CALNAME:{}\nEND:VCALENDAR\n"
    (tmp_path / "x.ics").write_text(own.format("SAM"))
    assert calendars("calendars add", tmp_path / "x.ics")[1] == "Added: SAM 2, 0 events\n"
    name = f"{'Room ' * 7}x and more"  # cut between two words
    (tmp_path / "y.ics").write_text(own.format(name))
    added = f"Added: {'Room ' * 7}x, 0 events\n"
    assert calendars("calendars add", tmp_path / "y.ics")[1] == added


def test_a_calendar_is_changed_hidden_shown_and_removed(calendars: Run, tmp_path: Path) -> None:
    source = tmp_path / "sam.ics"
    listed = f"Sam: {source}; shown, teal, busy\n"
    assert calendars("calendars list")[1].startswith(listed)
    looks = ("--color", "plum", "--for-information", "--on-paper", "--name", "Samuel")
    changed = f"Changed: Samuel: {source}; shown, plum, for information, on paper\n"
    assert calendars("calendars change Sam", *looks) == (0, changed, "")
    assert calendars("calendars hide samuel")[1] == "Hidden: Samuel\n"
    assert calendars("calendars events", *SEPTEMBER)[1] == "Nothing, September 1-15, 2025.\n"
    status, out, _ = calendars("calendars list --format json")
    (value,) = json.loads(out)
    assert (status, value) == (
        0,
        {
            "name": "Samuel",
            "source": str(source),
            "color": "plum",
            "shown": False,
            "busy": False,
            "on_paper": True,
            "on_opening": False,
            "letter": "S",
            "events": 0,
            "unread": ["sam.ics: line 20: lost: the time zone 'Mars/Olympus' is not known"],
            "trouble": None,
            "fetched": None,
        },
    )
    assert calendars("calendars show Samuel")[1] == "Shown: Samuel\n"
    assert calendars("calendars remove Samuel")[1] == "Removed: Samuel\n"
    assert source.read_text() == SAM
    none = "No other calendar yet: heartplanner calendars add SOURCE\n"
    assert calendars("calendars list")[1] == none


def mend(tmp_path: Path) -> None:
    """Give the event that cannot be read a zone that is known, and other days."""
    text = SAM.replace("Mars/Olympus:2025", "America/New_York:2024")
    (tmp_path / "sam.ics").write_text(text)


def test_its_events_conflicts_and_days_when_both_are_free(calendars: Run, tmp_path: Path) -> None:
    mend(tmp_path)
    assert calendars("calendars events", *SEPTEMBER)[1].splitlines() == [
        "Tuesday, September 2, 2025: Sam: dentist, 3 pm-4 pm",
        "Friday, September 5, 2025: Sam: class, 6 pm-8 pm",
        "Saturday, September 13, 2025: Sam: beach trip",
    ]
    conflict = "Fri, Sep 5: Sam: class, 6 pm-8 pm, is during your day shift 9-9.\n"
    assert calendars("calendars conflicts", *SEPTEMBER)[1] == conflict
    (value,) = json.loads(calendars("calendars conflicts --format json", *SEPTEMBER)[1])
    assert value["work"]["start"] == "2025-09-05T09:00:00-04:00"
    assert value["event"] == {
        "calendar": "Sam",
        "title": "class",
        "start": "2025-09-05T18:00:00-04:00",
        "end": "2025-09-05T20:00:00-04:00",
        "all_day": False,
        "busy": True,
    }
    # The example is off on September 1-3, 8, 13-15; Sam has the dentist on 2 and a trip on 13.
    assert calendars("calendars free Sam", *SEPTEMBER)[1].splitlines() == [
        "September 1, 2025: 1 day",
        "September 3, 2025: 1 day",
        "September 8, 2025: 1 day",
        "September 14-15, 2025: 2 days",
    ]
    runs = json.loads(calendars("calendars free Sam --format json", *SEPTEMBER)[1])
    assert runs[-1] == {"first": "2025-09-14", "last": "2025-09-15", "days": 2}


def test_of_what_is_not_read_whole_nothing_is_claimed(calendars: Run, tmp_path: Path) -> None:
    """A calendar without its file, or read in part, is never free: not even on days without an event."""
    today = ("--today", "2025-09-01")
    part = "Sam is read only in part: sam.ics: line 20: lost: the time zone 'Mars/Olympus' is not known"
    gone = f"Sam cannot be read: {tmp_path / 'sam.ics'}: No such file or directory"
    for why in (part, gone):
        for how in ("text", "json"):
            status, out, err = calendars(f"calendars free Sam --format {how}", *SEPTEMBER)
            assert (status, out) == (1, "")
            assert why in err
        alone = ("--from", "2025-09-14", "--to", "2025-09-15")
        for command in ("conflicts", "events"):
            out = calendars(f"calendars {command}", *alone)[1]
            assert out.startswith(why)
            assert "No conflicts" not in out
            assert "Nothing" not in out
        for question, sentence in (
            ("sep 14", "Sunday, September 14, 2025: you are off work; what Sam has is not known."),
            ("when are Sam and I both free sep 1-15", "what Sam has is not known."),
            ("is Sam free on sep 14", "Sunday, September 14, 2025: it is not known what Sam has."),
            ("two days in a row sep 1-15", ""),
        ):
            out = calendars("ask", question, *today)[1]
            assert sentence in out.splitlines()[0]
            assert f"  {why}" in out
            assert "both" not in out
        (tmp_path / "sam.ics").unlink(missing_ok=True)
    # What takes nobody's time, or is hidden, is not asked for.
    calendars("calendars change Sam", "--for-information")
    assert calendars("ask", "sep 14", *today)[1].startswith(
        "Sunday, September 14, 2025: you are free."
    )


def test_answers_know_it(calendars: Run, tmp_path: Path) -> None:
    mend(tmp_path)

    def asked(question: str) -> list[str]:
        words = ("ask", "--today", "2025-09-01")
        status, out, _ = calendars(words[0], question, *words[1:])
        assert status == 0
        return out.splitlines()

    day = "Saturday, September 13, 2025: you are off work, but there is Sam: beach trip."
    assert asked("sep 13")[0] == day
    assert "you are free" in asked("sep 2 evening")[0]
    both = (
        "Sam and you, September 1-15, 2025:"
        " you are both off on Sep 1, Sep 3, Sep 8 and later, 5 days in all."
    )
    assert asked("when are Sam and I both free sep 1-15")[0] == both
    friday = "Friday, September 5, 2025: Sam has class, 6 pm-8 pm."
    assert asked("is Sam free on sep 5") == [friday]
    within = ("--weekend", "--from", "2025-09-12", "--to", "2025-09-15", "--today", "2025-09-01")
    assert "Sep 13-14" not in calendars("free", *within)[1]
    calendars("calendars change Sam", "--for-information")
    assert "  For information: Sam: beach trip." in asked("sep 13")
    assert asked("sep 13")[0] == "Saturday, September 13, 2025: you are free."
    assert "Sep 13-14" in calendars("free", *within)[1]


def test_a_folder_a_link_and_what_cannot_be_read(calendars: Run, tmp_path: Path) -> None:
    folder = tmp_path / "school"
    folder.mkdir()
    (folder / "a.ics").write_text(SAM.replace("2025", "2026").replace("Mars/Olympus", "UTC"))
    (folder / "b.ics").write_text("<html>")
    (folder / "notes.txt").write_text("nothing")
    status, _, err = calendars("calendars add", folder)
    assert (status, err) == (0, "b.ics: this is no calendar file (.ics)\n")
    secret = "https://calendar.example.org/private-83b1/basic.ics?key=83b1"
    added = calendars("calendars add", secret.replace("https", "webcal"), "--name", "Kim")
    assert added == (0, "Added: Kim\n", "heartplanner calendars refresh Kim fetches it\n")
    for how in ("text", "json"):
        status, out, err = calendars("calendars list --format", how)
        assert "https://calendar.example.org/..." in out
        assert "not fetched yet" in out
        assert "83b1" not in out + err
    again = calendars("calendars add", secret, "--name", "Ann")
    assert again == (1, "", "heartplanner: this is the calendar Kim, which you have already\n")
    for source, why in (
        (tmp_path / "none.ics", "No such file or directory"),
        (folder / "b.ics", "this is no calendar file"),
        ("http://example.org/83b1", "a calendar's link begins with https://"),
    ):
        status, out, err = calendars("calendars add", source)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert why in err
        assert "83b1" not in err


def test_no_copy_for_others_has_it_ticked_for_paper_or_not(calendars: Run, tmp_path: Path) -> None:
    calendars("calendars change Sam", "--on-paper")
    for more in ((), ("--for", "family")):
        target = tmp_path / "out.ics"
        assert calendars("export", *more, *SEPTEMBER, "-o", target)[0] == 0
        text = target.read_text()
        assert "beach" not in text
        assert "Sam" not in text
    card = calendars("people card", "--on", "2025-09-01")[1]
    assert "Sam" not in card


def test_where_fetched_events_stay_the_calendar_is_removed_and_that_is_said(
    calendars: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendars("calendars add", "https://calendar.example.org/kim.ics", "--name", "Kim")

    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".ics":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    status, out, err = calendars("calendars remove Kim")
    assert (status, out) == (0, "Removed: Kim\n")
    assert err.endswith("what was fetched of the link stays: Permission denied\n")
    assert "Kim" not in calendars("calendars list")[1]
