"""What a person chose for the phone, and what was last sent there: remembered for each schedule file."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from heartplanner.core.schedule.blocks import ZONE
from heartplanner.ui.phone_state import DayLines, SentCalendar
from heartplanner.ui.session import Session

MOST_LINES = 6
"""How many of the days that were sent are remembered."""


class PhoneKind(StrEnum):
    """What the calendar is looked at on; the settings have these words."""

    IPHONE = "iphone"
    ANDROID = "android"
    OTHER = "other"


class PhoneWay(StrEnum):
    """How the calendar gets there; the settings have these words."""

    SYNC = "sync"
    KEPT = "kept file"
    WIFI = "wifi"
    FILE = "file"


class PhoneChoice(NamedTuple):
    """`way`: None until one was chosen; `path`: of the file, kept or saved; the account of a sync."""

    kind: PhoneKind = PhoneKind.IPHONE
    way: PhoneWay | None = None
    path: str = ""
    server: str = ""
    user: str = ""

    @property
    def file(self) -> Path | None:
        return Path(self.path) if self.path else None


class PhoneMemory:
    """Reads and keeps them in the settings, for the schedule file that is open. No password is kept."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def choice(self) -> PhoneChoice:
        """What was chosen; the account of another schedule is offered where this one has none."""
        server, user = self._text("server"), self._text("user")
        known = (server, user) if server else self._session.settings.account()
        kind, way = self._text("kind"), self._text("way")
        return PhoneChoice(
            PhoneKind(kind) if kind in set(PhoneKind) else PhoneKind.IPHONE,
            PhoneWay(way) if way in set(PhoneWay) else None,
            self._text("path"),
            *known,
        )

    def keep_choice(self, choice: PhoneChoice) -> None:
        for key, text in (
            ("kind", str(choice.kind)),
            ("way", str(choice.way) if choice.way else ""),
            ("path", choice.path),
            ("server", choice.server),
            ("user", choice.user),
        ):
            self._keep(key, text)
        if choice.way is PhoneWay.SYNC:
            self._session.settings.keep_account(choice.server, choice.user)

    def sent(self, target: str) -> SentCalendar:
        """The moment of which a target has everything if nothing changed since, and the days sent last.

        What one way brought to the phone says nothing of another way: each target has its own.
        """
        lines = (line.partition("\t") for line in self._text(f"sent to {target}").splitlines())
        days = tuple((day, what) for day, _, what in lines)
        try:
            moment = datetime.fromisoformat(self._text(f"sent at {target}")).astimezone(ZONE)
        except ValueError:
            moment = None
        return SentCalendar(moment, days)

    def keep_sent(self, target: str, moment: datetime, days: DayLines | None) -> None:
        """Remember what was sent; None: nothing was new, so what was sent before is still the last."""
        self._keep(f"sent at {target}", moment.isoformat())
        if days is not None:
            lines = "\n".join(f"{day}\t{what}" for day, what in days[:MOST_LINES])
            self._keep(f"sent to {target}", lines)

    def _text(self, key: str) -> str:
        return self._session.settings.of_plan(self._session.store.path, key)

    def _keep(self, key: str, text: str) -> None:
        self._session.settings.keep_of_plan(self._session.store.path, key, text)
