"""What the panel says of colleagues on the chosen day."""

from __future__ import annotations

from datetime import date

from heartplanner.ui.session import Session

BY_CARDS = "By their cards and your swaps:"


def colleagues_on(session: Session, day: date) -> list[str]:
    """What colleagues do on a day, a line each under a heading; nothing where there is nothing to say."""
    if not session.plan.colleagues:
        return []
    # Few plans have colleagues: the others start without the modules that work them out.
    from heartplanner.core.people.colleague_day import colleague_lines

    lines = colleague_lines(session.schedule, day, session.display)
    return [BY_CARDS, *lines] if lines else []
