"""The shipped icons: one set of strokes, drawn in the theme's colors as fine as the screens show them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartplanner.files.folders import resource
from heartplanner.style.theme import Theme

SIZE = 16


def icon(name: str, theme: Theme, size: int = SIZE, color: QColor | None = None) -> QIcon:
    """A shipped icon: in the color of text, or in `color`; in second text where it cannot be used.

    `size`: its width and height in pixels.
    """
    drawn, strokes, finest = QIcon(), _strokes(name), _finest()
    mode = QIcon.Mode
    for ink, use in ((color or theme.text, mode.Normal), (theme.muted, mode.Disabled)):
        inked = _inked(strokes, ink)
        # Drawn for each density by itself: one picture that is scaled would blur its thin strokes.
        for density in range(1, finest + 1):
            drawn.addPixmap(_drawn(inked, density, size), use)
    return drawn


def draw_icon(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    """Draw a shipped icon as lines into a box of the painter's own units."""
    _inked(_strokes(name), color).render(painter, box)


def _strokes(name: str) -> str:
    """The text of an icon's file, in which `currentColor` stands for the ink."""
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def _inked(strokes: str, color: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(strokes.replace("currentColor", color.name()).encode()))


def _finest() -> int:
    """Device pixels to a pixel on the finest screen there is."""
    return max(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())


def _drawn(svg: QSvgRenderer, density: int, size: int) -> QPixmap:
    picture = QPixmap(size * density, size * density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    svg.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture
