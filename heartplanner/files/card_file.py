"""The text of a file in which a rotation card may stand."""

from __future__ import annotations

import codecs
from pathlib import Path

from heartplanner.files import disk
from heartplanner.files.disk import FileError

LIMIT = 1_000_000
"""Bytes: more than any mail with a card in it has."""
MARKED = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_card_file(path: Path) -> str:
    """The text of a file. Raises FileError, one line that names the file."""
    return card_text_in(disk.read(path, LIMIT), str(path))


def card_text_in(data: bytes, name: str) -> str:
    """The text of some bytes; `name` says where they are from. Raises FileError."""
    if len(data) > LIMIT:
        raise FileError(f"{name}: it is too large to be a rotation card")
    encoding = MARKED.get(data[:2], "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        # All of a card but its name is plain ASCII, and any bytes are some text in this one.
        return data.decode("latin-1")
