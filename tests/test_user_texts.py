"""What a person reads: approved as a whole, and free of the words that only insiders know.

After a change of words, read the difference, then write tests/golden/texts.txt anew with
`python -m tests.user_texts`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.user_texts import (
    GOLDEN,
    manual_texts,
    package_texts,
    resource_texts,
    texts_of,
    whole_book,
)


class OldWord(NamedTuple):
    """A word that no text may have, what to say instead, and where it may stand all the same."""

    pattern: str
    instead: str
    allowed: tuple[str, ...] = ()
    """Texts, whole, each for the reason that stands beside it."""


OLD_WORDS = [
    OldWord(r"(?<!job )\bposting", "HEART's schedule rules; job posting only where it is quoted"),
    OldWord(r"\bbands?\b", "day shifts, evening shifts, your usual hours", (
        # The option is called --band, and scripts use it.
        "swap --band goes with --take: it says which shift you take",
        "--band and --shift-hours both say your usual hours: give one of them",
        "an extra shift takes either --band or both --start and --end",
    )),
    OldWord(r"plainest", "a likely schedule"),
    OldWord(r"held to|insisted on", "rules to follow"),
    OldWord(r"in force", "current"),
    OldWord(r"hand(ed|s|ing)? over|hand-over", "on your phone; first file"),
    OldWord(r"\banew\b", "again"),
    OldWord(r"\bwall\b", "printed sheets"),
    OldWord(r"\ba guess\b|\bguess(es|ed)?\b", "not confirmed yet"),
    OldWord(r"[Ww]eekends? (on|off)\b", "working weekend, free weekend"),
    OldWord(r": holds\b|does not hold", "fine; differs"),
    OldWord(r"in step\b", "sync", (
        # By this description a calendar on a server is known as ours; those that were made have it.
        "Kept in step by Heart Planner, plan {}",
    )),
    OldWord(r"read back", "checked"),
    OldWord(r"licen[c]e", "license"),
    OldWord(r"colou?red by|colour", "color"),
    OldWord(r"[Cc]ancelled", "canceled"),
    OldWord(r"centre\b|grey\b|programme|organis|neighbour", "American spelling"),
    OldWord(r"\b[Pp]lease\b", "say what to do"),
    OldWord(r"!(?![=\w\[])", "no exclamation mark"), # "![" begins a picture of the manual
    OldWord(r"\bP[2-7]\b", "the rule by its name"),
    OldWord(r"\bmilestones?\b", "reminder date"),
]  # fmt: skip

WORDS_OF_OTHERS = ("resources/reference.md", "core/roster/language/undated.py")
"""Written in the words of files and options, which scripts use, or of rosters, which are read."""

Places = list[tuple[str, list[str]]]


@pytest.fixture(scope="module")
def places() -> Places:
    """Each place but the manual with its texts. All sources are parsed for it, so once for all tests."""
    return [*package_texts(), *resource_texts()]


def test_every_text_is_approved(places: Places) -> None:
    assert whole_book(places) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", OLD_WORDS, ids=lambda word: word.pattern)
def test_no_text_has_an_old_word(word: OldWord, places: Places) -> None:
    old = [
        f"{place}: {text}"
        for place, texts in [*places, *manual_texts()]
        if not place.startswith(WORDS_OF_OTHERS)
        for text in texts
        if re.search(word.pattern, text) and text not in word.allowed
    ]
    assert old == [], f"say: {word.instead}"


def test_each_allowed_text_is_still_there(places: Places) -> None:
    """What is allowed by name is allowed for a text that exists."""
    texts = {text for place, texts in places if place.endswith(".py") for text in texts}
    assert [text for word in OLD_WORDS for text in word.allowed if text not in texts] == []


def test_texts_are_gathered_and_code_is_not() -> None:
    source = '''
"""A docstring is no text."""
NAME = "plan.json"
def say(count: "int | None") -> str:
    """Neither is this one."""
    label.setObjectName("not a text")
    match = re.search("two words", text)
    say("Save")
    return f"{count:%Y-%m-%d at %H:%M} and {'one more' if count else 'none'} of it"
'''
    assert texts_of(source) == ["Save", "{} and {} of it", "one more"]
