"""Other people's calendars that one has beside one's shifts, as the responder states them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from heartplanner.typed import distinct

HTTPS = "https://"


class CalendarColor(StrEnum):
    """The colors that a calendar may have; each also stands with a letter of the calendar's name."""

    TEAL = "teal"
    PLUM = "plum"
    BROWN = "brown"
    OLIVE = "olive"
    SLATE = "slate"
    ROSE = "rose"


@distinct
class OtherCalendar(NamedTuple):
    """A calendar of somebody else, or another one of one's own.

    `source`: the path of an .ics file or of a folder of them, or an https link, which is a secret. `busy`:
    its events take one's time; else they are for information. `on_paper`: a printed month has them.
    `on_opening`: a link is fetched whenever the schedule is opened, else only when that is asked for.
    """

    name: str
    source: str
    color: CalendarColor = CalendarColor.TEAL
    shown: bool = True
    busy: bool = True
    on_paper: bool = False
    on_opening: bool = False

    @property
    def is_link(self) -> bool:
        return self.source.startswith(HTTPS)


def letters_of(calendars: Iterable[OtherCalendar]) -> dict[str, str]:
    """A letter for each calendar, by its name, so that they are told apart without their colors.

    It is the first one of its name that no calendar before it has, or else a number.
    """
    letters: dict[str, str] = {}
    for calendar in calendars:
        own = [letter.upper() for letter in calendar.name if letter.isalnum()]
        free = (letter for letter in (*own, *"0123456789") if letter not in letters.values())
        letters[calendar.name] = next(free, "*")
    return letters


class CalendarTrait(StrEnum):
    """What of a calendar is switched on or off."""

    SHOWN = "shown"
    BUSY = "busy"
    ON_PAPER = "on_paper"
    ON_OPENING = "on_opening"
