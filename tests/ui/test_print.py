"""The command `print`: where it writes, what it never writes over, and what it says where it cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from heartplanner.core.sheets import kinds
from tests.counting import Calls
from tests.ui.paper_plans import LONG

Run = Callable[..., tuple[int, str, str]]
PRINT = "import sys; from heartplanner.cli.main import main; sys.exit(main(sys.argv[1:], None))"


@pytest.fixture
def run(run: Run, qapp: object) -> Run:
    """Run a command on a plan of one's own."""
    assert qapp
    run("new", "--start", "2025-07-28")
    return run


def fresh(code: str, *argv: object, **env: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, without a display."""
    kept = {
        key: text for key, text in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-c", code, *map(str, argv)]
    return subprocess.run(
        command, env={**kept, **env}, capture_output=True, check=False, encoding="latin-1"
    )


def pages(path: Path) -> int:
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    return data.count(b"/Type /Page\n")


def test_a_month_is_one_page(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    said = f"{path}: September 2025, 1 page, version 1\n"
    assert run("print", "--month", "2025-09", "-o", path) == (0, said, "")
    assert pages(path) == 1


def test_a_range_is_a_page_for_each_month(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheets.pdf"
    made = Calls(monkeypatch, "month_sheet", kinds)
    status, out, _ = run("print", "--from", "2025-08-31", "--to", "2025-11-01", "-o", path)
    assert (status, pages(path)) == (0, 4)
    assert made.count == 4  # once to draw it and to remember what it says
    assert "August 2025 - November 2025, 4 pages" in out
    run("print", "--from", "2025-08-31", "-o", path)
    assert pages(path) == 13


def test_the_card_is_that_of_the_rotation_on_a_day(run: Run, tmp_path: Path) -> None:
    """As the window offers it: a rotation to come has the same card on each of its days."""
    path = tmp_path / "card.pdf"
    run("assign", "--from", "2051-01-16", "--cycle-week", "2", "--band", "evening")

    def card_of(*day: str) -> str:
        """The first day by which the card is remembered."""
        for memory in tmp_path.rglob("*.wall"):
            memory.unlink()
        assert run("print", "--cycle", *day, "-o", path)[0] == 0
        assert pages(path) == 1
        (memory,) = tmp_path.rglob("*.wall")
        (sheet,) = json.loads(memory.read_text())["printed"]
        return str(sheet["first"])

    assert card_of("2051-01-16") == card_of("2051-03-20") == "2051-01-16"
    assert card_of("2025-09-30") == card_of()  # the rotation that is in force today
    assert card_of() != "2051-01-16"
    status, _, err = run("print", "--cycle", "2025-07-01", "-o", path)
    assert (status, "before your start date" in err) == (1, True)


def test_told_no_month_it_is_the_present_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert run("print", "-o", path)[0] == 0
    assert pages(path) == 1


def test_months_have_another_calendar_only_if_it_is_ticked(run: Run, tmp_path: Path) -> None:
    trip = "SUMMARY:beach trip\nDTSTART;VALUE=DATE:20250913\nDTEND;VALUE=DATE:20250914"
    event = f"BEGIN:VEVENT\nUID:1\n{trip}\nEND:VEVENT"
    (tmp_path / "Sam.ics").write_text(f"BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n")
    pypdf = pytest.importorskip("pypdf")

    def printed(*which: str) -> str:
        path = tmp_path / "beside.pdf"
        assert run("print", *which, "-o", path)[0] == 0
        return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)

    month = ("--month", "2025-09")
    assert run("calendars", "add", tmp_path / "Sam.ics")[0] == 0
    assert "beach" not in printed(*month)
    assert run("calendars", "change", "Sam", "--on-paper")[0] == 0
    assert "beach" in printed(*month)
    assert "beach" not in printed(*month, "--family")
    assert "beach" not in printed("--year", "2025")


def test_choices_change_the_page(run: Run, tmp_path: Path) -> None:
    found = set()
    for choice in ((), ("--paper", "a4"), ("--ink-light",), ("--name", "R. Alvarez"),
                   ("--clock", "24"), ("--week", "sunday")):  # fmt: skip
        path = tmp_path / "sheet.pdf"
        assert run("print", "--month", "2025-09", *choice, "-o", path)[0] == 0
        found.add(path.read_bytes())
    assert len(found) == 6


def test_an_earlier_pdf_is_replaced_and_nothing_else(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "mine.json"
    run("new", plan)
    letter, old = tmp_path / "letter.txt", tmp_path / "old.pdf"
    letter.write_text("Dear Lee")
    old.write_bytes(b"%PDF-1.7 older")
    for path in (plan, letter):
        before = path.read_bytes()
        status, out, err = run("print", "--month", "2025-09", "--plan", plan, "-o", path)
        assert (status, out, len(err.splitlines())) == (1, "", 1)
        assert path.read_bytes() == before
    assert run("print", "--month", "2025-09", "-o", old)[0] == 0
    assert pages(old) == 1


def test_what_has_no_room_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    for day in range(1, 31):
        run("change", "add", "note", f"2025-09-{day:02}", f"{day}: {LONG}" * 3)
    status, _, err = run("print", "--month", "2025-09", "-o", path)
    assert (status, pages(path)) == (0, 1)
    assert err.startswith("September 2025: there is no room on the sheet for September")


def test_old_sheets_are_printed_as_they_were(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    how = ("--paper", "a4", "--ink-light", "--name", "Ana", "--clock", "24", "--week", "sunday")
    run("print", "--month", "2099-09", "-o", path, *how)
    assert run("print", "--printed")[1] == "Your printed sheets are right.\n"
    said = "Reprint September 2099.\n"
    assert said in run("change", "add", "note", "2099-09-16", "Lee")[2]
    assert run("print", "--wall")[1] == said
    again, whole = tmp_path / "again.pdf", tmp_path / "whole.pdf"
    run("print", "--old", "-o", again)
    run("print", "--month", "2099-09", "-o", whole, *how)
    assert again.read_bytes() == whole.read_bytes()
    assert run("print", "--old", "-o", again)[:2] == (0, "Your printed sheets are right.\n")


def test_a_damaged_memory_of_the_wall_is_no_reason_not_to_print(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    run("print", "--month", "2025-09", "-o", path)
    (memory,) = tmp_path.rglob("*.wall")
    memory.write_text("{")
    status, out, err = run("print", "--wall")
    assert (status, out) == (1, "")
    assert "delete this file" in err
    status, _, err = run("print", "--month", "2025-10", "-o", path)
    assert status == 0
    assert "a new list is started" in err
    assert run("print", "--wall")[0] == 0
    memory.unlink()
    memory.mkdir()
    status, _, err = run("print", "--month", "2025-10", "-o", path)
    assert status == 0
    assert "It is printed, but the program cannot remember that" in err


def test_letters_that_no_font_has_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    run("change", "add", "note", "2025-09-13", "Zo\u00eb \u2013 \U0010fffd")  # the last is nobody's
    said = 'September 2025: some letters of "Zo\u00eb \u2013 ?" cannot be printed, because no font on this'
    status, _, err = run("print", "--month", "2025-09", "-o", path)
    assert (status, pages(path), err.partition(" computer")[0]) == (0, 1, said)


@pytest.mark.parametrize(
    ("argv", "status", "word"),
    [
        (["--month", "2025-06"], 1, "before your start date"),
        (["--month", "2025-09", "--to", "2025-10-01"], 2, "says what to print"),
        (["--month", "2025-09", "--year", "2025"], 2, "says what to print"),
        (["--family", "--cycle"], 2, "--family goes with --month"),
        (["--language", "es"], 2, "--language goes with --family"),
        (["--year", "2024"], 1, "before your start date"),
        (["--from", "2025-10-01", "--to", "2025-09-01"], 2, "is before --from"),
        (["--name", "a\nb"], 1, "one line"),
        (["--family", "--name", "Ana"], 2, "--family shows no name"),
        (["--old", "--month", "2025-09"], 2, "stand without --month"),
    ],
)
def test_what_cannot_be_is_one_line(
    run: Run, tmp_path: Path, argv: list[str], status: int, word: str
) -> None:
    path = tmp_path / "sheet.pdf"
    got, out, err = run("print", *argv, "-o", path)
    assert (got, out, len(err.splitlines())) == (status, "", 1)
    assert word in err
    assert not path.exists()


@pytest.mark.parametrize("argv", [["--month", "2025-13"], ["--paper", "legal"], ["--clock", "9"]])
def test_what_is_written_wrongly_is_usage(run: Run, tmp_path: Path, argv: list[str]) -> None:
    assert run("print", *argv, "-o", tmp_path / "sheet.pdf")[0] == 2


def test_without_qt_it_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "heartplanner.pages.render", None)
    path = tmp_path / "sheet.pdf"
    status, out, err = run("print", "--month", "2025-09", "-o", path)
    assert (status, out, len(err.splitlines()), path.exists()) == (1, "", 1, False)
    assert "printing needs Qt's libraries" in err


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are found by fontconfig on Linux only")
def test_without_a_font_on_the_machine_it_prints_with_its_own(
    own_folder: Path, tmp_path: Path
) -> None:
    none = tmp_path / "fonts.conf"
    none.write_text('<?xml version="1.0"?><fontconfig><dir>/nowhere</dir></fontconfig>')
    path = tmp_path / "sheet.pdf"
    fresh(PRINT, "new", HOME=str(own_folder))
    done = fresh(PRINT, "print", "-o", path, FONTCONFIG_FILE=str(none), HOME=str(own_folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert pages(path) == 1


def test_it_needs_no_display_and_writes_to_standard_output(own_folder: Path) -> None:
    code = (
        "import sys; from heartplanner.cli.main import main;"
        "status = main(sys.argv[1:], None); sys.exit(status or 'PySide6.QtWidgets' in sys.modules)"
    )
    done = fresh(code, "print", "--month", "2025-09", "-o", "-", HOME=str(own_folder))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("%PDF-")


def test_other_commands_load_no_qt(own_folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from heartplanner.cli.main import main; main(sys.argv[1:], None);"
        "sys.exit('PySide6' in sys.modules)"
    )
    for argv in (["show"], ["export", "-o", tmp_path / "out.ics"]):
        done = fresh(code, *argv, HOME=str(own_folder))
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (("--from", "2025-09-08", "--to", "2025-09-21"), "Hours, September 8-21, 2025"),
        (("--month", "2025-09"), "Hours, September 2025"),
        (("--year", "2025"), "Hours, 2025"),
    ],
)
def test_a_sheet_of_hours_is_one_page_and_not_remembered(
    run: Run, tmp_path: Path, options: tuple[str, ...], title: str
) -> None:
    path = tmp_path / "hours.pdf"
    said = f"{path}: {title}, 1 page, version 1\n"
    assert run("print", "--hours", *options, "-o", path) == (0, said, "")
    assert pages(path) == 1
    assert run("print", "--printed")[1] == "Your printed sheets are right.\n"
    assert not list(tmp_path.glob("**/*.wall"))


def test_told_no_days_it_is_of_this_pay_period_or_work_week(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hours.pdf"
    assert "Hours, work week " in run("print", "--hours", "-o", path)[1]
    run("pay", "set", "2025-09-08", "14")
    assert "Hours, pay period " in run("print", "--hours", "-o", path)[1]
    assert run("print", "--hours", "--leave-left", "-o", path)[0] == 0
    assert "--leave-left goes with --hours" in run("print", "--leave-left", "-o", path)[2]


def test_a_sheet_of_hours_has_a_line_for_each_of_the_units_asked_for(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "hours.pdf"
    run("pay", "set", "2025-09-08", "14")
    days = ("--from", "2025-09-08", "--to", "2025-10-05")
    said = run("print", "--hours", "--by", "period", *days, "-o", path)
    assert said == (
        0,
        f"{path}: Hours, pay periods, September 8 - October 5, 2025, 1 page, version 1\n",
        "",
    )
    assert "Hours, months, " in run("print", "--hours", "--by", "month", "-o", path)[1]
    assert "--by goes with --hours" in run("print", "--by", "month", "-o", path)[2]


@pytest.mark.parametrize("other", ["--cycle", "--family"])
def test_a_sheet_of_hours_goes_with_no_other(run: Run, tmp_path: Path, other: str) -> None:
    path = tmp_path / "hours.pdf"
    said = "--hours goes with --month, --year, or --from and --to"
    status, _, err = run("print", "--hours", other, "-o", path)
    assert (status, path.exists()) == (2, False)
    assert said in err
