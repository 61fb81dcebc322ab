"""What stands in the list below an answer: a row for each way to go on, in words and in days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from heartplanner.core.ask.asked_days import phrase, title
from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Answer, Option
from heartplanner.core.cells.cells import Wording
from heartplanner.core.plan.change import Absence, Swap
from heartplanner.core.plan.model import ONE_DAY
from heartplanner.core.schedule.days import Day
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import hours, screen_dashes, span_brief, weekday_date

LONGEST_STRIP = 9
"""Days that a row shows side by side, those before and after its own included."""
PLACE_TEXTS = {
    Place.HOURS: "View > Hours... has your hours, pay periods and leave.",
    Place.LEAVE: "View > Hours... is where you say what leave you have.",
    Place.PAY: "View > Hours... is where you say when you are paid.",
    Place.COLLEAGUES: "File > Colleagues... has those whose card you have.",
    Place.CALENDARS: "File > Other calendars... shows what in each calendar falls into your work.",
    Place.CALENDAR_NAMES: "File > Other calendars... has their names.",
    Place.ENTRY: "Day > Appointment... enters it as an appointment on this day.",
    Place.SWAPS: "View > Swaps... has each swap and what is owed.",
}
"""The menu that has what an answer does not say."""


class AnswerRow(NamedTuple):
    """A row: an option with its number, a question to ask in place of this one, or where there is more.

    `offer` is what choosing it leads to, a question as its text. `strip` are the days of an option, with
    one before and one after them; none where they are too many, or those that were asked about.
    """

    offer: Option | str | Place
    number: int | None
    title: Wording
    cost: Wording
    text: str
    strip: tuple[Day, ...] = ()

    @property
    def name(self) -> str:
        """The row in one sentence, for a screen reader."""
        head = ", ".join((*self.title[:1], *self.cost[:1]))
        parts = filter(None, (str(self.number or ""), head, self.text))
        return screen_dashes(". ".join(parts))


def answer_rows(
    schedule: Schedule, answer: Answer, today: date, display: DisplayFormat
) -> Iterator[AnswerRow]:
    """The second reading first, so that it is not overlooked, then the options."""
    asked = answer.reading.taken
    if other := answer.reading.other:
        asked_again = answer.again or phrase(other)
        text = f"Or did you mean {title(other, display)}?"
        yield AnswerRow(asked_again, None, (), (), text)
    for number, option in enumerate(answer.options, 1):
        whole = (option.first, option.last) == (asked.first, asked.last)
        # Ways to be free on the days asked about are told apart by what one does, others by their days.
        words = _way(option) if whole and option.change else _days(option, today)
        cost = _cost(option)[whole and isinstance(option.change, Absence) :]
        strip = () if whole else _strip(schedule, option)
        yield AnswerRow(option, number, words, cost, f"{option.why}.", strip)
    if answer.place:
        yield place_row(answer.place)


def place_row(place: Place) -> AnswerRow:
    """Where the program has what a question asks, or more of it."""
    return AnswerRow(place, None, (), (), PLACE_TEXTS[place])


def example_rows(examples: Sequence[str]) -> Iterator[AnswerRow]:
    """Questions that can be asked."""
    return (AnswerRow(example, None, (), (), example) for example in examples)


def pins(options: Sequence[Option]) -> Mapping[date, Wording]:
    """The numbers of the options by the days that they are about.

    A swap is about the day that is worked instead; for it alone is other than in the options before.
    """
    numbers: dict[date, list[str]] = {}
    for number, option in enumerate(options, 1):
        swap = option.change
        day = swap.take if isinstance(swap, Swap) and swap.take else option.first
        numbers.setdefault(day, []).append(str(number))
    return {day: (", ".join(several), several[0]) for day, several in numbers.items()}


def _way(option: Option) -> Wording:
    return ("Swap",) if isinstance(option.change, Swap) else ("Leave",)


def _days(option: Option, today: date) -> Wording:
    first, last = option.first, option.last
    year = f", {last.year}" if last.year != today.year else ""
    if first == last:
        return (f"{weekday_date(first)}{year}", f"{span_brief(first, last)}{year}")
    brief = span_brief(first, last)
    # The sentence above names the range that the days lie in, and so their year.
    return (f"{weekday_date(first)} - {weekday_date(last)}{year}", f"{brief}{year}", brief)


def _cost(option: Option) -> Wording:
    if isinstance(option.change, Absence):
        return (f"{hours(option.minutes)} leave", hours(option.minutes))
    return ("no leave", "0 h")


def _strip(schedule: Schedule, option: Option) -> tuple[Day, ...]:
    if option.days + 2 > LONGEST_STRIP:
        return ()
    return tuple(schedule.days(option.first - ONE_DAY, option.last + ONE_DAY))
