"""How fast and how well the finder asks.

    python tests/bench_finder.py [ROTATIONS]

An answer with all counts is timed beside an enumeration of the same rotations and, where OR-Tools is
installed (the extra "bench"), beside CP-SAT counting the solutions of the same model. Then true
rotations are drawn, each as likely as any other, and revealed in the order that the finder asks for,
and in the order of the dates: how many answers it takes until one rotation is left. It is no test: it
judges nothing.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from datetime import date
from statistics import mean, median, quantiles

from bench_table import report, seconds
from rotation_reference import rotations

from heartplanner.core.finder.counting.counts import RotationCounts, _groups, count_rotations
from heartplanner.core.finder.counting.marks import (
    ANY_LETTERS,
    AllowedLetters,
    allowed_letters,
    read_marks,
)
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.plan.model import CYCLE_DAYS, MARK_MEANINGS, WEEK_STARTS, Mark, Options

START = date(2025, 7, 28)
TEN = allowed_letters([*read_marks("-SSAS---S", START), Mark(date(2025, 8, 16), "S")], START)
FLEXIBLE = Options(flexible=True)
BY_WEEK = [FLEXIBLE._replace(work_week=first) for first in (1, 2, 3, 4, 5, 6, None)]
RUNS = 25


def answer(what: AllowedLetters, options: Options) -> RotationCounts:
    """An answer with nothing remembered of those before."""
    _groups.cache_clear()
    count_rotations.cache_clear()
    return count_rotations.__wrapped__(what, options)


def taken(work: Callable[[], object], runs: int = RUNS) -> float:
    work()
    return median(seconds(work) for _ in range(runs))


def speed() -> None:
    frame = 1 / 60
    for name, what, options in (
        ("nothing known", ANY_LETTERS, Options()),
        ("ten days known", TEN, Options()),
        ("nothing known, admin flexible", ANY_LETTERS, FLEXIBLE),
        ("ten days known, admin flexible", TEN, FLEXIBLE),
        *(
            (f"nothing known, admin flexible, week from {name}", ANY_LETTERS, by_week)
            for name, by_week in zip((*WEEK_STARTS[1:], "any day"), BY_WEEK, strict=True)
        ),
    ):
        report(
            f"all counts, {name}", taken(lambda w=what, o=options: answer(w, o)), frame, "a frame"
        )
        plain = taken(lambda w=what, o=options: next(ranked_rotations(w, o)))
        report(f"the plainest, {name}", plain, frame, "a frame")
    letters = {day: letter(may) for day, may in enumerate(TEN, 1) if len(may) < 4}
    ours = taken(lambda: answer(TEN, Options()))
    listed = taken(lambda: sum(1 for _ in rotations(letters)), 3)
    report("ten days: enumeration (9,600)", listed, ours, "all counts")
    try:
        counted = taken(lambda: cp_sat(letters), 1)
    except ImportError:
        print("OR-Tools is not installed: pip install ortools")
        return
    report("ten days: CP-SAT (9,600)", counted, ours, "all counts")


def letter(may_be: str) -> str:
    return "S" if may_be == "DE" else may_be


def cp_sat(letters: dict[int, str]) -> int:
    """The same model for CP-SAT: weekly admin, a break of six days; every solution is counted."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    shift = [model.new_bool_var(f"s{n}") for n in range(CYCLE_DAYS)]
    admin = [model.new_bool_var(f"a{n}") for n in range(CYCLE_DAYS)]
    free = [model.new_bool_var(f"f{n}") for n in range(CYCLE_DAYS)]
    kinds = {"S": shift, "A": admin, "-": free}
    for n in range(CYCLE_DAYS):
        model.add_exactly_one(shift[n], admin[n], free[n])
    for day, known_letter in letters.items():
        model.add(kinds[known_letter][day - 1] == 1)
    phase = [model.new_bool_var(f"p{n}") for n in range(3)]
    model.add_exactly_one(phase)
    for week in range(6):
        days = range(week * 7, week * 7 + 7)
        model.add(sum(shift[n] for n in days) == 3)
        model.add(sum(admin[n] for n in days) == 1)
        for n in days[5:]:
            model.add(admin[n] == 0)
            model.add(shift[n] == phase[week % 3])
    begins = []
    for n in range(CYCLE_DAYS):
        run = [free[(n + k) % CYCLE_DAYS] for k in range(6)]
        begin = model.new_bool_var(f"b{n}")
        model.add_bool_and([*run, free[n - 1].Not()]).only_enforce_if(begin)
        model.add_bool_or([*(each.Not() for each in run), free[n - 1], begin])
        model.add_bool_or([*(each.Not() for each in run), free[(n + 6) % CYCLE_DAYS].Not()])
        begins.append(begin)
    model.add(sum(begins) == 1)

    class Count(cp_model.CpSolverSolutionCallback):
        found = 0

        def on_solution_callback(self) -> None:
            self.found += 1

    solver, count = cp_model.CpSolver(), Count()
    solver.parameters.enumerate_all_solutions = True
    solver.solve(model, count)
    assert count.found == count_rotations(TEN, Options()).total, count.found
    return count.found


def drawn(options: Options, rng: random.Random) -> str:
    """One of all rotations, each as likely as any other."""
    left = ANY_LETTERS
    for day in range(CYCLE_DAYS):
        (found,) = rng.choices("SA-", weights=count_rotations(left, options).days[day])
        left = (*left[:day], MARK_MEANINGS[found], *left[day + 1 :])
    return "".join(map(letter, left))


Asks = Callable[[AllowedLetters, int], int]
"""The day to ask about, 1 to 42, by what is known and how many answers there were."""


def answers(true: str, options: Options, asks: Asks) -> int:
    """How many answers it takes until one rotation is left, which is the true one."""
    left, count = ANY_LETTERS, 0
    while count_rotations(left, options).total > 1:
        day = asks(left, count)
        left = (*left[: day - 1], MARK_MEANINGS[true[day - 1]], *left[day:])
        count += 1
    assert next(ranked_rotations(left, options)).letters == true
    return count


def distribution(count: int) -> None:
    rng = random.Random(1)
    for name, options in (("weekly", Options()), ("flexible", FLEXIBLE)):
        true = [drawn(options, rng) for _ in range(count)]
        orders: dict[str, Asks] = {
            "as the finder asks": lambda left, _, o=options: count_rotations(left, o).ask_next or 0,
            "in date order": lambda _, done: done + 1,
        }
        for how, asks in orders.items():
            found = [answers(each, options, asks) for each in true]
            cuts = quantiles(found, n=10)
            print(
                f"admin {name}, {how}: mean {mean(found):.1f}, least {min(found)}, a tenth by"
                f" {cuts[0]:.0f}, half by {median(found):.0f}, nine tenths by {cuts[8]:.0f},"
                f" all by {max(found)}"
            )


if __name__ == "__main__":
    speed()
    distribution(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
