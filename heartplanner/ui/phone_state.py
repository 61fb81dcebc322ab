"""What is known of the phone: whether it ever got a calendar, what it lacks, and how syncing goes."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtGui import QIcon

from heartplanner.core.words.english import counted
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme

DayLines = tuple[tuple[str, str], ...]
"""Days with what a calendar has on them: ("Sep 19", "Leave")."""


CHOOSE_FIRST = (
    "Another program changed your schedule file. First choose above the calendar: Take its version, or Keep"
    " mine."
)


class SyncStep(Enum):
    """How far the calendar on an account is brought."""

    NONE = auto()
    """Nothing is to be done, or nothing was chosen to be kept in sync."""
    WAITING = auto()
    """It begins once the person rests."""
    RUNNING = auto()
    FAILED = auto()
    ASKS = auto()
    """A person has to agree first."""


class SyncState(NamedTuple):
    """`text`: what was done, why it was not, or what is asked; `done` of `total` requests are through."""

    step: SyncStep = SyncStep.NONE
    text: str = ""
    done: int = 0
    total: int = 0

    @property
    def under_way(self) -> bool:
        """Whether it is about to be done, or being done."""
        return self.step in (SyncStep.WAITING, SyncStep.RUNNING)

    @property
    def stuck(self) -> bool:
        """Whether it waits for a person, or for better times."""
        return self.step in (SyncStep.FAILED, SyncStep.ASKS)


class PhoneCondition(Enum):
    """What is said of the phone first: of these the first one that is so."""

    WAITS = auto()
    """Another program wrote the schedule file, and a person has to say which one counts."""
    UNREAD = auto()
    ASKS = auto()
    FAILED = auto()
    SYNCING = auto()
    OUT_OF_DATE = auto()
    SAVED = auto()
    """A file is saved for it, and may not be on it yet."""
    NOT_YET = auto()
    UP_TO_DATE = auto()

    def icon(self, theme: Theme, size: int) -> QIcon:
        match self:
            case PhoneCondition.SYNCING:
                return icon("step-sync", theme, size)
            case PhoneCondition.SAVED | PhoneCondition.NOT_YET:
                return icon("export", theme, size)
            case PhoneCondition.UP_TO_DATE:
                return icon("tick", theme, size, theme.good)
            case _:
                return icon("warn", theme, size, theme.warning.edge)


class SentCalendar(NamedTuple):
    """What was sent last: the moment of which it has everything, if that is known, and days that were new.

    `in_file`: it was written to a file that is kept, and which the phone reads by itself.
    """

    at: datetime | None = None
    days: DayLines = ()
    in_file: bool = False


class PhoneState(NamedTuple):
    """What is known of the phone.

    `delivered`: a calendar was made for it once; `changed`: what is different since, in words; `total`: how
    many changes these are; `waiting`: the name of a file that was saved here and of which nobody said yet
    that it is on the phone; `unread`: what it has cannot be read, which is explained where one exports;
    `lacks`: the days that differ, with what is to be on them; `waits`: a person has to say first which
    schedule counts; `by_itself`: an account or a kept file brings it what changes; `in_file`: it is a kept
    file, of which nobody sees who reads it.
    """

    delivered: bool = False
    changed: str = ""
    waiting: str = ""
    unread: bool = False
    total: int = 0
    lacks: DayLines = ()
    sync: SyncState = SyncState()
    waits: bool = False
    by_itself: bool = False
    in_file: bool = False

    @property
    def rests(self) -> bool:
        """Whether nobody has to do anything for the phone, now or after the next change."""
        return self.by_itself and self.condition in (
            PhoneCondition.UP_TO_DATE,
            PhoneCondition.SYNCING,
        )

    @property
    def condition(self) -> PhoneCondition:
        """What is said first."""
        holds = {
            PhoneCondition.WAITS: self.waits,
            PhoneCondition.UNREAD: self.unread,
            PhoneCondition.ASKS: self.sync.step is SyncStep.ASKS,
            PhoneCondition.FAILED: self.sync.step is SyncStep.FAILED,
            PhoneCondition.SYNCING: self.sync.under_way,
            PhoneCondition.OUT_OF_DATE: bool(self.changed),
            PhoneCondition.SAVED: bool(self.waiting),
            PhoneCondition.NOT_YET: not self.delivered,
        }
        return next((one for one in holds if holds[one]), PhoneCondition.UP_TO_DATE)

    @property
    def text(self) -> str:
        """What is to be done about it, as a sentence; "" where nothing is, or where it is being done."""
        if self.waits:
            return CHOOSE_FIRST
        if self.sync.stuck:
            return self.sync.text
        if self.sync.under_way:
            return ""
        opened = f"{self.waiting} is saved; open it on your phone." if self.waiting else ""
        return self.changed or opened

    @property
    def behind_now(self) -> bool:
        """Whether the phone is out of date, and nothing is about to change that."""
        return self.sync.stuck or (bool(self.changed) and not self.sync.under_way)

    @property
    def behind(self) -> str:
        """3 changes; "" where no day or hour is other."""
        return counted(self.total, "change") if self.total else ""
