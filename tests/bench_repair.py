"""How well, and how fast, a rotation is found again of a roster in which days were changed.

    python tests/bench_repair.py [ROTATIONS]

True rotations are drawn, each as likely as any other, and written out over 4 to 10 weeks as a roster of
shifts, admin and free days. Of these days 5, 10 and 20 % are changed, chosen at random, each to one of the
two other things. Then it is counted how often the true rotation is the only answer, how often it is among
several, and how often another one is nearer to the roster, which no reader could tell from the true one.
Every answer must name exactly the days on which the roster differs from it. It is no test: it judges
nothing else.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from bench_finder import FLEXIBLE, START, drawn, taken
from bench_table import report

from heartplanner.core.finder.counting.counts import count_rotations
from heartplanner.core.finder.repair.distances import day_distances
from heartplanner.core.finder.repair.nearest import nearest_rotations
from heartplanner.core.finder.repair.repair import Repair, repair
from heartplanner.core.finder.search import findings
from heartplanner.core.plan.model import CYCLE_DAYS, Mark, Options, Search

WEEKS = (4, 6, 8, 10)
SHARES = (5, 10, 20)
OUTCOMES = ("only answer", "days right", "among several", "another nearer")
"""Of a roster: the true rotation is the only answer; it is one of several that differ from the roster on
the same days, the right ones; it is one of several that differ on others; another is nearer, or fits it."""


def roster(true: str, weeks: int, percent: int, rng: random.Random) -> tuple[Search, set[date]]:
    """So many weeks of a rotation with some days changed, and which."""
    days = weeks * 7
    changed = set(rng.sample(range(days), max(1, round(days * percent / 100))))
    letters = [
        rng.choice([other for other in "SA-" if other != true[day % CYCLE_DAYS]])
        if day in changed
        else true[day % CYCLE_DAYS]
        for day in range(days)
    ]
    marks = (Mark(START + timedelta(day), letter) for day, letter in enumerate(letters))
    return Search(START, tuple(marks)), {START + timedelta(day) for day in changed}


def outcome(search: Search, changed: set[date], found: Repair | None) -> str:
    if found is None:
        return "another nearer"
    check_named(search, found)
    if found.differing < len(changed):
        return "another nearer"
    assert found.differing == len(changed), "the true rotation is as near as that"
    if found.left.known:
        return "only answer"
    same = found.alike == found.left.total and set(found.first.differs) == changed
    return "days right" if same else "among several"


def check_named(search: Search, found: Repair) -> None:
    """Every day on which the roster differs from an answer is named with it."""
    for rotation, differs in found.shown:
        wrong = [
            mark.date
            for mark in search.marks
            if rotation.letters[(mark.date - START).days % CYCLE_DAYS] != mark.letter
        ]
        assert list(differs) == wrong


def recovered(options: Options, count: int) -> Iterator[str]:
    """A line for each length of roster and share of changed days."""
    rng = random.Random(1)
    true = [drawn(options, rng) for _ in range(count)]
    names = "".join(f"{name:>16}" for name in OUTCOMES)
    yield f"{'weeks':>5} {'changed':>8} {names}  half of the several are at most"
    for weeks in WEEKS:
        for percent in SHARES:
            outcomes = Counter[str]()
            several = []
            for rotation in true:
                search, changed = roster(rotation, weeks, percent, rng)
                search = search._replace(options=options)
                found = repair(search, 3)
                name = outcome(search, changed, found)
                outcomes[name] += 1
                several += [found.left.total] if found and name == "among several" else []
            shares = "".join(f"{outcomes[name] * 100 / count:>14.1f} %" for name in OUTCOMES)
            yield f"{weeks:>5} {percent:>6} % {shares}  {median(several or [0]):.0f}"


def speed() -> None:
    """What ten weeks of a roster take, beside all counts of the same marks without a contradiction."""
    rng = random.Random(2)
    for name, options in (("weekly", Options()), ("flexible", FLEXIBLE)):
        search, _ = roster(drawn(options, rng), 10, 10, rng)
        search = search._replace(options=options)
        distances = day_distances(search.marks, START)
        counts = taken(lambda o=options: count_rotations.__wrapped__(("DEA-",) * CYCLE_DAYS, o))
        for what, seconds in (
            ("nearest, counted", taken(lambda d=distances, o=options: nearest_rotations(d, o))),
            ("and the first ranked", taken(lambda s=search: repair(s, 1))),
            ("and twelve ranked", taken(lambda s=search: repair(s))),
            ("why none fits", taken(lambda s=search: findings(s))),
        ):
            report(f"ten weeks, {name}: {what}", seconds, counts, "all counts, nothing known")


if __name__ == "__main__":
    speed()
    for kind, held_to in (("weekly", Options()), ("flexible", FLEXIBLE)):
        print(f"admin {kind}")
        for line in recovered(held_to, int(sys.argv[1]) if len(sys.argv) > 1 else 300):
            print(line)
