"""A roster under review in words: its rows, what would be understood, and what is used of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from heartplanner.core.explain.reasons import absence_words
from heartplanner.core.explain.spoken import LONGEST_NAME
from heartplanner.core.finder.conflict import IS
from heartplanner.core.finder.repair.differences import Difference
from heartplanner.core.finder.repair.repair_text import CHOOSE
from heartplanner.core.finder.told_change import ToldChange
from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.core.roster.holding import holding_of_review, lines_named, waiting_words
from heartplanner.core.roster.language.doubts import has_modifier
from heartplanner.core.roster.review import Review, ReviewRow, RowState
from heartplanner.core.roster.roster import (
    DateOrder,
    DayChange,
    DayReading,
    OrderTaken,
    Remedy,
    SwapSide,
    Unread,
    held_why,
)
from heartplanner.core.roster.swap_colleague import has_hours
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    brief_day,
    brief_span,
    counted,
    full_date,
    print_dash,
    sentence_case,
    weekday_date,
)
from heartplanner.core.words.typed_dates import short_date

KINDS = {
    "D": "Day shift",
    "E": "Evening shift",
    "S": "Shift",
    ADMIN: "Admin",
    FREE: "Free",
    "W": "Worked",
    "N": "No shift",
}
CHANGES: dict[DayChange, str] = {
    **{kind: absence_words(kind).line for kind in AbsenceKind},
    SwapSide.GIVEN: "Swap: I gave it away",
    SwapSide.TAKEN: "Swap: I took it",
    Kind.EXTRA: "Extra shift",
    Kind.TRAINING: "Training",
}
"""What a day may be that says nothing of the rotation."""
UNREAD = "Not understood"
MAY_BE_CHANGE = "A change that day?"
"""What a line of leave, a swap or the like is read as, until one says what it was."""
ASIDE = "Tells of no day"
SETTLED = "Not used"
SAY_WHAT_IT_WAS = "Choose above what happened on that day: leave, a swap or the like."
SAY_WHAT = f"{SAY_WHAT_IT_WAS} Or choose what your rotation has there, if you know: a shift, admin or free."
STILL_HAS_HOURS = (
    "This line still has hours: in a swap that may be the shift you gave away, or one you took."
)
NOT_SAID = "Says nothing of your rotation"
DROPPED = "Dropped"
REMEDIES = {
    Remedy.ORDER: "Say at the top whether the month or the day comes first.",
    Remedy.NAME: "Choose at the top whose days you want.",
}


def reading_words(reading: DayReading, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Day shift, 9-9; Admin, 9 am-1 pm; Free."""
    kind = CHANGES[reading.change] if reading.change else KINDS[reading.letter]
    if reading.colleague:
        kind = f"{kind}, with {reading.colleague}"
    if reading.start is None or reading.end is None:
        return kind
    return f"{kind}, {print_dash(brief_span(reading.start, reading.end, display))}"


def row_words(row: ReviewRow, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """What a row is read as."""
    if row.state is RowState.DROPPED:
        return DROPPED
    if row.state is RowState.ASIDE:
        return ASIDE
    if row.reading:
        return reading_words(row.reading, display)
    if row.state is RowState.OVERRULED:
        return SETTLED
    if has_modifier(row.text):
        return MAY_BE_CHANGE
    if isinstance(row.of, Unread) and row.of.held:
        return f"Waits for {lines_named(row.by or row.of.by)}"
    return UNREAD


def row_date(row: ReviewRow, this_year: int | None = None) -> str:
    """Sat, Aug 9; of a line that is not understood, the first day that it names, and how many more.

    `this_year`: the year that goes without saying; None: each does.
    """
    if row.reading:
        return _dated(row.reading.date, this_year)
    if isinstance(row.of, DayReading):
        return _dated(row.of.date, this_year)
    # A day that only the line's own words name is asked about, and not stated.
    if not row.of.dates or row.of.aside:
        return ""
    more = f" and {len(row.of.dates) - 1} more" if len(row.of.dates) > 1 else ""
    return f"{_dated(row.of.dates[0], this_year)}?{more}"


def _dated(day: date, this_year: int | None) -> str:
    return weekday_date(day) if this_year in (None, day.year) else short_date(day)


def row_note(row: ReviewRow) -> str:
    """What is to be known of a row beside what it is read as; nothing of one that was just read."""
    match row.state:
        case RowState.UNREAD:
            return _unread_note(row.of, row.by) if isinstance(row.of, Unread) else ""
        case RowState.CORRECTED:
            return "As you said"
        case RowState.OVERRULED:
            if row.reading is None:
                return "You said on another line what the day is"
            return "Not used: you said otherwise on another line"
        case RowState.READ | RowState.DROPPED | RowState.ASIDE:
            return ""


def differs_words(difference: Difference, entered: str = "", *, asks: bool = False) -> str:
    """Differs: a day shift in the rotation. Or what is entered where that rotation is used.

    `entered`: as entered_text says it; `asks`: what the day was is asked before that.
    """
    if asks:
        return CHOOSE
    return entered or f"Differs: {IS[difference.letter][0]} in the rotation"


def told_words(told: ToldChange | None) -> str:
    """What becomes of a day that was said to be a change: Off; a shift in the rotation."""
    if told is None:
        return NOT_SAID
    has = f"{IS[told.difference.letter][0]} in the rotation"
    if not told.fits:
        return f"Changes nothing: {has}"
    return f"{'Off' if told.difference.marked == FREE else 'Worked'}; {has}"


def change_hint(change: DayChange | None, letter: str) -> str:
    """What it means for the rotation to say that a line is this change, or that its day is free."""
    if change is not None:
        return (
            "Your rotation is found without this day. When you use that rotation, the day is entered in"
            " your schedule as this change. Where that does not fit, you are asked first."
        )
    if letter == FREE:
        return (
            "Free means that your rotation has nothing to work on this day, every six weeks. If you were"
            " off for leave, a swap or another reason, choose that."
        )
    return ""


def difference_words(difference: Difference) -> str:
    """A day shift here, free in the rotation."""
    return f"{sentence_case(IS[difference.marked][0])} here, {IS[difference.letter][0]} in the rotation"


def row_name(
    row: ReviewRow,
    note: str,
    display: DisplayFormat = DEFAULT_FORMAT,
    this_year: int | None = None,
) -> str:
    """All of a row as a screen reader says it: Sat, Aug 9: Day shift, 9-9. Fits. Line 10: 8/9 9a-9p."""
    day = row_date(row, this_year)
    said = f"{day}: {row_words(row, display)}" if day else row_words(row, display)
    place = "" if row.line is None else f" Line {row.line}: {row.text}"
    note = f" {note.rstrip('.')}." if note else ""
    name = f"{said}.{note}{place}"
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3]}..."


def _unread_note(unread: Unread, by: tuple[int, ...]) -> str:
    """Why a line is not understood, without the lines that are dropped; `by`: those that are left."""
    if unread.held is None or not by or by == unread.by:
        return why(unread)
    return f"{sentence_case(held_why(unread.held.date, by))}."


def why(unread: Unread) -> str:
    """Why a line is not understood, as a sentence."""
    return f"{sentence_case(unread.why)}."


def understood_instead(
    unread: Unread, start: date, *, changes: bool = False, beside: Sequence[Unread] = ()
) -> str:
    """What would be understood in a line's place; nothing where its day cannot be used at all.

    Nor is there anything to say of a line that is understood, and only waits for others.

    `changes`: the roster's days are compared, as in a RosterQuestion, and not its rotation looked for;
    `beside`: the other lines that are not understood and are about the same day.
    """
    if beside:
        lines = " ".join(
            f'Line {line.line} is about the same day: "{line.text.rstrip(".")}".' for line in beside
        )
        both = "both lines" if len(beside) == 1 else "all of these lines"
        return f"{lines} {SAY_WHAT_IT_WAS} One answer settles {both}."
    if unread.remedy:
        return REMEDIES[unread.remedy]
    if unread.held:
        return ""
    if not unread.dates:
        return "This would be understood: a date, and what you do on it, such as 8/2 9a-9p."
    # No day before the search begins can be marked: there is nothing to advise.
    if max(unread.dates) < start:
        return ""
    if has_modifier(unread.text):
        said = SAY_WHAT_IT_WAS if changes else SAY_WHAT
        return f"{STILL_HAS_HOURS} {said}" if has_hours(unread.text) else said
    day = brief_day(max(unread.dates[0], start))
    return f"This would be understood: {day} 9a-9p, {day} noon-midnight, {day} admin or {day} off."


def order_wording(taken: OrderTaken) -> tuple[str, str]:
    """1/2 is read as February 1, 2027, the day first, for its days lie closest by it; then without why."""
    which = "month" if taken.order is DateOrder.MONTH_FIRST else "day"
    said = f"{taken.example} is read as {full_date(taken.day)}, the {which} first"
    return f"{said}, for {taken.why}.", f"{said}."


def unanswered_changes(unread: Sequence[Unread]) -> int:
    """How many of the lines that are not understood are of leave, a swap or the like."""
    return sum(has_modifier(line.text) for line in unread)


def review_summary(review: Review) -> str:
    """28 days read, 2 lines not understood; of a line of leave or a swap, that it asks what happened.

    Lines that one answer settles are not counted among those to answer.
    """
    used, holds = review.used, holding_of_review(review)
    days = len({reading.date for reading in used.readings})
    waiting = {*holds.held} if holds else set[Unread]()
    lines = [line for line in used.unread if line not in waiting]
    asking = unanswered_changes(lines)
    unclear = len(lines) - asking
    said = [f"{counted(days, 'day')} read"]
    said += [waiting_words(holds)] if holds else []
    said += [f"{counted(unclear, 'line')} not understood"] if unclear else []
    said += [f"{counted(asking, 'change')} to answer"] if asking else []
    return f"{', '.join(said)}."
