"""What a reader of cells does not tell of XLS and XLSB workbooks, and nobody looks for."""

from __future__ import annotations

import io
import zipfile

from heartplanner.files.roster.kinds import OLD_OFFICE

NOT_SEEN = (
    "comments, struck text, and hidden rows and columns of this kind of workbook are not seen:"
    " if it has any, save it as XLSX"
)


def unseen_marks(data: bytes) -> str:
    """What is to be said of a workbook whose cells may be marked without its being seen, or nothing."""
    return NOT_SEEN if data.startswith(OLD_OFFICE) or _is_binary(data) else ""


def _is_binary(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.bin" in archive.namelist()
    except zipfile.BadZipFile:
        return False
