"""The letters that are underlined, which Alt presses."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence


def keys_of(words: list[str]) -> list[str]:
    """The letters that Alt presses, in small letters."""
    found = (QKeySequence.mnemonic(text).toString() for text in words)
    return [each for each in found if each]


def twice(letters: list[str]) -> list[str]:
    return [letter for letter, times in Counter(letters).items() if times > 1]
