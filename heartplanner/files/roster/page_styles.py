"""What the style sheets of an HTML page strike out or hide, as far as a roster's reader must know it.

Spreadsheets that copy a table as HTML state a struck cell by a class of a style sheet. Of a selector only
its last part is looked at, whatever stands before it: so more may be struck than a browser would show, and
a day that is listed for nothing is better than one that is read wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

SHEET = re.compile(r"<style[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
LAST_PART = re.compile(r"([\w*-]*)((?:[.#][\w-]+)*)(?:\[[^\]]*\]|:[\w()-]+)*\s*$")
NAME = re.compile(r"([.#])([\w-]+)")
MOST_RULES = 500


class TextEffect(StrEnum):
    """What becomes of a text, in the words that stand beside it then. GONE: its own tag hides it."""

    STRUCK = "struck out"
    HIDDEN = "hidden"
    GONE = "gone"


class StyleRule(NamedTuple):
    """Which elements a rule is about: a tag ("" or "*": any), classes and ids; and what it does."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    effect: TextEffect


def declared(style: str) -> TextEffect | None:
    """What declarations such as "text-decoration: line-through" do to a text."""
    style = "".join(style.split()).lower()
    if "display:none" in style or "visibility:hidden" in style:
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
        if part := LAST_PART.search(selector.strip()):
            names = NAME.findall(part[2])
            classes = frozenset(name for sign, name in names if sign == ".")
            ids = frozenset(name for sign, name in names if sign == "#")
            if part[1] or names:
                yield StyleRule(part[1].lower(), classes, ids, effect)


def effect_of(
    rules: Sequence[StyleRule], tag: str, attributes: Mapping[str, str | None]
) -> TextEffect | None:
    """What the rules do to an element."""
    classes, id_ = {*(attributes.get("class") or "").split()}, attributes.get("id") or ""
    return next(
        (
            rule.effect
            for rule in rules
            if rule.tag in ("", "*", tag) and rule.classes <= classes and rule.ids <= {id_}
        ),
        None,
    )
