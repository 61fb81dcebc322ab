"""A roster under review in words: its rows, what would be understood, and what is used of it."""

from __future__ import annotations

from datetime import date

from heartplanner.core.finder.conflict import IS
from heartplanner.core.finder.repair.differences import Difference
from heartplanner.core.finder.repair.repair_text import headline
from heartplanner.core.finder.roster_use import RosterOutcome
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.core.roster.review import Review, ReviewRow, RowState
from heartplanner.core.roster.roster import Reading, Remedy, Unread
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    brief_day,
    brief_span,
    counted,
    print_dash,
    sentence_case,
    weekday_date,
)

KINDS = {
    "D": "Day shift",
    "E": "Evening shift",
    "S": "Shift",
    ADMIN: "Admin",
    FREE: "Free",
    "W": "Worked",
    "N": "No shift",
}
UNREAD = "Not understood"
DROPPED = "Dropped"
LONGEST_NAME = 119
"""Characters of a row that a screen reader says: more is heard to its end by nobody."""
REMEDIES = {
    Remedy.ORDER: "Say above whether the month or the day comes first.",
    Remedy.NAME: "Choose above whose days you want.",
}


def reading_words(reading: Reading, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Day shift, 9-9; Admin, 9 am-1 pm; Free."""
    kind = KINDS[reading.letter]
    if reading.start is None or reading.end is None:
        return kind
    return f"{kind}, {print_dash(brief_span(reading.start, reading.end, display))}"


def row_words(row: ReviewRow, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """What a row is read as."""
    if row.state is RowState.DROPPED:
        return DROPPED
    return reading_words(row.reading, display) if row.reading else UNREAD


def row_date(row: ReviewRow) -> str:
    """Sat, Aug 9; of a line that is not understood, the day that it names, if that is one."""
    if row.reading:
        return weekday_date(row.reading.date)
    if isinstance(row.of, Reading):
        return weekday_date(row.of.date)
    return f"{weekday_date(row.of.dates[0])}?" if len(row.of.dates) == 1 else ""


def row_note(row: ReviewRow) -> str:
    """What is to be known of a row beside what it is read as; nothing of one that was just read."""
    match row.state:
        case RowState.UNREAD:
            return why(row.of) if isinstance(row.of, Unread) else ""
        case RowState.CORRECTED:
            return "As you said"
        case RowState.OVERRULED:
            return "Not used: you said otherwise on another line"
        case RowState.READ | RowState.DROPPED:
            return ""


def differs_words(difference: Difference) -> str:
    """Differs: a day shift in the rotation."""
    return f"Differs: {IS[difference.letter][0]} in the rotation"


def difference_words(difference: Difference) -> str:
    """A day shift here, free in the rotation."""
    return f"{sentence_case(IS[difference.marked][0])} here, {IS[difference.letter][0]} in the rotation"


def row_name(row: ReviewRow, note: str, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """All of a row as a screen reader says it: Sat, Aug 9: Day shift, 9-9. Fits. Line 10: 8/9 9a-9p."""
    day = row_date(row)
    said = f"{day}: {row_words(row, display)}" if day else row_words(row, display)
    place = "" if row.line is None else f" Line {row.line}: {row.text}"
    note = f" {note.rstrip('.')}." if note else ""
    name = f"{said}.{note}{place}"
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3]}..."


def why(unread: Unread) -> str:
    """Why a line is not understood, as a sentence."""
    return f"{sentence_case(unread.why)}."


def understood_instead(unread: Unread, start: date) -> str:
    """What would be understood in a line's place; nothing where its day cannot be used at all."""
    if unread.remedy:
        return REMEDIES[unread.remedy]
    if not unread.dates:
        return "This would be understood: a date, and what you do on it, such as 8/2 9a-9p."
    if max(unread.dates) < start:
        return ""
    day = brief_day(max(unread.dates[0], start))
    return f"This would be understood: {day} 9a-9p, {day} noon-midnight, {day} admin or {day} off."


def review_summary(review: Review) -> str:
    """28 days read, 2 lines not understood."""
    used = review.used
    days = len({reading.date for reading in used.readings})
    unread = f", {counted(len(used.unread), 'line')} not understood" if used.unread else ""
    return f"{counted(days, 'day')} read{unread}."


def outcome_words(outcome: RosterOutcome) -> str:
    """24 rotations fit these days. Or which days differ from the rotation that fits best."""
    if outcome.repair:
        return headline(outcome.repair)
    if outcome.rotation is None:
        return (
            "No rotation keeps the rules, whatever is marked. The finder says what you can change."
        )
    total = outcome.left.total
    return f"{total:,} rotations fit these days." if total > 1 else "One rotation fits these days."


def outcome_said(outcome: RosterOutcome) -> str:
    """24 rotations fit. Or: 3 days differ from the rotation that fits best."""
    if outcome.repair:
        differ = "differs" if outcome.repair.differing == 1 else "differ"
        days = counted(outcome.repair.differing, "day")
        return f"{days} {differ} from the rotation that fits best."
    total = outcome.left.total
    return "1 rotation fits." if total == 1 else f"{total:,} rotations fit."


def use_words(outcome: RosterOutcome | None, changes: int) -> str:
    """What the button does: use the days, or the rotation with so many changes."""
    if outcome is None or not outcome.offers_rotation:
        return "Use these days"
    return f"Use this rotation and {counted(changes, 'change')}" if changes else "Use this rotation"
