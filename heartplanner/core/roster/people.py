"""Rosters of several people: whose days are asked for, and whose are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.core.plan.model import FREE
from heartplanner.core.roster.entries import Problem, RosterDraft, RosterEntry
from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
from heartplanner.core.roster.harmless.titles import may_be_handed_on
from heartplanner.core.roster.language.items import (
    HarmlessItem,
    Item,
    LabelItem,
    MarkItem,
    UnknownItem,
)
from heartplanner.core.roster.reach.asides import MAIL
from heartplanner.core.roster.roster import Remedy
from heartplanner.core.roster.shapes.tables.column_headings import is_version
from heartplanner.core.roster.shapes.tables.row_labels import is_no_name
from heartplanner.core.roster.teams import list_other_teams

MOST_NAMED = 12
OFTEN = 2
"""Lines with the name asked for, until a line without it is taken for nobody's."""
LONGEST_TITLE = 4
"""Words of a title that is a name."""
GREETING = re.compile(r"(?:hi|hello|hey|dear|to|from|by|thanks?)\b", re.IGNORECASE)
SEVERAL = re.compile(r"[/&+;]|\b(?:and|or|with|w)\b", re.IGNORECASE)
"""What stands between names of which each may be the one asked for."""
NOBODY = re.compile(r"tb[ad]|open|\?+|-+", re.IGNORECASE)
EVERYONE = re.compile(
    r"(?:all|both|any|every|whole|entire|full)(?:one|body|\s+\w+)?|(?:the\s+)?(?:whole\s+)?(?:team|crew|staff|group|unit)"
    rf"|{NOBODY.pattern}",
    re.IGNORECASE,
)
"""A name that stands for a group, or for nobody yet."""


class ChosenEntries(NamedTuple):
    """The entries that count, and the lines that are listed because it is not clear whose they are.

    `people`: the names that the roster has, where it has several people's days.
    """

    entries: Sequence[RosterEntry]
    problems: Sequence[Problem]
    people: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    """The one who is asked for, in all spellings of the roster."""

    def may_be_of(self, problem: Problem) -> bool:
        """Whether a line that is not understood may be about the one who is asked for."""
        return not (problem.person and self.wanted) or problem.person in self.wanted


def chosen_entries(draft: RosterDraft, name: str) -> ChosenEntries:
    """The entries of the one who is asked for.

    In a roster with the names of several people those of the others are left out; without a name, or with
    one that it does not have, all are listed.
    """
    list_other_teams(draft, name)
    _list_unnamed(draft, name)
    # One of whom no line is understood is among them too: the others' days are not yours.
    sure = [entry for entry in draft.entries if not entry.headings]
    said: tuple[RosterEntry | Problem, ...] = (*sure, *draft.problems)
    persons = list(dict.fromkeys(line.person for line in said if line.person))
    titles = {name for name, _ in draft.sections}
    # A name between the days of a roster may end one's own and begin another's.
    between = len(persons) == 1 and persons[0] in titles and not said[0].person
    sections = [section for name, section in draft.sections if name not in persons]
    # "Kim's roster", sent to Sam, may have been handed on for Sam to know.
    others = draft.receiver and any(
        _words_of(draft.receiver).isdisjoint(_words_of(person)) for person in persons
    )
    asking = between or others or _may_be_anothers(draft, persons)
    if len(persons) < 2 and not asking and not (name and persons):
        return ChosenEntries(draft.entries, tuple(section for _, section in draft.sections))
    # A colleague's days must never be taken for one's own: whatever is unclear here is listed.
    wanted = _wanted(persons, name)
    if wanted and len({*map(_words_of, wanted)}) == 1:
        # What a heading may take back is one's own too, unless it has another's name.
        own = ("", *wanted)
        kept = [each for each in draft.entries if each.person in (own if each.headings else wanted)]
        unclear = _nobodys(draft, [entry for entry in sure if not entry.person])
        shared = [person for person in persons if person not in wanted and _may_be(person, name)]
        for person in shared:
            theirs = [entry for entry in sure if entry.person == person]
            unclear += _listed(theirs, f"{person!a} may be {wanted[0]!a} too")
            _overrule(draft, kept, theirs, name)
        unclear += _about(draft, wanted, sure)
        return ChosenEntries(kept, (*sections, *unclear), tuple(persons), tuple(wanted))
    why = _why_nobodys(persons, wanted, name, between=between)
    unclear = _listed(draft.entries, why, None if name else Remedy.NAME)
    return ChosenEntries((), (*sections, *unclear), tuple(persons))


def _may_be_anothers(draft: RosterDraft, persons: Sequence[str]) -> bool:
    """Whether a title such as "Attn: Alex" stands above days, or "Alex's schedule" in what others got."""
    titles = {name for name, line in draft.sections if may_be_handed_on(line.text)}
    sent_to = _words_of(draft.receiver)
    handed_on = {name for name in titles if sent_to.isdisjoint(_words_of(name))}
    return not (draft.addressed | handed_on).isdisjoint(persons)


def doubt_owner(draft: RosterDraft, name: str) -> None:
    """Let all days depend on a title above them with another's name than the one asked for.

    Where the rows themselves have names, these tell whose they are.
    """
    if not draft.entries or any(entry.person for entry in draft.entries):
        return
    first = min(entry.line for entry in draft.entries)
    for line in draft.problems:
        words = _words_of(line.text)
        others = words & GIVEN_NAMES and words.isdisjoint(_words_of(name))
        title = len(words) <= LONGEST_TITLE and not (line.date_refs or GREETING.match(line.text))
        if line.line < first and others and title and line.why != MAIL:
            draft.doubt_from(0, line.line, f"it may be the list of {line.text.strip()!a}")


def _overrule(
    draft: RosterDraft, own: Sequence[RosterEntry], theirs: Sequence[RosterEntry], name: str
) -> None:
    """Let the lines of a name that may be one's own leave days open; `own`: those of the one asked for."""
    if not theirs:
        return
    person = theirs[0].person
    if _words_of(name) < _words_of(person):
        # "Jo for Sam" takes back what another line says of Sam's day.
        draft.overruling.update({entry.line: entry.date_refs for entry in theirs})
    if is_version(person):
        # Beside "Sam (rev)" no day of Sam's is sure, also where the one says nothing.
        refs = tuple(ref for entry in own for ref in entry.date_refs)
        draft.overruling[theirs[0].line] = refs
    elif EVERYONE.fullmatch(person.strip()) and not NOBODY.fullmatch(person.strip()):
        for entry in theirs:
            draft.overrule(entry.line, entry.date_refs)


def _nobodys(draft: RosterDraft, entries: Sequence[RosterEntry]) -> list[Problem]:
    """The lines without a name, listed: a shift is open, but what says more may be for all."""
    for entry in entries:
        if any(map(_says_more, entry.items)):
            draft.overrule(entry.line, entry.date_refs)
    return _listed(entries, "no name stands beside it")


def _is_anothers(entry: RosterEntry) -> bool:
    """Whether a line begins or ends with a given name, and not with one such as in "w/ Sam"."""
    items = [item for item in entry.items if not isinstance(item, MarkItem)]
    for name, before in ((items[:1], []), (items[-1:], items[-2:-1])):
        joined = any(isinstance(item, UnknownItem | LabelItem) for item in before)
        for item in name:
            given = isinstance(item, UnknownItem) and item.text.lower() in GIVEN_NAMES
            if given and not joined and not entry.person:
                return True
    return False


def _says_more(item: Item) -> bool:
    """Whether an item is no word of a shift."""
    free = isinstance(item, LabelItem) and item.label.letter in ("", FREE)
    return free or isinstance(item, UnknownItem)


def _list_unnamed(draft: RosterDraft, name: str) -> None:
    """Take back the lines without the name that is asked for, where others have it among their words."""
    asked = _words_of(name)
    named = [
        any(isinstance(item, HarmlessItem) and _words_of(item.text) & asked for item in entry.items)
        for entry in draft.entries
    ]
    others_named = bool(asked) and any(map(_is_anothers, draft.entries))
    if sum(named) < OFTEN and not others_named:
        return
    kept: list[RosterEntry] = []
    others: list[RosterEntry] = []
    for entry, has_name in zip(draft.entries, named, strict=True):
        (kept if has_name or entry.person else others).append(entry)
    draft.entries[:] = kept
    for entry in others:
        draft.refuse(entry.line, entry.text, "no name stands beside it", entry.date_refs)


def _about(
    draft: RosterDraft, wanted: Sequence[str], entries: Sequence[RosterEntry]
) -> list[Problem]:
    """What others' rows say of the one who is asked for, or rows that have a word instead of a name."""
    asked = frozenset().union(*map(_words_of, wanted))
    unclear: list[Problem] = []
    lines: tuple[RosterEntry | Problem, ...] = (*entries, *draft.problems)
    for said in lines:
        if not said.person or said.person in wanted:
            continue
        names = {word for word in asked - _words_of(said.person) if len(word) > 1}
        if names & _words_of(said.text):
            why = f"it names {wanted[0]!a}, and may change that day"
        elif is_no_name(said.person) and not EVERYONE.fullmatch(said.person.strip()):
            why = f"it is not clear whom {said.person!a} means"
        else:
            continue
        unclear.append(Problem(said.line, said.text, why, said.date_refs))
        draft.overrule(said.line, said.date_refs)
    return unclear


def _why_nobodys(persons: Sequence[str], wanted: Sequence[str], name: str, *, between: bool) -> str:
    """Why no line is taken for one's own."""
    if len(wanted) > 1:
        return f"several names fit {name!a}: {', '.join(wanted)}; write the whole name"
    shown = ", ".join(persons[:MOST_NAMED]) + (", ..." if len(persons) > MOST_NAMED else "")
    if name:
        return f"{name!a} is not one of its names: {shown}"
    if len(persons) == 1 and not between:
        return f"it may be the list of {shown}, or yours"
    return f"it has several people: {shown}"


def _words_of(name: str) -> frozenset[str]:
    """The words of a name, in whatever order and case: "Lee, Sam" is Sam Lee."""
    return frozenset(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", name.lower()))


def _wanted(persons: Sequence[str], name: str) -> list[str]:
    """Those of the names that are the one asked for: as a whole, else by all words of it."""
    asked = _words_of(name)
    whole = [
        person for person in persons if _words_of(person) == asked and not _are_several(person)
    ]
    parts = [person for person in persons if asked and asked <= _words_of(person)]
    return whole or [person for person in parts if not _are_several(person)]


def _are_several(person: str) -> bool:
    """Whether a name stands for more people than one: "Jo/Sam", "All"."""
    return SEVERAL.search(person) is not None or EVERYONE.fullmatch(person.strip()) is not None


def _may_be(person: str, name: str) -> bool:
    """Whether days of a name may be those of another: of a group, of both, or of a name like it."""
    asked = _words_of(name)
    alike = any(
        len(min(one, other, key=len)) > 1 and (one.startswith(other) or other.startswith(one))
        for one in asked
        for other in _words_of(person)
    )
    return alike or EVERYONE.fullmatch(person.strip()) is not None


def _listed(
    entries: Sequence[RosterEntry], why: str, remedy: Remedy | None = None
) -> list[Problem]:
    return [Problem(entry.line, entry.text, why, entry.date_refs, remedy) for entry in entries]
