"""khal: `khal import` the files in turn into one calendar, then `khal list`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from shown import ZONE, module, say

CONFIG = """
[calendars]
[[HEART]]
path = {folder}/HEART
[locale]
local_timezone = {zone}
default_timezone = {zone}
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
[sqlite]
path = {folder}/khal.db
"""
START = re.compile(r"DTSTART[^:]*:(2\d{7})")
FIELDS = ("title", "start-long", "end-long", "all-day", "cancelled")


def main(files: list[str]) -> None:
    module("khal", "khal")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "HEART").mkdir()
        config = Path(folder, "config")
        config.write_text(CONFIG.format(folder=folder, zone=ZONE.key))
        khal = [sys.executable, "-m", "khal", "-c", str(config)]
        subprocess.run([*khal, "import", "--batch", "-a", "HEART", *files], check=True)
        fields = [word for name in FIELDS for word in ("--json", name)]
        first, days = listed_range("".join(map(Path.read_text, map(Path, files))))
        listed = subprocess.check_output(
            [*khal, "list", "--once", *fields, first, f"{days}d"], text=True
        )
    for line in listed.splitlines():
        for event in json.loads(line):
            tell(event)


def listed_range(text: str) -> tuple[str, int]:
    """The first day that the files have, and how many there are to list: each takes khal a while."""
    starts = sorted(date.fromisoformat(found) for found in START.findall(text) if found > "2008")
    return f"{starts[0] - timedelta(days=1)}", (starts[-1] - starts[0]).days + 3


def tell(event: dict[str, str]) -> None:
    canceled = bool(event["cancelled"])
    if event["all-day"] == "True":
        first, last = map(date.fromisoformat, (event["start-long"], event["end-long"]))
        say(event["title"], first, last + timedelta(days=1), canceled=canceled)
    else:
        start, end = (
            datetime.fromisoformat(event[name]).replace(tzinfo=ZONE)
            for name in ("start-long", "end-long")
        )
        say(event["title"], start, end, canceled=canceled)


main(sys.argv[1:])
