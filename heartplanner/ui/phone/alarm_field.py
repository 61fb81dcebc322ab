"""A field for the alarm of one kind of block: so long before it, or on the evening before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from heartplanner.core.calendar.alarms import alarm_words
from heartplanner.core.calendar.export_options import Alarm
from heartplanner.ui.fields.plain_fields import ChoiceField

USUAL: tuple[Alarm | None, ...] = (None, 30, 60, 120, 12 * 60, time(20))


class AlarmField(ChoiceField):
    """The usual alarms to choose from, with the one in force among them."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__([], changed)
        self._alarms: dict[str, Alarm | None] = {}

    def fill(self, alarm: Alarm | None) -> None:
        """Offer the usual alarms and this one, and show it."""
        alarms = sorted({*USUAL, alarm}, key=_order)
        self._alarms = {_key(one): one for one in alarms}
        self.clear()
        for one in alarms:
            self.addItem(alarm_words(one), _key(one))
        self.put(_key(alarm))

    def alarm(self) -> Alarm | None:
        """The alarm on show."""
        return self._alarms[self.value()]


def _order(alarm: Alarm | None) -> tuple[int, str]:
    """None first, then by how long before, then times of the evening before."""
    if isinstance(alarm, time):
        return 1, alarm.isoformat()
    return 0, f"{0 if alarm is None else alarm + 1:06}"


def _key(alarm: Alarm | None) -> str:
    return "" if alarm is None else str(alarm)
