"""Each save keeps a version; what is old is thinned out; the saving itself never suffers."""

from __future__ import annotations

import errno
import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from heartplanner.files import disk
from heartplanner.files.plan import versions
from heartplanner.files.plan.versions import Version, keep, obsolete

NOON = datetime(2025, 9, 11, 12, 30, tzinfo=UTC)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.json"


def kept(plan: Path) -> list[tuple[str, bytes]]:
    return [(each.stamp, each.path.read_bytes()) for each in versions.versions(plan)]


def test_versions_lie_beside_the_plan_under_their_moments(plan: Path) -> None:
    assert keep(plan, b"one", NOON).notes == []
    assert keep(plan, b"two", NOON + timedelta(seconds=1)).notes == []
    folder = plan.with_name("plan.json.versions")
    assert sorted(each.name for each in folder.iterdir()) == [
        "2025-09-11T123000Z.json",
        "2025-09-11T123001Z.json",
    ]
    assert kept(plan) == [("2025-09-11T123001Z", b"two"), ("2025-09-11T123000Z", b"one")]
    assert versions.versions(plan)[1].moment == NOON


def test_moments_are_in_utc_whatever_they_were_passed_in(plan: Path) -> None:
    from zoneinfo import ZoneInfo

    keep(plan, b"one", NOON.astimezone(ZoneInfo("America/New_York")))
    assert kept(plan) == [("2025-09-11T123000Z", b"one")]


def test_a_stamp_that_is_there_is_numbered(plan: Path) -> None:
    for number in range(1, 13):
        assert keep(plan, b"%d" % number, NOON).notes == []
    stamps = [f"2025-09-11T123000Z-{number}" for number in range(12, 1, -1)]
    assert [stamp for stamp, _ in kept(plan)] == [*stamps, "2025-09-11T123000Z"]
    assert [data for _, data in kept(plan)] == [b"%d" % number for number in range(12, 0, -1)]


def test_what_the_newest_holds_is_not_kept_again(plan: Path) -> None:
    for number, data in enumerate([b"a", b"a", b"b", b"a"]):
        keep(plan, data, NOON + timedelta(hours=number))
    assert [data for _, data in kept(plan)] == [b"a", b"b", b"a"]


def test_what_is_none_of_ours_is_neither_listed_nor_removed(plan: Path) -> None:
    keep(plan, b"one", NOON)
    folder = versions.folder(plan)
    names = ["notes.txt", "2025-13-01T000000Z.json", "2025-09-11T123000Z-0.json", ".x.saving"]
    for name in names:
        (folder / name).write_text("mine")
    assert len(versions.versions(plan)) == 1
    keep(plan, b"two", NOON + timedelta(days=9999))
    assert {each.name for each in folder.iterdir()} >= set(names)


def test_there_are_none_before_the_first_save(plan: Path) -> None:
    assert versions.versions(plan) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of Unix")
def test_only_the_owner_may_read_them(plan: Path) -> None:
    keep(plan, b"one", NOON)
    (version,) = versions.versions(plan)
    assert version.path.stat().st_mode & 0o777 == 0o600
    assert version.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_link_and_its_file_have_the_same_versions(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link.json"
    link.symlink_to(plan)
    keep(link, b"one", NOON)
    assert kept(plan) == [("2025-09-11T123000Z", b"one")]


def test_what_cannot_be_kept_is_said_and_raises_nothing(plan: Path) -> None:
    plan.with_name("plan.json.versions").write_text("a file in the folder's place")
    (note,) = keep(plan, b"one", NOON).notes
    assert note.startswith("no earlier copy is kept: ")
    assert "plan.json.versions" in note


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_folder_that_may_not_be_written_is_said(plan: Path) -> None:
    versions.folder(plan).mkdir(mode=0o500)
    (note,) = keep(plan, b"one", NOON).notes
    assert "Permission denied" in note


def test_a_name_that_cannot_be_looked_at_is_said_and_no_error(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = os.stat

    def refuse(path: Any, **options: Any) -> os.stat_result:
        if str(path).endswith("123000Z.json"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", refuse)
    (note,) = keep(plan, b"one", NOON).notes
    assert note.startswith("no earlier copy is kept: ")
    assert "Permission denied" in note


def at(*moments: datetime) -> list[Version]:
    return [Version(each, Path(f"{each:%Y%m%d%H}")) for each in sorted(moments, reverse=True)]


def test_one_save_an_hour_for_two_years_leaves_what_is_promised() -> None:
    """Counted by hand: 49 hours, then 12 last hours of days, 10 Sundays, 9 last days of months."""
    now = datetime(2025, 9, 11, 12, tzinfo=UTC)  # a Thursday
    every = at(*(now - timedelta(hours=number) for number in range(2 * 365 * 24)))
    dropped = set(obsolete(every, now))
    left = [each.moment for each in every if each not in dropped]
    assert left[:49] == [now - timedelta(hours=number) for number in range(49)]
    # Noon of the 9th is two days ago: the last version before it is that day's own, at 11 am.
    assert left[49] == datetime(2025, 9, 8, 23, tzinfo=UTC)
    daily = [date(2025, 9, 8) - timedelta(days=number) for number in range(12)]
    assert [each.date() for each in left[49:61]] == daily
    assert daily[-1] == date(2025, 8, 28)  # a Thursday: its week has its last one
    sundays = [date(2025, 8, 24) - timedelta(weeks=number) for number in range(10)]
    assert [each.date() for each in left[61:71]] == sundays
    assert sundays[-1] == date(2025, 6, 22)
    months = [
        date(2025, 5, 31), date(2025, 4, 30), date(2025, 3, 31), date(2025, 2, 28),
        date(2025, 1, 31), date(2024, 12, 31), date(2024, 11, 30), date(2024, 10, 31),
        date(2024, 9, 30),
    ]  # fmt: skip
    assert [each.date() for each in left[71:]] == months
    assert {each.hour for each in left[49:]} == {23}


def test_thinned_day_by_day_is_as_much_as_thinned_at_once() -> None:
    """What an earlier thinning dropped is nothing that a later one would have kept."""
    found: list[Version] = []
    for number in range(500 * 4):
        now = NOON + timedelta(hours=6 * number)
        found = [*at(now), *found]
        dropped = obsolete(found, now)
        found = [each for each in found if each not in dropped]
    assert len(found) == 9 + 12 + 10 + 9


def test_of_the_last_hour_all_are_kept_and_of_hours_before_the_last_ones() -> None:
    """At half past noon: each minute since 11:30 am, 11:29 of the hour before no more, then 10:59 am."""
    every = at(*(NOON - timedelta(minutes=number) for number in range(150)))
    dropped = obsolete(every, NOON)
    left = [f"{each.moment:%H%M}" for each in every if each not in dropped]
    assert left[:61] == [f"{NOON - timedelta(minutes=number):%H%M}" for number in range(61)]
    assert left[60:] == ["1130", "1059"]


def test_the_oldest_go_where_there_is_no_room_and_the_newest_stays(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST_BYTES", 10)
    for number, data in enumerate([b"aaaa", b"bbbb", b"cccc"]):
        keep(plan, data, NOON + timedelta(minutes=number))
    assert [data for _, data in kept(plan)] == [b"cccc", b"bbbb"]
    keep(plan, b"larger than the room", NOON + timedelta(minutes=3))
    assert [data for _, data in kept(plan)] == [b"larger than the room"]


def test_what_goes_by_its_age_takes_no_room_of_what_stays(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST_BYTES", 12)
    day, hour, minute = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
    for data, moment in (
        (b"last", NOON - 3 * day), (b"gone", NOON - 2 * hour), (b"kept", NOON - 2 * hour + minute),
        (b"mine", NOON),
    ):  # fmt: skip
        keep(plan, data, moment)
    assert [data for _, data in kept(plan)] == [b"mine", b"kept", b"last"]


def test_a_thousand_saves_within_two_days_stay_bounded(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each 2.5 minutes from 12:30 pm on: 25 from 6:30 to 7:30 am, and the last of 42 hours before."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    for number in range(1033):
        keep(plan, b"%04d" % number, NOON + number * timedelta(seconds=150))
    assert len(kept(plan)) == 67
    assert kept(plan)[0][1] == b"1032"


def test_the_newest_is_never_dropped_and_few_never_are() -> None:
    now = datetime(2035, 1, 1, tzinfo=UTC)
    years = at(*(datetime(year, 6, 1, tzinfo=UTC) for year in range(2020, 2030)))
    assert obsolete(years, now) == []
    same_day = at(*(datetime(2020, 6, 1, hour, tzinfo=UTC) for hour in range(24)))
    assert obsolete(same_day, now) == same_day[1:]


def test_a_clock_set_back_drops_nothing() -> None:
    future = at(*(NOON + timedelta(hours=number) for number in range(9)))
    assert obsolete(future, NOON - timedelta(days=400)) == []


def test_what_is_saved_last_is_the_newest_whatever_the_clock_says(plan: Path) -> None:
    keep(plan, b"one", NOON)
    for number, now in enumerate((NOON - timedelta(minutes=2), NOON.replace(year=1970), NOON)):
        keep(plan, b"%d" % number, now)
    # The last one of a second stays, and what comes after it is not put before it.
    for version in versions.versions(plan)[1:]:
        version.path.unlink()
    keep(plan, b"again", NOON - timedelta(days=1))
    assert kept(plan) == [("2025-09-11T123000Z-5", b"again"), ("2025-09-11T123000Z-4", b"2")]
    keep(plan, b"later", NOON + timedelta(seconds=1))
    assert kept(plan)[0] == ("2025-09-11T123001Z", b"later")


def test_old_versions_are_removed_from_the_disk(plan: Path) -> None:
    for hour in range(9):
        keep(plan, b"%d" % hour, NOON + timedelta(hours=hour))
    keep(plan, b"new", NOON + timedelta(days=30))
    assert [data for _, data in kept(plan)] == [b"new", b"8"]


def test_a_name_that_another_program_takes_meanwhile_is_passed_over(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = disk.save

    def late(path: Path, data: bytes, **options: Any) -> list[str]:
        if not path.stem.endswith("-2"):
            path.write_bytes(b"another's")
        return save(path, data, **options)

    monkeypatch.setattr(disk, "save", late)
    assert keep(plan, b"ours", NOON).notes == []
    assert sorted(data for _, data in kept(plan)) == [b"another's", b"ours"]


def test_an_empty_file_of_a_date_to_come_gives_its_date_to_none(plan: Path) -> None:
    place = versions.folder(plan)
    place.mkdir()
    (place / "2099-12-30T000000Z.json").touch()
    keep(plan, b"one", datetime(2026, 1, 1, tzinfo=UTC))
    assert [version.stamp for version in versions.versions(plan)] == ["2026-01-01T000000Z"]
