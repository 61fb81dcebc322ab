"""Balances of leave, as the responder states them: no employer's kinds, rates or caps are assumed."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

MOST_HOURS = 10_000
"""The most hours of a balance, on either side of zero, of a cap and of a rate."""


class LeaveKind(StrEnum):
    """Which balance leave is taken from."""

    VACATION = "vacation"
    SICK = "sick"
    HOLIDAY = "holiday"
    COMP = "comp"


LEAVE_NAMES = {
    LeaveKind.VACATION: "vacation",
    LeaveKind.SICK: "sick leave",
    LeaveKind.HOLIDAY: "holiday leave",
    LeaveKind.COMP: "comp time",
}
"""What each kind is called."""


class Per(StrEnum):
    """What leave accrues with: each hour worked, or the last day of a pay period or month."""

    HOUR = "hour"
    PERIOD = "period"
    MONTH = "month"


class Accrual(NamedTuple):
    """So many hours of leave for each `per`."""

    hours: "Fraction"
    per: Per


class LeaveAccount(NamedTuple):
    """The hours of one kind of leave at the end of the day `on`, as a pay stub says them.

    What is taken and what accrues up to that day is in them. `cap`: hours from which on nothing accrues.
    All hours are exact fractions: a rate of 4.62 h has no whole number of minutes, and 1/12 no decimals.
    """

    kind: LeaveKind
    on: date
    hours: "Fraction"
    accrual: Accrual | None = None
    cap: "Fraction | None" = None
