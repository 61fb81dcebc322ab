"""Reading JSON strictly: every value has its place, its type and its limits, and none is left over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from heartplanner.core.plan.model import FIRST_DATE, LAST_DATE, PlanError

EnumValue = TypeVar("EnumValue", bound=StrEnum)
Value = TypeVar("Value")

SHOWN = 40
"""How many characters of a wrong value a message repeats."""


def parse_json(data: bytes) -> Any:
    """JSON as RFC 8259 has it, in UTF-8, without duplicate keys. Raises PlanError."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PlanError(f"not UTF-8 text (byte {error.start + 1})") from None
    # Python would read it as part of the first value and complain of column 1.
    if text.startswith("\ufeff"):
        raise PlanError("it begins with a byte order mark; save it as UTF-8 without one")
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_no_float
        )
    except json.JSONDecodeError as error:
        raise PlanError(f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise PlanError("its values are nested too deeply") from None
    except PlanError:
        raise
    except ValueError:  # Python's own limit on the digits of a number
        raise PlanError("a number in it has too many digits") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Python takes the last of two equal keys: what was typed first would be gone without a word.
    unique = dict(pairs)
    if len(unique) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise PlanError(f"the key {shown(key)} is there twice")
            seen.add(key)
    return unique


def _no_constant(name: str) -> NoReturn:
    # NaN and Infinity: Python takes them, though JSON has none (RFC 8259, 6).
    raise PlanError(f"{name} is no value")


def _no_float(digits: str) -> NoReturn:
    # No value here is a fraction, and 1.0 in place of 1 would not be written back as it was.
    raise PlanError(f"{shown(digits)[1:-1]} is no whole number")


def shown(value: object) -> str:
    """A value as a message can repeat it: short, printable, on one line."""
    text = json.dumps(value) if not isinstance(value, (dict, list)) else type(value).__name__
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


class Fields:
    """One JSON object being read: each key is taken, and `end` refuses what is left over."""

    def __init__(self, value: Any, place: str) -> None:
        if not isinstance(value, dict):
            raise PlanError(f"{place + ': ' if place else ''}expected an object")
        # Keys are taken out as they are read; what is left at the end was not understood.
        self._left = dict(value)
        self._place = place

    def at(self, key: str) -> str:
        """The key's place, such as assignments[1].rotation."""
        return f"{self._place}.{key}" if self._place else key

    def has(self, key: str) -> bool:
        return key in self._left

    def end(self) -> None:
        for key in self._left:
            raise PlanError(f"{self.at(shown(key)[1:-1])}: unknown key")

    def text(self, key: str) -> str:
        value = self._take(key)
        if not isinstance(value, str):
            self._refuse(key, value, "text")
        return value

    def whole_text(self, key: str) -> str:
        """A text that can be written again. JSON can name half a character, and UTF-8 has none."""
        value = self.text(key)
        if any("\ud800" <= character <= "\udfff" for character in value):
            self._refuse(key, value, "text of whole characters")
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        value = self._take(key)
        # In Python True is an int; in a plan file it is no number.
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            self._refuse(key, value, f"a whole number from {low} to {high}")
        return value

    def flag(self, key: str) -> bool:
        value = self._take(key)
        if not isinstance(value, bool):
            self._refuse(key, value, "true or false")
        return value

    def choice(self, key: str, kind: type[EnumValue]) -> EnumValue:
        return kind(self.one_of(key, list(kind)))

    def one_of(self, key: str, words: Collection[str]) -> str:
        value = self.text(key)
        if value not in words:
            self._refuse(key, value, " or ".join(words))
        return value

    def position(self, key: str, words: Sequence[str]) -> int:
        """Where among these words the text stands, from 0."""
        return words.index(self.one_of(key, words))

    def date(self, key: str) -> date:
        return self.parsed(key, parse_date)

    def time(self, key: str) -> time:
        return self.parsed(key, parse_time)

    def moment(self, key: str) -> datetime:
        """A moment in UTC, in whole seconds: 2025-07-28T13:00:00Z."""
        value = self.text(key)
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value, re.ASCII):
            try:
                moment = datetime.fromisoformat(value[:-1]).replace(tzinfo=UTC)
            except ValueError:
                self._refuse(key, value, "a moment of the calendar")
            if FIRST_DATE <= moment.date() <= LAST_DATE:
                return moment
        return self._refuse(key, value, "a moment such as 2025-07-28T13:00:00Z")

    def list(self, key: str, most: int) -> tuple[list[Any], str]:
        """A list and its place, for `list_of`."""
        value = self._take(key)
        if not isinstance(value, list):
            self._refuse(key, value, "a list")
        if len(value) > most:
            raise PlanError(f"{self.at(key)}: {len(value)} entries, at most {most} are read")
        return value, self.at(key)

    def within(self, key: str) -> Fields:
        """An object inside this one."""
        return Fields(self._take(key), self.at(key))

    def integers(self, key: str, low: int, high: int) -> tuple[int, ...]:
        """A list of whole numbers, each greater than the one before it."""
        values, place = self.list(key, high - low + 1)
        numbers: list[int] = []
        for index, value in enumerate(values):
            fields = Fields({str(index): value}, place)
            numbers.append(fields.integer(str(index), (numbers[-1] + 1) if numbers else low, high))
        return tuple(numbers)

    def words(self, key: str, known: Collection[str]) -> Iterator[str]:
        """A list of known words."""
        values, place = self.list(key, len(known))
        for n, value in enumerate(values):
            yield Fields({str(n): value}, place).one_of(str(n), known)

    def parsed(self, key: str, parse: Callable[[str], Value]) -> Value:
        """A text's value by a parser that raises PlanError."""
        text = self.text(key)
        try:
            return parse(text)
        except PlanError as error:
            raise PlanError(f"{self.at(key)}: {error}") from None

    def must(self, check: Callable[[Value], None], value: Value) -> None:
        """A check that raises PlanError, with this object's place put before it."""
        try:
            check(value)
        except PlanError as error:
            raise PlanError(f"{self._place}: {error}") from None

    def _take(self, key: str) -> Any:
        if key not in self._left:
            raise PlanError(f"{self.at(key)}: missing")
        return self._left.pop(key)

    def _refuse(self, key: str, value: object, expected: str) -> NoReturn:
        raise PlanError(f"{self.at(key)}: expected {expected}, found {shown(value)}")


def list_of(values: tuple[list[Any], str]) -> Iterator[Fields]:
    """The objects of a list, each with its place: changes[2]."""
    items, place = values
    for index, value in enumerate(items):
        yield Fields(value, f"{place}[{index}]")


def parse_date(text: str) -> date:
    """An ISO date, 2025-07-28, in the years that a plan may name. Raises PlanError."""
    # Python alone would take 20250728 and 2025-W31-1, too; without re.ASCII a digit may be of any script.
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise PlanError(f"{text} is no date of the calendar") from None
        if FIRST_DATE <= day <= LAST_DATE:
            return day
        raise PlanError(f"{text} is not in the years {FIRST_DATE.year} to {LAST_DATE.year}")
    raise PlanError(f"expected a date such as 2025-07-28, found {shown(text)}")


def parse_time(text: str) -> time:
    """A time of day, 09:00, in 24 hours. Raises PlanError."""
    if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII):
        return time.fromisoformat(text)
    raise PlanError(f"expected a time such as 09:00, found {shown(text)}")
