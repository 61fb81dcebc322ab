"""Colors and fonts: a light and a dark theme, each with sets that color-blind people tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from heartplanner.core.cells.cells import Tone


class ToneColors(NamedTuple):
    """A chip's fill, its text, and the loud color of its edge and bar."""

    fill: QColor
    text: QColor
    edge: QColor


class Theme(NamedTuple):
    """One set of colors."""

    dark: bool
    window: QColor
    page: QColor
    weekend: QColor
    grid: QColor
    text: QColor
    muted: QColor
    faint: QColor
    """Of what cannot be used now."""
    track: QColor
    accent: QColor
    on_accent: QColor
    tones: Mapping[Tone, ToneColors]
    rest: ToneColors
    """The break's band."""


def _tone(fill: str, text: str, edge: str) -> ToneColors:
    return ToneColors(QColor(fill), QColor(text), QColor(edge))


SETS = ("Blue and orange", "Teal and amber", "Navy and yellow")
"""Names of the sets of the two bands' colors, the first for a start."""

LIGHT_BANDS = {
    SETS[0]: (_tone("#c3dbfa", "#08264d", "#1767bd"), _tone("#fcd3a6", "#472300", "#c45a00")),
    SETS[1]: (_tone("#b9e6e3", "#06312f", "#0b7a75"), _tone("#fcd3a6", "#472300", "#c45a00")),
    SETS[2]: (_tone("#c9d0ee", "#141c4a", "#2b3a9b"), _tone("#fbe58f", "#3d3000", "#9a7a00")),
}
DARK_BANDS = {
    SETS[0]: (_tone("#17467f", "#eaf3ff", "#5fa8ff"), _tone("#663806", "#fff0df", "#ff9e40")),
    SETS[1]: (_tone("#0c4f4c", "#e2fbf9", "#3fd0c8"), _tone("#663806", "#fff0df", "#ff9e40")),
    SETS[2]: (_tone("#2a3678", "#eceffe", "#8fa0ff"), _tone("#564600", "#fff7d6", "#f0cc2e")),
}


def light(colors: str = SETS[0]) -> Theme:
    day, evening = LIGHT_BANDS[colors]
    return Theme(
        dark=False,
        window=QColor("#f2f3f7"),
        page=QColor("#ffffff"),
        weekend=QColor("#f0f1f4"),
        grid=QColor("#d5d9e1"),
        text=QColor("#171c2b"),
        muted=QColor("#474e5f"),
        faint=QColor("#969cab"),
        track=QColor("#dfe2e8"),
        accent=QColor("#a3174f"),
        on_accent=QColor("#ffffff"),
        tones={
            Tone.DAY: day,
            Tone.EVENING: evening,
            Tone.ADMIN: _tone("#cdebd5", "#0a361d", "#1e7d43"),
            Tone.OTHER: _tone("#d8dce4", "#1c2333", "#5b6478"),
        },
        rest=_tone("#e9dff9", "#331566", "#7546b8"),
    )


def dark(colors: str = SETS[0]) -> Theme:
    day, evening = DARK_BANDS[colors]
    return Theme(
        dark=True,
        window=QColor("#0e1219"),
        page=QColor("#161b24"),
        weekend=QColor("#1e2430"),
        grid=QColor("#303746"),
        text=QColor("#f1f3f8"),
        muted=QColor("#b7becd"),
        faint=QColor("#6b7385"),
        track=QColor("#333b4b"),
        accent=QColor("#ff7aa8"),
        on_accent=QColor("#240310"),
        tones={
            Tone.DAY: day,
            Tone.EVENING: evening,
            Tone.ADMIN: _tone("#174c2c", "#e3f8ea", "#47c878"),
            Tone.OTHER: _tone("#3b4456", "#f1f3f8", "#9aa5bb"),
        },
        rest=_tone("#3a2760", "#f0e8ff", "#b48cff"),
    )


def palette(theme: Theme) -> QPalette:
    """The palette for what the style draws by itself: dialogs, tool tips, menus."""
    role = QPalette.ColorRole
    colors = {
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
    built = QPalette(theme.page, theme.window)
    for color_role, color in colors.items():
        built.setColor(color_role, color)
    # A color is set for all groups at once: what is disabled would look as if it could be used.
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        built.setColor(QPalette.ColorGroup.Disabled, color_role, theme.faint)
    return built


def menu_palette(theme: Theme) -> QPalette:
    """Of menus, where the line in hand keeps the colors of its text and its icon."""
    built = palette(theme)
    built.setColor(QPalette.ColorRole.Highlight, theme.track)
    built.setColor(QPalette.ColorRole.HighlightedText, theme.text)
    return built


@lru_cache(maxsize=64)
def font(size: int, *, bold: bool = False) -> QFont:
    """The application's font at a size in pixels, so that one layout serves screen and paper."""
    sized = QFont()
    sized.setPixelSize(size)
    sized.setBold(bold)
    return sized
