"""The shipped icons: one set of strokes, drawn in the theme's colour at one to three times their size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartplanner.files.folders import resource
from heartplanner.ui.theme import Theme

SIZE = 20
DENSITIES = (1, 2, 3)


def icon(name: str, theme: Theme) -> QIcon:
    """A shipped icon: in the colour of text, paler where it cannot be used, light where it is on."""
    found = QIcon()
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    mode, state = QIcon.Mode, QIcon.State
    for colour, which, on in (
        (theme.text, mode.Normal, state.Off),
        (theme.muted, mode.Disabled, state.Off),
        (theme.page, mode.Normal, state.On),
    ):
        data = QByteArray(text.replace("currentColor", colour.name()).encode())
        for density in DENSITIES:
            found.addPixmap(_drawn(QSvgRenderer(data), density), which, on)
    return found


def _drawn(svg: QSvgRenderer, density: int) -> QPixmap:
    picture = QPixmap(SIZE * density, SIZE * density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    svg.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture
