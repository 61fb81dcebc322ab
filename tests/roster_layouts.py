"""Random true rosters in the layouts in which people have them: what a reader must read rightly, or list.

Nothing here comes from the program: each layout writes a roster from days that are drawn at random, and
notes on which line each day stands.
"""

from __future__ import annotations

import html
import io
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DURHAM = ZoneInfo("America/New_York")
MONTHS = [
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
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
HOURS = {"D": (9, 21), "E": (12, 24), "A": (9, 13), "S": (19, 31)}
"""Day, evening, admin, and a night shift over midnight, in hours from the day's midnight."""
UNCLEAR = (
    "vacation",
    "9a-9p training",
    "OT 9a-9p",
    "9a-9p swap w/ Sam",
    "9a-5p",
    "dentist 10-2",
    "9-9?",
)
"""What says nothing of the rotation, or is not understood: it must be listed."""


@dataclass
class Rendered:
    """A roster file: its text or bytes, the lines on which each day stands, and how it is to be read."""

    data: bytes
    lines: dict[date, set[int]]
    options: dict[str, str] = field(default_factory=dict)


@dataclass
class Truth:
    """Days and what they are: D, E, A, S (a night), "-" (free), or a text that must be listed."""

    days: dict[date, str]
    rng: random.Random
    today: date

    @property
    def first(self) -> date:
        return min(self.days)

    @property
    def last(self) -> date:
        return max(self.days)

    def weeks(self, begins: int = 0) -> list[date]:
        """The first day of each week; `begins`: the weekday, Monday 0."""
        day = self.first - timedelta((self.first.weekday() - begins) % 7)
        return [day + timedelta(weeks=n) for n in range((self.last - day).days // 7 + 1)]

    def months(self) -> list[tuple[int, int]]:
        return sorted({(day.year, day.month) for day in self.days})


def draw(rng: random.Random, *, nights: bool = True, unclear: bool = True) -> Truth:
    """Three to six weeks of a roster, some days left out."""
    first = date(2026, 1, 1) + timedelta(rng.randrange(700))
    days: dict[date, str] = {}
    for n in range(rng.randrange(21, 43)):
        if rng.random() < 0.12:
            continue
        kinds = "DDDDEE--------AA" + ("S" if nights else "")
        kind = rng.choice(kinds)
        if unclear and rng.random() < 0.06:
            kind = rng.choice(UNCLEAR)
        days[first + timedelta(n)] = kind
    return Truth(days, rng, first - timedelta(rng.randrange(20)))


def us(hour: int, style: int = 0) -> str:
    """9a, 9 am, 9:00 AM, 9:00a; noon and midnight in words in style 4."""
    hour %= 24
    if style == 4 and hour in (0, 12):
        return "noon" if hour else "midnight"
    half = "a" if hour < 12 else "p"
    twelve = hour % 12 or 12
    return [
        f"{twelve}{half}",
        f"{twelve} {half}m",
        f"{twelve}:00 {half.upper()}M",
        f"{twelve}:00{half}",
        f"{twelve} {half}m",
    ][style]


def says(kind: str, style: str) -> str:
    """What a day is, in one of several styles of hours."""
    if kind not in HOURS:
        return {"-": "off"}.get(kind, kind)
    begin, end = HOURS[kind]
    match style:
        case "a-p":
            return f"{us(begin)}-{us(end)}"
        case "words":
            return f"{us(begin, 4)} to {us(end, 4)}"
        case "full":
            return f"{us(begin, 2)} - {us(end, 2)}"
        case "24":
            return f"{begin:02}:00-{end % 24 or 24:02}:00"
        case "0900":
            return f"{begin:02}00-{end % 24 or 24:02}00"
        case "short":
            return {"D": "9-9", "E": "12-12", "A": "admin", "S": "7p-7a"}[kind]
        case "letters":
            return {"D": "D", "E": "E", "A": "A", "S": "7p-7a"}[kind]
        case "names":
            return {"D": "day shift", "E": "evening", "A": "admin", "S": "night 7p-7a"}[kind]
        case _:
            raise AssertionError(style)


def text(lines: Iterable[tuple[str, Iterable[date]]], **options: str) -> Rendered:
    """Lines, each with the days of which it tells."""
    found: dict[date, set[int]] = {}
    texts = []
    for number, (line, days) in enumerate(lines, 1):
        texts.append(line)
        for day in days:
            found.setdefault(day, set()).add(number)
    return Rendered("\n".join(texts).encode(), found, options)


def daily(write: Callable[[date, str], str]) -> Callable[[Truth], Rendered]:
    """A layout with one day on a line."""
    return lambda truth: text((write(day, kind), [day]) for day, kind in truth.days.items())


def wd(day: date, short: bool = True) -> str:
    return WEEKDAYS[day.weekday()][: 3 if short else 9]


def mon(day: date, short: bool = True) -> str:
    return MONTHS[day.month - 1][: 3 if short else 9]


def md(day: date) -> str:
    return f"{day.month}/{day.day}"


def named(truth: Truth) -> Rendered:
    def line(day: date, kind: str) -> str:
        hours = f" {12 if kind in 'DES' else 4} hrs" if kind in HOURS else ""
        return f"{wd(day)} {md(day)} {says(kind, 'full')} Lee Park HQ{hours} Responder"

    title = [("HEART team schedule - Lee Park", []), ("", [])]
    return text([*title, *((line(day, kind), [day]) for day, kind in truth.days.items())])


def two_lines(truth: Truth) -> Rendered:
    lines: list[tuple[str, list[date]]] = []
    for day, kind in truth.days.items():
        lines += [(f"{wd(day, short=False)}, {mon(day, short=False)} {day.day}", [day])]
        lines += [(says(kind, "words"), [day])] + [("", [])] * truth.rng.randrange(2)
    return text(lines)


def month_heading(truth: Truth) -> Rendered:
    lines: list[tuple[str, list[date]]] = []
    for year, month in truth.months():
        lines.append((f"{MONTHS[month - 1]} {year}", []))
        for day, kind in truth.days.items():
            if (day.year, day.month) == (year, month):
                lines.append((f"{day.day} {wd(day)} {says(kind, 'short')}", [day]))
        lines.append(("", []))
    return text(lines)


def week_heading(truth: Truth) -> Rendered:
    lines: list[tuple[str, list[date]]] = []
    begins = truth.rng.choice((0, 6))
    for week in truth.weeks(begins):
        lines.append((f"Week of {md(week)}", []))
        for n in range(7):
            day = week + timedelta(n)
            if day in truth.days:
                lines.append((f"{wd(day)}: {says(truth.days[day], 'a-p')}", [day]))
    return text(lines)


def week_range(truth: Truth) -> Rendered:
    lines: list[tuple[str, list[date]]] = []
    for week in truth.weeks():
        lines.append((f"{md(week)} - {md(week + timedelta(6))}", []))
        for n in range(7):
            day = week + timedelta(n)
            if day in truth.days:
                lines.append((f"{wd(day, short=False)} {says(truth.days[day], 'full')}", [day]))
        lines.append(("", []))
    return text(lines)


def ranges(truth: Truth) -> Rendered:
    """Days in a row that are the same as one line."""
    lines: list[tuple[str, list[date]]] = []
    days = list(truth.days)
    while days:
        group = [days.pop(0)]
        kind = truth.days[group[0]]
        while days and days[0] == group[-1] + timedelta(1) and truth.days[days[0]] == kind:
            group.append(days.pop(0))
        first, last = group[0], group[-1]
        if len(group) == 1:
            said = f"{mon(first)} {first.day}"
        elif len(group) > 2 and first.month == last.month:
            said = f"{mon(first)} {first.day}-{last.day}"
        elif len(group) > 2:
            said = f"{md(first)}-{md(last)}"
        else:
            said = f"{md(first)}, {md(last)}"
        lines.append((f"{said}: {says(kind, 'a-p')}", group))
    return text(lines)


def bullets(truth: Truth) -> Rendered:
    lines: list[tuple[str, list[date]]] = [("My shifts:", [])]
    for day, kind in truth.days.items():
        lines.append((f"- {mon(day)} {day.day}, {day.year}  {says(kind, '24')}", [day]))
    # What is not understood may be overtime: the total is of the rest.
    spans = [HOURS[kind] for kind in truth.days.values() if kind in HOURS]
    total = f"Total hrs {sum(end - begin for begin, end in spans)} + OT"
    return text([*lines, ("", []), (total, []), ("Questions? Call Dana.", [])])


def legend(truth: Truth) -> Rendered:
    codes = {"D": "A", "E": "B", "A": "C", "S": "N", "-": "R"}
    key = "A = 9a-9p, B = 12p-12a, C = admin, N = 7p-7a, R = off"
    days = ((f"{md(day)} {codes.get(kind, kind)}", [day]) for day, kind in truth.days.items())
    return text([(key, []), *days])


def several_on_a_line(truth: Truth) -> Rendered:
    days = list(truth.days.items())
    lines = []
    for n in range(0, len(days), 3):
        some = days[n : n + 3]
        said = ", ".join(f"{md(day)} {says(kind, 'a-p')}" for day, kind in some)
        lines.append((said, [day for day, _ in some]))
    return text(lines)


def table(
    rows: Sequence[tuple[Sequence[str], Iterable[date]]], separator: str, **options: str
) -> Rendered:
    """Rows of cells as a text."""
    if separator == "blanks":
        wide = max(len(cells) for cells, _ in rows)
        widths = [
            max(len(cells[n]) if n < len(cells) else 0 for cells, _ in rows) + 2
            for n in range(wide)
        ]
        lines = [
            (
                "".join(
                    cell.ljust(width) for cell, width in zip(cells, widths, strict=False)
                ).rstrip(),
                days,
            )
            for cells, days in rows
        ]
    elif separator == "|":
        lines = [(f"| {' | '.join(cells)} |", days) for cells, days in rows]
    else:
        quoted = [
            ([f'"{cell}"' if separator in cell else cell for cell in cells], days)
            for cells, days in rows
        ]
        lines = [(separator.join(cells), days) for cells, days in quoted]
    return text(lines, **options)


Rows = list[tuple[list[str], list[date]]]


def month_rows(truth: Truth, style: str, *, together: bool, begins: int) -> Rows:
    """A month's grid: the days' numbers with what they are, or above it."""
    rows: Rows = []
    for year, month in truth.months():
        rows.append(([f"{MONTHS[month - 1]} {year}"], []))
        rows.append(([WEEKDAYS[(begins + n) % 7][:3] for n in range(7)], []))
        week = date(year, month, 1) - timedelta((date(year, month, 1).weekday() - begins) % 7)
        while week <= date(year, month, 28) or week.month == month:
            days = [week + timedelta(n) for n in range(7)]
            inside = [day if day.month == month else None for day in days]
            said = [
                says(truth.days[day], style) if day in truth.days else "" for day in inside if True
            ]
            numbers = [str(day.day) if day else "" for day in inside]
            told = [day for day in inside if day in truth.days]
            if together:
                cells = [
                    f"{number} {word}".strip() for number, word in zip(numbers, said, strict=True)
                ]
                rows.append((cells, told))
            else:
                rows += [(numbers, told), (said, told)]
            week += timedelta(7)
        rows.append(([], []))
    return rows


def week_rows(truth: Truth, style: str, label: str, begins: int) -> Rows:
    rows: Rows = [([label, *(WEEKDAYS[(begins + n) % 7] for n in range(7))], [])]
    for week in truth.weeks(begins):
        days = [week + timedelta(n) for n in range(7)]
        said = [says(truth.days[day], style) if day in truth.days else "" for day in days]
        rows.append(([md(week), *said], [day for day in days if day in truth.days]))
    return rows


def header_rows(
    truth: Truth, style: str, names: Sequence[str], write: Callable[[date], str]
) -> Rows:
    """Ten days side by side, then the next ten; a row for each person, the first of whom is meant."""
    rows: Rows = []
    every = [truth.first + timedelta(n) for n in range((truth.last - truth.first).days + 1)]
    for n in range(0, len(every), 10):
        days = every[n : n + 10]
        mine = [says(truth.days[day], style) if day in truth.days else "" for day in days]
        told = [day for day in days if day in truth.days]
        rows.append((["Name" if names else "", *map(write, days)], told))
        rows.append(([names[0] if names else "", *mine], told))
        for name in names[1:]:
            others = [truth.rng.choice(["9-9", "off", "", "D", "12-12"]) for _ in days]
            rows.append(([name, *others], []))
        rows.append(([], []))
    return rows


def column_rows(truth: Truth, write: Callable[[date], str], style: int | None) -> Rows:
    """Date, weekday, start, end, hours, location, notes; style None: on a 24-hour clock."""
    rows: Rows = [(["Date", "Day", "Start", "End", "Hours", "Location", "Notes"], [])]
    for day, kind in truth.days.items():
        if kind in HOURS:
            begin, end = HOURS[kind]
            clock = [
                us(hour, style) if style is not None else f"{hour % 24:02}:00"
                for hour in (begin, end)
            ]
            note = truth.rng.choice(["", "", "", "", "", "bring radio"])
            rows.append(([write(day), wd(day), *clock, f"{end - begin}.0", "HQ", note], [day]))
        else:
            rows.append(([write(day), wd(day), says(kind, "a-p"), "", "", "", ""], [day]))
    return rows


def outlook_rows(truth: Truth) -> Rows:
    head = "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location"
    rows: Rows = [(head.split(","), [])]
    for day, kind in truth.days.items():
        if kind in HOURS:
            begin, end = HOURS[kind]
            last = day + timedelta(days=end >= 24)
            title = {"D": "HEART 9-9", "A": "HEART admin"}.get(kind, "Shift")
            cells = [
                title,
                f"{day:%m/%d/%Y}",
                us(begin, 2),
                f"{last:%m/%d/%Y}",
                us(end, 2),
                "False",
                "",
                "",
            ]
            rows.append((cells, [day]))
    return rows


def html_of(rendered: Sequence[tuple[Sequence[str], Iterable[date]]], **options: str) -> Rendered:
    found: dict[date, set[int]] = {}
    body = []
    rows = [row for row in rendered if row[0]]
    for number, (cells, days) in enumerate(rows, 1):
        body.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
        for day in days:
            found.setdefault(day, set()).add(number)
    page = f"<html><head><title>x</title></head><body><table>{''.join(body)}</table></body></html>"
    return Rendered(page.encode(), found, options)


def workbook(rows: Sequence[tuple[Sequence[object], Iterable[date]]], **options: str) -> Rendered:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    found: dict[date, set[int]] = {}
    for number, (cells, days) in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            if cell != "":
                sheet.cell(number, column, cell)
        for day in days:
            found.setdefault(day, set()).add(number)
    stream = io.BytesIO()
    book.save(stream)
    return Rendered(stream.getvalue(), found, options)


def typed_workbook(truth: Truth) -> Rendered:
    """Dates and times as a spreadsheet has them."""
    rows: list[tuple[list[object], list[date]]] = [(["Date", "Start", "End", "Shift"], [])]
    for day, kind in truth.days.items():
        if kind in HOURS:
            begin, end = HOURS[kind]
            rows.append(
                ([day, time(begin), time(end % 24), "Admin" if kind == "A" else "Shift"], [day])
            )
        else:
            rows.append(([day, "", "", says(kind, "a-p")], [day]))
    return workbook(rows)


def typed_header(truth: Truth) -> Rendered:
    """Dates as the heads of columns, hours as text below."""
    days = [truth.first + timedelta(n) for n in range((truth.last - truth.first).days + 1)]
    said = [says(truth.days[day], "a-p") if day in truth.days else "" for day in days]
    return workbook([(["", *days], []), (["Lee", *said], list(truth.days))])


def calendar(truth: Truth, write: Callable[[date, str], list[str] | None]) -> Rendered:
    """An event for each day of which it tells."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN"]
    found: dict[date, set[int]] = {}
    for n, (day, kind) in enumerate(truth.days.items()):
        event = write(day, kind)
        if event:
            found[day] = {len(lines) + 1}
            lines += [
                "BEGIN:VEVENT",
                f"UID:{n}@x",
                "DTSTAMP:20260101T000000Z",
                *event,
                "END:VEVENT",
            ]
    lines.append("END:VCALENDAR")
    return Rendered(("\r\n".join(lines) + "\r\n").encode(), found)


def moments(day: date, kind: str) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time())
    begin, end = (midnight + timedelta(hours=hour) for hour in HOURS[kind])
    return begin.replace(tzinfo=DURHAM), end.replace(tzinfo=DURHAM)


def in_zone(zone: str) -> Callable[[Truth], Rendered]:
    def write(day: date, kind: str) -> list[str] | None:
        if kind not in HOURS:
            return None
        begin, end = moments(day, kind)
        return [
            f"DTSTART;TZID={zone}:{begin:%Y%m%dT%H%M%S}",
            f"DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}",
            f"SUMMARY:{'Admin' if kind == 'A' else 'Shift'}",
        ]

    return lambda truth: calendar(truth, write)


def in_utc(truth: Truth) -> Rendered:
    def write(day: date, kind: str) -> list[str] | None:
        if kind not in HOURS:
            return None
        begin, end = (each.astimezone(UTC) for each in moments(day, kind))
        return [f"DTSTART:{begin:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}", "SUMMARY:HEART"]

    return calendar(truth, write)


def all_day(truth: Truth) -> Rendered:
    def write(day: date, kind: str) -> list[str]:
        after = day + timedelta(1)
        return [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{says(kind, 'a-p')}",
        ]

    return calendar(truth, write)


def us_full(day: date) -> str:
    return f"{day:%m/%d/%Y}"


LAYOUTS: dict[str, Callable[[Truth], Rendered]] = {
    "text: 8/2 9a-9p": daily(lambda day, kind: f"{md(day)} {says(kind, 'a-p')}"),
    "text: Sat 8/2 9:00 AM - 9:00 PM": daily(
        lambda day, kind: f"{wd(day)} {md(day)} {says(kind, 'full')}"
    ),
    "text: 08/02/2025 0900-2100": daily(lambda day, kind: f"{us_full(day)} {says(kind, '0900')}"),
    "text: 2025-08-02 09:00-21:00": daily(lambda day, kind: f"{day} {says(kind, '24')}"),
    "text: 2025/08/02 9-9": daily(lambda day, kind: f"{day:%Y/%m/%d} {says(kind, 'short')}"),
    "text: August 2, 2025: noon to midnight": daily(
        lambda day, kind: f"{mon(day, short=False)} {day.day}, {day.year}: {says(kind, 'words')}"
    ),
    "text: 28-Jul 0900-2100": daily(lambda day, kind: f"{day.day}-{mon(day)} {says(kind, '0900')}"),
    "text: 29/09/2026 09:00-21:00": daily(lambda day, kind: f"{day:%d/%m/%Y} {says(kind, '24')}"),
    "text: 8-2 9-9": daily(lambda day, kind: f"{day.month}-{day.day} {says(kind, 'short')}"),
    "text: 8/2 D": daily(lambda day, kind: f"{md(day)} {says(kind, 'letters')}"),
    "text: Sat, Aug 2: day shift": daily(
        lambda day, kind: f"{wd(day)}, {mon(day)} {day.day}: {says(kind, 'names')}"
    ),
    "text: 9a-9p Sat 8/2": daily(lambda day, kind: f"{says(kind, 'a-p')} {wd(day)} {md(day)}"),
    "text: with name, place, hours, role": named,
    "text: date, hours below": two_lines,
    "text: month heading, 2 Sat 9-9": month_heading,
    "text: Week of 12/7, weekdays": week_heading,
    "text: 12/7 - 12/13, weekdays": week_range,
    "text: ranges and lists": ranges,
    "text: bullets, title, total": bullets,
    "text: legend A = 9a-9p": legend,
    "text: three days on a line": several_on_a_line,
    "blanks: month grid": lambda truth: table(
        month_rows(truth, "short", together=False, begins=6), "blanks"
    ),
    "blanks: dates above hours": lambda truth: table(
        [(cells[1:], days) for cells, days in header_rows(truth, "a-p", (), md)], "blanks"
    ),
    "blanks: date, start, end": lambda truth: table(column_rows(truth, us_full, 2), "blanks"),
    "tabs: month grid, number and hours in a cell": lambda truth: table(
        month_rows(truth, "a-p", together=True, begins=6), "\t"
    ),
    "tabs: month grid, hours below": lambda truth: table(
        month_rows(truth, "letters", together=False, begins=0), "\t"
    ),
    "tabs: a week a row": lambda truth: table(week_rows(truth, "short", "Week of", 6), "\t"),
    "tabs: several people": lambda truth: table(
        header_rows(
            truth, "short", ("Lee Park", "Sam Ray", "Ana Cruz"), lambda day: f"{wd(day)} {md(day)}"
        ),
        "\t",
        name="Lee Park",
    ),
    "pipes: date and shift": lambda truth: table(
        [(["Date", "Shift"], []), (["---", "---"], [])]
        + [
            ([f"{wd(day)} {md(day)}", says(kind, "full")], [day])
            for day, kind in truth.days.items()
        ],
        "|",
    ),
    "CSV: date, day, start, end, hours, place, notes": lambda truth: table(
        column_rows(truth, us_full, 2), ","
    ),
    "CSV: ISO dates, 24 hours": lambda truth: table(column_rows(truth, str, None), ","),
    "CSV: dd/mm/yyyy with ;": lambda truth: table(
        column_rows(truth, lambda day: f"{day:%d/%m/%Y}", None), ";"
    ),
    "CSV: Outlook's export": lambda truth: table(outlook_rows(truth), ","),
    "CSV: a week a row": lambda truth: table(week_rows(truth, "a-p", "Week", 0), ","),
    "CSV: quoted dates": lambda truth: table(
        [
            ([f"{mon(day)} {day.day}, {day.year}", says(kind, "full")], [day])
            for day, kind in truth.days.items()
        ],
        ",",
    ),
    "HTML: a week a row": lambda truth: html_of(week_rows(truth, "a-p", "Week of", 6)),
    "HTML: columns": lambda truth: html_of(column_rows(truth, us_full, 1)),
    "XLSX: dates and times as such": typed_workbook,
    "XLSX: dates above hours": typed_header,
    "XLSX: month grid": lambda truth: workbook(month_rows(truth, "a-p", together=False, begins=6)),
    "XLSX: several people": lambda truth: workbook(
        header_rows(truth, "letters", ("Lee Park", "Sam Ray"), us_full), name="lee"
    ),
    "XLSX: texts": lambda truth: workbook(column_rows(truth, us_full, 2)),
    ".ics: events in New York's time": in_zone("America/New_York"),
    ".ics: events in Outlook's zone": in_zone("Eastern Standard Time"),
    ".ics: events in UTC": in_utc,
    ".ics: all-day events": all_day,
}
