"""Text of a page that is struck out or hidden."""

from __future__ import annotations

import pytest

from heartplanner.files.roster.web_page import read_page


def cells(row: str) -> list[str]:
    page = read_page(f"<table><tr><td>Date<td>Shift</tr>{row}</table>")
    return [cell for _, texts in page["tables"][0]["rows"][1:] for cell in texts]


@pytest.mark.parametrize(
    "struck",
    [
        "<td><s>9a-9p</s></td>",
        "<td><strike>9a-9p</strike></td>",
        "<td><del>9a-9p</del></td>",
        '<td><span style="text-decoration: line-through">9a-9p</span></td>',
        '<td style="text-decoration:line-through">9a-9p',
    ],
)
def test_struck_text_is_told_from_other_text(struck: str) -> None:
    row = f"<tr><td>8/13</td>{struck}</tr><tr><td>8/14<td>9a-9p</tr>"
    assert cells(row) == ["8/13", "9a-9p (struck out)", "8/14", "9a-9p"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "<tr style='display: none'><td>8/12<td>9a-9p</tr><tr><td>8/13<td>9a-9p",
            ["", "", "8/13", "9a-9p"],
        ),
        ("<tr><td>8/13<td><b style='display:none'>9a<b>-</b>9p</b>12p-12a", ["8/13", "12p-12a"]),
        ("<tr><td>8/13<td style='visibility:hidden'>9a-9p<td>off", ["8/13", "", "off"]),
    ],
)
def test_hidden_text_is_not_read(row: str, expected: list[str]) -> None:
    assert cells(row) == expected


SHEET = """<style><!-- .xl65 {color:red; text-decoration : line-through;}
/* .xl66 {display:none} */ td.b.c, #gone {visibility: hidden} @media print {
.np {display: none} } --></style>"""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td class=xl65>9a-9p", "9a-9p (struck out)"),
        ('<td class="wide xl65">9a-9p', "9a-9p (struck out)"),
        ('<td><span class="xl65">9a-9p</span>', "9a-9p (struck out)"),
        ('<td class="c b">9a-9p', "9a-9p (hidden)"),
        ("<td id=gone>9a-9p", "9a-9p (hidden)"),
        ("<td class=np>9a-9p", "9a-9p (hidden)"),
        ("<td class=b>9a-9p", "9a-9p"),
        ("<th class='b c'>9a-9p", "9a-9p"),
        ("<td class=xl66>9a-9p", "9a-9p"),
    ],
)
def test_what_a_style_sheet_strikes_out_or_hides_is_told_from_other_text(
    cell: str, expected: str
) -> None:
    page = read_page(f"<html><head>{SHEET}</head><table><tr><td>8/13{cell}</table></html>")
    assert page["tables"][0]["rows"] == [(1, ["8/13", expected])]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td><a class='shift cancelled'>9a-9p</a>", "9a-9p (marked otherwise)"),
        ("<td><div aria-label='Cancelled shift'>9a-9p</div>", "9a-9p (marked otherwise)"),
        ("<td title=moved>9a-9p", "9a-9p (marked otherwise)"),
        ("<td data-state=swapped>9a-9p", "9a-9p (marked otherwise)"),
        ("<td><img alt=cancelled>9a-9p", "(marked otherwise) 9a-9p"),
        ("<td><input type=checkbox>9a-9p", "(marked otherwise) 9a-9p"),
        ("<td><span style='opacity: 0'>9a-9p</span>", ""),
        ("<td data-status=off>9a-9p", "9a-9p (struck out)"),
        ("<td class='day no-wrap' title='Shift' style='opacity:0.5'>9a-9p", "9a-9p"),
    ],
)
def test_what_a_page_says_beside_its_text_is_told_from_other_text(cell: str, expected: str) -> None:
    style = "<style>[data-status='off'] {text-decoration: line-through}</style>"
    page = read_page(f"{style}<table><tr><td>8/13{cell}</table>")
    (row,) = page["tables"][0]["rows"]
    assert [" ".join(text.split()) for text in row[1]] == ["8/13", expected]


def test_a_style_of_one_row_strikes_out_no_other() -> None:
    style = "<style>.x td, #y > td {text-decoration: line-through}</style>"
    rows = "<tr><td>8/13<tr class=x><td>8/14<tr><td>8/15<tr id=y><td>8/16</tr><tr><td>8/17"
    page = read_page(f"{style}<table>{rows}</table>")
    assert [cells for _, cells in page["tables"][0]["rows"]] == [
        ["8/13"],
        ["8/14 (struck out)"],
        ["8/15"],
        ["8/16 (struck out)"],
        ["8/17"],
    ]


def test_the_frame_of_a_published_spreadsheet_is_no_part_of_its_table() -> None:
    def row(head: str, *texts: str) -> str:
        return f"<tr><th>{head}</th>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>"

    days = (row("1", "Date", "Shift"), row("2", "8/4", "9a-9p"), row("3", "8/5", "off"))
    framed = read_page(f"<table>{row('', 'A', 'B')}{''.join(days)}</table>")
    rows = framed["tables"][0]["rows"]
    assert rows == [(1, ["Date", "Shift"]), (2, ["8/4", "9a-9p"]), (3, ["8/5", "off"])]
    (first, *_) = read_page(f"<table>{row('', 'A', 'B')}{days[2]}</table>")["tables"][0]["rows"]
    assert first == (1, ["", "A", "B"])
