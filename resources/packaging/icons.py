"""The icon in all sizes, drawn from its SVG when a bundle is built."""

from __future__ import annotations

import os
import struct
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 256)
MACOS_KINDS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}
"""What an .icns calls a PNG of each size."""


def draw_icons(svg: Path, folder: Path) -> None:
    """Write SIZE.png for each size, heartplanner.ico and heartplanner.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: _png(svg, size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "heartplanner.ico").write_bytes(
        _ico({size: pictures[size] for size in WINDOWS_SIZES})
    )
    parts = {kind: pictures[size] for kind, size in MACOS_KINDS.items()}
    (folder / "heartplanner.icns").write_bytes(_icns(parts))
    del application


def _png(svg: Path, size: int) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    """The container of Windows: a directory, then the PNGs; a size of 256 is written as 0."""
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    start = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        head += struct.pack(
            "<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), start + len(body)
        )
        body += data
    return head + body


def _icns(pictures: dict[bytes, bytes]) -> bytes:
    """The container of macOS: each PNG behind its kind and its length, big-endian."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(data)) + data for kind, data in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
