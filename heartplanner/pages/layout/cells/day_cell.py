"""The cell of a day on paper: number, code letter, hours, band, frame, and its notes as far as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from heartplanner.core.cells.cells import BreakBand, Chip, Gone
from heartplanner.core.sheets.month import PaperDay
from heartplanner.core.sheets.paper_block import PaperBlock
from heartplanner.pages import print_colors
from heartplanner.pages.layout.cells import break_band
from heartplanner.pages.layout.cells.cell_fonts import (
    BANDS,
    CAPTIONS,
    GONE,
    HOURS,
    MARKER,
    NOTES,
    PAD,
    TOP,
    WAS,
    Sizes,
)
from heartplanner.pages.page import Box, Fill, Frame, Hatch, PageItem, TextItem
from heartplanner.pages.print_colors import CellColors, PrintLook
from heartplanner.pages.text_fit import (
    Pen,
    TextStyle,
    ascent,
    cap_height,
    height,
    largest,
    width,
    wrapped,
)

WEEKEND_BAR = 5.0
DASHED = 1.2


class Laid(NamedTuple):
    """A cell laid out, and those of its texts that have no room in it."""

    items: list[PageItem]
    left: list[str]


def lay_day(
    day: PaperDay, box: Box, marker: int, *, light: bool, floor: float | None = None
) -> Laid:
    """A day's cell; `marker`: the raised number that stands in it if some of its texts do not.

    `floor`: where its notes end, for there are bars of events below them.
    """
    laying = _Cell(day, box, light=light)
    laying.lay(marker, floor)
    return Laid([*laying.under, *laying.patches(), *laying.over, *laying.words], laying.left)


def note_room(day: PaperDay, box: Box) -> tuple[float, float]:
    """The heights between which a day's cell has nothing but notes, over its whole width."""
    laying = _Cell(day._replace(cell=day.cell._replace(notes=())), box, light=True)
    laying.lay(0, None)
    return max(laying.top, laying.clear, box.y + height(laying.sizes.number)), laying.bottom


def main_chip(chips: Sequence[Chip]) -> int:
    """The block that the cell's ground and first letter tell of: the longest."""
    return max(range(len(chips)), key=lambda n: chips[n].end - chips[n].begin)


class _Cell:
    """One cell being laid out: what lies under its words, the words, and where there is still room."""

    def __init__(self, day: PaperDay, box: Box, *, light: bool) -> None:
        self.day, self.box = day, box
        self.strength = PrintLook(pale=day.outside, guess=day.cell.guess, light=light)
        self.sizes = Sizes.of(box.height)
        self.inner = box.inset(PAD, TOP)
        self.top = self.inner.y
        self.bottom = self.inner.bottom
        self.clear = self.box.y  # where the letters end
        self.aside = self.inner.width  # how much there is beside them
        self.under: list[PageItem] = []
        self.over: list[PageItem] = []
        self.words: list[TextItem] = []
        self.left: list[str] = []
        # Last, since it needs the lists that it lays the ground into.
        self.ink = self._ground()

    def lay(self, marker: int, floor: float | None) -> None:
        """Everything in its place; notes last, since they take what room is left."""
        # From the top corners inward, then from the foot up: notes get what is left between.
        right = self._letters()
        self.top += height(self.sizes.number)
        beside = self._number()
        cell, under_number = self.day.cell, self.top
        self.top = max(self.top, self.clear)
        if cell.chips:
            self._hours()
        elif cell.gone:
            self._gone(cell.gone)
        if cell.break_band and not cell.chips and not cell.gone:
            self._band(cell.break_band)
        elif cell.break_band:
            self.under.append(break_band.strip(self.box, self.top, self.strength))
            self.top += break_band.STRIP + 0.5
        else:
            self.top = under_number
        room = Box(beside, self.inner.y, right - beside, height(self.sizes.number))
        unsaid = self._captions(room, marker)
        self.bottom = min(self.bottom, self.bottom if floor is None else floor)
        self._notes([*unsaid, *(note.text for note in cell.notes)])
        if self.left:
            self._marker(room, marker)

    def patches(self) -> list[PageItem]:
        """The plain ground under each of the words, so that no hatching runs through a letter."""
        # Only where there is hatching: on plain ground a patch would not be seen.
        hatched = any(isinstance(item, Hatch) for item in self.under)
        return [print_colors.patch(word, self.ink.ground) for word in self.words if hatched]

    def _pen(self, style: TextStyle) -> Pen:
        return Pen(style, self.ink.text)

    def _ground(self) -> CellColors:
        """Fill the cell; the weekend's bar lies on it."""
        chips = self.day.cell.chips
        if not chips:
            colors = print_colors.plain_colors(self.strength)
        else:
            tone = chips[main_chip(chips)].tone
            self.under += print_colors.ground(self.box, tone, self.strength)
            self.over.append(print_colors.edge(self.box, tone, self.strength))
            colors = print_colors.tone_colors(tone, self.strength)
        if self.day.cell.worked_weekend and chips:
            bar = Box(self.box.x, self.box.y, self.box.width, WEEKEND_BAR)
            self.over.append(
                Fill(bar, print_colors.GRAY if self.day.outside else print_colors.BLACK)
            )
        return colors

    def _number(self) -> float:
        """The day's number; where the room beside it begins."""
        word = self._pen(self.sizes.number).at(
            self.day.cell.number, self.inner.x, self.top - height(self.sizes.number), self.box
        )
        self.words.append(word)
        return word.box.right + 2

    def _letters(self) -> float:
        """The code letters, at the right; where they begin. Of more than two only the main one's."""
        blocks = self.day.blocks
        if not blocks:
            return self.inner.right
        main = blocks[main_chip(self.day.cell.chips)].letter
        letters = [main, *(block.letter for block in blocks if block.letter != main)]
        # Three letters would run into the number, so + says that there are more.
        text = "".join(letters) if len(letters) < 3 else f"{main}+"
        pen = self._pen(self.sizes.letter if len(text) == 1 else TextStyle(28, bold=True))
        word = pen.ending(text, self.inner.right, self.box.y + 1, self.box)
        self.words.append(word)
        self.clear, self.aside = word.box.bottom, word.box.x - 2 - self.inner.x
        return word.box.x - 2

    def _hours(self) -> None:
        """The blocks' hours, at the foot; those without room go to the notes of the sheet."""
        blocks = self.day.blocks
        alone = len(blocks) == 1
        # Several blocks share the foot of the cell, so they are set small from the first.
        styles = self.sizes.hours if alone else HOURS[2:]
        lines = []
        for block in blocks:
            wording = (
                block.hours if alone else tuple(f"{block.letter} {text}" for text in block.hours)
            )
            fitting = largest(wording, styles, self.inner.width)
            if fitting is None:
                self.left.append(said(block))
            else:
                lines.append((block, fitting))
        while lines and sum(height(style) for _, (_, style) in lines) > self.bottom - self.top:
            # The day's last block is left out first: one looks for when work begins.
            self.left.insert(0, said(lines.pop()[0]))
        # From the bottom up, so that what is above the hours is one room for notes.
        for _, (text, style) in reversed(lines):
            self.bottom -= height(style)
            self.words.append(self._pen(style).at(text, self.inner.x, self.bottom, self.box))

    def _gone(self, gone: Gone) -> None:
        """What is not worked after all, in a dashed frame at the foot."""
        frame = self.box.inset(PAD, 0)
        room = frame.inset(4, 0)
        lines = []
        for wording, styles in ((gone.title, GONE), (gone.detail, WAS)):
            fitting = largest(wording, styles, room.width)
            if fitting is None:
                self.left.append(wording[0])
            else:
                lines.append(fitting)
        tall = sum(height(style) for _, style in lines) + 3
        # At the foot, where hours would stand: number and notes are where they are on any other day.
        top = self.inner.bottom - tall
        self.under.append(
            Frame(
                Box(frame.x, top, frame.width, tall), DASHED, self.ink.text, dashed=True, radius=4
            )
        )
        down = top + 1.5
        for text, style in lines:
            self.words.append(self._pen(style).at(text, room.x, down, self.box))
            down += height(style)
        self.bottom = top - 1

    def _band(self, place: BreakBand) -> None:
        """The day's piece of the break's band, with its count."""
        piece = break_band.piece(self.box, self.top, place)
        self.under += break_band.band(piece, place, self.strength)
        room = piece.inset(PAD - 0.5, 0)
        fitting = largest(self.day.band, BANDS, room.width)
        if fitting is None:
            self.left.append(self.day.band[0])
        else:
            text, style = fitting
            y = piece.y + (piece.height - height(style)) / 2
            self.words.append(self._pen(style).at(text, room.x, y, self.box))
        self.top = piece.bottom + 1

    def _captions(self, room: Box, marker: int) -> list[str]:
        """What stands beside the number; what has no room there, to be said among the notes."""
        # Room for the marker is kept in any case: only once the notes are laid is it known whether it
        # comes.
        x, unsaid = room.x + self._marker_width(marker), []
        for wording in self.day.caption:
            fitting = largest(wording, CAPTIONS, room.right - x)
            if fitting is None:
                unsaid.append(wording[0])
                continue
            text, style = fitting
            y = room.y + ascent(self.sizes.number) - ascent(style)
            word = self._pen(style).at(text, x, y, self.box)
            self.words.append(word)
            x = word.box.right + 3
        return unsaid

    def _marker_width(self, marker: int) -> float:
        return self._pen(MARKER).at(str(marker), 0, 0, self.box).box.width + 2

    def _marker(self, room: Box, marker: int) -> None:
        down = room.y + _above_capitals(self.sizes.number) - _above_capitals(MARKER)
        self.words.append(self._pen(MARKER).at(str(marker), room.x, down, self.box))

    def _notes(self, notes: Sequence[str]) -> None:
        """Each note whole, on as many lines as it takes; what has no room is left."""
        style = next((size for size in NOTES if self._fit(notes, size)), NOTES[-1])
        for note in notes:
            lines = self._lines(note, style, self.top)
            if self.top + len(lines) * height(style) > self.bottom:
                self.left.append(note)
                continue
            pen = self._pen(style)
            for number, line in enumerate(lines):
                down = self.top + number * height(style)
                self.words += [pen.at(line, self.inner.x, down, self.box)] if line else []
            self.top += len(lines) * height(style)

    def _fit(self, notes: Sequence[str], style: TextStyle) -> bool:
        top = self.top
        for note in notes:
            top += len(self._lines(note, style, top)) * height(style)
        return top <= self.bottom

    def _lines(self, note: str, style: TextStyle, top: float) -> list[str]:
        """A note's lines from a height on; those beside the letters are short, or empty."""
        # So many lines have the code letters at their right.
        beside = max(0, ceil((self.clear - top) / height(style)))
        room = self.inner.width
        # Where a word is wider than the room there, the note begins under the letters: no word is broken.
        if beside and any(width(word, style) > self.aside for word in note.split()):
            return [*[""] * beside, *wrapped(note, style, room)]
        return wrapped(note, style, room, [self.aside] * beside)


def _above_capitals(style: TextStyle) -> float:
    return ascent(style) - cap_height(style)


def said(block: PaperBlock) -> str:
    """A block in a note: T 10a-noon."""
    return f"{block.letter} {block.hours[0]}"
