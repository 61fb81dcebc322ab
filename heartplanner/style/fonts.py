"""Type: one family in five sizes, which are ratios of the size of body text, and figures of equal width."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontInfo

TITLE, HEADING, CARD, BODY, SMALL = 22, 18, 15, 14, 12
"""Sizes in pixels at the usual size of text: 1.57, 1.29, 1.07, 1 and 0.86 of body text."""
BIG = 32
"""The one big number that a card may have."""
EQUAL_WIDTH = QFont.Tag("tnum")


def with_equal_figures(font: QFont) -> QFont:
    """The font with figures of one width, so that hours and dates stand under each other."""
    result = QFont(font)
    result.setFeature(EQUAL_WIDTH, 1)
    return result


def system_scale(font: QFont) -> float:
    """How much larger than our body text the system's own text is; never less than 1.

    Small print stays at 12 pixels: a system with smaller text than ours gets ours.
    """
    return max(1.0, QFontInfo(font).pixelSize() / BODY)


@lru_cache(maxsize=64)
def font(size: int, *, bold: bool = False) -> QFont:
    """The application's font at a size in pixels, so that one layout serves every size of text."""
    result = with_equal_figures(QFont())
    result.setPixelSize(size)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result
