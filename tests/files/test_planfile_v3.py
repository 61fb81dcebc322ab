"""Version 3 of the plan file goes on being read, strictly: the search for one's rotation, and guesses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from heartplanner.core.plan.model import BreakDays, Mark, Options, PlanError, Search
from heartplanner.files.plan import planfile

PLANS = Path(__file__).parents[1] / "plans"
SPECIMEN = (PLANS / "v3.json").read_bytes()
GONE = object()

WRONG: list[tuple[str, Any, str]] = [
    # where, the wrong value, the message's beginning
    ("milestones", GONE, "milestones: missing"),
    ("milestones", {}, "milestones: expected a list"),
    ("milestones", [{}] * 1001, "milestones: 1001 entries, at most 1000 are read"),
    ("milestones.1", 5, "milestones[1]: expected an object"),
    ("milestones.1.id", 1, "milestones[1].id: 1 is used twice"),
    ("milestones.1.id", 0, "milestones[1].id: expected a whole number"),
    ("milestones.1.date", "2025-02-29", "milestones[1].date: 2025-02-29 is no date"),
    ("milestones.1.date", "1949-12-31", "milestones[1].date: 1949-12-31 is not in the years"),
    ("milestones.1.title", "", "milestones[1]: a reminder date has a title"),
    ("milestones.1.title", " ", "milestones[1]: a reminder date has a title"),
    ("milestones.1.title", "a\u2028b", "milestones[1]: a text is one line"),
    ("milestones.1.title", None, "milestones[1].title: expected text"),
    ("milestones.1.done", 1, "milestones[1].done: expected true or false"),
    ("milestones.1.done", GONE, "milestones[1].done: missing"),
    ("milestones.1.time", "09:00", "milestones[1].time: unknown key"),
    ("holidays", GONE, "holidays: missing"),
    ("holidays.1", [], "holidays[1]: expected an object"),
    ("holidays.1.date", "2025-09-01", "holidays[1].date: not after the holiday before it"),
    ("holidays.1.date", "2025-08-31", "holidays[1].date: not after the holiday before it"),
    ("holidays.1.date", "tomorrow", "holidays[1].date: expected a date"),
    ("holidays.1.name", " ", "holidays[1]: a holiday has a name"),
    ("holidays.1.name", "a\u001bb", "holidays[1]: a text is one line"),
    ("holidays.1.name", GONE, "holidays[1].name: missing"),
    ("holidays.1.off", True, "holidays[1].off: unknown key"),
    ("assignments.1.guesses", GONE, "assignments[1].guesses: missing"),
    ("assignments.1.guesses", [0], "assignments[1].guesses.0: expected a whole number from 1"),
    ("assignments.1.guesses", [43], "assignments[1].guesses.0: expected a whole number from 1"),
    ("assignments.1.guesses", [9, 8], "assignments[1].guesses.1: expected a whole number from 10"),
    ("assignments.1.guesses", [7, 7], "assignments[1].guesses.1: expected a whole number from 8"),
    ("assignments.1.guesses", [True], "assignments[1].guesses.0: expected a whole number"),
    ("search", None, "search: expected an object"),
    ("search.from", "2025-07-27", "search.from: before the start date"),
    ("search.from", "2026-01-07", "search: Tuesday, January 6, 2026 is before the start"),
    ("search.admin", "daily", "search.admin: expected weekly or flexible"),
    ("search.break", "8", "search.break: expected 6 or 7 or any"),
    ("search.break", 7, "search.break: expected text"),
    ("search.rules", ["P6", "P3"], "search.rules: expected some of P3, P4, P6, P7, in this order"),
    ("search.rules", ["P2"], "search.rules: expected some of"),
    ("search.rules", [["P3"]], "search.rules: expected some of"),
    ("search.marks", GONE, "search.marks: missing"),
    ("search.marks.0.letter", "X", "search.marks[0].letter: expected S or D or E"),
    ("search.marks.0.letter", "s", "search.marks[0].letter: expected S or D or E"),
    ("search.marks.0.date", "2026-02-30", "search.marks[0].date: 2026-02-30 is no date"),
    ("search.marks.0.who", "Lee", "search.marks[0].who: unknown key"),
    ("search.more", 1, "search.more: unknown key"),
    ("assignments.0.work_week", "mon", "assignments[0].work_week: unknown key"),
    ("assignments.0.shift_hours", {}, "assignments[0].shift_hours: unknown key"),
    ("search.work_week", "mon", "search.work_week: unknown key"),
    ("version", 1, "assignments[0].guesses: unknown key"),
    ("version", 2, "assignments[0].guesses: unknown key"),
]


@pytest.mark.parametrize(("where", "value", "said"), WRONG)
def test_wrong_value_is_one_line_with_its_place(where: str, value: Any, said: str) -> None:
    plan = json.loads(SPECIMEN)
    *path, last = [int(key) if key.isdigit() else key for key in where.split(".")]
    target = plan
    for key in path:
        target = target[key]
    if value is GONE:
        del target[last]
    else:
        target[last] = value
    with pytest.raises(PlanError) as caught:
        planfile.parse(json.dumps(plan).encode())
    assert str(caught.value).startswith(said)


def test_specimen_is_read_as_written() -> None:
    plan = planfile.parse(SPECIMEN)
    assert plan.search == Search(
        date(2026, 1, 5),
        (
            Mark(date(2026, 1, 6), "S"),
            Mark(date(2026, 1, 8), "A"),
            Mark(date(2026, 1, 10), "-"),
            Mark(date(2026, 2, 17), "W"),
            Mark(date(2026, 3, 4), "N"),
            Mark(date(2026, 1, 14), "D"),
            Mark(date(2026, 1, 24), "E"),
        ),
        Options(flexible=True, breaks=BreakDays.SEVEN, rules=frozenset({"P3", "P6", "P7"})),
    )
    assert [each.guesses for each in plan.assignments] == [(), (1, 8, 9, 42)]


def test_what_is_written_is_the_newest_version() -> None:
    newest = json.loads(planfile.dump(planfile.parse(SPECIMEN)))
    assert newest.pop("version") == 4
    assert [each.pop("work_week") for each in newest["assignments"]] == ["mon", "mon"]
    assert newest["search"].pop("work_week") == "mon"
    old = json.loads(SPECIMEN)
    del old["version"]
    assert newest == old


def test_a_search_that_says_nothing_is_left_out() -> None:
    value = json.loads(SPECIMEN)
    value["search"] = {
        "from": "2025-07-28",
        "admin": "weekly",
        "break": "any",
        "rules": ["P3", "P4", "P6", "P7"],
        "marks": [],
    }
    with pytest.raises(PlanError, match="search: it says nothing"):
        planfile.parse(json.dumps(value).encode())
