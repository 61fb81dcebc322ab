"""Events by day: a day has what takes place on it, however long, and a month costs what it shows."""

from datetime import date, datetime, timedelta

from examples import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.events.occurrence import NO_EVENTS, EventIndex, Occurrence
from heartplanner.core.plan.model import each_date
from heartplanner.core.schedule.blocks import ZONE

FIRST, LAST = date(2025, 8, 15), date(2025, 12, 20)


def at(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=ZONE)


TRIP = Occurrence(at(9, 29), at(10, 4), "beach trip", all_day=True, source="Sam")
PARTY = Occurrence(at(9, 30, 21), at(10, 1, 1), "party", source="Sam")
TO_MIDNIGHT = Occurrence(at(9, 30, 20), at(10, 1), "film", source="Sam")
INSTANT = Occurrence(at(10, 1), at(10, 1), "bins out", source="Home")


def test_a_day_has_what_takes_place_on_it_all_day_first() -> None:
    index = EventIndex([PARTY, TO_MIDNIGHT, INSTANT, TRIP], FIRST, LAST)
    days = index.days(date(2025, 9, 30), date(2025, 10, 1))
    assert days == {
        date(2025, 9, 30): [TRIP, TO_MIDNIGHT, PARTY],
        date(2025, 10, 1): [TRIP, PARTY, INSTANT],
    }
    assert list(index.days(date(2025, 9, 1), date(2025, 10, 31))) == each_date(
        date(2025, 9, 29), date(2025, 10, 3)
    )
    assert NO_EVENTS.days(date(2025, 9, 1), date(2025, 9, 30)) == {}


def test_what_was_looked_through_is_known() -> None:
    index = EventIndex([], FIRST, LAST)
    assert index.covers(FIRST, LAST)
    assert not index.covers(FIRST - timedelta(1), LAST)
    assert not index.covers(FIRST, LAST + timedelta(1))


moments = st.integers(-60 * 24, 200 * 24).map(lambda hours: at(8, 1) + timedelta(hours=hours))
events = st.builds(
    lambda start, hours: Occurrence(start, start + timedelta(hours=hours), "x", source="Sam"),
    moments,
    st.integers(0, 2000),
)


@settings(max_examples=tries(30, 300), deadline=None)
@given(st.lists(events, max_size=8), st.integers(0, 120), st.integers(0, 120))
def test_the_index_agrees_with_asking_every_event_of_every_day(
    drawn: list[Occurrence], begin: int, length: int
) -> None:
    first = min(FIRST + timedelta(begin), LAST)
    last = min(first + timedelta(length), LAST)
    days = EventIndex(drawn, FIRST, LAST).days(first, last)
    for day in each_date(first, last):
        midnight = datetime.combine(day, datetime.min.time(), ZONE)
        after = datetime.combine(day + timedelta(1), datetime.min.time(), ZONE)
        expected = [
            one
            for one in drawn
            if one.start < after and (one.end > midnight or one.start == one.end >= midnight)
        ]
        assert sorted(days.get(day, [])) == sorted(expected)
