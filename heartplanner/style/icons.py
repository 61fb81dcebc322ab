"""The shipped icons: one set of strokes, drawn in the theme's colors as fine as the screens show them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartplanner.files.folders import resource
from heartplanner.style.theme import Theme

SIZE = 20


def icon(name: str, theme: Theme, size: int = SIZE) -> QIcon:
    """A shipped icon: in the color of text, paler where it cannot be used, light where it is on.

    `size`: its width and height in pixels.
    """
    built = QIcon()
    mode, state = QIcon.Mode, QIcon.State
    for color, which, on in (
        (theme.text, mode.Normal, state.Off),
        (theme.faint, mode.Disabled, state.Off),
        (theme.page, mode.Normal, state.On),
    ):
        # A picture for each density: scaled ones are blurred on a fine screen.
        for density in range(1, _finest() + 1):
            built.addPixmap(_drawn(_svg(name, color), density, size), which, on)
    return built


def draw_icon(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    """Draw a shipped icon as lines into a box of the painter's own units."""
    _svg(name, color).render(painter, box)


def _svg(name: str, color: QColor) -> QSvgRenderer:
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", color.name()).encode()))


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
