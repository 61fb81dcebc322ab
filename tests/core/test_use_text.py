"""From when on a rotation is used, in words: what of the calendar stays is said too."""

from __future__ import annotations

from datetime import date

from heartplanner.core.explain.rosters.use_text import since_words

OCTOBER, MARCH, LATER = date(2026, 10, 26), date(2026, 3, 2), date(2027, 1, 18)


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
