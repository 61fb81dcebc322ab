"""The edits of the list of other calendars. Each raises PlanError, a sentence for the user."""

from __future__ import annotations

import re
from datetime import datetime

from heartplanner.core.edits.checks import check_text
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.plan.other_calendars import (
    HTTPS,
    NO_LETTER,
    CalendarColor,
    CalendarTrait,
    OtherCalendar,
    letter_for,
)
from heartplanner.core.words.english import listed
from heartplanner.core.words.plain_text import plain_text

MOST_CALENDARS = 30
LONGEST_NAME = 40
LONGEST_SOURCE = 2000
WEBCAL = re.compile(r"webcals?://", re.IGNORECASE)
LINK = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def add_calendar(plan: Plan, calendar: OtherCalendar, _at: datetime) -> Plan:
    """The plan with another calendar; its name and its source are new, and so is its letter."""
    check_calendar(calendar)
    for known in plan.calendars:
        if known.name.casefold() == calendar.name.casefold():
            raise PlanError(f"you have a calendar called {known.name} already; choose another name")
        if known.source == calendar.source:
            raise PlanError(f"this is the calendar {known.name}, which you have already")
    if len(plan.calendars) >= MOST_CALENDARS:
        raise PlanError(f"a schedule holds at most {MOST_CALENDARS} calendars: remove one first")
    taken = {known.letter for known in plan.calendars}
    known_letter = calendar.letter not in ("", *taken)
    letter = calendar.letter if known_letter else letter_for(calendar.name, taken)
    return _with(plan, *plan.calendars, calendar._replace(letter=letter))


def remove_calendar(plan: Plan, name: str, _at: datetime) -> Plan:
    """The plan without this calendar. What is in its files stays there."""
    removed = calendar_of(plan, name)
    return _with(plan, *(one for one in plan.calendars if one != removed))


def change_calendar(plan: Plan, name: str, changed: OtherCalendar, at: datetime) -> Plan:
    """The plan with a calendar in the place of the one of this name.

    One comes to know a letter: it is another one only where a new name does not have it.
    """
    if changed.name != name and changed.letter not in changed.name.upper():
        changed = changed._replace(letter="")
    return add_calendar(remove_calendar(plan, name, at), changed, at)


def with_trait(calendar: OtherCalendar, trait: CalendarTrait, *, on: bool) -> OtherCalendar:
    """The calendar with one of its traits switched on or off."""
    match trait:
        case CalendarTrait.SHOWN:
            return calendar._replace(shown=on)
        case CalendarTrait.BUSY:
            return calendar._replace(busy=on)
        case CalendarTrait.ON_PAPER:
            return calendar._replace(on_paper=on)
        case CalendarTrait.ON_OPENING:
            return calendar._replace(on_opening=on)


def calendar_of(plan: Plan, name: str) -> OtherCalendar:
    """The calendar of this name, in whatever case it is written. Raises PlanError."""
    wanted = plain_text(name).casefold()
    for calendar in plan.calendars:
        if calendar.name.casefold() == wanted:
            return calendar
    names = [calendar.name for calendar in plan.calendars]
    known = f"you have {listed(names)}" if names else "you have no other calendars yet"
    raise PlanError(f"there is no calendar {name!a}: {known}")


def free_color(plan: Plan) -> CalendarColor:
    """The first color that no calendar has yet, or that the fewest have."""
    taken = [calendar.color for calendar in plan.calendars]
    return min(CalendarColor, key=taken.count)


def free_name(plan: Plan, wanted: str) -> str:
    """The name, or where a calendar has it already or it cannot be one, one like it with a number."""
    words = plain_text("".join(filter(str.isprintable, wanted)))
    base = words[: LONGEST_NAME - 3].strip() or "Calendar"
    taken = {calendar.name.casefold() for calendar in plan.calendars}
    numbered = (f"{base} {number}" for number in range(2, MOST_CALENDARS + 2))
    return next(name for name in (base, *numbered) if name.casefold() not in taken)


def as_link(text: str) -> str | None:
    """The https link that was typed, None for what is no link. Raises PlanError for other links.

    `webcal:` is what calendar services call a link to subscribe to; it is asked for by https.
    """
    text = text.strip()
    if not LINK.match(text):
        return None
    link = WEBCAL.sub(HTTPS, text)
    if link[: len(HTTPS)].lower() != HTTPS:
        raise PlanError("a calendar's link begins with https://; others can be read on their way")
    return HTTPS + link[len(HTTPS) :]


def check_calendar(calendar: OtherCalendar) -> None:
    """Refuse, with a PlanError, what a calendar cannot be by itself."""
    name, source = calendar.name, calendar.source
    check_text(name)
    if not name:
        raise PlanError("a calendar has a name")
    if len(name) > LONGEST_NAME:
        raise PlanError(f"a calendar's name has at most {LONGEST_NAME} characters")
    if name != plain_text(name):
        raise PlanError("a calendar's name has single spaces and plain dashes")
    # What is wrong with a link is said without it: it is a secret.
    if not 0 < len(source) <= LONGEST_SOURCE or not source.isprintable():
        raise PlanError("a calendar is a file, a folder or an https link")
    if LINK.match(source) and (as_link(source) != source or re.search(r"\s", source)):
        raise PlanError("this is no https link; copy it again as a whole")
    letter = calendar.letter
    if letter not in ("", NO_LETTER) and not (len(letter) == 1 and letter.isalnum()):
        raise PlanError("a calendar's letter is one letter or digit")
    if calendar.on_opening and not calendar.is_link:
        raise PlanError("only a link is fetched on opening; files are read whenever they change")


def _with(plan: Plan, *calendars: OtherCalendar) -> Plan:
    in_order = sorted(calendars, key=lambda one: one.name.casefold())
    return plan._replace(calendars=tuple(in_order))
