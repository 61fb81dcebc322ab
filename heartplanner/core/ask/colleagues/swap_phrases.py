"""Questions about the book of swaps: what somebody owes, and which swaps are open."""

from __future__ import annotations

import re

from heartplanner.core.ask.not_understood import NotUnderstoodError
from heartplanner.core.ask.question import Context, SwapsAsked
from heartplanner.core.people.swap_book import spellings

MUCH = r"(?:what|how much|how many hours|how many)"
FOR_SWAPS = r"(?: (?:hours|time|a shift|shifts|anything))?(?: (?:for|from) (?:my |our )?swaps?)?"
THEY_OWE = re.compile(rf"(?:{MUCH} )?does (?P<name>.+) owe me{FOR_SWAPS}")
I_OWE = re.compile(
    rf"(?:{MUCH} )?(?:do|would) i owe (?P<name>(?!for |from |hours|time|shifts?).+?)(?: anything)?"
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
    r"|swaps? (?:need|needs) a look|swaps? (?:are|is) (?:not agreed|only asked)(?: yet)?)"
)
TO_SWAPS = frozenset({"owe", "owes", "owed", "swaps"})
"""Words of what the book of swaps has, whatever is asked of it: no other question has them."""


def read_swaps(text: str, context: Context) -> SwapsAsked | None:
    """What a question in small letters asks of swaps; None where it is another question."""
    if OPEN.fullmatch(text):
        return SwapsAsked(open=True)
    if ANYBODY.fullmatch(text):
        return SwapsAsked()
    for form in (THEY_OWE, I_OWE, EVEN, WE_EVEN):
        if match := form.fullmatch(text):
            return SwapsAsked(_named(match["name"], context))
    return None


def _named(said: str, context: Context) -> str:
    """The colleague of this name, in the spelling that the book has. Raises NotUnderstoodError."""
    known = spellings(context.plan)
    names = {" ".join(key.replace(",", " ").split()): name for key, name in known.items() if name}
    if said.casefold() not in names:
        raise NotUnderstoodError(f'There is no swap with "{said}".')
    return names[said.casefold()]
