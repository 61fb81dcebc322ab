"""The days on which an event of a calendar stands that may be a shift too, or take one back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from datetime import date

from heartplanner.core.roster.language.doubts import SPOKEN, is_revoking_word, may_change_days
from heartplanner.core.roster.reach.stated_days import StatedDays
from heartplanner.core.roster.roster import Unread

INSTEAD = re.compile(
    r"\b(?:(?:works?|working|covers?|covering|takes?|took|has) (?:for me|my|this|it|mine|instead)|for me"
    r"|my shift|not working|stay(?:ing)? home)\b",
    re.IGNORECASE,
)
"""Words of an event by which somebody else works on its day."""
OUT_OF_OFFICE = re.compile(r"\b(?:out of (?:the )?office|ooo|out of town|away)\b", re.IGNORECASE)


def altered_by_events(
    lines_of: Mapping[date, Set[int]],
    named: Mapping[Unread, StatedDays],
    unusable: Set[int],
    *,
    changes: bool,
) -> dict[date, set[int]]:
    """The days on which an event stands that may be a shift too, or take one back, each with its lines.

    `unusable`: the lines of events that may be shifts; the rest as in altered_days.
    """
    altered: dict[date, set[int]] = defaultdict(set)
    for unread, days in named.items():
        taken = INSTEAD.search(unread.text) or (changes and OUT_OF_OFFICE.search(unread.text))
        # "DRAFT SCHEDULE" over a month is about each of its days.
        revoked = any(map(is_revoking_word, SPOKEN.findall(unread.text)))
        changing = taken or revoked or may_change_days(unread.text, changes=changes)
        if unread.line in unusable or changing:
            for day in days.single | (days.in_ranges if revoked else frozenset()):
                if unread.line not in lines_of.get(day, ()):
                    altered[day].add(unread.line)
    return altered
