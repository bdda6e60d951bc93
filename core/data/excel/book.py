"""What all sheets of an Excel file share: their names, texts and number formats.

Read from the XML itself: openpyxl refuses whole files for a style that it does not like, keeps
"_x000D_" in texts, knows no file in the strict dialect, and forgets whether a cell held a formula.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from core.data.excel.tokens import BUILT_IN

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_HIDDEN = ("hidden", "veryHidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of cells.

    Attributes:
        part: its file in the archive.
    """

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the cells of a file refer to.

    Attributes:
        sheets: those of cells, not those of charts.
        texts: by their number.
        formats: of numbers, by the number of the style.
        from_1904: whether days are counted from 1904 on.
        awaits_results: whether the program that wrote the file left the formulas to Excel, with a
            0 for every result.
    """

    sheets: tuple[Sheet, ...]
    texts: Sequence[str]
    formats: Sequence[str]
    from_1904: bool
    awaits_results: bool


def read_book(archive: ZipFile) -> Book:
    """Read what the sheets share.

    Raises:
        KeyError, ValueError, SyntaxError: the archive is no Excel file, or a broken one.
    """
    parts = {_usual(name): name for name in archive.namelist()}
    workbook = _workbook_part(archive, parts)
    targets = _targets(archive, parts, workbook)
    by_kind = dict(targets.values())
    sheets = []
    from_1904 = awaits_results = False
    for element in _elements(archive, workbook, ("sheet", "workbookPr", "calcPr")):
        match local_name(element.tag):
            case "workbookPr":
                from_1904 = is_true(element.get("date1904"))
            case "calcPr":
                awaits_results = is_true(element.get("fullCalcOnLoad"))
            case "sheet":
                kind, part = targets[_relation(element)]
                if kind == "worksheet":
                    name = unescape(element.attrib["name"])
                    is_hidden = element.get("state") in _HIDDEN
                    sheets.append(Sheet(name=name, part=part, is_hidden=is_hidden))
    texts = by_kind.get("sharedStrings")
    styles = by_kind.get("styles")
    return Book(
        sheets=tuple(sheets),
        texts=[rich_text(item) for item in _elements(archive, texts, ("si",))] if texts else (),
        formats=_formats(archive, styles) if styles else (),
        from_1904=from_1904,
        awaits_results=awaits_results,
    )


def local_name(tag: str) -> str:
    """Return the name of an element without its namespace, which the strict dialect changes."""
    return tag[tag.find("}") + 1 :]


def is_true(value: str | None) -> bool:
    """Say whether an attribute is set."""
    return value in ("1", "true")


def rich_text(element: Element) -> str:
    """Return the text of an element in all its fonts, without the readings above it (furigana)."""
    texts = []
    for child in element:
        match local_name(child.tag):
            case "t":
                texts.append(child.text or "")
            case "r":
                texts += [part.text or "" for part in child if local_name(part.tag) == "t"]
    return unescape("".join(texts))


def unescape(text: str) -> str:
    """Return a text with the characters that XML cannot hold, "_x000D_" for the end of a line."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def walk(file: IO[bytes], names: Sequence[str]) -> Iterator[Element]:
    """Give the elements that are called so, whole; each is forgotten behind the next."""
    parents: list[Element] = []
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            parents.append(element)
        else:
            parents.pop()
            if local_name(element.tag) in names:
                yield element
                parents[-1].clear()


def _elements(archive: ZipFile, part: str, names: Sequence[str]) -> Iterator[Element]:
    with archive.open(part) as file:
        yield from walk(file, names)


def _usual(part: str) -> str:
    """Return the name of a part as it is looked for: programs disagree on case and slashes."""
    return part.replace("\\", "/").lstrip("/").lower()


def _workbook_part(archive: ZipFile, parts: dict[str, str]) -> str:
    for element in _elements(archive, parts["_rels/.rels"], ("Relationship",)):
        if element.get("Type", "").endswith("/officeDocument"):
            return parts[_usual(element.attrib["Target"])]
    raise KeyError("officeDocument")


def _targets(archive: ZipFile, parts: dict[str, str], workbook: str) -> dict[str, tuple[str, str]]:
    """Return kind and part of what the workbook refers to, by the name of the relation."""
    folder, name = posixpath.split(_usual(workbook))
    relations = parts[f"{folder}/_rels/{name}.rels".lstrip("/")]
    targets = {}
    for element in _elements(archive, relations, ("Relationship",)):
        target = posixpath.normpath(posixpath.join("/" + folder, element.attrib["Target"]))
        if part := parts.get(_usual(target)):
            kind = element.attrib["Type"].rpartition("/")[2]
            targets[element.attrib["Id"]] = kind, part
    return targets


def _relation(sheet: Element) -> str:
    for name, value in sheet.items():
        if name.endswith("}id"):
            return value
    raise KeyError("id")


def _formats(archive: ZipFile, styles: str) -> list[str]:
    own: dict[int, str] = {}
    formats = []
    for element in _elements(archive, styles, ("numFmt", "cellXfs")):
        if local_name(element.tag) == "numFmt":
            own[int(element.attrib["numFmtId"])] = element.get("formatCode", "General")
        else:
            numbers = [int(style.get("numFmtId", "0")) for style in element]
            formats = [own.get(number) or BUILT_IN.get(number, "General") for number in numbers]
    return formats
