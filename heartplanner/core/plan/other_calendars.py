"""Other people's calendars that one has beside one's shifts, as the responder states them."""

from __future__ import annotations

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


class CalendarTrait(StrEnum):
    """What of a calendar is switched on or off."""

    SHOWN = "shown"
    BUSY = "busy"
    ON_PAPER = "on_paper"
    ON_OPENING = "on_opening"
