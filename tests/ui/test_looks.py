"""Colours that can be read: the contrast of every pair that meets on the screen (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor

from heartplanner.style.theme import SETS, Theme, dark, light
from heartplanner.ui.month.cell_paint import PALE_FILL

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


def pale(color: QColor, ground: QColor, opacity: float = PALE_FILL) -> QColor:
    mixed = [
        one * opacity + two * (1 - opacity)
        for one, two in zip(color.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)


def test_the_measure_itself() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@ALL
def test_text_can_be_read(theme: Theme) -> None:
    grounds = (theme.window, theme.page, theme.weekend, theme.track)
    pairs = [(text, ground) for text in (theme.text, theme.muted) for ground in grounds[:3]]
    pairs += [(theme.text, theme.track), (theme.on_accent, theme.accent)]
    pairs += [(each.text, each.fill) for each in (*theme.tones.values(), theme.rest)]
    assert [(a.name(), b.name()) for a, b in pairs if contrast(a, b) < TEXT] == []


@ALL
def test_text_of_the_neighboring_months_can_be_read(theme: Theme) -> None:
    chips = (*theme.tones.values(), theme.rest)
    grounds = (theme.page, theme.weekend)
    pairs = [(each.text, pale(each.fill, ground)) for each in chips for ground in grounds]
    pairs += [(theme.muted, ground) for ground in grounds]
    assert [(a.name(), b.name()) for a, b in pairs if contrast(a, b) < TEXT] == []


@ALL
def test_shapes_can_be_seen(theme: Theme) -> None:
    grounds = (theme.page, theme.weekend)
    shapes = [each.edge for each in (*theme.tones.values(), theme.rest)]
    shapes += [theme.accent, theme.muted, theme.text]
    faint = [
        (shape.name(), ground.name())
        for shape in shapes
        for ground in grounds
        if contrast(shape, ground) < SHAPE
    ]
    assert faint == []


VISION: dict[str, Callable[[float, float, float], tuple[float, float]]] = {
    # What is left of red, green and blue to those who lack the cones for red, or for green.
    "no red": lambda r, g, b: (0.152 * r + 1.053 * g - 0.205 * b, b),
    "no green": lambda r, g, b: (0.367 * r + 0.861 * g - 0.228 * b, b),
}


@ALL
@pytest.mark.parametrize("lacking", VISION)
def test_the_two_bands_are_told_apart_without_red_or_green(theme: Theme, lacking: str) -> None:
    from heartplanner.core.cells.cells import Tone

    day, evening = (theme.tones[tone].edge.getRgbF()[:3] for tone in (Tone.DAY, Tone.EVENING))
    one, two = VISION[lacking](*day), VISION[lacking](*evening)
    assert max(abs(a - b) for a, b in zip(one, two, strict=True)) > 0.25
