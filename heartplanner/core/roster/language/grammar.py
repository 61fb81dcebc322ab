"""A line's tokens as items, in every way in which they can be taken.

A chart parser from the end of the line to its start: for each place the readings of the rest that leave
the fewest tokens unknown. Where two readings are as good and differ, nobody decides for the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from heartplanner.core.roster.language.clocks import clock_of
from heartplanner.core.roster.language.date_grammar import DateGrammar, is_until
from heartplanner.core.roster.language.items import (
    Clock,
    DateItem,
    HarmlessItem,
    HoursItem,
    Item,
    LabelItem,
    LengthItem,
    MarkItem,
    MonthItem,
    NextDayItem,
    SpanItem,
    TimeItem,
    UnknownItem,
    WeekdayItem,
)
from heartplanner.core.roster.language.mode import PLAIN, Mode
from heartplanner.core.roster.language.tokens import Token, TokenKind, tokens
from heartplanner.core.roster.language.vocabulary import (
    AND,
    CHANGE_LABELS,
    HARMLESS,
    LABELS,
    LONGEST_PHRASE,
    MONTH_NUMBERS,
    NUMBERED,
    UNCONFIRMED,
    UNTIL,
    WEEKDAY_NUMBERS,
    Label,
)
from heartplanner.core.roster.roster import SwapSide
from heartplanner.core.schedule.blocks import ZONE

MOST_WAYS = 4
MARKS = set(",:;|()[].\"'>*\u2022\u00b7/\\-@!")
"""Marks between other things; any other, such as a question mark, says something that is not known."""
BREAK_TITLE = re.compile(r"\d{1,2} days\b|days? \d{1,2}( to \d{1,2})? of \d{1,2}\b")
MONTH_DAY = re.compile(r"(\d{1,2})([a-z]{3,9})(\d{4}|\d\d)?|([a-z]{3,9})(\d{1,2})", re.IGNORECASE)
Way = tuple[int, tuple[Item, ...]]


def parsed(text: str, mode: Mode = PLAIN) -> list[tuple[Item, ...]]:
    """Every reading of a line that leaves the fewest tokens unknown; more than one where it is unclear."""
    line = list(_prepared(tokens(text)))
    grammar = _Grammar(line, mode)
    best: list[list[Way]] = [[] for _ in range(len(line))] + [[(0, ())]]
    for at in range(len(line) - 1, -1, -1):
        candidates: list[Way] = []
        for item, after, cost in grammar.items_at(at):
            candidates += [(cost + rest, (item, *items)) for rest, items in best[after]]
        best[at] = _fewest_unknown(candidates)
    every = [items for _, items in best[0]]
    if mode.days:
        # Under a month's heading "2-4 off" is about days: as hours it would have no date.
        dated = [items for items in every if any(isinstance(item, DateItem) for item in items)]
        return dated or every
    return every


def _fewest_unknown(candidates: list[Way]) -> list[Way]:
    if len(candidates) == 1:
        return candidates
    least = min(cost for cost, _ in candidates)
    return list(dict.fromkeys(way for way in candidates if way[0] == least))[:MOST_WAYS]


def _prepared(line: list[Token]) -> Iterator[Token]:
    """With instants as date and time in Durham, and 28Jul as two tokens."""
    for token in line:
        joined = MONTH_DAY.fullmatch(token.text)
        if token.kind is TokenKind.INSTANT:
            yield from _instant(token)
        elif (
            token.kind is TokenKind.CODE
            and joined
            and (joined[2] or joined[4]).lower() in MONTH_NUMBERS
        ):
            parts = re.findall(r"\d+|\D+", token.text)
            yield from (
                Token(TokenKind.NUMBER if part.isdigit() else TokenKind.WORD, part, token.spaced)
                for part in parts
            )
        else:
            yield token


def _instant(token: Token) -> Iterator[Token]:
    try:
        moment = datetime.fromisoformat(token.text)
        moment = moment.astimezone(ZONE) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        yield token._replace(kind=TokenKind.CODE)
    else:
        yield Token(TokenKind.ISO, f"{moment:%Y-%m-%d}", token.spaced)
        yield Token(TokenKind.TIME, f"{moment:%H:%M}")


class _Grammar(DateGrammar):
    """What can begin at a token: (item, where the rest begins, how many tokens stay unknown)."""

    def items_at(self, at: int) -> Iterator[tuple[Item, int, int]]:
        dated = list(self.dates_at(at))
        yield from self._spans(at) or ((item, after, 0) for item, after in dated)
        hours = None if dated and self.mode.dashes else self._hours(at)
        if hours:
            yield (*hours, 0)
        # Numbers alone may be many things; what is spelled as a date or a time is nothing else.
        if self.line[at].kind is TokenKind.NUMBER or not (dated or hours):
            yield self._single(at)

    def _single(self, at: int) -> tuple[Item, int, int]:
        """One token, or one phrase."""
        token = self.line[at]
        clock = clock_of(token)
        match token.kind:
            case TokenKind.TIME if clock:
                return TimeItem(clock), at + 1, 0
            case TokenKind.LENGTH:
                hours, _, minutes = token.text.strip("[]").partition(":")
                number = re.match(r"[\d.]+", hours)
                length = 60 * float(number[0] if number else 0) + int(minutes or 0)
                return LengthItem(length), at + 1, 0
            case TokenKind.NUMBER if (
                token.text.replace(".", "", 1).isdigit() and len(token.text) < 7
            ):
                # A number with decimals is a count of hours; a whole one may be many things.
                cost = 0 if "." in token.text else 1
                return LengthItem(60 * float(token.text), sure=False), at + 1, cost
            case TokenKind.NEXT_DAY:
                return NextDayItem(), at + 1, 0
            case TokenKind.WORD if self._are_words(at, ("n", "/", "a")):
                return UnknownItem("N/A"), at + 3, 1
            case TokenKind.WORD:
                return self._word(at)
            case TokenKind.MARK if token.text == "-" and self.is_mark(at + 1, ">"):
                # An arrow moves a shift from one day to another; a ">" alone begins a quoted line.
                return UnknownItem("->"), at + 2, 1
            case TokenKind.MARK if token.text == "&":
                return MarkItem("&"), at + 1, 0
            case TokenKind.MARK if token.text in MARKS or token.text.startswith(".."):
                return MarkItem(token.text), at + 1, 0
            case _:
                return UnknownItem(token.text), at + 1, 1

    def _word(self, at: int) -> tuple[Item, int, int]:
        text = self.line[at].text
        lower = text.lower()
        if self.is_weekday(at):
            return WeekdayItem(WEEKDAY_NUMBERS[lower]), at + 1 + self.is_mark(at + 1, "."), 0
        if lower in MONTH_NUMBERS:
            after = at + 1 + self.is_mark(at + 1, ".")
            year, end = self.year_at(after + self.is_mark(after, ","))
            return MonthItem(MONTH_NUMBERS[lower], year), end if year else after, 0
        if lower in AND:
            return MarkItem("&"), at + 1, 0
        if self.mode.changes and self._are_words(at, UNCONFIRMED):
            return HarmlessItem(" ".join(UNCONFIRMED)), at + len(UNCONFIRMED), 0
        if lower in self.mode.harmless:
            return HarmlessItem(text, own=True), at + 1, 0
        if lower in UNTIL and self.is_weekday(at - 1) and self.is_weekday(at + 1):
            return MarkItem("-"), at + 1, 0
        labelled = self._label(at)
        if labelled:
            return (*labelled, 0)
        if lower in HARMLESS:
            return HarmlessItem(text), self._after_number(at), 0
        if lower == "from" and at + 1 < len(self.line) and clock_of(self.line[at + 1]):
            return MarkItem(text), at + 1, 0
        return UnknownItem(text), at + 1, 1

    def _are_words(self, at: int, words: Sequence[str]) -> bool:
        return [token.text.lower() for token in self.line[at : at + len(words)]] == [*words]

    def _after_number(self, at: int) -> int:
        """Past the number of a station or a unit, if it has one."""
        after = at + 1 + self.is_mark(at + 1, "#")
        named = self.line[at].text.lower() in NUMBERED and after < len(self.line)
        if named and self.line[after].kind is TokenKind.NUMBER and not self._hours(after):
            return after + 1
        return at + 1

    def _label(self, at: int) -> tuple[LabelItem, int] | None:
        """The longest phrase that begins here; its words may be joined by dashes."""
        words: list[str] = []
        longest: tuple[LabelItem, int] | None = None
        place = at
        while place < len(self.line) and self.line[place].kind is TokenKind.WORD:
            words.append(self.line[place].text.lower())
            if len(words) > LONGEST_PHRASE:
                break
            label = LABELS.get(tuple(words)) or self._change_label(words)
            if label:
                longest = LabelItem(label, " ".join(words)), place + 1
            dash = self.is_mark(place + 1, "-") and not self.line[place + 1].spaced
            place += 1 + dash
        return self._break(at) or self._given(at) or longest

    def _change_label(self, words: list[str]) -> Label | None:
        return CHANGE_LABELS.get(tuple(words)) if self.mode.changes else None

    def _break(self, at: int) -> tuple[LabelItem, int] | None:
        """Our own title of a break: "Break, 6 days", "Break, days 2 to 5 of 6"."""
        comma = self.is_mark(at + 1, ",")
        rest = " ".join(token.text.lower() for token in self.line[at + 1 + comma : at + 8])
        title = BREAK_TITLE.match(rest) if self.line[at].text.lower() == "break" else None
        if title is None:
            return None
        return LabelItem(Label("-", weak=True), "break"), at + 1 + comma + len(title[0].split())

    def _given(self, at: int) -> tuple[LabelItem, int] | None:
        """A day whose shift a colleague has: "off (swap)", "off - traded"."""
        if not self.mode.changes or self.line[at].text.lower() != "off":
            return None
        after = at + 1
        while self.is_mark(after, "(") or self.is_mark(after, "-") or self.is_mark(after, "/"):
            after += 1
        if after == at + 1 or after >= len(self.line) or not self._is_swap(after):
            return None
        end = after + 1 + self.is_mark(after + 1, ")")
        return LabelItem(Label("", weak=True, change=SwapSide.GIVEN), self.line[after].text), end

    def _is_swap(self, at: int) -> bool:
        return self.line[at].text.lower() in ("swap", "swapped", "trade", "traded")

    def _clock(self, at: int) -> Clock | None:
        return clock_of(self.line[at]) if at < len(self.line) else None

    def _hours(self, at: int) -> tuple[HoursItem, int] | None:
        """Two times with a dash or a word such as "to" between them."""
        begin = self._clock(at)
        until = at + 1
        if begin is None or not (is_until(self.line, until) or self._slash(at)):
            return None
        end = self._clock(until + 1)
        return (HoursItem(begin, end), until + 2) if end else None

    def _slash(self, at: int) -> bool:
        """9a/9p: both with am or pm."""
        ends = self.line[at : at + 3 : 2]
        return self.is_mark(at + 1, "/") and all(token.kind is TokenKind.TIME for token in ends)

    def _spans(self, at: int) -> list[tuple[Item, int, int]]:
        """A date and a time, then another date and its time."""
        spans: list[tuple[Item, int, int]] = []
        for first, after in self.single_dates_at(at):
            at_begin = after + self.is_mark(after, ",")
            begin = self._clock(at_begin)
            between = at_begin + 1
            joined = is_until(self.line, between) or self.is_mark(between, "|", ",")
            if begin is None or not joined:
                continue
            for last, then in self.single_dates_at(self.past_weekday(between + 1)):
                at_end = then + self.is_mark(then, ",", "|")
                end = self._clock(at_end)
                if end is not None:
                    spans.append((SpanItem(first, begin, last, end), at_end + 1, 0))
        return spans
