"""Each kind of absence can be entered in the window, and its days have a sign of their own."""

from __future__ import annotations

from heartplanner.core.cells.day_marks import AwayKind
from heartplanner.core.plan.change import AbsenceKind
from heartplanner.ui.day_icons import AWAY_ICONS
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS


def test_menu_offers_each_absence() -> None:
    offered = {kind.id for kind in CHANGE_KINDS}
    assert [kind for kind in AbsenceKind if kind not in offered] == []


def test_each_absence_has_a_sign() -> None:
    assert [kind for kind in AwayKind if kind not in AWAY_ICONS] == []
