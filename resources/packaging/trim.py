"""What of Qt and of the system goes into a bundle: the parts that the program uses, by name."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

MODULES = {"Core", "Gui", "PrintSupport", "Svg", "Widgets"}
"""Qt's modules that the program imports."""
LIBRARIES = MODULES | {"DBus", "WaylandClient", "XcbQpa"}
"""Qt's libraries: those of the modules, and what these and the plugins are linked with."""
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "platforms": {"qcocoa", "qminimal", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""Kinds of plugins, and of each kind those that are kept."""
PLUGIN = re.compile(r"/plugins/([\w-]+)/(?:lib)?([\w-]+)\.(?:so|dll|dylib)$")
LIBRARY = re.compile(r"/(?:lib)?Qt6?([A-Z]\w*?)(?:\.abi3)?(?:\.framework|\.so|\.pyd|\.dll|\.dylib)")
UNUSED = re.compile(
    r"^PySide6/(?:.*/)?(?:translations|qml|resources)/"
    r"|/opengl32sw\.dll$|/(?:lib)?pyside6qml\."
    r"|\.dist-info/(?:RECORD$|INSTALLER$|REQUESTED$|sboms/)"
)
"""Also what Windows falls back to without a graphics driver: widgets are painted without it."""
SYSTEM_LIBRARY = re.compile(r"^lib[^/]*\.so[.\d]*$")
ICU_KEPT = re.compile(
    r"^(?:coll/)?(?:root|en|en_US|pool|res_index|ucadata)\.|^coll/ucadata"
    r"|^[^/]+\.(?:icu|nrm)$"
    r"|^(?:icustd|icuver|keyTypeData|likelySubtags|metaZones|numberingSystems|supplementalData"
    r"|timezoneTypes|windowsZones|zoneinfo64)\.res$"
)
"""Of the data of ICU, by which Qt sorts and knows time zones: English. It has 700 languages."""
ICU_ASSEMBLY = """
.section .rodata
.global {symbol}
.type {symbol}, @object
.balign 16
{symbol}:
.incbin "{data}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack, "", @progbits
"""


def is_used(place: str, *, linux: bool) -> bool:
    """Whether a file belongs into the bundle. `place`: where it would lie there, with slashes."""
    if UNUSED.search(place):
        return False
    # What a Linux desktop has, and updates by itself, is declared and not carried along.
    if linux and SYSTEM_LIBRARY.match(place) and not place.startswith("libpython"):
        return False
    if linux and place.startswith("tzdata/"):
        return False
    if not place.startswith("PySide6/"):
        return True
    if plugin := PLUGIN.search(place):
        return plugin[2] in PLUGINS.get(plugin[1], ())
    if library := LIBRARY.search(place):
        is_binding = place.count("/") == 1 and (".abi3." in place or place.endswith(".pyd"))
        return library[1] in (MODULES if is_binding else LIBRARIES)
    return True


def make_small(bundle: Path) -> None:
    """Take debuggers' symbols and ICU's other languages from a finished bundle of Linux."""
    for library in bundle.rglob("libicudata.so.*"):
        _trim_icu(library)
    for library in bundle.rglob("*.so*"):
        if library.is_file() and not library.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def _trim_icu(library: Path) -> None:
    """Write the library of ICU's data again with what is kept, by ICU's own icupkg."""
    version = library.name.rpartition(".")[2]
    symbol = f"icudt{version}_dat"
    with tempfile.TemporaryDirectory() as folder:
        # The names in the data begin with that of its file; "l" is for little-endian.
        whole, kept = Path(folder, f"icudt{version}l.dat"), Path(folder, "kept.dat")
        unwanted, source = Path(folder, "unwanted.txt"), Path(folder, "data.s")
        _run("objcopy", "-O", "binary", "-j", ".rodata", str(library), str(whole))
        names = _run("icupkg", "-l", str(whole)).split()
        unwanted.write_text("\n".join(name for name in names if not ICU_KEPT.search(name)))
        _run("icupkg", "-r", str(unwanted), str(whole), str(kept))
        source.write_text(ICU_ASSEMBLY.format(symbol=symbol, data=kept))
        soname = f"-Wl,-soname,{library.name}"
        _run("gcc", "-shared", "-nostdlib", soname, "-o", str(library), str(source))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
