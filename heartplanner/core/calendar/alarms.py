"""When a calendar's alarms go off: so long before a block, or at a time of the evening before.

An event has one alarm at most: Outlook takes no more than one, and each kind of block has its own.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from heartplanner.core.calendar.export_options import Alarm, ExportOptions
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.blocks import Block, Kind, local
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import clock, counted


def alarm_for(block: Block, options: ExportOptions) -> Alarm | None:
    """The alarm that is chosen for blocks of this kind; training has none."""
    match block.kind:
        case Kind.SHIFT | Kind.EXTRA:
            return options.alarm
        case Kind.ADMIN:
            return options.admin_alarm
        case Kind.TRAINING:
            return None


def alarm_minutes(block: Block, options: ExportOptions) -> int | None:
    """How many minutes before its start a block's alarm goes off; None where it has none."""
    alarm = alarm_for(block, options)
    if alarm is None or isinstance(alarm, int):
        return alarm
    evening = local(block.start.date() - ONE_DAY, alarm)
    # In UTC: in the night between them the clocks may change.
    return _utc(block.start, evening) // timedelta(minutes=1)


def alarm_words(alarm: Alarm | None, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """None, 1 hour before, 8 pm the evening before."""
    if alarm is None:
        return "None"
    if not isinstance(alarm, int):
        return f"{clock(alarm, display)} the evening before"
    whole, rest = divmod(alarm, 60)
    return f"{counted(alarm, 'minute') if rest or not whole else counted(whole, 'hour')} before"


def _utc(later: datetime, earlier: datetime) -> timedelta:
    return later.astimezone(UTC) - earlier.astimezone(UTC)
