"""A WebDAV server's list of resources: the XML of a 207 answer (RFC 4918, 13 and 14.16).

It comes from outside: a document type is refused before anything that it declares is read, so that no
entity grows or names a file of this machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from heartplanner.typed import override

DAV: Final = "{DAV:}"
CALDAV: Final = "{urn:ietf:params:xml:ns:caldav}"
FOUND_OR_ABSENT: Final = re.compile(r"\s*HTTP/\S+ (?:200|404)\b")
FORBIDDEN: Final = re.compile(r"\s*HTTP/\S+ 40[13]\b")
"""Of a property that this user may not read, such as what a shared calendar of others is described as."""


MOST_ELEMENTS: Final = 300_000
"""Of an answer: a list of five years of shifts has about twenty thousand."""


class ListedResource(NamedTuple):
    """One resource of a list, with those of its properties that are there."""

    href: str
    properties: dict[str, Element]

    def text(self, name: str) -> str:
        """All the text in a property; empty where it is not there."""
        element = self.properties.get(name)
        return "" if element is None else "".join(element.itertext()).strip()

    def link(self, name: str) -> str:
        """The first href in a property; empty where there is none."""
        element = self.properties.get(name)
        return "" if element is None else (element.findtext(f"{DAV}href") or "").strip()

    @property
    def is_calendar(self) -> bool:
        kind = self.properties.get(f"{DAV}resourcetype")
        return kind is not None and kind.find(f"{CALDAV}calendar") is not None


class _LimitedTree(TreeBuilder):
    """Ends at a document type, which the parser tells of by this very name, and at too many elements."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = 0

    @override
    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        # An element of four bytes takes a hundred and more in memory, so the answer's size is no limit.
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise ParseError("too many elements")
        return super().start(tag, attrs)

    def doctype(self, *_: object) -> None:
        raise ParseError("a document type")


def parse_xml(body: bytes) -> Element:
    """The root of an answer. Raises ValueError."""
    parser = XMLParser(target=_LimitedTree())  # nosec B314
    try:
        parser.feed(body)
        root: Element = parser.close()
    except (ParseError, LookupError) as error:  # the latter of an encoding that nobody knows
        raise ValueError(str(error)) from None
    return root


def listed_resources(root: Element | None) -> Iterator[ListedResource]:
    """The resources of a multistatus answer; none where it is something else."""
    if root is None:
        return
    for response in root.iter(f"{DAV}response"):
        href = response.findtext(f"{DAV}href")
        # Properties come in groups by their status (RFC 4918, 14.22): what is not there is listed too,
        # with 404.
        properties = {
            element.tag: element
            for propstat in response.iterfind(f"{DAV}propstat")
            if " 200" in (propstat.findtext(f"{DAV}status") or "")
            for element in propstat.iterfind(f"{DAV}prop/*")
        }
        if href:
            yield ListedResource(href.strip(), properties)


def is_complete(root: Element | None) -> bool:
    """Whether an answer is a multistatus that leaves nothing out (RFC 4918, 13; RFC 4791, 7.8).

    A list that a server cuts says so by a status of its own, 507; what is not found is just not there.
    """
    if root is None or root.tag != f"{DAV}multistatus":
        return False
    # A response has either a status of its own or one for each group of properties (14.24).
    statuses = [item.findtext(f"{DAV}status") for item in root.iter(f"{DAV}response")]
    return all(FOUND_OR_ABSENT.match(item) for item in statuses if item is not None) and all(
        _is_readable(item) for item in root.iter(f"{DAV}propstat")
    )


def _is_readable(propstat: Element) -> bool:
    """Whether some properties are there, or not there; or of a kind that others may keep to themselves."""
    status = propstat.findtext(f"{DAV}status") or ""
    if FOUND_OR_ABSENT.match(status):
        return True
    return (
        bool(FORBIDDEN.match(status)) and propstat.find(f"{DAV}prop/{CALDAV}calendar-data") is None
    )
