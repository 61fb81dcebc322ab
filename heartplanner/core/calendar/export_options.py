"""What a person chooses of the calendar that is handed over: what is in it, and how it is said."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from heartplanner.core.edits.edits import check_text
from heartplanner.core.plan.model import PlanError
from heartplanner.core.words.display_format import Language

LONGEST_WORD: Final = 40
LONGEST_ALARM: Final = 2 * 24 * 60
MOST_MONTHS: Final = 60

COLOURS: Final = {
    "royalblue": "#4169E1",
    "teal": "#008080",
    "seagreen": "#2E8B57",
    "goldenrod": "#DAA520",
    "darkorange": "#FF8C00",
    "crimson": "#DC143C",
    "rebeccapurple": "#663399",
    "slategray": "#708090",
}
"""Colours by their CSS names (RFC 7986, 5.9), with the number that Apple's calendars read."""


class Part(StrEnum):
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


USUAL_WORD: Final = "HEART"
USUAL: Final = frozenset({Part.SHIFTS, Part.ADMIN, Part.BREAK, Part.LEAVE})


class Choices(NamedTuple):
    """One hand-over's choices; what is not said is as most want it.

    `word` stands first in each title; `alarm`: minutes before each shift, none: no alarm; `name`: the
    calendar's own, none: the usual one; `colour`: one of COLOURS, or none; `months`: how far ahead.
    """

    parts: frozenset[Part] = USUAL
    word: str = USUAL_WORD
    alarm: int | None = None
    privacy: Privacy = Privacy.NO
    language: Language = Language.ENGLISH
    name: str = ""
    colour: str = ""
    months: int = 12

    @property
    def title(self) -> str:
        """The calendar's name, which is never blank."""
        if self.name.strip():
            return self.name
        if self.privacy is Privacy.NO:
            return self.word if self.word.strip() else USUAL_WORD
        return COPY_NAMES[self.language][self.privacy]


def check_choices(choices: Choices) -> None:
    """What choices must be, whoever made them. Raises PlanError."""
    if not choices.parts and choices.privacy is not Privacy.HOME:
        raise PlanError("a calendar holds something: choose at least one of " + ", ".join(Part))
    for text in (choices.word, choices.name):
        check_text(text)
        if len(text) > LONGEST_WORD:
            raise PlanError(f"a calendar's name and first word have at most {LONGEST_WORD} letters")


COPY_NAMES: Final = {
    Language.ENGLISH: {Privacy.BUSY: "Busy", Privacy.HOME: "Home"},
    Language.SPANISH: {Privacy.BUSY: "En el trabajo", Privacy.HOME: "En casa"},
}
"""What a copy for others is called, and what it says of each block."""

AS_USUAL: Final = Choices()

PHONE, RELATIVES = "my phone", "family"
"""Those that the window hands a calendar to, by their names in its memory."""
FAMILY: Final = Choices(privacy=Privacy.HOME)


def first_choices(target: str) -> Choices:
    """What a target gets until something is chosen for it: one's family only when one is home."""
    return FAMILY if target == RELATIVES else AS_USUAL
