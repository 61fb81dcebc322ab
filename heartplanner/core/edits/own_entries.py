"""The edits of own entries. Each raises PlanError, a sentence for the user.

None of them changes what is worked, so the plan's history stays: each entry has a stamp of its own, from
which a calendar's SEQUENCE and stamps come.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from heartplanner.core.edits.checks import check_text
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, Plan, PlanError
from heartplanner.core.plan.own_entry import EntryStamp, OwnEntry, WeeklyRepeat, next_date
from heartplanner.core.words.english import long_date

MOST_ENTRIES = 1000
MOST_SKIPPED = 1000
MOST_WEEKS = 52
LONGEST_TITLE = 100
LONGEST_DAYS = 366
NAMELESS = "an appointment has a name"


def add_entry(plan: Plan, entry: OwnEntry, at: datetime) -> Plan:
    """The plan with one more entry, under the next number; its first date is the first that it lies on."""
    if len(plan.entries) >= MOST_ENTRIES:
        raise PlanError(f"a schedule holds at most {MOST_ENTRIES} appointments: remove one first")
    number = max((known.id for known in plan.entries), default=0) + 1
    added = settled(entry)._replace(id=number, stamp=EntryStamp(at, at))
    check_entry(added)
    return plan._replace(entries=(*plan.entries, added))


def replace_entry(plan: Plan, entry: OwnEntry, at: datetime) -> Plan:
    """The plan with this entry in place of the one of its number."""
    before = entry_of(plan, entry.id)
    now = settled(entry)._replace(stamp=next_stamp(before, at))
    if now._replace(stamp=before.stamp) == before:
        return plan
    check_entry(now)
    return plan._replace(entries=tuple(now if one == before else one for one in plan.entries))


def replace_on(plan: Plan, entry: OwnEntry, day: date, at: datetime) -> Plan:
    """The plan in which the entry of this number is another one on this day alone."""
    before = entry_of(plan, entry.id)
    others = before._replace(skipped=tuple(sorted({*before.skipped, day})))
    if next_date(others, others.first - timedelta(1)) is None:  # it was its last day
        return replace_entry(plan, entry, at)
    return add_entry(skip_entry(plan, entry.id, day, at), entry, at)


def on_day(entry: OwnEntry, day: date) -> OwnEntry:
    """One day of an entry by itself, for `replace_on`: it does not repeat, and leaves nothing out."""
    return entry._replace(first=day, last=day, repeat=None, skipped=())


def beginning_at(hours: Hours, start: time) -> Hours:
    """Hours that begin at another time and are as long."""
    return Hours(start, (datetime.combine(date.min, start) + _length(hours)).time())


def remove_entry(plan: Plan, number: int, _at: datetime) -> Plan:
    """The plan without the entry of this number."""
    removed = entry_of(plan, number)
    return plan._replace(entries=tuple(one for one in plan.entries if one != removed))


def skip_entry(plan: Plan, number: int, day: date, at: datetime) -> Plan:
    """The plan in which an entry leaves this date out."""
    entry = entry_of(plan, number)
    if not entry.lies_on(day):
        raise PlanError(f"{entry.title!a} is not on {long_date(day)}")
    return _with_skipped(plan, entry, (*entry.skipped, day), at)


def keep_entry(plan: Plan, number: int, day: date, at: datetime) -> Plan:
    """The plan in which an entry lies again on a date that was left out."""
    entry = entry_of(plan, number)
    if day not in entry.skipped:
        raise PlanError(f"{entry.title!a} does not leave out {long_date(day)}")
    return _with_skipped(plan, entry, tuple(one for one in entry.skipped if one != day), at)


def entry_of(plan: Plan, number: int) -> OwnEntry:
    """The entry of this number. Raises PlanError."""
    for entry in plan.entries:
        if entry.id == number:
            return entry
    raise PlanError(f"there is no appointment {number}")


def settled(entry: OwnEntry) -> OwnEntry:
    """The entry from the first date on that it lies on, without dates left out that it never lay on."""
    if entry.repeat is None:
        kept = tuple(day for day in entry.skipped if entry.first <= day <= entry.last)
        return entry._replace(skipped=kept)
    whole = entry._replace(skipped=())
    # Whoever picks a Monday and wants Tuesdays means the Tuesday after it.
    first = next_date(whole, entry.first - timedelta(1)) if entry.repeat.weekdays else None
    if first is None or entry.last != entry.first:
        return entry  # it cannot be, which is for the check to say
    moved = whole._replace(first=first, last=first)
    kept = tuple(day for day in entry.skipped if moved.lies_on(day))
    return moved._replace(skipped=kept)


def check_entry(entry: OwnEntry) -> None:
    """Refuse, with a PlanError, what an entry cannot be by itself."""
    check_text(entry.title)
    if not entry.title.strip():
        raise PlanError(NAMELESS)
    if len(entry.title) > LONGEST_TITLE:
        raise PlanError(
            f"an appointment's name has at most {LONGEST_TITLE} characters, this has"
            f" {len(entry.title)}"
        )
    if entry.last < entry.first:
        raise PlanError(f"{entry.last} is before {entry.first}")
    for day in filter(None, (entry.first, entry.last, entry.end)):
        if not FIRST_DATE <= day <= LAST_DATE:
            raise PlanError(f"dates lie from {FIRST_DATE.year} to {LAST_DATE.year}")
    if (entry.last - entry.first).days >= LONGEST_DAYS:
        raise PlanError(f"an appointment has at most {LONGEST_DAYS} days; let it repeat instead")
    if entry.hours and entry.hours.start == entry.hours.end:
        raise PlanError("an appointment ends later than it begins; leave the time out for a day")
    if entry.repeat:
        _check_repeat(entry, entry.repeat)
    _check_skipped(entry)


def _check_repeat(entry: OwnEntry, repeat: WeeklyRepeat) -> None:
    if not 1 <= repeat.weeks <= MOST_WEEKS:
        raise PlanError(f"an appointment repeats every 1 to {MOST_WEEKS} weeks")
    if not repeat.weekdays or list(repeat.weekdays) != sorted({*repeat.weekdays} & {*range(7)}):
        raise PlanError("an appointment repeats on at least one weekday")
    if repeat.until and repeat.until < entry.first:
        raise PlanError(
            f"it repeats until {repeat.until}, which is before it begins, {entry.first}"
        )
    if entry.last != entry.first:
        raise PlanError("an appointment of several days in a row does not repeat")
    if entry.first.weekday() not in repeat.weekdays:
        raise PlanError(f"{long_date(entry.first)} is none of the weekdays that it repeats on")


def _check_skipped(entry: OwnEntry) -> None:
    if len(entry.skipped) > MOST_SKIPPED:
        raise PlanError(f"an appointment leaves out at most {MOST_SKIPPED} dates")
    if list(entry.skipped) != sorted(set(entry.skipped)):
        raise PlanError("the dates that are left out are in their order, each once")
    for day in entry.skipped:
        if not entry.is_planned_on(day):
            raise PlanError(f"{long_date(day)} is left out, and is none of its dates")
    if next_date(entry, entry.first - timedelta(1)) is None:
        raise PlanError("no day of it would be left: remove it instead")


def _length(hours: Hours) -> timedelta:
    """From the start to the end on the clock, which may be on the next day."""
    start, end = (datetime.combine(date.min, one) for one in hours)
    return (end - start) % timedelta(1)


def _with_skipped(plan: Plan, entry: OwnEntry, skipped: tuple[date, ...], at: datetime) -> Plan:
    return replace_entry(plan, entry._replace(skipped=tuple(sorted(skipped))), at)


def next_stamp(entry: OwnEntry, at: datetime) -> EntryStamp:
    """The stamp of an entry that is stated anew; it only ever rises (RFC 5545, 3.8.7.3)."""
    was = entry.stamp
    return EntryStamp(was.made, max(at, was.changed + timedelta(seconds=1)), was.revision + 1)
