"""Every command that writes, killed and refused at its calls: all files are whole, and what is said is so.

By default each is killed and refused at one of its calls, with LONG=1 at every fifteenth, and with LONG=all
at all of them, which takes tens of minutes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import cycle
from zlib import crc32

import pytest
import saver_calls
from command_faults import (
    CACHE,
    FITTING,
    FOLLOWERS,
    OTHER,
    Undisturbed,
    after_all,
    badly_told,
    torn,
    untrue,
)
from command_home import EVERY_CALL, Answer, Home, Tree, has_qt, home_in
from saver_calls import KILLED, Hook, end_of, watched
from writing_lines import PRINTING, READING, UNSURE, WRITING, WritingLine, leaves

from tests.examples import LONG, WHOLE

CHANGING = {"mkdir", "open", "write", "fsync", "unlink", "replace"}
LINES = (*WRITING, *(PRINTING if has_qt() else ()))
STEP = 15
"""Which of its calls a long run ends a command at: the whole takes longer than all other tests together."""
State = frozenset[tuple[str, tuple[int, bytes]]]
IN_PARTS = pytest.mark.parametrize("part", range(8 if LONG else 1))
"""A long run takes the commands in parts, for which several processes can be used."""


@pytest.fixture(scope="module")
def home(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Home]:
    if has_qt():
        # To print makes an application without widgets, of which a process has no other after it.
        request.getfixturevalue("qapp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(saver_calls, "SHORT", 4000)
        with home_in(tmp_path_factory.mktemp("commands")) as home:
            yield home


def lines_of(part: int) -> tuple[WritingLine, ...]:
    return LINES[part::8] if LONG else LINES


@pytest.fixture(scope="module")
def undisturbed(home: Home) -> Callable[[WritingLine], Undisturbed]:
    """What a command does that nothing befalls, found once for each."""
    known: dict[WritingLine, Undisturbed] = {}

    def done(line: WritingLine) -> Undisturbed:
        if line not in known:
            known[line] = calls_and_files(home, line)
        return known[line]

    return done


def calls_and_files(home: Home, line: WritingLine) -> Undisturbed:
    trees = [home.begin(line)]

    def look(_: int, call: str) -> None:
        if call.startswith("replace"):
            trees.append(home.tree())

    with home.streams(), watched(after=look, calls=EVERY_CALL, within=home.folder) as log:
        status = home.run(line)
    said = Answer(status, *home.said())
    assert not said.err.startswith("heartplanner: "), (line, said)
    return Undisturbed(log, [*trees, home.tree()], said)


def points(log: list[str], line: WritingLine) -> Iterable[int]:
    """The calls at which a command is ended: one that changes something, some of all, or all."""
    if LONG:
        return range(len(log)) if WHOLE else range(crc32(line.text.encode()) % STEP, len(log), STEP)
    changing = [at for at, call in enumerate(log) if call.split()[0] in CHANGING]
    return [changing[crc32(line.text.encode()) % len(changing)]]


def after_first(home: Home, line: WritingLine, now: Tree, seen: set[State]) -> Iterator[str]:
    """What is wrong with the next runs, where these files were not `seen` before."""
    state = frozenset(now.items())
    if state not in seen:
        seen.add(state)
        yield from after_all(home, line)


def killed(home: Home, line: WritingLine, done: Undisturbed, *, look_after: bool) -> Iterator[str]:
    """What is wrong after a command was killed before and after its calls."""
    seen: set[State] = set()
    for at in points(done.log, line):
        for when in ("before", "after") if LONG else ("before",):
            home.begin(line)
            with home.streams():
                work = partial(home.run, line)
                end = end_of(work, at, when, calls=EVERY_CALL, within=home.folder)
            answer, now = Answer(end, *home.said()), home.tree()
            where = f"{line.text}, killed {when} {done.log[at]}"
            if end != KILLED:
                yield f"{where}: it ends with {answer}"
            wrong = [*torn(line, done, now, litter=True), *untrue(line, done, now, answer)]
            if look_after:
                wrong += after_first(home, line, now, seen)
            yield from (f"{where}: {fault}" for fault in wrong)


def refuser(code: int, at: int, *, for_ever: bool) -> Hook:
    def refuse(number: int, _: str) -> None:
        if number == at or (for_ever and number > at):
            raise OSError(code, os.strerror(code))

    return refuse


def refused(home: Home, line: WritingLine, done: Undisturbed, *, look_after: bool) -> Iterator[str]:
    """What is wrong after calls of a command were refused, once and for ever after."""
    seen: set[State] = set()
    for at in points(done.log, line):
        for code in FITTING.get(done.log[at].split()[0], OTHER)[: 2 if LONG else 1]:
            for for_ever in (False, True) if LONG else (bool(at % 2),):
                home.begin(line)
                hook = refuser(code, at, for_ever=for_ever)
                with home.streams(), watched(hook, calls=EVERY_CALL, within=home.folder):
                    status = home.run(line)
                answer, now = Answer(status, *home.said()), home.tree()
                often = " and for ever" if for_ever else ""
                where = f"{line.text}, {os.strerror(code)} at {done.log[at]}{often}"
                litter = for_ever or done.log[at].startswith("unlink")
                wrong = [
                    *torn(line, done, now, litter=litter, others=(*FOLLOWERS, CACHE)),
                    *badly_told(line, done, now, answer),
                ]
                if look_after:
                    wrong += after_first(home, line, now, seen)
                yield from (f"{where}: {fault}" for fault in wrong)


def test_every_command_is_known_to_write_or_to_read() -> None:
    texts = [*(line.text for line in (*WRITING, *PRINTING)), *READING, UNSURE]
    lines = [f"{text} " for text in texts]
    unknown = [leaf for leaf in leaves() if not any(text.startswith(f"{leaf} ") for text in lines)]
    assert unknown == []


@IN_PARTS
@pytest.mark.parametrize("ended", [killed, refused], ids=["killed", "refused"])
def test_ended_at_a_call_all_files_are_whole(
    home: Home,
    undisturbed: Callable[[WritingLine], Undisturbed],
    ended: Callable[..., Iterator[str]],
    part: int,
) -> None:
    # What follows a command takes the longest: without LONG it is looked at for one line in six.
    look_after = cycle((True, *[LONG] * 5))
    wrong = [
        fault
        for line in lines_of(part)
        for fault in ended(home, line, undisturbed(line), look_after=next(look_after))
    ]
    assert not wrong, "\n".join(wrong)


def test_what_only_reads_changes_nothing_but_what_can_be_made_anew(home: Home) -> None:
    for text in READING:
        line = WritingLine(text)
        old = home.begin(line)
        home.answer(line)
        now = home.tree()
        changed = {path for path in {**old, **now} if old.get(path) != now.get(path)}
        assert {path for path in changed if not path.startswith("cache/")} == set(), text
