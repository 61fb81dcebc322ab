"""Other calendars as they stand in a plan file: where they are and how they are shown, no events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heartplanner.core.edits.calendars import MOST_CALENDARS, check_calendar
from heartplanner.core.plan.model import PlanError
from heartplanner.core.plan.other_calendars import CalendarColor, CalendarTrait, OtherCalendar
from heartplanner.files.json_fields import Fields, list_of

KEY = "calendars"


def calendars_in(top: Fields) -> tuple[OtherCalendar, ...]:
    """The other calendars of a plan file; it names none where it has no such list. Raises PlanError."""
    if not top.has(KEY):
        return ()
    calendars: list[OtherCalendar] = []
    for fields in list_of(top.list(KEY, MOST_CALENDARS)):
        calendar = OtherCalendar(
            fields.text("name"),
            fields.text("source"),
            fields.choice("color", CalendarColor),
            *(fields.flag(trait) for trait in CalendarTrait),
        )
        fields.end()
        fields.must(check_calendar, calendar)
        if calendars and calendar.name.casefold() <= calendars[-1].name.casefold():
            raise PlanError(f"{fields.at('name')}: not after the name before it")
        if calendar.source in [one.source for one in calendars]:
            raise PlanError(f"{fields.at('source')}: there is a calendar of it already")
        calendars.append(calendar)
    if not calendars:
        raise PlanError(f"{KEY}: it names none; leave it out")
    return tuple(calendars)


def calendars_out(calendars: Sequence[OtherCalendar]) -> dict[str, Any]:
    """What a plan file has of other calendars: nothing, or one key."""
    return {KEY: [calendar._asdict() for calendar in calendars]} if calendars else {}
