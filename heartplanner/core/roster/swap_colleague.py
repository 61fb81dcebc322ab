"""With whom a line of a roster says that a shift was swapped: "swap w/ Kim", "Kim has this"."""

from __future__ import annotations

import re

from heartplanner.core.roster.language.doubts import is_doubtful_word
from heartplanner.core.roster.language.vocabulary import (
    LABEL_WORDS,
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    words_of,
)

NAME = r"(?P<name>[^\W\d_][\w'\u2019-]*(?:\s+(?-i:[A-Z])[\w'\u2019-]*\.?)?)"
BEFORE = re.compile(
    r"\b(?:(?:swap|trad|switch|exchang)\w*(?:\s+(?:shifts?|days?|this|it))?\s*(?:with|w\s*/|w)"
    r"|cover\w*\s+(?:for|by|with)|given\s+to|gave\s+(?:it\s+|this\s+)?to|taken\s+from|took\s+(?:it\s+)?from"
    rf"|(?<!\w)w\s*/)\s*{NAME}",
    re.IGNORECASE,
)
"""Words that stand before a colleague's name."""
AFTER = re.compile(
    rf"\b{NAME}\s+(?:has|have|had|got|takes?|took|covers?|covered|is\s+covering|works?|will\s+work)\b"
    r"(?:\s+(?:this|it|my|that)\b|(?:\s+[\w/.,-]+){0,4}?\s+for\s+(?:me|you)\b|\s*$)",
    re.IGNORECASE,
)
"""Words that stand after it."""
NOBODY = words_of(
    "a all an another any colleague coworker he her him i it me my nobody one partner she someone somebody"
    " that the them they this us we who you your"
)
HOURS = re.compile(
    r"\b\d{1,2}(?::\d\d)?\s*[ap](?:\.?m\.?)?\b|\b\d{1,2}:\d\d\b|\bnoon\b", re.IGNORECASE
)


def swap_colleague(text: str) -> str:
    """The colleague whom a line names as the other side of a swap; "" where it names none.

    A name is written with a capital letter here, whatever it has in the line.
    """
    for form in (BEFORE, AFTER):
        for match in form.finditer(text):
            name = match["name"]
            first = name.split()[0].lower()
            known = first in NOBODY or first in LABEL_WORDS or is_doubtful_word(first)
            if not known and first not in MONTH_NUMBERS and first not in WEEKDAY_NUMBERS:
                return name[:1].upper() + name[1:]
    return ""


def has_hours(text: str) -> bool:
    """Whether a line states hours."""
    return HOURS.search(text) is not None
