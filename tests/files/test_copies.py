"""Which versions are offered, and what each is said to have changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.plan.change import Note
from heartplanner.core.plan.model import Plan
from heartplanner.files.plan import planfile, versions
from heartplanner.files.plan.copies import copies

NOON = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)


def test_each_says_what_it_changed_of_the_one_before_that_can_be_read(
    example: Plan, tmp_path: Path
) -> None:
    cake = add_change(example, Note(date(2025, 9, 12), "cake"), NOON)
    states = [
        planfile.dump(example),
        planfile.dump(cake),
        b"{damaged",
        planfile.dump(cake._replace(history=(*cake.history, cake.history[0]._replace(number=1)))),
        planfile.dump(confirm(cake, NOON)),
        planfile.dump(cake).replace(b'"version": 4', b'"version": 99'),
    ]
    for hour, state in enumerate(states):
        versions.keep(tmp_path / "plan.json", state, NOON + timedelta(hours=hour))
    offered = [
        (copy.version.moment.hour, copy.changed)
        for copy in copies(versions.versions(tmp_path / "plan.json"))
    ]
    assert offered == [
        (16, ["From July 28, 2025: confirmed, not an example."]),
        (15, ["The same as the copy before it."]),
        (13, ["Added: note, Friday, September 12, 2025: cake."]),
        (12, ["The oldest copy that is kept."]),
    ]


def test_changes_over_a_copy_that_cannot_be_read_are_said_to_be_several(
    example: Plan, tmp_path: Path
) -> None:
    cake = add_change(example, Note(date(2025, 9, 12), "cake"), NOON)
    for hour, state in enumerate([planfile.dump(example), b"{damaged", planfile.dump(cake)]):
        versions.keep(tmp_path / "plan.json", state, NOON + timedelta(hours=hour))
    newest, _ = copies(versions.versions(tmp_path / "plan.json"))
    assert newest.changed == [
        "Added: note, Friday, September 12, 2025: cake.",
        "The copy before it cannot be read, so these may be several changes.",
    ]
