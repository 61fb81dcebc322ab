"""From when on a rotation is used, in words: what of the calendar stays is said too."""

from __future__ import annotations

from datetime import date

from heartplanner.core.edits.example import example_plan
from heartplanner.core.explain.rosters.use_text import marked_before, since_words, use_words
from heartplanner.core.finder.counting.marks import read_marks
from heartplanner.core.finder.roster_use import replaces_marks, roster_outcome
from heartplanner.core.finder.search import search_of
from heartplanner.core.plan.model import EXAMPLE_ROTATION, ONE_DAY, Plan, Search
from heartplanner.core.roster.roster import DayReading, Roster

OCTOBER, MARCH, LATER = date(2026, 10, 26), date(2026, 3, 2), date(2027, 1, 18)
JULY = date(2025, 7, 28)
OTHER = "SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS--".replace(" ", "")


def test_a_rotation_that_is_entered_already_for_later_stays() -> None:
    assert since_words(MARCH, None, stays=False) == (
        "from Monday, March 2, 2026 on; your whole calendar follows it"
    )
    assert since_words(OCTOBER, None, stays=True) == (
        "from Monday, October 26, 2026 on; the days before stay as they are"
    )
    assert since_words(MARCH, LATER, stays=False) == (
        "from Monday, March 2, 2026, until Sunday, January 17, 2027;"
        " your rotation from January 18, 2027 stays"
    )
    assert since_words(OCTOBER, LATER, stays=True) == (
        "from Monday, October 26, 2026, until Sunday, January 17, 2027;"
        " the days before and your rotation from January 18, 2027 stay"
    )


def marked_plan() -> Plan:
    """The example's six weeks, marked from July 28 on."""
    plan = example_plan()
    marks = tuple(read_marks(EXAMPLE_ROTATION.letters, JULY))
    return plan._replace(search=Search(JULY, marks, search_of(plan).options))


def sheet(letters: str, first: date) -> Roster:
    return Roster(
        tuple(DayReading(first + n * ONE_DAY, letter) for n, letter in enumerate(letters))
    )


def test_it_is_said_which_marked_days_a_roster_leaves() -> None:
    every = "42 days (July 28, 2025 to September 7, 2025)"
    week = marked_before(marked_plan(), sheet("-SSAS--", date(2025, 9, 8)))
    assert week.keep == f"Keep 35 of the {every}; these take the place of the rest"
    assert week.replace == "Use only these; the marks of the 42 days go"
    # A sheet of all six weeks leaves none of the days that were to be kept.
    whole = marked_before(marked_plan(), sheet(OTHER, date(2025, 9, 8)))
    assert whole.keep is None
    assert whole.replace == f"These take the place of all 42 days that you marked{every[7:]}"
    two = example_plan()._replace(search=Search(JULY, tuple(read_marks("-S", JULY))))
    kept = marked_before(two, sheet("A", date(2025, 9, 11)))
    assert kept.keep == "Keep the 2 days (July 28, 2025 to July 29, 2025), and add these"


def test_a_roster_of_another_rotation_is_not_mixed_with_the_marks_before() -> None:
    plan = marked_plan()
    for letters, others in ((OTHER[:28], True), ("-SSAS--", False), ("-SSSA--", False)):
        roster = sheet(letters, date(2025, 9, 8))
        added = roster_outcome(plan, roster, replaces=False)
        assert replaces_marks(plan, roster, added) is others


def test_the_button_says_which_changes_would_be_left_out() -> None:
    outcome = roster_outcome(example_plan(), sheet("-SSAS--", JULY), replaces=False)
    assert use_words(outcome, "", unanswered=2) == "Use these days without 2 changes..."
    assert use_words(outcome, "") == "Use these days"
