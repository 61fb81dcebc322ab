"""What makes the bundle and packages is in step with the program; the build itself is a command."""

from __future__ import annotations

import configparser
import importlib.util
import re
import sys
import tomllib
import xml.etree.ElementTree as ET
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest

from heartplanner import __version__
from heartplanner.files.folders import PLAN_SUFFIXES
from heartplanner.files.plan.planfile import FORMAT
from heartplanner.ui.help.parts import PARTS

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "resources" / "packaging"
LINUX = PACKAGING / "linux"
APP_ID = "io.github.heartplanner.heartplanner"
MIME = "application/x-heartplanner-schedule+json"


def module(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of the packaging, which is no package."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def desktop() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / "heartplanner.desktop")
    return parser["Desktop Entry"]


def test_the_menu_entry_opens_schedules_and_calendars() -> None:
    entry = desktop()
    assert entry["Exec"] == "heartplanner %f"
    assert entry["MimeType"].split(";") == [MIME, "text/calendar", ""]
    assert (entry["Icon"], entry["StartupWMClass"]) == ("heartplanner", "heartplanner")


def test_the_kind_of_a_schedule_file_is_known_by_its_end_and_by_its_begin() -> None:
    (kind,) = ET.parse(LINUX / "heartplanner.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert kind.attrib["type"] == MIME
    glob = kind.find(f"{space}glob")
    match = kind.find(f"{space}magic/{space}match")
    assert glob is not None
    assert match is not None
    assert glob.attrib["pattern"] == f"*{PLAN_SUFFIXES[0]}"
    written = f'{{\n  "format": "{FORMAT}",'
    first, last = map(int, match.attrib["offset"].split(":"))
    assert first <= written.index(match.attrib["value"]) <= last
    for plan in (ROOT / "tests/plans").glob("*.json"):
        assert plan.read_text().startswith(written)


def test_the_appstream_data_is_in_step() -> None:
    data = ET.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
    assert data.findtext("id") == APP_ID
    assert data.findtext("launchable") == "heartplanner.desktop"
    assert {kind.text for kind in data.findall("provides/mediatype")} == {MIME, "text/calendar"}
    newest = data.find("releases/release")
    assert newest is not None
    assert newest.attrib["version"] == __version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert data.findtext("project_license") == project["license"]


def test_the_version_of_the_store_package_and_its_kinds_of_files_are_in_step() -> None:
    text = (PACKAGING / "windows/AppxManifest.xml").read_text()
    root = ET.fromstring(text)
    identity = root.find("{*}Identity")
    assert identity is not None
    assert identity.attrib["Version"] == f"{__version__}.0"
    assert [kind.text for kind in root.iter() if kind.tag.endswith("}FileType")] == [
        PLAN_SUFFIXES[0],
        ".ics",
    ]


def test_the_programs_of_windows_take_long_paths_and_utf_8() -> None:
    root = ET.parse(PACKAGING / "windows/heartplanner.manifest").getroot()
    settings = {part.tag.rpartition("}")[2]: part.text for part in root.iter()}
    assert (settings["longPathAware"], settings["activeCodePage"]) == ("true", "UTF-8")


def test_what_systems_are_told_is_in_step(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = module("bundle_facts", monkeypatch)
    assert APP_ID == facts.BUNDLE_ID
    assert PLAN_SUFFIXES[0] == f".{facts.SUFFIX}"
    plist = facts.info_plist(__version__)
    assert plist["CFBundleVersion"] == __version__
    (stated,) = plist["UTExportedTypeDeclarations"]
    assert stated["UTTypeTagSpecification"] == {"public.filename-extension": [facts.SUFFIX]}
    assert f"'FileVersion', '{__version__}'" in facts.windows_version(__version__)
    assert "filevers=(0, 1, 0, 0)" in facts.windows_version("0.1.0")
    installer = (PACKAGING / "windows/heartplanner.iss").read_text()
    assert f'Subkey: "Software\\Classes\\.{facts.SUFFIX}"' in installer


@pytest.mark.parametrize(
    ("place", "used"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libicuuc.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtDBus.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.11", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/QtGui.pyd", True),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/Qt/lib/QtDBus.framework/Versions/A/QtDBus", True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", False),
        ("libglib-2.0.so.0", False),
        ("libpython3.11.so.1.0", True),
        ("pypdf-7.1.1.dist-info/METADATA", True),
        ("pypdf-7.1.1.dist-info/RECORD", False),
    ],
)
def test_what_of_qt_goes_into_the_bundle(
    place: str, used: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert module("trim", monkeypatch).is_used(place, linux=True) is used


def test_each_module_of_qt_that_the_program_imports_goes_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = (path.read_text() for path in (ROOT / "heartplanner").rglob("*.py"))
    imported = {name for text in texts for name in re.findall(r"PySide6\.Qt(\w+)", text)}
    assert imported - {"Network"} == module("trim", monkeypatch).MODULES


def test_the_license_of_each_part_goes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = module("license_texts", monkeypatch)
    texts.write_licenses(tmp_path / "licenses")
    names = {path.name for path in (tmp_path / "licenses").iterdir()}
    assert {
        "NOTICE.txt",
        "LICENSE",
        "LGPL-3.0.txt",
        "GPL-3.0.txt",
        "ICU.txt",
        "Python.txt",
    } <= names
    notice = (tmp_path / "licenses/NOTICE.txt").read_text()
    installed = [part for part in PARTS if part in texts.installed_parts()]
    assert len(installed) > 20
    for part in installed:
        assert f"{part.package} {distribution(part.package).version}: {part.license}" in notice
        own = [name for name in names if name.startswith(f"{part.package}-")]
        assert own or part.license.startswith("LGPL"), part
    # Whatever is under the LGPL is said to be replaceable, and lies in the folder as files.
    spec = (PACKAGING / "heartplanner.spec").read_text()
    for part in installed:
        if "LGPL" in part.license:
            name = part.package.replace("-", "_").removesuffix("_Essentials")
            assert f'"{name}"' in spec
            assert name.replace("_", "-") in notice.replace("_", "-")


def test_the_bundles_program_runs_a_module_as_python_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "shown.py").write_text("import sys; print(__name__, *sys.argv[1:])")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["heartplanner", "-m", "shown", "one", "-m"])
    entry = module("bundle_entry", monkeypatch)
    assert entry.main() == 0
    assert capsys.readouterr().out == "__main__ one -m\n"
    monkeypatch.setattr(sys, "argv", ["heartplanner", "show", "--month", "2025-08"])
    assert entry.main() == 0
    assert "Fri Aug  1" in capsys.readouterr().out


@pytest.mark.usefixtures("qapp")
def test_the_windows_icon_and_that_of_macos_hold_each_size(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    icons = module("icons", monkeypatch)
    icons.draw_icons(ROOT / "resources/icons/heartplanner.svg", tmp_path)
    pngs = {size: (tmp_path / f"{size}.png").read_bytes() for size in icons.SIZES}
    assert all(int.from_bytes(png[16:20], "big") == size for size, png in pngs.items())
    ico = (tmp_path / "heartplanner.ico").read_bytes()
    assert ico.endswith(pngs[256])
    assert ico[:6] == bytes([0, 0, 1, 0, len(icons.WINDOWS_SIZES), 0])
    icns = (tmp_path / "heartplanner.icns").read_bytes()
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert all(pngs[size] in icns for size in icons.MACOS_KINDS.values())
