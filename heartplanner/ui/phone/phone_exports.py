"""What the phone is to get, and what it has: its place in the ledger follows from the way chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from heartplanner.core.calendar.export_options import PHONE, ExportOptions
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.default_range import file_days, first_day
from heartplanner.files import disk
from heartplanner.files.disk import FileError
from heartplanner.ui.phone.phone_memory import PhoneChoice, PhoneMemory, PhoneWay
from heartplanner.ui.phone.phone_text import lacking_days
from heartplanner.ui.phone_state import PhoneState, SentCalendar, SyncState
from heartplanner.ui.session import Session

if TYPE_CHECKING:
    from heartplanner.core.calendar.delivery import DeliveredState
    from heartplanner.files.calendar.export import Export
    from heartplanner.share.caldav.account import Account
    from heartplanner.share.caldav.sync import SyncRequest


class PhoneExports:
    """Exports of the plan on show. What makes calendars is imported where it is used, not at the start."""

    def __init__(self, session: Session, memory: PhoneMemory) -> None:
        self._session, self._memory = session, memory

    @property
    def first(self) -> date:
        """The first day that is compared with what a phone has: days that are over count no longer."""
        return first_day(self._session.plan, self._session.now().date())

    @property
    def begin(self) -> date:
        """The day with which the phone's calendar begins; a sync lets days be that are over."""
        if self._memory.choice.way is PhoneWay.SYNC:
            return self.first
        return file_days(self._session.plan, self._session.now().date())[0]

    def target(self, choice: PhoneChoice | None = None) -> str:
        """What the phone is called in the ledger by its way: a file, an account, or a file that is kept.

        Raises FileError.
        """
        choice = choice or self._memory.choice
        match choice.way:
            case PhoneWay.SYNC:
                from heartplanner.share.caldav.address import parse_address
                from heartplanner.share.caldav.location_file import target_name

                return target_name(parse_address(choice.server), choice.user)
            case PhoneWay.KEPT:
                from heartplanner.files.calendar.kept import listed_file

                path = self._session.store.path
                kept = listed_file(path, choice.file) if choice.file else None
                return kept.target if kept else PHONE
            case _:
                return PHONE

    def is_followed(self, path: Path | None) -> bool:
        """Whether a calendar file is on the list of those that are kept up to date, as far as is known."""
        from heartplanner.files.calendar.kept import listed_file

        plan_file = self._session.store.path
        # A drive that is gone for a moment has taken the list with it.
        if path is None or not disk.is_there(plan_file):
            return True
        try:
            return listed_file(plan_file, path) is not None
        except FileError:  # the list is there, and cannot be read, which is said
            return True

    def options(self, target: str) -> ExportOptions:
        """The options for a target; a new one begins with those of the phone. Raises FileError."""
        from heartplanner.files.calendar import ledger

        return ledger.target_state(self._session.store.path, target).options

    def keep_options(self, target: str, options: ExportOptions) -> None:
        """Remember options. Raises FileError."""
        from heartplanner.files.calendar import ledger

        ledger.save_options(self._session.store.path, target, options)

    def export(self, target: str = PHONE, *, remembered: bool = True) -> Export:
        """What is to be exported now, with the target's options. Raises FileError."""
        from heartplanner.files.calendar.export import for_target

        store = self._session.store
        store.check_step()
        today = self._session.now().date()
        return for_target(store.schedule, store.path, today, target, remembered=remembered)

    def sync(self, choice: PhoneChoice, password: str) -> tuple[Account, Callable[[], SyncRequest]]:
        """The account, and what gives the request: it reads the ledger, for which nobody is to wait.

        Raises FileError.
        """
        from heartplanner.share.caldav.account import Account
        from heartplanner.share.caldav.address import parse_address

        store = self._session.store
        store.check_step()
        account = Account(parse_address(choice.server), choice.user, password)
        target = self.target(choice)
        schedule, plan_file, first = store.schedule, store.path, self.first

        def request() -> SyncRequest:
            from heartplanner.files.calendar import ledger
            from heartplanner.files.calendar.export import days_from
            from heartplanner.share.caldav.sync import SyncRequest

            delivered = ledger.target_state(plan_file, target)
            return SyncRequest(schedule, plan_file, days_from(first, delivered.options), delivered)

        return account, request

    def delivered(self) -> DeliveredState:
        """What the phone got by its way, as the ledger has it. Raises FileError."""
        from heartplanner.files.calendar import ledger

        return ledger.target_state(self._session.store.path, self.target())

    def state(self, sync: SyncState, delivered: DeliveredState | None = None) -> PhoneState:
        """What is known of the phone. `sync`: how its syncing goes. Raises FileError.

        `delivered`: what it got, where that is read already.
        """
        from heartplanner.core.calendar.delivery_text import missing_text
        from heartplanner.files.calendar import ledger
        from heartplanner.files.calendar.export import of_delivered_days

        store, target = self._session.store, self.target()
        if not ledger.is_there(store.path, target):
            return PhoneState(sync=sync)
        if store.look_at_file():
            return PhoneState(sync=sync, waits=True)
        delivered = delivered or ledger.load(store.path, target)
        diff = of_delivered_days(store.schedule, store.path, self.first, delivered).diff
        waiting = self._session.settings.waiting(store.path) if target == PHONE else None
        return PhoneState(
            delivered=not diff.first,
            changed=missing_text(diff),
            waiting=waiting.name if waiting and not diff.first else "",
            total=0 if diff.first else diff.total,
            lacks=lacking_days(diff),
            sync=sync,
            by_itself=target != PHONE,
            in_file=target != PHONE and self._memory.choice.way is PhoneWay.KEPT,
        )

    def is_imported(self, delivered: DeliveredState | None) -> bool:
        """Whether a file was made for the phone, of which it may have the events.

        `delivered`: what it got by its way; None where that cannot be read.
        """
        from heartplanner.files.calendar import ledger

        if delivered is None or delivered.target != PHONE:
            try:
                delivered = ledger.load(self._session.store.path, PHONE)
            except FileError:  # it is there, and cannot be read
                return True
        return delivered.day is not None

    def sent(self) -> SentCalendar:
        """What was sent last, and when. Raises FileError."""
        choice = self._memory.choice
        if choice.way is not PhoneWay.KEPT or choice.file is None:
            return self._memory.sent(self.target(choice))
        try:
            # The file itself says it: it is written by the command line too.
            written = datetime.fromtimestamp(choice.file.stat().st_mtime, ZONE)
        except OSError:
            written = None
        return SentCalendar(written, in_file=True)
