"""What no harmless line has: a word, a number or a sign by which it may be about the days of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from heartplanner.core.roster.harmless.workplace import SPEAKS_OF_DAYS
from heartplanner.core.roster.language.doubts import is_doubtful_word, is_modifier

UNLIKE = re.compile(
    r"last|past|prior|former|earlier|wrong|mistaken?|nobody|someone|others?|another|else|alternat\w+"
    r"|who|whose|whoever|mock|dummy|fake|trial|tests?|testing|demo|practice|ideal|hypothetical\w*"
    r"|preliminary|provisional|histor\w+|opposite|revers\w+|backwards?|ballots?|bids?|comparison"
    r"|simulat\w+|volunteers?|trainees?|overflow|surplus|duplicate|stale|bogus|only|scrap|forget"
    r"|exclud\w+|except\w*|excl|minus|without"
    r"|just|also|plus"
)
"""Words of a title that make its list another one than it seems."""
CROSS = re.compile(
    r"[?~\u00d7\u2715-\u2718\u274c\u274e\u2753-\u2755\u26d4\U0001f6ab\U0001f6d1\u2194\u2192\u21c4\u21d4+]"
)
"""Signs that say something of a day by themselves."""
PHRASES = re.compile(
    r"\bsubject to\b|\bnext year\b|\bfor (?:your )?reference\b|\bpm for am\b|\bam for pm\b"
    r"|\b(?:in case|in the event|permitting|weather dependent|depending|as needed)\b"
    r"|\b(?:business|company|opening|office|store|private|family|partner|optional|unpaid)"
    r" (?:hours|calendar|schedule|shifts|times)\b"
    r"|\b(?:pst|pdt|cst|cdt|mst|mdt|gmt|utc|zulu)\b"
    r"|\bhave (?:(?:your|my|our) (?:shifts?|days?|hours)|it|them)\b"
    r"|\b(?:can|could) work\b|\bi (?:can|could|want)\b"
    r"|\b(?:no|without a) (?:schedule|roster|rota|shifts?)\b",
    re.IGNORECASE,
)
"""Words that together make a list one that does not hold, or holds at another time."""

OFFERED = re.compile(
    r"\b(?:can|could|want|would|take|cover|pick|interested|available|prefer|rather|instead|swap\w*"
    r"|trade\w*)\b",
    re.IGNORECASE,
)
"""What one asks of whom shifts are offered to: "let me know if you can take these"."""
TOLD = re.compile(
    r"\b(?:(?<!time )(?<!days )off|to (?!you\b)|these|those|them|they|she|he|instead|now|swap\w*|cancel\w*"
    r"|chang\w*|cover\w*|takes?|can|could|works?(?! (?:everyone|team|all))\w*|home|reversed|shifts?)\b",
    re.IGNORECASE,
)
"""What no wish says: "hope you can cover these"."""


def low_words(text: str) -> Sequence[str]:
    """The words of a text, small; "don't" and "call-out" are one."""
    return [word.lower() for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text)]


def turns(word: str) -> bool:
    """Whether a sentence with this word may be about the days, whatever its topic is."""
    word = word.removesuffix("'s")
    doubtful = is_doubtful_word(word) or is_modifier(word)
    return doubtful or word in SPEAKS_OF_DAYS or UNLIKE.fullmatch(word) is not None


def speaks_of_days(text: str, but: Set[str] = frozenset()) -> bool:
    """Whether a text has a word or a sign by which it may be about the days; `but`: words to allow."""
    signed = CROSS.search(text) is not None or PHRASES.search(text) is not None
    return signed or any(turns(word) for word in low_words(text) if word not in but)
