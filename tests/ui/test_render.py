"""The year, the six weeks and the family's months on paper: each on one page, whole, nothing cut."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartplanner.core.calendar.home_times import home_parts, home_times
from heartplanner.core.edits import edits
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra, Note, Swap
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.sheets.kinds import SheetKind, SheetRef, sheet_of
from heartplanner.core.sheets.month import SheetOptions
from heartplanner.core.words.display_format import DisplayFormat, Language
from heartplanner.pages.page import SIZES, Page, Paper, Setting, TextItem
from heartplanner.pages.pdf import pdf
from heartplanner.pages.render import page_of
from tests.examples import tries
from tests.strategies import plans
from tests.ui.paper_plans import faults, full_plan, said, squeezed

NOW = datetime(2025, 8, 1, tzinfo=UTC)
TODAY = date(2025, 8, 1)
SETTINGS = st.builds(Setting, st.sampled_from(Paper), st.booleans())
LETTER = Setting()
MORE = st.builds(
    SheetRef,
    st.sampled_from([SheetKind.YEAR, SheetKind.CYCLE, SheetKind.FAMILY]),
    st.just(TODAY),
    st.sampled_from(Language),
)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Fonts can be measured."""


def page(plan: Plan, ref: SheetRef, setting: Setting = LETTER, **wishes: object) -> Page:
    return page_of(sheet_of(Schedule(plan), ref, {}, SheetOptions(TODAY, **wishes)), setting)


def family(plan: Plan, month: Month, language: Language = Language.ENGLISH) -> Page:
    return page(plan, SheetRef(SheetKind.FAMILY, month.first, language))


@given(plans(), MORE, SETTINGS, st.booleans(), st.booleans())
@settings(max_examples=tries(30, 60))
def test_no_text_leaves_its_cell_or_lies_on_another(
    plan: Plan, ref: SheetRef, setting: Setting, hours24: bool, sunday_first: bool
) -> None:
    ref = ref._replace(first=plan.start.replace(day=1))
    found = page(plan, ref, setting, display=DisplayFormat(hours24, sunday_first))
    assert list(faults(found)) == []
    assert found.left_out == ()


def test_every_worked_day_of_a_year_has_its_letter(example: Plan) -> None:
    found = page(example, SheetRef(SheetKind.YEAR, date(2026, 1, 1)))
    letters = [word.text for word in found.words if word.text in ("D", "A")]
    # 153 shifts as the sums say, an admin block in each of 52 weeks, and one of each in the legend.
    year = Schedule(example).days(date(2026, 1, 1), date(2026, 12, 31))
    kinds = [block.kind for day in year for block in day.blocks]
    assert letters.count("D") - 1 == kinds.count("shift") == 153
    assert letters.count("A") - 1 == kinds.count("admin")
    numbers = [word for word in found.words if word.text.isdigit() and int(word.text) <= 31]
    assert len(numbers) == 365
    assert "153shifts,2048hthisyear.17workingweekends." in said(found)
    assert "Breaks:Jan2-7,Feb13-18,Mar27-Apr1" in said(found)
    assert all(word.bold == _worked(word, found) for word in numbers)


def _worked(number: TextItem, found: Page) -> bool:
    return any(word.room == number.room and word.text in "DEATX" for word in found.words)


def test_the_card_has_the_rotation_and_when_its_cycles_begin(example: Plan) -> None:
    changed = edits.add_change(
        example, Absence(AbsenceKind.LEAVE, date(2025, 8, 5), date(2025, 8, 8)), NOW
    )
    found = page(changed, SheetRef(SheetKind.CYCLE, date(2025, 7, 28)))
    board = [word.text for word in found.words if word.text in ("D", "A") and word.size > 20]
    assert board == list("DDADDDADADDDDDADDDDAADDD")
    assert [word.text for word in found.words].count("40 h") == 6
    text = said(found)
    assert "July28,2025Workingweekends:Aug16-17andSep6-7Break:Aug29-Sep3" in text
    assert text.count("Break:") == 9


def test_the_card_of_a_later_rotation(example: Plan) -> None:
    later = Assignment(date(2025, 8, 13), cycle_week=3, band=Band.EVENING)
    plan = edits.assign(example, later, NOW)
    sheet = sheet_of(
        Schedule(plan), SheetRef(SheetKind.CYCLE, TODAY), {}, SheetOptions(date(2025, 8, 20))
    )
    found = page_of(sheet, Setting())
    assert [word.text for word in found.words if word.size > 20].count("E") == 18
    assert "From August 13, 2025" in [word.text for word in found.words]


def test_the_card_tells_of_a_rotation_that_comes_later(example: Plan) -> None:
    """From Saturday, December 20 in week 2, week 1 is 5 weeks after the Monday of that week."""
    later = Assignment(date(2025, 12, 20), cycle_week=2, band=Band.EVENING)
    plan = edits.assign(example, later, NOW)
    found = page(plan, SheetRef(SheetKind.CYCLE, date(2025, 7, 28)))
    texts = [word.text for word in found.words]
    said = " ".join(texts)
    assert "The rotation begins anew on December 20, 2025, in its week 2: evening shifts." in said
    begins = [text for text in texts if re.fullmatch(r"\w+ \d+, \d{4}", text)]
    assert begins[:5] == [
        "July 28, 2025", "September 8, 2025", "October 20, 2025", "December 1, 2025", "January 19, 2026",
    ]  # fmt: skip
    assert list(faults(found)) == []


def test_the_card_of_a_rotation_that_has_not_begun(example: Plan) -> None:
    """Its board has its own shifts, and not those of today."""
    later = Assignment(date(2025, 12, 20), cycle_week=2, band=Band.EVENING)
    plan = edits.assign(example, later, NOW)
    found = page(plan, SheetRef(SheetKind.CYCLE, date(2025, 12, 20)))
    texts = [word.text for word in found.words]
    assert [word.text for word in found.words if word.size > 20].count("E") == 18
    assert "From December 20, 2025" in texts
    assert not any("begins anew" in text for text in texts)
    # Before its first day the days are another rotation's, and so are their weekends.
    assert "December 20, 2025, in week 2" in texts
    assert "December 15, 2025" not in texts
    assert "January 19, 2026" in texts


def test_the_card_lists_no_weekend_before_the_start() -> None:
    plan = edits.new_plan("x", Assignment(date(2026, 11, 26), cycle_week=4), NOW)
    found = page(plan, SheetRef(SheetKind.CYCLE, date(2026, 11, 2)))
    assert "From November 26, 2026" in [word.text for word in found.words]
    assert "Nov 21" not in " ".join(word.text for word in found.words)


def test_days_before_the_start_are_pale_in_the_year(example: Plan) -> None:
    found = page(example, SheetRef(SheetKind.YEAR, date(2025, 1, 1)))
    pale = [w for w in found.words if w.text.isdigit() and w.color != "#000000" and w.size < 12]
    assert len(pale) == 208  # January 1 to July 27


def test_legend_and_footer_of_a_full_year_stand_apart() -> None:
    plan = full_plan()
    first = plan.assignments[0]
    plan = plan._replace(assignments=(first._replace(guesses=tuple(range(1, 43))),))
    for paper in Paper:
        found = page(plan, SheetRef(SheetKind.YEAR, date(2025, 1, 1)), Setting(paper))
        assert list(faults(found)) == []
        assert {"Not confirmed yet", "Not worked", "Break", "Extra shift"} <= {
            w.text for w in found.words
        }


def test_a_night_is_told_on_the_day_after(example: Plan) -> None:
    """Saturday, September 13 is free; so is the Sunday after it."""
    night = Hours(time(22), time(6))
    plan = edits.add_change(example, Extra(date(2025, 9, 13), None, night), NOW)
    by_day = _by_day(family(plan, Month(2025, 9)))
    assert (by_day[13], by_day[14]) == ("Home after 6 am, the next day", "Home after 6 am")
    assert by_day[15] == "Home all day"


def test_a_family_reads_when_one_is_home(example: Plan) -> None:
    swap = Swap(date(2025, 9, 9), date(2025, 9, 22), Band.EVENING, "Lee")
    plan = edits.add_change(example, swap, NOW)
    found = family(plan, Month(2025, 9))
    by_day = _by_day(found)
    assert by_day[1] == "Break, home all day"
    assert by_day[4] == "Home after 1 pm"
    assert by_day[5] == "Home after 9 pm"
    assert by_day[9] == "Home all day"
    assert by_day[22] == "Home after midnight"
    spanish = _by_day(family(plan, Month(2025, 9), Language.SPANISH))
    assert spanish[1] == "Descanso, en casa todo el día"
    assert spanish[4] == "En casa desde la 1 pm"
    assert spanish[22] == "En casa después de medianoche"
    assert found.words[0].text == "When I am home: September 2025"


def _by_day(found: Page) -> dict[int, str]:
    """The words of each day of the month, from top to bottom."""
    texts: dict[int, list[str]] = {}
    numbers = {
        w.room: int(w.text) for w in found.words if w.text.isdigit() and w.color == "#000000"
    }
    for word in found.words:
        if word.room in numbers and not word.text.isdigit():
            texts.setdefault(numbers[word.room], []).append(word.text)
    return {day: " ".join(lines) for day, lines in texts.items()}


@given(plans())
@settings(max_examples=tries(15, 25))
def test_a_familys_sheet_says_of_each_day_when_one_is_home(plan: Plan) -> None:
    month = Month.of(plan.start)
    for language in Language:
        by_day = _by_day(family(plan, month, language))
        found = home_times(Schedule(plan), month.first, month.last)
        for number in range(1, month.last.day + 1):
            at = found.get(month.first.replace(day=number))
            words = " ".join(home_parts(at, DisplayFormat(language=language))) if at else ""
            words += "?" if at and at.unconfirmed else ""
            assert squeezed(by_day.get(number, "")) == squeezed(words)


def test_a_familys_sheet_says_what_is_not_confirmed_yet(example: Plan) -> None:
    """Day 2 of the cycle, a shift: July 29, 2025, and six weeks later September 9."""
    sure = example.assignments[0]._replace(confirmed=True, guesses=(2,))
    plan = example._replace(assignments=(sure,))
    english = family(plan, Month(2025, 9), Language.ENGLISH)
    by_day = _by_day(english)
    assert [day for day, text in by_day.items() if text.endswith("?")] == [9]
    assert said(english).endswith(squeezed("- ? not confirmed yet"))
    spanish = family(plan, Month(2025, 9), Language.SPANISH)
    assert said(spanish).endswith(squeezed("- ? sin confirmar"))
    assert said(family(example, Month(2025, 9), Language.ENGLISH)).endswith(
        squeezed("- days not confirmed yet")
    )
    certain = example._replace(assignments=(sure._replace(guesses=()),))
    assert "confirm" not in said(family(certain, Month(2025, 9), Language.ENGLISH))


def test_a_familys_sheet_has_no_text_of_the_plan(example: Plan) -> None:
    secrets = ("Maria Q.", "dentist at Main St", "Secret duty", "Feast of Q")
    plan = edits.add_change(
        example, Swap(date(2025, 8, 6), date(2025, 8, 11), None, secrets[0]), NOW
    )
    plan = edits.add_change(plan, Note(date(2025, 8, 7), secrets[1]), NOW)
    plan = edits.add_change(plan, Absence(AbsenceKind.SICK, TODAY, TODAY), NOW)
    plan = edits.add_milestone(plan, date(2025, 8, 8), secrets[2], NOW)
    plan = edits.add_holiday(plan, date(2025, 8, 9), secrets[3], NOW)
    for language in Language:
        ref = SheetRef(SheetKind.FAMILY, TODAY, language)
        found = page(plan, ref, name="Sam Responder")
        text = said(found).lower()
        for secret in (*secrets, "Sam Responder", plan.id, "Durham", "shift", "admin", "sick"):
            assert squeezed(secret).lower() not in text, secret
        data = pdf([found], "x", TODAY)
        assert b"Responder" not in data


def test_a_name_only_where_it_is_wanted(example: Plan) -> None:
    for sort, first in ((SheetKind.YEAR, date(2025, 1, 1)), (SheetKind.CYCLE, TODAY)):
        assert "Sam" not in said(page(example, SheetRef(sort, first)))
        assert "Sam R." in [
            word.text for word in page(example, SheetRef(sort, first), name="Sam R.").words
        ]


def test_pages_keep_their_margins(example: Plan) -> None:
    for paper in Paper:
        for sort in (SheetKind.YEAR, SheetKind.CYCLE, SheetKind.FAMILY):
            found = page(example, SheetRef(sort, date(2026, 3, 1)), Setting(paper))
            wide, tall = SIZES[paper]
            for word in found.words:
                assert word.box.x >= 28.35
                assert word.box.right <= wide - 28.35
                assert word.box.y >= 28.35
                assert word.box.bottom <= tall - 28.35


def test_the_smallest_type_can_be_read(example: Plan) -> None:
    for sort in (SheetKind.YEAR, SheetKind.CYCLE, SheetKind.FAMILY):
        found = page(example, SheetRef(sort, date(2026, 3, 1)))
        assert min(word.size for word in found.words) >= 6
        assert not re.search(r"\u2026|\.\.\.", said(found))
