"""Mutants of files: the same seed gives the same ones.

Half of what damages a file is a disk's or a network's doing (bits, cuts, stretches twice or in another
place); the other half is another program's, which writes what is well formed and means something else:
other words in the place of words, other values in the place of JSON's.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

WORD = re.compile(rb"[A-Za-z]+|\d+|[^\sA-Za-z\d]")
BYTES = (
    b"\x00", b"\xff", b'"', b"\\", b"{", b"]", b",", b"9", b"\n", b"\r", b"\t", b"\x1b", b"\xed\xa0\x80",
    b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xc2\x85", b"\xd9\xa3", b"\xf0\x9f\x91\xa9",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 7, 2**63, 10**40, 0.5, "", "x", "day", "2025-08-19", "0000-00-00",
    "2200-12-31", "1950-01-01", "23:59", "1950-01-01T00:00:00Z", "2200-12-31T23:59:59Z", "\ud800", "\x00",
    "x" * 3000, "\u202e", [], [[]], {}, {"id": 1},
)  # fmt: skip
NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"00",
    b"12",
    b"31",
    b"99",
    b"1950",
    b"2200",
    b"9999",
    b"99999999999999999999",
)
LONGEST = 200
"""Bytes that are left out, moved or repeated at once."""


def mutants(seeds: Sequence[bytes], number: int, seed: int) -> Iterator[bytes]:
    """So many mutants of these files, each with one to five kinds of damage."""
    chance = random.Random(seed)
    words = sorted({word for data in seeds for word in WORD.findall(data)})
    for _ in range(number):
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            data = chance.choice(DAMAGES)(data, chance, seeds, words)
        yield data


def _flip(data: bytes, chance: random.Random, *_: Sequence[bytes]) -> bytes:
    damaged = bytearray(data or b"x")
    damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _insert(data: bytes, chance: random.Random, *_: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(BYTES) * chance.choice((1, 1, 1, 300)) + data[at:]


def _cut(data: bytes, chance: random.Random, *_: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return chance.choice((data[:at], data[at:]))


def _stretch(data: bytes, chance: random.Random, *_: Sequence[bytes]) -> bytes:
    """A stretch of it left out, in another place, or there many times."""
    low = chance.randint(0, len(data))
    high = min(len(data), low + chance.randint(0, LONGEST))
    rest = data[:low] + data[high:]
    at = chance.choice((0, low, chance.randint(0, len(rest))))
    return rest[:at] + data[low:high] * chance.choice((0, 1, 2, 2, 50)) + rest[at:]


def _lines(data: bytes, chance: random.Random, *_: Sequence[bytes]) -> bytes:
    """Two lines change places, or one is there twice."""
    lines = data.splitlines(keepends=True) or [data]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], chance.choice((lines[one], lines[other]))
    return b"".join(lines)


def _splice(
    data: bytes, chance: random.Random, seeds: Sequence[bytes], _: Sequence[bytes]
) -> bytes:
    """The beginning of one file and the end of another."""
    other = chance.choice(seeds)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _word(data: bytes, chance: random.Random, _: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """Another word, or another number, in the place of one."""
    places = list(WORD.finditer(data))
    if not places:
        return data
    place = chance.choice(places)
    if place[0].isdigit() and chance.random() < 0.5:
        other = str(int(place[0][:18]) + chance.choice((-1, 1, 10))).encode()
    else:
        other = chance.choice((chance.choice(words or [b"x"]), chance.choice(NUMBERS)))
    return data[: place.start()] + other + data[place.end() :]


def _value(data: bytes, chance: random.Random, *_: Sequence[bytes]) -> bytes:
    """One value of a JSON text in the place of another, or one of another type."""
    try:
        top = json.loads(data)
    except (ValueError, RecursionError):
        return data
    within = _places(top)
    if not within:
        return data
    holder, key = chance.choice(within)
    if chance.random() < 0.2:
        del holder[key]
    else:
        elsewhere = [container[other] for container, other in within]
        # A copy, since a value that held itself could not be written.
        holder[key] = json.loads(json.dumps(chance.choice([*VALUES, *elsewhere])))
    return json.dumps(top).encode()


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every list and object in it, with each of its keys."""
    keys = list(value) if isinstance(value, dict) else []
    keys = list(range(len(value))) if isinstance(value, list) else keys
    return [place for key in keys for place in ((value, key), *_places(value[key]))]


DAMAGES = (_flip, _insert, _cut, _stretch, _lines, _splice, _word, _word, _value, _value)
