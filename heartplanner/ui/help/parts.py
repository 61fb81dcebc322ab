"""What the program is made with, and under which license each part is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple


class Part(NamedTuple):
    """A package as the lock names it, with its license as an SPDX expression."""

    package: str
    license: str


QT_LICENSES = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
PARTS = (
    Part("PySide6-Essentials", QT_LICENSES),
    Part("shiboken6", QT_LICENSES),
    Part("backports-tarfile", "MIT"),
    Part("cffi", "MIT-0"),
    Part("click", "BSD-3-Clause"),
    Part("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    Part("holidays", "MIT"),
    Part("icalendar", "BSD-2-Clause"),
    Part("ifaddr", "MIT"),
    Part("importlib-metadata", "Apache-2.0"),
    Part("jaraco-classes", "MIT"),
    Part("jaraco-context", "MIT"),
    Part("jaraco-functools", "MIT"),
    Part("jeepney", "MIT"),
    Part("keyring", "MIT"),
    Part("lazy-importer", "Apache-2.0"),
    Part("more-itertools", "MIT"),
    Part("platformdirs", "MIT"),
    Part("pycparser", "BSD-3-Clause"),
    Part("pypdf", "BSD-3-Clause"),
    Part("python-calamine", "MIT"),
    Part("python-dateutil", "Apache-2.0 OR BSD-3-Clause"),
    Part("pywin32-ctypes", "BSD-3-Clause"),
    Part("recurring-ical-events", "LGPL-3.0-or-later"),
    Part("SecretStorage", "BSD-3-Clause"),
    Part("segno", "BSD-3-Clause"),
    Part("six", "MIT"),
    Part("truststore", "MIT"),
    Part("typing-extensions", "PSF-2.0"),
    Part("tzdata", "Apache-2.0"),
    Part("x-wr-timezone", "LGPL-3.0-or-later"),
    Part("zipp", "MIT"),
)
"""Qt's bindings, then the others in their order. Which of them there are depends on system and Python."""
FONT = "Inter, the font of the sheets: OFL-1.1"


def part_lines() -> list[str]:
    """Each part that is installed here, with its version and license; last what is no package."""
    versions = ((part, _version(part)) for part in PARTS)
    return [
        *(f"{part.package} {number}: {part.license}" for part, number in versions if number),
        FONT,
    ]


def _version(part: Part) -> str:
    """The version that is installed; "" where it is not."""
    try:
        return version(part.package)
    except PackageNotFoundError:
        return ""
