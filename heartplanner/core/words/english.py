"""Dates, hours and counts in words.

Screen, paper, command line and calendar all take their spelling from here, so that they cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from heartplanner.core.words.display_format import DEFAULT_FORMAT, DisplayFormat

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DASHES = re.compile(
    r"(?P<place>(?<!\S)[^\s/\\]*[/\\]\S*)"
    r"|(?<=[ap]m)-(?=\d|noon|midnight)|(?<=noon)-(?=\d|midnight)|(?<=midnight)-(?=\d|noon)"
    r"|(?<=\d[ap])-(?=\d|noon|midnight)|(?<=:\d\d)-(?=\d)|(?<=\d) - (?=[A-Z][a-z]+ \d)"
    r"|(?<![\d-])\d\d?-\d\d?(?![\d-])"
)
"""The hyphen between two hours, two days of a month or two dates; no phone number, no date of digits.

A word with a slash is matched whole, as the place of a file or an address: its hyphens are its own."""
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PAST = {
    "work": "worked", "works": "worked", "have": "had", "are": "were", "is": "was", "ends": "ended",
}  # fmt: skip
"""Verbs of what is so on a day, and the same of a day that is over."""


def weekday(day: date) -> str:
    """Friday."""
    return WEEKDAYS[day.weekday()]


def month_day(day: date) -> str:
    """August 29."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def full_date(day: date) -> str:
    """August 29, 2025."""
    return f"{month_day(day)}, {day.year}"


def long_date(day: date) -> str:
    """Friday, August 29, 2025."""
    return f"{weekday(day)}, {full_date(day)}"


def short_day(day: date) -> str:
    """Fri Aug 29."""
    return f"{weekday(day)[:3]} {MONTHS[day.month - 1][:3]} {day.day:2}"


def month_title(year: int, month: int) -> str:
    """August 2025."""
    return f"{MONTHS[month - 1]} {year}"


def months_title(first: date, last: date) -> str:
    """August 2025; August-September 2025 where two days lie in different months."""
    title = month_title(last.year, last.month)
    if (first.year, first.month) == (last.year, last.month):
        return title
    year = "" if first.year == last.year else f" {first.year}"
    return f"{MONTHS[first.month - 1]}{year}-{title}"


def span(first: date, last: date) -> str:
    """October 6-10, 2025; the month and year are said again only where they differ."""
    if first == last:
        return full_date(first)
    # A year is said twice only where it changes: what is the same is said once.
    if first.year != last.year:
        return f"{full_date(first)} - {full_date(last)}"
    if first.month != last.month:
        return f"{month_day(first)} - {full_date(last)}"
    return f"{month_day(first)}-{last.day}, {last.year}"


def span_days(first: date, last: date) -> str:
    """August 16-17, August 29 - September 3, September 3: without the year."""
    if (first.year, first.month) == (last.year, last.month):
        return month_day(first) if first == last else f"{month_day(first)}-{last.day}"
    return f"{month_day(first)} - {month_day(last)}"


def span_brief(first: date, last: date) -> str:
    """Oct 6-10, Aug 29 - Sep 3: without the year."""
    if (first.year, first.month) == (last.year, last.month):
        return brief_day(first) if first == last else f"{brief_day(first)}-{last.day}"
    return f"{brief_day(first)} - {brief_day(last)}"


def brief_day(day: date) -> str:
    """Aug 29."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}"


def number(count: int) -> str:
    """A small count as a word: six; larger ones as digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(count: int, thing: str) -> str:
    """1 shift, 3 shifts."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def listed(things: Sequence[str]) -> str:
    """One; one and two; one, two and three."""
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def listed_first(things: Sequence[str], most: int) -> str:
    """The first `most` of them, and how many there are beside these: one, two and 5 more."""
    more = len(things) - most
    return listed([*things[:most], f"{more} more"] if more > 0 else things)


def full_days_off(days: int) -> str:
    """1 full day off, 8 full days off."""
    return f"{counted(days, 'full day')} off"


def print_dash(span_text: str) -> str:
    """Hours with the dash of print: 9 am\u20139 pm."""
    return span_text.replace("-", "\u2013")


def screen_dashes(text: str) -> str:
    """A text as the screen sets it: 9 am\u20139 pm, October 6\u201310, August 29 \u2013 September 3.

    The command line and calendar files keep the hyphen, which every terminal and phone has.
    """

    def dashed(match: re.Match[str]) -> str:
        return match[0] if match["place"] else match[0].replace("-", "\u2013")

    return DASHES.sub(dashed, text)


def sentence_case(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def whole_sentence(text: str) -> str:
    """The text with a capital at its beginning and a period at its end; nothing of nothing."""
    return f"{sentence_case(text)}." if text else ""


def hours(minutes: int) -> str:
    """40 h, 11.5 h; a length that is no tenth of an hour as 7 h 20 min."""
    # Pay is counted in tenths of an hour; what is no tenth is never rounded.
    whole, rest = divmod(minutes, 60)
    if rest == 0:
        return f"{whole} h"
    if rest % 6 == 0:
        return f"{whole}.{rest // 6} h"
    return f"{whole} h {rest} min"


def weekday_date(day: date) -> str:
    """Sat, Oct 17."""
    return f"{weekday(day)[:3]}, {brief_day(day)}"


def clock(moment: time | datetime, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """9 am, 9:30 pm, noon, midnight; on a 24-hour clock 09:00, 21:30, 12:00, 00:00."""
    if display.hours24:
        return f"{moment.hour:02}:{moment.minute:02}"
    if moment.minute == 0 and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes} {'am' if moment.hour < 12 else 'pm'}"


def clock_span(
    start: time | datetime, end: time | datetime, display: DisplayFormat = DEFAULT_FORMAT
) -> str:
    """9 am-9 pm, noon-midnight; on a 24-hour clock 09:00-21:00, 12:00-24:00."""
    # Midnight as an end is 24:00: "12:00-00:00" would look as if it ended before it began.
    if display.hours24 and (end.hour, end.minute) == (0, 0):
        return f"{clock(start, display)}-24:00"
    return f"{clock(start, display)}-{clock(end, display)}"


def tight_span(start: datetime, end: datetime, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """9-9, noon-12 am, 10:15a-9:45p, or 9-21: where there is hardly any room."""
    brief = brief_span(start, end, display)
    if display.hours24:
        return brief
    # Noon-midnight keeps the space of its "12 am": without it the pair was read as a time of its own.
    return brief.replace(" am", "a").replace(" pm", "p").replace("midnight", "12 am")


def brief_span(start: datetime, end: datetime, display: DisplayFormat = DEFAULT_FORMAT) -> str:
    """9-9, noon-midnight, 10 am-6 pm, or 9-21: a shift's hours, as short as can be understood."""
    spelled = clock_span(start, end, display)
    if display.hours24:
        return "-".join(part.removeprefix("0") for part in spelled.replace(":00", "").split("-"))
    return "9-9" if spelled == "9 am-9 pm" else spelled


def in_days(day: date, today: date) -> str:
    """Today, tomorrow, in 6 days."""
    away = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(away, f"in {away} days")


def days_ago(day: date, today: date) -> str:
    """Today, yesterday, 6 days ago."""
    away = (today - day).days
    return {0: "today", 1: "yesterday"}.get(away, f"{away} days ago")


def in_past(state: str) -> str:
    """What was so on days that are over: you worked 9 am-9 pm for you work 9 am-9 pm."""
    verbs = "|".join(PAST)
    # A day before the start date stays before it.
    return re.sub(rf"\b(?!is before)(?:{verbs})\b", lambda verb: PAST[verb[0]], state)
