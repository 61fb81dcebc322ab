"""Questions about the book of swaps: what somebody owes, and which swaps are open."""

from __future__ import annotations

import re

from heartplanner.core.ask.days.day_phrases import read_days
from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, SwapsAsked, Tense
from heartplanner.core.people.swap_book import spellings
from heartplanner.core.plan.change import Swap

MUCH = r"(?:what|how much(?: time)?|how many hours|how many shifts|how many)"
WHAT = r"(?:(?:any )?(?:hours|time|shifts)|a shift|any|anything)"
FOR_SWAPS = rf"(?: {WHAT})?(?: (?:for|from) (?:my |our )?swaps?)?"
THEY_OWE = re.compile(rf"(?:{MUCH} )?does (?P<name>.+?) (?:still )?owe me{FOR_SWAPS}")
I_OWE = re.compile(
    rf"(?:{MUCH} )?(?:do|would) i (?:still )?owe (?P<name>(?!for |from |hours|time|shifts?).+?){FOR_SWAPS}"
)
EVEN = re.compile(r"(?:am i|are we) (?:even|square|quits) with (?P<name>.+)")
WE_EVEN = re.compile(r"are (?P<name>.+) and i (?:even|square|quits)")
ANYBODY = re.compile(
    rf"(?:who owes (?:me|whom)|who (?:do|else do) i owe|whom do i owe|{MUCH} (?:am i owed|do i owe)"
    rf"|does (?:anybody|anyone|somebody) owe me|do i owe (?:anybody|anyone|somebody)){FOR_SWAPS}"
)
OPEN = re.compile(
    r"(?:(?:which|what|are there|do i have)(?: of my)?(?: any)? )?(?:my )?"
    r"(?:open swaps?|swaps? (?:are|is|that are|still) (?:still )?open"
    r"|pending swaps?|swaps? (?:are |is |do i have )?pending|open swaps? do i have|swaps? do i have open"
    r"|swaps? (?:need|needs) a look|swaps? (?:are|is) (?:not agreed|only asked)(?: yet)?"
    r"|swaps? (?:are|is) (?:still )?waiting|swaps? (?:am i|are we) (?:still )?waiting (?:on|for))"
)
GIVEN = re.compile(
    r"(?:did|does|has|is) (?P<name>.+?) (?:take|taken|taking|have|got) my (?P<day>.+) shift"
)
"""Whether somebody has a shift that one gave away."""
TO_SWAPS = frozenset({"owe", "owes", "owed", "swaps"})
"""Words of what the book of swaps has, whatever is asked of it: no other question has them."""


def read_swaps(text: str, context: Context) -> SwapsAsked | None:
    """What a question in small letters asks of swaps; None where it is another question."""
    if OPEN.fullmatch(text):
        return SwapsAsked(open=True)
    if ANYBODY.fullmatch(text):
        return SwapsAsked()
    if given := GIVEN.fullmatch(text):
        return _given(given, context)
    for form in (THEY_OWE, I_OWE, EVEN, WE_EVEN):
        if match := form.fullmatch(text):
            return _with(match["name"], context)
    return None


def _given(form: re.Match[str], context: Context) -> SwapsAsked | None:
    """Did Lee take my Oct 17 shift; None for a name that nobody has."""
    names = _names(context)
    if form["name"] not in names:
        return None
    reading = read_days(form["day"], context._replace(tense=Tense.COMING))
    days = [one.first for one in (reading.taken, reading.other) if one and one.length == 1]
    if not days:
        raise NotUnderstoodError("Ask for the shift of one day, with its date.")
    # Of two days of this name the one that was given away is meant.
    given = {one.swap.give for one in context.plan.pending}
    given |= {one.what.give for one in context.plan.changes if isinstance(one.what, Swap)}
    day = next((day for day in days if day in given), days[0])
    return SwapsAsked(names[form["name"]], given=day)


def _names(context: Context) -> dict[str, str]:
    """The names of the book of swaps, as it has them, by how a question in small letters spells them."""
    spelled = spellings(context.plan)
    return {" ".join(key.replace(",", " ").split()): name for key, name in spelled.items() if name}


def _with(said: str, context: Context) -> SwapsAsked:
    """What is owed between oneself and the colleague of this name, in the spelling that the book has.

    Raises NotUnderstoodError for a name that nobody has, or for words that stand behind a known one.
    """
    names = _names(context)
    if said.casefold() in names:
        return SwapsAsked(names[said.casefold()])
    # 'There is no swap with "lee on friday"' would be taken to say that there is none with Lee.
    if known := [name for name in names if said.casefold().startswith(f"{name} ")]:
        raise NotUnderstoodError(f'Not understood: "{said[len(max(known, key=len)) + 1 :]}".')
    raise NotUnderstoodError(f'There is no swap with "{said}".')
