"""The cell of a day on paper: number, code letter, hours, band, frame, and its notes as far as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from heartplanner.core.cells import Chip, Gone, Wording
from heartplanner.core.paper import PaperDay, Printed
from heartplanner.ui.paper import ink
from heartplanner.ui.paper.ink import Ink, Strength
from heartplanner.ui.paper.items import Box, Fill, Frame, Hatch, Item, Line, Words
from heartplanner.ui.paper.lettering import (
    Pen,
    Style,
    ascent,
    cap_height,
    height,
    largest,
    width,
    wrapped,
)

PAD = 3.8
TOP = 3.0
HOURS = (Style(13, bold=True), Style(12, bold=True), Style(11, bold=True), Style(11))
"""Of the hours of a lone block; of several the smallest ones."""
NOTES = (Style(10), Style(9), Style(8))
"""The largest in which all of a day's notes fit; else the smallest."""
CAPTIONS = (Style(9, bold=True), Style(8, bold=True), Style(7.5))
MARKER = Style(7.5, bold=True)
GONE = (Style(13, bold=True), Style(12, bold=True), Style(11, bold=True), Style(10, bold=True))
WAS = (Style(9), Style(8.5), Style(8))
BANDS = (Style(10, bold=True), Style(9.5, bold=True), Style(9, bold=True))
BAND = 19.0
STRIP = 3.0
WEEKEND_BAR = 5.0
DASHED = 1.2


class Sizes(NamedTuple):
    """The large type of a cell, by the height of its row."""

    number: Style
    letter: Style
    hours: Sequence[Style]

    @classmethod
    def of(cls, row: float) -> Sizes:
        if row < 70:
            return cls(Style(21, bold=True), Style(28, bold=True), HOURS[1:])
        if row < 90:
            return cls(Style(23, bold=True), Style(32, bold=True), HOURS)
        return cls(Style(25, bold=True), Style(38, bold=True), HOURS)


class Laid(NamedTuple):
    """A cell laid out, and those of its texts that have no room in it."""

    items: list[Item]
    left: list[str]


def lay_day(day: PaperDay, box: Box, marker: int, *, light: bool) -> Laid:
    """A day's cell; `marker`: the raised number that stands in it if some of its texts do not."""
    laying = _Cell(day, box, light=light)
    laying.lay(marker)
    return Laid([*laying.under, *laying.patches(), *laying.over, *laying.words], laying.left)


def main_chip(chips: Sequence[Chip]) -> int:
    """The block that the cell's ground and first letter tell of: the longest."""
    return max(range(len(chips)), key=lambda n: chips[n].end - chips[n].begin)


class _Cell:
    """One cell being laid out: what lies under its words, the words, and where there is still room."""

    def __init__(self, day: PaperDay, box: Box, *, light: bool) -> None:
        self.day, self.box = day, box
        self.strength = Strength(pale=day.outside, guess=day.cell.guess, light=light)
        self.sizes = Sizes.of(box.height)
        self.inner = box.inset(PAD, TOP)
        self.top = self.inner.y
        self.bottom = self.inner.bottom
        self.clear = self.box.y  # where the letters end
        self.aside = self.inner.width  # how much there is beside them
        self.under: list[Item] = []
        self.over: list[Item] = []
        self.words: list[Words] = []
        self.left: list[str] = []
        self.ink = self._ground()

    def lay(self, marker: int) -> None:
        """Everything in its place; notes last, since they take what room is left."""
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
            self._band()
        elif cell.break_band:
            self._strip()
        else:
            self.top = under_number
        room = Box(beside, self.inner.y, right - beside, height(self.sizes.number))
        unsaid = self._captions(room, marker)
        self._notes([*unsaid, *cell.notes])
        if self.left:
            self._marker(room, marker)

    def patches(self) -> list[Item]:
        """The plain ground under each of the words, so that no hatching runs through a letter."""
        hatched = any(isinstance(item, Hatch) for item in self.under)
        return [ink.patch(word, self.ink.ground) for word in self.words if hatched]

    def _pen(self, style: Style) -> Pen:
        return Pen(style, self.ink.text)

    def _ground(self) -> Ink:
        """Fill the cell; the weekend's bar lies on it."""
        chips = self.day.cell.chips
        if not chips:
            found = ink.plain_ink(self.strength)
        else:
            tone = chips[main_chip(chips)].tone
            self.under += ink.ground(self.box, tone, self.strength)
            self.over.append(ink.edge(self.box, tone, self.strength))
            found = ink.tone_ink(tone, self.strength)
        if self.day.cell.worked_weekend:
            bar = Box(self.box.x, self.box.y, self.box.width, WEEKEND_BAR)
            self.over.append(Fill(bar, ink.GREY if self.day.outside else ink.BLACK))
        return found

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
        text = "".join(letters) if len(letters) < 3 else f"{main}+"
        pen = self._pen(self.sizes.letter if len(text) == 1 else Style(28, bold=True))
        word = pen.ending(text, self.inner.right, self.box.y + 1, self.box)
        self.words.append(word)
        self.clear, self.aside = word.box.bottom, word.box.x - 2 - self.inner.x
        return word.box.x - 2

    def _hours(self) -> None:
        """The blocks' hours, at the foot; those without room go to the notes of the sheet."""
        blocks = self.day.blocks
        alone = len(blocks) == 1
        styles = self.sizes.hours if alone else HOURS[2:]
        lines = []
        for block in blocks:
            wording = (
                block.hours if alone else tuple(f"{block.letter} {text}" for text in block.hours)
            )
            found = largest(wording, styles, self.inner.width)
            if found is None:
                self.left.append(said(block))
            else:
                lines.append((block, found))
        while lines and sum(height(style) for _, (_, style) in lines) > self.bottom - self.top:
            self.left.insert(0, said(lines.pop()[0]))
        for _, (text, style) in reversed(lines):
            self.bottom -= height(style)
            self.words.append(self._pen(style).at(text, self.inner.x, self.bottom, self.box))

    def _gone(self, gone: Gone) -> None:
        """What is not worked after all, in a dashed frame at the foot."""
        frame = self.box.inset(PAD, 0)
        room = frame.inset(4, 0)
        lines = []
        for wording, styles in ((gone.title, GONE), (gone.detail, WAS)):
            found = largest(wording, styles, room.width)
            if found is None:
                self.left.append(wording[0])
            else:
                lines.append(found)
        tall = sum(height(style) for _, style in lines) + 3
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

    def _band(self) -> None:
        """The day's piece of the break's band, open where it goes on."""
        place = self.day.cell.break_band
        assert place is not None
        colours = ink.rest_ink(self.strength)
        x = self.box.x + (PAD - 1 if place.begins else 0)
        right = self.box.right - (PAD - 1 if place.ends else 0)
        band = Box(x, self.top, right - x, BAND)
        if colours.ground != ink.WHITE:
            self.under.append(Fill(band, colours.ground))
        edges = [((x, y), (right, y)) for y in (band.y, band.bottom)]
        edges += [((x, band.y), (x, band.bottom))] if place.begins else []
        edges += [((right, band.y), (right, band.bottom))] if place.ends else []
        self.under += [Line(start, end, 1.6, colours.edge) for start, end in edges]
        self._line_in(band, self.day.band, BANDS)
        self.top = band.bottom + 1

    def _line_in(self, band: Box, wording: Wording, styles: Sequence[Style]) -> None:
        room = band.inset(PAD - 0.5, 0)
        found = largest(wording, styles, room.width)
        if found is None:
            self.left.append(wording[0])
            return
        text, style = found
        y = band.y + (band.height - height(style)) / 2
        self.words.append(self._pen(style).at(text, room.x, y, self.box))

    def _strip(self) -> None:
        """The break going on above what was worked, or was to be, in it."""
        top = self.top
        strip = Box(self.box.x, top, self.box.width, STRIP)
        self.under.append(Fill(strip, ink.rest_ink(self.strength).edge))
        self.top += STRIP + 0.5

    def _captions(self, room: Box, marker: int) -> list[str]:
        """What stands beside the number; what has no room there, to be said among the notes."""
        x, unsaid = room.x + self._marker_width(marker), []
        for wording in self.day.caption:
            found = largest(wording, CAPTIONS, room.right - x)
            if found is None:
                unsaid.append(wording[0])
                continue
            text, style = found
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
        style = next((each for each in NOTES if self._fit(notes, each)), NOTES[-1])
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

    def _fit(self, notes: Sequence[str], style: Style) -> bool:
        top = self.top
        for note in notes:
            top += len(self._lines(note, style, top)) * height(style)
        return top <= self.bottom

    def _lines(self, note: str, style: Style, top: float) -> list[str]:
        """A note's lines from a height on; those beside the letters are short, or empty."""
        beside = max(0, ceil((self.clear - top) / height(style)))
        room = self.inner.width
        if beside and any(width(word, style) > self.aside for word in note.split()):
            return [*[""] * beside, *wrapped(note, style, room)]
        return wrapped(note, style, room, [self.aside] * beside)


def _above_capitals(style: Style) -> float:
    return ascent(style) - cap_height(style)


def said(block: Printed) -> str:
    """A block in a note: T 10a-noon."""
    return f"{block.letter} {block.hours[0]}"
