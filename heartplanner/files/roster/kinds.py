"""What kind of file a roster is, by its content; the name's ending is not asked."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum, auto

MOST_LINES = 100_000
LONGEST_LINE = 64_000
KIND_SHOWS = 20_000
"""Within so many bytes or characters a file shows what it is."""
MOST_UNPACKED = 100_000_000
"""Bytes that a workbook may have once it is unpacked."""
PHOTOS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
OTHER_PHOTOS = re.compile(
    rb"....ftyp(hei[cxm]|hev[cx]|mif1|avif)|RIFF....WEBP|BM.{4}\x00{4}", re.DOTALL
)
"""A text may begin with "BM" too."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PHOTO = "a photo is not read: type its days, one on a line, such as 8/2 9a-9p"
DAMAGED = "the workbook is damaged, or it is locked with a password"
NOT_READ = "this kind of file is not read: save it as CSV or as a workbook, or copy its text and paste that"
CALENDAR = re.compile(r"^[^\S\n]*BEGIN:V?CALENDAR\b", re.IGNORECASE | re.MULTILINE)
PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|h[1-6]|p|span|style|title|ul|ol|font|center|section)\b",
    re.I | re.S,
)


class RefusedError(ValueError):
    """Why a file is not read, in words for the user."""


class RosterFileKind(Enum):
    """What a roster is written in."""

    TEXT = auto()
    CALENDAR = auto()
    WORKBOOK = auto()
    PAGE = auto()
    PDF = auto()


def kind_of(data: bytes) -> RosterFileKind:
    """The kind of a file. Raises RefusedError for one that is not read."""
    if data.startswith(PHOTOS) or OTHER_PHOTOS.match(data[:16]):
        raise RefusedError(PHOTO)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return RosterFileKind.PDF
    if data.startswith(OLD_OFFICE):
        return RosterFileKind.WORKBOOK
    if data.startswith(b"PK"):
        _check_workbook(data)
        return RosterFileKind.WORKBOOK
    text = decoded(data[:KIND_SHOWS])
    if "\x00" in text:
        raise RefusedError(NOT_READ)
    if CALENDAR.search(text):
        return RosterFileKind.CALENDAR
    return RosterFileKind.PAGE if PAGE.match(text) else RosterFileKind.TEXT


def _check_workbook(data: bytes) -> None:
    """Look at a zip archive's list before it is unpacked. Raises RefusedError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise RefusedError("the file is damaged") from None
    names = {part.filename for part in parts}
    if (
        not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
        or "word/document.xml" in names
    ):
        raise RefusedError(NOT_READ)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise RefusedError("it is larger than any roster once it is unpacked")


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 by its mark, else Windows' Western letters."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4 and "end of data" in error.reason:
            return data[: error.start].decode("utf-8-sig")
        return data.decode("cp1252", errors="replace")
