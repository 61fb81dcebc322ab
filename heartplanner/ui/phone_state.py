"""What is known of the phone: whether a calendar was ever made for it, and whether it has got there."""

from __future__ import annotations

from typing import NamedTuple


class PhoneState(NamedTuple):
    """What is known of the phone.

    `delivered`: a calendar was made for it once; `changed`: what is different since, in words; `waiting`:
    the name of a file that was saved here and of which nobody said yet that it is on the phone; `unread`:
    what it has cannot be read, which is explained where one exports.
    """

    delivered: bool = False
    changed: str = ""
    waiting: str = ""
    unread: bool = False

    @property
    def text(self) -> str:
        """What is to be done about it, as a sentence; "" where nothing is."""
        opened = f"{self.waiting} is saved; open it on your phone." if self.waiting else ""
        return self.changed or opened
