"""A line of a roster as tokens: dates, times, lengths, numbers, words and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from heartplanner.core.roster.language.vocabulary import WEEKDAY_NUMBERS


class TokenKind(StrEnum):
    """What a token is, by its spelling alone. Each is a group of PATTERN, by whose name it is found."""

    INSTANT = "instant"
    ISO = "iso"
    NUMERIC = "numeric"
    FRACTION = "fraction"
    ALWAYS = "always"
    SLASH = "slash"
    TIME = "time"
    CLOCK = "clock"
    LENGTH = "length"
    NUMBER = "number"
    WORD = "word"
    CODE = "code"
    NEXT_DAY = "nextday"
    MARK = "mark"


class Token(NamedTuple):
    """A piece of a line, and whether a blank stands before it."""

    kind: TokenKind
    text: str
    spaced: bool = True


HALF = r"(?:[ap](?:\.?m\.?)?|\s+[ap]\.?m\.?)(?![^\W_])"
"""am or pm; a lone a or p only directly after its hour, for "9 A" is an hour and a letter."""
PATTERN = re.compile(
    rf"""
    (?P<instant>\d{{4}}-\d\d-\d\dT\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:?\d\d)?(?![\w:]))
    | (?P<iso>\d{{4}}(?P<s1>[-/.])\d{{1,2}}(?P=s1)\d{{1,2}}(?![\d/])
        (?:\s00:00(?::00)?(?![\d:.]|\s*(?:[-\d|]|to\b|[ap]\.?m)))?)         # a date cell at midnight
    | (?P<numeric>\d{{1,2}}(?P<s2>[-/.])\d{{1,2}}(?P=s2)(?:\d{{4}}|\d\d)(?![\d/]|(?P=s2)\d))
    | (?P<fraction>[¼½¾] | (?:1/[234]|[23]/[34])
        (?=\s*-?\s*(?:day|shift|hours?\b|hrs?\b|off\b|time\b|leave|vac)))
    | (?P<always>24/7(?![\d/]))
    | (?P<slash>\d{{1,2}}/\d{{1,2}}(?![\d/]))
    | (?P<time>\d{{1,2}}:\d\d(?::\d\d(?:\.0+)?)?(?:{HALF})?(?![\d:])
        | \d{{1,2}}\.\d\d{HALF} | \d{{1,4}}{HALF}
        | (?:12\s*)?(?:noon|midnight|midday)(?!\w) | mid(?!\w) | 12(?:n|mn)(?!\w))
    | (?P<clock>(?:[01]?\d|2[0-4])[0-5]\d(?:\s*h(?:ou)?rs?|h)?(?!\w|\.\d))
    | (?P<length>\[\d{{1,2}}[:.]\d\d\]                # as Kronos writes the length of a shift
        | \d{{1,2}}(?:\.\d{{1,2}})?\s*-?\s*(?:hours?|hrs?|h)(?!\w))
    | (?P<nextday>\(?(?:\+\s?1(?:\s?(?:day|d))?|next\ day)(?!\w)\)?)
    | (?P<number>\d+(?:\.\d+)?(?:st|nd|rd|th)?(?!\w))
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?(?![\d_]))
    | (?P<code>\w+)
    | (?P<mark>\.{{2,}}|\S)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""ASCII: the digits of other scripts are no numbers here. Letters of other scripts are marks."""
LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SPELLINGS = {
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d"), '"'),
    **dict.fromkeys(map(ord, "\u200b\u200e\u200f\ufeff"), ""),
    **dict.fromkeys(map(ord, "\U0001f4c5\U0001f4c6\U0001f5d3\ufe0f"), " "),
}
"""Dashes, blanks and quotes that are one another's variants; the picture of a calendar says nothing."""


PART = re.compile(r"\s*-?\s*(?:day|shift|hour|hr)", re.IGNORECASE)
"""Of what there is a half; before other words a fraction at the start of a line is a date."""
SMALL = re.compile(r"1/[2348]|2/3|3/4")
"""A fraction that is spelled as a date of the first weeks of a year."""
SAYS = re.compile(
    r"[ \t]*[-|]?[ \t]*(?:(?!and\b|to\b|thru\b|through\b|until\b|till\b)[a-z]|\d{1,4}(?::\d\d)?"
    r"\s?(?:[ap]\.?m?\.?)?\s?(?:-|to\b)\s?\d)",
    re.IGNORECASE,
)
"""What follows a fraction of a shift, and no date alone: a word, or hours."""
DATED = (TokenKind.ISO, TokenKind.NUMERIC, TokenKind.SLASH, TokenKind.NUMBER)
WORDY = (TokenKind.WORD, TokenKind.MARK, TokenKind.CODE)


def plain(text: str) -> str:
    """A text in one spelling of dashes, blanks and quotes."""
    return text.translate(SPELLINGS)


def tokens(text: str) -> list[Token]:
    """The tokens of a line; every character but a blank belongs to one."""
    line: list[Token] = []
    text = plain(text)
    at = 0
    while match := PATTERN.search(text, at):
        kind = TokenKind(match.lastgroup or "")
        begin, end = match.span()
        spaced = begin > at or begin == 0
        # Outside ASCII a word is told by Python's own idea of a letter: José is one word.
        letters = LETTERS.match(text, match.start()) if kind in WORDY else None
        if letters and (letters.end() > end or kind is TokenKind.MARK):
            kind, end = TokenKind.WORD, letters.end()
        if (
            kind is TokenKind.FRACTION
            and "/" in match[0]
            and not PART.match(text, end)
            and _is_first(line)
        ):
            # "1/2 off" is the second of January, "1/2 day" may be half a day
            kind = TokenKind.SLASH
        if kind is TokenKind.SLASH and _may_be_half(line, text, begin, end):
            kind = TokenKind.FRACTION
        if kind is TokenKind.WORD and not spaced and not text[match.start()].isascii():
            # "12/1\u0431" is no first of December: the letter may stand for a digit.
            while line and not spaced and line[-1].kind not in WORDY:
                spaced, begin = line[-1].spaced, begin - len(line.pop().text)
                kind = TokenKind.CODE
        line.append(Token(kind, text[begin:end], spaced))
        at = end
    return line


def _is_first(line: list[Token]) -> bool:
    """Whether nothing stands before but marks and names of weekdays."""
    return all(
        token.kind is TokenKind.MARK or token.text.lower() in WEEKDAY_NUMBERS for token in line
    )


def _may_be_half(line: Sequence[Token], text: str, begin: int, end: int) -> bool:
    """Whether a fraction stands between a date and a word or hours: "12/15 1/2 D" is half a shift."""
    if not SMALL.fullmatch(text, begin, end) or not SAYS.match(text, end):
        return False
    word = re.search(r"[a-z]+", text[end:].lower())
    if word and word[0] in WEEKDAY_NUMBERS:
        return False
    marks = 0
    while marks < len(line) and line[-1 - marks].kind is TokenKind.MARK:
        marks += 1
    before = line[-1 - marks] if marks < len(line) else None
    listed = any(token.text == "&" for token in line[len(line) - marks :])
    # "12/28-1/3" without blanks is a range over the new year.
    glued = marks == 1 and line[-1].text == "-" and not (line[-1].spaced or text[begin - 1] == " ")
    return before is not None and before.kind in DATED and not (listed or glued)
