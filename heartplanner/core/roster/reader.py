"""Reads a roster: dated letters with their lines, and every line that is not understood, with why.

Two passes over the lines. The first tells what holds for the whole roster: the legend, whether dates are
written with dashes, which words stand beside all hours. The second enters what each line says. Then the
dates are settled, each line is judged, and days of which two lines say different things are taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from heartplanner.core.roster.entries import RosterDraft, RosterEntry
from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.harmless.titles import KNOWN_PLACES
from heartplanner.core.roster.judge import Judge
from heartplanner.core.roster.language.grammar import parsed
from heartplanner.core.roster.language.items import (
    DateItem,
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
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.people import doubt_owner
from heartplanner.core.roster.roster import NOTHING, Roster, RosterQuestion, Unread
from heartplanner.core.roster.shapes.events import read_events
from heartplanner.core.roster.shapes.headings import is_name_word
from heartplanner.core.roster.shapes.legend import Legend, other_meanings, read_legend
from heartplanner.core.roster.shapes.lettered import with_weekdays
from heartplanner.core.roster.shapes.mail import without_mail
from heartplanner.core.roster.shapes.marked import without_bullets, without_marked
from heartplanner.core.roster.shapes.tables.rows import rows_of_table, rows_of_text
from heartplanner.core.roster.shapes.tables.tables import RosterReader
from heartplanner.core.roster.source import (
    LONGEST_LINE,
    MOST_CHARACTERS,
    MOST_ROWS,
    EventSource,
    RosterRow,
    Source,
    TableSource,
    TextSource,
)
from heartplanner.core.roster.teams import is_team

MOST_UNDATED = 300
"""Rows that are read where none of them names a date or a month: a roster names one soon."""
LONGEST_NAME = 40
"""Characters of a sheet's name that are repeated."""
CONSTANT = 3
"""On how many lines with hours a word must stand, and on all of them, to say nothing of any one."""
PLACED = frozenset({"at", "in"})
"""Words before a place: "Responder at HEART"."""
BESIDE = frozenset({"for", "with", "w", "covering", "cover", "by", "vs", "and", "&"})


class Sheet(NamedTuple):
    """The rows of a text, of a sheet or of an HTML table. `hidden`: as in a Table."""

    name: str
    rows: Sequence[RosterRow]
    hidden: bool = False


def read_roster(source: Source, question: RosterQuestion) -> Roster:
    """What a roster says. A source with nothing in it has one unread line that says so."""
    # The name of a team stands with its number, which is known without it.
    words = () if is_team(question.name) else question.name.lower().split()
    mode = Mode(harmless=frozenset(words), changes=question.changes)
    match source:
        case TextSource(text):
            return _read_rows([Sheet("", rows_of_text(text))], mode, question)
        case TableSource(tables, unseen):
            sheets = [Sheet(table.name, rows_of_table(table), table.hidden) for table in tables]
            roster = _read_rows(sheets, mode, question)
            note = (Unread(1, "", unseen),) if unseen and not roster.is_empty else ()
            return roster._replace(unread=(*note, *roster.unread))
        case EventSource(events):
            draft = RosterDraft(by_lines=False)
            read_events(events, draft, mode, question)
            if (constant := _constant_words(draft, question.name)) and all(
                map(_is_of_work, draft.entries)
            ):
                draft = RosterDraft(by_lines=False)
                mode = replace(mode, harmless=mode.harmless | constant)
                read_events(events, draft, mode, question)
            return _judged(draft, {}, question) if events else _nothing()


def _nothing() -> Roster:
    return Roster(unread=(Unread(1, "", NOTHING),))


def _read_rows(sheets: Sequence[Sheet], mode: Mode, question: RosterQuestion) -> Roster:
    if not any(row.filled for sheet in sheets for row in sheet.rows):
        return _nothing()
    draft, legend = _drafted(sheets, mode, question.name)
    # Only the whole roster tells: where no other date was found, 8-2 is one and not hours.
    second = replace(
        mode,
        dashes=len(draft.dates.dated) == draft.stamped,
        harmless=mode.harmless | _constant_words(draft, question.name) - {*legend},
    )
    if second != mode:
        draft, legend = _drafted(sheets, second, question.name)
    return _judged(draft, legend, question)


def _drafted(sheets: Sequence[Sheet], mode: Mode, asked: str) -> tuple[RosterDraft, Legend]:
    """What the lines say under one mode."""
    numbers = [row.line for _, rows, _ in sheets for row in rows]
    draft, legend = RosterDraft(one_text=numbers == sorted({*numbers})), Legend()
    headed: list[tuple[str, int, int]] = []
    parts: list[tuple[str, int, int]] = []
    for name, rows, hidden in sheets:
        most = _most_rows(rows, name, mode)
        letter_rows = without_mail(with_weekdays(rows[:most]), draft)
        plain_rows = without_marked(without_bullets(letter_rows, mode), draft, mode)
        explained, others = read_legend(plain_rows, draft, mode)
        draft.renamed |= other_meanings(explained)
        # A hidden one may be old: what it explains otherwise only puts the codes in doubt.
        if not hidden:
            legend.update(explained)
        first = len(draft.entries)
        reader = RosterReader(draft, mode)
        reader.read(others, name)
        headed += () if hidden else reader.headed
        if hidden:
            draft.refuse_from(first, f"the sheet {name[:LONGEST_NAME]!a} is hidden")
        parts.append((name, first, len(draft.entries)))
        _refuse_rest(draft, rows, most, first)
    draft.doubt_quoted()
    if asked:
        doubt_owner(draft, asked)
    _give_names(draft, headed)
    _give_names(draft, [part for part in parts if _may_be_person(part[0], mode)])
    for part in (*headed, *parts):
        # With a name asked for, a sheet of one person alone is that one's.
        if asked and GIVEN_NAMES & {*part[0].lower().split()} and _may_be_person(part[0], mode):
            _give_name(draft, *part)
    return draft, legend


def _refuse_rest(draft: RosterDraft, rows: Sequence[RosterRow], most: int, first: int) -> None:
    """List what stands below the last row that is read; all days of the sheet wait for it if it says more.

    `first`: the first entry of the sheet.
    """
    rest = rows[most:]
    said = next((row for row in rest if any(map(str.isalnum, row.said))), None)
    why = f"only {most} lines are read"
    for row in (said,) if said else rest[:1]:
        draft.bound.add(row.line)
        draft.refuse(
            row.line, f"line {row.line} and what follows, not read" if said else row.text, why
        )
    if said:
        draft.doubt_from(first, said.line, f"{why}, and the others may change it")


def _give_names(draft: RosterDraft, parts: Sequence[tuple[str, int, int]]) -> None:
    """Say of the days of several sheets or tables whose they are, where each has a name.

    `parts`: each name, its first entry and the one after its last. One name alone may be a title.
    """
    named = [part for part in parts if part[1] < part[2]]
    if len({name for name, _, _ in named}) <= 1:
        return
    for part in named:
        _give_name(draft, *part)


def _give_name(draft: RosterDraft, name: str, first: int, last: int) -> None:
    for n, entry in enumerate(draft.entries[first:last], first):
        draft.entries[n] = entry if entry.person else replace(entry, person=name)


def _may_be_person(name: str, mode: Mode) -> bool:
    items = parsed(name, mode)[0] if 0 < len(name) <= LONGEST_NAME else ()
    words = [item for item in items if not isinstance(item, MarkItem)]
    return bool(words) and all(
        item.own
        if isinstance(item, HarmlessItem)
        else isinstance(item, UnknownItem) and is_name_word(item.text)
        for item in words
    )


def _most_rows(rows: Sequence[RosterRow], name: str, mode: Mode) -> int:
    """How many rows are read, so that the time for it has a bound: few where those name no date."""
    lengths = accumulate(min(len(row.said), LONGEST_LINE) for row in rows[:MOST_ROWS])
    most = sum(length <= MOST_CHARACTERS for length in lengths)
    texts = [name, *(row.said for row in rows[:MOST_UNDATED])]
    dated = any(_names_date(text, mode) for text in texts if 0 < len(text) <= LONGEST_LINE)
    return most if dated else min(most, MOST_UNDATED)


def _names_date(text: str, mode: Mode) -> bool:
    items = (item for items in parsed(text, mode) for item in items)
    return any(isinstance(item, DateItem | MonthItem | SpanItem) for item in items)


def _constant_words(draft: RosterDraft, asked: str) -> frozenset[str]:
    """Known places and a name, beside all hours of a roster: they tell no day from another.

    Where a name is asked for (`asked`), another one is a colleague's.
    """
    entries = [
        entry.items
        for entry in draft.entries
        if any(isinstance(item, HoursItem | SpanItem | TimeItem) for item in entry.items)
    ]
    if len(entries) < CONSTANT:
        return frozenset()
    timed = [{item.text for item in items if isinstance(item, UnknownItem)} for items in entries]
    # "9a-9p for Sam" and "w/ Sam" tell of a colleague.
    others = {word for items in entries for word in _companions(items)}
    every = set.intersection(*timed) - others
    names = _names(entries[0], every) if not asked else frozenset[str]()
    words = {word.lower() for word in every}
    return frozenset(words & (KNOWN_PLACES | PLACED) | names)


def _names(items: Sequence[Item], every: Set[str]) -> frozenset[str]:
    """The words of a person's name among those of every line: a given name, and what stands beside it."""
    texts = [item.text if isinstance(item, UnknownItem) else "" for item in items]
    words = [word.lower() if word in every and is_name_word(word) else "" for word in texts]
    names = {word for word in words if word in GIVEN_NAMES}
    for one, two in pairwise(words):
        names |= {one, two} - {""} if {one, two} & GIVEN_NAMES else set()
    return frozenset(names)


def _is_of_work(entry: RosterEntry) -> bool:
    """Whether an event is all day, or its title has a known word of shifts, of roles or of places."""
    timed = any(isinstance(item, HoursItem) for item in entry.items)
    return not timed or any(isinstance(item, LabelItem | HarmlessItem) for item in entry.items)


def _companions(items: Sequence[Item]) -> Iterable[str]:
    """The words after one such as "for" or "with"."""
    texts = [getattr(item, "text", "") for item in items]
    said = [text for text in texts if text.isalpha() or text == "&"]
    return (word for before, word in pairwise(said) if before.lower() in BESIDE)


def _judged(draft: RosterDraft, legend: Legend, question: RosterQuestion) -> Roster:
    roster = Judge(draft, legend, question).roster()
    return roster if roster.readings or roster.unread else _nothing()
