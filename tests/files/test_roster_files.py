"""Roster files of every kind: told by their content, read in a bounded process, refused in one line."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from heartplanner.core.edits.example import example_plan
from heartplanner.core.finder.counting.marks import cycle_day
from heartplanner.core.plan.model import EXAMPLE_ROTATION
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.rest_free import with_rest_free
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import EventSource, Source, Table, TableSource, TextSource
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.calendar.ical import PRODID, calendar
from heartplanner.files.disk import FileError
from heartplanner.files.roster import child, kinds, roster_file
from heartplanner.files.roster.roster_file import read_source, source_from, source_of
from heartplanner.files.roster.workbooks.unseen import NOT_SEEN, unseen_marks

START = date(2025, 7, 28)


def source(data: bytes) -> Source:
    return source_of(data, "roster", START, START)


def read_apart(data: bytes) -> Roster:
    """Read in a process of its own, as the program reads."""
    return read_roster(source(data), RosterQuestion(START, START))


def read(data: bytes) -> Roster:
    """The same without the process, whose start takes longer than most rosters."""
    answer = json.loads(json.dumps(child.read(data, START, START)))
    return read_roster(source_from(answer), RosterQuestion(START, START))


def told(roster: Roster) -> str:
    return ", ".join(f"{each.date.day} {each.letter} {each.line}" for each in roster.readings)


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:1", "DTSTAMP:20250101T000000Z", *lines, "END:VEVENT"])


def calendar_of(*components: str) -> bytes:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *components, "END:VCALENDAR"]
    return ("\r\n".join(parts) + "\r\n").encode()


def workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


ODS_CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


def ods(rows: str, styles: str = "", common: str = "") -> bytes:
    """An OpenDocument sheet with these rows. `common`: the styles and pages that all sheets share."""
    spaces = {name: name for name in ("office", "table", "text", "style")}
    spaces |= {"fo": "xsl-fo-compatible", "number": "datastyle"}
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in spaces.items()
    )
    names += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f'<?xml version="1.0"?><office:document-content {names}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="A" table:style-name="ta1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
        if common:
            root = f'<?xml version="1.0"?><office:document-styles {names}>{common}'
            archive.writestr("styles.xml", f"{root}</office:document-styles>")
    return stream.getvalue()


def repeated(columns: int, rows: int) -> bytes:
    """A cell that stands for so many: few bytes, and as much memory as one asks for."""
    cell = ODS_CELL.format(f' table:number-columns-repeated="{columns}"', "x")
    return ods(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def far_corner() -> bytes:
    """A workbook of two cells, with seventeen thousand million blank ones between."""

    def fill(book: openpyxl.Workbook) -> None:
        book.active["A1"] = "8/2"
        book.active.cell(1_048_576, 16_384, "9-9")

    return workbook(fill)


def pdf(*lines: str) -> bytes:
    """A page with these lines."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    return pdf_of(f"BT /F1 12 Tf 72 720 Td {shown}ET".encode())


def pdf_of(stream: bytes, how: bytes = b"", kids: bytes = b"[3 0 R]") -> bytes:
    """A document with these pages, as small as a PDF can be. `how`: the stream is packed."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids %s /Count 1 >>" % kids,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), how, stream),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    return data + head + b"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF" % len(data)


SHIFT = ("DTSTART:20250802T130000Z", "DTEND:20250803T010000Z", "SUMMARY:Shift")


def test_our_own_calendar_is_read_back_as_the_rotation() -> None:
    roster = read_apart(calendar(Schedule(example_plan()), START, date(2025, 9, 7)))
    assert roster.unread == ()
    for each in roster.readings:
        letter = EXAMPLE_ROTATION.letters[cycle_day(START, each.date) - 1]
        assert each.letter == {"S": "D"}.get(letter, letter)
    assert len(roster.readings) == 18 + 6 + 6


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (SHIFT, "2 D 4"),
        (
            ("DTSTART;TZID=Eastern Standard Time:20250802T120000",
             "DTEND;TZID=Eastern Standard Time:20250803T000000", "SUMMARY:Shift"),
            "2 E 4",
        ),
        (("DTSTART:20250802T090000", "DTEND:20250802T210000", "SUMMARY:HEART"), "2 D 4"),
        (("DTSTART;VALUE=DATE:20250829", "DTEND;VALUE=DATE:20250831", "SUMMARY:Off"), "29 - 4, 30 - 4"),
        ((*SHIFT, "RRULE:FREQ=WEEKLY;COUNT=2"), "2 D 4, 9 D 4"),
        ((*SHIFT, "DESCRIPTION:" + "x" * 60_000), "2 D 4"),
        (("DTSTART:20250802T090000", "DURATION:PT12H"), "2 D 4"),
    ],
)  # fmt: skip
def test_events_are_read(lines: tuple[str, ...], expected: str) -> None:
    roster = read(calendar_of(event(*lines)))
    assert (told(roster), roster.unread) == (expected, ())


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((*SHIFT, "STATUS:TENTATIVE"), "the event is not certain"),
        (("DTSTART:20250801T130000Z", "DTEND:20250804T010000Z"), "it lasts longer than a day"),
        (("DTSTART;TZID=Mars/Base:20250802T090000",), "the time zone 'Mars/Base' is not known"),
        (("DTSTART:20320802T130000Z", "DTEND:20320803T010000Z"), "more than five years ahead"),
        ((*SHIFT, "DTSTART:20250803T130000Z"), "it states DTSTART twice"),
        ((*SHIFT, "RRULE:FREQ=SECONDLY"), "it repeats in a way that is not read"),
        ((*SHIFT, "RRULE:FREQ=DAILY;INTERVAL=0"), "it repeats in a way that is not read"),
        ((*SHIFT, "RRULE:FREQ=DAILY;INTERVAL=2000"), "it repeats in a way that is not read"),
        ((*SHIFT, "RRULE:FREQ=DAILY;BYSECOND=1,2,3"), "it repeats in a way that is not read"),
        ((*SHIFT, "RRULE:FREQ=MONTHLY;BYMONTHDAY=99"), "it repeats in a way that is not read"),
        ((*SHIFT, "RDATE;VALUE=DATE:20250803"), "it repeats in a way that is not read"),
        ((*SHIFT, "EXRULE:FREQ=DAILY"), "it repeats in a way that is not read"),
        ((*SHIFT, "RDATE:" + ",".join(["20250803T130000Z"] * 201)), "more than 200 single dates"),
        (("DTSTART:garbage", "SUMMARY:x"), "cannot be read"),
        (("DTSTART:20259999T090000", "SUMMARY:x"), "cannot be read"),
        (("DTSTART:99991231T130000Z", "DURATION:P9999D"), "cannot be read"),
        (("DTSTART:20250802T130000Z", "DURATION:P9999D"), "it lasts longer than a day"),
        (("DTSTART:20250802T130000Z", "DTEND;VALUE=DATE:20250803"), "its end is not of the kind"),
        (("DTSTART:20250802", "DTEND:20250803T010000Z"), "its end is not of the kind"),
    ],
)
def test_one_bad_event_is_listed_and_the_others_are_read(lines: tuple[str, ...], why: str) -> None:
    good = event("DTSTART:20250804T130000Z", "DTEND:20250805T010000Z", "SUMMARY:Shift")
    roster = read(calendar_of(event(*lines), good.replace("UID:1", "UID:2")))
    assert [each.date.day for each in roster.readings] == [4]
    assert len(roster.unread) == 1
    assert why in roster.unread[0].why


@pytest.mark.parametrize(
    "components",
    [
        [event(*SHIFT)] * 5001,
        ["BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE"] * 51,
        ["X:" + "x" * 70_000],
        ["X:1"] * 100_001,
        ["BEGIN:X-A"] * 40_000,
        [event(*SHIFT, "RRULE:FREQ=DAILY").replace("UID:1", f"UID:{n}") for n in range(40)],
    ],
    ids=range(6),
)
def test_a_calendar_that_could_do_harm_is_one_line(components: list[str]) -> None:
    with pytest.raises(FileError) as caught:
        source(calendar_of(*components))
    assert str(caught.value).startswith("roster: it has ") or "nested too deeply" in str(
        caught.value
    )


def packed(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def bomb(name: str, size: int) -> bytes:
    """A workbook that unpacks to a hundred times its size."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(name, b"0" * size)
    return stream.getvalue()


def inflating_pdf() -> bytes:
    return pdf_of(packed(b"0" * 100_000_000), b"/Filter /FlateDecode")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "a photo is not read"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 99, "a photo is not read"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 99, "a photo is not read"),
        (b"\x7fELF" + b"\0" * 99, "this kind of file is not read"),
        (b"PK\x03\x04 no archive", "the file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "the workbook is damaged"),
        (partial(bomb, "xl/worksheets/sheet1.xml", 101_000_000), "larger than any roster"),
        (bomb("xl/sharedStrings.xml", 1000), "the workbook is damaged"),
        (b"%PDF-1.4\nnothing", "the PDF is damaged"),
        (pdf(), "there is no text in it"),
        (inflating_pdf, "the PDF is damaged"),
        (pdf_of(b"BT ET", kids=b"[2 0 R]"), "the PDF is damaged"),
        (repeated(1_000_000_000, 1), "more than 120 columns"),
        (repeated(16_384, 1_048_576), "the workbook is damaged"),
        (far_corner(), "it cannot be read in the time and memory that a roster needs"),
        (b"<table>" + b"<tr><td>x" * 3100, "its tables are larger than any roster"),
        (b"<table><tr>" + b"<td>x" * 200, "its tables are larger than any roster"),
        (b"<html>" + b"<b>" * 100_001, "longer than any roster"),
        (b"x" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_is_no_roster_is_one_line(data: bytes | Callable[[], bytes], why: str) -> None:
    """What takes long to pack is packed here: each worker lists all tests before it runs some."""
    with pytest.raises(FileError) as caught:
        source(data if isinstance(data, bytes) else data())
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("roster: ")
    assert why in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000,
        b"9" * 200_000,
        b"8/2 " * 200_000,
        b"8/2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13\n" * 60,
        b"8-2 9-9 - 9-9 - 9-9 - 9-9 - 9-9 - 9-9 - 9-9 - 9-9\n" * 60,
        b"a = " * 100_000,
        b'"' * 100_000,
        b"\t" * 100_000 + b"8/2",
        b"<table>" * 50_000,
        b"<!--" * 50_000,
    ],
    ids=range(10),
)
def test_odd_texts_are_read_as_far_as_they_can_be(data: bytes) -> None:
    roster = read_apart(data)
    assert all("\n" not in each.text and len(each.text) < 250 for each in roster.unread)


def test_a_child_is_ended_by_its_own_time_and_memory() -> None:
    hold = "from heartplanner.files.roster.child import hold; hold(1)\n"
    for work in ("while True: pass", "x = bytearray(1 << 31)"):
        done = subprocess.run([sys.executable, "-c", hold + work], capture_output=True, check=False)
        assert done.returncode != 0


def test_a_child_that_dies_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_file, "CHILD", "heartplanner.files.roster.no_such_module")
    with pytest.raises(FileError, match="roster: it cannot be read in the time and memory"):
        source(b"8/2 9a-9p")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf8/2 9a-9p\r\n", "8/2 9a-9p\r\n"),
        ("8/2 9a\u20139p".encode("cp1252"), "8/2 9a\u20139p"),
        ("8/2 9a\u20139p".encode("utf-16"), "8/2 9a\u20139p"),
        (b"<html><head><title>x</title></head><p>8/2 9a-9p<br>8/3 off</p>", "8/2 9a-9p\n8/3 off"),
        (b"8/2 <9a-9p>", "8/2 <9a-9p>"),
    ],
)
def test_a_text_is_taken_as_it_is(data: bytes, text: str) -> None:
    assert source(data) == TextSource(text)


def test_a_file_is_told_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "roster.txt"
    file.write_bytes(calendar_of(event(*SHIFT)))
    assert isinstance(read_source(file, START, START), EventSource)


def test_the_text_of_a_pdf_is_read_line_by_line() -> None:
    assert (
        told(read_apart(pdf("8/2/2025 9a-9p", "8/3/2025 off", "8/14/2025 12p-12a")))
        == "2 D 1, 3 - 2, 14 E 3"
    )


def test_cells_of_a_workbook_are_read_as_what_they_are() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.append(["Date", "Start", "End", "Hours"])
        sheet.append([date(2025, 8, 2), time(9), time(21), 12])
        sheet.append([datetime(2025, 8, 3), time(12), time(0), timedelta(hours=12)])  # noqa: DTZ001
        sheet.append([])
        sheet.append([date(2025, 8, 5), "Off", None, 0.0])
        hidden = book.create_sheet("Old")
        hidden.append([date(2025, 8, 6), "9a-9p"])
        hidden.sheet_state = "hidden"

    assert told(read_apart(workbook(fill))) == "2 D 2, 3 E 3, 5 - 5"


def test_a_spreadsheet_that_made_a_date_of_hours_is_not_believed() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append([date(2025, 8, 2), date(2025, 8, 3)])
        book.active.append(["9-9", date(2025, 9, 9)])

    roster = read(workbook(fill))
    assert told(roster) == "2 D 2"
    assert "a spreadsheet may have made one of hours" in roster.unread[0].why


def test_a_cell_over_several_columns_fills_the_first_of_them() -> None:
    page = (
        "<table><tr><td>8/2<td>8/3<td>8/4<td>8/5<td>8/6</tr>"
        "<tr><td colspan=2>9-9<td rowspan=2>off<td>9-9<td>D</tr></table>"
    )
    assert told(read(page.encode())) == "2 D 2, 4 - 2, 5 D 2, 6 D 2"
    assert source(b"<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>") == TableSource(
        source_tables([["a", "b"], ["a", "c"], ["d"]])
    )


def source_tables(rows: list[list[str]]) -> tuple[object, ...]:
    from heartplanner.core.roster.source import Table

    return (Table(tuple((n, tuple(row)) for n, row in enumerate(rows, 1))),)


def test_an_ods_file_is_read() -> None:
    row = (
        '<table:table-cell office:value-type="date" office:date-value="2025-08-03"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT12H00M00S"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT00H00M00S"/>'
    )
    head = "".join(ODS_CELL.format("", each) for each in ("Date", "Start", "End"))
    rows = f"<table:table-row>{head}</table:table-row><table:table-row>{row}</table:table-row>"
    assert told(read_apart(ods(rows))) == "3 E 2"


def test_an_ods_cell_with_more_blanks_than_any_has_is_refused() -> None:
    cell = ODS_CELL.format("", '8/3/2025<text:s text:c="{}"/>D')
    rows = f"<table:table-row>{cell}</table:table-row>"
    assert told(read_apart(ods(rows.format(2)))) == "3 D 1"
    with pytest.raises(FileError, match="larger than any roster"):
        read_apart(ods(rows.format(5000)))


def test_a_hidden_sheet_is_listed_and_not_read() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        assert book.active
        book.active.append(["8/4/2025", "D"])
        for name, rows in (
            ("November", [["8/5/2025", "9a-9p"]]),
            ("Codes", [["D = 7a-7p"], ["E = 12p-12a"]]),
        ):
            sheet = book.create_sheet(name)
            sheet.sheet_state = "hidden"
            for row in rows:
                sheet.append(row)
        book.active.append(["8/6/2025", "E"])

    roster = read(workbook(fill))
    assert told(roster) == "6 E 2"
    assert {line.text: line.why for line in roster.unread} == {
        "8/4/2025 | D": "elsewhere in the roster this shift has other hours",
        "8/5/2025 | 9a-9p": "the sheet 'November' is hidden",
    }


GRID = (
    "<table><tr><th>Sun<th>Mon<th>Tue<th>Wed<th>Thu<th>Fri<th>Sat</tr>"
    "<tr><td colspan=5></td><td>1<br>9a-9p</td><td>2<br>12p-12a</td></tr></table>"
)
TWO_DAYS = "<table><tr><td>8/4</td><td>9a-9p</td></tr><tr><td>8/6</td><td>off</td></tr></table>"


@pytest.mark.parametrize(
    ("page", "days"),
    [
        (f"<h2>August 2025</h2>{GRID}", "1 D 2, 2 E 2"),
        (f"<p>Sam</p>{TWO_DAYS}", "4 D 1, 6 - 2"),
        (f"<p>My shifts</p>{TWO_DAYS}", "4 D 1, 6 - 2"),
        (f"<p>Hello</p><p>Cancelled shifts</p>{TWO_DAYS}", ""),
        (f"<html><body><p>Last year's schedule</p>{TWO_DAYS}</body></html>", ""),
        (f"<p>DRAFT</p>{TWO_DAYS}<p>August</p>{TWO_DAYS.replace('8/', '8/1')}", "14 D 1, 16 - 2"),
    ],
)
def test_a_part_of_a_page_is_read_below_the_line_above_its_table(page: str, days: str) -> None:
    assert told(read(page.encode())) == days


def test_days_years_ahead_are_read_as_those_of_a_text_are() -> None:
    # The plan's own export may lie that far ahead; a series goes on as far as single events do.
    far = ("DTSTART:20280228T140000Z", "DTEND:20280229T020000Z", "SUMMARY:Shift")
    weekly = (*MONDAY, "RRULE:FREQ=WEEKLY")
    roster = read(calendar_of(event(*far), event(*weekly)))
    assert roster.unread == ()
    days = [reading.date for reading in roster.readings]
    assert days[0] == date(2025, 8, 4)
    assert days[-1] == date(2028, 2, 28)
    assert len(days) == 135


def test_cells_with_comments_are_listed_and_not_read() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet
        for row in (
            ["Date", "Shift"],
            ["8/4/2025", "9a-9p"],
            ["8/5/2025", "9a-9p"],
            ["8/6/2025", "9a-9p"],
            ["8/7/2025", None],
            ["8/8/2025", "off"],
        ):
            sheet.append(row)
        sheet["B3"].comment = Comment("Lee covers this one", "Dana")
        sheet["A4"].comment = Comment("moved to 8/9", "Dana")
        sheet["B5"].comment = Comment("You work after all", "Dana")

    roster = read(workbook(fill))
    assert told(roster) == "4 D 2, 8 - 6"
    assert [(line.line, line.why) for line in roster.unread] == [
        (number, "its cell has a comment, which is not read") for number in (3, 4, 5)
    ]
    assert [day.day for line in roster.unread for day in line.dates] == [5, 6, 7]


MONDAY = (
    "DTSTART;TZID=America/New_York:20250804T090000",
    "DTEND;TZID=America/New_York:20250804T210000",
    "SUMMARY:Shift",
)
SERIES = (*MONDAY, "RRULE:FREQ=DAILY;COUNT=3")
LATER = (
    "DTSTART;TZID=America/New_York:20250810T120000",
    "DTEND;TZID=America/New_York:20250811T000000",
    "SUMMARY:Shift",
)


@pytest.mark.parametrize(
    ("extra", "also"),
    [
        (("EXDATE;TZID=America/New_York:20250805T000000",), ()),
        ((), ("RECURRENCE-ID;VALUE=DATE:20250805",)),
        ((), ("RECURRENCE-ID;TZID=America/New_York:20250805T100000",)),
    ],
)
def test_a_day_that_a_series_gives_up_by_another_name_is_listed(
    extra: tuple[str, ...], also: tuple[str, ...]
) -> None:
    events = [event(*SERIES, *extra)]
    if also:
        events.append(event(*also, *LATER))
    roster = read(calendar_of(*events))
    days = [(each.date.day, each.letter) for each in roster.readings]
    assert days == [(4, "D"), (6, "D"), *([(10, "E")] if also else [])]
    (listed,) = roster.unread
    assert listed.dates == (date(2025, 8, 5),)
    assert "names this day and not its time" in listed.why


def test_all_days_that_a_long_event_touches_are_listed() -> None:
    leave = event("DTSTART:20250805T000000", "DTEND:20250808T000000", "SUMMARY:Vacation")
    (listed,) = read(calendar_of(leave)).unread
    assert [day.day for day in listed.dates] == [5, 6, 7]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "DESCRIPTION:Swapped with Lee - he is working this",
            "its description says 'Swapped with'",
        ),
        ("DESCRIPTION:Status: Pending", "its description says 'Pending'"),
        ("DESCRIPTION:This was moved to 8/9", "its description says 'was moved to'"),
        ("LOCATION:Open shift", "its place says 'Open shift'"),
        ("X-ALT-DESC;FMTTYPE=text/html:<p>Canceled</p>", "its description says 'Canceled'"),
        ("X-STATUS:cancelled", "its state says 'cancelled'"),
        ("LOCATION:Jo Park covers", "its place is not understood"),
        ("COMMENT:no longer needed", "its comment says 'no longer'"),
        ("DESCRIPTION:Given to Jo", "its description is not understood"),
        ("DESCRIPTION:Jo works it", "its description is not understood"),
        ("DESCRIPTION:10a-10p", "its description is not understood"),
        ("COMMENT:void", "its comment is not understood"),
        ("CATEGORIES:Jo", "its category is not known"),
        ("TRANSP:TRANSPARENT", "the event is marked as free"),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", "the event is marked as free"),
        ("DURATION:PT10H", "its DTEND and its DURATION differ"),
    ],
)
def test_what_stands_beside_an_event_may_take_it_back(line: str, why: str) -> None:
    (listed,) = read(calendar_of(event(*MONDAY, line))).unread
    assert listed.why == why


def test_what_every_event_has_beside_it_tells_no_day_from_another() -> None:
    beside = ("DESCRIPTION:Lead Sam Ray", "TRANSP:TRANSPARENT")
    days = [[line.replace("0804", f"08{n:02}") for line in MONDAY] for n in (4, 5, 6)]
    every = [event(*day, *beside).replace("UID:1", f"UID:{n}") for n, day in enumerate(days)]
    assert told(read(calendar_of(*every))) == "4 D 4, 5 D 13, 6 D 22"


def test_tasks_and_notes_are_named_and_their_days_are_not_free() -> None:
    def lasting(kind: str, day: int) -> str:
        text = event(f"DTSTART:202508{day:02}T130000Z", "SUMMARY:Shift")
        return text.replace("VEVENT", kind)

    ends = [event(*(line.replace("0804", f"08{n:02}") for line in MONDAY)) for n in (4, 8)]
    roster = read(calendar_of(*ends, lasting("VTODO", 6), lasting("VJOURNAL", 7)))
    assert [line.why for line in roster.unread] == [
        "it is a task, and no event",
        "it is a note, and no event",
    ]
    free = with_rest_free(roster)
    assert [each.date.day for each in free.readings if each.letter == "-"] == [5]


def test_struck_and_hidden_cells_of_a_workbook_are_listed() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet
        for n in range(4, 9):
            sheet.append([f"8/{n}/2025", "9a-9p"])
        sheet["B1"].font = openpyxl.styles.Font(strike=True)
        sheet["B2"].font = openpyxl.styles.Font(bold=True)
        part = TextBlock(InlineFont(strike=True), "9a-9p")
        sheet["B3"] = CellRichText(part, " ")
        sheet.row_dimensions[4].hidden = True
        sheet["AB5"], sheet["AC5"] = "cancelled", ""
        sheet.column_dimensions["AB"].hidden = True

    roster = read(workbook(fill))
    assert told(roster) == "5 D 2"
    assert [(line.line, line.why) for line in roster.unread] == [
        (1, "its text is struck out"),
        (3, "its text is struck out"),
        (4, "its cell is hidden"),
        (5, "it says 'cancelled'"),
    ]


def shown_otherwise(sheet: Any) -> None:
    sheet["B1"].font = openpyxl.styles.Font(color="FFFFFF")
    sheet["B2"].font = openpyxl.styles.Font(color="FFFFFF")
    sheet["B2"].fill = openpyxl.styles.PatternFill("solid", fgColor="003366")
    sheet["B3"].number_format = ";;;"
    sheet["A4"].number_format = '"moved to Friday" d'
    sheet["B5"].number_format = '0 "hrs"'
    struck = openpyxl.styles.differential.DifferentialStyle(font=openpyxl.styles.Font(strike=True))
    rule = openpyxl.formatting.rule.Rule(type="expression", dxf=struck, formula=["TRUE"])
    sheet.conditional_formatting.add("A6:B6", rule)


def test_cells_that_a_workbook_shows_otherwise_are_listed() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        assert book.active
        for n in range(4, 11):
            book.active.append([f"8/{n}/2025", "9a-9p"])
        shown_otherwise(book.active)

    roster = read(workbook(fill))
    assert told(roster) == "5 D 2, 8 D 5, 10 D 7"
    marked = "a mark on it that is not read may change what it means"
    assert [(line.line, line.why) for line in roster.unread] == [(n, marked) for n in (1, 3, 4, 6)]


def test_rows_without_height_and_columns_without_width_are_hidden() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        assert book.active
        for n in (4, 5):
            book.active.append([f"8/{n}/2025", "9a-9p"])

    data = workbook(fill)
    shown = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(shown, "w") as out:
        for name in archive.namelist():
            out.writestr(name, archive.read(name).replace(b'<row r="2"', b'<row r="2" ht="0"'))
    assert told(read(shown.getvalue())) == "4 D 1"


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("A1", "Dates are one off", ""),
        ("D1", "All shifts cancelled", ""),
        ("", "DRAFT - superseded", ""),
        ("", "Page &P of &N", "4 D 2, 5 D 3"),
    ],
)
def test_what_stands_on_no_day_of_a_workbook_may_be_about_its_days(
    place: str, text: str, expected: str
) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        assert sheet
        for row in (["Date", "Shift"], ["8/4/2025", "9a-9p"], ["8/5/2025", "9a-9p"]):
            sheet.append(row)
        if place:
            sheet[place].comment = Comment(text, "Dana")
        else:
            sheet.oddFooter.center.text = text

    assert told(read(workbook(fill))) == expected


def test_what_our_own_calendar_says_of_moved_admin_takes_nothing_back() -> None:
    told_admin = "DESCRIPTION:Its admin time is moved to Friday\\, August 8."
    ours = calendar_of(event(*SHIFT, told_admin)).replace(b"-//test//EN", PRODID.encode())
    assert told(read(ours)) == "2 D 4"


CELL_STYLES = {
    "struck": '<style:text-properties style:text-line-through-style="solid"/>',
    "white": '<style:text-properties fo:color="#ffffff"/>',
    "ground": '<style:text-properties fo:color="#ffffff"/>'
    '<style:table-cell-properties fo:background-color="#204080"/>',
    "mapped": '<style:map style:condition="cell-content()=1" style:apply-style-name="struck"/>',
    "red": '<style:text-properties fo:color="#ff0000"/>',
}
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="table-cell">{inside}</style:style>'
    for name, inside in CELL_STYLES.items()
)
STYLES += (
    '<style:style style:name="child" style:family="table-cell" style:parent-style-name="struck"/>'
)
STYLES += (
    '<style:style style:name="flat" style:family="table-row">'
    '<style:table-row-properties style:row-height="0in"/></style:style>'
)
STYLES += '<number:text-style style:name="N1"><number:text>moved</number:text></number:text-style>'
STYLES += '<style:style style:name="worded" style:family="table-cell" style:data-style-name="N1"/>'


def days_of_ods(row: str = "", cell: str = "", inside: str = "9a-9p", around: str = "{}") -> bytes:
    """August 4 and 5 in rows 2 and 3; the row and the second cell of the 4th have these attributes."""
    rows = [
        f"<table:table-row{at}>{ODS_CELL.format('', day)}{ODS_CELL.format(of, text)}</table:table-row>"
        for at, of, day, text in (
            ("", "", "Date", "Shift"),
            (row, cell, "8/4/2025", inside),
            ("", "", "8/5/2025", "9a-9p"),
        )
    ]
    rows[1] = around.format(rows[1])
    return ods("".join(rows), STYLES)


STRUCK_SPAN = '<text:span text:style-name="struck">9a</text:span>-9p'
MARKED = "a mark on it that is not read may change what it means"


def styled(name: str) -> str:
    return f' table:style-name="{name}"'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (days_of_ods(row=' table:visibility="collapse"'), "its cell is hidden"),
        (days_of_ods(row=' table:visibility="filter"'), "its cell is hidden"),
        (days_of_ods(row=styled("flat")), "its cell is hidden"),
        (
            days_of_ods(around='<table:table-row-group table:display="false">{}</table:table-row-group>'),
            "its cell is hidden",
        ),
        (days_of_ods(cell=styled("struck")), "its text is struck out"),
        (days_of_ods(cell=styled("child")), "its text is struck out"),
        (days_of_ods(inside=STRUCK_SPAN), "its text is struck out"),
        (days_of_ods(row=' table:default-cell-style-name="struck"'), "its text is struck out"),
        (days_of_ods(cell=styled("white")), MARKED),
        (days_of_ods(cell=styled("mapped")), MARKED),
        (days_of_ods(cell=styled("worded")), MARKED),
    ],
)  # fmt: skip
def test_struck_and_hidden_cells_of_ods_are_listed(data: bytes, why: str) -> None:
    roster = read(data)
    assert told(roster) == "5 D 3"
    assert [(line.line, line.why) for line in roster.unread] == [(2, why)]


def test_an_ods_file_whose_marks_cannot_be_told_is_not_read() -> None:
    hidden = ' table:visibility="collapse" table:number-rows-repeated="3000"'
    many = ODS_CELL.format(' table:number-columns-repeated="119"', "8/4/2025 9a-9p")
    with pytest.raises(kinds.RefusedError, match="larger than any roster"):
        read(ods(f"<table:table-row{hidden}>{many}</table:table-row>"))
    with pytest.raises(kinds.RefusedError, match="damaged"):
        read(days_of_ods(inside="9a-9p</nothing>"))


def test_formats_of_ods_that_take_nothing_away_are_read() -> None:
    for name in ("ground", "red", "not there"):
        assert told(read(days_of_ods(cell=styled(name)))) == "4 D 2, 5 D 3"


def test_hidden_columns_and_conditions_of_ods_are_listed() -> None:
    rows = "".join(
        f"<table:table-row>{ODS_CELL.format('', day)}{ODS_CELL.format('', text)}</table:table-row>"
        for day, text in (("Date", "Shift"), ("8/4/2025", "9a-9p"), ("8/5/2025", "off"))
    )
    hidden = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    condition = (
        "<calcext:conditional-formats><calcext:conditional-format"
        ' calcext:target-range-address="A.B2:A.B1048576">'
        '<calcext:condition calcext:apply-style-name="struck" calcext:value="=1"/>'
        "</calcext:conditional-format></calcext:conditional-formats>"
    )
    for content in (hidden + rows, rows + condition):
        assert told(read(ods(content, STYLES))) == ""
    assert told(read(ods(rows + condition.replace("struck", "red"), STYLES))) == "4 D 2, 5 - 3"


def test_a_sheet_of_ods_that_is_hidden_or_says_more_on_its_pages_is_not_read() -> None:
    cells = ODS_CELL.format("", "8/4/2025") + ODS_CELL.format("", "9a-9p")
    rows = f"<table:table-row>{cells}</table:table-row>"
    style = '<style:style style:name="ta1" style:family="table">{}</style:style>'
    sheet = style.format('<style:table-properties table:display="{}"/>')
    shown = [told(read(ods(rows, sheet.format(display)))) for display in ("true", "false")]
    assert shown == ["4 D 1", ""]
    page = (
        '<office:master-styles><style:master-page style:name="Default"><style:footer><text:p>{}</text:p>'
        "</style:footer></style:master-page></office:master-styles>"
    )
    printed = [
        told(read(ods(rows, "", page.format(text)))) for text in ("Page 1", "DRAFT - superseded")
    ]
    assert printed == ["4 D 1", ""]


def test_comments_on_cells_of_ods_are_listed_and_those_of_xls_are_said_not_to_be_seen() -> None:
    def row(day: str, shift: str, more: str = "") -> str:
        cell = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p>{}</table:table-cell>'
        cells = cell.format("", day, "") + cell.format("", shift, more)
        return f"<table:table-row>{cells}</table:table-row>"

    note = "<office:annotation><text:p>Lee covers</text:p></office:annotation>"
    rows = row("Date", "Shift") + row("8/4/2025", "9a-9p", note) + row("8/5/2025", "9a-9p")
    assert told(read(ods(rows))) == "5 D 3"
    assert unseen_marks(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == NOT_SEEN
    assert unseen_marks(ods(rows)) == ""
    noted = read_roster(
        TableSource((Table(((1, ("8/4/2025", "9a-9p")),)),), NOT_SEEN),
        RosterQuestion(date(2025, 7, 28), date(2025, 8, 1)),
    )
    assert [(line.text, line.why) for line in noted.unread] == [("", NOT_SEEN)]


@pytest.mark.parametrize(
    ("page", "days"),
    [
        (f"<p>DRAFT</p><p>Community Safety</p>{TWO_DAYS}", ""),
        (f"<p>Hi Sam,</p><p>Here is your schedule.</p>{TWO_DAYS}<p>Thanks</p>", "4 D 1, 6 - 2"),
        (f"{TWO_DAYS}<p>All of these are noon to midnight now</p>", ""),
        (f"{TWO_DAYS}<p>Lee will take the 4th.</p>", "6 - 2"),
        (f"<p>Lee's days</p>{TWO_DAYS}<p>Your days</p>{TWO_DAYS.replace('8/', '8/1')}", "14 D 1, 16 - 2"),
    ],
)  # fmt: skip
def test_text_around_a_table_counts_as_text_around_lines(page: str, days: str) -> None:
    assert told(read(page.encode())) == days


@pytest.mark.parametrize(
    ("beside", "days"),
    [
        (("DTSTART;TZID=Mars/Base:20250802T090000", "SUMMARY:Shift"), ""),
        ((*SHIFT, "SUMMARY:Lee covers my shift"), ""),
        (("DTSTART:20250802T130000Z", "DTEND:20250802T140000Z", "SUMMARY:Dentist"), "2 D 4"),
        ((*SHIFT, "STATUS:CANCELLED"), "2 D 4"),
    ],
)
def test_an_unread_event_leaves_its_day_open_if_it_may_be_a_shift(
    beside: tuple[str, ...], days: str
) -> None:
    roster = read(calendar_of(event(*SHIFT), event(*beside).replace("UID:1", "UID:2")))
    assert told(roster) == days


def three_days(title: str) -> bytes:
    days = [event(*(line.replace("0804", f"08{n:02}") for line in MONDAY[:2])) for n in (4, 5, 6)]
    titled = (day.replace("UID:1", f"UID:{n}\r\nSUMMARY:{title}") for n, day in enumerate(days, 1))
    return calendar_of(*titled)


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Responder at HEART", 3),
        ("Shift @ [HEA] HEART Crisis", 3),
        ("Swim Meet", 0),
        ("Dinner at Jo", 0),
    ],
)
def test_words_in_all_titles_tell_no_day_from_another_where_the_titles_are_of_work(
    title: str, days: int
) -> None:
    assert len(read(three_days(title)).readings) == days


def test_a_time_that_is_busy_leaves_its_day_open() -> None:
    busy = (
        "BEGIN:VFREEBUSY",
        "UID:9",
        "DTSTART:20250805T130000Z",
        "DTEND:20250806T010000Z",
        "END:VFREEBUSY",
    )
    days = (event(*(line.replace("0804", f"08{n:02}") for line in MONDAY)) for n in (4, 6))
    (first, second) = (day.replace("UID:1", f"UID:{n}") for n, day in enumerate(days, 1))
    roster = with_rest_free(read(calendar_of(first, "\r\n".join(busy), second)))
    assert [each.date.day for each in roster.readings] == [4, 6]


def test_tables_of_a_page_below_a_name_each_are_of_several_people() -> None:
    other = TWO_DAYS.replace("8/6", "8/7")
    page = f"<h3>Sam Lee</h3>{TWO_DAYS}<h3>Jo Park</h3>{other}".encode()
    answer = source_from(json.loads(json.dumps(child.read(page, START, START))))
    unnamed, named = (
        read_roster(answer, RosterQuestion(START, START, name=name)) for name in ("", "Sam Lee")
    )
    assert (told(unnamed), unnamed.doubts.people) == ("", ("Sam Lee", "Jo Park"))
    assert told(named) == "4 D 1, 6 - 2"
