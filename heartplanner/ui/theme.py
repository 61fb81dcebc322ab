"""Colours and fonts of the light and the dark theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from heartplanner.core.cells import Tone


class ToneColours(NamedTuple):
    """A chip's fill, its text, and the loud colour of its edge and bar."""

    fill: QColor
    text: QColor
    edge: QColor


class Theme(NamedTuple):
    """One set of colours."""

    dark: bool
    window: QColor
    page: QColor
    weekend: QColor
    grid: QColor
    text: QColor
    muted: QColor
    track: QColor
    accent: QColor
    on_accent: QColor
    tones: Mapping[Tone, ToneColours]
    rest: ToneColours
    """The break's band."""


def _tone(fill: str, text: str, edge: str) -> ToneColours:
    return ToneColours(QColor(fill), QColor(text), QColor(edge))


def light() -> Theme:
    return Theme(
        dark=False,
        window=QColor("#f2f3f7"),
        page=QColor("#ffffff"),
        weekend=QColor("#f0f1f4"),
        grid=QColor("#d5d9e1"),
        text=QColor("#171c2b"),
        muted=QColor("#4a5162"),
        track=QColor("#dfe2e8"),
        accent=QColor("#a3174f"),
        on_accent=QColor("#ffffff"),
        tones={
            Tone.DAY: _tone("#c3dbfa", "#08264d", "#1767bd"),
            Tone.EVENING: _tone("#fcd3a6", "#472300", "#c45a00"),
            Tone.ADMIN: _tone("#cdebd5", "#0a361d", "#1e7d43"),
            Tone.OTHER: _tone("#d8dce4", "#1c2333", "#5b6478"),
        },
        rest=_tone("#e9dff9", "#331566", "#7546b8"),
    )


def dark() -> Theme:
    return Theme(
        dark=True,
        window=QColor("#0e1219"),
        page=QColor("#161b24"),
        weekend=QColor("#1e2430"),
        grid=QColor("#303746"),
        text=QColor("#f1f3f8"),
        muted=QColor("#b7becd"),
        track=QColor("#333b4b"),
        accent=QColor("#ff7aa8"),
        on_accent=QColor("#240310"),
        tones={
            Tone.DAY: _tone("#17467f", "#eaf3ff", "#5fa8ff"),
            Tone.EVENING: _tone("#663806", "#fff0df", "#ff9e40"),
            Tone.ADMIN: _tone("#174c2c", "#e3f8ea", "#47c878"),
            Tone.OTHER: _tone("#3b4456", "#f1f3f8", "#9aa5bb"),
        },
        rest=_tone("#3a2760", "#f0e8ff", "#b48cff"),
    )


def palette(theme: Theme) -> QPalette:
    """The palette for what the style draws by itself: dialogs, tool tips, menus."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.Base: theme.page,
        role.AlternateBase: theme.weekend,
        role.Button: theme.page,
        role.ToolTipBase: theme.page,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
    }
    found = QPalette(theme.page, theme.window)
    for each, colour in colours.items():
        found.setColor(each, colour)
    return found


def style_sheet(theme: Theme) -> str:
    """The looks of buttons and cards; everything else is Fusion's."""
    return f"""
    QWidget#header {{ background: {theme.page.name()}; border-bottom: 1px solid {theme.grid.name()}; }}
    QLabel#title {{ font-size: 22px; font-weight: bold; }}
    QPushButton {{
        background: {theme.page.name()}; color: {theme.text.name()};
        border: 1px solid {theme.muted.name()}; border-radius: 7px; padding: 5px 12px;
    }}
    QPushButton:hover {{ background: {theme.weekend.name()}; }}
    QPushButton:pressed {{ background: {theme.track.name()}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent.name()}; padding: 4px 11px; }}
    QPushButton#primary {{
        background: {theme.accent.name()}; color: {theme.on_accent.name()};
        border: 1px solid {theme.accent.name()}; font-weight: bold;
    }}
    QPushButton#primary:focus {{ border: 2px solid {theme.text.name()}; }}
    QFrame#card {{
        background: {theme.page.name()}; border: 1px solid {theme.grid.name()}; border-radius: 12px;
    }}
    QLabel#heading {{ color: {theme.muted.name()}; font-size: 12px; font-weight: bold; }}
    QLabel#date {{ font-size: 17px; font-weight: bold; }}
    QLabel#what {{ font-size: 14px; font-weight: bold; }}
    QTableView {{
        background: {theme.window.name()}; outline: none;
        border: none; border-left: 1px solid {theme.grid.name()};
    }}
    QHeaderView {{ background: {theme.window.name()}; border: none; }}
    QHeaderView::section {{
        background: {theme.window.name()}; color: {theme.muted.name()};
        border: none; padding: 4px 8px; font-weight: bold;
    }}
    """


def font(size: int, *, bold: bool = False) -> QFont:
    """The application's font at a size in pixels, so that one layout serves screen and paper."""
    found = QFont()
    found.setPixelSize(size)
    found.setBold(bold)
    return found
