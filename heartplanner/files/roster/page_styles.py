"""What the style sheets of an HTML page strike out or hide, as far as a roster's reader must know it.

Spreadsheets that copy a table as HTML state a struck cell by a class of a style sheet. Of a selector only
its last part must fit an element, and each other part any element around it: so more may be struck than a
browser would show, and a day that is listed for nothing is better than one that is read wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.roster.language.doubts import (
    SPOKEN,
    is_modifier,
    is_revoking_word,
    is_swap_word,
)

SHEET = re.compile(r"<style[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
SIMPLE = re.compile(r"([\w*-]*)((?:[.#][\w-]+)*)((?:\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?)*)")
BETWEEN = re.compile(r"\s*>\s*|\s+(?![^\[]*\])")
SIBLINGS = re.compile(r"\s*[+~](?!=)")
ATTRIBUTE = re.compile(r"""\[\s*([\w-]+)\s*(?:[~|^$*]?=\s*["']?([^"'\]]*)["']?[^\]]*)?\]""")
NAME = re.compile(r"([.#])([\w-]+)")
UNSEEN = re.compile(
    r"display:none|visibility:(hidden|collapse)|(?<![-\w])(opacity|font-size):0*\.?0+(px|em|pt|%)?(?![.\d])"
    r"|(?<![-\w])color:transparent"
)
MOST_RULES = 500
SPOKEN_BY = ("aria-label", "title", "alt")
"""The attributes that hold words for people."""


class TextEffect(StrEnum):
    """What becomes of a text, in the words that stand beside it then. GONE: its own tag hides it.

    MARKED: words of its tag, which are not shown as text, may take it back.
    """

    STRUCK = "struck out"
    HIDDEN = "hidden"
    GONE = "gone"
    MARKED = "marked otherwise"


Attributes = Mapping[str, str | None]


class Simple(NamedTuple):
    """Which elements one part of a selector fits: a tag ("" or "*": any), classes, ids, and attributes."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: tuple[tuple[str, str], ...]

    def fits(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element is one; of an attribute's value a part is enough."""
        classes, id_ = {*(attributes.get("class") or "").split()}, attributes.get("id") or ""
        named = self.tag in ("", "*", tag) and self.classes <= classes and self.ids <= {id_}
        return named and all(
            name in attributes and value in (attributes[name] or "")
            for name, value in self.attributes
        )


class StyleRule(NamedTuple):
    """A rule about elements that `last` fits, within others that each of `around` fits."""

    last: Simple
    around: tuple[Simple, ...]
    effect: TextEffect


def declared(style: str) -> TextEffect | None:
    """What declarations such as "text-decoration: line-through" do to a text."""
    style = "".join(style.split()).lower()
    if UNSEEN.search(style):
        return TextEffect.HIDDEN
    return TextEffect.STRUCK if "text-decoration" in style and "line-through" in style else None


def style_rules(page: str) -> list[StyleRule]:
    """The rules of a page that strike out or hide."""
    rules: list[StyleRule] = []
    for sheet in SHEET.findall(page):
        for selectors, style in RULE.findall(COMMENT.sub("", sheet)):
            effect = declared(style)
            if effect and len(rules) < MOST_RULES:
                rules += _rules(selectors, effect)
    return rules


def _rules(selectors: str, effect: TextEffect) -> Iterator[StyleRule]:
    for selector in selectors.split(","):
        # Of siblings nothing is known here: what stands before their sign is left out.
        *before, last = BETWEEN.split(SIBLINGS.split(selector.strip())[-1].strip())
        parts = [_simple(part) for part in (*before, last)]
        if (end := parts[-1]) and any(end):
            yield StyleRule(end, tuple(part for part in parts[:-1] if part), effect)


def _simple(text: str) -> Simple | None:
    match = SIMPLE.fullmatch(text)
    if match is None:
        return None
    names = NAME.findall(match[2])
    return Simple(
        match[1].lower(),
        frozenset(name for sign, name in names if sign == "."),
        frozenset(name for sign, name in names if sign == "#"),
        tuple((name.lower(), value.strip()) for name, value in ATTRIBUTE.findall(match[3])),
    )


def effect_of(
    rules: Sequence[StyleRule],
    tag: str,
    attributes: Attributes,
    around: Sequence[tuple[str, Attributes]] = (),
) -> TextEffect | None:
    """What the rules do to an element within others."""
    return next(
        (
            rule.effect
            for rule in rules
            if rule.last.fits(tag, attributes)
            and all(any(part.fits(*outer) for outer in around) for part in rule.around)
        ),
        None,
    )


def marked_as(attributes: Attributes) -> str:
    """The word of an element's attributes by which its text may be taken back, or ""."""
    for name, value in attributes.items():
        words = SPOKEN.findall(value or "")
        if name in SPOKEN_BY and (word := next(filter(is_modifier, words), "")):
            return word
        if name == "class" or name.startswith("data-") or name in SPOKEN_BY:
            taken = (word for word in words if is_revoking_word(word) or is_swap_word(word))
            if word := next(taken, ""):
                return word
    return ""
