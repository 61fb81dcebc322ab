"""Colors: a light and a dark theme, each with sets of colors for the two usual hours.

The pairs that meet on the screen hold 7:1 for text and 3:1 for marks, field edges and the focus ring
(WCAG 2.2, 1.4.6 and 1.4.11); tests/ui/test_looks.py computes every one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from heartplanner.core.cells.cells import Tone
from heartplanner.core.plan.other_calendars import CalendarColor


class ToneColors(NamedTuple):
    """A block's fill, its text, and the loud color of its stripe and bar."""

    fill: QColor
    text: QColor
    edge: QColor

    @classmethod
    def of(cls, fill: str, text: str, edge: str) -> ToneColors:
        """The colors by their names, such as #d9e7fc."""
        return cls(QColor(fill), QColor(text), QColor(edge))


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
    calendars: Mapping[CalendarColor, ToneColors]
    """Of the letters that other calendars are told by."""


SETS = ("Blue and orange", "Teal and amber", "Navy and yellow")
"""Names of the sets of the two usual hours' colors, the first for a start."""

# Every color stands beside its counterpart, the one on light ground first.
_BLUE = (
    ToneColors.of("#d9e7fc", "#0b2f63", "#1f66c7"),
    ToneColors.of("#173a68", "#e6f0ff", "#6aabff"),
)
_ORANGE = (
    ToneColors.of("#ffe3c4", "#552a00", "#c25a00"),
    ToneColors.of("#57310a", "#fff0df", "#ff9e40"),
)
_TEAL = (
    ToneColors.of("#cdeeeb", "#06403b", "#0b7a75"),
    ToneColors.of("#0d4643", "#dcfaf6", "#3fc9bd"),
)
_NAVY = (
    ToneColors.of("#dbe0f6", "#141c4a", "#2b3a9b"),
    ToneColors.of("#2a3570", "#eceffe", "#8fa0ff"),
)
_YELLOW = (
    ToneColors.of("#fbeaa8", "#3d3000", "#8f7000"),
    ToneColors.of("#4d3f00", "#fff7d6", "#f0cc2e"),
)
BANDS = {
    SETS[0]: (_BLUE, _ORANGE, _TEAL),
    SETS[1]: (_TEAL, _ORANGE, _NAVY),
    SETS[2]: (_NAVY, _YELLOW, _TEAL),
}
"""Of the day shift, the evening shift and shifts of one's own hours."""
_ADMIN = (
    ToneColors.of("#d9f0e0", "#0b3d20", "#1e7d43"),
    ToneColors.of("#154427", "#e0f7e8", "#47c878"),
)
_OTHER = (
    ToneColors.of("#e3e6ed", "#1c2333", "#5b6478"),
    ToneColors.of("#343c4c", "#f1f3f8", "#9aa5bb"),
)
_REST = (
    ToneColors.of("#ede6fa", "#331566", "#7546b8"),
    ToneColors.of("#312052", "#eee6ff", "#a583ec"),
)
_LEAVE = (
    ToneColors.of("#fff4cc", "#463600", "#947200"),
    ToneColors.of("#3f3504", "#fff4c4", "#e0bd3c"),
)
_CALENDARS = {
    CalendarColor.TEAL: (
        ToneColors.of("#dff3f1", "#06403b", "#0b7a75"),
        ToneColors.of("#0d4643", "#dcfaf6", "#3fc9bd"),
    ),
    CalendarColor.PLUM: (
        ToneColors.of("#f6e3f5", "#4d1250", "#96339b"),
        ToneColors.of("#4a1d4d", "#fbe6fb", "#d98ade"),
    ),
    CalendarColor.BROWN: (
        ToneColors.of("#f3e6d8", "#47270a", "#8a5526"),
        ToneColors.of("#472c12", "#fbecdc", "#d3a06c"),
    ),
    CalendarColor.OLIVE: (
        ToneColors.of("#ecf0d4", "#303806", "#647310"),
        ToneColors.of("#363d0e", "#f3f7da", "#b5c653"),
    ),
    CalendarColor.SLATE: _OTHER,
    CalendarColor.ROSE: (
        ToneColors.of("#fbe1e4", "#5a0f1c", "#b43a4d"),
        ToneColors.of("#561c26", "#ffe6e9", "#f08b9a"),
    ),
}
_WARNING = (
    ToneColors.of("#fff0e0", "#5a2a00", "#c25a00"),
    ToneColors.of("#40260a", "#ffe9d1", "#ff9e40"),
)


def light(colors: str = SETS[0], *, strong: bool = False) -> Theme:
    """Dark words on light ground. `strong`: with the contrast that the system asks for."""
    return _theme(colors, dark=False, strong=strong)


def dark(colors: str = SETS[0], *, strong: bool = False) -> Theme:
    """Light words on dark ground. `strong`: with the contrast that the system asks for."""
    return _theme(colors, dark=True, strong=strong)


def _theme(colors: str, *, dark: bool, strong: bool) -> Theme:
    def of(on_light: str, on_dark: str) -> QColor:
        return QColor(on_dark if dark else on_light)

    theme = Theme(
        dark=dark,
        window=of("#f5f6f9", "#0e1219"),
        page=of("#ffffff", "#161b24"),
        weekend=of("#f6f7fa", "#1a202b"),
        sunken=of("#eef0f5", "#0f141c"),
        chosen=of("#e9eefb", "#1d2a45"),
        grid=of("#e1e4eb", "#2a3140"),
        edge=of("#c3c9d6", "#414a5c"),
        field=of("#858d9f", "#727c92"),
        text=of("#171c2b", "#f1f3f8"),
        muted=of("#474e5f", "#b7becd"),
        track=of("#dde1ea", "#2a3140"),
        accent=of("#a3174f", "#ff7aa8"),
        accent_pressed=of("#84103e", "#ff9dbf"),
        on_accent=of("#ffffff", "#240310"),
        here=of("#1d4cb0", "#8ab4ff"),
        on_here=of("#ffffff", "#0b1a33"),
        good=of("#1e7d43", "#47c878"),
        tones={tone: pair[dark] for tone, pair in _tones(colors).items()},
        rest=_REST[dark],
        leave=_LEAVE[dark],
        warning=_WARNING[dark],
        calendars={color: pair[dark] for color, pair in _CALENDARS.items()},
    )
    return _strong(theme) if strong else theme


def _tones(colors: str) -> dict[Tone, tuple[ToneColors, ToneColors]]:
    day, evening, own = BANDS[colors]
    return {
        Tone.DAY: day, Tone.EVENING: evening, Tone.OWN: own, Tone.ADMIN: _ADMIN, Tone.OTHER: _OTHER,
    }  # fmt: skip


def _strong(theme: Theme) -> Theme:
    """The same with every line as strong as a field's edge, and no second shade of text."""
    return theme._replace(
        # Who asks for contrast asks for lines: shades that differ by a little are of no use to them.
        weekend=theme.page,
        grid=theme.field,
        edge=theme.text,
        field=theme.text,
        muted=theme.text,
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
    # From these two Qt works out the roles that are not set below, such as edges.
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


def blend(start: QColor, end: QColor, share: float) -> QColor:
    """A color between two: `share` of the second."""
    parts = ((start.red(), end.red()), (start.green(), end.green()), (start.blue(), end.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
