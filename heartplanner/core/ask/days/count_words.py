"""Counts as one writes them in a question: 4, four, a."""

from __future__ import annotations

from heartplanner.core.words.english import NUMBERS

COUNTS = {word: number for number, word in enumerate(NUMBERS) if number} | {"a": 1, "an": 1}
"""Numbers as words."""
COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})"


def count_of(word: str) -> int:
    """4 for four and 4."""
    return COUNTS.get(word) or int(word)
