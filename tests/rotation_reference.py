"""Counts rotations of 42 days by writing every one of them out: a reference for tests.

Written from the words of the rules alone; it shares no code and no method with the program.

A rotation is 42 letters, six weeks of seven days, Monday first: `S` shift, `A` admin, `-` free.
It is cyclic: after day 42 comes day 1. The weeks of P3 and P4 begin on the weekday `first`, 0 Monday
to 6 Sunday; the last of them runs over the end of the cycle. What was decided, rule by rule:

P3  Each week has exactly three shifts. Off: none to five shifts a week.
P4  Admin "weekly": exactly one admin day each week. Admin "flexible": six in the cycle, at most
    two a week, at most two weeks with a number other than one. Off (either way): none, one or
    two in each week, any number in the cycle.
P6  Saturday and Sunday of a row of letters are both shifts or both free; they are worked in rows p
    and p + 3 and in no other, for p = 1, 2 or 3. Off: each of the twelve days is a shift or free.
P7  Of the longest possible runs of `-`, over the end of the cycle too, exactly one has six or
    more days, and its length is in `breaks` ({6}, {7}, or {6, 7} for "any"). Off: any runs.

Whatever is off: admin is Monday to Friday only, and a day is one letter. P2 (40 hours) follows
from P3 and P4 and is accepted and ignored. `known` maps days 1 to 42 to one letter each: `S`,
`A`, `-`, `D` and `E` (both mean `S`; bands are ignored), `W` (S or A), `N` (A or -). Known days
are never switched off. An unknown letter, day, rule, admin or break is a ValueError.

Two parts that share nothing: `_candidates` decides first which weekends are worked and where the
break lies, then writes out week after week what is left; `keeps` judges a finished rotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

Known = Mapping[int, str]
SIX = frozenset({6})
ALL = frozenset({"P3", "P4", "P6", "P7"})
MEANING = {"S": "S", "D": "S", "E": "S", "A": "A", "-": "-", "W": "SA", "N": "A-"}

# ---- the judge: one finished rotation, rule by rule --------------------------------------------


def free_runs(rotation: str) -> list[int]:
    """The lengths of the longest possible runs of free days, the cycle closed."""
    worked = [day for day, letter in enumerate(rotation) if letter != "-"]
    if not worked:
        return [len(rotation)]
    turned = rotation[worked[0] :] + rotation[: worked[0]]
    return [len(run) for run in turned.replace("A", "S").split("S") if run]


def keeps(  # noqa: C901  (one rule after another, each on its own)
    rotation: str,
    known: Known,
    admin: str = "weekly",
    breaks: frozenset[int] = SIX,
    rules: frozenset[str] = ALL,
    first: int = 0,
) -> bool:
    """Whether the rotation agrees with the known days and with every rule insisted on."""
    if len(rotation) != 42 or not set(rotation) <= {"S", "A", "-"}:
        return False
    against = {"S": "A-N", "A": "SDE-", "-": "SDEAW"}
    if any(letter in against[rotation[day - 1]] for day, letter in known.items()):
        return False
    rows = [rotation[day : day + 7] for day in range(0, 42, 7)]
    if any("A" in row[5:] for row in rows):
        return False
    weeks = [(rotation * 2)[day : day + 7] for day in range(first, first + 42, 7)]
    shifts = [week.count("S") for week in weeks]
    if max(shifts) > 5 or ("P3" in rules and shifts != [3, 3, 3, 3, 3, 3]):
        return False
    blocks = [week.count("A") for week in weeks]
    if max(blocks) > 2:
        return False
    if "P4" in rules:
        if admin == "weekly" and blocks != [1, 1, 1, 1, 1, 1]:
            return False
        if admin == "flexible" and (sum(blocks) != 6 or blocks.count(1) < 4):
            return False
    if "P6" in rules:
        weekends = " ".join(row[5:] for row in rows)
        if weekends not in ("SS -- -- SS -- --", "-- SS -- -- SS --", "-- -- SS -- -- SS"):
            return False
    if "P7" in rules:
        long = [run for run in free_runs(rotation) if run >= 6]
        if len(long) != 1 or long[0] not in breaks:
            return False
    return True


# ---- the writer: everything that could be a rotation, each once --------------------------------


def _weeks(
    words: list[list[tuple[str, int]]], flexible: bool, done: str = "", odd: int = 0, more: int = 0
) -> Iterator[str]:
    """Week after week: `odd` weeks with other than one admin day, `more` days than one each."""
    if len(done) == 42:
        yield done
        return
    for word, blocks in words[len(done) // 7]:
        now_odd, now_more = odd + (blocks != 1), more + blocks - 1
        if not flexible or now_odd + abs(now_more) <= 2:  # each week over needs one under
            yield from _weeks(words, flexible, done + word, now_odd, now_more)


def _candidates(
    known: Known, admin: str, breaks: frozenset[int], rules: frozenset[str], first_weekday: int
) -> Iterator[str]:
    phases = [0, 1, 2] if "P6" in rules else [None]
    places = [(first, n) for n in sorted(breaks) for first in range(42)]
    shift_numbers = {3} if "P3" in rules else set(range(6))
    block_numbers = {1} if "P4" in rules and admin == "weekly" else {0, 1, 2}
    for phase, place in product(phases, places if "P7" in rules else [None]):
        can = [set(MEANING[known[day]]) if day in known else set("SA-") for day in range(1, 43)]
        for day in range(42):
            if day % 7 >= 5:
                can[day] -= {"A"}
                if phase is not None:
                    can[day] &= {"S"} if day // 7 % 3 == phase else {"-"}
        if place is not None:
            first, length = place
            for day in range(first, first + length):
                can[day % 42] &= {"-"}
            can[first - 1] -= {"-"}
            can[(first + length) % 42] -= {"-"}
        can = can[first_weekday:] + can[:first_weekday]
        words = [
            [
                ("".join(word), word.count("A"))
                for word in product(*map(sorted, can[first_day : first_day + 7]))
                if word.count("S") in shift_numbers and word.count("A") in block_numbers
            ]
            for first_day in range(0, 42, 7)
        ]
        if all(words):
            for turned in _weeks(words, "P4" in rules and admin == "flexible"):
                yield turned[42 - first_weekday :] + turned[: 42 - first_weekday]


def rotations(
    known: Known,
    admin: str = "weekly",
    breaks: frozenset[int] = SIX,
    rules: frozenset[str] = ALL,
    first: int = 0,
) -> Iterator[str]:
    """Every rotation that agrees with the known days, each once, in no stated order."""
    if admin not in ("weekly", "flexible") or not breaks or not breaks <= {6, 7}:
        raise ValueError(f"admin {admin!r}, breaks {sorted(breaks)}")
    if not rules <= ALL | {"P2"}:
        raise ValueError(f"rules {sorted(rules)}")
    if any(day not in range(1, 43) or letter not in MEANING for day, letter in known.items()):
        raise ValueError(f"known days {dict(known)}")
    if first not in range(7):
        raise ValueError(f"first day {first}")
    for rotation in _candidates(known, admin, breaks, rules, first):
        if keeps(rotation, known, admin, breaks, rules, first):
            yield rotation


def tally(
    known: Known, admin: str = "weekly", breaks: frozenset[int] = SIX, rules: frozenset[str] = ALL
) -> tuple[int, list[tuple[int, int, int]], Counter[int]]:
    """How many; for each of the 42 days how many have (shift, admin, free); the break's lengths.

    The length is that of the longest run of free days: the break, where P7 is insisted on.
    """
    count = 0
    days = [{"S": 0, "A": 0, "-": 0} for _ in range(42)]
    lengths: Counter[int] = Counter()
    for rotation in rotations(known, admin, breaks, rules):
        count += 1
        lengths[max(free_runs(rotation), default=0)] += 1
        for day, letter in zip(days, rotation, strict=True):
            day[letter] += 1
    return count, [(day["S"], day["A"], day["-"]) for day in days], lengths
