"""The one drawing of what stands on a day beside its work: icons of its kinds, and words where they fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from heartplanner.core.cells.cells import Cell, Wording
from heartplanner.core.cells.day_marks import CellNote, NoteKind
from heartplanner.core.schedule.holidays import wording as holiday_wording
from heartplanner.core.words.english import screen_dashes
from heartplanner.style.fonts import SMALL, font
from heartplanner.style.theme import Theme
from heartplanner.ui.day_icons import BLOCK_ICONS, DaySign, draw_sign, sign_of
from heartplanner.ui.widgets.text_fit import CENTRE, WRAPPED, draw_lines, fitted, height_of

NOTE_HEIGHT = 17
SIGN = 12
INDENT = 16
"""An icon, and what keeps it from what stands beside it."""
BADGE = (24, 16)
BADGE_RADIUS = 6

OF_BLOCKS = (NoteKind.HOURS, NoteKind.SWAP)

Notes = tuple[CellNote, ...]


def note_wording(note: CellNote) -> Wording:
    """A note said ever shorter: a holiday by its short names, any other without what follows a comma.

    Of a reminder its title says more than how many days are left, which its day in the panel says too.
    """
    if note.kind is NoteKind.HOLIDAY:
        return holiday_wording(note.text)
    if note.kind is NoteKind.REMINDER:
        return (note.text, note.text.rpartition(": ")[0] or note.text)
    return (note.text, note.text.partition(",")[0])


def notes_height(notes: Notes, width: int) -> int:
    """What all the notes take in full, in a width."""
    return height_of(tuple(note.text for note in notes), SMALL, width - INDENT)


def paint_notes(painter: QPainter, room: QRect, notes: Notes, theme: Theme) -> Notes:
    """Draw each on as many lines as it takes, as far as there is room; those that have none."""
    for index, note in enumerate(notes):
        rest = notes[index:]
        if room.height() < NOTE_HEIGHT - 2:
            return rest
        kept = NOTE_HEIGHT if len(rest) > 1 else 0
        height = _note(painter, room, note, theme, max(room.height() - kept, NOTE_HEIGHT))
        if not height:
            return rest
        room = room.adjusted(0, height + 1, 0, 0)
    return ()


def _note(painter: QPainter, room: QRect, note: CellNote, theme: Theme, most: int) -> int:
    """Draw a note in at most so much height; how much it took, 0 where its words have no room."""
    # The block that a swap or other hours made bears their icon itself.
    sign = None if note.kind in OF_BLOCKS else sign_of(note)
    indents = (INDENT, 0) if sign else (0,)
    if note.badge:
        # Without its letter an event would be taken for one of whichever calendar has its letter near.
        indents = (INDENT,)
    painter.setFont(font(SMALL))
    painter.setPen(theme.text)
    # Words that fit only without the icon say more than the icon.
    for indent in indents:
        words = QRect(room.x() + indent, room.y(), room.width() - indent, most)
        for text in map(screen_dashes, note_wording(note)):
            box = painter.boundingRect(words, WRAPPED, text)
            if box.height() <= most and box.width() <= words.width():
                painter.drawText(words, WRAPPED, text)
                if sign and indent:
                    _sign_before(painter, room, sign, theme)
                return box.height()
    # A holiday has an icon to be told by; of a person's own words the first say most.
    if note.kind is NoteKind.HOLIDAY:
        return 0
    indent = indents[-1]
    draw_lines(
        painter, QRect(room.x() + indent, room.y(), room.width() - indent, most), note.text, SMALL
    )
    if sign and indent:
        _sign_before(painter, room, sign, theme)
    return most


def _sign_before(painter: QPainter, room: QRect, sign: DaySign, theme: Theme) -> None:
    """A sign at the left of a note's first line."""
    draw_sign(painter, QRect(room.x(), room.y() + 1, SIGN, SIGN), sign, theme)


def signs(cell: Cell, hidden: Notes, *, narrow: bool) -> tuple[DaySign, ...]:
    """What a cell tells by icons alone: notes without room, and marks that narrow blocks have none for."""
    marked = [chip.mark for chip in cell.chips if chip.mark]
    marks = (BLOCK_ICONS[mark] for mark in marked if narrow)
    # A block that bears its sign itself has said it: the same sign beside the number says nothing more.
    others = (note for note in hidden if narrow or not marked or note.kind not in OF_BLOCKS)
    return tuple(dict.fromkeys([*marks, *_signs_of(others)]))


def _signs_of(notes: Iterable[CellNote]) -> Iterator[DaySign]:
    for note in notes:
        if sign := sign_of(note):
            yield sign


def paint_beside_number(
    painter: QPainter, beside: QRect, cell: Cell, hidden: Notes, theme: Theme, *, narrow: bool
) -> tuple[QRect, Wording]:
    """What has no room below stands beside the number: the first note in words, if all of them fit there.

    The rest are icons at the right. Returns what is left of the row, and the words to be drawn in it.
    """
    first = hidden[:1]
    others = signs(cell, hidden[1:], narrow=narrow)
    # A block that is not confirmed has its question mark: then the name of a holiday says more.
    if first and (not cell.caption[0] or (cell.chips and cell.guess and cell.number != "1")):
        own = tuple(_signs_of(first))
        room = beside.width() - INDENT * len(others)
        wording = note_wording(first[0])
        with_sign = _whole(wording, room - INDENT * len(own))
        # Words that fit only without the sign say more than the sign, but not than a calendar's letter.
        if text := with_sign or (not first[0].badge and _whole(wording, room)):
            left = _signs(painter, beside, others, theme)
            for sign in own if with_sign else ():
                square = QRect(0, 0, SIGN, SIGN)
                square.moveCenter(QPoint(left.x() + SIGN // 2, left.center().y()))
                draw_sign(painter, square, sign, theme)
                left = left.adjusted(INDENT, 0, 0, 0)
            return left, (text,)
    shown = signs(cell, hidden, narrow=narrow)
    return _signs(painter, beside, shown, theme), cell.caption


def _whole(wording: Wording, width: int) -> str:
    """The longest of the words that fit without being cut; "" where none does."""
    text, _ = fitted(wording, SMALL, False, width)
    return text if text in map(screen_dashes, wording) else ""


def _signs(painter: QPainter, beside: QRect, icons: tuple[DaySign, ...], theme: Theme) -> QRect:
    """Icons at the right, or how many they are where they have no room; what is left of the row."""
    if len(icons) * INDENT - (INDENT - SIGN) > beside.width():
        return _count(painter, beside, len(icons), theme)
    for icon in reversed(icons):
        square = QRect(0, 0, SIGN, SIGN)
        square.moveCenter(QPoint(beside.right() - SIGN // 2, beside.center().y()))
        draw_sign(painter, square, icon, theme)
        beside = beside.adjusted(0, 0, -INDENT, 0)
    return beside


def _count(painter: QPainter, beside: QRect, count: int, theme: Theme) -> QRect:
    badge = QRect(beside.right() - BADGE[0] + 1, 0, *BADGE)
    badge.moveCenter(QPoint(badge.center().x(), beside.center().y()))
    painter.setPen(QPen(theme.field, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(badge, BADGE_RADIUS, BADGE_RADIUS)
    painter.setPen(theme.text)
    painter.setFont(font(SMALL, bold=True))
    painter.drawText(badge, CENTRE, f"+{count}")
    return beside.adjusted(0, 0, -BADGE[0] - 3, 0)
