"""Random plans, made as a person makes them: edit after edit, those refused left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from heartplanner.core.edits import edits
from heartplanner.core.edits.calendars import (
    add_calendar,
    calendar_of,
    change_calendar,
    remove_calendar,
    with_trait,
)
from heartplanner.core.edits.checks import LONGEST_ADMIN, TURNING
from heartplanner.core.edits.leave import NOT_VACATION
from heartplanner.core.edits.own_entries import (
    add_entry,
    keep_entry,
    on_day,
    remove_entry,
    replace_entry,
    replace_on,
    skip_entry,
)
from heartplanner.core.edits.swaps import agree_swap, ask_swap, remove_swap, settle_swap
from heartplanner.core.finder import search
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    ChangeDetail,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
    Training,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours, RosterHours
from heartplanner.core.plan.model import (
    CYCLE_DAYS,
    EXAMPLE_ROTATION,
    FINDER_RULES,
    MARK_MEANINGS,
    Assignment,
    BreakDays,
    Mark,
    Options,
    Plan,
    PlanError,
    Rotation,
    Search,
)
from heartplanner.core.plan.other_calendars import CalendarColor, CalendarTrait, OtherCalendar
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.schedule.schedule import Schedule

SEVEN_DAY_BREAK = Rotation.parse("-SSAS-- -SSAS-- ---ASSS ASSAS-- SSSA--- ----SSS")
BANDS = st.sampled_from(Band)
WORK_WEEKS = st.just(0) | st.integers(0, 6)
ABSENCES = st.sampled_from(AbsenceKind)
SECONDS = st.integers(0, 2 * 365 * 24 * 3600)
STAMPS = SECONDS.map(lambda number: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=number))
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 0, 15, 30, 59]))
HOURS = st.builds(Hours, TIMES, TIMES)
SHIFT_HOURS = HOURS.filter(lambda hours: hours.start != hours.end)
LETTERS = st.lists(st.sampled_from("SSDEAA----"), min_size=CYCLE_DAYS, max_size=CYCLE_DAYS)
ROTATIONS = st.one_of(
    st.sampled_from([EXAMPLE_ROTATION, SEVEN_DAY_BREAK]),
    LETTERS.map(lambda letters: Rotation("".join(letters))),
)
BARRED = ["Cc", "Cs", "Zl", "Zp"]
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=BARRED, exclude_characters=TURNING), max_size=40),
    st.sampled_from(['a\\b; c, d: "e" \\n', "<img src=/x.png>", "=1+1", "Zoë 😀", "x" * 300]),
)
REACH = 6
"""How far from a spot the days of a change lie: close enough for changes to meet."""


STARTS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
IDS = st.sampled_from(["example", "0f3a-9"])


def starts() -> st.SearchStrategy[date]:
    return STARTS


# Strategies are made once, as far as they follow from no plan: to make one takes longer than to draw.
WORKED = st.tuples(
    ROTATIONS,
    st.integers(1, 6),
    BANDS,
    TIMES,
    st.one_of(st.just(240), st.integers(1, LONGEST_ADMIN)),
    st.booleans(),
    st.one_of(st.just(()), st.sets(st.integers(1, CYCLE_DAYS)).map(lambda s: tuple(sorted(s)))),
    WORK_WEEKS,
    st.none() | SHIFT_HOURS,
)
NEAR = st.integers(0, REACH)
OPTIONS = st.just(Options()) | st.builds(
    Options,
    st.booleans(),
    st.sampled_from(BreakDays),
    st.sets(st.sampled_from(FINDER_RULES)).map(frozenset),
    st.none() | WORK_WEEKS,
)
MARKS = st.lists(st.tuples(NEAR, st.sampled_from(list(MARK_MEANINGS))), max_size=5)
ROSTER_HOURS = st.none() | st.builds(
    RosterHours,
    st.dates(date(2025, 7, 28), date(2027, 12, 31)),
    st.just(Hours(time(7), time(19))),
    st.none() | st.just(Hours(time(13), time(17))),
)
MAYBE_BAND = st.none() | BANDS
MAYBE_TIME = st.none() | TIMES
TAKEN_FROM = st.none() | st.sampled_from(NOT_VACATION)


def assignments(start: date) -> st.SearchStrategy[Assignment]:
    return WORKED.map(lambda worked: Assignment(start, *worked))


@st.composite
def searches(draw: st.DrawFn, plan: Plan, spot: date) -> Search:
    """A search with any marks, of which some may contradict each other."""
    start = draw(st.sampled_from([each.start for each in plan.assignments]))
    marks = tuple(Mark(spot + timedelta(ahead), letter) for ahead, letter in draw(MARKS))
    return Search(start, marks, draw(OPTIONS), draw(ROSTER_HOURS))


def near(spot: date) -> st.SearchStrategy[date]:
    return NEAR.map(lambda number: spot + timedelta(days=number))


SWAP_WAYS = ("both", "given", "taken")
WAYS = (
    "absence", "extra", "extra hours", *SWAP_WAYS, "admin", "hours", "training", "note",
)  # fmt: skip
ALL_WAYS, ALL_SWAP_WAYS = st.sampled_from(WAYS), st.sampled_from(SWAP_WAYS)


@st.composite
def whats(draw: st.DrawFn, plan: Plan, spot: date) -> ChangeDetail:
    """A change of any kind around a spot, most of them on days on which they fit."""
    way = draw(ALL_WAYS)
    if way in SWAP_WAYS:
        return _swap(draw, way, plan, spot)
    if way == "admin":
        admin, other = _worked(draw, plan, spot, Kind.ADMIN), _near(draw, spot)
        return MovedAdmin(admin, other, draw(MAYBE_TIME))
    if way == "hours":
        return OtherHours(_worked(draw, plan, spot, Kind.SHIFT), draw(HOURS))
    if way == "absence":
        return _absence(draw, spot)
    day = _near(draw, spot)
    match way:
        case "extra":
            band = draw(BANDS)
            return Extra(day, band, BAND_HOURS[band])
        case "extra hours":
            return Extra(day, None, draw(HOURS))
        case "training":
            return Training(day, draw(HOURS))
        case _:
            return Note(day, draw(TEXTS))


def _near(draw: st.DrawFn, spot: date) -> date:
    return spot + timedelta(draw(NEAR))


def _worked(draw: st.DrawFn, plan: Plan, spot: date, kind: Kind) -> date:
    """A day with such a block, or where there is none any day."""
    around = Schedule(plan).days(spot, spot + timedelta(days=REACH))
    found = [day.date for day in around if any(block.kind is kind for block in day.blocks)]
    return draw(st.sampled_from(found)) if found else _near(draw, spot)


def _absence(draw: st.DrawFn, spot: date) -> Absence:
    kind, first = draw(ABSENCES), _near(draw, spot)
    last, taken_from = first + timedelta(draw(NEAR)), draw(TAKEN_FROM)
    return Absence(kind, first, last, taken_from if kind is AbsenceKind.LEAVE else None)


def _swap(draw: st.DrawFn, way: str, plan: Plan, spot: date) -> Swap:
    given = None if way == "taken" else _worked(draw, plan, spot, Kind.SHIFT)
    taken = None if way == "given" else _near(draw, spot)
    return Swap(given, taken, None if way == "given" else draw(MAYBE_BAND), draw(TEXTS))


@st.composite
def swaps(draw: st.DrawFn, plan: Plan, spot: date) -> Swap:
    """A swap around a spot; most shifts that are given are there."""
    return _swap(draw, draw(ALL_SWAP_WAYS), plan, spot)


WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))


SINCE = st.integers(-21, 21)
MAYBE_HOURS = st.none() | SHIFT_HOURS
TITLES = st.sampled_from(["Therapy", "a\\b; c, d", "Zoë 😀"])
UNTIL = st.none() | st.integers(7, 300)
EVERY, MORE_DAYS = st.integers(1, 7), st.integers(0, 5)
SKIPPED = st.sets(st.integers(1, 60), max_size=4)


@st.composite
def own_entries(draw: st.DrawFn, spot: date) -> OwnEntry:
    """An entry that begins within three weeks of a day; dates that it may leave out are drawn near it."""
    first = spot + timedelta(draw(SINCE))
    hours = draw(MAYBE_HOURS)
    on_phone, on_paper = draw(st.booleans()), draw(st.booleans())
    title = draw(TITLES)
    if draw(st.booleans()):
        days = draw(UNTIL)
        until = None if days is None else first + timedelta(days)
        repeat = WeeklyRepeat(draw(EVERY), draw(WEEKDAYS), until)
        last = first
    else:
        repeat, last = None, first + timedelta(draw(MORE_DAYS))
    skipped = draw(SKIPPED)
    return OwnEntry(
        0,
        title,
        first,
        last,
        hours,
        repeat,
        tuple(first + timedelta(days) for days in sorted(skipped)),
        on_phone,
        on_paper,
    )


OCCASIONS = st.sampled_from(["milestone", "done", "no milestone", "holiday", "no holiday"])
NUMBERS, SWAP_NUMBERS = st.integers(1, 3), st.integers(1, 4)
BOOKED = st.sampled_from(["ask", "ask", "agree", "settle", "remove"])
ENTERED = st.sampled_from(["add", "add", "replace", "alone", "skip", "keep", "remove"])


@st.composite
def _with_occasion(draw: st.DrawFn, plan: Plan, spot: date, at: datetime) -> Plan:
    """Another milestone or holiday, or one of them done or taken away."""
    kind = draw(OCCASIONS)
    day, number = _near(draw, spot), draw(NUMBERS)
    match kind:
        case "milestone":
            return edits.add_milestone(plan, day, draw(TEXTS), at)
        case "done":
            return edits.finish_milestone(plan, number, draw(st.booleans()), at)
        case "no milestone":
            return edits.remove_milestone(plan, number, at)
        case "holiday":
            return edits.add_holiday(plan, day, draw(TEXTS), at)
        case _:
            return edits.remove_holiday(plan, day, at)


@st.composite
def _with_booked(draw: st.DrawFn, plan: Plan, spot: date, at: datetime) -> Plan:
    """A swap that is asked, agreed, settled or taken back."""
    kind = draw(BOOKED)
    if kind == "ask":
        return ask_swap(plan, draw(swaps(plan, spot)), at)
    number = draw(SWAP_NUMBERS)
    match kind:
        case "agree":
            return agree_swap(plan, number, at).plan
        case "settle":
            return settle_swap(plan, number, settled=draw(st.booleans()))
        case _:
            return remove_swap(plan, number, at)


@st.composite
def _with_entry(draw: st.DrawFn, plan: Plan, spot: date, at: datetime) -> Plan:
    """An appointment that is new, another, left out on a day, there again, or removed."""
    kind = draw(ENTERED)
    if kind == "add":
        return add_entry(plan, draw(own_entries(spot)), at)
    number, day = draw(NUMBERS), _near(draw, spot)
    match kind:
        case "replace":
            return replace_entry(plan, draw(own_entries(spot))._replace(id=number), at)
        case "alone":
            other = draw(own_entries(spot))._replace(id=number)
            return replace_on(plan, on_day(other, _near(draw, spot)), day, at)
        case "skip":
            return skip_entry(plan, number, day, at)
        case "keep":
            return keep_entry(plan, number, day, at)
        case _:
            return remove_entry(plan, number, at)


SOURCES = st.sampled_from(["/home/ana/sam.ics", "/home/ana/school", "https://example.org/kim.ics"])
NAMES = st.sampled_from(["Sam", "sam's", "school", "Zoë 😀", "42"])


CALENDARS = st.builds(
    OtherCalendar,
    NAMES,
    SOURCES,
    st.sampled_from(CalendarColor),
    *(st.booleans() for _ in range(4)),
    st.sampled_from(["", "", "S", "9", "*", "S4"]),
)
CALENDAR_EDITS = st.sampled_from(["add", "add", "change", "remove"])
TRAITS = st.sampled_from(CalendarTrait)


def other_calendars() -> st.SearchStrategy[OtherCalendar]:
    """A calendar with any traits, some of which it cannot have."""
    return CALENDARS


@st.composite
def _with_calendar(draw: st.DrawFn, plan: Plan, at: datetime) -> Plan:
    """A calendar that is new, called or shown otherwise, or removed."""
    kind = draw(CALENDAR_EDITS)
    if kind == "add":
        return add_calendar(plan, draw(other_calendars()), at)
    name = draw(NAMES)
    if kind == "remove":
        return remove_calendar(plan, name, at)
    calendar = calendar_of(plan, name)
    trait, on = draw(TRAITS), draw(st.booleans())
    changed = with_trait(calendar, trait, on=on)._replace(name=draw(NAMES))
    return change_calendar(plan, calendar.name, changed, at)


KINDS = ["change"] * 5 + ["remove", "assign", "occasion", "search", "use", "book"]
KINDS += ["entry", "calendar"]
EDITS = st.sampled_from(KINDS)


@st.composite
def edited(draw: st.DrawFn, plan: Plan, spot: date) -> Plan:
    """The plan after one more edit near a spot, or as it was if the edit is refused."""
    at = draw(STAMPS)
    kind = draw(EDITS)
    try:
        if kind == "occasion":
            return draw(_with_occasion(plan, spot, at))
        if kind == "book":
            return draw(_with_booked(plan, spot, at))
        if kind == "entry":
            return draw(_with_entry(plan, spot, at))
        if kind == "calendar":
            return draw(_with_calendar(plan, at))
        if kind == "search":
            return search.with_search(plan, draw(searches(plan, spot)), at)
        if kind == "use":
            return search.use(plan, search.search_of(plan), draw(ROTATIONS), at)
        if kind == "assign":
            return edits.assign(plan, draw(assignments(_near(draw, spot))), at)
        if kind == "remove" and plan.changes:
            which = draw(st.sampled_from([change.id for change in plan.changes]))
            return edits.remove_change(plan, which, at)
        return edits.add_change(plan, draw(whats(plan, spot)), at)
    except PlanError:
        return plan


AHEAD = st.integers(0, 50)


@st.composite
def spots(draw: st.DrawFn, plan: Plan) -> date:
    """Where things happen: near the start, around a break, or in the nights the clocks change."""
    nights = [date(2025, 11, 1), date(2026, 3, 6), date(2026, 10, 31), date(2027, 3, 12)]
    ahead = plan.start + timedelta(draw(AHEAD))
    return draw(st.sampled_from([ahead, *(night for night in nights if night >= plan.start)]))


@st.composite
def plans(draw: st.DrawFn, most: int = 8) -> Plan:
    """A plan with up to `most` edits after its first assignment."""
    first = draw(assignments(draw(STARTS)))
    plan = edits.new_plan(draw(IDS), first, draw(STAMPS))
    spot = draw(spots(plan))
    for _ in range(draw(st.integers(0, most))):
        plan = draw(edited(plan, spot))
    return plan
