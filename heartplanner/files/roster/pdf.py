"""The text of a PDF, if it holds any, by pypdf (an extra)."""

from __future__ import annotations

import io

from heartplanner.files.roster.kinds import PHOTO, RefusedError

MOST_PAGES = 20
MISSING = "PDFs are read only with an extra: pip install heartplanner[pdf]; or copy its text and paste that"


def read_pdf(data: bytes) -> str:
    """The text of all pages, laid out as on paper. Raises RefusedError."""
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        raise RefusedError(MISSING) from None
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(pages) > MOST_PAGES:
            raise RefusedError(f"it has more than {MOST_PAGES} pages")
        text = "\n".join(page.extract_text(extraction_mode="layout") for page in pages)
    except RefusedError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ):
        # Damaged files make the library fail in many ways; all of them mean the same to the user.
        raise RefusedError("the PDF is damaged, or it is locked with a password") from None
    if not text.strip():
        raise RefusedError(f"there is no text in it: {PHOTO}")
    return text
