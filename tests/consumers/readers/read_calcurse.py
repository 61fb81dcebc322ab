"""calcurse: `calcurse -i` each file, then what it lists with `calcurse -G`."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta

from shown import ZONE, program, say

TIMED = re.compile(r"(\S+ @ \S+) -> (\S+ @ [\d:]+)[^|]*\|(.*)")
ALL_DAY = re.compile(r"(\S+) \[1\] (?:\{1D -> (\S+)\} )?(?:>\w+ )?(.*)")


def main(files: list[str]) -> None:
    calcurse = program("calcurse", "calcurse")
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            subprocess.run([calcurse, "-D", folder, "-q", "-i", file], check=True)
        listed = subprocess.check_output([calcurse, "-D", folder, "-G"], text=True)
    for line in listed.splitlines():
        if found := TIMED.fullmatch(line):
            start, end = (moment(found[n], "%m/%d/%Y @ %H:%M") for n in (1, 2))
            say(found[3], start, end)
        elif found := ALL_DAY.fullmatch(line):
            first, last = (moment(found[n] or found[1], "%m/%d/%Y").date() for n in (1, 2))
            say(found[3], first, last + timedelta(days=1))
        else:
            sys.exit(f"calcurse shows something else: {line}")


def moment(text: str, form: str) -> datetime:
    return datetime.strptime(text, form).replace(tzinfo=ZONE)


main(sys.argv[1:])
