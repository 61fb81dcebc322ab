"""The plan of the posting, for a responder who has not entered one of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime

from heartplanner.core.edits import new_plan
from heartplanner.core.plan import Assignment, Plan

START = date(2025, 7, 28)
"""P1: Monday, July 28, 2025."""

SAID = (
    "No plan of your own yet: this is the example rotation from July 28, 2025,"
    " not the employer's word."
)


def example_plan() -> Plan:
    """The example rotation from the posting's start date, with every default of the domain.

    Its id stays when the responder makes it their own, so that a calendar exported before has no doubles.
    """
    return new_plan("example", Assignment(START), datetime(2025, 7, 28, tzinfo=UTC))
