"""Where bars of events lie in the cells of a row, and that each day has its own words where they do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from heartplanner.core.cells.event_bars import event_bars
from heartplanner.core.edits.own_entries import add_entry
from heartplanner.ui.month.bar_paint import BarRow, beside_bars, placed_bars
from heartplanner.ui.month.month_model import MonthModel
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.window.main_window import MainWindow
from tests.entry_examples import TRIP

Open = Callable[..., MainWindow]


def test_a_trip_is_one_bar_over_its_days_where_there_is_room(open_window: Open) -> None:
    window = open_window()
    store, session = window.session.store, window.session
    # December 18-20, 2026: the example works that Friday, and has the weekend free.
    store.change("a trip", add_entry(store.plan, TRIP, store.moment()))
    session.go_to(date(2026, 12, 18))
    (table,) = window.findChildren(MonthTable)
    model = table.model()
    assert isinstance(model, MonthModel)
    friday = model.index_of(date(2026, 12, 18))
    row = model.bars(friday)
    assert [(bar.first, bar.last) for bar in row.bars] == [(4, 6)]

    def placed(column: int, height: int) -> list[tuple[float, float, int]]:
        return [
            (one.left, one.width, one.top) for one in placed_bars(table, row, column, height, 1.0)
        ]

    header = table.horizontalHeader()
    wide = [header.sectionSize(column) for column in (4, 5, 6)]
    # Each cell sees the whole bar, from its own edge, at the same height below the shift.
    assert placed(4, 120) == [(0, sum(wide), 77)]
    assert placed(5, 120) == [(-wide[0], sum(wide), 77)]
    assert placed(6, 97) == [(-wide[0] - wide[1], sum(wide), 77)]
    assert placed(3, 120) == []
    assert placed(4, 70) == []
    cell = model.cell(friday)
    assert cell is not None
    shown = placed_bars(table, row, 4, 120, 1.0)
    assert beside_bars(cell.notes, shown) == ()
    assert [note.text for note in beside_bars(cell.notes, ())] == ["Trip, day 1 of 3"]
    cells = [cell] * 7
    # Bars that lie below one another: as many of them as there is room for.
    two = [bar._replace(lane=lane) for lane in (0, 1) for bar in event_bars(cells)[:1]]
    stack = BarRow.of(two, cells)
    for height, count in ((120, 2), (90, 2), (89, 1), (71, 1), (70, 0), (40, 0)):
        assert len(placed_bars(table, stack, 0, height, 1.0)) == count, height
