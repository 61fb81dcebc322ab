"""Rosters of several people: whose days are asked for, and whose are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from heartplanner.core.roster.entries import Problem, RosterDraft, RosterEntry
from heartplanner.core.roster.roster import Remedy

MOST_NAMED = 12


class ChosenEntries(NamedTuple):
    """The entries that count, and the lines that are listed because it is not clear whose they are.

    `people`: the names that the roster has, where it has several people's days.
    """

    entries: Sequence[RosterEntry]
    problems: Sequence[Problem]
    people: tuple[str, ...] = ()
    person: str = ""
    """The one who is asked for, as the roster writes the name."""

    def are_of(self, problem: Problem) -> bool:
        """Whether a line that is not understood may be about the one who is asked for."""
        return not (problem.person and self.person) or problem.person == self.person


def other_persons(draft: RosterDraft, name: str) -> ChosenEntries:
    """The entries of the one who is asked for.

    In a roster with the names of several people those of the others are left out; without a name, or with
    one that it does not have, all are listed.
    """
    # One of whom no line is understood is among them too: the others' days are not yours.
    said: tuple[RosterEntry | Problem, ...] = (*draft.entries, *draft.problems)
    persons = list(dict.fromkeys(line.person for line in said if line.person))
    titles = {section.text.strip(" :") for section in draft.sections}
    # A name between the days of a roster may end one's own and begin another's.
    between = len(persons) == 1 and persons[0] in titles and not said[0].person
    sections = [section for section in draft.sections if section.text.strip(" :") not in persons]
    if len(persons) < 2 and not between and not (name and persons):
        return ChosenEntries(draft.entries, (*draft.sections,))
    # A colleague's days must never be taken for one's own: whatever is unclear here is listed.
    wanted = [person for person in persons if _is(person, name)]
    if len(wanted) == 1:
        kept = [entry for entry in draft.entries if entry.person == wanted[0]]
        nobody = [entry for entry in draft.entries if not entry.person]
        unclear = _listed(nobody, "no name stands beside it")
        return ChosenEntries(kept, (*sections, *unclear), tuple(persons), wanted[0])
    shown = ", ".join(persons[:MOST_NAMED]) + (", ..." if len(persons) > MOST_NAMED else "")
    if len(wanted) > 1:
        why = f"several names fit {name!a}: {', '.join(wanted)}; write the whole name"
    elif name:
        why = f"{name!a} is not one of its names: {shown}"
    else:
        why = f"it has several people: {shown}"
    unclear = _listed(draft.entries, why, None if name else Remedy.NAME)
    return ChosenEntries((), (*sections, *unclear), tuple(persons))


def _is(person: str, name: str) -> bool:
    """Whether all words of a name are among a person's, in any order."""
    words = name.lower().replace(",", " ").split()
    return bool(words) and set(words) <= {
        *person.lower().replace(",", " ").replace(".", " ").split()
    }


def _listed(
    entries: Sequence[RosterEntry], why: str, remedy: Remedy | None = None
) -> list[Problem]:
    return [Problem(entry.line, entry.text, why, entry.whens, remedy) for entry in entries]
