"""Headings above days, and lines below them, that may take the days back: "Cancelled:", "DRAFT".

A heading holds for what stands below it until another heading that is understood. In doubt its days are
listed: a shift that is called off, or a colleague's, must never be taken for one's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.harmless.guard import UNLIKE
from heartplanner.core.roster.harmless.harmless import is_harmless, is_of_bidding
from heartplanner.core.roster.language.doubts import (
    ABSTRACT,
    OFFERS,
    SPOKEN,
    doubtful_word,
    is_revoking_word,
)
from heartplanner.core.roster.language.items import (
    HarmlessItem,
    HoursItem,
    Item,
    LabelItem,
    MarkItem,
    MonthItem,
    TimeItem,
    UnknownItem,
)
from heartplanner.core.roster.language.undated import DISREGARD
from heartplanner.core.roster.language.vocabulary import HEADING, OWN_HEADING, PLURAL
from heartplanner.core.roster.shapes.headings import is_name
from heartplanner.core.roster.source import RosterRow

SHEET = re.compile(r"v|versions?|copy|backup|bak|wip|tests?|history|logs?|wish\w*|options?")
"""Words of the name of a sheet that is not the one that holds."""
MINE = frozenset({"my", "your"})
LONGEST_OFFER = 6
SHORT = 3
"""Words of a line that is a heading without a colon."""
LONGEST_SHOWN = 60
"""Characters of a heading that are repeated."""


class Sections:
    """The lines without a date of one text or sheet, and the days that they may take back."""

    def __init__(self, draft: RosterDraft, name: str = "") -> None:
        self._draft = draft
        self._first = len(draft.entries)
        self._begins: int | None = None
        """The first entry below a heading that is in doubt."""
        self._line = 0
        self._why = ""
        self._brief = False
        self._divided = False
        """Whether the days below the heading have headings of months or weeks of their own."""
        self._revokes_above = False
        """Whether the heading is about all days above it, if none stands below."""
        kinds = (UNLIKE, SHEET, ABSTRACT)
        strange = (kind.fullmatch(w) for w in SPOKEN.findall(name.lower()) for kind in kinds)
        if doubtful_word(name) or any(strange):
            self._begin(name)

    def add(self, row: RosterRow, items: Sequence[Item], *, below: bool) -> None:
        """Take a line without a date. `below`: it stands directly below a day."""
        words = [word.lower() for word in SPOKEN.findall(row.said)]
        colon = row.said.rstrip().endswith(":")
        every = not below or not PLURAL.isdisjoint(words)
        revoking = any(map(is_revoking_word, words))
        # What stands directly below a day is a note of that day, if it does not say that it heads others.
        heads = colon or not below
        # Above all days a name may be one's own; below others it is another's.
        others = heads and len(self._draft.entries) > self._first and _is_possessive(items)
        if is_of_bidding(row.said) or (revoking and is_harmless(row.said)):
            return
        if heads or _is_plain(items):
            self._tell_apart(row, items, words)
        if (
            revoking
            or others
            or row.line in self._draft.spoken_to
            or (heads and not is_harmless(row.said) and _is_doubtful(row, items, words))
        ):
            self._end()
            self._begin(row.said, row.line)
            self._brief = not (colon or every)
            self._revokes_above = revoking and not colon and every
            if revoking and "above" in words:
                self._begins = self._first
        elif colon or (is_name(items) and self._has_days) or _is_plain(items):
            self._end()
            if len(self._draft.entries) > self._first and is_harmless(row.said):
                self._draft.breaks.append(row.line)

    def _tell_apart(self, row: RosterRow, items: Sequence[Item], words: Sequence[str]) -> None:
        """Below "My schedule" it is plain that "Lee's schedule" above it is another's."""
        draft = self._draft
        if draft.owner_heading and not MINE.isdisjoint(words):
            line, heading = draft.owner_heading
            self._end()
            draft.doubt_from(0, line, _may_be_about(heading))
            draft.bound.add(line)
        if not MINE.isdisjoint(words):
            draft.owner_heading = None
        elif _is_possessive(items) and not draft.entries:
            draft.owner_heading = row.line, row.said

    @property
    def _has_days(self) -> bool:
        """Whether days stand below the heading: above them a name, as of a team, is a part of it."""
        return self._begins is None or len(self._draft.entries) > self._begins

    def divide(self, *, below: bool) -> None:
        """Take the heading of a month or a week. `below`: it stands directly below a day.

        It begins a part of its own, unless the heading in doubt is one of several months or weeks.
        """
        days = self._begins is not None and len(self._draft.entries) > self._begins
        if days and not (below or self._divided):
            self._end()
        self._divided = True

    def blank(self) -> None:
        """A blank line ends what a word below one day may say of the next."""
        if self._brief:
            self._end()

    def close(self) -> None:
        """The text or sheet ends."""
        if self._revokes_above and self._begins == len(self._draft.entries):
            self._begins = self._first
        self._end()

    def _begin(self, heading: str, line: int = 0) -> None:
        self._begins, self._line = len(self._draft.entries), line
        self._divided = False
        self._why = _may_be_about(heading)

    def _end(self) -> None:
        """List the days since the heading."""
        begins, self._begins, self._brief = self._begins, None, False
        self._revokes_above = False
        if begins is not None:
            if len(self._draft.entries) > begins and not DISREGARD.search(self._why):
                # It heads these days, and is about no others.
                self._draft.bound.add(self._line)
            # Under "Swaps" a row of a table changes what other rows say of its day.
            self._draft.tabled -= {entry.line for entry in self._draft.entries[begins:]}
            if self._line:
                self._draft.doubt_from(begins, self._line, self._why)
            else:
                self._draft.refuse_from(begins, self._why)


def _may_be_about(heading: str) -> str:
    shown = " ".join(heading.split())[:LONGEST_SHOWN]
    return f"the line {shown!a} may be about it too"


def _is_doubtful(row: RosterRow, items: Sequence[Item], words: Sequence[str]) -> bool:
    """Whether a heading leaves open what the days below it are, or whose."""
    if is_name(items):
        return False
    colon = row.said.rstrip().endswith(":")
    if not {"shift", "shifts", "hours"}.isdisjoint(words) and _offers(words):
        return True
    # "Off:" and "No shift:" are labels: they say what a day is, and take none back.
    rest = " ".join(item.text for item in items if isinstance(item, UnknownItem))
    if doubtful_word(rest):
        brief = len(words) <= SHORT and not any(map(str.isdigit, row.said))
        return colon or brief
    unknown = [item for item in items if isinstance(item, UnknownItem)]
    strange = any(item.text.lower() not in HEADING | OWN_HEADING for item in unknown)
    return colon and strange and OWN_HEADING.isdisjoint(words)


def _offers(words: Sequence[str]) -> bool:
    """Whether a short line, or one that begins so, offers shifts: "Available shifts to pick up"."""
    about = words if len(words) <= LONGEST_OFFER else words[:2]
    return any(map(OFFERS.fullmatch, about))


def _is_possessive(items: Sequence[Item]) -> bool:
    """Whether days are said to be somebody's, as in "Sam's shifts"."""
    words = [item.text for item in items if isinstance(item, UnknownItem)]
    return len(items) <= SHORT + 1 and any(
        word.endswith("'s") and word[0].isupper() for word in words
    )


def _is_plain(items: Sequence[Item]) -> bool:
    """Whether a line has the words of a heading alone, such as "My shifts"."""
    return all(
        isinstance(item, LabelItem | HarmlessItem | MarkItem | MonthItem)
        or (isinstance(item, UnknownItem) and item.text.lower() in HEADING | OWN_HEADING)
        for item in items
    )


def is_own_heading(said: str) -> bool:
    """Whether a line is a heading such as "Your days": what follows is no longer another's."""
    words = said.lower().strip(" :").split()
    return len(words) <= SHORT and not MINE.isdisjoint(words)


def is_heading(said: str, items: Sequence[Item]) -> bool:
    """Whether a line is the title of a roster, such as "My shifts": it says of no day what that is."""
    labels = {item.label.letter for item in items if isinstance(item, LabelItem)}
    says = labels != {"S"} or any(isinstance(item, HoursItem | TimeItem) for item in items)
    return not says and "shifts" in SPOKEN.findall(said.lower()) and is_harmless(said)
