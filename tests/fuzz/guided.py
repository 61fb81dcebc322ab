"""A reader with a fuzzer that is led by coverage (Atheris).

    python -m tests.fuzz.guided READER SECONDS [FOLDER]

Files that reach code which none before reached are kept in FOLDER. What the reader does not cope with, or
what takes more than 2 s or 300 MB, ends the run and is kept in tests/fuzz/finds, where the tests read it
from then on.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["heartplanner"], enable_loader_override=False):
    from tests.fuzz.counted import MEMORY_FILES, MOST_MEMORY, MOST_SECONDS
    from tests.fuzz.readers import FINDS, READERS, list_zones_once


def main(name: str, seconds: str, folder: str) -> None:
    (reader,) = (one for one in READERS if one.name == name)
    place = tempfile.TemporaryDirectory(dir=MEMORY_FILES if MEMORY_FILES.is_dir() else None)
    scratch = Path(place.name)
    seeds = scratch / "seeds"
    seeds.mkdir()
    for number, data in enumerate(reader.seeds()):
        (seeds / str(number)).write_bytes(data)
    (FINDS / name).mkdir(parents=True, exist_ok=True)
    options = (
        f"-max_total_time={seconds}",
        f"-timeout={MOST_SECONDS:.0f}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-artifact_prefix={FINDS / name}/",
        "-max_len=6000",
        "-print_final_stats=1",
    )
    list_zones_once()
    atheris.Setup(
        [sys.argv[0], *options, folder, str(seeds)], lambda data: reader.read(data, scratch)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:], *[tempfile.mkdtemp()][: 4 - len(sys.argv)])
