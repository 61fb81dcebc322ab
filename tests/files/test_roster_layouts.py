"""Random true rosters in every layout, read back: each day right or listed, none wrong."""

from __future__ import annotations

import json
import random
from datetime import timedelta

import pytest
from roster_layouts import HOURS, LAYOUTS, Rendered, Truth, draw, moments

from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.files.roster import child
from heartplanner.files.roster.roster_file import source_from
from tests.examples import tries

ROSTERS = tries(6, 12)
NO_LESS = {
    "text: three days on a line": 0.8,
    "blanks: date, start, end": 0.8,
    "CSV: date, day, start, end, hours, place, notes": 0.8,
    "CSV: ISO dates, 24 hours": 0.8,
    "CSV: dd/mm/yyyy with ;": 0.8,
    "HTML: columns": 0.8,
    "XLSX: texts": 0.8,
}
"""The least share of days that is read where days share a line, or notes stand beside a sixth of them."""


def drawn(layout: str, seed: int) -> tuple[Truth, Rendered, Roster]:
    truth = draw(random.Random(seed))
    rendered = LAYOUTS[layout](truth)
    start = truth.first - timedelta(days=truth.rng.randrange(60))
    answer = json.loads(json.dumps(child.read(rendered.data, start, truth.today)))
    question = RosterQuestion(start, truth.today, name=rendered.options.get("name", ""))
    return truth, rendered, read_roster(source_from(answer), question)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_day_is_right_or_listed(layout: str) -> None:
    read = said = 0
    for seed in range(ROSTERS):
        truth, rendered, roster = drawn(layout, seed)
        told = {day: kind for day, kind in truth.days.items() if day in rendered.lines}
        for each in roster.readings:
            assert told.get(each.date) == each.letter, (seed, each)
            assert each.line in rendered.lines[each.date], (seed, each)
            if each.start or each.end:
                assert (each.start, each.end) == moments(each.date, each.letter), (seed, each)
        read_days = {each.date for each in roster.readings}
        listed = {day for each in roster.unread for day in each.dates}
        lines = {each.line for each in roster.unread}
        silent = [
            day for day in told if day not in read_days | listed and not rendered.lines[day] & lines
        ]
        assert silent == [], seed
        read += len(read_days)
        said += sum(kind in HOURS or kind == "-" for kind in told.values())
    assert read >= NO_LESS.get(layout, 0.97) * said


def test_there_are_layouts_of_every_source() -> None:
    sources = {layout.split(":")[0] for layout in LAYOUTS}
    assert len(LAYOUTS) >= 25
    assert sources == {"text", "blanks", "tabs", "pipes", "CSV", "HTML", "XLSX", ".ics"}
