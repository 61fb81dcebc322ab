"""What is written to a plan file is read back the same; the first version of the format stays readable."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from strategies import plans

from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.changes import DayOffKind
from heartplanner.core.schedule.days import BreakDay, Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.document import Document
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile

SPECIMENS = Path(__file__).parents[1] / "plans"
SPECIMEN = SPECIMENS / "v1.json"
DAY, EVENING = (time(9), time(21)), (time(12), time(0))
WORKED = {
    (2025, 8, 5): [(Kind.SHIFT, Band.DAY, *DAY)],
    (2025, 8, 7): [],
    (2025, 8, 9): [(Kind.ADMIN, None, time(14), time(18))],
    (2025, 8, 13): [(Kind.ADMIN, None, time(9), time(13))],
    (2025, 8, 14): [],
    (2025, 8, 19): [(Kind.SHIFT, Band.DAY, time(10), time(18))],
    (2025, 8, 21): [
        (Kind.ADMIN, None, time(9), time(13)),
        (Kind.TRAINING, None, time(13), time(17)),
    ],
    (2025, 8, 30): [(Kind.EXTRA, Band.EVENING, *EVENING)],
    (2025, 9, 1): [(Kind.EXTRA, None, time(18), time(2))],
    (2025, 9, 9): [],
    (2025, 9, 13): [(Kind.SHIFT, Band.EVENING, *EVENING)],
    (2025, 9, 16): [],
    (2025, 9, 20): [(Kind.SHIFT, Band.DAY, *DAY)],
    (2025, 12, 31): [(Kind.SHIFT, Band.DAY, *DAY)],
    (2026, 1, 8): [(Kind.ADMIN, None, time(13, 30), time(17, 30))],
    (2026, 1, 9): [(Kind.SHIFT, Band.EVENING, *EVENING)],
    (2026, 1, 12): [(Kind.ADMIN, None, time(13, 30), time(17, 30))],
}
FREE = {
    (2025, 7, 28): DayOffKind.DAY_OFF,
    (2025, 8, 16): DayOffKind.SICK,
    (2025, 8, 17): DayOffKind.CALLED_OFF,
    (2025, 8, 31): DayOffKind.BREAK,
    **{(2025, 10, day): DayOffKind.LEAVE for day in (6, 7, 8, 9)},
    (2025, 10, 10): DayOffKind.BREAK,
    **{(2026, 1, day): DayOffKind.BREAK for day in (2, 3, 4, 5, 6, 7)},
}


@pytest.fixture
def specimen() -> Plan:
    return planfile.load(SPECIMEN).plan


def on(plan: Plan, day: tuple[int, int, int]) -> Day:
    (found,) = Schedule(plan).days(date(*day), date(*day))
    return found


@given(plans())
def test_what_is_dumped_is_read_back_the_same(plan: Plan) -> None:
    data = planfile.dump(plan)
    read = planfile.parse(data)
    assert read == plan
    # Two kinds of change with the same facts are equal as tuples; a set has no order to be spelled in.
    assert repr(read._replace(search=None)) == repr(plan._replace(search=None))
    assert planfile.dump(read) == data
    assert data.endswith(b"}\n")
    assert b"\r" not in data


def test_newest_specimen_is_dumped_to_the_same_bytes() -> None:
    newest = SPECIMENS / f"v{planfile.VERSION}.json"
    assert planfile.dump(planfile.load(newest).plan) == newest.read_bytes()


@pytest.mark.parametrize("version", range(1, planfile.VERSION + 1))
def test_specimen_of_every_version_is_read_and_written_as_the_newest(version: int) -> None:
    plan = planfile.load(SPECIMENS / f"v{version}.json").plan
    data = planfile.dump(plan)
    assert json.loads(data)["version"] == planfile.VERSION
    read = planfile.parse(data)
    assert (read, repr(read.changes)) == (plan, repr(plan.changes))


@pytest.mark.parametrize("day", WORKED)
def test_specimen_is_worked_as_written(day: tuple[int, int, int], specimen: Plan) -> None:
    blocks = on(specimen, day).blocks
    found = [(b.kind, b.band, b.start.time(), b.end.time()) for b in blocks]
    assert found == WORKED[day]


@pytest.mark.parametrize("day", FREE)
def test_specimen_is_free_as_written(day: tuple[int, int, int], specimen: Plan) -> None:
    found = on(specimen, day)
    assert found.off is FREE[day]
    assert found.blocks == ()


def test_specimen_keeps_its_words(specimen: Plan) -> None:
    whats = {change.id: change.what for change in specimen.changes}
    assert list(whats) == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    assert whats[7].colleague == "Zoë Núñez"
    assert whats[8].colleague == ""
    assert whats[14].text == 'Keys: "B2" \\ back door; 50 % off, <b>ask</b> Ana \N{CLOUD WITH RAIN}'


def test_specimen_keeps_its_places_in_breaks(specimen: Plan) -> None:
    assert on(specimen, (2025, 8, 30)).in_break == BreakDay(2, 6)
    assert on(specimen, (2026, 1, 2)).in_break == BreakDay(1, 6)
    assert on(specimen, (2026, 1, 7)).in_break == BreakDay(6, 6)


def test_specimen_keeps_its_id_its_assignments_and_its_history(specimen: Plan) -> None:
    assert specimen.id == "7c19d2e8a4f05b36"
    assert [each.confirmed for each in specimen.assignments] == [True, False]
    assert [each.cycle_week for each in specimen.assignments] == [1, 3]
    assert len(specimen.history) == 9
    assert specimen.history[0].at == datetime(2025, 7, 20, 12, tzinfo=UTC)
    assert specimen.history[0].last is None
    assert specimen.history[7].last == date(2025, 9, 13)


def test_saved_and_loaded_is_the_same_plan(specimen: Plan, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(planfile.readable(path, Schedule(specimen)))
    loaded = planfile.load(path)
    assert (loaded.plan, repr(loaded.plan.changes)) == (specimen, repr(specimen.changes))
    assert planfile.readable(path, loaded.schedule) == loaded.data


def test_plan_that_could_not_be_read_again_is_not_saved(specimen: Plan, tmp_path: Path) -> None:
    document = Document(tmp_path / "plan.json", Schedule(specimen._replace(id="no such id")), None)
    with pytest.raises(FileError, match="the check found a fault in it: id: expected"):
        document.save(datetime(2025, 9, 1, tzinfo=UTC))
    assert list(tmp_path.iterdir()) == []


def test_revisions_that_were_left_out_leave_their_numbers(example: Plan) -> None:
    begun = example.history[0]
    kept = tuple(begun._replace(number=number) for number in (0, 1, 7, 8, 12))
    plan = example._replace(history=kept)
    assert planfile.parse(planfile.dump(plan)) == plan
    written = json.loads(planfile.dump(plan))["history"]
    assert [one.get("number") for one in written] == [None, None, 7, None, 12]
    assert plan.version == 13
