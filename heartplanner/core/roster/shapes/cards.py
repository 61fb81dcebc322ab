"""A day as an app shows it, on a card of several lines: its date, its hours, a role and a length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heartplanner.core.roster.entries import RosterEntry
from heartplanner.core.roster.harmless.titles import KNOWN_PLACES
from heartplanner.core.roster.language.item_checks import RosterContext, has_hours
from heartplanner.core.roster.language.items import (
    HarmlessItem,
    Item,
    LabelItem,
    LengthItem,
    MarkItem,
    UnknownItem,
)
from heartplanner.core.roster.language.meaning import meaning_of
from heartplanner.core.roster.roster import UnreadError


def with_length(entry: RosterEntry, items: Sequence[Item]) -> RosterEntry | None:
    """A day with hours and the line directly below it, "Responder (Admin), 4 h", where both say the same.

    None where the line says more than a role, a length and a label, or these are not those of the day.
    """
    told = [item for item in items if not _is_role(item)]
    lengths = [item for item in told if isinstance(item, LengthItem) and item.sure]
    plain = all(isinstance(item, LengthItem | LabelItem) for item in told) and bool(told)
    roles = any(_is_role(item) and not isinstance(item, MarkItem) for item in items)
    if (
        not (plain and (lengths or roles))
        or len(lengths) > 1
        or entry.shared
        or not has_hours(entry.items)
    ):
        return None
    both = replace(entry, items=(*entry.items, MarkItem(","), *told))
    context = RosterContext({}, frozenset())
    try:
        same = meaning_of(both.items, context).letter == meaning_of(entry.items, context).letter
    except UnreadError:
        return None
    return both if same else None


def _is_role(item: Item) -> bool:
    """Whether an item is of a role or a place, or stands between others."""
    place = isinstance(item, UnknownItem) and item.text.lower() in KNOWN_PLACES
    return place or isinstance(item, HarmlessItem | MarkItem)
