"""How one person reads a calendar: the clock, the day that begins a week, and the language of a sheet."""

from enum import StrEnum
from typing import NamedTuple

from heartplanner.typed import distinct


class Language(StrEnum):
    """The languages of a sheet for the family and of a copy for others."""

    ENGLISH = "en"
    SPANISH = "es"


LANGUAGES = ((Language.ENGLISH, "English"), (Language.SPANISH, "Español"))
"""Each with its own name for itself, as it is offered."""


@distinct
class DisplayFormat(NamedTuple):
    """Handed as one value to all that words or lays out days.

    `hours24`: 21:00 in place of 9 pm; `sunday_first`: a row of days begins on a Sunday, whatever day the
    work week begins on; `language`: so far of sheets and copies for the family.
    """

    hours24: bool = False
    sunday_first: bool = False
    language: Language = Language.ENGLISH


DEFAULT_FORMAT = DisplayFormat()
"""What most of the responders read: 9 am, Monday first, English."""
