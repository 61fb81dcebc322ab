"""Kinds of change are told apart by their class, also where their fields are the same."""

from __future__ import annotations

import datetime as dt
from datetime import time
from itertools import product
from typing import Any, get_args

import pytest

from heartplanner.core.edits.example import example_plan
from heartplanner.core.plan.change import Change, ChangeDetail
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.model import Mark, Milestone, OwnHoliday, Plan
from heartplanner.core.schedule.blocks import Block
from heartplanner.core.sheets.kinds import PaperSheet
from heartplanner.pages.page import PageItem

KINDS = get_args(ChangeDetail)
MEETING = [
    *KINDS,
    Hours,
    Change,
    Milestone,
    OwnHoliday,
    Mark,
    Block,
    *get_args(PaperSheet),
    *get_args(PageItem),
]
DAY = dt.date(2025, 8, 5)
FIELDS: list[Any] = [DAY, Hours(time(9), time(21)), None]
"""Few of them, so that two values often have the same."""


def values(kind: type[Any]) -> list[Any]:
    """All fields at all: what a kind's fields mean does not matter to whether two values are equal."""
    return [kind(*fields) for fields in product(FIELDS, repeat=len(kind._fields))]


@pytest.mark.parametrize(("one", "two"), list(product(KINDS, KINDS)))
def test_kinds_are_equal_only_in_class_and_fields(one: type[Any], two: type[Any]) -> None:
    for a, b in product(values(one), values(two)):
        same = one is two and list(a) == list(b)
        assert (a == b, a != b) == (same, not same)
        assert len({a, b}) == (1 if same else 2)
        assert not same or hash(a) == hash(b)
        assert (plan(a) == plan(b), plan(a) != plan(b)) == (same, not same)


PLAN = example_plan()


def plan(what: ChangeDetail) -> Plan:
    return PLAN._replace(changes=(Change(1, what),))


@pytest.mark.parametrize("kind", MEETING, ids=lambda kind: kind.__name__)
def test_what_meets_others_is_no_mere_tuple(kind: type[Any]) -> None:
    fields = [None] * len(kind._fields)
    one = kind(*fields)
    assert one == kind(*fields)
    assert one != tuple(fields)
    assert tuple(fields) != one
    assert one._replace() == one
    assert {one: "kept"}[kind(*fields)] == "kept"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_kind_is_matched_by_its_class_and_fields(kind: type[Any]) -> None:
    first, second, *_ = fields = [object() for _ in kind._fields]
    match kind(*fields):
        case kind(one, two):
            assert (one, two) == (first, second)
        case _:
            pytest.fail("not matched")
    others = [other for other in KINDS if isinstance(kind(*fields), other)]
    assert others == [kind]
    with pytest.raises(AttributeError):
        kind(*fields).new = 1
