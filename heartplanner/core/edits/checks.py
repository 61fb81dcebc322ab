"""What each thing of a plan cannot be by itself is refused with a PlanError, whatever the days are."""

from __future__ import annotations

import unicodedata
from datetime import date

from heartplanner.core.edits.leave import check_absence
from heartplanner.core.plan.change import (
    Absence,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
    dates_of,
)
from heartplanner.core.plan.hours import BAND_HOURS
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    CYCLE_WEEKS,
    FIRST_DATE,
    LAST_DATE,
    WEEK_STARTS,
    Assignment,
    Milestone,
    OwnHoliday,
    PlanError,
)
from heartplanner.core.words.english import clock, clock_span
from heartplanner.core.words.plain_text import without_unseen

LONGEST_ADMIN = 720
LONGEST_TEXT = 2000
NAMELESS = "a holiday has a name"
BARRED = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that text may not have: control characters, halves of characters, line ends."""
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text around them, and so can hide what it says."""


def check_milestone(milestone: Milestone) -> None:
    """Refuse, with a PlanError, what a milestone cannot be by itself."""
    _check_dates(milestone.date, milestone.date)
    check_text(milestone.title)
    if not milestone.title.strip():
        raise PlanError("a reminder date has a title")


def check_holiday(holiday: OwnHoliday) -> None:
    """Refuse, with a PlanError, what a holiday of one's own cannot be by itself."""
    _check_dates(holiday.date, holiday.date)
    check_text(holiday.name)
    if holiday.name and not holiday.name.strip():
        raise PlanError(NAMELESS)


def check_change(what: ChangeDetail) -> None:
    """Refuse, with a PlanError, what a change cannot be by itself, whatever the days are."""
    for first, last in dates_of(what):
        _check_dates(first, last)
    match what:
        case Absence() as absence:
            check_absence(absence)
        case Extra(_, band, hours):
            if band is not None and hours != BAND_HOURS[band]:
                raise PlanError(f"an extra {band} shift is worked {clock_span(*BAND_HOURS[band])}")
        case Swap(give, take):
            if give is None and take is None:
                raise PlanError("a swap gives a shift, takes one, or both")
        case MovedAdmin() | OtherHours() | Training():
            pass  # whether they fit is known by the days alone
        case Note(_, text):
            if not text.strip():
                raise PlanError("a note has words")
    _check_texts(what)


def with_plain_texts(what: ChangeDetail) -> ChangeDetail:
    """The change with its texts as one sees them: what is unseen in them is left out."""
    seen = {
        field: without_unseen(value)
        for field, value in zip(what._fields, what, strict=True)
        if type(value) is str  # an enum's value is one, too, and no person's text
    }
    return what._replace(**seen)  # type: ignore[arg-type]


def _check_texts(what: ChangeDetail) -> None:
    """Refuse what a text cannot be, in any field: so that of a new kind is looked at too."""
    for value in what:
        if isinstance(value, str):
            check_text(value)


def check_text(text: str) -> None:
    """Refuse, with a PlanError, text that is not one line, or that a screen or a calendar would obey."""
    if len(text) > LONGEST_TEXT:
        raise PlanError(f"a text has at most {LONGEST_TEXT} characters, this has {len(text)}")
    check_line(text)


def check_line(text: str) -> None:
    """Refuse, with a PlanError, what is no line of text, however long it is."""
    if text.isascii() and text.isprintable():  # nearly all
        return
    # Text goes into calendar files and onto paper, where a line end or a turned direction could fake
    # a fact that nobody entered.
    for character in text:
        if unicodedata.category(character) in BARRED or character in TURNING:
            raise PlanError(f"a text is one line, without control characters such as {character!a}")


def check_assignment(assignment: Assignment) -> None:
    """Refuse, with a PlanError, what an assignment cannot be by itself."""
    _check_dates(assignment.start, assignment.start)
    if not 1 <= assignment.cycle_week <= CYCLE_WEEKS:
        raise PlanError(f"the cycle week is 1 to {CYCLE_WEEKS}, not {assignment.cycle_week}")
    if not 1 <= assignment.admin_minutes <= LONGEST_ADMIN:
        raise PlanError(f"an admin block has 1 to {LONGEST_ADMIN} minutes")
    own = assignment.shift_hours
    if own and own.start == own.end:
        raise PlanError(
            f"a shift cannot begin and end at {clock(own.start)}: it would have no length, and 24 hours"
            " are not possible"
        )
    if not 0 <= assignment.work_week < len(WEEK_STARTS):
        raise PlanError(f"a work week begins on a weekday, 0 to 6, not {assignment.work_week}")
    if any(not 1 <= day <= CYCLE_DAYS for day in assignment.guesses):
        raise PlanError(f"a day that is not confirmed is one of the cycle, 1 to {CYCLE_DAYS}")


def _check_dates(first: date, last: date) -> None:
    if last < first:
        raise PlanError(f"{last} is before {first}")
    if first < FIRST_DATE or last > LAST_DATE:
        raise PlanError(f"dates lie from {FIRST_DATE.year} to {LAST_DATE.year}")
