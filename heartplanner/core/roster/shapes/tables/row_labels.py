"""What stands left of a row of days: somebody's name, or words by which the row may be about everybody."""

from __future__ import annotations

import re

from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.language.doubts import ABSTRACT, SPOKEN, doubtful_word
from heartplanner.core.roster.language.vocabulary import HARMLESS
from heartplanner.core.roster.shapes.tables.column_headings import is_version, is_version_word

UNFILLED = re.compile(r"open\w*|unassigned|unfilled|vacant|uncovered", re.IGNORECASE)
"""Words of a row of shifts that are nobody's."""
OPEN_ROW = re.compile(
    rf"{UNFILLED.pattern}|needs?|available|ot|overtime|extra",
    re.IGNORECASE,
)
"""Words of a row of shifts that are nobody's, or are worked beside one's own."""
NO_NAME = re.compile(
    r"out|in|events?|updates?|changes?|swaps?|trades?|notes?|comments?|remarks?|closures?|closed|city"
    r"|everyone|everybody|all|staff|team|crew|group|both|reminders?|info|misc|other|others|news|today"
    r"|absences?|absent|time|days?|off|offs|coverage|covers?|covering|moves?|alerts?|exceptions?|free",
    re.IGNORECASE,
)
"""A word beside a row that is nobody's name."""
IN_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")


def doubtful_label(label: str) -> str:
    """What a name says beside itself and must not be left out of account, such as "(LOA)"; or ""."""
    if word := doubtful_word(label):
        return word
    beside = (word for text in IN_BRACKETS.findall(label) for word in SPOKEN.findall(text))
    known = HARMLESS | GIVEN_NAMES
    strange = (word for word in beside if len(word) > 1 and word.lower() not in known)
    return next((word for word in strange if not is_version_word(word)), "")


def is_no_name(label: str) -> bool:
    """Whether a row has a word instead of a name, such as "Updates", so that it may be about anyone."""
    words = SPOKEN.findall(label)
    worded = any(NO_NAME.fullmatch(word) or ABSTRACT.fullmatch(word) for word in words)
    return is_of_all(label) or ((worded or is_version(label)) and not _is_open(words))


def is_of_all(label: str) -> bool:
    """Whether a row has a word such as "Closed" or "Holiday" for all people, and is not of open shifts."""
    words = SPOKEN.findall(label)
    return bool(words and doubtful_word(words[0])) and not _is_open(words)


def other_words(label: str, person: str) -> bool:
    """Whether the label of a version has words of another name than this one."""
    own = {word.lower() for word in SPOKEN.findall(person)}
    words = {word.lower() for word in SPOKEN.findall(label) if not is_version_word(word)}
    names = {word for word in words if len(word) > 1 and not NO_NAME.fullmatch(word)}
    return bool(names - own) and not names & own


def is_of_changes(label: str) -> bool:
    """Whether a row is one of changes, such as "Swaps", which may be anybody's."""
    return any(map(NO_NAME.fullmatch, SPOKEN.findall(label)))


def _is_open(words: list[str]) -> bool:
    return any(map(OPEN_ROW.fullmatch, words))
