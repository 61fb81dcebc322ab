"""Whatever a plan file has become, the answer is a result or one line, and the file stays as it is."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from heartplanner.cli.main import main
from heartplanner.core.calendar.events import events
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.files.plan import planfile

SPECIMEN = (Path(__file__).parents[1] / "plans" / "v1.json").read_bytes()
SEED = 2025
OTHERS: list[Any] = [
    None, True, False, 0, 1, -1, 7, 2**63, 10**40, 0.5, "", "x", "day", "2025-08-19", "0000-00-00",
    "2200-12-31", "1950-01-01", "23:59", "\ud800", "\x00", "x" * 3000, [], [[]], {}, {"id": 1},
]  # fmt: skip
BYTES = [
    b"\x00",
    b"\xff",
    b'"',
    b"\\",
    b"{",
    b"]",
    b",",
    b"9",
    b"\n",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
]

Said = tuple[int, str, str]


def cuts(_: random.Random) -> Iterator[bytes]:
    yield from (SPECIMEN[:length] for length in range(0, len(SPECIMEN), 12))
    yield from (SPECIMEN[length:] for length in range(1, len(SPECIMEN), 50))


def flips(chance: random.Random) -> Iterator[bytes]:
    """One bit, sometimes a few, the other way round."""
    for _ in range(300):
        damaged = bytearray(SPECIMEN)
        for _ in range(chance.choice([1, 1, 1, 5])):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        yield bytes(damaged)


def inserts(chance: random.Random) -> Iterator[bytes]:
    for _ in range(150):
        at = chance.randrange(len(SPECIMEN))
        yield SPECIMEN[:at] + chance.choice(BYTES) + SPECIMEN[at:]


def moves(chance: random.Random) -> Iterator[bytes]:
    """Some stretch of it left out, twice there, or in another place."""
    for _ in range(150):
        low, high = sorted(chance.sample(range(len(SPECIMEN)), 2))
        high = min(high, low + 200)
        rest = SPECIMEN[:low] + SPECIMEN[high:]
        at = chance.choice([0, low, low, chance.randrange(len(rest))])
        yield chance.choice([rest, rest[:at] + SPECIMEN[low:high] * 2 + rest[at:]])


def places(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Every list and object in it, with each of its keys."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        found.append((value, key))
        places(value[key], found)
    return found


def swaps(chance: random.Random) -> Iterator[bytes]:
    """One value in place of another, of another type or of its own."""
    for _ in range(300):
        plan = json.loads(SPECIMEN)
        within = places(plan, [])
        holder, key = chance.choice(within)
        elsewhere = [container[other] for container, other in within]
        holder[key] = json.loads(json.dumps(chance.choice([*OTHERS, *elsewhere])))
        yield json.dumps(plan).encode()


def shapes(_: random.Random) -> Iterator[bytes]:
    text = SPECIMEN.decode()
    yield from (text.encode(coding) for coding in ("utf-16", "utf-16-be", "utf-32", "utf-8-sig"))
    yield from (
        b"",
        b"\n",
        b"\x00" * 3000,
        b"{}",
        b"[]",
        b"0",
        b'""',
        b"null",
        b"NaN",
        b"BEGIN:VCALENDAR",
    )
    yield from (opened * 100_000 for opened in (b"[", b'{"a":', b'[{"a":'))
    yield from (SPECIMEN + more for more in (b"x", b"\x00", SPECIMEN))
    yield b"[" * 900 + b"]" * 900
    yield SPECIMEN.replace(b"2025", b"0000")
    yield SPECIMEN.replace(b"2025", b"9999")
    yield SPECIMEN.replace(b"2025", b"2199").replace(b"2026", b"2200")


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], Said]:
    """The exit status of the check of a plan file, what it printed, and what it complained of."""

    def run(file: Path) -> Said:
        status = main(["check", "--plan", str(file)], lambda *_: 99)
        return status, *capsys.readouterr()

    return run


DIFFERS = ("differs", "does not hold")


def wrong(file: Path, said: Said) -> str:
    """What is wrong with an answer, if something is."""
    status, output, complaint = said
    if complaint:
        fits = complaint.startswith(f"heartplanner: {file}: ") and complaint.count("\n") == 1
        return "" if fits and (status, output) == (1, "") else f"{status} {complaint!r} {output!r}"
    verdicts = re.findall(
        r"^[^:\n]+: (fine|holds|differs|does not hold)[,.] ", output, re.MULTILINE
    )
    if len(verdicts) != 6:
        return f"no rules are checked: {output!r}"
    if status != any(verdict in DIFFERS for verdict in verdicts):
        return f"exit status {status}: {output!r}"
    return wrong_plan(file)


def wrong_plan(file: Path) -> str:
    """A plan that is read is good for all that is done with plans."""
    plan = planfile.load(file).plan
    if planfile.parse(planfile.dump(plan)) != plan:
        return "it is not written as it is read"
    events(Schedule(plan), plan.start, plan.start + timedelta(days=99))
    return ""


@pytest.mark.parametrize("mutants", [cuts, flips, inserts, moves, swaps, shapes])
def test_damaged_plan_is_checked_or_refused_in_one_line(
    mutants: Callable[[random.Random], Iterator[bytes]],
    check: Callable[[Path], Said],
    tmp_path: Path,
) -> None:
    file = tmp_path / "plan.json"
    for data in mutants(random.Random(SEED)):
        file.write_bytes(data)
        fault = wrong(file, check(file))
        assert not fault, data
        assert file.read_bytes() == data
        assert [each.name for each in tmp_path.iterdir()] == ["plan.json"]


def test_specimen_is_checked(check: Callable[[Path], Said], tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(SPECIMEN)
    status, output, complaint = check(file)
    assert (status, complaint) == (0, "") or (
        status == 1 and any(f": {verdict}." in output for verdict in DIFFERS)
    )
    assert wrong(file, (status, output, complaint)) == ""


@pytest.mark.parametrize(
    "name", ["folder", "gone", "gone/plan.json", "specimen/plan.json", "x" * 300]
)
def test_what_is_no_file_is_refused_in_one_line(
    name: str, check: Callable[[Path], Said], tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "specimen").write_bytes(SPECIMEN)
    file = tmp_path / name
    status, output, complaint = check(file)
    assert wrong(file, (status, output, complaint)) == ""
    assert status == 1


def test_links_that_lead_nowhere_or_round_are_refused_in_one_line(
    check: Callable[[Path], Said], tmp_path: Path
) -> None:
    for name, target in (("nowhere", "gone"), ("round", "round")):
        file = tmp_path / name
        file.symlink_to(target)
        status, output, complaint = check(file)
        assert wrong(file, (status, output, complaint)) == ""
        assert status == 1
