"""Make the font of the sheets out of Inter: make_font.py Inter-Regular.ttf Inter-Bold.ttf.

A sheet's figures stand in columns, so digits must be of one width; Inter has such digits behind the
feature `tnum`. Qt tells a PDF's reader which character a glyph is by the font's own table of
characters, and digits that only a feature reaches cannot be copied or searched for. Here that table
names the digits of one width. Other scripts and features are left out: a sheet does not use them.
Needs fonttools, which the extra `test` installs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Heart Planner Sans"
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "fonts"
SCRIPTS = (
    range(0x20, 0x250),  # Latin with all its accents
    range(0x2B0, 0x370),  # accents that stand by themselves, or join the letter before
    range(0x1E00, 0x1F00),  # Vietnamese among others
    range(0x2000, 0x2800),  # punctuation, currencies, arrows, signs
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
"""What sets letters well; without `liga` and `calt` each character of a text is a glyph of its own."""
KEPT_NAMES = [0, 5, 7, 9, 13, 14]
"""Copyright, version, trademark, designer and license, as Inter's authors wrote them."""


def digits_of_one_width(font: TTFont) -> None:
    """Let the characters 0 to 9 be the glyphs that `tnum` would put in their place."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    same_width: dict[str, str] = {}
    for index in lookups:
        for rule in table.LookupList.Lookup[index].SubTable:
            same_width |= getattr(rule, "ExtSubTable", rule).mapping
    characters = font.getBestCmap()
    digits = {ord(digit): same_width[characters[ord(digit)]] for digit in "0123456789"}
    for encoding in font["cmap"].tables:
        encoding.cmap.update(digits)


def only_what_sheets_use(font: TTFont) -> None:
    options = Options()
    options.hinting = False  # sheets are printed, and drawn without hints on the screen
    options.notdef_outline = True  # the box that stands for a letter that is missing
    options.layout_features = FEATURES
    options.name_IDs = KEPT_NAMES
    options.drop_tables += ["STAT", "gasp"]
    subsetter = Subsetter(options)
    wanted = {code for script in SCRIPTS for code in script}
    subsetter.populate(unicodes=wanted & font.getBestCmap().keys())
    subsetter.subset(font)


def name(font: TTFont, style: str) -> None:
    """A name of its own: whoever has Inter installed must not get that in this one's place."""
    texts = {
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style}, from {font['name'].getDebugName(5)}",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        10: "Inter, with the Latin script alone and digits of one width, for Heart Planner's sheets",
    }
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def main(regular: str, bold: str) -> None:
    for style, source in (("Regular", regular), ("Bold", bold)):
        font = TTFont(source, recalcTimestamp=False)
        digits_of_one_width(font)
        only_what_sheets_use(font)
        name(font, style)
        font.save(FOLDER / f"HeartPlannerSans-{style}.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
