"""The words of rosters, all in one place. A word that is not here is not known, and its line is not read.

A word may be left out of account only if no sentence about a shift could turn on it. So the harmless
words are few, and a label that is a common word ("day", "off", "on") counts only where it stands by itself.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.model import ADMIN, FREE
from heartplanner.core.roster.roster import DayChange
from heartplanner.core.schedule.blocks import Kind
from heartplanner.core.words.english import MONTHS, WEEKDAYS

NIGHT = "night"
"""A shift that is neither a day nor an evening shift: its hours must be stated."""


class Label(NamedTuple):
    """What a word or phrase says of a day; `weak`: only where no harmless word touches it.

    `change`: what it says that is no day of the rotation; its letter is then "".
    """

    letter: str
    weak: bool = False
    change: DayChange | None = None


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written with blanks."""
    return frozenset(text.split())


def _phrases(letter: str, texts: str, *, weak: bool = False) -> dict[tuple[str, ...], Label]:
    return {tuple(text.split()): Label(letter, weak) for text in texts.split(", ")}


LABELS: dict[tuple[str, ...], Label] = {
    **_phrases("D", "day shift, dayshift, day shifts, days shift"),
    **_phrases("E", "evening shift, evening shifts, eve shift, evenings shift"),
    **_phrases("S", "shift, shifts, regular shift, work shift"),
    **_phrases(NIGHT, "night, nights, night shift, night shifts, overnight, overnight shift"),
    **_phrases(
        ADMIN, "admin, administrative, adm, admin time, admin block, admin hours, admin day"
    ),
    **_phrases(ADMIN, "administrative time, administrative hours, administrative block"),
    **_phrases("D", "day, days, d", weak=True),
    **_phrases("E", "evening, evenings, eve, e", weak=True),
    **_phrases("S", "s", weak=True),
    **_phrases(ADMIN, "a", weak=True),
    **_phrases(FREE, "off, day off, days off, off day, off duty, free, free day, break", weak=True),
    **_phrases(
        FREE, "rdo, rest, rest day, rest days, regular day off, regular days off", weak=True
    ),
    **_phrases("W", "work, works, working, on, on duty, w, workday, work day", weak=True),
    **_phrases("W", "regular duty, regular time, regular hours"),
    **_phrases("N", "no shift, n", weak=True),
}


def _changes(change: DayChange, texts: str) -> dict[tuple[str, ...], Label]:
    # "Team leave" is nobody's leave in particular; "HEART training" is training.
    weak = isinstance(change, AbsenceKind)
    return {tuple(text.split()): Label("", weak, change) for text in texts.split(", ")}


CHANGE_LABELS: dict[tuple[str, ...], Label] = {
    **{tuple(kind.split("-")): Label("", True, kind) for kind in AbsenceKind},
    **_changes(AbsenceKind.LEAVE, "on leave, paid leave, annual leave, personal leave"),
    **_changes(
        AbsenceKind.LEAVE, "leave day, personal day, pto, paid time off, time off, vac, vacation"
    ),
    **_changes(AbsenceKind.LEAVE, "on vacation, vacation day, vacation days, vacation leave"),
    **_changes(AbsenceKind.SICK, "sick day, sick leave, sick time, out sick, off sick"),
    **_changes(Kind.TRAINING, "training, trng, training day, training class"),
    **_changes(
        Kind.EXTRA, "extra, extra shift, extra hours, overtime, overtime shift, ot, ot shift"
    ),
}
"""The words of days that are none of the rotation; known only where such days are asked for."""
LONGEST_PHRASE = max(map(len, (*LABELS, *CHANGE_LABELS)))
LABEL_WORDS = frozenset(word for phrase in LABELS for word in phrase if len(word) > 1)
UNCONFIRMED = ("not", "confirmed", "yet")
"""What our own calendars say of a day that the rotation has and the responder is not sure of."""

HARMLESS = words_of(
    "heart team teams crisis unit responder responders clinician emt peer navigator counselor "
    "specialist lead staff durham nc hq headquarters station base district zone sector beat "
    "crt regular reg scheduled confirmed published assigned approved "
    "downtown north south east west central city car van truck vehicle et est edt"
)
"""Roles, places, and the state of a shift that is to be worked."""
GRANTED = words_of("approved confirmed scheduled")
"""Those that may stand beside leave too: "vacation day approved"."""
NUMBERED = words_of("heart team unit station base district zone sector beat car van truck vehicle")
"""Those that may have a number after them."""

MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    "mo": 0,
    "tu": 1,
    "we": 2,
    "th": 3,
    "fr": 4,
    "sa": 5,
    "su": 6,
}
"""Whole words only: a wedding is no Wednesday."""
UNTIL = frozenset({"to", "through", "thru", "until", "till"})
AND = frozenset({"and"})
HEADING = words_of(
    "schedule roster rota shifts my for calendar the work of month heart team week weekly monthly "
    "year fy pay period from"
)
"""Words of a heading, beside its month."""
OWN_HEADING = words_of(
    "my your our me i i'm you you're here schedule schedules scheduled roster rota calendar shifts "
    "assigned upcoming date dates hours working"
)
"""Words by which a line above days that ends with a colon is about one's own: "Here is your schedule:"."""
PLURAL = words_of(
    "all both shifts days dates week month schedule roster everything these those above following"
)
"""Words by which such a line is about more than the day above."""
TABLE_FILL = re.compile(r"(?!\s*\.{2,}\s*$)[-=_+*|:\s.~]*")
"""Lines that only rule a table off."""


class Column(Enum):
    """What a column of a table holds, by its heading."""

    DATE = auto()
    END_DATE = auto()
    WEEKDAY = auto()
    START = auto()
    END = auto()
    HOURS = auto()
    LABEL = auto()
    PERSON = auto()
    ASIDE = auto()
    NOTE = auto()
    STATUS = auto()
    FIRST_NAME = auto()
    LAST_NAME = auto()


def _columns(column: Column, names: str) -> dict[str, Column]:
    return dict.fromkeys(names.split(", "), column)


COLUMNS = {
    **_columns(Column.DATE, "date, dates, shift date, work date, start date, date worked, on date"),
    **_columns(Column.END_DATE, "end date"),
    **_columns(Column.WEEKDAY, "day, weekday, dow, day of week, day of the week, wkday"),
    **_columns(
        Column.START, "start, start time, in, time in, from, begin, begins, clock in, starts"
    ),
    **_columns(Column.START, "shift start, begin time"),
    **_columns(
        Column.END, "end, end time, out, time out, to, finish, ends, clock out, shift end, stop"
    ),
    **_columns(Column.END, "until, finish time, through, thru, time through"),
    **_columns(
        Column.HOURS, "hours, hrs, time, times, shift hours, shift time, shift times, duration"
    ),
    **_columns(
        Column.HOURS,
        "length, total, total hours, paid hours, scheduled hours, total hrs, total time",
    ),
    **_columns(
        Column.LABEL,
        "shift, shift type, type, assignment, duty, code, shift code, work code, pay code, time type",
    ),
    **_columns(
        Column.STATUS,
        "status, state, shift status, shift state, approval, approval status, published",
    ),
    **_columns(
        Column.LABEL,
        "activity, segment type, description, subject, title, event, work, summary, schedule",
    ),
    **_columns(Column.PERSON, "name, employee, employee name, staff, person, member, team member"),
    **_columns(
        Column.PERSON,
        "staff member, responder, worker, who, assigned, assigned to, agent, assignee",
    ),
    **_columns(
        Column.ASIDE, "location, site, place, role, position, job, department, dept, team, unit"
    ),
    **_columns(
        Column.ASIDE, "area, station, post, crew, partner, vehicle, employee id, id, no, #, week"
    ),
    **_columns(
        Column.ASIDE, "wk, job title, city, break, meal, unpaid break, all day event, all day"
    ),
    **_columns(
        Column.ASIDE, "shift id, schedule id, timesheet id, event id, record id, row id, shift #"
    ),
    **_columns(
        Column.ASIDE, "employee #, employee no, employee number, emp id, emp #, badge, badge #"
    ),
    **_columns(
        Column.ASIDE, "payroll id, meal break, break length, break minutes, pay rate, rate, wage"
    ),
    **_columns(Column.ASIDE, "reminder on/off, private, show time as, week #, ref, reference"),
    **_columns(Column.ASIDE, "min staff, max staff, staffing, headcount, count, seq, line, row"),
    **_columns(Column.ASIDE, "posted, posted date, date posted, posted on, issued, date issued"),
    **_columns(Column.ASIDE, "created, created on, created at, date created, printed, print date"),
    **_columns(
        Column.ASIDE, "break start, break end, meal start, meal end, lunch start, lunch end"
    ),
    **_columns(Column.FIRST_NAME, "first name, first, given name, firstname"),
    **_columns(Column.LAST_NAME, "last name, last, surname, family name, lastname"),
    **_columns(Column.ASIDE, "person number, person id, person #, employee code, user id, user"),
    **_columns(Column.ASIDE, "institution, agency, region, company, business unit, cost center"),
    **_columns(Column.ASIDE, "labor account, labor category, hourly rate, base rate, skill, color"),
    **_columns(Column.ASIDE, "meeting organizer, required attendees, optional attendees"),
    **_columns(Column.ASIDE, "meeting resources, billing information, categories, category"),
    **_columns(Column.ASIDE, "mileage, priority, sensitivity, time zone abbreviation"),
    **_columns(Column.NOTE, "shift notes, shift note, schedule notes, warning, warnings"),
    **_columns(Column.NOTE, "note, notes, comment, comments, remarks, remark"),
}


COLUMN_WORDS = frozenset(word for heading in COLUMNS for word in heading.split() if word != "out")
COUNTS = words_of(
    "scheduled approved confirmed published worked assigned accepted posted active final finalized "
    "completed complete regular booked acknowledged ok yes true y"
)
"""What a column of states holds where a row is to be worked, or was; any other state leaves it open."""
