"""The words of a letter that say nothing by themselves: greetings, courtesies, smiles, words in short."""

from __future__ import annotations

import re

from heartplanner.core.roster.harmless.announcements import pattern
from heartplanner.core.roster.harmless.given_names import GIVEN_NAMES
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
SMILES = re.compile(rf"(?<!\s)\s*[{SMILE}]+")
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
"""Words as they are tapped on a phone, with those that they stand for."""
HELLO = pattern(
    r"(?<![^\w,!:])\W*"  # a match from within a run of signs would have begun where the run does
    r"(?:(?:hi|hello|hey|dear|greetings|good\ day|(?:good\ )?(?:morning|afternoon|evening))\b"
    r"[^,!:.\d]{0,30}(?:[,!]|\s-+\s*$)"
    r"|(?:hi|hello|hey)\s(?:all|team|everyone|folks|there|girl|guys|friend)\b|@[a-z]\w*[,:]?(?=\s)"
    r"|(?:thanks|thank\ you)(?:\s(?:all|everyone|team|so\ much|again|in\ advance|you))*[,!])"
)
CALLED = pattern(
    r"(?:(?:hi|hey|hello)\s(?P<greeted>[a-z]+)|(?P<name>[a-z]+)\s?[-,:]+)\s(?=(?:your|here)\b)"
)
"""Somebody who is spoken to: "Ana - your shifts"."""
POLITE = re.compile(
    r"\bplease\b\s?|\b(?:feel free|(?:don't|do not) hesitate|take a (?:moment|minute)) to\s"
    r"|,?\s*\bas you (?:asked|requested)\b|,\s*you asked\b"
    r"|\band mark your calendars?\b"
    r"|,?\s*\bper (?:our|your) (?:call|chat|talk|conversation|e-?mail|text|request)\b",
    re.IGNORECASE,
)
PREFIX = pattern(
    r"^(?:(?:fyi|(?:quick\s|friendly\s)?reminders?|notes?|psa|n\.?b\.?|important|attention|heads\sup|notice|please\snote)\b\W*"
    r"|as\s(?:we\s)?(?:promised|requested|discussed|agreed)\b\W*|(?:(?:subject|title|re|fwd?)\s*:\s*)+)"
)
"""What stands before an announcement or a title, whatever that says."""
WORD = re.compile(r"(?<![\w'])[a-z]+(?![\w'])", re.IGNORECASE)


def spoken(text: str) -> str:
    """The line with its words spelled out and without its smiles; one of signs alone is as it stands."""
    line = plain(text).strip()
    if not any(map(str.isalnum, line)):
        return line
    return WORD.sub(lambda word: TAPPED.get(word[0].lower(), word[0]), SMILES.sub("", line)).strip()


def without_hello(line: str) -> str:
    """A line without the greeting before it."""
    line = HELLO.sub("", line)
    called = CALLED.match(line)
    name = (called["greeted"] or called["name"]).lower() if called else ""
    return line[called.end() :] if called and name in GIVEN_NAMES else line


def spoken_to(text: str) -> str:
    """The given name, small, of the one to whom a line speaks first: "Hi Kim, your days:"; or ""."""
    line = spoken(text)
    greeting = line.removesuffix(without_hello(line)).lower()
    return next((word for word in re.findall(r"[a-z]+", greeting) if word in GIVEN_NAMES), "")
