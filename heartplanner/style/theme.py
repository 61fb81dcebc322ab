"""Colors: a light and a dark theme, each with sets of colors for the two usual hours.

The pairs that meet on the screen hold 7:1 for text and 3:1 for marks, field edges and the focus ring
(WCAG 2.2, 1.4.6 and 1.4.11); tests/ui/test_looks.py computes every one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from heartplanner.core.cells.cells import Tone


class ToneColors(NamedTuple):
    """A block's fill, its text, and the loud color of its stripe and bar."""

    fill: QColor
    text: QColor
    edge: QColor


class Theme(NamedTuple):
    """One set of colors.

    `accent` (crimson) is for the one primary action on show and for today; `here` (blue) for what the
    keys or the pointer are on: focus ring, selected day, chosen card, links.
    """

    dark: bool
    window: QColor
    page: QColor
    weekend: QColor
    sunken: QColor
    """The ground of what the pointer is on, and of what cannot be used now."""
    chosen: QColor
    grid: QColor
    edge: QColor
    """A button's edge, which is as quiet as the grid: its words and its shape say what it is."""
    field: QColor
    """A field's edge: it alone says where one can type, so it stands out 3:1."""
    text: QColor
    muted: QColor
    track: QColor
    """What is pressed, and the empty part of a bar."""
    accent: QColor
    accent_pressed: QColor
    on_accent: QColor
    here: QColor
    on_here: QColor
    good: QColor
    tones: Mapping[Tone, ToneColors]
    rest: ToneColors
    """The break's band."""
    leave: ToneColors
    warning: ToneColors


def _tone(fill: str, text: str, edge: str) -> ToneColors:
    return ToneColors(QColor(fill), QColor(text), QColor(edge))


SETS = ("Blue and orange", "Teal and amber", "Navy and yellow")
"""Names of the sets of the two usual hours' colors, the first for a start."""

_BLUE, _ORANGE = _tone("#d9e7fc", "#0b2f63", "#1f66c7"), _tone("#ffe3c4", "#552a00", "#c25a00")
_TEAL = _tone("#cdeeeb", "#06403b", "#0b7a75")
_NAVY, _YELLOW = _tone("#dbe0f6", "#141c4a", "#2b3a9b"), _tone("#fbeaa8", "#3d3000", "#8f7000")
LIGHT_BANDS = {
    SETS[0]: (_BLUE, _ORANGE, _TEAL),
    SETS[1]: (_TEAL, _ORANGE, _NAVY),
    SETS[2]: (_NAVY, _YELLOW, _TEAL),
}
"""Of the day shift, the evening shift and shifts of one's own hours."""
_DARK_BLUE, _DARK_ORANGE = (
    _tone("#173a68", "#e6f0ff", "#6aabff"),
    _tone("#57310a", "#fff0df", "#ff9e40"),
)
_DARK_TEAL = _tone("#0d4643", "#dcfaf6", "#3fc9bd")
_DARK_NAVY, _DARK_YELLOW = (
    _tone("#2a3570", "#eceffe", "#8fa0ff"),
    _tone("#4d3f00", "#fff7d6", "#f0cc2e"),
)
DARK_BANDS = {
    SETS[0]: (_DARK_BLUE, _DARK_ORANGE, _DARK_TEAL),
    SETS[1]: (_DARK_TEAL, _DARK_ORANGE, _DARK_NAVY),
    SETS[2]: (_DARK_NAVY, _DARK_YELLOW, _DARK_TEAL),
}


def light(colors: str = SETS[0], *, strong: bool = False) -> Theme:
    """Dark words on light ground. `strong`: with the contrast that the system asks for."""
    day, evening, own = LIGHT_BANDS[colors]
    theme = Theme(
        dark=False,
        window=QColor("#f5f6f9"),
        page=QColor("#ffffff"),
        weekend=QColor("#f6f7fa"),
        sunken=QColor("#eef0f5"),
        chosen=QColor("#e9eefb"),
        grid=QColor("#e1e4eb"),
        edge=QColor("#c3c9d6"),
        field=QColor("#858d9f"),
        text=QColor("#171c2b"),
        muted=QColor("#474e5f"),
        track=QColor("#dde1ea"),
        accent=QColor("#a3174f"),
        accent_pressed=QColor("#84103e"),
        on_accent=QColor("#ffffff"),
        here=QColor("#1d4cb0"),
        on_here=QColor("#ffffff"),
        good=QColor("#1e7d43"),
        tones={
            Tone.DAY: day,
            Tone.EVENING: evening,
            Tone.OWN: own,
            Tone.ADMIN: _tone("#d9f0e0", "#0b3d20", "#1e7d43"),
            Tone.OTHER: _tone("#e3e6ed", "#1c2333", "#5b6478"),
        },
        rest=_tone("#ede6fa", "#331566", "#7546b8"),
        leave=_tone("#fff4cc", "#463600", "#947200"),
        warning=_tone("#fff0e0", "#5a2a00", "#c25a00"),
    )
    return _strong(theme) if strong else theme


def dark(colors: str = SETS[0], *, strong: bool = False) -> Theme:
    """Light words on dark ground. `strong`: with the contrast that the system asks for."""
    day, evening, own = DARK_BANDS[colors]
    theme = Theme(
        dark=True,
        window=QColor("#0e1219"),
        page=QColor("#161b24"),
        weekend=QColor("#1a202b"),
        sunken=QColor("#0f141c"),
        chosen=QColor("#1d2a45"),
        grid=QColor("#2a3140"),
        edge=QColor("#414a5c"),
        field=QColor("#727c92"),
        text=QColor("#f1f3f8"),
        muted=QColor("#b7becd"),
        track=QColor("#2a3140"),
        accent=QColor("#ff7aa8"),
        accent_pressed=QColor("#ff9dbf"),
        on_accent=QColor("#240310"),
        here=QColor("#8ab4ff"),
        on_here=QColor("#0b1a33"),
        good=QColor("#47c878"),
        tones={
            Tone.DAY: day,
            Tone.EVENING: evening,
            Tone.OWN: own,
            Tone.ADMIN: _tone("#154427", "#e0f7e8", "#47c878"),
            Tone.OTHER: _tone("#343c4c", "#f1f3f8", "#9aa5bb"),
        },
        rest=_tone("#312052", "#eee6ff", "#a583ec"),
        leave=_tone("#3f3504", "#fff4c4", "#e0bd3c"),
        warning=_tone("#40260a", "#ffe9d1", "#ff9e40"),
    )
    return _strong(theme) if strong else theme


def _strong(theme: Theme) -> Theme:
    """The same with every line as strong as a field's edge, and no second shade of text."""
    return theme._replace(
        weekend=theme.page, grid=theme.field, edge=theme.text, field=theme.text, muted=theme.text
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
        role.Highlight: theme.here,
        role.HighlightedText: theme.on_here,
        role.Link: theme.here,
    }
    result = QPalette(theme.page, theme.window)
    for part, color in colors.items():
        result.setColor(part, color)
    for part in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, part, theme.muted)
    return result


def menu_palette(theme: Theme) -> QPalette:
    """Of menus, where the marked line keeps the colors of its text and its icon."""
    result = palette(theme)
    result.setColor(QPalette.ColorRole.Window, theme.page)
    result.setColor(QPalette.ColorRole.Highlight, theme.track)
    result.setColor(QPalette.ColorRole.HighlightedText, theme.text)
    return result


def blend(one: QColor, two: QColor, share: float) -> QColor:
    """A color between two: `share` of the second."""
    parts = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
