"""The program against an independent reading of the same rules, over plans drawn at random."""

import contextlib
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime, timedelta
from itertools import compress, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import reference
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.cli.main import main
from tests.examples import tries

Data = dict[str, Any]

EXAMPLE = "-SSAS---SSAS-----ASSS-SSAS--SSSA------ASSS"
SEVEN_DAY_BREAK = "-SSAS---SSAS-----ASSSASSAS--SSSA-------SSS"
MIXED_BANDS = "-DDAD---EEAE-----ADDD-EEAE--DDDA------AEEE"
ONLY_ADMIN = "A" * 42
FREE = "-" * 42
START = date(2025, 7, 28)
END = date(2075, 12, 31)


def plan_of(rotation: str = EXAMPLE, start: date = START, **options: Any) -> Data:
    first = {"from": start, "rotation": rotation, "week": 1, "band": "day", "admin": "09:00"}
    return {"start": start, "assignments": [{**first, **options}], "changes": []}


# What domain.md says, by hand: the reference itself is right


def by_date(plan: Data, first: date, last: date) -> dict[str, Data]:
    return {day["date"]: day for day in reference.days(plan, first, last)}


def test_the_first_day_is_free_and_the_first_shift_is_on_tuesday() -> None:
    days = by_date(plan_of(), date(2025, 7, 27), date(2025, 7, 29))
    assert days["2025-07-27"] == {
        "date": "2025-07-27",
        "cycle": None,
        "week": None,
        "planned": None,
        "blocks": [],
        "off": None,
        "break": None,
        "weekend": None,
    }
    assert days["2025-07-28"] == {
        "date": "2025-07-28",
        "cycle": 1,
        "week": 1,
        "planned": "-",
        "blocks": [],
        "off": "day off",
        "break": None,
        "weekend": None,
    }
    assert days["2025-07-29"]["planned"] == "S"
    assert days["2025-07-29"]["off"] is None
    assert days["2025-07-29"]["blocks"] == [
        {
            "kind": "shift",
            "band": "day",
            "start": "2025-07-29T09:00:00-04:00",
            "end": "2025-07-29T21:00:00-04:00",
            "minutes": 720,
        }
    ]


def test_the_first_admin_block_is_on_thursday_from_9_to_1() -> None:
    assert reference.days(plan_of(), date(2025, 7, 31), date(2025, 7, 31))[0]["blocks"] == [
        {
            "kind": "admin",
            "band": None,
            "start": "2025-07-31T09:00:00-04:00",
            "end": "2025-07-31T13:00:00-04:00",
            "minutes": 240,
        }
    ]


def test_the_first_worked_weekend_is_august_16_and_17() -> None:
    days = by_date(plan_of(), START, date(2025, 9, 7))
    on = [day for day, facts in days.items() if facts["weekend"] == "on"]
    off = [day for day, facts in days.items() if facts["weekend"] == "off"]
    assert on == ["2025-08-16", "2025-08-17", "2025-09-06", "2025-09-07"]
    assert off[:4] == ["2025-08-02", "2025-08-03", "2025-08-09", "2025-08-10"]
    assert len(off) == 8


def test_the_first_break_is_august_29_to_september_3() -> None:
    days = by_date(plan_of(), START, date(2025, 9, 7))
    assert {day: facts["break"] for day, facts in days.items() if facts["off"] == "break"} == {
        "2025-08-29": {"day": 1, "of": 6},
        "2025-08-30": {"day": 2, "of": 6},
        "2025-08-31": {"day": 3, "of": 6},
        "2025-09-01": {"day": 4, "of": 6},
        "2025-09-02": {"day": 5, "of": 6},
        "2025-09-03": {"day": 6, "of": 6},
    }


def test_the_second_cycle_begins_on_september_8() -> None:
    days = by_date(plan_of(), date(2025, 9, 7), date(2025, 9, 8))
    assert (days["2025-09-07"]["cycle"], days["2025-09-07"]["week"]) == (1, 6)
    assert (days["2025-09-08"]["cycle"], days["2025-09-08"]["week"]) == (2, 1)


@pytest.mark.parametrize("rotation", [EXAMPLE, SEVEN_DAY_BREAK, MIXED_BANDS])
@pytest.mark.parametrize("start", [START, date(2025, 9, 22), date(2026, 2, 16)])
def test_a_cycle_has_18_shifts_6_admin_blocks_and_240_hours(rotation: str, start: date) -> None:
    days = reference.days(plan_of(rotation, start), start, start + timedelta(41))
    blocks = [block for day in days for block in day["blocks"]]
    assert sum(block["kind"] == "shift" for block in blocks) == 18
    assert sum(block["kind"] == "admin" for block in blocks) == 6
    assert sum(block["minutes"] for block in blocks) == 240 * 60


def test_the_other_example_has_a_break_of_seven_days() -> None:
    days = by_date(plan_of(SEVEN_DAY_BREAK), START, date(2025, 9, 7))
    assert [day for day, facts in days.items() if facts["break"] == {"day": 7, "of": 7}] == [
        "2025-09-04"
    ]


def test_noon_to_midnight_ends_at_the_next_day_s_zero_hours() -> None:
    plan = plan_of(band="evening")
    assert reference.days(plan, date(2025, 7, 29), date(2025, 7, 29))[0]["blocks"] == [
        {
            "kind": "shift",
            "band": "evening",
            "start": "2025-07-29T12:00:00-04:00",
            "end": "2025-07-30T00:00:00-04:00",
            "minutes": 720,
        }
    ]


def test_a_time_that_the_clocks_skip_is_an_hour_later() -> None:
    plan = plan_of()
    night = {"kind": "training", "date": date(2026, 3, 8), "start": "02:30"}
    plan["changes"] = [{**night, "end": "04:00"}]
    worked = reference.days(plan, date(2026, 3, 8), date(2026, 3, 8))[0]["blocks"][0]
    assert (worked["start"], worked["minutes"]) == ("2026-03-08T03:30:00-04:00", 30)
    plan["changes"] = [{**night, "end": "03:15"}]
    with pytest.raises(reference.RefusedError):
        reference.check(plan)


# The program's command line


def closed_window(*_arguments: Any) -> int:
    raise AssertionError("no window is asked for")


def run(*argv: str) -> tuple[int, str]:
    """Exit status and standard output; what is refused is said in one line."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(argv, closed_window)
    if status:
        assert len(err.getvalue().splitlines()) == 1
    return status, out.getvalue()


def assignment_argv(options: Data, spelling: str) -> list[str]:
    hours = "--shift-hours" if "-" in options.get("band", "") else "--band"
    flags = {"week": "--cycle-week", "band": hours, "admin": "--admin-start"}
    argv = [part for key, flag in flags.items() if key in options for part in (flag, options[key])]
    if "rotation" in options:
        argv += rotation_argv(options["rotation"], spelling)
    return [str(part) for part in argv]


def rotation_argv(rotation: str, spelling: str) -> list[str]:
    weeks = [rotation[at : at + 7] for at in range(0, 42, 7)]
    match spelling:
        case "spaces":
            return ["--rotation", " ".join(weeks)]
        case "dots":
            return ["--rotation", " ".join(weeks).replace("-", ".")]
        case "=":
            return [f"--rotation={rotation}"]
        case _:
            return ["--rotation", rotation]


def change_argv(change: Data) -> list[str]:
    """A change as it is typed after `change add`."""
    argv = [change["kind"]]
    if "first" in change:
        one = change["first"] == change["last"]
        argv.append(str(change["first"]) if one else f"{change['first']}..{change['last']}")
    if "date" in change:
        argv.append(str(change["date"]))
    if change["kind"] == "note":
        argv.append("a word")
    for key in ("give", "take", "to", "band", "start", "end"):
        if key in change:
            argv += [f"--{key}", str(change[key])]
    return argv


def written(plan: Data, file: Path, spelling: str = "spaces") -> None:
    """A new plan file with the plan's first assignment."""
    options = assignment_argv(plan["assignments"][0], spelling)
    assert run("new", str(file), "--start", str(plan["start"]), *options)[0] == 0


def assign(plan: Data, file: Path, first: date, options: Data, spelling: str = "spaces") -> Data:
    """The plan with a further assignment, if the reference takes it; the program must agree."""
    entry = reference.continued(plan, first, options)
    others = [other for other in plan["assignments"] if other["from"] != first]
    wanted = {**plan, "assignments": [*others, entry]}
    with contextlib.suppress(reference.RefusedError):
        wanted = reference.without_overtaken(wanted)
    typed = ["assign", "--plan", str(file), "--from", str(first)]
    return agreed(plan, wanted, file, [*typed, *assignment_argv(options, spelling)])


def change(plan: Data, file: Path, new: Data) -> Data:
    """The plan with a further change, if the reference takes it; the program must agree."""
    wanted = {**plan, "changes": [*plan["changes"], new]}
    return agreed(plan, wanted, file, ["change", "add", "--plan", str(file), *change_argv(new)])


def agreed(plan: Data, wanted: Data, file: Path, argv: list[str]) -> Data:
    before = file.read_bytes()
    status = run(*argv)[0]
    refused = refusal(wanted)
    if not refused:
        assert status == 0, f"refused: {argv}"
        return wanted
    assert status == 1, f"taken: {argv}, although {refused}"
    assert file.read_bytes() == before
    return plan


def refusal(plan: Data) -> str:
    """Why the reference refuses a plan; nothing if it takes it."""
    try:
        reference.check(plan)
    except reference.RefusedError as error:
        return str(error)
    return ""


def compare(plan: Data, file: Path, first: date, last: date) -> None:
    """`show` prints the reference's days."""
    asked = ("--from", str(first), "--to", str(last), "--format", "json")
    status, text = run("show", "--plan", str(file), *asked)
    assert status == 0
    answer = json.loads(text)
    assert (answer["from"], answer["to"]) == (str(first), str(last))
    wanted = reference.days(plan, first, last)
    assert len(answer["days"]) == len(wanted)
    for ours, day in zip(answer["days"], wanted, strict=True):
        assert comparable(ours) == comparable(day)


def comparable(day: Data) -> Data:
    """A day without its words, its blocks' times as instants."""
    rest = {key: value for key, value in day.items() if key not in {"changes", "why"}}
    return {**rest, "blocks": [in_utc(block) for block in day["blocks"]]}


def in_utc(block: Data) -> Data:
    start, end = (datetime.fromisoformat(block[key]) for key in ("start", "end"))
    offsets = (start.utcoffset(), end.utcoffset())
    return {**block, "start": start.astimezone(UTC), "end": end.astimezone(UTC), "offset": offsets}


# Corners that chance seldom finds: each change, and whether it is taken

TUESDAY, THURSDAY = date(2025, 7, 29), date(2025, 7, 31)
FRIDAY, SATURDAY = date(2025, 8, 1), date(2025, 8, 2)
NEXT_THURSDAY = date(2025, 8, 7)
SPRING = date(2026, 3, 8)
CORNERS: dict[str, list[tuple[Data, bool]]] = {
    "two shifts": [
        ({"kind": "hours", "date": TUESDAY, "start": "00:00", "end": "09:00"}, True),
        ({"kind": "swap", "take": TUESDAY}, True),
        ({"kind": "swap", "give": TUESDAY}, False),
        ({"kind": "hours", "date": TUESDAY, "start": "09:00", "end": "10:00"}, False),
        ({"kind": "swap", "take": TUESDAY, "band": "evening"}, False),
        ({"kind": "called-off", "date": TUESDAY}, True),
        ({"kind": "swap", "give": TUESDAY}, False),
    ],
    "two admin blocks": [
        ({"kind": "admin", "date": THURSDAY, "to": NEXT_THURSDAY}, False),
        ({"kind": "admin", "date": THURSDAY, "to": NEXT_THURSDAY, "start": "13:00"}, True),
        ({"kind": "admin", "date": NEXT_THURSDAY, "to": FRIDAY, "start": "21:00"}, False),
        ({"kind": "admin", "date": THURSDAY, "to": FRIDAY, "start": "21:00"}, False),
        ({"kind": "leave", "first": NEXT_THURSDAY, "last": NEXT_THURSDAY}, True),
    ],
    "admin moved twice": [
        ({"kind": "admin", "date": THURSDAY, "to": THURSDAY, "start": "10:00"}, True),
        ({"kind": "admin", "date": THURSDAY, "to": TUESDAY}, False),
        ({"kind": "admin", "date": THURSDAY, "to": TUESDAY, "start": "21:00"}, True),
        ({"kind": "admin", "date": TUESDAY, "to": START}, True),
        ({"kind": "admin", "date": THURSDAY, "to": START}, False),
    ],
    "the last word is a swap": [
        ({"kind": "leave", "first": START, "last": THURSDAY}, True),
        ({"kind": "sick", "first": TUESDAY, "last": THURSDAY}, False),
        ({"kind": "swap", "take": TUESDAY}, True),
        ({"kind": "swap", "give": TUESDAY}, True),
        ({"kind": "swap", "take": THURSDAY}, True),
        ({"kind": "sick", "first": START, "last": FRIDAY}, True),
    ],
    "another shift on the same day": [
        ({"kind": "swap", "give": TUESDAY, "take": TUESDAY, "band": "evening"}, True),
        ({"kind": "swap", "give": START, "take": START}, False),
        ({"kind": "extra", "date": TUESDAY, "start": "11:00", "end": "12:00"}, True),
        ({"kind": "training", "date": TUESDAY, "start": "23:59", "end": "00:30"}, False),
        ({"kind": "training", "date": TUESDAY, "start": "08:00", "end": "08:00"}, False),
        ({"kind": "training", "date": START, "start": "08:00", "end": "08:00"}, True),
        ({"kind": "extra", "date": TUESDAY, "start": "00:00", "end": "11:00"}, True),
    ],
    "before the start date": [
        ({"kind": "note", "date": date(2025, 7, 27)}, False),
        ({"kind": "leave", "first": date(2025, 7, 27), "last": TUESDAY}, False),
        ({"kind": "admin", "date": THURSDAY, "to": date(2025, 7, 27)}, False),
        ({"kind": "swap", "give": TUESDAY, "take": date(2025, 7, 27)}, False),
    ],
    "the hour that is skipped": [
        ({"kind": "extra", "date": SPRING, "start": "02:30", "end": "03:30"}, False),
        ({"kind": "extra", "date": SPRING, "start": "02:30", "end": "03:31"}, True),
        ({"kind": "extra", "date": SPRING, "start": "03:00", "end": "02:30"}, False),
        ({"kind": "training", "date": SPRING, "start": "03:00", "end": "03:30"}, True),
        ({"kind": "training", "date": SPRING, "start": "01:30", "end": "02:00"}, True),
        ({"kind": "training", "date": SPRING, "start": "02:00", "end": "02:30"}, False),
    ],
}


@pytest.mark.parametrize("corner", CORNERS)
def test_the_program_and_the_reference_agree_in(corner: str, tmp_path: Path) -> None:
    plan, file = plan_of(), tmp_path / "plan.json"
    written(plan, file)
    for new, expected in CORNERS[corner]:
        changed = change(plan, file, new)
        assert (changed is not plan) == expected, new
        plan = changed
        compare(plan, file, START, START + timedelta(14))
        compare(plan, file, SPRING, SPRING)


def test_a_shift_taken_has_the_band_of_the_assignment_on_its_date(tmp_path: Path) -> None:
    plan, file = plan_of(), tmp_path / "plan.json"
    written(plan, file)
    plan = assign(plan, file, TUESDAY, {"band": "evening"})
    for day in (START, SATURDAY):
        plan = change(plan, file, {"kind": "swap", "take": day})
    days = by_date(plan, START, SATURDAY)
    assert days["2025-07-28"]["blocks"][0]["band"] == "day"
    assert days["2025-08-02"]["blocks"][0]["band"] == "evening"
    compare(plan, file, START, SATURDAY)


def test_an_assignment_that_leaves_a_change_nothing_to_change_is_refused(tmp_path: Path) -> None:
    plan, file = plan_of(), tmp_path / "plan.json"
    written(plan, file)
    plan = change(plan, file, {"kind": "hours", "date": TUESDAY, "start": "09:00", "end": "17:00"})
    assert assign(plan, file, TUESDAY, {"rotation": FREE}) is plan
    assert assign(plan, file, FRIDAY, {"rotation": FREE}) is not plan


def test_an_assignment_takes_away_what_it_leaves_no_room_for_of_a_swap(tmp_path: Path) -> None:
    plan, file = plan_of(), tmp_path / "plan.json"
    written(plan, file)
    plan = change(plan, file, {"kind": "swap", "give": TUESDAY, "take": SATURDAY})
    plan = assign(plan, file, TUESDAY, {"rotation": FREE})
    assert plan["changes"] == [{"kind": "swap", "take": SATURDAY}]
    compare(plan, file, START, SATURDAY)


@pytest.mark.parametrize("admin", ["01:00", "02:30", "22:30"])
@pytest.mark.parametrize("from_", [date(2026, 3, 7), SPRING, date(2026, 10, 31), date(2026, 11, 1)])
@pytest.mark.parametrize("start", [{}, {"start": "17:00"}], ids=["same start", "other start"])
def test_admin_time_moved_from_a_night_with_a_clock_change_keeps_its_length(
    admin: str, from_: date, start: Data, tmp_path: Path
) -> None:
    to = from_ + timedelta(5)
    plan, file = plan_of("A-A--AA" * 6, admin=admin), tmp_path / "plan.json"
    written(plan, file)
    plan = change(plan, file, {"kind": "admin", "date": from_, "to": to, **start})
    assert reference.days(plan, to, to)[0]["blocks"][0]["minutes"] == 4 * 60
    compare(plan, file, from_, to)


# Plans drawn at random

WEEKS = ["-SSAS--", "---ASSS", "SSSA---", "ASSAS--", "----SSS", "-DDAE--", "E-D-A-S", "-------"]
ROTATIONS = st.one_of(
    st.sampled_from([EXAMPLE, SEVEN_DAY_BREAK, MIXED_BANDS, ONLY_ADMIN, FREE]),
    st.lists(st.sampled_from(WEEKS), min_size=6, max_size=6).map("".join),
    st.text("SADE-", min_size=42, max_size=42),
    st.integers(0, 41).map(lambda free: "-" * free + "S" + "-" * (41 - free)),
)
STARTS = st.one_of(
    st.dates(date(2025, 1, 1), date(2035, 12, 31)),
    st.dates(date(2025, 1, 1), date(2035, 12, 31)),
    st.dates(date(1951, 1, 1), date(2190, 12, 31)),
)
BANDS = st.sampled_from(["day", "evening"])
ROUND = st.sampled_from(["00:00", "06:00", "09:00", "12:00", "13:00", "17:00", "21:00"])
NIGHT = st.sampled_from(["00:00", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30", "22:30"])
ANY_CLOCK = st.times().map(lambda time: f"{time:%H:%M}")
ADMIN = st.one_of(st.just("09:00"), ROUND, NIGHT, ANY_CLOCK)
SPELLINGS = st.sampled_from(["spaces", "joined", "dots", "="])


def days_after(first: date, fewest: int, most: int) -> st.SearchStrategy[date]:
    return st.integers(fewest, most).map(lambda days: first + timedelta(days))


def clock_changes(start: date) -> list[date]:
    """The days of the next 400 on which the clocks change, which not every year has."""
    noons = [datetime(start.year, start.month, start.day, 12, tzinfo=reference.DURHAM)]
    noons += [noons[0] + timedelta(n) for n in range(1, 400)]
    changed = [before.utcoffset() != noon.utcoffset() for before, noon in pairwise(noons)]
    return [noon.date() for noon in compress(noons[1:], changed)]


def spots(start: date) -> st.SearchStrategy[date]:
    """A day around which things happen: often one on which the clocks change."""
    nights = clock_changes(start) or [start]
    return st.one_of(st.just(start), days_after(start, 0, 60), st.sampled_from(nights))


def of(*kinds: str, **facts: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries({"kind": st.sampled_from(kinds), **facts})


def some(*needed: str, **facts: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """The facts, those that are not needed sometimes left out."""
    always = {key: facts.pop(key) for key in needed}
    return st.fixed_dictionaries(always, optional=facts)


def changes(plan: Data, spot: date, clocks: st.SearchStrategy[str]) -> st.SearchStrategy[Data]:
    """A change of any kind on a few days around a spot."""
    near = st.sampled_from([spot + timedelta(n) for n in (0, 0, 0, 1, 1, -1)])
    shift, admin = (worked_days(plan, spot, kind) for kind in ("shift", "admin"))
    takes = some("take", take=near, band=BANDS, give=shift)
    swaps = st.one_of(takes, takes, of("swap", give=shift))
    moves = some("date", "to", date=admin, to=near, start=clocks)
    absences = st.builds(
        lambda kind, first, more: {"kind": kind, "first": first, "last": first + timedelta(more)},
        st.sampled_from(["leave", "sick"]),
        near,
        st.integers(0, 2),
    )
    return st.one_of(
        absences,
        of("called-off", "note", date=near),
        of("extra", date=near, band=BANDS),
        of("extra", "training", date=near, start=clocks, end=clocks),
        swaps.map(lambda swap: {"kind": "swap", **swap}),
        moves.map(lambda move: {"kind": "admin", **move}),
        of("hours", date=shift, start=clocks, end=clocks),
    )


def worked_days(plan: Data, spot: date, kind: str) -> st.SearchStrategy[date]:
    """Days at a spot, most of them ones on which the rotation has such a block."""
    three = [spot + timedelta(n) for n in (-1, 0, 1)]
    days = reference.days(plan, three[0], three[-1])
    having = [any(block["kind"] == kind for block in day["blocks"]) for day in days]
    return st.sampled_from(3 * list(compress(three, having)) + three)


def own_hours(start: int, length: int) -> str:
    """Hours by the half hours at which they begin and that they last."""
    begin, end = (f"{half // 2 % 24:02}:{half % 2 * 30:02}" for half in (start, start + length))
    return f"{begin}-{end}"


# Two hours at least: over the hour that the clocks skip they still have a length.
OWN_HOURS = st.builds(own_hours, st.integers(0, 47), st.integers(4, 47))
USUAL = st.one_of(BANDS, OWN_HOURS, st.sampled_from(["19:00-07:00", "09:00-21:00"]))
OPTIONS = {"rotation": ROTATIONS, "week": st.integers(1, 6), "band": USUAL, "admin": ADMIN}


@st.composite
def stories(draw: st.DrawFn) -> Data:
    """A first assignment, what is entered after it and around which day, a range to look at."""
    start = draw(STARTS)
    spot = draw(spots(start))
    plan = plan_of(start=start, **draw(st.fixed_dictionaries(OPTIONS)))
    assignments = st.tuples(
        st.one_of(days_after(spot, 0, 3), days_after(start, 0, 500)),
        st.fixed_dictionaries({}, optional=OPTIONS),
    )
    number = draw(st.sampled_from([8, 8, 7, 6, 4, 2, 1, 0]))
    change = changes(plan, spot, draw(st.sampled_from([ROUND, ROUND, NIGHT, NIGHT, ANY_CLOCK])))
    entries = draw(st.lists(assignments, max_size=2))
    entries += draw(st.lists(change, min_size=number, max_size=number))
    first = draw(st.one_of(days_after(spot, -20, 0), days_after(start, -30, 1500)))
    return {
        "plan": plan,
        "spot": spot,
        "entries": draw(st.permutations(entries)),
        "range": (first, draw(days_after(first, 0, 3 * 365))),
        "spelling": draw(SPELLINGS),
    }


@settings(max_examples=tries(50, 120), deadline=None, database=None)
@given(stories())
def test_the_program_and_the_reference_agree(story: Data) -> None:
    plan, spelling = story["plan"], story["spelling"]
    with TemporaryDirectory() as folder:
        file = Path(folder, "plan.json")
        written(plan, file, spelling)
        for entry in story["entries"]:
            if isinstance(entry, dict):
                plan = change(plan, file, entry)
            else:
                plan = assign(plan, file, *entry, spelling)
        compare(plan, file, story["spot"] - timedelta(10), story["spot"] + timedelta(30))
        compare(plan, file, *story["range"])


# Nights over the clock changes, by hand


def test_a_night_over_a_clock_change_belongs_to_the_day_on_which_it_begins(tmp_path: Path) -> None:
    plan, file = plan_of("S" * 42, band="19:00-07:00"), tmp_path / "plan.json"
    written(plan, file)
    days = by_date(plan, date(2026, 3, 7), date(2026, 10, 31))
    (shorter,) = days["2026-03-07"]["blocks"]
    assert shorter["band"] is None
    assert shorter["start"] == "2026-03-07T19:00:00-05:00"
    assert shorter["end"] == "2026-03-08T07:00:00-04:00"
    assert shorter["minutes"] == 11 * 60
    (longer,) = days["2026-10-31"]["blocks"]
    assert longer["end"] == "2026-11-01T07:00:00-05:00"
    assert longer["minutes"] == 13 * 60
    compare(plan, file, date(2026, 3, 1), date(2026, 11, 15))


# Fifty years


def busy_year(file: Path) -> Data:
    """The example plan with changes of every kind, and other assignments from later dates on."""
    plan = plan_of()
    written(plan, file)
    for entry in (
        {"kind": "swap", "give": date(2025, 8, 16), "take": date(2025, 8, 30), "band": "evening"},
        {"kind": "extra", "date": date(2025, 9, 1), "band": "day"},
        {"kind": "sick", "first": date(2025, 8, 31), "last": date(2025, 9, 2)},
        {"kind": "admin", "date": date(2025, 9, 11), "to": date(2025, 9, 9), "start": "21:00"},
        {"kind": "hours", "date": date(2025, 9, 10), "start": "21:00", "end": "09:00"},
        {"kind": "training", "date": date(2025, 11, 1), "start": "22:00", "end": "04:00"},
        {"kind": "called-off", "date": date(2025, 11, 27)},
        {"kind": "leave", "first": date(2025, 12, 20), "last": date(2026, 1, 4)},
        {"kind": "extra", "date": date(2026, 3, 7), "start": "23:00", "end": "07:00"},
        {"kind": "note", "date": date(2026, 3, 8)},
    ):
        taken = change(plan, file, entry)
        assert taken is not plan
        plan = taken
    plan = assign(plan, file, date(2027, 5, 12), {"band": "evening", "admin": "08:30"})
    plan = assign(plan, file, date(2031, 1, 3), {"rotation": SEVEN_DAY_BREAK, "week": 5})
    return assign(plan, file, date(2040, 2, 29), {"rotation": MIXED_BANDS, "week": 3})


def test_the_busy_plan_agrees_over_fifty_years(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    compare(busy_year(file), file, START - timedelta(3), END)


@pytest.mark.parametrize(
    "plan",
    [
        plan_of(),
        plan_of(MIXED_BANDS, date(2025, 7, 31), week=6, admin="13:30"),
        plan_of(ONLY_ADMIN, admin="00:15"),
        plan_of(FREE, band="evening"),
    ],
    ids=["example", "mixed bands", "only admin", "free"],
)
def test_the_plan_agrees_over_ten_years_or_fifty(plan: Data, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    written(plan, file)
    compare(plan, file, START, date(tries(2036, 2075), 12, 31))
