"""Words by which a day may not be what its line says: canceled, swapped, another's, at other hours."""

from __future__ import annotations

import re

CHANGES = re.compile(
    r"leave|vac|vacations?|pto|sick|swap\w*|trad(e|ed|es|ing)|overtime|ot|extra|training|trng|class(es)?"
    r"|called|guess|holidays?|fmla|lwop|jury|bereavement|comp|orientation|academy|conference|course"
    r"|workshop|meetings?|personal|annual|absent|court"
)
"""Words of what is a change to one day, and says nothing of the rotation."""

TRADES = re.compile(r"swap\w*|trad(e|ed|es|ing)|overtime|ot|extra")
"""Those of a shift that was never the rotation's, or is another person's now."""

DOUBTFUL = re.compile(
    r"cancel\w*|not|no|never|off|except|unless|instead|moved?|chang\w+|cover\w*|tentative|pending"
    r"|stand(by)?|back-?up|reserve\w*|open(shifts?)?|vacant|unfilled|(un)?available|declin\w+|drop\w*|removed?"
    r"|delete\w*|void\w*|maybe|possibl\w+|tb[ad]|hold|request\w*|closed?|draft|was|old|previous\w*"
    r"|half|late|early|call|if|or|but|without|bid|prefer\w*|wish|propos\w+|volunteer|gave|given|away|wedding|birthday|party|appointment|appt|doctor|dentist"
    r"|interview|school|field|trip|camp|reunion|game|practice|friends?|family|kids?|baby\w*|dinner|lunch"
    r"|sub|subs|substitut\w+|reliev\w+|relief|unassigned|trainee|shadow\w*|observ\w+|excused?|furlough\w*|suspen\w+"
    r"|rejected|denied|withdrawn|ignore\w*|disregard\w*|obsolete|outdated|expired|supersed\w*|replac\w+"
    r"|rescind\w*|postpon\w*|invalid|inactive|archiv\w*|template|sample|example"
)
"""Words on which a reading could turn: where one stands in a place that else is not looked at."""

ZONES = re.compile(r"utc|gmt|zulu|[pcm][sd]?t", re.IGNORECASE)
"""The time zones that are not Durham's."""

MODIFIERS = re.compile(
    r"cancel\w*|not|no|except|unless|instead|moved?|chang\w+|cover\w*|tentative|pending|declin\w+"
    r"|drop\w*|removed?|deleted?|void\w*|closed|half|late|early|maybe|tb[ad]"
    r"|ignore\w*|disregard\w*|supersed\w*|replac\w+|rescind\w*|postpon\w*|withdrawn|scratch|now"
    r"|correct\w*|switch\w*"
)
"""Words that, on a line below a day, may take back or change what stands above."""

ASSEMBLIES = re.compile(r"holidays?|meetings?|class(es)?|conference|course|workshop")
"""Words of CHANGES of what may take place beside a shift."""
OTHER_START = re.compile(
    r"\b(?:starts?|begins?|ends?|leav(?:es?|ing)|com(?:es?|ing)|arriv(?:es?|ing))\s+(?:in\s+)?"
    r"(?:at\b|noon|early|late|by\b|\d)",
    re.IGNORECASE,
)
"""Words of a sentence that gives a day other hours."""

BESIDE_SHIFTS = re.compile(
    r"holidays?|meetings?|class(es)?|conference|course|workshop|lunch|dinner|party|birthday|pay(day)?|due"
    r"|deadline|submit\w*|updated?|posted|printed|revised|issued|published|effective|dated|sent|page|starting"
    r"|starts|beginning|begins|schedules?|roster|rota|calendar|leave|vac|vacations?|pto|sick|absent|fmla"
)
"""Words of a line that names a date and yet takes back nothing of what another line says of that day."""

ABSTRACT = re.compile(
    r"\w+(?:bility|ivity|tion|sion|ment|ness|able|ible)s?|ability|\w{4,}ncy|\w+ncies", re.IGNORECASE
)
"""Words that are made of others, and are nobody's name: availability, assignment."""

SIGNS = re.compile(r"[^\d\s/.,:()|-]")
"""Signs beside a date that may say something of it, such as a question mark or an arrow."""
SPOKEN = re.compile(r"[^\W\d_]+")
"""A word of letters alone."""

REVOKES = re.compile(
    r"cancell?ed|cancellations?|void(ed)?|draft|disregard|ignore|obsolete|outdated|supersed\w*|rescind\w*"
    r"|invalid|postponed|withdrawn|tentative|declined|deleted|removed|dropped"
)
"""Words by which a line may take back all days around it."""
OFFERS = re.compile(
    r"available|open|vacant|unfilled|uncovered|unassigned|pick(up)?|bid|requested|needed|tentative|pending"
)
"""Words by which a line above days may offer or ask for shifts that are nobody's, or not yet one's own."""


KINDS_CHANGED = re.compile(
    r"""\b(?:starts?|starting|begins?)\s+(?:(?:at|from)\s+)?(?:noon|\d[\d:]*\s?(?:[ap]\.?m?\b)?)
    | \b(?:noon|\d[\d:]*\s?(?:[ap]\.?m?\.?)?)\s+start\b
    | \b(?:\d+\s+)?(?:for|as|new)\s+(?:the\s+)?start\b
    | \b(?:not|instead\ of)\s+\d+
    | \b(?:swap|switch|reverse|flip|exchange)\s+(?:the\s+)?(?:all\s+)?
      (?:[desa]|days|evenings|nights|shifts|mornings)\b
    | \b(?:tentative|provisional|subject\ to)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words below a list that may give all its shifts other hours, or leave all of them open."""


def speaks_of_kinds(text: str) -> bool:
    """Whether a note may be about all shifts above it, and not about the last day alone."""
    return KINDS_CHANGED.search(text) is not None


def without_kinds(text: str) -> str:
    """A note without its words and hours that may be about all shifts."""
    return KINDS_CHANGED.sub(" ", text)


def is_change_word(word: str) -> bool:
    """Whether a word tells of a change to one day, such as leave."""
    return CHANGES.fullmatch(word.lower()) is not None


def is_swap_word(word: str) -> bool:
    """Whether a word tells of a shift that two people exchange."""
    return word.lower().startswith(("swap", "trad"))


def is_modifier(word: str) -> bool:
    """Whether a word on the next line may change what a line says."""
    lower = word.lower()
    return MODIFIERS.fullmatch(lower) is not None or is_change_word(lower)


def may_change_days(text: str, *, changes: bool) -> bool:
    """Whether a line that is not understood may change what another line says of its day.

    `changes`: leave is asked for, too; else it says nothing of the rotation.
    """
    words = [word.lower() for word in SPOKEN.findall(text)]
    # A meeting or a class may well be on a day with a shift, so that its word alone changes nothing.
    modified = any(map(MODIFIERS.fullmatch, words)) or OTHER_START.search(text) is not None
    told = CHANGES if changes else TRADES
    return modified or any(
        told.fullmatch(word) and not ASSEMBLIES.fullmatch(word) for word in words
    )


def leaves_days_alone(text: str, *, changes: bool) -> bool:
    """Whether a line that names a day and is not understood leaves that day's shift as it is.

    `changes`: leave is asked for, too; else it says nothing of the rotation.
    """
    words = [word.lower() for word in SPOKEN.findall(text)]
    # A date with no word at all is a page's or a printout's; with a sign, such as "8/4 ?", it may not be.
    beside = any(map(BESIDE_SHIFTS.fullmatch, words)) and not may_change_days(text, changes=changes)
    return beside or (not words and SIGNS.search(text) is None)


def is_revoking_word(word: str) -> bool:
    """Whether a line with this word may take back the days around it."""
    return REVOKES.fullmatch(word.lower()) is not None


def is_doubtful_word(word: str) -> bool:
    """Whether a word must not be left out of account, wherever it stands."""
    lower = word.lower()
    doubtful = DOUBTFUL.fullmatch(lower) or ZONES.fullmatch(lower)
    return doubtful is not None or is_change_word(lower)


def doubtful_word(text: str) -> str:
    """The first word of a text that must not be left out of account, or ""."""
    return next(filter(is_doubtful_word, SPOKEN.findall(text)), "")


def has_modifier(text: str) -> bool:
    """Whether a line may tell of leave, of a swap, or that another line does not hold."""
    return any(map(is_modifier, SPOKEN.findall(text)))
