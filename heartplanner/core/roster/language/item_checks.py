"""Why a line is not understood, whatever else it says: one of its items alone leaves it open.

What holds for the whole roster decides what an item is: its legend, its letters, one's own hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from heartplanner.core.plan.change import AbsenceKind
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import FREE
from heartplanner.core.roster.language.doubts import ZONES, is_change_word, is_swap_word
from heartplanner.core.roster.language.items import (
    Clock,
    HarmlessItem,
    HoursItem,
    Item,
    LabelItem,
    MarkItem,
    MonthItem,
    SpanItem,
    TimeItem,
    UnknownItem,
)
from heartplanner.core.roster.language.vocabulary import GRANTED
from heartplanner.core.roster.roster import UnreadError

NOTED = {
    "merged": "its cell is merged with the one before it",
    "struck": "its text is struck out",
    "marked": "a mark on it that is not read may change what it means",
    "hidden": "its cell is hidden",
    "commented": "its cell has a comment, which is not read",
}
"""What the readers of files write beside a text, by the first word of it."""


class RosterContext(NamedTuple):
    """What holds for a whole roster.

    Its legend (None: explained, but not in known words), its letters, and the shift hours of one's own.
    `changes`: whether days are asked for that tell nothing of the rotation; `by_24_hours`: whether it has
    times such as 21:00, so that its 9:00 may be in the morning alone.
    """

    legend: Mapping[str, tuple[Item, ...] | None]
    letters: frozenset[str]
    shift_hours: Hours | None = None
    changes: bool = False
    by_24_hours: bool = False
    bare: bool = False
    """Whether a shift of the roster stands without brackets, so that those within them may be less sure."""


def item_text(item: Item) -> str:
    """The words of an item, for a message."""
    return item.text if isinstance(item, LabelItem | UnknownItem | HarmlessItem | MarkItem) else ""


def check_known(items: Sequence[Item], context: RosterContext) -> None:
    """Raise UnreadError for what is not understood, with the reason that helps the most."""
    unknown = [item.text for item in items if isinstance(item, UnknownItem)]
    # "Off (swap with Dana)" is no plain "off (swap)": whatever is added, it is asked what the swap was.
    swaps = [item.text for item in items if isinstance(item, LabelItem) and is_swap_word(item.text)]
    if change := next(filter(is_change_word, [*unknown, *swaps] if unknown else []), ""):
        raise UnreadError(_why_change(change, context))
    if canceled := next((word for word in unknown if word.lower().startswith("cancel")), ""):
        raise UnreadError(f"it says {canceled!a}")
    if why := next((why for word, why in NOTED.items() if word in unknown), ""):
        raise UnreadError(why)
    if any(word.lower() == "x" for word in unknown):
        raise UnreadError("'X' may mean that you work or that you are off")
    if any(map(ZONES.fullmatch, unknown)):
        raise UnreadError("its times may be those of another time zone: write them as in Durham")
    if unknown:
        raise UnreadError(f"{unknown[0]!r} is not known")
    if any(isinstance(item, MonthItem) for item in items):
        raise UnreadError("a month stands in it without its day")
    if any(isinstance(item, MarkItem) and item.text == "*" for item in items):
        raise UnreadError("'*' may stand for a note")


def _why_change(word: str, context: RosterContext) -> str:
    """Why a day is not read that a word such as swap or holiday makes unlike others."""
    if is_swap_word(word):
        return f"{word!a} does not say which shift you gave and which you took"
    if not context.changes:
        return f"a line with '{word}' says nothing of your rotation"
    return f"it is not clear what {word!a} means for your day"


def check_alone(items: Sequence[Item]) -> None:
    """A word such as "day" or "off" is no label where another word touches it: "Team off", "City day"."""
    for index, item in enumerate(items):
        if isinstance(item, LabelItem) and item.label.weak:
            for beside in (*items[max(0, index - 1) : index], *items[index + 1 : index + 2]):
                if isinstance(beside, HarmlessItem) and not (beside.own or _grants(item, beside)):
                    raise UnreadError(f"it is not clear what '{beside.text} {item.text}' means")


def _grants(label: LabelItem, beside: HarmlessItem) -> bool:
    """Whether a word says of leave that one has it."""
    return isinstance(label.label.change, AbsenceKind) and beside.text.lower() in GRANTED


def check_letter(item: LabelItem, context: RosterContext) -> None:
    """A lone letter means what it means among the others of the roster."""
    letter, others = item.text, context.letters - {item.text}
    if letter == "s" and others & {"d", "e"}:
        raise UnreadError("'S' may be a shift or a sick day")
    if letter == "n" and (others & {"d", "e"} or not others & {"s", "w"}):
        raise UnreadError("'N' may be a night shift: write its hours, or: no shift")
    if (letter == "a" and others & {"b", "c"}) or (letter == "e" and "l" in others):
        raise UnreadError(f"{letter.upper()!a} is a shift's name here: write its hours")


def has_hours(items: Iterable[Item]) -> bool:
    """Whether hours are stated, with a date or beside it."""
    return any(isinstance(item, HoursItem | SpanItem) for item in items)


def is_bracketed(items: Iterable[Item]) -> bool | None:
    """Whether all that says which shift a day has stands in brackets; None where nothing says that."""
    open_, inside = 0, list[bool]()
    for item in items:
        if isinstance(item, MarkItem):
            open_ += (item.text == "(") - (item.text == ")")
        elif isinstance(item, HoursItem) or (
            isinstance(item, LabelItem) and item.label.letter not in ("", FREE)
        ):
            inside.append(open_ > 0)
    return all(inside) if inside else None


def is_by_24_hours(items: Iterable[Item]) -> bool:
    """Whether there is a time such as 21:00."""
    clocks: list[Clock] = []
    for item in items:
        if isinstance(item, TimeItem):
            clocks.append(item.clock)
        if isinstance(item, HoursItem | SpanItem):
            clocks += [item.begin, item.end]
    return any(clock.by_24_hours and clock.full for clock in clocks)


def lone_letters(items: Iterable[Item]) -> Iterable[str]:
    """The single letters that stand for shifts, small."""
    for item in items:
        if isinstance(item, LabelItem | UnknownItem | HarmlessItem) and len(item.text) == 1:
            yield item.text.lower()
