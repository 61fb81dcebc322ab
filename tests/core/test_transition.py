"""The transition to a new assignment, in boards and in words; expected days by hand."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from heartplanner.core.cells.rotation_board import put
from heartplanner.core.cells.rotation_draft import Draft, in_force, opened
from heartplanner.core.cells.transition import Transition, transition
from heartplanner.core.edits.edits import add_change, assign
from heartplanner.core.plan.change import OtherHours, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan, PlanError, Rotation

TODAY = date(2025, 9, 11)
SHIFTED = Rotation.parse("SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS--")


def draft_of(plan: Plan) -> Draft:
    return opened(plan, in_force(plan, TODAY), TODAY)


def transition_of(plan: Plan, draft: Draft) -> Transition:
    return transition(plan, draft.assignment, plan.history[-1].at)


def test_the_transition_shows_both_sides_in_real_days(example: Plan) -> None:
    found = transition_of(example, draft_of(example)._replace(rotation=SHIFTED, cycle_week=1))
    before = [row.letters for row in found.before]
    assert before[5] == ("", "D", "D", "A", "D", "", "")
    assert before[3] == ("D", "D", "D", "A", "", "", "")
    assert found.before[0].title == "Aug 4"
    assert found.after[0].letters == ("D", "D", "D", "A", "", "", "")
    assert (found.after[0].title, found.after[5].title) == ("Sep 15", "Oct 20")


def test_the_transition_in_words(example: Plan) -> None:
    """September 19 to 24 becomes the break; October 10 to 15 is worked."""
    found = transition_of(example, draft_of(example)._replace(rotation=SHIFTED, cycle_week=1))
    assert found.warnings == ()
    assert found.sentences == (
        "All days before Monday, September 15, 2025 stay as they are.",
        "New break: September 19-24, 2025, six days.",
        "No longer a break: October 10-15, 2025.",
        "From break to break: August 29 to September 19, 2025, 21 days.",
        "Working weekends: 2 in the six weeks before, 2 in the six weeks after.",
        "Each week after it has 40 h.",
        "The change brings no short rest and no long run of worked days.",
    )


def test_a_break_across_the_transition_is_counted_over_it(example: Plan) -> None:
    """From Monday, September 1, in the middle of the break, it goes on until that Thursday."""
    longer = Rotation.parse("----SSS -SSAS-- ---ASSS -SSAS-- SSSA--- -SSAS--")
    draft = draft_of(example)._replace(start=date(2025, 9, 1), rotation=longer, cycle_week=1)
    said = transition_of(example, draft).sentences
    assert "New break: August 29 - September 4, 2025, seven days, over September 1." in said
    assert "The week of September 1, 2025 has 36 h, not 40 h." in said


def test_weekends_and_rest_across_the_transition(example: Plan) -> None:
    """September 6-7 and 13-14 both on, and an evening before a morning."""
    draft = draft_of(example)._replace(
        start=date(2025, 9, 12),
        rotation=Rotation.parse("-SSAESS -SSAS-- ------- ---ASSS -SSAS-- SSSA---"),
        cycle_week=1,
    )
    found = transition_of(example, draft)
    assert "Across the change two working weekends are 1 week apart, not three." in found.sentences
    assert found.warnings == (
        "Take care: six worked days in a row, September 9-14, 2025.",
        "Take care: 9 h of rest, Friday, September 12, 2025 to Saturday"
        " (evening shift noon-midnight, then day shift 9-9).",
    )


def test_the_transition_names_the_rest_before_an_admin_block(example: Plan) -> None:
    """Evenings from September 15: the shift of Wednesday 17 ends nine hours before Thursday's admin."""
    said = transition_of(example, draft_of(example)._replace(band=Band.EVENING)).warnings
    assert said[0] == (
        "Take care: 9 h of rest, Wednesday, September 17, 2025 to Thursday"
        " (evening shift noon-midnight, then admin 9 am-1 pm)."
    )


def test_from_the_start_date_it_has_been_so_all_along(example: Plan) -> None:
    found = transition_of(
        example, draft_of(example)._replace(start=example.start, rotation=SHIFTED)
    )
    assert found.before == ()
    assert found.sentences[0].startswith("From your start date on: as if this")


def test_a_later_assignment_ends_it(example: Plan) -> None:
    plan = assign(example, Assignment(date(2025, 10, 6)), example.history[-1].at)
    found = transition_of(plan, draft_of(plan)._replace(band=Band.EVENING))
    assert "It lasts until October 5, 2025: then another rotation follows." in found.sentences
    assert [row.letters[1] for row in found.after] == ["E", "", "E", "D", "D", ""]


def test_the_past_is_as_it_was(example: Plan) -> None:
    """The week in which it begins is old before that day and new from it on."""
    draft = draft_of(example)._replace(start=date(2025, 9, 17), band=Band.EVENING)
    assert transition_of(example, draft).after[0].letters == ("", "D", "E", "A", "E", "", "")


def test_what_cannot_be_assigned_is_a_sentence(example: Plan) -> None:
    draft = draft_of(example)
    with pytest.raises(PlanError, match="start"):
        transition_of(example, draft._replace(start=example.start - timedelta(days=1)))
    at = example.history[-1].at
    plan = add_change(example, OtherHours(date(2025, 9, 16), Hours(time(9), time(17))), at)
    named = (
        "changed hours, Tuesday, September 16, 2025, 9 am-5 pm, does not fit it: .*; take that back"
    )
    with pytest.raises(PlanError, match=named):
        transition_of(plan, draft._replace(rotation=put(EXAMPLE_ROTATION, 8, "-")))


def test_a_break_that_a_new_rotation_cuts_short_is_warned_of(example: Plan) -> None:
    """Week 1 again from Monday, October 13, in the break of October 10-15: Tuesday 14 is worked."""
    draft = draft_of(example)._replace(start=date(2025, 10, 13), cycle_week=1)
    found = transition_of(example, draft)
    assert found.lost == (
        "Your break of October 10-15, 2025 becomes four days: October 10-13, 2025."
        " Your next break is then November 14-19, 2025.",
    )
    assert dict(found.broken)["P7"] == f"The six-to-seven-day break: differs. {found.lost[0]}"
    assert "No longer a break: October 10-15, 2025." not in found.sentences


def test_a_break_that_comes_later_is_warned_of_and_an_earlier_one_is_not(example: Plan) -> None:
    """Week 1 again from October 6: the break of October 10-15 has shifts on October 10, 14 and 15."""
    later = transition_of(
        example, draft_of(example)._replace(start=date(2025, 10, 6), cycle_week=1)
    )
    assert later.lost == (
        "Your break of October 10-15, 2025 becomes three days: October 11-13, 2025."
        " Your next break is then November 7-12, 2025.",
    )
    sooner = transition_of(example, draft_of(example)._replace(rotation=SHIFTED, cycle_week=1))
    assert sooner.lost == ()
    assert "P7" not in dict(sooner.broken)


def test_a_break_that_loses_a_day_says_what_it_becomes(example: Plan) -> None:
    """The sample's break has six days; with Friday 10 worked by a rotation of seven, it begins on 11."""
    seven = Rotation.parse("-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSAS-- ----SSS")
    draft = draft_of(example)._replace(start=date(2025, 9, 8), rotation=seven, cycle_week=1)
    (text,) = transition_of(example, draft).lost
    assert text == "Your break of October 10-15, 2025 becomes October 11-16, 2025, six days."


def test_agreed_swaps_that_it_overtakes_are_named_before_it_is_used(example: Plan) -> None:
    at = example.history[-1].at
    swap = Swap(date(2025, 10, 17), date(2025, 10, 20), None, "Lee")
    plan = add_change(example, swap, at)
    free = draft_of(example)._replace(start=date(2025, 10, 13), rotation=Rotation("-" * 42))
    found = transition_of(plan, free)
    # The half that still fits stays a change: Lee counts on it.
    overtaken = "The new rotation overtakes what you swapped on Fri, Oct 17: look at your swaps."
    assert found.brief[0] == found.overtaken == overtaken
    assert transition_of(example, free).overtaken == ""


def test_what_stands_at_the_button_is_the_first_warning_and_how_many_more(example: Plan) -> None:
    draft = draft_of(example)._replace(start=date(2025, 10, 13), cycle_week=1, band=Band.EVENING)
    found = transition_of(example, draft)
    assert found.brief == (
        found.lost[0],
        "Take care: 9 h of rest, Wednesday, October 15, 2025 to Thursday.",
        "3 more warnings below.",
    )
    calm = transition_of(example, draft_of(example)._replace(rotation=SHIFTED, cycle_week=1))
    assert calm.brief == ()
