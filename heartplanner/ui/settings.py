"""What the program remembers of a person's habits: looks, clock, week start, window and view."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.ranges.selection import Chosen
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.files import folders
from heartplanner.pages.page import Paper
from heartplanner.style.theme import SETS, Theme, dark, light
from heartplanner.ui.view_list import View

THEMES = ("system", "light", "dark")
SHOWN = ("shown on", "month on show", "first day on show", "last day on show", "day on show")
"""Under which keys the settings have what was on show: when, and the month and the days."""
LONGEST_KEPT = 5_000
"""Characters: as long as paths are."""
UNREADABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but for tabs and line ends, and halves of characters."""
SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Habits(NamedTuple):
    """How this person reads a calendar. `hours24` and `sunday_first` None: as the system does."""

    theme: str = "system"
    colors: str = SETS[0]
    hours24: bool | None = None
    sunday_first: bool | None = None
    scale: float = 1.0
    view: View = View.MONTH


class Printing(NamedTuple):
    """How this person prints: the paper, with little ink, the name on sheets, and the printer's name."""

    paper: Paper = Paper.LETTER
    light: bool = False
    name: str = ""
    printer: str = ""


class System(NamedTuple):
    """What the system prefers; `text_scale`: its size of text as a share of ours, `strong`: contrast."""

    dark: bool
    hours24: bool
    sunday_first: bool = False
    text_scale: float = 1.0
    strong: bool = False


def theme_of(habits: Habits, system: System) -> Theme:
    """The colors as they are chosen, or as the system prefers them."""
    in_the_dark = system.dark if habits.theme == "system" else habits.theme == "dark"
    return (dark if in_the_dark else light)(habits.colors, strong=system.strong)


def scale_of(habits: Habits, system: System) -> float:
    """How much text is enlarged: by the person, on top of what the system wishes."""
    return habits.scale * system.text_scale


def display_of(habits: Habits, system: System) -> DisplayFormat:
    """The clock and the week as they are chosen, or as the system prefers them."""
    hours24 = system.hours24 if habits.hours24 is None else habits.hours24
    sunday = system.sunday_first if habits.sunday_first is None else habits.sunday_first
    return DisplayFormat(hours24, sunday)


class Settings:
    """Habits and the window's place, kept in a file of their own, apart from the plan.

    `theme`: the one asked for this time, which is not kept.
    """

    def __init__(self, path: Path, theme: str = "system") -> None:
        self._this_time = theme if theme != "system" else ""
        # Qt would let all read it; it keeps the permissions of a file that is there.
        folders.make_private(path)
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    def habits(self) -> Habits:
        """What is kept; whatever is damaged or unknown is as it is at first."""
        first = Habits()
        # A size is kept as text and compared as such: no rounding makes it unknown.
        scale = self._text("scale")
        return Habits(
            theme=self._this_time or self._one_of("theme", THEMES, first.theme),
            # The key is spelled as it was at first: files that are there keep what they say.
            colors=self._one_of("colours", SETS, first.colors),
            hours24={"24": True, "12": False}.get(self._text("clock")),
            sunday_first={"sunday": True, "monday": False}.get(self._text("week")),
            scale=next((size for size in SCALES if str(size) == scale), first.scale),
            view=View(self._one_of("view", tuple(View), first.view)),
        )

    def keep(self, habits: Habits) -> None:
        # The theme of --theme is for this start alone; one that is chosen in the window is kept.
        if habits.theme != self._this_time:
            self._kept.setValue("theme", habits.theme)
            self._this_time = ""
        clock = {True: "24", False: "12", None: "system"}[habits.hours24]
        for key, text in (
            ("colours", habits.colors),
            ("clock", clock),
            ("week", {True: "sunday", False: "monday", None: "system"}[habits.sunday_first]),
            ("scale", str(habits.scale)),
            # A page that one leaves again is no view to begin with the next time.
            *([("view", str(habits.view))] if habits.view is not View.PHONE else []),
        ):
            self._kept.setValue(key, text)

    def printing(self) -> Printing:
        """How was printed last."""
        return Printing(
            Paper(self._one_of("paper", tuple(Paper), Paper.LETTER)),
            self._text("ink") == "light",
            self._text("name on sheets"),
            self._text("printer"),
        )

    def keep_printing(self, printing: Printing) -> None:
        for key, text in (
            ("paper", str(printing.paper)),
            ("ink", "light" if printing.light else "full"),
            ("name on sheets", printing.name),
            ("printer", printing.printer),
        ):
            self._kept.setValue(key, text)

    def place(self) -> QByteArray:
        """The window's size and place; empty at first."""
        place = self._kept.value("place", QByteArray())
        return place if isinstance(place, QByteArray) else QByteArray()

    def keep_place(self, place: QByteArray) -> None:
        self._kept.setValue("place", place)

    def shown(self, today: date) -> tuple[Month, Chosen] | None:
        """The month and the days that were on show when the window was closed, if that was today.

        None on any other day: a calendar that is opened in the morning shows today.
        """
        used, month, *days = (_date(self._text(key)) for key in SHOWN)
        known = [day for day in days if day is not None]
        if used != today or month is None or len(known) < len(days):
            return None
        first, last, current = known
        chosen = Chosen(first, last, current)
        return (Month.of(month), chosen) if chosen.holds(current) else None

    def keep_shown(self, month: Month, chosen: Chosen, today: date) -> None:
        """Keep what is on show, and on which day that was."""
        for key, day in zip(SHOWN, (today, month.first, *chosen), strict=True):
            self._kept.setValue(key, str(day))

    def dismissed(self) -> str:
        """The reminder that was closed and is not to be said again."""
        return self._text("dismissed reminder")

    def keep_dismissed(self, text: str) -> None:
        if text != self.dismissed():
            self._kept.setValue("dismissed reminder", text)

    def waiting(self, plan: Path) -> Path | None:
        """The calendar file of a schedule file that was saved, but is not said to be on the phone yet."""
        path = self.of_plan(plan, "waiting file")
        return Path(path) if path else None

    def keep_waiting(self, plan: Path, file: Path | None) -> None:
        """Remember that file; None: the phone has it."""
        self.keep_of_plan(plan, "waiting file", str(file) if file else "")

    def first_steps_left(self) -> bool:
        """Whether the person closed the first steps once: then they open only when they are asked for."""
        return self._text("first steps") == "left"

    def keep_first_steps_left(self) -> None:
        self._kept.setValue("first steps", "left")

    def account(self) -> tuple[str, str]:
        """The calendar server's address and the user there; empty at first. No password is kept here."""
        return self._text("server"), self._text("user")

    def keep_account(self, server: str, user: str) -> None:
        self._kept.setValue("server", server)
        self._kept.setValue("user", user)

    def of_plan(self, plan: Path, key: str) -> str:
        """What is kept of a schedule file under this key; empty at first."""
        return self._text(f"{_group(plan)}/{key}")

    def keep_of_plan(self, plan: Path, key: str, text: str) -> None:
        if text != self.of_plan(plan, key):
            self._kept.setValue(f"{_group(plan)}/{key}", text)

    def _text(self, key: str) -> str:
        """What is kept under a key; nothing where it is no text that this program keeps."""
        text = self._kept.value(key, "")
        if not isinstance(text, str) or len(text) > LONGEST_KEPT or UNREADABLE.search(text):
            return ""
        return text

    def _one_of(self, key: str, known: tuple[str, ...], first: str) -> str:
        text = self._text(key)
        return text if text in known else first


def _group(plan: Path) -> str:
    """Under which name the settings have what is kept of a schedule file."""
    return f"schedule {hashlib.sha256(str(plan).encode(errors='surrogateescape')).hexdigest()[:16]}"


def _date(text: str) -> date | None:
    """A date that was kept; None where it is damaged or was not."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DATE <= day <= LAST_DATE else None
