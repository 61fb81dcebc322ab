"""Buttons that type the letters of a rotation into its board."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from heartplanner.core.cells.rotation_board import LETTERS
from heartplanner.ui.cycle.board_table import BoardTable
from heartplanner.ui.widgets.flow_layout import flow


def letter_buttons(board: BoardTable) -> QWidget:
    """A button for each letter; a click types it on the chosen day and leaves the focus where it was."""
    return flow([_button(board, letter, words) for letter, words in LETTERS.items()])


def _button(board: BoardTable, letter: str, words: str) -> QPushButton:
    button = QPushButton(f"{letter}  {words.capitalize()}")
    button.setAccessibleName(f"{words.capitalize()} on the chosen day")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(partial(_type, board, letter))
    return button


def _type(board: BoardTable, letter: str, _checked: bool = False) -> None:
    board.type_letter(letter)
