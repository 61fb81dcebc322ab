"""Whether there is a display for the window: looked at before Qt does, which aborts where there is none."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from heartplanner.files.disk import FileError

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt loads for a window on X11, and aborts without; the Debian package of each."""
HELP = "heartplanner --help lists what works without a window"
OURS = ("xcb", "wayland", "wayland-egl")
"""Qt's platforms that need a display; others, such as offscreen, are left to Qt."""


def check_display() -> None:
    """Raise FileError, one line, where Qt would find no display of those that it would try."""
    if not sys.platform.startswith("linux"):
        return
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    # Several may be named, to be tried in turn, each with options behind a colon.
    platforms = (
        [part.partition(":")[0] for part in asked.split(";")] if asked else ["wayland", "xcb"]
    )
    if not set(platforms) <= set(OURS):
        return
    wayland = any(name.startswith("wayland") for name in platforms)
    compositor = os.environ.get("WAYLAND_DISPLAY", "") if wayland else ""
    if compositor and _compositor_answers(compositor):
        return
    display = os.environ.get("DISPLAY", "") if "xcb" in platforms else ""
    if not display:
        raise FileError(_no_display(compositor))
    # Before the server is asked: without these Qt aborts even where one answers.
    missing = [package for library, package in X11_LIBRARIES.items() if not _loads(library)]
    if missing:
        packages = " ".join(missing)
        raise FileError(f"the window needs packages: apt-get install {packages}")
    if not _x_server_answers():
        raise FileError(
            f"the display {display} cannot be reached: check DISPLAY, or log in to the desktop; {HELP}"
        )


def _no_display(compositor: str) -> str:
    if compositor:
        return f"the display {compositor} cannot be reached: check WAYLAND_DISPLAY; {HELP}"
    return f"there is no display to open the window on; {HELP}"


def _compositor_answers(display: str) -> bool:
    """Whether the Wayland compositor of this name, or of this path, takes a connection."""
    if sys.platform == "win32":
        return False
    import socket

    place = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / display
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(place))
        except OSError:
            return False
    return True


def _x_server_answers() -> bool:
    """Whether the X server that the environment names takes a connection, and lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    # By the library that Qt itself uses: it knows sockets, TCP, and the cookies by which a server lets
    # one in.
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
