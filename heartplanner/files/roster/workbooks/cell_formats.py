"""What the formats of an XLSX workbook do to a text: struck out, made unseen, or given other words.

ECMA-376, part 1: fonts 18.8.22, number formats 18.8.30 and 18.8.31, conditional formats 18.3.1.10 and
18.8.14, what a sheet prints on each page 18.3.1.46.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from heartplanner.core.roster.language.doubts import SPOKEN

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFF = ("0", "false")
STRUCK, MARKED = "struck out", "marked otherwise"
LITERAL = re.compile(r'"([^"]*)"')
UNITS = {"h", "hr", "hrs", "hour", "hours", "min", "am", "pm", "of", "and", "st", "nd", "rd", "th"}
"""Words in a number format that only say what its numbers are."""
CODE = re.compile(r'&(?:"[^"]*"|\d+|[A-Za-z])')
PAGE = {"page", "of", "file", "sheet"}
RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
Block = tuple[range, range]
"""The columns and the rows of a range, from 0."""


def style_marks(styles: Element) -> dict[str, str]:
    """What a cell format does to a text, by the number of the format; none that does nothing."""
    fonts, fills, formats = (_parts(styles, name) for name in ("fonts", "fills", "cellXfs"))
    codes = {
        each.get("numFmtId"): each.get("formatCode", "") for each in styles.iter(f"{MAIN}numFmt")
    }
    marks: dict[str, str] = {}
    for n, style in enumerate(formats):
        font, fill = (
            _nth(parts, style.get(name)) for parts, name in ((fonts, "fontId"), (fills, "fillId"))
        )
        unseen = font is not None and _is_white(font.find(f"{MAIN}color")) and not _is_filled(fill)
        if font is not None and strikes(font):
            marks[str(n)] = STRUCK
        elif unseen or _rewords(codes.get(style.get("numFmtId"), "")):
            marks[str(n)] = MARKED
    return marks


def conditional_formats(styles: Element) -> frozenset[str]:
    """The numbers of the formats for conditions that take a text away."""
    every = enumerate(_parts(styles, "dxfs"))
    return frozenset(str(n) for n, each in every if _takes_away(each))


def conditional_ranges(sheet: bytes, formats: frozenset[str]) -> list[Block]:
    """The cells of a sheet that such a format may be on."""
    if not formats or b"conditionalFormatting" not in sheet:
        return []
    blocks: list[Block] = []
    for _, element in ElementTree.iterparse(io.BytesIO(sheet)):  # nosec B314
        if element.tag == f"{MAIN}conditionalFormatting" and any(
            rule.get("dxfId") in formats for rule in element
        ):
            blocks += map(block_of, RANGE.findall(element.get("sqref", "")))
    return blocks


def printed_texts(sheet: bytes) -> Iterator[str]:
    """What a sheet prints above and below each page, but for the numbers of pages."""
    found = re.search(rb"<headerFooter.*?</headerFooter>", sheet, re.DOTALL)
    for element in ElementTree.fromstring(found[0]) if found else ():  # nosec B314
        for text in CODE.sub("\n", element.text or "").split("\n"):
            words = {word.lower() for word in SPOKEN.findall(text)}
            if words - PAGE:
                yield " ".join(text.split())


def strikes(font: Element) -> bool:
    """Whether a font strikes its text out."""
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val") not in OFF


def column_number(letters: str) -> int:
    """The column of its letters, from 0: A, Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def block_of(found: tuple[str, str, str, str]) -> Block:
    """The columns and the rows of a range, from the letters and numbers of its corners."""
    left, top, right, bottom = found
    columns = range(column_number(left), column_number(right or left) + 1)
    return columns, range(int(top) - 1, int(bottom or top))


def _takes_away(format_: Element) -> bool:
    font, code = format_.find(f"{MAIN}font"), format_.find(f"{MAIN}numFmt")
    white = font is not None and _is_white(font.find(f"{MAIN}color"))
    filled = format_.find(f"{MAIN}fill") is not None
    struck = font is not None and strikes(font)
    return (
        struck
        or (white and not filled)
        or (code is not None and _rewords(code.get("formatCode", "")))
    )


def _parts(styles: Element, name: str) -> list[Element]:
    found = styles.find(f"{MAIN}{name}")
    return [] if found is None else list(found)


def _nth(parts: list[Element], number: str | None) -> Element | None:
    return parts[int(number)] if number and number.isdigit() and int(number) < len(parts) else None


def _is_white(color: Element | None) -> bool:
    return color is not None and (
        color.get("rgb", "")[-6:].upper() == "FFFFFF" or color.get("theme") == "0"
    )


def _is_filled(fill: Element | None) -> bool:
    """Whether a cell has a color of its own, on which white is seen."""
    pattern = fill.find(f"{MAIN}patternFill") if fill is not None else None
    gradient = fill is not None and fill.find(f"{MAIN}gradientFill") is not None
    kind = pattern.get("patternType", "none") if pattern is not None else "none"
    color = pattern.find(f"{MAIN}fgColor") if pattern is not None else None
    return gradient or (kind != "none" and not _is_white(color))


def _rewords(code: str) -> bool:
    """Whether a number format shows nothing, or words of its own."""
    words = {word.lower() for text in LITERAL.findall(code) for word in SPOKEN.findall(text)}
    return (";" in code and not code.strip("; ")) or bool(words - UNITS)
