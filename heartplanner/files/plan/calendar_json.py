"""Other calendars as they stand in a plan file: where they are and how they are shown, no events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heartplanner.core.edits.calendars import MOST_CALENDARS, check_calendar, with_trait
from heartplanner.core.plan.model import PlanError
from heartplanner.core.plan.other_calendars import (
    NO_LETTER,
    CalendarColor,
    CalendarTrait,
    OtherCalendar,
    letter_for,
)
from heartplanner.files.json_fields import Fields, list_of

KEY = "calendars"


def calendars_in(top: Fields) -> tuple[OtherCalendar, ...]:
    """The other calendars of a plan file; it names none where it has no such list. Raises PlanError."""
    if not top.has(KEY):
        return ()
    calendars: list[OtherCalendar] = []
    for fields in list_of(top.list(KEY, MOST_CALENDARS)):
        name = fields.text("name")
        calendar = OtherCalendar(
            name,
            fields.text("source"),
            fields.choice("color", CalendarColor),
            letter=_letter_in(fields, name, [one.letter for one in calendars]),
        )
        for trait in CalendarTrait:
            calendar = with_trait(calendar, trait, on=fields.flag(trait))
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


def _letter_in(fields: Fields, name: str, taken: Sequence[str]) -> str:
    """Its letter, which no calendar before it has; one is given where the file has none."""
    if not fields.has("letter"):
        return letter_for(name, taken)
    letter = fields.text("letter")
    if letter in taken and letter != NO_LETTER:
        raise PlanError(f"{fields.at('letter')}: a calendar before it has it")
    return letter


def calendars_out(calendars: Sequence[OtherCalendar]) -> dict[str, Any]:
    """What a plan file has of other calendars: nothing, or one key."""
    return {KEY: [calendar._asdict() for calendar in calendars]} if calendars else {}
