"""A text as it was before phones, mail and chats changed its marks: one line of plain characters."""

from __future__ import annotations

import re
import unicodedata

# Patterns that `re` compiles at their first use: most commands use none of them.
DASHES = "[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
UNSEEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    r"|(?<!\S)[\ufe00-\ufe0f]"
)
"""Characters that show nothing: Unicode's Default_Ignorable_Code_Point, but for what joins others.

Mail and chats put some of them between others; none is part of a word. A variation selector (U+FE00 to
U+FE0F) says how the sign before it looks, and is unseen where there is none. U+E0000 to U+E007F are the tag
characters, which can hide a whole text (UTR 36, 3.5).
"""
QUOTED = r"[\r\n][\s>|]*"
"""A line's end, with what a mail puts before the lines that it answers."""


def without_unseen(text: str) -> str:
    """A text that a person gave, without what nobody sees in it; all else stays as it is."""
    return re.sub(UNSEEN, "", text)


def plain_text(text: str) -> str:
    """The text in one line: dashes and apostrophes as on a keyboard, single spaces, nothing unseen."""
    composed = unicodedata.normalize("NFC", text)
    plain = re.sub(DASHES, "-", without_unseen(composed)).replace("\u2019", "'")
    return " ".join(re.sub(QUOTED, " ", plain).split())
