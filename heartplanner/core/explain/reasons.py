"""Why a day is what it is, and what a change is called, in sentences."""

from datetime import date
from typing import NamedTuple

from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Change,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import CYCLE_WEEKS
from heartplanner.core.schedule.blocks import Block, Kind
from heartplanner.core.schedule.cycle import length_of
from heartplanner.core.schedule.days import Day
from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat
from heartplanner.core.words.english import (
    brief_span,
    clock_span,
    hours,
    long_date,
    month_day,
    number,
    weekday,
)

NOT_CONFIRMED_SENTENCE = "That is not confirmed yet."
WORKING_WEEKEND, FREE_WEEKEND = "working weekend", "free weekend"
BEFORE_START = "before your start date"
NOT_CONFIRMED = "not confirmed yet"
"""Said of a day of the rotation of which the responder is not sure yet."""
BAND_TITLES = {Band.DAY: "Day shift", Band.EVENING: "Evening shift"}


def doubt(*days: Day) -> str:
    """Said behind days of which one is not confirmed yet; empty where each of them is."""
    return f", {NOT_CONFIRMED}" if any(day.guess for day in days) else ""


class AbsenceWords(NamedTuple):
    """What is said of a kind of absence beside its name.

    `reason`: the sentence on why a day is not worked; `state`: how one is on such a day; `line`: what a
    roster's line may mean by it.
    """

    reason: str
    state: str
    line: str


def absence_words(kind: AbsenceKind) -> AbsenceWords:
    """What is said of an absence."""
    match kind:
        case AbsenceKind.LEAVE:
            return AbsenceWords("You are on leave.", "you are on leave", "Leave or vacation")
        case AbsenceKind.SICK:
            return AbsenceWords("You are sick.", "you are sick", "Sick")
        case AbsenceKind.CALLED_OFF:
            return AbsenceWords("The employer called you off.", "you are called off", "Called off")


class WorkWords(NamedTuple):
    """How a kind of block is spoken of.

    `noun`: as in "during this shift"; `clause`: as in "you work 9 am-9 pm"; `unit`: what one of them is
    counted as, as in "2 admin blocks".
    """

    noun: str
    clause: str
    unit: str


def work_words(kind: Kind) -> WorkWords:
    """How a kind of block is spoken of in sentences; by itself it is called by `block_title`."""
    match kind:
        case Kind.SHIFT | Kind.EXTRA:
            return WorkWords("shift", "work", "shift")
        case Kind.ADMIN:
            return WorkWords("admin time", "have admin time", "admin block")
        case Kind.TRAINING:
            return WorkWords("training", "have training", "training")


def why(day: Day, *, private: bool = True, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """The reasons for what a day is: its place in the rotation, and its changes, in sentences.

    `private` False leaves out notes and colleagues' names.
    """
    # From the rotation to what changed it: in that order a reader can follow.
    entered = entered_reasons(day, display, private=private)
    return " ".join([*rotation_reasons(day, display), *entered])


def rotation_reasons(day: Day, display: DisplayFormat) -> list[str]:
    """What a day is by the rotation, and by the clock, in sentences."""
    if day.at is None:
        return ["Before your start date: not part of your schedule."]
    parts = [f"Week {day.at.week} of {CYCLE_WEEKS}.", _planned(day, display)]
    parts += [NOT_CONFIRMED_SENTENCE] if day.guess else []
    return [*parts, *filter(None, map(_clock_change, day.blocks))]


def entered_reasons(day: Day, display: DisplayFormat, *, private: bool = True) -> list[str]:
    """What changes make of a day, a sentence each."""
    if day.at is None:
        return []
    said = [_because(day, change, private, display) for change in day.changes]
    return [sentence for sentence in said if sentence]


def _planned(day: Day, display: DisplayFormat) -> str:
    # The break comes first: on its days "leaves this Friday free" would hide why six of them are free.
    if day.in_break:
        place = f"Day {day.in_break.day} of your {number(day.in_break.of)}-day break"
        return f"{place}, built into the rotation."
    name = weekday(day.date)
    if day.planned is None:
        return f"The rotation leaves this {name} free."
    spelled = clock_span(day.planned.start, day.planned.end, display)
    if day.planned.kind is Kind.ADMIN:
        return f"The rotation has admin time on this {name}, {spelled}."
    shift = f"{band_title(day.planned).lower()}, {spelled}"
    article = "an" if shift[0] == "e" else "a"
    ends = ""
    if day.planned.ends_next_day:
        ends = f"; it ends on {weekday(day.planned.end)}"
    return f"The rotation has {article} {shift}, on this {name}{ends}."


def _clock_change(block: Block) -> str:
    """Why a block has another length than its hours say; empty where it has just that."""
    more = block.minutes - length_of(block.hours)
    if not more:
        return ""
    change = "back" if more > 0 else "forward"
    noun = work_words(block.kind).noun
    return f"The clocks go {change} during this {noun}: it has {hours(block.minutes)}."


def _because(day: Day, change: Change, private: bool, display: DisplayFormat) -> str:
    """The sentence on what one change does to this one of its days.

    Whatever the responder wrote is left out where it is not `private`: a calendar may go to others.
    """
    match change.what:
        case Absence(kind):
            return absence_words(kind).reason
        case Extra(_, _, hours):
            return f"You added an extra shift, {_hours(hours, display)}."
        case Swap() as swap:
            return _swap(day.date, swap, private)
        case MovedAdmin(start, to):
            return _moved_admin(day.date, start, to)
        case OtherHours(_, hours):
            return f"You changed this shift's hours, {_hours(hours, display)}."
        case Training(_, hours):
            return f"You added training, {_hours(hours, display)}."
        case Note(_, text):
            return f"Note: {text}" if private else ""


def _moved_admin(day: date, start: date, to: date) -> str:
    if start == to:
        return "You moved its hours."
    if day == start:
        return f"Its admin time is moved to {long_date(to)}."
    return f"Admin time moved here from {long_date(start)}."


def _swap(day: date, swap: Swap, private: bool) -> str:
    # A copy of the calendar may go to others, who are not told who works for whom.
    who = swap.colleague if private and swap.colleague else "a colleague"
    gives, takes = day == swap.give, day == swap.take
    if gives and takes:
        return f"You swapped this shift with {who} for another on the same day."
    if gives:
        back = f", for one on {month_day(swap.take)}" if swap.take else ""
        return f"You gave this shift to {who}{back}."
    back = f", for yours on {month_day(swap.give)}" if swap.give else ""
    return f"You took this shift from {who}{back}."


def _hours(hours: Hours, display: DisplayFormat) -> str:
    return clock_span(hours.start, hours.end, display)


def band_title(block: Block) -> str:
    """Day shift, Evening shift; Shift where the block has hours of its own."""
    return BAND_TITLES[block.band] if block.band else "Shift"


def block_title(block: Block) -> str:
    """What a block is called by itself: Day shift, Admin, Extra shift, Training."""
    match block.kind:
        case Kind.SHIFT:
            return band_title(block)
        case Kind.ADMIN:
            return "Admin"
        case Kind.EXTRA:
            return "Extra shift"
        case Kind.TRAINING:
            return "Training"


def block_line(block: Block, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """Day shift 9-9, Admin 9 am-1 pm."""
    # Shifts are known by their short hours (9-9); admin and training have any, so theirs are spelled out.
    if block.kind is Kind.SHIFT:
        return f"{block_title(block)} {brief_span(block.start, block.end, display)}"
    return f"{block_title(block)} {clock_span(block.start, block.end, display)}"


def day_line(day: Day, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """What a day is, in a few words: the blocks worked, or the kind of free day."""
    if day.at is None:
        return BEFORE_START
    if day.blocks:
        return ", ".join(block_line(block, display) for block in day.blocks)
    if day.off == "break" and day.in_break:
        return f"break, day {day.in_break.day} of {day.in_break.of}"
    return str(day.off)


def planned_line(day: Day) -> str:
    """What the rotation has on a day, worked or not: day shift, admin, break or day off."""
    if day.at is None:
        return ""
    if day.planned is None:
        return "break" if day.in_break else "day off"
    if day.planned.kind is Kind.ADMIN:
        return "admin"
    return band_title(day.planned).lower()


def given_to(day: Day) -> str:
    """Given to Lee: whom the day's shift was given to, in lower case; given away where no name is known."""
    for change in day.changes:
        if isinstance(change.what, Swap) and change.what.give == day.date and change.what.colleague:
            return f"given to {change.what.colleague}"
    return "given away"
