"""What the cells of a row say of it beside its date and its hours: its state, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from heartplanner.core.roster.dates.date_refs import DateRef
from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.harmless.harmless import is_harmless
from heartplanner.core.roster.language.doubts import SPOKEN
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
    HarmlessItem,
    HoursItem,
    LabelItem,
    LengthItem,
    MarkItem,
    TimeItem,
    UnknownItem,
)
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import COUNTS

LONGEST_NOTE = 40
NO_DATE_ABOVE = "no date stands above it"
HARMLESS_BESIDE = "it stands beside the days of its row, and says nothing of them"
BESIDE = "it stands beside the days of its row, and may change them"
NOTHING_SAID = re.compile(r"(?:no|none|n/a|false|0|0?[.:]0+|0:00|-+)?", re.IGNORECASE)
"""What a column such as "Canceled" or "OT" holds where it does not concern the day."""


def may_tell(text: str) -> bool:
    """Whether a cell under a heading that is not known may change what its row means.

    A word that is not known is looked at with the whole line: it may stand in every row, as a name does.
    """
    items = parsed(text)[0] if text else ()
    return not all(isinstance(item, HarmlessItem | UnknownItem) for item in items)


def is_state(text: str) -> bool:
    """Whether a state is one of a row that is to be worked, or was."""
    return {word.lower() for word in SPOKEN.findall(text)} <= COUNTS


def counts(text: str) -> bool:
    """Whether a column of states says that a row counts, or says itself what the day is: "Off", "Sick"."""
    items = parsed(text, Mode(changes=True))[0]
    kinds = LabelItem | MarkItem | HoursItem | HarmlessItem
    return is_state(text) or all(isinstance(item, kinds) for item in items)


def unclear_note(texts: Sequence[str]) -> str:
    """Why notes beside the days of several people leave these open, or ""."""
    unclear = next((text for text in texts if not is_harmless(text)), "")
    return f"{unclear[:LONGEST_NOTE]!a} is not known" if unclear else ""


def list_beside(
    draft: RosterDraft,
    line: int,
    texts: Iterable[str],
    date_refs: tuple[DateRef, ...],
    person: str = "",
) -> None:
    """List what is said beside the days of a row, and may change them or the days that it names."""
    for text in texts:
        if NOTHING_SAID.fullmatch(text):
            continue
        items = parsed(text)[0]
        if all(isinstance(item, HarmlessItem | LengthItem | MarkItem) for item in items):
            continue
        if all(isinstance(item, HoursItem) or len(text) == 1 for item in items):
            draft.refuse(line, text, NO_DATE_ABOVE, person=person)
            continue
        if is_harmless(text):
            draft.refuse(line, text, HARMLESS_BESIDE, person=person)
            continue
        dates = (item for item in items if isinstance(item, DateItem))
        refs = (*date_refs, *(ref for item in dates for ref in draft.noted(item)))
        draft.refuse(line, text, BESIDE, refs, person)
        draft.overrule(line, refs)


def has_words(text: str) -> bool:
    """Whether a cell says more than hours, or what a day is."""
    known = HarmlessItem | HoursItem | LabelItem | LengthItem | MarkItem | TimeItem
    return not all(isinstance(item, known) for item in parsed(text)[0])
