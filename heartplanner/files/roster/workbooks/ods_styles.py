"""What the styles of an ODS workbook do to a text: struck out, made unseen, or given other words.

OpenDocument 1.3, part 3: a style (16.2) takes from its parent what it does not state; a struck text has a
`style:text-line-through-style`; a style map (16.3) names another style that holds under a condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.files.roster.workbooks.cell_formats import MARKED, STRUCK, UNITS

PREFIX = "{urn:oasis:names:tc:opendocument:xmlns:"
STYLE, TABLE, NUMBER = f"{PREFIX}style:1.0}}", f"{PREFIX}table:1.0}}", f"{PREFIX}datastyle:1.0}}"
FORMAT = f"{PREFIX}xsl-fo-compatible:1.0}}"
DEEPEST = 20
NOTHING = re.compile(r"0*\.?0+(?:cm|mm|in|pt|px)?")


class OdsStyle(NamedTuple):
    """What one style states. `conditional`: the styles that it takes on under a condition."""

    parent: str = ""
    data: str = ""
    struck: str = ""
    color: str = ""
    ground: str = ""
    conditional: tuple[str, ...] = ()


class OdsStyles:
    """The styles of a workbook by their names, as far as they may take a text away."""

    def __init__(self) -> None:
        self._styles: dict[str, OdsStyle] = {}
        self._worded: set[str] = set()
        self._flat: set[str] = set()

    def add(self, style: Element) -> None:
        """Take a style or a data style."""
        name = style.get(f"{STYLE}name", "")
        if style.tag.startswith(NUMBER):
            texts = (text.text or "" for text in style.iter(f"{NUMBER}text"))
            words = {word.lower() for text in texts for word in SPOKEN.findall(text)}
            self._worded |= {name} if words - UNITS else set()
            return
        text, cell = (style.find(f"{STYLE}{kind}-properties") for kind in ("text", "table-cell"))
        self._styles[name] = OdsStyle(
            style.get(f"{STYLE}parent-style-name", ""),
            style.get(f"{STYLE}data-style-name", ""),
            _stated(text, f"{STYLE}text-line-through-style")
            or _stated(text, f"{STYLE}text-line-through-type"),
            _stated(text, f"{FORMAT}color"),
            _stated(cell, f"{FORMAT}background-color"),
            tuple(each.get(f"{STYLE}apply-style-name", "") for each in style.iter(f"{STYLE}map")),
        )
        sizes = [
            _stated(style.find(f"{STYLE}table-{kind}-properties"), f"{STYLE}{kind}-{size}")
            for kind, size in (("row", "height"), ("column", "width"))
        ]
        self._flat |= {name} if any(map(NOTHING.fullmatch, sizes)) else set()

    def is_flat(self, name: str) -> bool:
        """Whether a row or a column of this style has no height or width."""
        return name in self._flat

    def mark(self, name: str) -> str:
        """What a style does to a text, or "" for nothing."""
        chain = self._chain(name)
        if _first(style.struck for style in chain) not in ("", "none"):
            return STRUCK
        ground = _first(style.ground for style in chain)
        white = _first(style.color for style in chain).lower() in ("#ffffff", "#fff")
        unseen = white and ground.lower() in ("", "transparent", "#ffffff", "#fff")
        worded = _first(style.data for style in chain) in self._worded
        return MARKED if unseen or worded or any(map(self._takes_away, chain)) else ""

    def _takes_away(self, style: OdsStyle) -> bool:
        """Whether a style may take a text away under a condition, which is not looked at."""
        plain = (self._chain(name) for name in style.conditional)
        return any(
            _first(each.struck for each in chain) not in ("", "none")
            or _first(each.color for each in chain).lower() in ("#ffffff", "#fff")
            for chain in plain
        )

    def may_take_away(self, name: str) -> bool:
        """Whether this style, which holds under a condition, would take a text away."""
        return self._takes_away(OdsStyle(conditional=(name,)))

    def _chain(self, name: str) -> list[OdsStyle]:
        """A style, and those from which it takes what it does not state."""
        chain: list[OdsStyle] = []
        while name in self._styles and len(chain) < DEEPEST:
            chain.append(self._styles[name])
            name = chain[-1].parent
        return chain


def _stated(properties: Element | None, name: str) -> str:
    return properties.get(name, "") if properties is not None else ""


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")
