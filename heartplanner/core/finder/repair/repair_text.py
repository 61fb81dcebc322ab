"""What is said of marks that differ from a rotation: which days, how, and what each may have been."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from heartplanner.core.finder.conflict import IS
from heartplanner.core.finder.repair.differences import ABSENCES, DayAnswer, Difference
from heartplanner.core.finder.repair.repair import Repair
from heartplanner.core.plan.model import FREE, SHIFTS
from heartplanner.core.schedule.changes import ABSENT_AS
from heartplanner.core.words.english import (
    counted,
    full_date,
    hours,
    listed,
    month_day,
    sentence_case,
    weekday_date,
)

ANSWERS = {
    **{answer: f"Keep as {ABSENT_AS[kind]}" for answer, kind in ABSENCES.items()},
    DayAnswer.SWAP: "Keep as a swap",
    DayAnswer.EXTRA: "Keep as extra shift",
    DayAnswer.HOURS: "Keep with other hours",
    DayAnswer.MOVED: "Keep as admin moved",
    DayAnswer.MISREAD: "Wrong here, follow the rotation",
}
"""What a day that differs can be taken for."""
CHOOSE = "Choose what it was"
THINGS = {
    DayAnswer.LEAVE: ("day of leave", "days of leave"),
    DayAnswer.SICK: ("sick day", "sick days"),
    DayAnswer.CALLED_OFF: ("day called off", "days called off"),
    DayAnswer.SWAP: ("swap", "swaps"),
    DayAnswer.EXTRA: ("extra shift", "extra shifts"),
    DayAnswer.HOURS: ("day with other hours", "days with other hours"),
    DayAnswer.MOVED: ("moved admin block", "moved admin blocks"),
}
"""What one change of a kind is called, and several."""
MOST_KINDS = 3
"""So many kinds of changes are named in one breath."""


def headline(repair: Repair, *, own: bool = False) -> str:
    """28 of 31 days fit one rotation; August 9, 17 and 30 differ. Or how many rotations do so.

    `own`: it is the person's own.
    """
    agreeing = repair.marked - repair.differing
    fit = "fits" if agreeing == 1 else "fit"
    days = f"{agreeing} of {counted(repair.marked, 'day')} {fit}"
    differ = differ_text(repair.first.differs)
    total = repair.left.total
    if repair.left.known:
        return f"{days} {'your own' if own else 'one'} rotation; {differ}."
    if repair.alike == total:
        return f"{days} in {total:,} rotations; {differ}."
    return f"{days} in {total:,} rotations; in the most likely one, {differ}."


def differ_text(days: Sequence[date]) -> str:
    """August 9, 17 and 30 differ."""
    return f"{dates_text(days)} {'differs' if len(days) == 1 else 'differ'}"


def dates_text(days: Sequence[date]) -> str:
    """August 9, 17 and September 2; a month is said again where it changes, years where they differ."""
    if len({day.year for day in days}) > 1:
        return listed([full_date(day) for day in days])
    names = []
    for before, day in zip([None, *days], days, strict=False):
        same_month = before is not None and before.month == day.month
        names.append(str(day.day) if same_month else month_day(day))
    return listed(names)


def difference_text(difference: Difference) -> str:
    """Sat, Aug 9: a day shift, but free in the rotation."""
    day = weekday_date(difference.date)
    return f"{day}: {IS[difference.marked][0]}, but {IS[difference.letter][0]} in the rotation"


def changes_text(counts: Mapping[DayAnswer, int]) -> str:
    """1 day of leave and 1 extra shift; "" where nothing changes. Of many kinds only how many they are."""
    if len(counts) > MOST_KINDS:
        return counted(sum(counts.values()), "change")
    named = [
        counted(count, THINGS[answer][0]) if count == 1 else f"{count} {THINGS[answer][1]}"
        for answer, count in counts.items()
    ]
    return listed(named)


def entered_text(difference: Difference, answer: DayAnswer, minutes: int) -> str:
    """What is entered on a day that differs: Leave, 12 h; Swap with Sat, Nov 14; Extra shift.

    `minutes`: what the rotation has on it.
    """
    match answer:
        case DayAnswer.LEAVE | DayAnswer.SICK | DayAnswer.CALLED_OFF:
            return f"{sentence_case(ABSENT_AS[ABSENCES[answer]])}, {hours(minutes)}"
        case DayAnswer.SWAP if difference.partner:
            return f"Swap with {weekday_date(difference.partner)}"
        case DayAnswer.SWAP:
            return f"Swap, {'taken' if difference.letter == FREE else 'given away'}"
        case DayAnswer.EXTRA:
            return "Extra hours" if _is_no_shift(difference) else "Extra shift"
        case DayAnswer.HOURS:
            return "Other hours"
        case DayAnswer.MOVED:
            return "Admin moved"
        case DayAnswer.MISREAD:
            return "Nothing: the rotation is right"


def _is_no_shift(difference: Difference) -> bool:
    return difference.marked not in (*SHIFTS, "W")


def answer_text(difference: Difference, answer: DayAnswer) -> str:
    """What an answer makes of a day: Keep as leave."""
    match answer:
        case DayAnswer.SWAP if difference.partner:
            return f"Keep as a swap with {weekday_date(difference.partner)}"
        case DayAnswer.SWAP if difference.letter == FREE:
            return "Keep as a swap, taken from a colleague"
        case DayAnswer.SWAP:
            return "Keep as a swap, given to a colleague"
        case DayAnswer.EXTRA if _is_no_shift(difference):
            return "Keep as extra hours"
        case DayAnswer.MOVED if difference.partner and difference.letter == FREE:
            return f"Keep as admin moved from {weekday_date(difference.partner)}"
        case DayAnswer.MOVED if difference.partner:
            return f"Keep as admin moved to {weekday_date(difference.partner)}"
        case _:
            return ANSWERS[answer]
