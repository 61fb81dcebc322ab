"""The legend of a roster: "A = 9a-9p" holds for that roster, whatever A means elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heartplanner.core.plan.model import ADMIN, LETTER_BANDS
from heartplanner.core.roster.entries import RosterDraft
from heartplanner.core.roster.harmless.notices import explains_own_letters
from heartplanner.core.roster.language.clocks import Shift, shift_of
from heartplanner.core.roster.language.doubts import may_change_days
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.item_checks import RosterContext
from heartplanner.core.roster.language.items import (
    DateItem,
    HoursItem,
    Item,
    LabelItem,
    LengthItem,
    MarkItem,
    SpanItem,
)
from heartplanner.core.roster.language.meaning import meaning_of
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.vocabulary import LABELS, MONTH_NUMBERS, WEEKDAY_NUMBERS
from heartplanner.core.roster.reach.kind_hours import KindHours, StatedKind
from heartplanner.core.roster.roster import UnreadError
from heartplanner.core.roster.source import LONGEST_LINE, RosterRow

CODE = r"(?<![\w/])([A-Za-z]{1,4}\d?)"
EXPLAINED = re.compile(rf"{CODE}\s*=\s*([^=,;|]+?)\s*(?=[,;|]|{CODE}\s*=|$)")
TITLE = re.compile(r"(?:key|legend|codes?)\b\s*:?\s*", re.IGNORECASE)
STYLE = re.compile(
    r"blue|green|red|orange|yellow|purple|pink|gr[ae]y|bold|italics?|underlined?|shaded|highlighted",
    re.IGNORECASE,
)
"""What a cell or a word looked like, which is not seen where it is read."""
WITH_COLON = re.compile(r"([A-Za-z]{1,2})\s*:\s*(\S.*)")
CODED = re.compile(r"\b(d|e|a|days?|eves?|evenings?|adm\w*)\b.*\d", re.IGNORECASE)
MOST_CELLS = 3
"""Cells of a row that explains a letter: the letter, its hours, and words."""
LEAST_CELLS = 4
"""Cells of a row with a date, what it is, and a letter with its hours beside them."""
NO_LEGEND = RosterContext({}, frozenset())

Legend = dict[str, tuple[Item, ...] | None]


def read_legend(
    rows: Sequence[RosterRow], draft: RosterDraft, mode: Mode
) -> tuple[Legend, list[RosterRow]]:
    """What the codes mean (None: explained, but not in known words), and the rows that explain none."""
    legend: Legend = {}
    others: list[RosterRow] = []
    for row in rows:
        pairs = _explained(row.said.strip(), mode)
        if any(STYLE.fullmatch(code) and not _is_used(code, row, rows) for code, _ in pairs):
            pairs = []
        if explains_own_letters(row.said.strip()):
            pairs = []
        if not pairs:
            others.append(row)
            _note_lettered(row, draft, mode)
        for code, text in pairs:
            meaning, why = _meaning(text, mode)
            lower = code.lower()
            if why or legend.get(lower, meaning) != meaning:
                meaning = None
                if "=" in row.said and not may_change_days(row.said, changes=False):
                    draft.bound.add(row.line)
                draft.refuse(row.line, row.text, why or f"{code!a} is explained twice")
            legend[lower] = meaning
            if stated := _of_label(lower, meaning):
                draft.kind_hours[row.line] = KindHours(row.text, (stated,), legend=True)
    return legend, others


def _note_lettered(row: RosterRow, draft: RosterDraft, mode: Mode) -> None:
    """Note the hours that a line without a date gives the shifts of a letter."""
    lettered = _lettered(row, mode)
    renamed = tuple(stated for stated in lettered if stated.is_other)
    draft.renamed |= {stated.letter for stated in renamed}
    # "D 0700-1900" is about a code, and tells nothing of days that state their hours.
    if words := tuple(stated for stated in renamed if not stated.code):
        draft.kind_hours[row.line] = KindHours(row.text, words)
    # It is about its letters, unless it says that something is otherwise from now on.
    if lettered and not may_change_days(row.said, changes=False):
        draft.bound.add(row.line)


def _is_used(code: str, own: RosterRow, rows: Sequence[RosterRow]) -> bool:
    """Whether a code stands in a row other than the one that explains it."""
    word = re.compile(rf"\b{re.escape(code)}\b", re.IGNORECASE)
    return any(row is not own and word.search(row.said[:LONGEST_LINE]) for row in rows)


def _explained(text: str, mode: Mode) -> list[tuple[str, str]]:
    """The codes that a line explains, each with its explanation."""
    if not text or len(text) > LONGEST_LINE:
        return []
    text = TITLE.sub("", text, count=1) if TITLE.match(text) else text
    if "=" in text:
        pairs = [(match[1], match[2]) for match in EXPLAINED.finditer(text)]
        # "Sat = Lee" is about a Saturday.
        if any(code.lower() in {*WEEKDAY_NUMBERS, *MONTH_NUMBERS} for code, _ in pairs):
            return []
        # A line with an "=" that is not understood is no legend as a whole: half of one could mislead.
        return pairs if len(pairs) == text.count("=") and EXPLAINED.match(text) else []
    match = WITH_COLON.fullmatch(text)
    if match is None or match[1].lower() in {*WEEKDAY_NUMBERS, *MONTH_NUMBERS}:
        return []
    dated = any(isinstance(item, DateItem | SpanItem) for item in parsed(text, mode)[0])
    return [] if dated else [(match[1], match[2])]


def _of_label(code: str, items: tuple[Item, ...] | None) -> StatedKind | None:
    """The hours that a legend gives a word such as "Days", where they are not those of its band."""
    letter = LABELS[(code,)].letter if (code,) in LABELS else ""
    hours = [item for item in items or () if isinstance(item, HoursItem)]
    if len(code) < 2 or letter not in LETTER_BANDS or len(hours) != 1:
        return None
    stated = StatedKind(letter, shift_or_none(hours[0]))
    return stated if stated.is_other else None


def _lettered(row: RosterRow, mode: Mode) -> set[StatedKind]:
    """The letters that a line without a date gives hours, "D 0700-1900", with these hours.

    Such a line may be a legend. Its words are not looked at, so it only puts the letters in doubt.
    """
    # In a row of more cells a letter and the hours beside it are two days.
    said = row.said if len(row.cells) <= MOST_CELLS else _beside_dated(row, mode)
    if len(said) > LONGEST_LINE or not CODED.search(said):
        return set()
    items = parsed(said, mode)[0]
    if any(isinstance(item, DateItem | SpanItem) for item in items):
        return set()
    lettered: set[StatedKind] = set()
    letter, spelled = "", ""
    for item in items:
        if isinstance(item, LabelItem):
            spelled = spelled if letter and item.label.letter == "S" else item.text
            # In "D shift is now 10a-10p" the word "shift" is no other letter.
            letter = letter if letter and item.label.letter == "S" else item.label.letter
        elif isinstance(item, LengthItem) or (isinstance(item, MarkItem) and item.text in ",;"):
            letter = ""
        elif isinstance(item, HoursItem) and letter in (*LETTER_BANDS, ADMIN):
            lettered.add(StatedKind(letter, shift_or_none(item), code=len(spelled) == 1))
    return lettered


def _beside_dated(row: RosterRow, mode: Mode) -> str:
    """A letter and its hours in the last two cells, right of a blank one and of a date; else nothing."""
    filled = row.filled
    if len(filled) < LEAST_CELLS or filled[-2].start == filled[-3].end or row.is_too_long:
        return ""
    dated = any(isinstance(item, DateItem) for item in parsed(filled[0].text, mode)[0])
    return f"{filled[-2].text} {filled[-1].text}" if dated else ""


def other_meanings(legend: Legend) -> set[str]:
    """The letters of shifts that a legend gives another meaning, or one not understood.

    A legend for "Day" puts "D" and "Days" in doubt as well: it may be meant for these spellings too.
    """
    letters = {code: LABELS[(code,)].letter for code in legend if (code,) in LABELS}
    return {
        letter
        for code, letter in letters.items()
        if letter in LETTER_BANDS and not _means(legend[code], letter)
    }


def _means(items: tuple[Item, ...] | None, letter: str) -> bool:
    """Whether an explanation is understood, and is of this letter."""
    return items is not None and meaning_of(items, NO_LEGEND).letter == letter


def letter_of(hours: HoursItem) -> str:
    """The letter of hours by themselves, or ""."""
    shift = shift_or_none(hours)
    return shift.letter if shift else ""


def shift_or_none(hours: HoursItem) -> Shift | None:
    """The shift that hours are by themselves, or None."""
    try:
        return shift_of(hours, None)
    except UnreadError:
        return None


def _meaning(text: str, mode: Mode) -> tuple[tuple[Item, ...] | None, str]:
    """The items of an explanation, or why it is not understood."""
    parses = parsed(text, mode)
    try:
        if len(parses) > 1:
            raise UnreadError("it can be read in two ways")
        if any(isinstance(item, DateItem | SpanItem) for item in parses[0]):
            raise UnreadError("a date stands in what it explains")
        meaning_of(parses[0], NO_LEGEND._replace(changes=mode.changes))
    except UnreadError as error:
        return None, str(error)
    return parses[0], ""
