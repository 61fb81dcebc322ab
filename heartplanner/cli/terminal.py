"""All that commands write for people goes through here, so that no terminal obeys what is in it.

Names of files, titles of events and notes may hold escape sequences, marks that turn the text around them,
and characters that nobody sees.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from heartplanner.core.words.plain_text import UNSEEN


def printable(text: str) -> str:
    """A text in which each character is one that is seen; any other stands as a question mark."""
    if text.isascii() and text.isprintable():  # all but a few lines
        return text
    # Some that show nothing count as printable, such as the fillers among Korean letters.
    text = re.sub(UNSEEN, "?", text)
    return "".join(character if character.isprintable() else "?" for character in text)


def answer(lines: Iterable[str]) -> None:
    """A command's own output."""
    sys.stdout.writelines(f"{printable(line)}\n" for line in lines)


def aside(lines: Iterable[str]) -> None:
    """What is said beside a command's own output."""
    sys.stderr.writelines(f"{printable(line)}\n" for line in lines)
