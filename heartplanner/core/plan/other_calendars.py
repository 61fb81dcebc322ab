"""Other people's calendars that one has beside one's shifts, as the responder states them."""

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from heartplanner.typed import distinct

HTTPS = "https://"
NO_LETTER = "*"
"""Of a calendar that no letter or number is left for."""


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
    `letter` tells it from the others of a plan without their colors; "": it is in no plan yet.
    """

    name: str
    source: str
    color: CalendarColor = CalendarColor.TEAL
    shown: bool = True
    busy: bool = True
    on_paper: bool = False
    on_opening: bool = False
    letter: str = ""

    @property
    def is_link(self) -> bool:
        return self.source.startswith(HTTPS)


def letter_for(name: str, taken: Collection[str]) -> str:
    """The first letter of a name that no other calendar has, or else a number."""
    own = [letter for letter in map(str.upper, name) if letter.isalnum() and len(letter) == 1]
    return next((letter for letter in (*own, *"0123456789") if letter not in taken), NO_LETTER)


class CalendarTrait(StrEnum):
    """What of a calendar is switched on or off."""

    SHOWN = "shown"
    BUSY = "busy"
    ON_PAPER = "on_paper"
    ON_OPENING = "on_opening"
