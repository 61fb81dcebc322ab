"""The grammar of the command `print`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartplanner.cli.argument_types import command, month, typed, year
from heartplanner.core.sheets.kinds import PAPERS
from heartplanner.core.words.display_format import Language
from heartplanner.files.json_fields import parse_date

if TYPE_CHECKING:
    from heartplanner.cli.argument_types import Commands


def add_print(commands: Commands) -> None:
    text = "Sheets of paper: months, the year, the six weeks, as a PDF of one page each."
    parser = command(commands, "print", text)
    parser.add_argument("-o", dest="output", metavar="FILE.pdf", help="- for standard output")
    text = "one month (default: the present one)"
    parser.add_argument("--month", type=typed(month), metavar="YYYY-MM", help=text)
    text = "every month from this day's on"
    parser.add_argument("--from", dest="first", type=typed(parse_date), metavar="DATE", help=text)
    text = "to this day's, included (default: twelve months on)"
    parser.add_argument("--to", dest="last", type=typed(parse_date), metavar="DATE", help=text)
    text = "the year on one page"
    parser.add_argument("--year", type=typed(year), metavar="YYYY", help=text)
    text = "the six weeks and when each cycle begins, to be folded to half a page"
    parser.add_argument("--cycle", action="store_true", help=text)
    text = "months for the family: when you are home, and nothing else"
    parser.add_argument("--family", action="store_true", help=text)
    text = "of --family (default: en)"
    parser.add_argument("--language", choices=list(map(str, Language)), help=text)
    which = parser.add_mutually_exclusive_group()
    text = "say which printed sheets are no longer right"
    which.add_argument("--wall", action="store_true", help=text)
    text = "print just the sheets that are no longer right"
    which.add_argument("--old", action="store_true", help=text)
    text = "do not remember it as hanging on the wall"
    parser.add_argument("--no-wall", action="store_true", help=text)
    parser.add_argument("--paper", choices=PAPERS, help="default: letter")
    text = "outlines and sparse hatching instead of filled days"
    parser.add_argument("--ink-light", action="store_true", default=None, help=text)
    text = "a name to stand at the top (default: none)"
    parser.add_argument("--name", metavar="TEXT", help=text)
    parser.add_argument("--clock", choices=("12", "24"), help="default: 12")
    text = "the first day of a row (default: monday)"
    parser.add_argument("--week", choices=("monday", "sunday"), help=text)
