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
