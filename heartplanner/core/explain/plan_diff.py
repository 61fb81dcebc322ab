"""What differs between two plans, in sentences.

Lists are compared as multisets: what only the old one has was removed, what only the new one has was added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from heartplanner.core.explain.changes.change_titles import change_title
from heartplanner.core.explain.entry_text import entry_line
from heartplanner.core.explain.pay_text import pay_text
from heartplanner.core.finder.counting.marks import mark_text
from heartplanner.core.finder.search import search_of
from heartplanner.core.leave.leave_text import account_text
from heartplanner.core.plan.change import Change
from heartplanner.core.plan.model import Assignment, Milestone, OwnHoliday, Plan, Search
from heartplanner.core.plan.own_entry import NOT_STAMPED
from heartplanner.core.schedule.cycle import admin_hours, assigned_hours
from heartplanner.core.words.english import WEEKDAYS, clock_span, full_date, long_date

NONE = "No difference."
NO_GUESSES = "0"
WORK_WEEK = "work week from "
UNSAID = {WORK_WEEK: WEEKDAYS[0]}
"""What is so where an assignment's facts do not say it."""

Key = TypeVar("Key", bound=Hashable)
Titled = Sequence[tuple[Hashable, str]]
"""Things with what each is, by which it is compared, and what it is called."""


def plan_differences(old: Plan, new: Plan) -> list[str]:
    """What the new plan has that the old one has not, and the other way round; NONE if all is the same.

    When things were stated (the history) and which numbers they have is no difference.
    """
    sentences = [
        *_starts(old, new),
        *_assignments(old, new),
        *_changes(old, new),
        *_milestones(old, new),
        *_lists(_holidays(old), _holidays(new)),
        *_searches(old, new),
        *_lists(_cards(old), _cards(new)),
        *_lists(_pending(old), _pending(new)),
        *_pay(old, new),
        *_lists(_leave(old), _leave(new)),
        *_lists(_entries(old), _entries(new)),
        *_calendars(old, new),
    ]
    return sentences or [NONE]


def few(sentences: Sequence[str], most: int) -> list[str]:
    """The first of some sentences; the others are counted."""
    more = len(sentences) - most
    return [*sentences[:most], *([f"and {more} more"] if more > 0 else [])]


def _starts(old: Plan, new: Plan) -> Iterator[str]:
    if old.id != new.id:
        yield "It is another schedule, with events of its own on a phone."
    if old.start != new.start:
        yield f"Start date: {long_date(new.start)}, not {long_date(old.start)}."


def _assignments(old: Plan, new: Plan) -> Iterator[str]:
    """The facts that differ between assignments of one date; the others as a whole.

    The first assignments of both plans are compared with each other, whatever their dates are.
    """
    before, after = _by_date(old), _by_date(new)
    for start in sorted(before.keys() | after.keys(), key=lambda start: start or date.min):
        old_one, new_one = before.get(start), after.get(start)
        if old_one == new_one:  # most of them: their words are not made
            continue
        if old_one and new_one:
            was, now = _facts(old_one), _facts(new_one)
            changed = [
                f"{about}{now.get(about, left_out)}, not {was.get(about, left_out)}"
                for about in {**was, **now}
                for left_out in (UNSAID.get(about, NO_GUESSES),)
                if now.get(about) != was.get(about)
            ]
            if changed:
                yield f"From {full_date(new_one.start)}: {'; '.join(changed)}."
            elif old_one.guesses != new_one.guesses:  # as many of them, and so the same in words
                yield f"From {full_date(new_one.start)}: other days are not confirmed yet."
        elif old_one:
            yield f"Removed: rotation from {full_date(old_one.start)}."
        elif new_one:
            yield f"Added: rotation from {full_date(new_one.start)}: {_all_facts(new_one)}."


def _by_date(plan: Plan) -> dict[date | None, Assignment]:
    """The assignments by their dates; the first by None, whatever the start date is."""
    # A moved start date is one difference, and not a rotation removed and another added.
    first, *others = plan.assignments
    return {None: first, **{later.start: later for later in others}}


def _facts(assignment: Assignment) -> dict[str, str]:
    """What an assignment says, by the words that it begins with."""
    return {
        "rotation ": assignment.rotation.text,
        "cycle week ": str(assignment.cycle_week),
        "shifts ": clock_span(*assigned_hours(assignment)),
        "admin ": clock_span(*admin_hours(assignment.admin_start, assignment.admin_minutes)),
        "": "confirmed" if assignment.confirmed else "an example",
        **({WORK_WEEK: WEEKDAYS[assignment.work_week]} if assignment.work_week else {}),
        **(
            {"days not confirmed yet: ": str(len(assignment.guesses))} if assignment.guesses else {}
        ),
    }


def _all_facts(assignment: Assignment) -> str:
    return "; ".join(about + fact for about, fact in _facts(assignment).items())


def _changes(old: Plan, new: Plan) -> Iterator[str]:
    """Only what one of the plans has is given a title: there may be thousands that both have."""
    before, after = ([change.what for change in plan.changes] for plan in (old, new))
    removed, added = _without(before, after), _without(after, before)
    yield from (f"Removed: {change_title(Change(0, what))}." for what in removed)
    yield from (f"Added: {change_title(Change(0, what))}." for what in added)
    # Order matters, since each change applies to what the earlier ones left.
    if before != after and not (removed or added):
        yield "The changes apply in another order."


def _milestones(old: Plan, new: Plan) -> Iterator[str]:
    """A milestone that is only done, or no longer, is neither removed nor added."""
    # Numbers say nothing to a reader, so milestones are compared without them.
    removed = _without(_duties(old), _duties(new))
    added = _without(_duties(new), _duties(old))
    for milestone in removed:
        ticked = milestone._replace(done=not milestone.done)
        if ticked in added:
            added.remove(ticked)
            yield f"{'Done' if ticked.done else 'No longer done'}: {_duty_title(ticked)}."
        else:
            yield f"Removed: reminder date {_duty_title(milestone)}."
    yield from (f"Added: reminder date {_duty_title(milestone)}." for milestone in added)


def _duties(plan: Plan) -> list[Milestone]:
    """The milestones without their numbers."""
    return [milestone._replace(id=0) for milestone in plan.milestones]


def _duty_title(milestone: Milestone) -> str:
    return f"{milestone.title}, {long_date(milestone.date)}"


def _holidays(plan: Plan) -> Titled:
    return [(holiday, _holiday_title(holiday)) for holiday in plan.holidays]


def _holiday_title(own: OwnHoliday) -> str:
    return f"{f'holiday {own.name}' if own.name else 'no holiday'}, {long_date(own.date)}"


def _cards(plan: Plan) -> Titled:
    return [
        ((colleague.name, card), f"rotation card of {colleague.name} from {full_date(card.start)}")
        for colleague in plan.colleagues
        for card in colleague.assignments
    ]


def _pending(plan: Plan) -> Titled:
    """Swaps that are in no calendar, without their numbers."""
    return [
        (
            (one.swap, one.overtaken),
            f"{'overtaken' if one.overtaken else 'asked'}: {change_title(Change(one.id, one.swap))}",
        )
        for one in plan.pending
    ]


def _calendars(old: Plan, new: Plan) -> Iterator[str]:
    """The calendars by their names. Where one is from stays unsaid: a link is a secret."""
    before = {calendar.name: calendar for calendar in old.calendars}
    after = {calendar.name: calendar for calendar in new.calendars}
    yield from (f"Removed: calendar {name}." for name in before if name not in after)
    yield from (f"Added: calendar {name}." for name in after if name not in before)
    both = [name for name in after if name in before]
    yield from (
        f"Calendar {name} is set up differently." for name in both if before[name] != after[name]
    )


def _searches(old: Plan, new: Plan) -> Iterator[str]:
    was, now = search_of(old), search_of(new)
    yield from _lists(_marks(was), _marks(now))
    if was.hours != now.hours:
        yield "The hours that come with the rotation you look for are others."
    rules = [search._replace(marks=(), hours=None) for search in (was, now)]
    if (old.search or new.search) and rules[0] != rules[1]:
        yield "Your rotation is looked for by other rules or from another date."


def _pay(old: Plan, new: Plan) -> Iterator[str]:
    if old.pay != new.pay:
        yield f"Pay periods: {pay_text(new.pay)}, not {pay_text(old.pay)}."


def _leave(plan: Plan) -> Titled:
    return [(account, f"leave balance, {account_text(account)}") for account in plan.leave]


def _marks(search: Search) -> Titled:
    return [(mark, f"mark {mark_text(mark)}") for mark in search.marks]


def _lists(old: Titled, new: Titled) -> Iterator[str]:
    """What only one of two lists has."""
    # Compared by value and not by title: two kinds of change can be called alike.
    titles = {**dict(old), **dict(new)}
    before, after = ([key for key, _ in titled] for titled in (old, new))
    yield from (f"Removed: {titles[key]}." for key in _without(before, after))
    yield from (f"Added: {titles[key]}." for key in _without(after, before))


def _without(some: Iterable[Key], others: Iterable[Key]) -> list[Key]:
    """What is left of a list without the others, each as often as it is there."""
    # Counted and not looked up: the same note may stand there twice.
    rest = Counter(others)
    left = []
    for key in some:
        if rest[key]:
            rest[key] -= 1
        else:
            left.append(key)
    return left


def _entries(plan: Plan) -> Titled:
    return [
        (entry._replace(id=0, stamp=NOT_STAMPED), f"appointment, {entry_line(entry)}")
        for entry in plan.entries
    ]
