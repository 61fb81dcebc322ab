"""The sheets' own font: all that a sheet says in Latin letters is of it, on every machine alike."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

from heartplanner.core.edits import edits
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Note
from heartplanner.files.folders import resource
from heartplanner.pages.layout.month_page import Setting, month_page
from heartplanner.pages.layout.text_pages import text_pages
from heartplanner.pages.page import Page, Paper
from heartplanner.pages.pdf import pdf
from heartplanner.pages.render import left_out
from heartplanner.pages.text_fit import TextStyle, has_glyphs, width
from heartplanner.style.shipped_font import FILES, ensure_font
from tests.ui.paper_plans import AT, SEPTEMBER, TODAY, full_plan, sept, sheet_of

OUR_FONTS = ["HeartPlannerSans-Bold", "HeartPlannerSans-Regular"]
NOBODYS = "\U0010fffd"
"""A character for private use that no font has."""
ALEF = "א"
CONFIG = """<?xml version="1.0"?>
<fontconfig>
  <dir>{folder}</dir><cachedir>{folder}/cache</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Wide</family></prefer></alias>
  <match target="font">
    <edit name="embolden"><bool>true</bool></edit>
    <edit name="hintstyle"><const>hintfull</const></edit>
    <edit name="autohint"><bool>true</bool></edit>
  </match>
</fontconfig>
"""
SHEETS = """
import sys
from datetime import date
from heartplanner.core.words.display_format import Language
from heartplanner.core.edits import edits
from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Note
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.kinds import PrintStyle, SheetKind, SheetRef, sheet_of
from heartplanner.core.sheets.month import SheetOptions
from heartplanner.pages.render import render_pdf
first = date(2025, 9, 1)
plan = example_plan()
for note in sys.argv[1:]:
    plan = edits.add_change(plan, Note(date(2025, 9, 13), note), plan.history[0].at)
leaves = [SheetRef(SheetKind.MONTH, first), SheetRef(SheetKind.YEAR, first.replace(month=1)),
          SheetRef(SheetKind.CYCLE, first), SheetRef(SheetKind.FAMILY, first, Language.SPANISH)]
sheets = [(sheet_of(Schedule(plan), leaf, {}, SheetOptions(first)), PrintStyle()) for leaf in leaves]
done = render_pdf(sheets, "All", first)
sys.stdout.buffer.write(done.data)
sys.stderr.write("".join(done.left_out))
"""
only_with_fontconfig = pytest.mark.skipif(
    sys.platform != "linux", reason="which fonts there are is said by fontconfig on Linux only"
)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Fonts can be measured."""


@pytest.fixture
def no_fonts(tmp_path: Path) -> Path:
    """A machine's configuration without any font."""
    folder = tmp_path / "none"
    folder.mkdir()
    return configured(folder)


@pytest.fixture
def wide_font(tmp_path: Path) -> Path:
    """A configuration with one font, and its letters and alef are twice as wide as high."""
    folder = tmp_path / "wide"
    folder.mkdir()
    letters = [chr(code) for code in range(0x20, 0x7F)] + [ALEF]
    names = [".notdef", *(f"uni{ord(letter):04X}" for letter in letters)]
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 700), (1900, 700), (1900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, letters), names[1:], strict=True)))
    builder.setupGlyf(dict.fromkeys(names, box))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (2000, 100)))
    builder.setupHorizontalHeader(ascent=1500, descent=-500)
    builder.setupNameTable({"familyName": "Wide", "styleName": "Regular", "psName": "Wide"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(folder / "wide.ttf")
    return configured(folder)


def configured(folder: Path) -> Path:
    path = folder / "fonts.conf"
    path.write_text(CONFIG.format(folder=folder))
    return path


def printed(config: Path | None, *notes: str) -> tuple[bytes, str]:
    """The PDF of every kind of sheet, and what it leaves out, with the fonts that are configured."""
    env = os.environ | {"PYTHONUTF8": "1"} | ({"FONTCONFIG_FILE": str(config)} if config else {})
    done = subprocess.run(
        [sys.executable, "-c", SHEETS, *notes], env=env, capture_output=True, check=True
    )
    return done.stdout, done.stderr.decode()


def fonts_in(data: bytes) -> list[str]:
    """The names of a PDF's fonts; what stands before the plus sign marks a part of a font."""
    names = {name.decode() for name in re.findall(rb"/BaseFont /(?:[A-Z]{6}\+)?([^\s/]+)", data)}
    return sorted(names)


def page_with(note: str) -> Page:
    plan = edits.add_change(example_plan(), Note(sept(13), note), AT)
    return month_page(sheet_of(plan, SEPTEMBER), Setting())


@only_with_fontconfig
def test_a_sheet_is_the_same_to_the_byte_whatever_fonts_there_are(
    no_fonts: Path, wide_font: Path
) -> None:
    spanish = "Cumpleaños de Íñigo: ¿qué llevo? – 2 €"
    here = printed(None, spanish)
    assert here[1] == ""
    assert fonts_in(here[0]) == OUR_FONTS
    assert printed(no_fonts, spanish) == here
    assert printed(wide_font, spanish) == here


@only_with_fontconfig
def test_a_rule_that_replaces_our_font_is_told_once(wide_font: Path) -> None:
    rule = (
        '<match target="pattern"><edit name="family" mode="prepend" binding="strong">'
        "<string>Wide</string></edit></match></fontconfig>"
    )
    wide_font.write_text(wide_font.read_text().replace("</fontconfig>", rule))
    code = (
        "from heartplanner.pages.render import _application, left_out;"
        "application = _application(); print(left_out([]))"
    )
    env = os.environ | {"FONTCONFIG_FILE": str(wide_font)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert done.stdout.count(b"A font rule of this computer puts Wide in place of") == 1


@only_with_fontconfig
def test_another_script_is_of_a_font_that_has_it(no_fonts: Path, wide_font: Path) -> None:
    data, said = printed(wide_font, f"Ana {ALEF}")
    assert said == ""
    assert fonts_in(data) == [*OUR_FONTS, "Wide"]
    data, said = printed(no_fonts, f"Ana {ALEF}")
    assert said.startswith(f'September 2025: some letters of "Ana {ALEF}" cannot be printed')
    assert fonts_in(data) == OUR_FONTS


def test_what_letters_and_signs_people_write_are_of_our_font() -> None:
    letters = "".join(map(chr, (*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x149))))
    vietnamese = "Nguyễn Thị Hồng Đào, Trần Bửu Ơn"
    signs = "–—‘’“”…·•→←€£½¼°×−✓★♥"  # noqa: RUF001  (just these signs)
    for text in (letters, vietnamese, signs):
        (page,) = text_pages("Letters", [("", text)], Paper.LETTER)
        assert left_out([page]) == []
        assert fonts_in(pdf([page], "Letters", TODAY)) == OUR_FONTS


def test_digits_are_of_one_width() -> None:
    for bold in (False, True):
        style = TextStyle(12, bold)
        assert len({width(digit * 2, style) for digit in "0123456789"}) == 1
        assert len({width(f"{digit}:{digit}0", style) for digit in "0123456789"}) == 1


def test_every_month_of_every_change_is_of_our_fonts() -> None:
    pages = [month_page(sheet_of(full_plan(), SEPTEMBER), Setting(paper)) for paper in Paper]
    assert fonts_in(pdf(pages, "Full", TODAY)) == OUR_FONTS


@pytest.mark.qt_log_ignore("OpenType support missing")
def test_a_letter_that_no_font_has_is_not_shown() -> None:
    assert has_glyphs("Zoë – 2 €")
    assert has_glyphs(
        "e\u0301 \u2764\ufe0f \u200d"
    )  # an accent, and signs of which nothing is to be seen
    assert not has_glyphs(f"Zoë {NOBODYS}")


def test_a_box_is_drawn_for_a_letter_that_no_font_has() -> None:
    for file in FILES:
        assert TTFont(resource(file))["glyf"][".notdef"].numberOfContours > 1


@only_with_fontconfig
def test_a_script_that_no_font_has_is_not_shown(no_fonts: Path) -> None:
    """For some scripts Qt then draws boxes of no font, which are no font's glyph 0."""
    assert "some letters" in printed(no_fonts, "हिन्दी")[1]


def test_lines_with_letters_that_no_font_has_are_quoted_as_far_as_three() -> None:
    assert left_out([page_with("Zoë")]) == []
    (line,) = left_out([page_with(f"Zoë {NOBODYS}")])
    assert line == (
        f'September 2025: some letters of "Zoë {NOBODYS}" cannot be printed, because no font on this'
        " computer has them. A box stands in their place. Write it in other letters, or install a"
        " font that has them."
    )
    pages = text_pages("Steps", [("", f"{n} {NOBODYS}") for n in range(6)], Paper.LETTER)
    (line,) = left_out(pages)
    assert f'"2 {NOBODYS}" and 3 more lines cannot' in line


def test_the_license_lies_beside_the_font() -> None:
    license_text = resource("fonts/OFL.txt").read_text(encoding="ascii")
    assert "SIL OPEN FONT LICENSE Version 1.1" in license_text
    authors = "The Inter Project Authors (https://github.com/rsms/inter)"
    assert authors in license_text
    for file in FILES:
        names = TTFont(resource(file))["name"]
        assert authors in names.getDebugName(0)
        assert names.getDebugName(1) == "Heart Planner Sans"
        assert "SIL Open Font License" in names.getDebugName(13)


@only_with_fontconfig
def test_the_window_writes_with_our_font_where_there_is_none(no_fonts: Path) -> None:
    code = (
        "import sys; from PySide6.QtGui import QFont, QFontInfo, QGuiApplication;"
        "from heartplanner.style.shipped_font import ensure_font;"
        "app = QGuiApplication(['x', '-platform', 'offscreen']); ensure_font(app);"
        "sys.stdout.write(QFontInfo(QFont()).family())"
    )
    env = os.environ | {"FONTCONFIG_FILE": str(no_fonts)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert done.stdout == b"Heart Planner Sans"


def test_a_font_of_the_system_stays_the_windows(qapp: QGuiApplication) -> None:
    before = QFontInfo(QFont()).family()
    ensure_font(qapp)
    assert QFontInfo(QFont()).family() == before
