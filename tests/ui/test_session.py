"""What is on show, without a window: each act is told once, by the signal that says what is other now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.document import Document
from heartplanner.store import Store
from heartplanner.ui.session import Session
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.view_list import VIEWS, View

NOON = datetime(2025, 9, 11, 12, tzinfo=ZONE)
SIGNALS = ("shown_changed", "view_changed", "looks_changed", "page_turned", "minute_passed")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Timers and settings have one to belong to."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(example: Plan, own_folder: Path, clock: Clock) -> Session:
    store = Store(Document(own_folder / "plan.json", Schedule(example), None))
    return Session(store, Settings(own_folder / "window.ini"), clock, System(False, False))


def told(session: Session, act: Callable[[], object]) -> list[str]:
    """The signals of an act, in order."""
    found: list[str] = []
    connections = [
        getattr(session, name).connect(lambda *_, name=name: found.append(name)) for name in SIGNALS
    ]
    act()
    for each in connections:
        session.disconnect(each)
    return found


@pytest.mark.parametrize(
    ("act", "signals"),
    [
        (lambda session: session.choose(date(2025, 9, 12)), ["shown_changed"]),
        (lambda session: session.choose(date(2025, 12, 24)), ["shown_changed"]),
        (lambda session: session.go_to(date(2026, 1, 1)), ["shown_changed"]),
        (lambda session: session.turn(1), ["shown_changed"]),
        (lambda session: session.show_view("year"), ["view_changed"]),
        (lambda session: session.zoom(1), ["looks_changed"]),
        (lambda session: session.set_system(System(True, True)), ["looks_changed"]),
        (lambda session: session.tick(), ["minute_passed"]),
    ],
)
def test_one_act_is_told_once(
    session: Session, act: Callable[[Session], None], signals: list[str]
) -> None:
    assert told(session, lambda: act(session)) == signals


def test_a_day_of_another_page_turns_the_month(session: Session) -> None:
    session.choose(date(2025, 10, 5))  # the Sunday that ends September's last row
    assert session.month == Month(2025, 9)
    session.choose(date(2025, 10, 6))
    assert session.month == Month(2025, 10)


def test_where_weeks_begin_on_sunday_a_page_ends_on_saturday(session: Session) -> None:
    session.set_habits(session.habits._replace(sunday_first=True))
    session.choose(date(2025, 10, 4))
    assert session.month == Month(2025, 9)
    session.choose(date(2025, 10, 5))
    assert session.month == Month(2025, 10)


def test_a_day_opened_from_the_year_is_shown_in_its_month(session: Session) -> None:
    session.show_view("year")
    assert told(session, lambda: session.open_day(date(2026, 3, 8))) == ["view_changed"]
    assert (session.view, session.month) == (View.MONTH, Month(2026, 3))
    assert session.span == (date(2026, 3, 8), date(2026, 3, 8))


def test_a_date_stays_in_the_year_that_shows_it(session: Session) -> None:
    session.show_view("year")
    session.go_to(date(2026, 3, 8))
    assert (session.view, session.month) == (View.YEAR, Month(2026, 3))


def test_pages_are_months_years_cycles_or_none(session: Session) -> None:
    months = {}
    for view in View:
        session.go_to(date(2025, 9, 11))
        session.show_view(view)
        months[str(view)] = (told(session, lambda: session.turn(1)), session.month)
    september = Month(2025, 9)
    assert months == {
        "month": (["shown_changed"], Month(2025, 10)),
        "year": (["shown_changed"], Month(2026, 9)),
        "cycle": ([], september),
        "list": ([], september),
        "finder": (["page_turned"], september),
        "on-my-phone": ([], september),
    }


def test_at_midnight_another_day_begins(session: Session, clock: Clock) -> None:
    clock.time = NOON + timedelta(hours=12)
    assert told(session, session.tick) == ["shown_changed", "minute_passed"]
    assert session.today == date(2025, 9, 12)


def test_the_clock_is_the_systems_until_one_is_chosen(session: Session) -> None:
    session.set_system(System(dark=False, hours24=True))
    assert session.display == DisplayFormat(hours24=True)
    session.set_habits(session.habits._replace(hours24=False, sunday_first=True))
    assert session.display == DisplayFormat(hours24=False, sunday_first=True)


def test_each_view_is_in_the_list_once() -> None:
    assert [each.id for each in VIEWS] == list(View)
