"""A line in the words of a letter: without smiles, and with the words in full that one taps on a phone."""

from __future__ import annotations

import re

from heartplanner.core.roster.language.tokens import plain

SMILE = (
    r"\u2600-\u2605\u263a\u263b\u2660-\u2667\u2744\u2763\u2764\u2b50\ufe0f"
    r"\U0001f31e-\U0001f320\U0001f338-\U0001f343\U0001f380-\U0001f38a\U0001f44b-\U0001f44d\U0001f44f"
    r"\U0001f493-\U0001f49f\U0001f4aa\U0001f600-\U0001f60d\U0001f618-\U0001f61b\U0001f642\U0001f643"
    r"\U0001f64c\U0001f64f\U0001f917\U0001f970\U0001f973\U0001f983"
)
"""Friendly signs: a thumb that points down is none."""
SMILING = re.compile(rf"[\x00-\x7f\u00a0-\u00bf\u2010-\u2027\u2500-\u25ff{SMILE}]*")
"""Rules of signs, and friendly ones."""
SMILES = re.compile(rf"\s*[{SMILE}]+")
TAPPED = {
    "u": "you",
    "ur": "your",
    "heres": "here's",
    "thx": "thanks",
    "ty": "thanks",
    "pls": "please",
    "plz": "please",
    "sched": "schedule",
    "lmk": "let me know",
}
WORD = re.compile(r"(?<![\w'])[a-z]+(?![\w'])", re.IGNORECASE)


def spoken(text: str) -> str:
    """The line; of signs alone it is as it stands."""
    line = plain(text).strip()
    if not any(map(str.isalnum, line)):
        return line
    return WORD.sub(lambda word: TAPPED.get(word[0].lower(), word[0]), SMILES.sub("", line)).strip()
