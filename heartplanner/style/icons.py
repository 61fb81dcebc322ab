"""The shipped icons: one set of strokes, drawn in the theme's colors as fine as the screens show them."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartplanner.files.folders import resource
from heartplanner.style.theme import Theme

SIZE = 16


def icon(name: str, theme: Theme, size: int = SIZE, color: QColor | None = None) -> QIcon:
    """A shipped icon: in the color of text, or in `color`; in second text where it cannot be used.

    `size`: its width and height in pixels.
    """
    drawn, finest, mode = QIcon(), _finest(), QIcon.Mode
    for ink, use in ((color or theme.text, mode.Normal), (theme.muted, mode.Disabled)):
        # Drawn for each density by itself: one picture that is scaled would blur its thin strokes.
        for density in range(1, finest + 1):
            picture = QPixmap.fromImage(_drawn(name, ink.name(), size * density))
            picture.setDevicePixelRatio(density)
            drawn.addPixmap(picture, use)
    return drawn


def draw_icon(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    """Draw a shipped icon as lines into a box of the painter's own units."""
    _inked(name, color.name()).render(painter, box)


@lru_cache(maxsize=64)
def _strokes(name: str) -> str:
    """The text of an icon's file, in which `currentColor` stands for the ink."""
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def _inked(name: str, ink: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_strokes(name).replace("currentColor", ink).encode()))


def _finest() -> int:
    """Device pixels to a pixel on the finest screen there is."""
    return max(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())


@lru_cache(maxsize=512)
def _drawn(name: str, ink: str, side: int) -> QImage:
    """An icon in the color of this name, `side` device pixels wide and high: many buttons have the same.

    It is no QPixmap, since that must not outlive the application.
    """
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _inked(name, ink).render(painter, QRectF(picture.rect()))
    painter.end()
    return picture
