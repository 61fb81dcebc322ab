"""The style sheet: the looks of buttons, cards and fields; everything else is Fusion's."""

from __future__ import annotations

from collections.abc import Callable

from heartplanner.files.folders import resource
from heartplanner.style.fonts import BIG, BODY, CARD, HEADING, SMALL, TITLE
from heartplanner.style.theme import Theme

CONTROL, BLOCK = 6, 10
"""Radii of the corners of controls and of cards."""
Px = Callable[[int], str]


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """The looks in a theme's colors, with text enlarged by `scale`."""

    # What holds text grows with it; edges, corners and gaps stay as fine as they are.
    def px(size: int) -> str:
        return f"{round(size * scale)}px"

    parts = (
        _buttons, _special_buttons, _segments, _fields, _lists_and_arrows, _choices,
        _calendar, _cards, _tables,
    )  # fmt: skip
    text = f"QWidget {{ font-size: {px(BODY)}; }}"
    return "\n".join([text, *(part(theme, px) for part in parts)])


def _buttons(theme: Theme, px: Px) -> str:
    """The focus ring is no part of a button: `focus_ring.py` draws it around one, with a gap."""
    page, text, muted = theme.page.name(), theme.text.name(), theme.muted.name()
    sunken, track = theme.sunken.name(), theme.track.name()
    edge, grid, field = theme.edge.name(), theme.grid.name(), theme.field.name()
    return f"""
    QPushButton, QToolButton {{
        background: {page}; color: {text}; border: 1px solid {edge}; border-radius: {CONTROL}px;
        padding: 5px 12px; min-height: {px(20)}; outline: none;
    }}
    QToolButton {{ padding: 5px 8px; qproperty-iconSize: {px(16)} {px(16)}; }}
    QPushButton:hover, QToolButton:hover {{ background: {sunken}; }}
    QPushButton:pressed, QToolButton:pressed {{
        background: {track}; border: 1px solid {field}; border-top: 2px solid {field};
        padding-top: 4px;
    }}
    QPushButton:disabled, QToolButton:disabled {{
        background: {sunken}; color: {muted}; border: 1px solid {grid};
    }}
    QPushButton:checked, QToolButton:checked {{
        background: {text}; color: {page}; border: 1px solid {text};
    }}
    QToolButton#within {{
        background: transparent; border: none; border-radius: 3px; padding: 0; min-height: 0;
    }}
    QToolButton#within:hover {{ background: {sunken}; }}
    QToolButton#slim {{ padding: 5px 4px; }}
    QToolButton#menu {{ padding-right: {px(24)}; }}
    QToolButton::menu-indicator {{ subcontrol-position: right center; right: {px(8)}; }}"""


def _special_buttons(theme: Theme, px: Px) -> str:
    """The one primary button, and those of header and panel."""
    sunken, muted, grid = theme.sunken.name(), theme.muted.name(), theme.grid.name()
    accent, on_accent = theme.accent.name(), theme.on_accent.name()
    pressed = theme.accent_pressed.name()
    return f"""
    QPushButton#primary {{
        background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: 600;
    }}
    QPushButton#primary:hover {{ background: {pressed}; border-color: {pressed}; }}
    QPushButton#primary:pressed {{
        background: {pressed}; border: 1px solid {pressed}; border-top: 2px solid {accent};
    }}
    QPushButton#primary:disabled {{
        background: {sunken}; color: {muted}; border: 1px solid {grid};
    }}
    QPushButton#title {{
        font-size: {px(TITLE)}; font-weight: 600; border: 1px solid transparent;
        background: transparent; padding: 0 6px; min-height: {px(34)}; text-align: left;
    }}
    QPushButton#title[brief="true"] {{ font-size: {px(HEADING)}; }}
    QPushButton#title:hover {{ background: {sunken}; }}
    QPushButton#plain {{ font-weight: 600; }}
    QPushButton#day {{ padding-left: 4px; padding-right: 4px; }}
    QPushButton#quiet {{
        background: transparent; border: 1px solid transparent; padding: 0 4px; min-height: {px(16)};
    }}
    QPushButton#quiet:hover {{ background: {sunken}; }}
    QPushButton#day::menu-indicator {{ image: none; width: 0; }}
    QPushButton#status {{ text-align: left; border: 1px solid {grid}; border-radius: {BLOCK}px;
        padding-left: 16px; }}"""


def _segments(theme: Theme, px: Px) -> str:
    """The header, and in it the views: radio buttons that look like one row of tabs."""
    page, text, muted = theme.page.name(), theme.text.name(), theme.muted.name()
    sunken, edge, grid = theme.sunken.name(), theme.edge.name(), theme.grid.name()
    return f"""
    QMenuBar {{ background: {page}; color: {text}; padding: 2px 10px; }}
    QMenuBar::item {{ padding: 3px 7px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {theme.track.name()}; }}
    QWidget#header {{ background: {page}; border-bottom: 1px solid {grid}; }}
    QWidget#header QToolButton, QWidget#header QPushButton#primary,
    QWidget#header QPushButton#plain {{ min-height: {px(24)}; }}
    QWidget#header QToolButton#menu {{ padding-left: 12px; }}
    QFrame#segments {{ background: {sunken}; border-radius: 8px; }}
    QFrame#segments QRadioButton {{
        color: {muted}; border: 1px solid transparent; border-radius: {CONTROL}px;
        padding: 0 0 0 13px; min-height: {px(32)}; spacing: 0; outline: none;
    }}
    QFrame#segments QRadioButton:hover {{ color: {text}; }}
    QFrame#segments QRadioButton:checked {{
        background: {page}; color: {text}; border-color: {edge};
    }}
    QFrame#segments QRadioButton::indicator {{ width: 0; height: 0; border: none; }}"""


def _fields(theme: Theme, px: Px) -> str:
    """Fields with an edge that can be seen."""
    page, text, muted = theme.page.name(), theme.text.name(), theme.muted.name()
    sunken, grid, field, here = (
        color.name() for color in (theme.sunken, theme.grid, theme.field, theme.here)
    )
    wrong = theme.warning.edge.name()
    return f"""
    QLineEdit, QComboBox, QAbstractSpinBox, QListWidget, QPlainTextEdit, QTextBrowser {{
        border: 1px solid {field}; border-radius: {CONTROL}px; padding: 4px 9px;
        background: {page}; color: {text};
        selection-background-color: {here}; selection-color: {theme.on_here.name()};
    }}
    QListWidget::item {{ padding: 3px 2px; }}
    QListWidget::item:selected {{ background: {here}; color: {theme.on_here.name()}; }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {px(22)}; }}
    QAbstractSpinBox QLineEdit {{ border: none; padding: 0 0 0 8px; min-height: 0; background: {page}; }}
    QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{
        background: {sunken}; color: {muted}; border-color: {grid};
    }}
    QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QListWidget:focus,
    QPlainTextEdit:focus, QTextBrowser:focus {{ border: 2px solid {here}; padding: 3px 8px; }}
    QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0 0 0 8px; }}
    QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"] {{
        border: 2px solid {wrong}; padding: 3px 8px;
    }}"""


def _lists_and_arrows(theme: Theme, px: Px) -> str:
    """What opens below a choice, and the arrows of choices and numbers: with an edge, none are drawn."""
    page, text, field = theme.page.name(), theme.text.name(), theme.field.name()
    chosen, name = theme.chosen.name(), "dark" if theme.dark else "light"
    down, up = (resource(f"icons/arrow-{way}-{name}.svg").as_posix() for way in ("down", "up"))
    return f"""
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView {{
        background: {page}; color: {text}; border: 1px solid {field}; outline: none;
    }}
    QComboBox QAbstractItemView::item {{ padding: 4px 8px; min-height: {px(22)}; }}
    QComboBox QAbstractItemView::item:selected {{ background: {chosen}; color: {text}; }}
    QComboBox::drop-down {{ border: none; width: {px(24)}; }}
    QComboBox::down-arrow {{ image: url({down}); width: {px(12)}; height: {px(12)}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: {px(20)}; }}
    QAbstractSpinBox::up-arrow {{ image: url({up}); width: {px(10)}; height: {px(10)}; }}
    QAbstractSpinBox::down-arrow {{ image: url({down}); width: {px(10)}; height: {px(10)}; }}"""


def _choices(theme: Theme, px: Px) -> str:
    """What is checked is filled with ink: a tick in a box, a hole in a disc."""
    page, text, field = theme.page.name(), theme.text.name(), theme.field.name()
    muted, sunken, grid = theme.muted.name(), theme.sunken.name(), theme.grid.name()
    check = resource(f"icons/check-{'dark' if theme.dark else 'light'}.svg").as_posix()
    return f"""
    QCheckBox, QRadioButton {{ spacing: 8px; min-height: {px(20)}; outline: none; }}
    QCheckBox::indicator, QRadioButton::indicator, QTableWidget::indicator {{
        border: 1px solid {field}; width: {px(16)}; height: {px(16)}; background: {page};
    }}
    QCheckBox::indicator, QTableWidget::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: {round(int(px(16)[:-2]) / 2) + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ background: {sunken}; }}
    QCheckBox::indicator:checked, QTableWidget::indicator:checked {{
        border-color: {text}; background: {text}; image: url({check});
    }}
    QRadioButton::indicator:checked {{
        border: {px(5)} solid {text}; width: {px(8)}; height: {px(8)}; background: {page};
    }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        border-color: {grid}; background: {sunken};
    }}
    QCheckBox::indicator:checked:disabled {{ border-color: {muted}; background: {muted}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {muted}; }}"""


def _calendar(theme: Theme, px: Px) -> str:
    """The month that folds out of a date field."""
    page, text, muted = theme.page.name(), theme.text.name(), theme.muted.name()
    before, after = (resource(f"icons/{way}-arrow.svg").as_posix() for way in ("left", "right"))
    return f"""
    QCalendarWidget QWidget {{ background: {page}; color: {text}; alternate-background-color: {page}; }}
    QCalendarWidget QToolButton {{
        border: none; font-weight: 600; qproperty-iconSize: {px(14)} {px(14)};
    }}
    QCalendarWidget QToolButton:hover {{ background: {theme.sunken.name()}; }}
    QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url({before}); }}
    QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url({after}); }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QAbstractItemView {{
        background: {page}; color: {text}; border: none; outline: none; padding: 4px;
        selection-background-color: {theme.here.name()}; selection-color: {theme.on_here.name()};
    }}
    QCalendarWidget QAbstractItemView:disabled {{ color: {muted}; }}
    QCalendarWidget QTableView {{ border: none; }}"""


def _cards(theme: Theme, px: Px) -> str:
    """Cards, and the five sizes of words in them."""
    page, grid, text = theme.page.name(), theme.grid.name(), theme.text.name()
    muted, field, warning = theme.muted.name(), theme.field.name(), theme.warning
    return f"""
    QFrame#card {{ background: {page}; border: 1px solid {grid}; border-radius: {BLOCK}px; }}
    QFrame#strip {{ background: {page}; border: 1px solid {field}; border-radius: {BLOCK}px; }}
    QLabel#heading {{ color: {muted}; font-size: {px(SMALL)}; font-weight: 600; }}
    QLabel#date {{ font-size: {px(HEADING)}; font-weight: 600; }}
    QLabel#what {{ font-size: {px(CARD)}; font-weight: 600; }}
    QLabel#count {{ font-size: {px(BIG)}; font-weight: 600; }}
    QLabel#weeks, QLabel#address {{ font-family: monospace; font-size: {px(BODY)}; }}
    QLabel#muted {{ color: {muted}; }}
    QLabel#small {{ color: {muted}; font-size: {px(SMALL)}; }}
    QLabel#loud {{ font-weight: 600; }}
    QFrame#warning {{
        background: {warning.fill.name()};
        border: 1px solid {warning.edge.name()}; border-radius: {CONTROL}px;
    }}
    QLabel#warned, QLabel#warning {{ color: {warning.text.name()}; }}
    QLabel#warning {{ padding: 6px 8px; }}
    QLabel#key {{
        color: {muted}; background: {theme.sunken.name()}; font-size: {px(SMALL)};
        border: 1px solid {theme.edge.name()}; border-radius: 4px; padding: 1px 5px;
    }}
    QLabel#good {{
        color: {text}; background: {page}; font-size: {px(SMALL)}; font-weight: 600;
        border: 1px solid {theme.good.name()}; border-radius: 4px; padding: 1px 5px;
    }}
    QToolTip {{ background: {page}; color: {text}; border: 1px solid {field}; padding: 4px; }}"""


def _tables(theme: Theme, px: Px) -> str:
    """Tables and what scrolls."""
    window, muted, grid = theme.window.name(), theme.muted.name(), theme.grid.name()
    return f"""
    QScrollArea, QScrollArea > QWidget > QWidget#scrolled {{ background: {window}; border: none; }}
    QFrame#card QScrollArea, QFrame#card QScrollArea > QWidget > QWidget#scrolled {{
        background: {theme.page.name()};
    }}
    QTableWidget::item {{ border-bottom: 1px solid {grid}; padding: 0 3px; }}
    QTableWidget::item:selected {{ background: {theme.chosen.name()}; color: {theme.text.name()}; }}
    QTableView {{ background: {window}; outline: none; border: none; }}
    QTableWidget {{
        background: {theme.page.name()}; selection-background-color: {theme.chosen.name()};
        selection-color: {theme.text.name()};
    }}
    QHeaderView {{ background: {window}; border: none; }}
    QHeaderView::section {{
        background: {window}; color: {muted}; border: none; padding: 4px 8px;
        font-size: {px(SMALL)}; font-weight: 600;
    }}"""
