"""Excel files for tests, written as one wants them: by hand, part by part."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def write_package(path: Path, parts: Mapping[str, str]) -> Path:
    """Write the files of an archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"[Content_Types].xml": TYPES, **parts}.items():
            archive.writestr(name, text)
    return path


def parts_of(
    rows: str,
    *,
    before: str = "",
    after: str = "",
    texts: str = "",
    styles: str = "",
    workbook: str = "",
    main: str = MAIN,
    office: str = OFFICE,
) -> dict[str, str]:
    """Return the parts of a file of one sheet.

    Args:
        rows: what stands in <sheetData>; `before` and `after` stand around it.
        texts: the <si> of the shared strings.
        styles: what stands in <styleSheet>.
        workbook: what stands in <workbook> before its sheets.
    """
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{target}"/>'
        for kind, target in {
            "worksheet": "worksheets/sheet1.xml",
            "sharedStrings": "/xl/sharedStrings.xml",
            "styles": "styles.xml",
        }.items()
    )
    return {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{workbook}<sheets>'
        '<sheet name="表" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{before}<sheetData>{rows}'
        f"</sheetData>{after}</worksheet>",
    }


def inline(place: str, text: str) -> str:
    """Return a cell that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
