"""The plan of the posting, for a responder who has not entered one of their own."""

from __future__ import annotations

from datetime import date

from heartplanner.core.edits.edits import new_plan
from heartplanner.core.plan.model import EXAMPLE_MADE, Assignment, Plan

START = date(2025, 7, 28)
"""P1: Monday, July 28, 2025."""

EXAMPLE_ID = "example"
EXAMPLE = "This is the example rotation until you enter or confirm your own."
"""Said wherever days of the example are shown: they are not the employer's word."""
SAMPLE = "This is a sample rotation until you enter or confirm your own."
"""The same in the window, which calls it a sample from its first step on."""
NO_PLAN = f"No schedule of your own yet. {EXAMPLE}"


def example_plan() -> Plan:
    """The example rotation from the posting's start date, with every default of the domain.

    Its id is the same everywhere, so its calendar has the same bytes everywhere. Once it is somebody's
    own it gets one that nobody can guess (files/plan/planfile.py): from a known id the names of the
    events in a copy for others could be worked out. A plan file that has this id keeps it.
    """
    return new_plan(EXAMPLE_ID, Assignment(START), EXAMPLE_MADE)
