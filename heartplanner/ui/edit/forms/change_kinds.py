"""The kinds of change, in one list: menu, keys and the panel's buttons are made of it.

What fills their forms stands in change_fields.py: the first picture is not to wait for that.
"""

from __future__ import annotations

from typing import NamedTuple

from heartplanner.ui.widgets.flow_layout import unmarked


class ChangeKind(NamedTuple):
    """A kind of change: its words in the menu, and its key.

    `id` is also its icon's name. `line`: a line stands before it in the menu; `button`: the panel offers
    it at once, the others stand under More.
    """

    id: str
    text: str
    key: str
    line: bool = False
    button: bool = False

    @property
    def title(self) -> str:
        """Extra shift."""
        return unmarked(self.text).rstrip(".")


CHANGE_KINDS = (
    ChangeKind("leave", "&Leave...", "L", button=True),
    ChangeKind("sick", "Sic&k...", "K"),
    ChangeKind("called-off", "Called &off by work...", "O"),
    ChangeKind("swap", "&Swap...", "S", line=True, button=True),
    ChangeKind("extra", "&Extra shift...", "E"),
    ChangeKind("ended-at", "En&ded at...", "D", button=True),
    ChangeKind("hours", "Other &hours...", "H", button=True),
    ChangeKind("admin", "Move &admin...", "A"),
    ChangeKind("training", "T&raining...", "R"),
    ChangeKind("note", "&Note...", "N", button=True),
)


def change_kind(kind_id: str) -> ChangeKind:
    return next(kind for kind in CHANGE_KINDS if kind.id == kind_id)
