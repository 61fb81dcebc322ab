"""The colleague whom a swap's line names."""

from __future__ import annotations

import pytest

from heartplanner.core.roster.swap_colleague import has_hours, swap_colleague


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("12/18/2026 | 9:00 AM | 9:00 PM | swap w/ Kim", "Kim"),
        ("Fri 12/18 9a-9p swapped with kim", "Kim"),
        ("12/18 traded with Kim Lee", "Kim Lee"),
        ("12/18 9-9 traded shifts w/ O'Neil", "O'Neil"),
        ("12/18 9a-9p covering for Lee", "Lee"),
        ("12/18 covered by Lee", "Lee"),
        ("12/18 Kim has this", "Kim"),
        ("Dec 18: Lee took it", "Lee"),
        ("12/18 swapped with kim thanks", "Kim"),
        ("Dana works Thu 12/10 for you.", "Dana"),
        ("Kim covers 12/10 for me", "Kim"),
        ("Thu 12/10 he works it for you", ""),
        ("Your coworker works Thu 12/10 for you", ""),
        ("12/18 swap", ""),
        ("12/18 swap with another", ""),
        ("12/18 swap with Dec 22", ""),
        ("12/18 swap with Tuesday", ""),
        ("12/18 this has it", ""),
        ("12/18 9a-9p", ""),
    ],
)
def test_who_the_other_side_is(text: str, name: str) -> None:
    assert swap_colleague(text) == name


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("12/18/2026 | 9:00 AM | swap", True),
        ("12/18 9a-9p swap", True),
        ("12/18 noon-12 swap", True),
        ("12/18 swap w/ Kim", False),
    ],
)
def test_whether_a_line_states_hours(text: str, states: bool) -> None:
    assert has_hours(text) is states
