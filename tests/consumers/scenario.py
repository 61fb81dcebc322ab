"""One story of a plan and the files that it hands over: whole ones, and updates of what changed.

Twelve months of the example rotation, entered in its second week: both Sundays on which the clock
changes are worked then, the first as 9-9, the second as noon-midnight.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.calendar.event import Event
from heartplanner.core.calendar.events import events
from heartplanner.core.edits.edits import add_change, assign, continued, remove_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar import ledger
from heartplanner.files.calendar.export import prepare

FIRST, LAST = date(2025, 7, 28), date(2026, 7, 27)
NOW = datetime(2025, 8, 1, tzinfo=UTC)

Shown = tuple[str, str, str, bool]
"""Title, start, end - in UTC, or dates of an all-day event -, and whether it is shown as cancelled."""


class Files(NamedTuple):
    """What is handed over in turn, and what has to be seen after the first and after the last."""

    wholes: list[Path]
    updates: list[Path]
    first: list[Shown]
    last: list[Shown]


def write(folder: Path) -> Files:
    """Hand every chapter of the story over, to one who takes whole files and one who takes updates."""
    story = chapters()
    wholes, updates = [], []
    for number, plan in enumerate(story):
        for target, found in (("wholes", wholes), ("updates", updates)):
            handing = prepare(
                Schedule(plan),
                folder / "plan.json",
                (FIRST, LAST),
                ledger.load(folder / "plan.json", target),
            )
            path = folder / f"{target}-{number}.ics"
            part = target == "updates" and number > 0
            (handing.update if part else handing.whole)(path, NOW.date())
            found.append(path)
    return Files(wholes, updates, shown(story[0]), shown(story[-1]))


def chapters() -> list[Plan]:
    """The plan as it was at each hand-over."""
    start = example_plan()
    first = assign(start, start.assignments[0]._replace(cycle_week=2), NOW)
    evenings = continued(first, date(2026, 1, 5))._replace(band=Band.EVENING)
    first = assign(first, evenings, NOW)
    leave = Absence(AbsenceKind.LEAVE, date(2025, 12, 1), date(2025, 12, 7))
    second = add_change(first, leave, NOW)
    third = remove_change(second, second.changes[-1].id, NOW)  # these shifts come back
    for change in (
        Swap(date(2025, 11, 5), date(2025, 11, 8)),
        Absence(AbsenceKind.LEAVE, date(2026, 4, 13), date(2026, 4, 19)),
        Extra(date(2025, 11, 1), None, Hours(time(21), time(5))),  # over the hour that comes twice
        Extra(date(2026, 3, 8), None, Hours(time(0), time(6))),  # over the hour that is left out
    ):
        third = add_change(third, change, NOW)
    return [first, second, third]


def shown(plan: Plan) -> list[Shown]:
    """What the plan says that a calendar should show."""
    return as_shown(events(Schedule(plan), FIRST, LAST))


def as_shown(planned: Iterable[Event]) -> list[Shown]:
    """These events as a program should show them."""
    return sorted((each.title, _plain(each.start), _plain(each.end), False) for each in planned)


def _plain(moment: date) -> str:
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return moment.isoformat()
