"""What the program is made with, and under which license each part is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple


class LicensedPart(NamedTuple):
    """A package as the lock names it, with its license as an SPDX expression."""

    package: str
    license: str


QT_LICENSES = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
PARTS = (
    LicensedPart("PySide6-Essentials", QT_LICENSES),
    LicensedPart("shiboken6", QT_LICENSES),
    LicensedPart("backports-tarfile", "MIT"),
    LicensedPart("cffi", "MIT-0"),
    LicensedPart("click", "BSD-3-Clause"),
    LicensedPart("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    LicensedPart("holidays", "MIT"),
    LicensedPart("icalendar", "BSD-2-Clause"),
    LicensedPart("ifaddr", "MIT"),
    LicensedPart("importlib-metadata", "Apache-2.0"),
    LicensedPart("jaraco-classes", "MIT"),
    LicensedPart("jaraco-context", "MIT"),
    LicensedPart("jaraco-functools", "MIT"),
    LicensedPart("jeepney", "MIT"),
    LicensedPart("keyring", "MIT"),
    LicensedPart("lazy-importer", "Apache-2.0"),
    LicensedPart("more-itertools", "MIT"),
    LicensedPart("platformdirs", "MIT"),
    LicensedPart("pycparser", "BSD-3-Clause"),
    LicensedPart("pypdf", "BSD-3-Clause"),
    LicensedPart("python-calamine", "MIT"),
    LicensedPart("python-dateutil", "Apache-2.0 OR BSD-3-Clause"),
    LicensedPart("pywin32-ctypes", "BSD-3-Clause"),
    LicensedPart("recurring-ical-events", "LGPL-3.0-or-later"),
    LicensedPart("SecretStorage", "BSD-3-Clause"),
    LicensedPart("segno", "BSD-3-Clause"),
    LicensedPart("six", "MIT"),
    LicensedPart("truststore", "MIT"),
    LicensedPart("typing-extensions", "PSF-2.0"),
    LicensedPart("tzdata", "Apache-2.0"),
    LicensedPart("x-wr-timezone", "LGPL-3.0-or-later"),
    LicensedPart("zipp", "MIT"),
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


def _version(part: LicensedPart) -> str:
    """The version that is installed; "" where it is not."""
    try:
        return version(part.package)
    except PackageNotFoundError:
        return ""
