"""Colors that can be read: the contrast of every pair that meets on the screen (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import combinations
from math import dist

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, qGray

from heartplanner.core.cells.cells import Cell, Tone
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import (
    SETS,
    Theme,
    ToneColors,
    blend,
    dark,
    light,
    menu_palette,
    palette,
)
from heartplanner.ui.month.block_paint import PALE_FILL
from heartplanner.ui.year.year_legend import SAMPLES
from heartplanner.ui.year.year_paint import Placed, paint_days

TEXT, SHAPE = 7.0, 3.0
ALL = pytest.mark.parametrize("theme", [make(name) for make in (light, dark) for name in SETS])


def luminance(color: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(each) for each in color.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, two: QColor) -> float:
    brighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@ALL
def test_text_can_be_read(theme: Theme) -> None:
    grounds = (theme.window, theme.page, theme.weekend, theme.sunken, theme.chosen)
    pairs = [(text, ground) for text in (theme.text, theme.muted) for ground in grounds]
    pairs += [(theme.text, theme.track), (theme.here, theme.page)]
    pairs += [(theme.on_accent, theme.accent), (theme.on_accent, theme.accent_pressed)]
    pairs += [(theme.on_here, theme.here), (theme.page, theme.text)]
    pairs += [(each.text, each.fill) for each in toned(theme)]
    assert too_faint(pairs, TEXT) == []


@ALL
def test_text_on_paler_fills_can_be_read(theme: Theme) -> None:
    """Of neighboring months and of what is not confirmed; the finder's shades lie between."""
    pairs = [
        (each.text, blend(theme.page, each.fill, PALE_FILL))
        for each in (*theme.tones.values(), theme.rest)
    ]
    shades = [
        blend(theme.page, theme.tones[tone].fill, share / 10)
        for tone in (Tone.DAY, Tone.EVENING)
        for share in range(11)
    ]
    pairs += [(theme.text, shade) for shade in shades]
    assert too_faint(pairs, TEXT) == []


@ALL
def test_marks_edges_of_fields_and_the_focus_ring_can_be_seen(theme: Theme) -> None:
    grounds = (theme.window, theme.page, theme.weekend)
    marks = [each.edge for each in toned(theme)]
    marks += [theme.accent, theme.here, theme.field, theme.muted, theme.text, theme.good]
    pairs = [(mark, ground) for mark in marks for ground in grounds]
    pairs += [(each.edge, each.fill) for each in toned(theme)]
    pairs += [
        (theme.here, theme.chosen),
        (theme.here, theme.sunken),
        (theme.text, theme.leave.fill),
    ]
    pairs += [(each.edge, blend(theme.page, each.fill, PALE_FILL)) for each in toned(theme)]
    assert too_faint(pairs, SHAPE) == []


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DECLARED = re.compile(r"(?<![\w-])([\w-]+):\s*([^;]+);")
COLOR = re.compile(r"#[0-9a-f]{6}")


def rules(theme: Theme) -> list[tuple[str, dict[str, str]]]:
    """The style sheet's selectors, each with what it declares."""
    found = RULE.findall(style_sheet(theme))
    return [(" ".join(selector.split()), dict(DECLARED.findall(body))) for selector, body in found]


def color_of(declared: dict[str, str], *names: str) -> QColor | None:
    match = next((COLOR.search(declared[name]) for name in names if name in declared), None)
    return QColor(match[0]) if match else None


@ALL
def test_every_pair_of_the_style_sheet_can_be_read(theme: Theme) -> None:
    """Computed from the sheet itself, so that no new rule is forgotten."""
    faint, pairs = [], 0
    for selector, declared in rules(theme):
        ground = color_of(declared, "background", "background-color")
        # Without a ground of its own a text stands on the window's or on a card's.
        grounds = [ground] if ground else [theme.window, theme.page]
        chosen = color_of(declared, "selection-background-color")
        for text, over in (
            (color_of(declared, "color"), grounds),
            (color_of(declared, "selection-color"), [chosen] if chosen else []),
        ):
            pairs += len(over) if text else 0
            low = too_faint([(text, each) for each in over], TEXT) if text else []
            faint += [f"{selector}: {each}" for each in low]
    assert pairs > 30
    assert faint == []


@ALL
def test_every_edge_of_a_field_in_the_style_sheet_can_be_seen(theme: Theme) -> None:
    """Where one types or ticks: the edge alone says so. What cannot be used now has none to be seen."""
    fields = ("QLineEdit", "QComboBox", "QAbstractSpinBox", "indicator", "QPlainTextEdit")
    edges = [
        (selector, color_of(declared, "border", "border-color"))
        for selector, declared in rules(theme)
        if any(each in selector for each in fields) and ":disabled" not in selector
    ]
    seen = [(selector, edge) for selector, edge in edges if edge]
    assert len(seen) >= 6
    grounds = (theme.page, theme.window)
    assert [
        selector
        for selector, edge in seen
        if too_faint([(edge, ground) for ground in grounds], SHAPE)
    ] == []


@ALL
@pytest.mark.parametrize("make", [palette, menu_palette])
def test_every_pair_of_the_palette_can_be_read(
    theme: Theme, make: Callable[[Theme], QPalette]
) -> None:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colors = make(theme)
    pairs = [
        (colors.color(state, text), colors.color(state, ground))
        for state in (group.Active, group.Inactive, group.Disabled)
        for text, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.Text, role.AlternateBase),
            (role.ButtonText, role.Button),
            (role.ToolTipText, role.ToolTipBase),
            (role.HighlightedText, role.Highlight),
            (role.PlaceholderText, role.Base),
            (role.Link, role.Base),
        )
    ]
    assert too_faint(pairs, TEXT) == []


def toned(theme: Theme) -> list[ToneColors]:
    return [*theme.tones.values(), theme.rest, theme.leave, theme.warning]


def too_faint(pairs: Iterable[tuple[QColor, QColor]], least: float) -> list[str]:
    return [
        f"{one.name()} on {two.name()}: {contrast(one, two):.2f}"
        for one, two in pairs
        if contrast(one, two) < least
    ]


@pytest.mark.parametrize("make", [light, dark])
def test_more_contrast_is_given_where_the_system_asks_for_it(make: Callable[..., Theme]) -> None:
    usual, strong = make(), make(strong=True)
    for name in ("grid", "edge", "field"):
        least = SHAPE if name == "grid" else TEXT
        assert contrast(getattr(strong, name), strong.page) >= least
        assert contrast(getattr(strong, name), strong.page) > contrast(
            getattr(usual, name), usual.page
        )
    assert contrast(strong.muted, strong.page) > 12


Matrix = tuple[tuple[float, float, float], ...]
VISION: dict[str, Matrix] = {
    # Machado, Oliveira and Fernandes (2009), a whole lack of one kind of cone, for linear light.
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SIMULATED = pytest.mark.parametrize("lacking", VISION)


def lab(color: QColor, matrix: Matrix) -> tuple[float, float, float]:
    """CIE L*a*b* of a color as it is seen through a matrix for linear light."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    def root(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    rgb = [linear(part) for part in color.getRgbF()[:3]]
    r, g, b = (
        min(max(sum(m * part for m, part in zip(row, rgb, strict=True)), 0), 1) for row in matrix
    )
    x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    y = root(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: QColor, two: QColor, matrix: Matrix) -> float:
    """How far apart two colors are (CIE 1976): 2.3 is a just noticeable difference."""
    return dist(lab(one, matrix), lab(two, matrix))


@ALL
@SIMULATED
def test_stripes_and_bars_of_day_and_evening_are_told_apart(theme: Theme, lacking: str) -> None:
    day, evening = (theme.tones[tone].edge for tone in (Tone.DAY, Tone.EVENING))
    assert apart(day, evening, VISION[lacking]) > 20


KINDS = {name: cell for name, cell in SAMPLES if name not in ("Today", "Working weekend")}
YEAR_DAY = QRect(0, 0, 30, 21)


def drawn(theme: Theme, cell: Cell) -> QImage:
    """A day of the year's page, without its number."""
    image = QImage(YEAR_DAY.size(), QImage.Format.Format_RGB32)
    image.fill(theme.page)
    painter = QPainter(image)
    paint_days(painter, [Placed(YEAR_DAY, cell)], theme, None)
    painter.end()
    return image


def other_pixels(one: QImage, two: QImage) -> int:
    return sum(
        abs(qGray(one.pixel(x, y)) - qGray(two.pixel(x, y))) > 60
        for x in range(one.width())
        for y in range(one.height())
    )


def colorless(theme: Theme) -> Theme:
    """The same marks, in black on one gray: what is left where no color is seen at all."""
    same = ToneColors(QColor("#dddddd"), QColor("black"), QColor("black"))
    ink = QColor("black")
    return theme._replace(
        page=QColor("white"), weekend=QColor("white"), text=ink, muted=ink,
        tones=dict.fromkeys(theme.tones, same), rest=same, leave=same,
    )  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_no_two_kinds_of_the_year_are_told_apart_by_color_only() -> None:
    """With every color taken away, each two kinds still differ in the shape of what is drawn."""
    pictures = {name: drawn(colorless(light()), cell) for name, cell in KINDS.items()}
    alike = [
        (one, two)
        for one, two in combinations(pictures, 2)
        if other_pixels(pictures[one], pictures[two]) < 16
    ]
    assert alike == []


@ALL
@SIMULATED
def test_fills_of_the_year_differ_also_for_the_color_blind(theme: Theme, lacking: str) -> None:
    """Not all of them do, which is why each kind has a mark; those of the two usual hours do."""
    day, evening = (theme.tones[tone].fill for tone in (Tone.DAY, Tone.EVENING))
    assert apart(day, evening, VISION[lacking]) > 8
