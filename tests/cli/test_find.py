"""The command `find`: text, JSON, and working by what is found."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Rotation
from heartplanner.files.plan import planfile

Run = Callable[..., tuple[int, str, str]]
TEN = ("2025-07-28=-SSAS---S", "2025-08-16=S")


def found(run: Run, *argv: object) -> dict[str, object]:
    status, out, err = run("find", "--format", "json", *argv)
    assert (status, err) == (0, "")
    answer: dict[str, object] = json.loads(out)
    return answer


def test_nothing_known_in_json(run: Run) -> None:
    answer = found(run)
    days = answer.pop("days")
    assert isinstance(days, list)
    assert [day["day"] for day in days] == list(range(1, 43))
    assert all(day["shift"] + day["admin"] + day["off"] == 7_526_400 for day in days)
    assert answer == {
        "count": 7_526_400,
        "breaks": {"6": 7_526_400, "7": 0},
        "certain": [],
        "ask_next": "2025-08-01",
        "rotation": EXAMPLE_ROTATION.text,
        "more": [],
        "work_week": "mon",
        "by_work_week": {
            "mon": 7_526_400,
            "tue": 7_526_400,
            "wed": 0,
            "thu": 0,
            "fri": 7_526_400,
            "sat": 7_526_400,
            "sun": 0,
        },
        "conflict": None,
    }


@pytest.mark.parametrize(
    ("argv", "count"),
    [
        (["--admin", "flexible", "--break", "6"], 136_243_200),
        (["--admin", "flexible", "--break", "7"], 17_164_800),
        (["--known", "2025-07-28=SSSA-"], 496_640),
        (["--known", "2025-07-28=S", "2025-07-29=S", "--known", "2025-07-30=sA."], 496_640),
        (["--known", "2025-09-08=SSSA-"], 496_640),
        (["--start", "2026-01-05", "--known", "2026-01-05=SSSA-"], 496_640),
        (["--without", "P7"], 192_000_000),
        (["--work-week", "sat"], 7_526_400),
        (["--work-week", "any"], 4 * 7_526_400),
        (["--work-week", "sun", "--admin", "flexible"], 158_760_000),
    ],
)
def test_counts(run: Run, argv: list[str], count: int) -> None:
    assert found(run, *argv)["count"] == count


AROUND_A_WEDNESDAY = "2025-08-02=SSSA------ASSS"
"""A break from a Wednesday to a Monday: by weeks from Saturday three shifts and admin in each."""


def test_a_break_from_wednesday_leads_to_weeks_from_saturday(run: Run) -> None:
    status, out, err = run("find", "--known", AROUND_A_WEDNESDAY)
    assert (status, err) == (0, "")
    assert out.splitlines()[:2] == [
        "Rotations that fit: 0 of 7,526,400.",
        "None fits if your work week begins on Monday; 156,800 fit if it begins on Saturday.",
    ]
    assert "  Work week from Saturday (156,800 fit) (--work-week sat)" in out.splitlines()
    answer = found(run, "--known", AROUND_A_WEDNESDAY, "--work-week", "sat")
    assert (answer["count"], answer["work_week"]) == (156_800, "sat")
    none = found(run, "--known", AROUND_A_WEDNESDAY)
    assert (none["count"], none["work_week"], none["rotation"]) == (0, "mon", None)
    assert none["by_work_week"] == answer["by_work_week"]
    anyone = found(run, "--known", AROUND_A_WEDNESDAY, "--work-week", "any")
    assert (anyone["count"], anyone["work_week"]) == (156_800, "sat")
    assert anyone["rotation"] == answer["rotation"]


def test_with_any_work_week_the_count_of_each_is_said(run: Run) -> None:
    out = run("find", "--work-week", "any")[1].splitlines()
    assert out[1] == (
        "By the day on which your work week begins: 7,526,400 on Monday, 7,526,400 on Tuesday,"
        " 7,526,400 on Friday and 7,526,400 on Saturday."
        " One that fits several of these days counts for each."
    )


def test_what_is_used_is_worked_by_the_work_week_that_it_fits_and_saved_with_the_search(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "plan.json"
    run("new", path)
    argv = ("--plan", path, "--known", AROUND_A_WEDNESDAY, "--work-week", "any", "--use")
    status, _, err = run("find", *argv)
    assert status == 0
    assert "work week from Saturday" in err
    plan = planfile.load(path).plan
    assert plan.assignments[0].work_week == 5
    assert plan.search is not None
    assert plan.search.options.work_week is None
    checked = run("check", "--plan", path, "--from", "2025-07-28", "--to", "2026-07-26")
    assert checked[0] == 0
    # Asked again, with the plan's own search, and with a search of its own from the plan's work week.
    assert found(run, "--plan", path)["count"] == 156_800
    assert found(run, "--plan", path, "--known", AROUND_A_WEDNESDAY)["count"] == 156_800


def test_new_and_assign_state_the_work_week_and_show_prints_by_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    assert "work week from Saturday" in run("new", path, "--work-week", "sat")[1]
    weeks = [
        line.split("  ")[0]
        for line in run("show", "--plan", path, "--month", "2025-08")[1].splitlines()
        if line.startswith("Week of")
    ]
    assert weeks == [
        "Week of July 26, 2025",
        "Week of August 2, 2025",
        "Week of August 9, 2025",
        "Week of August 16, 2025",
        "Week of August 23, 2025",
        "Week of August 30, 2025",
    ]
    out = run("assign", "--plan", path, "--from", "2025-09-08", "--band", "evening")[1]
    assert "work week from Saturday" in out
    out = run("assign", "--plan", path, "--from", "2025-09-08", "--work-week", "mon")[1]
    assert "work week" not in out
    assert [each.work_week for each in planfile.load(path).plan.assignments] == [5, 0]
    assert run("new", tmp_path / "x.json", "--work-week", "any")[0] == 2


def test_ten_days_in_words(run: Run) -> None:
    status, out, err = run("find", "--known", *TEN)
    assert (status, err) == (0, "")
    assert out.splitlines()[:3] == [
        "Rotations that fit: 9,600 of 7,526,400.",
        "Your break: August 29 - September 3, six days.",
        "Working weekends: August 16-17 and September 6-7.",
    ]
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert "2 Aug 4 - S 67 67 67 - -" in rows
    assert "Next question: Monday, August 11, 2025: did you work?" in out
    assert "A likely one: -SSAS--" in out


def test_a_contradiction(run: Run) -> None:
    answer = found(run, "--known", "2025-08-02=S", "2025-08-09=S", "2025-07-28=A")
    assert (answer["count"], answer["rotation"], answer["ask_next"]) == (0, None, None)
    assert answer["conflict"] == {
        "entries": ["2025-08-02=S", "2025-08-09=S"],
        "text": "Saturday, August 2 and Saturday, August 9 are both worked:"
        " one weekend in three is worked.",
    }
    status, out, _ = run("find", "--known", "2025-08-02=S", "2025-08-09=S")
    assert out.splitlines()[1:] == [
        answer["conflict"]["text"],
        "What you can do:",
        "  Unmark Sat, Aug 2",
        "  Unmark Sat, Aug 9",
        '  Drop "one weekend in three" (--without P6)',
    ]
    status, out, err = run("find", "--known", "2025-08-02=S", "2025-08-09=S", "--use")
    assert (status, out) == (1, "")
    assert err.endswith("one weekend in three is worked\n")


def test_using_it_keeps_the_search_and_its_guesses(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "p.json"
    assert run("new", plan, "--band", "evening")[0] == 0
    status, _, err = run("find", "--plan", plan, "--known", *TEN, "--use")
    assert status == 0
    assert err.endswith("admin 9 am-1 pm; 19 of its 42 days not confirmed yet\n")
    saved = planfile.load(plan).plan
    assert saved.assignments[0].rotation == EXAMPLE_ROTATION
    assert saved.assignments[0].band == "evening"
    assert len(saved.assignments[0].guesses) == 19
    assert found(run, "--plan", plan)["count"] == 9_600
    _, out, _ = run("show", "--plan", plan, "--month", "2025-08")
    assert "on, 19 of the 42 days of the rotation are not confirmed yet" in out.replace("  ", " ")
    assert "  Wed Aug  6   Evening shift noon-midnight  not confirmed yet" in out
    assert "  Tue Aug  5   Evening shift noon-midnight\n" in out


def test_a_roster_file_and_what_is_not_understood(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("7/29/25 9a-9p\n7/30/25 9a-9p\n7/31/25 admin\nlunch with Lee\n8/1/25 9a-9p\n")
    status, out, err = run("find", "--roster", roster, "--rest-free", "--format", "json")
    assert status == 0
    assert err.splitlines() == [
        "not understood: line 4: lunch with Lee: it has no date",
        "These lines were not used: correct them and read the roster again, or state days with --known.",
    ]
    answer = json.loads(out)
    assert answer["certain"] == found(run, "--known", "2025-07-29=SSAS")["certain"]
    assert answer["read"][0] == {
        "date": "2025-07-29",
        "letter": "D",
        "start": "2025-07-29T09:00:00-04:00",
        "end": "2025-07-29T21:00:00-04:00",
        "line": 1,
    }
    assert [(each["letter"], each["line"]) for each in answer["read"]] == [
        ("D", 1),
        ("D", 2),
        ("A", 3),
        ("D", 5),
    ]
    assert answer["read"][2]["start"] is None
    assert answer["unread"] == [{"line": 4, "text": "lunch with Lee", "why": "it has no date"}]
    assert run("find", "--roster", tmp_path / "none.txt")[0] == 1


def read(run: Run, roster: Path, *argv: object) -> list[tuple[str, str, int | None]]:
    status, out, _ = run("find", "--roster", roster, "--format", "json", *argv)
    assert status == 0
    return [(each["date"], each["letter"], each["line"]) for each in json.loads(out)["read"]]


def test_what_a_roster_leaves_open_is_said_by_options(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("5/6 9-21\n")
    today = ("--today", "2026-05-20")
    assert read(run, roster, *today) == []
    said = run("find", "--roster", roster, *today)[2]
    assert "could be May 6 or June 5; write the month as a word, or say --dates mdy" in said
    assert read(run, roster, *today, "--dates", "mdy") == [("2026-05-06", "D", 1)]
    assert read(run, roster, *today, "--dates", "dmy") == [("2026-06-05", "D", 1)]
    roster.write_text("Name,8/14/2025,8/15/2025\nLee,9-9,off\nSam,off,12-12\n")
    assert read(run, roster) == []
    assert "Lee, Sam; say whose days with --name NAME" in run("find", "--roster", roster)[2]
    assert read(run, roster, "--name", "sam") == [("2025-08-14", "-", 3), ("2025-08-15", "E", 3)]


def test_a_line_that_holds_back_all_others_is_told_once(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    days = "7/29/25 9a-9p\n7/30/25 9a-9p\n7/31/25 admin\n"
    roster.write_text(f"My zebra, boss!\n{days}Everything else off.\n")
    assert run("find", "--roster", roster)[2].splitlines()[:3] == [
        "not understood: line 1: My zebra, boss!: it may change 3 other lines; if it changes none,"
        " say --drop 1, and these are read (Jul 29, Jul 30 and Jul 31)",
        "These lines were not used: correct them and read the roster again, or state days with --known.",
        "line 5 says that all other days are free: then say --rest-free",
    ]
    assert len(read(run, roster, "--drop", 1)) == 3
    # Several lines are dropped at once.
    roster.write_text(f"My zebra, boss!\n{days}\nZebras are mine, boss!\n")
    said = run("find", "--roster", roster)[2]
    assert (
        "lines 1 and 6: they may change 3 other lines; if they change none, say --drop 1 --drop 6"
        in said
    )
    assert len(read(run, roster, "--drop", 1, "--drop", 6)) == 3


def test_days_that_a_roster_does_not_name_have_no_line(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("8/13/2025 D\n8/15/2025 A\n")
    free = ("2025-08-14", "-", None)
    assert read(run, roster, "--rest-free") == [
        ("2025-08-13", "D", 1),
        free,
        ("2025-08-15", "A", 2),
    ]


def test_many_lines_with_one_reason_are_told_at_once(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("trip\nhike\ntour\nsail\n8/14/2025 \x1b[31m off\n")
    _, _, err = run("find", "--roster", roster)
    lines = [line for line in err.splitlines() if line.startswith("not understood")]
    assert lines[0] == "not understood: lines 1, 2, 3 and 4: it has no date"
    assert lines[1].startswith("not understood: line 5: 8/14/2025 ?[31m off: ")


def test_greetings_are_told_last_and_at_once(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("Hi all,\n8/14/2025 off\n8/15 swap\nThanks,\nSam\n")
    _, _, err = run("find", "--roster", roster)
    assert [line for line in err.splitlines() if "line" in line] == [
        "not understood: line 3: 8/15 swap: 'swap' does not say which shift you gave and which you took",
        "These lines were not used: correct them and read the roster again, or state days with --known.",
        "3 lines tell of no day: 1, 4 and 5",
    ]


def test_many_lines_with_one_reason_name_their_days(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("".join(f"8/{day}/2025 9a-9p zorp\n" for day in range(4, 8)))
    _, _, err = run("find", "--roster", roster)
    days = "Aug 4, Aug 5, Aug 6 and Aug 7"
    assert f"not understood: lines 1, 2, 3 and 4 ({days}): 'zorp' is not known" in err


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\x89PNG\r\n\x1a\n", "a photo is not read"), (b"PK\x03\x04", "the file is damaged")],
)
def test_a_roster_that_cannot_be_read_is_one_line(
    run: Run, tmp_path: Path, data: bytes, said: str
) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_bytes(data)
    status, out, err = run("find", "--roster", roster)
    assert (status, out) == (1, "")
    assert said in err.splitlines()[-1]


def test_a_roster_with_nothing_in_it_is_said(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.ics"
    roster.write_bytes(b"")
    status, out, err = run("find", "--roster", roster)
    assert (status, out, err) == (1, "", f"heartplanner: {roster}: there is nothing in it\n")


def test_a_roster_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sys.stdin",
        io.StringIO("7/28/25 9-9\n7/29/25 9-9\n7/30/25 9-9\n7/31/25 admin\n8/1/25 off\n"),
    )
    assert found(run, "--roster", "-")["count"] == 496_640


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (["--known", "2025-08-02"], 2, "expected DATE=LETTERS"),
        (["--known", "2025-08-02=X"], 2, "expected S, D, E, A, -, W, N"),
        (["--known", "2025-02-30=S"], 2, "no date of the calendar"),
        (["--known"], 2, "expected at least one argument"),
        (["--break", "8"], 2, "invalid choice"),
        (["--without", "P2"], 2, "invalid choice"),
        (["--known", "2025-07-27=S"], 1, "is before the start, July 28, 2025"),
        (["--start", "2025-07-01", "--use"], 1, "is before the start date"),
    ],
)
def test_what_cannot_be_is_one_line(run: Run, argv: list[str], status: int, said: str) -> None:
    got, out, err = run("find", *argv)
    lines = [
        line for line in err.splitlines() if not line.startswith("No schedule of your own yet")
    ]
    assert (got, out, len(lines)) == (status, "", 1)
    assert said in lines[0]


def test_more_that_fit(run: Run) -> None:
    more = found(run, "--more", "3")["more"]
    assert isinstance(more, list)
    assert len({EXAMPLE_ROTATION.text, *more}) == 4


NIGHTS = """\
11/30 7p-7a
12/2 admin 3p-7p
12/5 7p-7a
12/6 7p-7a
12/8 7p-7a
12/9 7p-7a
12/10 admin 3p-7p
"""


def test_using_a_roster_takes_over_its_shift_hours_and_its_admin_hours(
    run: Run, tmp_path: Path
) -> None:
    path, roster = tmp_path / "plan.json", tmp_path / "nights.txt"
    roster.write_text(NIGHTS)
    assert run("new", path, "--start", "2026-11-30")[0] == 0
    argv = ("--plan", path, "--roster", roster, "--today", "2026-11-28", "--use")
    status, _, err = run("find", *argv)
    assert (status, "shifts 7 pm-7 am, admin 3 pm-7 pm" in err) == (0, True)
    (assignment,) = planfile.load(path).plan.assignments
    assert assignment.shift_hours == Hours(time(19), time(7))
    assert (assignment.admin_start, assignment.admin_minutes) == (time(15), 240)


def test_a_later_roster_changes_no_day_before_it_of_a_rotation_of_ones_own(
    run: Run, tmp_path: Path
) -> None:
    path, roster = tmp_path / "plan.json", tmp_path / "nights.txt"
    roster.write_text(NIGHTS)
    assert run("new", path, "--start", "2026-08-03", "--band", "evening")[0] == 0
    assert run("confirm", "--plan", path)[0] == 0
    (own,) = planfile.load(path).plan.assignments
    argv = ("--plan", path, "--roster", roster, "--today", "2026-11-28", "--use")
    status, _, err = run("find", *argv)
    assert (status, "shifts 7 pm-7 am, admin 3 pm-7 pm" in err) == (0, True)
    kept, later = planfile.load(path).plan.assignments
    assert (kept, later.start) == (own, date(2026, 11, 30))
    assert later.shift_hours == Hours(time(19), time(7))


def test_a_roster_of_which_nothing_is_understood_leads_to_no_rotation(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "words.txt").write_text("see you soon\n")
    status, out, err = run("find", "--roster", tmp_path / "words.txt")
    assert (status, out) == (1, "")
    assert err.endswith("words.txt: no day of it was understood\n")


def test_the_days_that_were_read_are_listed_week_by_week(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "nights.txt"
    roster.write_text(NIGHTS)
    argv = ("--roster", roster, "--start", "2026-11-30", "--today", "2026-11-28")
    lines = run("find", *argv)[1].splitlines()
    assert lines[-2:] == [
        "read, week of November 30, 2026: Mon, Nov 30 S; Wed, Dec 2 A; Sat, Dec 5 S; Sun, Dec 6 S",
        "read, week of December 7, 2026: Tue, Dec 8 S; Wed, Dec 9 S; Thu, Dec 10 A",
    ]


DECEMBER = "Mon 11/30 9a-9p\nWed 12/2 admin\nSat 12/5 9a-9p\nSun 12/6 9a-9p\n"


def test_a_roster_is_told_by_the_weeks_of_its_own_cycle(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "december.txt"
    roster.write_text(DECEMBER, "utf-8")
    _, out, _ = run("find", "--roster", roster, "--start", "2025-07-28", "--today", "2026-11-28")
    rows = [" ".join(line.split()) for line in out.splitlines()]
    # July 28, 2025 and eleven cycles of six weeks are November 2, 2026; November 30 is in its week 5.
    first = next(row for row in rows if row.startswith("1 "))
    assert first.startswith("1 Nov 2 ")
    assert any(row.startswith("5 Nov 30 S") for row in rows)
    question = next(row for row in rows if row.startswith("Next question"))
    assert "November" in question or "December" in question
    weekends = next(row for row in rows if row.startswith("Working weekends"))
    assert "December 5-6" in weekends


def test_a_day_of_a_line_that_is_not_understood_may_be_said(run: Run, tmp_path: Path) -> None:
    roster, plan = tmp_path / "roster.txt", tmp_path / "plan.json"
    letters = EXAMPLE_ROTATION.letters[:14]
    days = [f"{date(2025, 7, 28) + timedelta(days=n)} {letter}" for n, letter in enumerate(letters)]
    days[2] = "2025-07-30 vacation"  # a shift in the example rotation
    roster.write_text("\n".join(days).replace("-\n", "off\n"), "utf-8")
    assert run("new", plan, "--start", "2025-07-28")[0] == 0
    use = ("find", "--plan", plan, "--roster", roster, "--use", "--differs")
    status, _, err = run(*use, "2025-07-30=leave")
    assert status == 0, err
    (change,) = planfile.load(plan).plan.changes
    assert change.what == Absence(AbsenceKind.LEAVE, date(2025, 7, 30), date(2025, 7, 30))
    assert (
        run(*use, "2025-07-30=extra")[2]
        .splitlines()[-1]
        .endswith(
            "is worked in this rotation, so it cannot be extra: it may be leave, sick, called-off, swap"
        )
    )
    assert "nothing is known of" in run(*use, "2025-08-25=leave")[2]


def test_how_dates_were_taken_is_one_line(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("2/12 9a-9p\n5/12 9a-9p\n6/12 9a-9p\n", "utf-8")
    _, _, err = run("find", "--roster", roster, "--today", "2026-11-28")
    assert err.splitlines()[0] == (
        "dates: 2/12 is read as December 2, 2026, the day first, for by it its days lie closest together"
        " and to today; if that is wrong, say --dates mdy"
    )


def test_where_nothing_is_read_no_rotation_is_likely(run: Run, tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("asdf lorem\n1 2 3\n", "utf-8")
    status, out, _ = run("find", "--roster", roster)
    assert (status, out) == (1, "")
    answer = json.loads(run("find", "--roster", roster, "--format", "json")[1])
    assert (answer["read"], answer["rotation"], answer["more"]) == ([], None, [])


def sheet(
    first: date, days: int, hours: str, week: int, rotation: Rotation = EXAMPLE_ROTATION
) -> str:
    """Some days of a rotation from a Monday on, which is in this week of it."""
    letters = (rotation.letters * 3)[7 * week - 7 :][:days]
    words = {"S": hours, "A": "9a-1p admin", "-": "off"}
    return "\n".join(
        f"{first + timedelta(number):%m/%d/%Y} {words[letter]}"
        for number, letter in enumerate(letters)
    )


def weeks(run: Run, first: str, last: str) -> str:
    """What `show` says of the days, without what it says of the rotations above them."""
    out = run("show", "--from", first, "--to", last)[1]
    return out[out.index("Week of") :]


def test_a_later_roster_at_other_hours_leaves_the_days_before_it(run: Run, tmp_path: Path) -> None:
    earlier, later = tmp_path / "earlier.txt", tmp_path / "later.txt"
    earlier.write_text(sheet(date(2026, 8, 10), 35, "9a-9p", 1))
    later.write_text(sheet(date(2026, 12, 21), 28, "12p-12a", 2))
    run("new")
    run("find", "--roster", earlier, "--use")
    before = weeks(run, "2026-08-01", "2026-12-20")
    assert "not confirmed" in before
    run("find", "--roster", later, "--use")
    assert weeks(run, "2026-08-01", "2026-12-20") == before
    assert "noon-midnight" in run("show", "--from", "2026-12-21", "--to", "2026-12-31")[1]


def test_a_later_roster_makes_no_day_unsure_that_an_earlier_one_stated(
    run: Run, tmp_path: Path
) -> None:
    whole, later = tmp_path / "whole.txt", tmp_path / "later.txt"
    whole.write_text(sheet(date(2026, 8, 10), 42, "9a-9p", 1))
    later.write_text(sheet(date(2026, 12, 21), 28, "9a-9p", 2))
    run("new")
    run("find", "--roster", whole, "--use")
    days = weeks(run, "2026-08-01", "2027-03-31")
    run("find", "--roster", later, "--use")
    assert weeks(run, "2026-08-01", "2027-03-31") == days


def test_a_roster_of_ones_own_rotation_at_other_hours_brings_them_from_its_day_on(
    run: Run, tmp_path: Path
) -> None:
    later = tmp_path / "later.txt"
    later.write_text(sheet(date(2026, 12, 21), 42, "10a-10p", 2))
    run("new")
    run("confirm")
    before = weeks(run, "2026-08-01", "2026-12-20")
    assert run("find", "--roster", later, "--use")[0] == 0
    assert weeks(run, "2026-08-01", "2026-12-20") == before
    assert "10 am-10 pm" in weeks(run, "2026-12-21", "2026-12-31")


def test_two_rosters_of_one_rotation_count_together(run: Run, tmp_path: Path) -> None:
    # Three weeks leave days open; the other three, 39 weeks after the first day, state them. Of these alone
    # another rotation is the likeliest, which has the third week otherwise.
    rotation = Rotation.parse("ASSS--- ---ASSS A-SSS-- -SSAS-- -SA--SS AS-SS--")
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(sheet(date(2026, 5, 4), 21, "9a-9p", 1, rotation))
    other.write_text(sheet(date(2027, 2, 1), 21, "9a-9p", 4, rotation))
    run("new", "--start", "2026-05-04")
    run("find", "--roster", one, "--use")
    stated = weeks(run, "2026-05-04", "2026-05-24")
    assert "not confirmed" in weeks(run, "2026-05-25", "2026-06-14")
    assert run("find", "--roster", other, "--use")[0] == 0
    assert weeks(run, "2026-05-04", "2026-05-24") == stated
    assert "not confirmed" not in weeks(run, "2026-05-04", "2027-06-30")


def test_a_few_days_at_other_hours_leave_the_pattern_of_ones_own_rotation(
    run: Run, tmp_path: Path
) -> None:
    few = tmp_path / "few.txt"
    few.write_text(sheet(date(2025, 7, 28), 5, "12p-12a", 1))
    run("new")
    run("confirm")
    assert run("find", "--roster", few, "--use")[0] == 0
    days = weeks(run, "2025-07-28", "2026-12-31")
    assert "not confirmed" not in days
    assert "Day shift" not in days
    assert days.count("Evening shift noon-midnight") == sum(
        letter == "S" for letter in (EXAMPLE_ROTATION.letters * 13)[:522]
    )
