"""The readers with mutants by the hundred thousand, or with a fuzzer for an hour.

    python -m tests.fuzz                    100,000 mutants a format, then 2,000 by the command line
    python -m tests.fuzz --minutes 60       Atheris for an hour, shared by the readers

Each find is kept in tests/fuzz/finds, where every run of the tests reads it from then on. The exit status
is 1 if there is one. Ctrl+C ends what is tried of a format, and it is said how far that got. Atheris is in
the extra `fuzz` (Linux, Python 3.11 to 3.13).
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from collections.abc import Sequence

from tests.fuzz import command_lines, counted
from tests.fuzz.counted import MOST_MEMORY, MOST_SECONDS, Figures, Find
from tests.fuzz.mutants import mutants
from tests.fuzz.readers import FINDS, READERS, Reader


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=__doc__.partition("\n")[0]
    )
    names = [reader.name for reader in READERS]
    parser.add_argument("reader", nargs="*", help=f"default: all of {', '.join(names)}")
    parser.add_argument(
        "--mutants", type=int, default=100_000, help="of a format (default: 100000)"
    )
    parser.add_argument(
        "--lines", type=int, default=2_000, help="by the command line (default: 2000)"
    )
    parser.add_argument("--seed", type=int, default=16, help="another one makes other mutants")
    parser.add_argument("--minutes", type=float, help="with Atheris instead, shared by the readers")
    asked = parser.parse_args()
    if unknown := {*asked.reader} - {*names}:
        parser.error(f"no reader is called {', '.join(sorted(unknown))}")
    chosen = [reader for reader in READERS if reader.name in (asked.reader or names)]
    if asked.minutes:
        return guided(chosen, asked.minutes * 60 / len(chosen))
    return max([_counted(reader, asked.mutants, asked.lines, asked.seed) for reader in chosen])


def _counted(reader: Reader, number: int, lines: int, seed: int) -> int:
    seeds, finds, worst = reader.seeds(), list[Find](), 0
    if number:
        figures = counted.run(reader, mutants(seeds, number, seed), finds)
        worst = _say(reader, "in process", figures, finds)
    if lines and reader.name in command_lines.COMMANDS:  # some formats only the window reads
        figures = command_lines.run(reader.name, mutants(seeds, lines, seed + 1), finds)
        worst |= _say(reader, "by command", figures, finds)
    return worst


def _say(reader: Reader, where: str, figures: Figures, finds: Sequence[Find]) -> int:
    print(f"{reader.name}, {where}: {figures}", flush=True)
    for find in finds:
        file = FINDS / reader.name / hashlib.sha256(find.data).hexdigest()[:16]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(find.data)
        print(f"  {file}: {find.fault}")
    return int(bool(finds) or figures.slowest > MOST_SECONDS or figures.memory > MOST_MEMORY)


def guided(readers: Sequence[Reader], seconds: float) -> int:
    """A process for each reader: the fuzzer ends the one that it is in."""
    worst = 0
    for reader in readers:
        command = [sys.executable, "-m", "tests.fuzz.guided", reader.name, str(round(seconds))]
        worst |= subprocess.run(command, check=False).returncode
    return int(bool(worst))


if __name__ == "__main__":
    sys.exit(main())
