"""Files whose content is another kind of table than their names say."""

import re
import zipfile
from pathlib import Path

from core.errors import ExcelPasswordError, TableDisguisedError

# Spreadsheets that no reader reads, but that can be saved as one that is read.
OTHER_SPREADSHEETS = (".xls", ".xlsb", ".xlt", ".ods", ".fods", ".numbers", ".gsheet")

_SAMPLE = 4096  # bytes
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and new files with a password
_BLOCK = 1 << 20
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = re.compile(rb"\s*<(!doctype html|html|head|meta|body|table|style)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml")
_ZIPPED = {  # by a file inside
    "xl/workbook.bin": "Excel .xlsb",
    "Index/Document.iwa": "Apple Numbers .numbers",
    "word/document.xml": "Word .docx",
    "ppt/presentation.xml": "PowerPoint .pptx",
    "content.xml": "OpenDocument .ods",
}
_EXCEL, _ZIP = "Excel .xlsx", "ZIP"
_EXCEL_SUFFIXES = (".xlsx", ".xlsm")
_TEXTS = (".csv", ".tsv", ".jsonl", ".json")


def refuse_disguised(path: Path, suffix: str, *, name: str) -> None:
    """Say what a file really is, if that is known and the reader for its suffix cannot read it.

    Args:
        suffix: of its name, in small letters.
        name: what messages call the file.

    Raises:
        TableDisguisedError: it is another kind of file.
        ExcelPasswordError: only somebody with a password can read it.
    """
    if suffix not in (*_EXCEL_SUFFIXES, *_TEXTS):
        return
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    if start.startswith(_OLD_OFFICE) and _holds(path, _ENCRYPTED):
        raise ExcelPasswordError(path=name)
    kind = _packed_kind(path, start)
    if kind is None and suffix in _EXCEL_SUFFIXES and not start.startswith(b"PK"):
        kind = _text_kind(start)
    if kind is not None and not (suffix in _EXCEL_SUFFIXES and kind in (_EXCEL, _ZIP)):
        raise TableDisguisedError(path=name, suffix=suffix, kind=kind)


def _packed_kind(path: Path, start: bytes) -> str | None:
    if start.startswith(_OLD_OFFICE):
        return "Excel 97-2003 .xls"
    if start.startswith(b"%PDF-"):
        return "PDF"
    if start.startswith(b"PAR1"):
        return "Parquet"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    if not start.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            members = set(archive.namelist())
    except zipfile.BadZipFile:
        return None
    found = (kind for member, kind in _ZIPPED.items() if member in members)
    if kind := next(found, None):
        return kind
    return _EXCEL if any(member.lower() == "[content_types].xml" for member in members) else _ZIP


def _text_kind(start: bytes) -> str | None:
    if _MARKUP.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "HTML"
    if _XML.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "XML"
    is_text = bool(start) and not re.search(rb"[\x00-\x08\x0e-\x1f]", start)
    return "CSV" if is_text or start.startswith((b"\xff\xfe", b"\xfe\xff")) else None


def _holds(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        while block:
            if wanted in block:
                return True
            more = file.read(_BLOCK)
            block = block[-len(wanted) :] + more if more else b""
    return False
