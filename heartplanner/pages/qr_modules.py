"""The small squares of a QR code (ISO/IEC 18004), for the screen and for paper."""

from __future__ import annotations

QUIET = 4
"""Squares of white around the code."""


def qr_modules(text: str) -> list[bytes]:
    """The code's rows from the top, 1 for each black square, with the white around them."""
    import segno  # not loaded with every page that is drawn

    # Level M stands the loss of 15 % (ISO/IEC 18004), a reflection say; a higher one has smaller squares.
    code = segno.make_qr(text, error="m")
    return [bytes(row) for row in code.matrix_iter(scale=1, border=QUIET)]
