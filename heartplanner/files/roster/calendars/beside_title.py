"""What stands beside an event's title and times, and may take the shift back: state, description, marks.

A description passes if no word of it is one on which a reading could turn, it names nobody, and it says
nothing of a day or of other hours; also what one is to do ("To cancel, call the desk"), values such as
"Position: Lead", and what three events or more have, and none is without: that tells no day from another.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.harmless.guard import UNLIKE
from heartplanner.core.roster.language.doubts import (
    OTHER_START,
    SPOKEN,
    ZONES,
    doubtful_word,
    is_doubtful_word,
    is_modifier,
)
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HoursItem,
    LabelItem,
    SpanItem,
    TimeItem,
    UnknownItem,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.source import LONGEST_LINE
from heartplanner.files.roster.calendars.calendar_lines import Component

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BUSY = {"OOF": "out of office", "TENTATIVE": "tentative"}
TAKEN_BACK = re.compile(
    r"\b(cancell?ed|declined|dropped|removed|deleted|called (off|out)|stay home"
    r"|(do not|don'?t) (come|work|report|show)|pending|tentative|unconfirmed|draft|not needed"
    r"|no longer|(open|available|unassigned|vacant) shift|working (this|it)|(swapped|traded|switched) with"
    r"|covered by|(was|been) (given|traded|moved) (away )?to|rescheduled)\b",
    re.IGNORECASE,
)
"""Words of what stands beside a title by which the shift may be another's, or at another time."""
ASIDE = {
    "DESCRIPTION": "description",
    "X-ALT-DESC": "description",
    "LOCATION": "place",
    "COMMENT": "comment",
    "X-STATUS": "state",
    "X-STATE": "state",
}
OURS = "Heart Planner"
"""What the program that wrote the calendar is called where it was this one: what it writes is known."""
OPEN = re.compile(
    r"\b(?:(?:until|till|in at|out at)\s*\d{1,2}(?!\d)(?:[ap]m?)?|optional\w*|sold|wait(?:ing)?[- ]?list\w*"
    r"|un(?:approved|paid|scheduled|assigned|staffed|filled|covered|needed))\b",
    re.IGNORECASE,
)
"""Words by which a shift ends or begins otherwise, or is not surely one's own."""
FEW = 3
"""Words of a remark, in which a word such as "test" is about the event itself."""
STRUCK = re.compile(r"<(?:s|del|strike)\b|line-through", re.IGNORECASE)
ZONE_OF_PLACE = re.compile(rf"\((?:{ZONES.pattern.upper()})\)")
"""Another time zone, in capitals, beside a place: "Memphis (CST)" may mean hours other than Durham's."""
LINKS = re.compile(r"https?://\S+|mailto:\S+|\S+@\S+")
VALUE = re.compile(r"[A-Z][\w /]{1,30}:\s*(.*)")
PERSON = re.compile(
    r"(?<=\w )[A-Z]\w*[a-z]|^[A-Z][a-z]+$|^[A-Z]\w+ (?:\w+s|will|had)\b|\w['\u2019]s\b"
)
"""What may be a name: a capital within a sentence or alone, and who does something."""
OWNER = re.compile(
    r"^\s*(?:employee|name|staff|responder|assigned(?: to)?|worker|team member)\s*:\s*([^\W\d_][\w .,'-]*)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of a description that says whose the event is."""
ARROW = re.compile(r"[-=]?>")
TO_DO = re.compile(r"(?:to|please|for questions|questions)\b", re.IGNORECASE)
CONSTANT = 3
"""Events that must have one text for it to tell no day from another."""
NOT_CERTAIN = "the event is not certain"
MARKED_FREE = "the event is marked as free"
NOT_KNOWN = {
    "DESCRIPTION": "its description is not understood",
    "X-ALT-DESC": "its description is not understood",
    "COMMENT": "its comment is not understood",
    "CATEGORIES": "its category is not known",
    "RESOURCES": "its resources are not understood",
    **dict.fromkeys(("X-NOTE", "X-NOTES", "X-COMMENT"), "its note is not understood"),
}
OFF_SERIES = "its first day is none of the weekdays of its series"
STRANGE_PLACE = "its place is not understood"
UNCERTAIN = (NOT_CERTAIN, OFF_SERIES, MARKED_FREE, STRANGE_PLACE, *NOT_KNOWN.values())
"""Reasons for which an event may be a shift all the same."""


class BesideTitles:
    """Tells of the events of one calendar why they are not to be taken for shifts."""

    def __init__(self, calendar: Component) -> None:
        events = [each for each in calendar.children if each.kind == "VEVENT"]
        self._ours = OURS in calendar.text("PRODID")
        self._constant = {
            name
            for name in (*NOT_KNOWN, "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
            if len(events) >= CONSTANT
            and len(Counter(each.text(name) for each in events)) == 1
            and not doubtful_word(events[0].text(name))
        }

    def doubt_of(self, component: Component) -> str:
        """Why the event is not to be taken for a shift, or ""."""
        return (
            status_of(component)
            or _off_series(component)
            or self._marked(component)
            or self._not_known(component)
        )

    def _marked(self, component: Component) -> str:
        """Timed shifts take up one's time; all-day events count as free in most programs."""
        if "T" not in component.text("DTSTART").upper():
            return ""
        marks = (("TRANSP", "TRANSPARENT"), ("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"))
        free = (
            name not in self._constant and component.text(name).upper() == mark
            for name, mark in marks
        )
        return MARKED_FREE if any(free) else ""

    def _not_known(self, component: Component) -> str:
        if self._ours:
            return ""
        for name, why in NOT_KNOWN.items():
            texts = [] if name in self._constant else component.all(name)
            if not all(_is_harmless(text.value, _minute_of(component)) for text in texts):
                return why
        places = " ".join(each.value for each in component.all("LOCATION"))
        # "No. 5 Station" is a place, "Jo Park covers" is none.
        changing = any(is_modifier(word) for word in SPOKEN.findall(places) if word.lower() != "no")
        return STRANGE_PLACE if changing or ZONE_OF_PLACE.search(places) else ""


def _off_series(component: Component) -> str:
    """Why a weekly series is not read whose first day is none of its weekdays (RFC 5545, 3.8.5.3)."""
    rule = dict(part.partition("=")[::2] for part in component.text("RRULE").upper().split(";"))
    day = re.match(r"\d{8}", component.text("DTSTART"))
    if rule.get("FREQ") != "WEEKLY" or "BYDAY" not in rule or day is None:
        return ""
    try:
        first = date.fromisoformat(day[0])
    except ValueError:
        return ""
    return "" if WEEKDAYS[first.weekday()] in rule["BYDAY"].split(",") else OFF_SERIES


def person_of(component: Component) -> str:
    """Whose an event is, where a line of its description says so."""
    said = OWNER.search(_unescaped(component.text("DESCRIPTION")))
    return said[1].strip() if said else ""


def status_of(component: Component) -> str:
    """Why an event is not to be taken for what it seems, by its state and by what takes it back."""
    status = component.text("STATUS").upper()
    if status == "CANCELLED":
        return "the event is canceled"
    if status == "TENTATIVE":
        return NOT_CERTAIN
    return _aside(component)


def _aside(component: Component) -> str:
    """Why an event is no shift, from what stands beside its title and its times."""
    if any(
        attendee.parameters.get("PARTSTAT", "").upper() == "DECLINED"
        for attendee in component.all("ATTENDEE")
    ):
        return "someone who is invited has declined it"
    busy = component.text("X-MICROSOFT-CDO-BUSYSTATUS").upper()
    if busy in BUSY:
        return f"the event is marked as {BUSY[busy]}"
    categories = re.findall(
        r"[^\W\d_]+", " ".join(each.value for each in component.all("CATEGORIES"))
    )
    if doubtful := next(filter(is_doubtful_word, categories), ""):
        return f"its category is {doubtful!a}"
    for name, called in ASIDE.items():
        text = " ".join(property_.value for property_ in component.all(name))
        if taken_back := TAKEN_BACK.search(text):
            return f"its {called} says {taken_back[0]!a}"
        if called == "state" and (doubtful := doubtful_word(text)):
            return f"its state says {doubtful!a}"
    return ""


def _is_harmless(text: str, begins: int) -> bool:
    """Whether no line of a text can change what its event means. `begins`: as in `_minute_of`."""
    return all(_is_harmless_line(line, begins) for line in _unescaped(text).split("\n"))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], text)


def _is_harmless_line(line: str, begins: int) -> bool:
    if STRUCK.search(line):
        return False
    line = LINKS.sub("", re.sub(r"<[^>]*>", "", line)).strip()
    if TO_DO.match(line):
        return True
    if doubtful_word(line) or ARROW.search(line):
        return False
    if VALUE.fullmatch(line):
        return True
    items = parsed(line[:LONGEST_LINE], Mode())[0]
    if any(word.istitle() and word.lower() in GIVEN_NAMES for word in SPOKEN.findall(line)):
        return False
    unknown = any(isinstance(item, UnknownItem) and SPOKEN.search(item.text) for item in items)
    told = any(isinstance(item, LabelItem | DateItem | SpanItem) for item in items)
    other = any(isinstance(i, HoursItem) and begins not in i.begin.minutes for i in items)
    clocks = [item.clock for item in items if isinstance(item, TimeItem)]
    other |= bool(OTHER_START.search(line)) and not any(begins in each.minutes for each in clocks)
    words = SPOKEN.findall(line.lower())
    other |= len(words) <= FEW and any(map(UNLIKE.fullmatch, words))
    return not (other or OPEN.search(line) or (unknown and (told or PERSON.search(line))))


def _minute_of(component: Component) -> int:
    """The minute of the day at which an event begins as it is written, or -1 where that is in UTC."""
    match = re.search(r"T(\d\d)(\d\d)\d\d$", component.text("DTSTART").upper())
    return int(match[1]) * 60 + int(match[2]) if match else -1
