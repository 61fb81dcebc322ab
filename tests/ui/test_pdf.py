"""The PDF: one page each, every text where the layout has it, and the same bytes from the same plan."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.files.calendar.output_file import PDF, is_foreign
from heartplanner.pages.layout.month_page import Setting, month_page
from heartplanner.pages.page import SIZES, Box, Page, Paper
from heartplanner.pages.pdf import pdf
from tests.ui.paper_plans import SEPTEMBER, TODAY, evening_plan, full_plan, meet, sheet_of

NEAR = 0.6
"""Points that a PDF's own boxes may differ by."""
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
SCRIPT = """
import sys
from heartplanner.core.edits.example import example_plan
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.month import SheetOptions, month_sheet
from heartplanner.core.sheets.kinds import PrintStyle
from heartplanner.pages.render import render_pdf
from datetime import date
today = date.fromisoformat(sys.argv[1])
schedule = Schedule(example_plan())
sheets = [month_sheet(schedule, Month(2025, n), {}, SheetOptions(today)) for n in (8, 9)]
sys.stdout.buffer.write(render_pdf([(sheet, PrintStyle()) for sheet in sheets], "Two", today).data)
"""


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: object) -> None:
    """Fonts can be measured."""


@pytest.fixture(scope="module")
def pages(_fonts: None) -> list[Page]:
    """A year of evenings, months of 4 to 6 rows, and a month of every change, on both papers."""
    year = [sheet_of(evening_plan(), Month(2026, 7).plus(n)) for n in range(12)]
    full = [
        sheet_of(full_plan(), SEPTEMBER),
        sheet_of(full_plan(), SEPTEMBER, display=DisplayFormat(hours24=True)),
    ]
    return [month_page(sheet, Setting(paper)) for sheet in (*year, *full) for paper in Paper]


@pytest.fixture(scope="module")
def told(
    pages: list[Page], tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Box, list[tuple[Box, str]]]]:
    """What pdftotext reads of each page of their PDF: its size, and its words with their boxes."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("what a PDF says is not read: apt-get install poppler-utils")
    path = tmp_path_factory.mktemp("pdf") / "sheets.pdf"
    path.write_bytes(pdf(pages, "Sheets", TODAY))
    done = subprocess.run([tool, "-bbox", path, "-"], capture_output=True, text=True, check=True)
    found = []
    for width, height, body in PAGE.findall(done.stdout):
        words = [(numbers(word[:4]), html.unescape(word[4])) for word in WORD.findall(body)]
        found.append((Box(0, 0, float(width), float(height)), words))
    return found


def numbers(edges: Sequence[str]) -> Box:
    left, top, right, bottom = map(float, edges)
    return Box(left, top, right - left, bottom - top)


def test_every_text_stands_in_the_pdf_where_the_layout_has_it(
    pages: list[Page], told: list[tuple[Box, list[tuple[Box, str]]]]
) -> None:
    assert len(told) == len(pages)
    for page, (size, words) in zip(pages, told, strict=True):
        assert (size.width, size.height) == pytest.approx(SIZES[page.paper], abs=0.5)
        expected = sum(len(word.text.split()) for word in page.words)
        assert expected == len(words)
        for each in page.words:
            room = each.box.inset(-NEAR)
            inside = [text for box, text in words if room.holds(box)]
            assert sorted(inside) == sorted(each.text.split()), each


def test_no_text_of_the_pdf_lies_on_another(told: list[tuple[Box, list[tuple[Box, str]]]]) -> None:
    for _, words in told:
        rows = sorted(words, key=lambda word: word[0].y)
        for index, (box, text) in enumerate(rows):
            for other, said in rows[index + 1 :]:
                if other.y >= box.bottom:
                    break
                assert not meet(box, other, NEAR), (text, said)


def test_a_year_is_small_and_without_a_trace_of_the_machine() -> None:
    sheets = [sheet_of(evening_plan(), Month(2026, 1).plus(n)) for n in range(12)]
    data = pdf([month_page(sheet, Setting()) for sheet in sheets], "2026", TODAY)
    assert data.count(b"/Type /Page\n") == 12
    assert len(data) <= 150_000
    assert data.count(b"(D:20250728120000Z)") == 2
    assert set(re.findall(rb'xmp:\w+Date="(.*?)"', data)) == {b"2025-07-28T12:00:00+00:00"}
    assert b"/Author" not in data.replace(b"/Author ()", b"").replace(b"/Author (\xfe\xff)", b"")
    assert Path.home().name.encode() not in data


def test_the_same_plan_on_the_same_day_gives_the_same_bytes() -> None:
    def made(day: str, seed: str) -> bytes:
        zone = "Asia/Tokyo" if seed == "2" else "UTC"
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, day], env=env, capture_output=True, check=True
        )
        return done.stdout

    one, other = made("2025-07-28", "1"), made("2025-07-28", "2")
    assert one[:5] == b"%PDF-"
    assert one == other
    assert made("2025-07-29", "1") != one


def test_pages_of_both_sizes_go_into_one_pdf(pages: list[Page]) -> None:
    data = pdf(pages[:2], "Both", date(2025, 1, 1))
    boxes = re.findall(rb"/MediaBox \[[\d. ]+ ([\d.]+) ([\d.]+)\]", data)
    assert [tuple(round(float(each)) for each in box) for box in boxes] == [(792, 612), (842, 595)]


def test_a_file_of_another_program_is_foreign_and_our_own_is_not(tmp_path: Path) -> None:
    path, page = tmp_path / "x.pdf", Page("x", Paper.LETTER, ())
    assert not is_foreign(path, PDF)
    path.write_bytes(b"%PDF-1.4")
    assert is_foreign(path, PDF)
    path.write_bytes(pdf([page], "November 2026", date(2026, 11, 28)))
    assert not is_foreign(path, PDF)
    path.write_text("Dear Lee")  # it is not replaced at all, so nobody is asked
    assert not is_foreign(path, PDF)
