"""The arguments that several commands have, and the types of their values."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TypeVar

from heartplanner.cli.parser import Parser
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import WEEK_STARTS, PlanError
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.files.json_fields import parse_date, parse_time

Value = TypeVar("Value")


def whole(low: int, high: int) -> Callable[[str], int]:
    """Whole numbers from low to high, in the digits 0 to 9."""

    def convert(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and low <= int(text) <= high:
            return int(text)
        raise argparse.ArgumentTypeError(f"expected a whole number from {low} to {high}")

    return convert


def typed(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """A parser that raises PlanError, as argparse wants it."""

    def convert(text: str) -> Value:
        try:
            return parse(text)
        except PlanError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def month(text: str) -> Month:
    if not re.fullmatch(r"\d{4}-\d\d", text, re.ASCII):
        raise PlanError("expected a month such as 2025-08")
    return Month.of(parse_date(f"{text}-01"))


def year(text: str) -> int:
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        raise PlanError("expected a year such as 2025")
    return parse_date(f"{text}-01-01").year


def dates(text: str) -> tuple[date, date]:
    """2025-08-27..2025-09-05, or one date."""
    first, dots, last = text.partition("..")
    span = (parse_date(first), parse_date(last) if dots else parse_date(first))
    if span[1] < span[0]:
        raise PlanError(f"{last} is before {first}")
    return span


def time_of_day(text: str) -> time:
    """09:00, or 9:00 as people write it. Raises PlanError."""
    return parse_time(f"0{text}" if re.fullmatch(r"\d:\d\d", text, re.ASCII) else text)


DATE: Callable[[str], date] = typed(parse_date)
DATES: Callable[[str], tuple[date, date]] = typed(dates)
TIME: Callable[[str], time] = typed(time_of_day)
BANDS = [str(band) for band in Band]


def add_range(parser: Parser, begin: str = "today or the start date") -> None:
    """The options --from and --to; plan_access.days_asked says which days they come to.

    `begin`: what is said of the first day where none is given.
    """
    parser.add_argument("--from", dest="first", type=DATE, metavar="DATE", help=f"default: {begin}")
    text = "the last day, included (default: twelve months on)"
    parser.add_argument("--to", dest="last", type=DATE, metavar="DATE", help=text)


def add_work_week(parser: Parser, more_help: str = "", days: Sequence[str] = WEEK_STARTS) -> None:
    """The option --work-week; `more_help` says what more than a day it may be."""
    text = f"the day on which your work week begins (default: as it was, else mon){more_help}"
    parser.add_argument("--work-week", choices=days, help=text)


def work_week_of(day: str) -> int | None:
    """A work week's first day, 0 Monday to 6 Sunday; None for any."""
    return WEEK_STARTS.index(day) if day in WEEK_STARTS else None


def add_format(parser: Parser) -> None:
    """The option --format."""
    parser.add_argument("--format", choices=("text", "json"), default="text")
