"""What leave comes to: enough for some days or not, what is left on one, and what an option leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from heartplanner.core.ask.asked_days import AskedDays, title
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Answer, EnoughLeave, LeaveLeft, Option
from heartplanner.core.edits.leave import NOT_VACATION
from heartplanner.core.explain.changes.change_effects import worked_text
from heartplanner.core.leave.balances import LeaveBook, Outlook, account_of
from heartplanner.core.leave.leave_text import (
    LeaveLine,
    account_text,
    amount_text,
    balance_text,
    leave_hours,
    leave_lines,
    missing_when,
    short_text,
)
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import LEAVE_NAMES, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import ONE_DAY, DateSpan
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.schedule.totals import month_ends
from heartplanner.core.words.english import (
    full_date,
    hours,
    listed,
    sentence_case,
    span,
    span_brief,
)

SOON = timedelta(days=300)
MOST_NAMED = 4
"""Times of planned leave that a sentence names."""
NOT_KNOWN = "your leave balances are not known yet"


def enough_leave(schedule: Schedule, asked: EnoughLeave) -> Answer:
    """Whether there is leave for all that is worked on these days, beside all that is planned."""
    wish, kind = asked.reading.taken, asked.kind
    planned, taken = _asked_about(schedule, asked)
    minutes = planned + sum(day.minutes for day in taken)
    about, account = title(wish), account_of(schedule.plan, kind)
    ways = _ways(wish, taken, kind)
    if not minutes:
        text = f"{about}: nothing is worked then, so it takes no leave."
        return Answer(asked.reading, text, (), ())
    takes = f"it takes {hours(minutes)} of {LEAVE_NAMES[kind]}"
    if account is None:
        # Of a balance that nobody stated no form of leave takes anything.
        ways = () if kind in NOT_VACATION else ways
        text = f"{about}: {takes}, and your balance of it is not known yet."
        return Answer(asked.reading, text, (), ways, Place.LEAVE)
    if wish.last <= account.on:
        text = f"{about}: {_known_from(account)}."
        return Answer(asked.reading, text, (), ())
    more = (taken[0].date, taken[-1].date) if taken else None
    book = LeaveBook(schedule, account, wish.last)
    found = book.outlook(wish.last, more=more)
    facts = [f"{sentence_case(account_text(account))}."]
    facts += _accrued_late(book, account, more, {wish.last, found.most_on or wish.last})
    if planned:
        facts.append(f"{hours(planned)} of it are in your schedule already.")
    return Answer(asked.reading, f"{about}: {_verdict(found, takes, wish)}.", tuple(facts), ways)


def _accrued_late(
    book: LeaveBook, account: LeaveAccount, more: DateSpan | None, days: Collection[date]
) -> Iterator[str]:
    """What accrues at the end of one of these days, and is in its balance, yet too late for its leave.

    Without it two numbers for one day would seem to differ: what is left on it, and what is missing on it.
    """
    if account.accrual is None or account.accrual.per is Per.HOUR:
        return
    for day in sorted(days):
        if day > account.on and (late := book.outlook(day, day - ONE_DAY, more).accrued):
            yield (
                f"{amount_text(account.kind, late)} accrue at the end of {full_date(day)}: leave on that"
                " day cannot use them."
            )


def _asked_about(schedule: Schedule, asked: EnoughLeave) -> tuple[int, list[Day]]:
    """The minutes of leave that are planned on these days, and the worked days to be taken off beside."""
    wish = asked.reading.taken
    days = schedule.days(wish.first, wish.last)
    planned = _planned_minutes(days, asked.kind)
    # Whoever asks "enough for August" has planned August, and hardly ever wants all of it off.
    if (
        planned
        and not asked.whole
        and (wish.first, wish.last) == month_ends(wish.first.year, wish.first.month)
    ):
        return planned, []
    return planned, [day for day in days if day.blocks]


def leave_left(schedule: Schedule, asked: LeaveLeft) -> Answer:
    """What is left at the end of the last of these days, of one kind or of each that is known."""
    on = asked.reading.taken.last
    accounts = [one for one in schedule.plan.leave if asked.kind in (None, one.kind)]
    about = title(AskedDays(on, on))
    if not accounts:
        unknown = (
            f"your balance of {LEAVE_NAMES[asked.kind]} is not known yet"
            if asked.kind
            else NOT_KNOWN
        )
        return Answer(asked.reading, f"{about}: {unknown}.", (), (), Place.LEAVE)
    known = [account for account in accounts if account.on <= on]
    if not known:
        return Answer(asked.reading, f"{about}: {_known_from(accounts[0])}.", (), ())
    lines = [line for line in leave_lines(schedule, on) if line.account in known]
    text = listed([amount_text(line.account.kind, line.today.hours) for line in lines])
    planned = [line for line in lines if line.planned]
    facts = [f"{sentence_case(account_text(account))}." for account in accounts]
    facts += [f"{sentence_case(balance_text(line.today))}." for line in lines]
    for one in known:
        facts += _accrued_late(LeaveBook(schedule, one, on), one, None, {on})
    facts += [f"{sentence_case(balance_text(line.outlook))}." for line in planned]
    more = [_planned_text(schedule, line, alone=len(lines) == 1) for line in planned]
    said = "; ".join([text, *more]) if more else f"{text} left"
    return Answer(asked.reading, f"{about}: {said}.", tuple(facts), ())


def _planned_text(schedule: Schedule, line: LeaveLine, *, alone: bool) -> str:
    """12 h of it are planned (Dec 15): 28 h left to plan; or what is missing, if not all of it is there."""
    kind, since = line.account.kind, line.today.on
    days = schedule.days(since + ONE_DAY, line.last)
    dates = [day.date for day in days if any(off.balance is kind for off in day.taken_off)]
    absences = [change.what for change in schedule.plan.changes if isinstance(change.what, Absence)]
    spans = sorted(
        {
            (max(one.first, since + ONE_DAY), one.last)
            for one in absences
            if one.balance is kind and any(one.first <= day <= one.last for day in dates)
        }
    )
    # Almost a year on, a date without its year would be taken for one that comes sooner.
    named = [(span if last - since > SOON else span_brief)(first, last) for first, last in spans]
    when = listed(named if len(named) <= MOST_NAMED else [*named[: MOST_NAMED - 1], "later"])
    of = "it" if alone else f"the {LEAVE_NAMES[kind]}"
    text = f"{leave_hours(line.planned)} of {of} are planned ({when})"
    if line.outlook.accrued:
        text += f", and {leave_hours(line.outlook.accrued)} accrue until then"
    left = short_text(line.outlook) or f"{leave_hours(line.outlook.hours)} left to plan"
    return f"{text}: {left}"


def with_what_is_left(schedule: Schedule, options: Sequence[Option]) -> tuple[Option, ...]:
    """The options, each that takes leave with what is left of it after all that is planned till then."""
    account = account_of(schedule.plan, LeaveKind.VACATION)
    ends = [option.last for option in options if _takes_vacation(option)]
    if account is None or not ends:
        return tuple(options)
    book = LeaveBook(schedule, account, max(account.on, *ends))
    return tuple(
        option._replace(why=f"{option.why}; {_left(book, option)}")
        if _takes_vacation(option) and option.last > account.on
        else option
        for option in options
    )


def _takes_vacation(option: Option) -> bool:
    return isinstance(option.change, Absence) and option.change.balance is LeaveKind.VACATION


def _left(book: LeaveBook, option: Option) -> str:
    assert isinstance(option.change, Absence), "only absences are asked about"
    days = option.change.first, option.change.last
    found = book.outlook(option.last, more=days)
    return short_text(found) or f"{leave_hours(found.hours)} left"


def _verdict(found: Outlook, takes: str, wish: AskedDays) -> str:
    if found.short_on is None:
        return f"yes, {takes}, and {leave_hours(found.hours)} are left on {full_date(wish.last)}"
    if found.short_on > wish.last:
        return f"yes, {takes}; but with what you planned for later, {short_text(found)}"
    missing = f"{leave_hours(found.short)} are missing {missing_when(found)}"
    return f"no, {takes}, and {missing}"


def _known_from(account: LeaveAccount) -> str:
    return (
        f"your balance of {LEAVE_NAMES[account.kind]} is known only after {full_date(account.on)}"
    )


def _planned_minutes(days: Sequence[Day], kind: LeaveKind) -> int:
    return sum(off.block.minutes for day in days for off in day.taken_off if off.balance is kind)


def _ways(wish: AskedDays, taken: Sequence[Day], kind: LeaveKind) -> tuple[Option, ...]:
    """Leave of this kind on all that is worked then."""
    if not taken:
        return ()
    taken_from = kind if kind in NOT_VACATION else None
    entered_as = AbsenceKind.SICK if kind is LeaveKind.SICK else AbsenceKind.LEAVE
    change = Absence(entered_as, taken[0].date, taken[-1].date, taken_from)
    minutes = sum(day.minutes for day in taken)
    why = f"{sentence_case(LEAVE_NAMES[kind])} for {worked_text(taken)}"
    return (Option(wish.first, wish.last, minutes, why, change),)
