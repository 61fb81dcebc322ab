"""A calendar file taken apart with nothing but the rules of RFC 5545, 3.1: lines, folds, names."""

from __future__ import annotations

import re
from datetime import date, timedelta

Properties = dict[str, str]
"""A component's properties: each name, with its parameters, and its value."""


def lines(data: bytes) -> list[str]:
    """The unfolded lines. Each line of the file is text by itself: no fold cuts a character."""
    *whole, last = data.split(b"\r\n")
    assert last == b"", "the last line ends too"
    text = "\n".join(line.decode("utf-8") for line in whole)
    return text.replace("\n ", "").split("\n")


def components(data: bytes, name: str) -> list[list[str]]:
    """The lines between each BEGIN and END of this component."""
    found: list[list[str]] = []
    inside: list[str] | None = None
    for line in lines(data):
        if line == f"BEGIN:{name}":
            inside = []
        elif line == f"END:{name}":
            found.append(inside or [])
            inside = None
        elif inside is not None:
            inside.append(line)
    return found


def vevents(data: bytes) -> list[Properties]:
    """The properties of each event; none is there twice."""
    found = []
    for inside in components(data, "VEVENT"):
        pairs = [line.split(":", 1) for line in inside]
        assert len({key.split(";")[0] for key, _ in pairs}) == len(pairs)
        found.append({key: plain(value) for key, value in pairs})
    return found


def plain(value: str) -> str:
    """A text's value without its escapes."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def by_uid(data: bytes) -> dict[str, Properties]:
    found = {event["UID"]: event for event in vevents(data)}
    assert len(found) == len(vevents(data)), "each UID is there once"
    return found


def day_of(value: str) -> date:
    """The date with which a DATE, a DATE-TIME or a UID's slot begins."""
    return date(int(value[:4]), int(value[4:6]), int(value[6:8]))


def all_day(event: Properties) -> list[date]:
    """The dates that an all-day event covers, its DTEND not among them; none if it has hours."""
    if "DTSTART;VALUE=DATE" not in event:
        return []
    first, end = day_of(event["DTSTART;VALUE=DATE"]), day_of(event["DTEND;VALUE=DATE"])
    return [first + timedelta(days=number) for number in range((end - first).days)]


def starts(event: Properties) -> date:
    """The date on which an event begins."""
    return next(day_of(value) for key, value in event.items() if key.startswith("DTSTART"))
