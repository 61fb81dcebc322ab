"""The versions of a plan file that can be read, each with what it changed: those that are offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from heartplanner.core.explain.plan_diff import NONE, plan_differences
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.disk import FileError
from heartplanner.files.plan import planfile
from heartplanner.files.plan.versions import Version

OLDEST = "The oldest copy that is kept."
SEVERAL = "The copy before it cannot be read, so these may be several changes."
SAME = "The same as the copy before it."


class EarlierCopy(NamedTuple):
    """A version that can be read, and what it changed of the copy before it, as sentences."""

    version: Version
    schedule: Schedule
    changed: list[str]


def copies(newest_first: Iterable[Version]) -> Iterator[EarlierCopy]:
    """Those of the versions that can be read, in their order; each is read once its turn comes."""
    later: tuple[Version, Schedule] | None = None
    skipped = False
    for version in newest_first:
        try:
            schedule = planfile.load_copy(version.path).schedule
        except FileError:  # a damaged one is never offered
            skipped = True
            continue
        if later:
            changed = _changed(schedule, later[1])
            several = skipped and changed != [SAME]
            yield EarlierCopy(*later, [*changed, SEVERAL] if several else changed)
        later, skipped = (version, schedule), False
    if later:
        yield EarlierCopy(*later, [OLDEST])


def _changed(before: Schedule, after: Schedule) -> list[str]:
    sentences = plan_differences(before.plan, after.plan)
    return [SAME] if sentences == [NONE] else sentences
