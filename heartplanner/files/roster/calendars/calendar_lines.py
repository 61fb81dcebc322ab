"""The lines of an iCalendar file as components (RFC 5545, section 3.4), without any library.

Only the properties by which a shift is known, or may be called off, are kept. What is
wrong with one event is that event's own trouble, and the others are read.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from heartplanner.files.roster.kinds import LONGEST_LINE, MOST_LINES, RefusedError, decoded

MOST_EVENTS, MOST_ZONES = 5_000, 50
BOUNDED = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
DEEPEST = 8
"""How many components may lie in each other."""
LINE_END = re.compile(rb"\r\n|\n|\r")
PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^:;"]*(?:"[^"]*")?[^:;"]*)*):(.*)', re.DOTALL)
NAME = re.compile(rb"[A-Za-z0-9-]+")
LONGEST_NAME = 64
PARAMETER = re.compile(r';([^=;:]+)(?:=("[^"]*"|[^;:]*))?')
KEPT = {
    *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "EXDATE", "RDATE", "RECURRENCE-ID"),
    *("UID", "SEQUENCE", "STATUS", "TRANSP", "SUMMARY", "METHOD", "X-WR-TIMEZONE", "X-WR-CALNAME"),
    *("PRODID", "DUE", "X-WR-CALDESC", "LAST-MODIFIED"),
    *("DESCRIPTION", "LOCATION", "COMMENT", "CATEGORIES", "ATTENDEE"),
    *("X-MICROSOFT-CDO-BUSYSTATUS", "X-ALT-DESC", "X-STATUS", "X-STATE"),
    *("RESOURCES", "X-NOTE", "X-NOTES", "X-COMMENT"),
    *("TZID", "TZOFFSETFROM", "TZOFFSETTO"),
}
READ = KEPT | {"BEGIN", "END"}


class Property(NamedTuple):
    """One property: its name and the names of its parameters in capitals."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """A component; `line`: where its BEGIN stands, from 1; `ended`: whether its END is there."""

    kind: str
    line: int
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)
    ended: bool = False

    def all(self, name: str) -> list[Property]:
        return [property_ for property_ in self.properties if property_.name == name]

    def text(self, name: str) -> str:
        """The value of a property, or ""."""
        properties = self.all(name)
        return properties[0].value if properties else ""


def calendars(
    data: bytes,
    most_events: int = MOST_EVENTS,
    most_lines: int = MOST_LINES,
    *,
    any_length: bool = False,
) -> list[Component]:
    """The calendars of a file; what stands before and between them is passed over. Raises RefusedError.

    `any_length`: lines of properties that are passed over may be as long as they are.
    """
    most = {"VTIMEZONE": MOST_ZONES, **dict.fromkeys(BOUNDED, most_events)}
    root = Component("", 0)
    open_ones = [root]
    counts = dict.fromkeys(most, 0)
    for number, line in _unfolded(data, most_lines, any_length):
        # Others are passed over unread: some hold a megabyte.
        match = PROPERTY.fullmatch(line) if _name_of(line.encode()[:LONGEST_NAME]) in READ else None
        name = match[1].upper() if match else ""
        if match and name == "BEGIN":
            begun = Component(match[3].strip().upper(), number)
            if begun.kind in counts:
                counts[begun.kind] += 1
                # Counted while reading: a file that is too large is refused before it fills the memory.
                if counts[begun.kind] > most[begun.kind]:
                    raise RefusedError(
                        f"it has more than {most[begun.kind]} {begun.kind} components"
                    )
            open_ones[-1].children.append(begun)
            open_ones.append(begun)
            if len(open_ones) > DEEPEST:
                raise RefusedError("its components are nested too deeply")
        elif match and name == "END" and len(open_ones) > 1:
            open_ones.pop().ended = True
        # All else of a file, such as pictures in an attachment, is let go at once.
        elif match and name in KEPT:
            open_ones[-1].properties.append(_property(name, match[2], match[3]))
    return [component for component in root.children if component.kind in ("VCALENDAR", "CALENDAR")]


def _unfolded(data: bytes, most_lines: int, any_length: bool) -> Iterator[tuple[int, str]]:
    """Each line with the lines that continue it; joined as bytes, for some programs cut a letter in two."""
    # In UTF-16 the ends of lines are two bytes: lines can be told apart only once it is decoded.
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = decoded(data).encode()
    lines = LINE_END.split(data.removeprefix(b"\xef\xbb\xbf"))
    long = [_name_of(line) for line in lines if len(line) > LONGEST_LINE]
    # A long line without a name goes on from another one, which may be of any property.
    too_long = any(not any_length or name in READ or not name for name in long)
    if len(lines) > most_lines or too_long:
        raise RefusedError("it has too many or too long lines for a calendar")
    number, parts = 1, [b""]
    for at, line in enumerate(lines, 1):
        if line[:1] in (b" ", b"\t"):
            parts.append(line[1:])
        else:
            yield number, _line_text(b"".join(parts))
            number, parts = at, [line]
    yield number, decoded(b"".join(parts))


def _name_of(line: bytes) -> str:
    """The name of the property that a line begins with, or ""."""
    name = NAME.match(line[:LONGEST_NAME])
    return name[0].decode().upper() if name else ""


def _line_text(line: bytes) -> str:
    """A whole line as text: a letter that is no UTF-8 at its end is not cut, as it is at a file's end."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _property(name: str, parameters: str, value: str) -> Property:
    by_name = {
        match[1].upper(): (match[2] or "").strip('"') for match in PARAMETER.finditer(parameters)
    }
    # vCalendar 1.0, the format before iCalendar, writes so; some programs leave out the word ENCODING.
    if by_name.get("ENCODING", "").upper() == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in by_name:
        value = decoded(quopri.decodestring(value.encode()))
    return Property(name, by_name, value.strip())
