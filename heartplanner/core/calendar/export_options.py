"""What a person chooses of the calendar that is exported: what is in it, and how it is said."""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import Final, NamedTuple

from heartplanner.core.edits.checks import check_text
from heartplanner.core.plan.model import PlanError
from heartplanner.core.words.display_format import Language

LONGEST_WORD: Final = 40
LONGEST_ALARM: Final = 2 * 24 * 60
Alarm = int | time
"""So many minutes before a block begins, or a time of the evening before its day, from noon on."""
NOON: Final = time(12)
MOST_MONTHS: Final = 60

COLORS: Final = {
    "royalblue": "#4169E1",
    "teal": "#008080",
    "seagreen": "#2E8B57",
    "goldenrod": "#DAA520",
    "darkorange": "#FF8C00",
    "crimson": "#DC143C",
    "rebeccapurple": "#663399",
    "slategray": "#708090",
}
"""Colors by their CSS names (RFC 7986, 5.9), with the number that Apple's calendars read."""


class CalendarPart(StrEnum):
    """What a calendar may hold. Extra shifts and training count as shifts, sick days as leave."""

    SHIFTS = "shifts"
    ADMIN = "admin"
    BREAK = "break"
    LEAVE = "leave"
    DAYS_OFF = "days-off"
    MILESTONES = "milestones"


class Privacy(StrEnum):
    """How much a copy for others says: all; that one is busy; or only when one is home."""

    NO = "no"
    BUSY = "busy"
    HOME = "home"


DEFAULT_WORD: Final = "HEART"
DEFAULT_PARTS: Final = frozenset(
    {CalendarPart.SHIFTS, CalendarPart.ADMIN, CalendarPart.BREAK, CalendarPart.LEAVE}
)


class ExportOptions(NamedTuple):
    """What is chosen for one target; what is not said is as most want it.

    `word` stands first in each title; `alarm`: that of shifts, `admin_alarm`: that of admin blocks, none:
    no alarm; `name`: the calendar's own, none: the usual one; `color`: one of COLORS, or none; `months`:
    how far ahead.
    """

    parts: frozenset[CalendarPart] = DEFAULT_PARTS
    word: str = DEFAULT_WORD
    alarm: Alarm | None = None
    privacy: Privacy = Privacy.NO
    language: Language = Language.ENGLISH
    name: str = ""
    color: str = ""
    months: int = 12
    admin_alarm: Alarm | None = None

    @property
    def title(self) -> str:
        """The calendar's name, which is never blank."""
        if self.name.strip():
            return self.name
        if self.privacy is Privacy.NO:
            return self.word if self.word.strip() else DEFAULT_WORD
        return COPY_NAMES[self.language][self.privacy]


def check_options(options: ExportOptions) -> None:
    """What options must be, whoever chose them. Raises PlanError."""
    if not options.parts and options.privacy is not Privacy.HOME:
        raise PlanError(
            "a calendar cannot be empty: choose at least one of " + ", ".join(CalendarPart)
        )
    for alarm in (options.alarm, options.admin_alarm):
        if isinstance(alarm, time) and alarm < NOON:
            raise PlanError("an alarm of the evening before is at noon or later")
    for text in (options.word, options.name):
        check_text(text)
        if len(text) > LONGEST_WORD:
            raise PlanError(
                f"a calendar's name and first word can have {LONGEST_WORD} letters at most"
            )


COPY_NAMES: Final = {
    Language.ENGLISH: {Privacy.BUSY: "Busy", Privacy.HOME: "Home"},
    Language.SPANISH: {Privacy.BUSY: "En el trabajo", Privacy.HOME: "En casa"},
}
"""What a copy for others is called, and what it says of each block."""

DEFAULT_OPTIONS: Final = ExportOptions()

PHONE, RELATIVES = "my phone", "family"
"""Those that the window hands a calendar to, by their names in its memory."""
FAMILY_OPTIONS: Final = ExportOptions(privacy=Privacy.HOME)


def default_options(target: str) -> ExportOptions:
    """What a target gets until something is chosen for it: one's family only when one is home."""
    return FAMILY_OPTIONS if target == RELATIVES else DEFAULT_OPTIONS
