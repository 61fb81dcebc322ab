"""A day with a block of each kind, for the tests that walk through all that is made of one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import ChangeDetail, Extra, MovedAdmin, Swap, Training
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.schedule import Schedule

FREE_DAY, ADMIN_DAY = date(2025, 11, 1), date(2025, 10, 30)
"""The night after the first of them has an hour more: the clocks go back."""
NIGHT = Hours(time(22), time(6))
AT = datetime(2025, 9, 1, tzinfo=UTC)
MADE_BY: dict[Kind, ChangeDetail] = {
    Kind.SHIFT: Swap(None, FREE_DAY, Band.DAY),
    Kind.ADMIN: MovedAdmin(ADMIN_DAY, FREE_DAY, time(22)),
    Kind.EXTRA: Extra(FREE_DAY, None, NIGHT),
    Kind.TRAINING: Training(FREE_DAY, NIGHT),
}
"""The change that puts a block of each kind on a free day."""


def with_block(kind: Kind) -> tuple[Schedule, Block]:
    """The example with such a block on the free day, and the block."""
    schedule = Schedule(add_change(example_plan(), MADE_BY[kind], AT))
    (day,) = schedule.days(FREE_DAY, FREE_DAY)
    (block,) = day.blocks
    assert block.kind is kind
    return schedule, block
