"""The shipped icons: one set of strokes, drawn in the theme's colours as fine as the screens show them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartplanner.files.folders import resource
from heartplanner.ui.theme import Theme

SIZE = 20


def icon(name: str, theme: Theme, size: int = SIZE) -> QIcon:
    """A shipped icon: in the colour of text, paler where it cannot be used, light where it is on.

    `size`: its width and height in pixels.
    """
    found = QIcon()
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    mode, state = QIcon.Mode, QIcon.State
    for colour, which, on in (
        (theme.text, mode.Normal, state.Off),
        (theme.faint, mode.Disabled, state.Off),
        (theme.page, mode.Normal, state.On),
    ):
        data = QByteArray(text.replace("currentColor", colour.name()).encode())
        for density in range(1, _finest() + 1):
            found.addPixmap(_drawn(QSvgRenderer(data), density, size), which, on)
    return found


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
