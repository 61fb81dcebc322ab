"""The dates that can begin at a token of a line: single, in ranges and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from heartplanner.core.roster.language.items import DateItem, Form, RawDate
from heartplanner.core.roster.language.mode import Mode
from heartplanner.core.roster.language.tokens import Token, TokenKind
from heartplanner.core.roster.language.vocabulary import AND, MONTH_NUMBERS, UNTIL, WEEKDAY_NUMBERS

YEAR = re.compile(r"20[1-5]\d")
DAY = re.compile(r"([1-9]|[12]\d|3[01]|0[1-9])(?:st|nd|rd|th)?", re.IGNORECASE)
RawSpan = tuple[RawDate, RawDate | None]


def is_until(line: Sequence[Token], at: int) -> bool:
    """Whether a dash, dots or a word such as "to" stand here."""
    text = line[at].text.lower() if at < len(line) else ""
    return text == "-" or text.startswith("..") or text in UNTIL


class DateGrammar:
    """The dates of a line. A method takes a place in it, and gives what begins there and its end."""

    def __init__(self, line: Sequence[Token], mode: Mode) -> None:
        self.line = line
        self.mode = mode

    def is_mark(self, at: int, *marks: str) -> bool:
        return at < len(self.line) and self.line[at].text in marks

    def is_weekday(self, at: int) -> bool:
        """Whether a weekday stands here; two letters are one only as "We", for "we" is a word."""
        if at >= len(self.line) or self.line[at].kind is not TokenKind.WORD:
            return False
        text = self.line[at].text
        return text.lower() in WEEKDAY_NUMBERS and (len(text) > 2 or text[0].isupper())

    def past_weekday(self, at: int) -> int:
        if not self.is_weekday(at):
            return at
        at += 1 + self.is_mark(at + 1, ".")
        return at + self.is_mark(at, ",")

    def year_at(self, at: int) -> tuple[int | None, int]:
        """A year such as 2025, or None."""
        if at < len(self.line) and YEAR.fullmatch(self.line[at].text):
            return int(self.line[at].text), at + 1
        return None, at

    def day_at(self, at: int) -> int | None:
        """The number of a day, 1 to 31."""
        if at < len(self.line) and self.line[at].kind is TokenKind.NUMBER:
            day = DAY.fullmatch(self.line[at].text)
            return int(day[1]) if day else None
        return None

    def single_dates_at(self, at: int) -> Iterator[tuple[RawDate, int]]:
        """One date; in two ways where what follows may be its year or a time."""
        if at >= len(self.line):
            return
        token = self.line[at]
        numbers = [int(number) for number in re.findall(r"\d+", token.text)[:3]]
        match token.kind:
            case TokenKind.ISO:
                yield RawDate(Form.CERTAIN, numbers[1], numbers[2], numbers[0]), at + 1
            case TokenKind.NUMERIC:
                # No roster is from before 2000, so two digits are a year of this century.
                year = numbers[2] + 2000 * (numbers[2] < 100)
                yield RawDate(Form.NUMERIC, numbers[0], numbers[1], year), at + 1
            case TokenKind.SLASH:
                yield RawDate(Form.NUMERIC, numbers[0], numbers[1]), at + 1
            case TokenKind.WORD if token.text.lower() in MONTH_NUMBERS:
                yield from self._month_first(at, MONTH_NUMBERS[token.text.lower()])
            case TokenKind.NUMBER:
                yield from self._day_first(at)
            case _:
                return

    def _month_first(self, at: int, month: int) -> Iterator[tuple[RawDate, int]]:
        """Aug 2, August 2nd, 2025."""
        at += 1 + self.is_mark(at + 1, ".", "-", "/")
        day = self.day_at(at)
        if day is not None:
            yield from self._with_year(month, day, at + 1)

    def _day_first(self, at: int) -> Iterator[tuple[RawDate, int]]:
        """2 Aug, 28-Jul-25; 8-2 where dashes may make dates."""
        day = self.day_at(at)
        if day is None:
            return
        after = at + 1
        dash = self.is_mark(after, "-", "/")
        after += dash or self.is_mark(after, ".") or self._is_word(after, "of")
        word = self.line[after].text.lower() if after < len(self.line) else ""
        if word in MONTH_NUMBERS:
            short = (
                self.day_or_year(after + 2) if dash and self.is_mark(after + 1, "-", "/") else None
            )
            if short is not None:
                yield RawDate(Form.CERTAIN, MONTH_NUMBERS[word], day, short), after + 3
            else:
                yield from self._with_year(MONTH_NUMBERS[word], day, after + 1)
        second = self.day_at(after)
        # Only at the line's start: further on "9-5" is likelier a pair of times.
        if self.mode.dashes and dash and second is not None and self._at_start(at):
            yield RawDate(Form.NUMERIC, day, second), after + 1

    def day_or_year(self, at: int) -> int | None:
        """A year of two or four digits."""
        if at < len(self.line) and re.fullmatch(r"(20)?[1-5]\d", self.line[at].text):
            number = int(self.line[at].text)
            return number + 2000 * (number < 100)
        return None

    def _is_word(self, at: int, word: str) -> bool:
        return at < len(self.line) and self.line[at].text.lower() == word

    def _with_year(self, month: int, day: int, at: int) -> Iterator[tuple[RawDate, int]]:
        at += self.is_mark(at, ".") and not self.line[at].spaced
        if self.is_mark(at, "'") and (short := self.day_or_year(at + 1)):
            yield RawDate(Form.CERTAIN, month, day, short), at + 2
            return
        year, end = self.year_at(at + self.is_mark(at, ","))
        if year is not None:
            yield RawDate(Form.CERTAIN, month, day, year), end
        yield RawDate(Form.CERTAIN, month, day), at

    def _at_start(self, at: int) -> bool:
        """Whether only weekdays and marks stand before."""
        return all(
            token.kind is TokenKind.MARK or self.is_weekday(place)
            for place, token in enumerate(self.line[:at])
        )

    def dates_at(self, at: int) -> Iterator[tuple[DateItem, int]]:
        """Dates of which the same can be said: one, a range, or a list of days of one month."""
        for first, after in self.single_dates_at(at):
            whole = list(self._to_date(first, after))
            yield from whole
            if not whole:
                yield DateItem(((first, None),)), after
                # After a stated year the date is over: in "8/4/2025, 5" the 5 is no day of August.
                if first.year is None or first.form is Form.DAY:
                    yield from self._more_days(first, after)
        day = self.day_at(at) if self.mode.days and self._at_start(at) else None
        # "30 Nov" is that date, whatever month the heading has.
        if day is not None and not any(self._is_word(at + 1, month) for month in MONTH_NUMBERS):
            first = RawDate(Form.DAY, 0, day)
            yield DateItem(((first, None),)), at + 1
            yield from self._more_days(first, at + 1)

    def _to_date(self, first: RawDate, at: int) -> Iterator[tuple[DateItem, int]]:
        """A range of two dates in full."""
        # Tried before lists of days: in "8/4 - 8/6, 8/9" the dash belongs to two whole dates.
        if is_until(self.line, at):
            begin = self.past_weekday(at + 1)
            beside = WEEKDAY_NUMBERS[self.line[at + 1].text.lower()] if begin > at + 1 else None
            for last, after in self.single_dates_at(begin):
                yield DateItem(((first, last),), weekday=beside), after

    def _more_days(self, first: RawDate, at: int) -> Iterator[tuple[DateItem, int]]:
        """Aug 2-4; 8/4, 5 and 7: days without their month, as many as follow and fewer."""
        spans: list[RawSpan] = [(first, None)]
        last = self.day_at(at + 1) if is_until(self.line, at) else None
        bare = () if last is None or self._is_glued_range(first, at) else (last,)
        if last is not None and first.second < last:
            spans, at = [(first, first._replace(second=last))], at + 2
            yield from self._dated(first, spans, bare, at)
        # Each further day is offered with and without what follows: the parser keeps the reading that
        # leaves the fewest tokens unknown, so it need not be settled here where a list of days ends.
        while (after := self._past_comma(at)) > at and (day := self.day_at(after)) is not None:
            end = self.day_at(after + 2) if is_until(self.line, after + 1) else None
            at = after + 1
            spans = [*spans, (first._replace(second=day), None)]
            bare = (*bare, day)
            yield from self._dated(first, spans, bare, at)
            if end is not None and end > day:
                at = after + 3
                spans[-1] = (spans[-1][0], first._replace(second=end))
                yield from self._dated(first, spans, (*bare, end), at)

    def _is_glued_range(self, first: RawDate, at: int) -> bool:
        """Aug 2-4, without a blank: the 4 is no number of hours."""
        glued = not any(token.spaced for token in self.line[at : at + 2])
        return glued and first.form is Form.CERTAIN

    def _past_comma(self, at: int) -> int:
        comma = at + self.is_mark(at, ",")
        word = comma < len(self.line) and self.line[comma].text.lower() in {"&", *AND}
        return comma + word

    def _dated(
        self, first: RawDate, spans: list[RawSpan], bare: tuple[int, ...], at: int
    ) -> Iterator[tuple[DateItem, int]]:
        """The item, with the year that may follow its last day."""
        year, end = self.year_at(at + self.is_mark(at, ","))
        if year is not None and first.form is Form.CERTAIN:
            dated = tuple(
                (one._replace(year=year), two and two._replace(year=year)) for one, two in spans
            )
            yield DateItem(dated, bare), end
        yield DateItem(tuple(spans), bare), at
