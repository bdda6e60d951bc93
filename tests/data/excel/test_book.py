"""Excel files as other programs than Excel write them, part by part."""

import pytest

from core.data.excel import cells as excel_cells
from core.data.tables.readers import open_table
from core.errors import FileUnreadableError
from tests.data.excel.excel_files import MAIN, inline, parts_of, write_package

HEAD = '<row r="1">' + inline("A1", "text") + inline("B1", "b") + "</row>"


@pytest.fixture
def read(tmp_path):
    def read_parts(parts, name="a.xlsx"):
        table = open_table(write_package(tmp_path / name, parts))
        notes = {note.name: dict(note.values) for note in table.reading.notes}
        return [list(table.reading.columns), *map(list, table.rows())], notes

    return read_parts


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A2" t="s"><v>0</v></c>', "京都の寺"),  # without the readings above it
        ('<c r="A2" t="s"><v>1</v></c>', "京都の寺"),  # in two fonts
        ('<c r="A2" t="s"><v>2</v></c>', "一\r\n二"),
        ('<c r="A2" t="s"><v>3</v></c>', "_x000D_"),
        ('<c r="A2" t="s"><v>4</v></c>', "𠮷"),
        ('<c r="A2" t="s"><v>5</v></c>', " 寺\u3000"),
        ('<c r="A2" t="inlineStr"><is><r><t>京</t></r><r><t>都</t></r></is></c>', "京都"),
        ('<c r="A2" t="str"><f>"a"</f><v>_x0041_bc</v></c>', "Abc"),
        ('<c r="A2" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A2" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A2" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A2" t="e"><f>NA()</f><v>#N/A</v></c>', "#N/A"),
        ('<c r="A2"><f>1/3</f><v>0.33333333333333331</v></c>', "0.333333333"),
        ('<c r="A2"><v>1.0</v></c>', "1"),
        ('<c r="A2"><v>1234567890123456789</v></c>', "1234567890123456789"),
        ('<c r="A2" t="n"><v>1E+3</v></c>', "1000"),
        ('<c r="A2" s="1"><v>45322</v></c>', "2024年1月31日"),
        ('<c r="A2" s="2"><v>45322</v></c>', "2024/1/31"),
        ('<c r="A2" s="1" t="d"><v>2024-01-31T00:00:00</v></c>', "2024年1月31日"),
        ('<c r="A2" t="d"><v>2024-01-31</v></c>', "2024-01-31"),
        ('<c r="A2" s="3"><v>0.5</v></c>', "50%"),
        ('<c r="A2" s="99"><v>0.5</v></c>', "0.5"),
        ('<c r="A2" s="4" t="s"><v>0</v></c>', "第京都の寺号"),
        ("<c><v>7</v></c>", "7"),  # without a place: the next one
    ],
)
def test_a_cell_is_read_as_it_is_seen(read, cell, shown):
    texts = (
        "<si><t>京都の寺</t><rPh sb='0' eb='2'><t>キョウト</t></rPh><phoneticPr fontId='1'/></si>"
        "<si><r><rPr><b/></rPr><t>京都</t></r><r><t>の寺</t></r><rPh sb='0' eb='2'><t>キョ</t></rPh></si>"
        "<si><t>一_x000D_\n二</t></si><si><t>_x005F_x000D_</t></si><si><t>_xD842__xDFB7_</t></si>"
        "<si><t xml:space='preserve'> 寺\u3000</t></si>"
    )
    styles = (
        '<numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
        '<numFmt numFmtId="181" formatCode="&quot;第&quot;@&quot;号&quot;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="180"/>'
        '<xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="181"/></cellXfs>'
    )
    rows = f'{HEAD}<row r="2">{cell}{inline("B2", "x")}</row>'
    table, notes = read(parts_of(rows, texts=texts, styles=styles))
    assert table == [["text", "b"], [shown, "x"]]
    assert not notes


def test_formulas_that_wait_for_excel_have_no_results(read):
    rows = (
        f'{HEAD}<row r="2"><c r="A2"><f>"a"&amp;"b"</f><v>0</v></c><c r="B2"><v>0</v></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3"><f>1+1</f><v>2</v></c></row>'
        '<row r="4"><c r="A4"><f>A1</f><v/></c><c r="B4"><f>A1</f></c></row>'
    )
    # XlsxWriter: it gives every result as 0, and says that Excel must compute.
    table, notes = read(parts_of(rows, workbook='<calcPr fullCalcOnLoad="1"/>'))
    assert table[1:] == [["", "0"], ["", "2"], ["", ""]]
    assert notes == {"no_result": {"cell": "A2", "count": "3"}}
    table, notes = read(parts_of(rows))
    assert table[1:] == [["0", "0"], ["", "2"], ["", ""]]
    assert notes == {"no_result": {"cell": "A4", "count": "2"}}


def test_what_merged_cells_cover_is_not_read(read):
    rows = "".join(
        f'<row r="{row}">{inline(f"A{row}", text)}{inline(f"B{row}", label)}</row>'
        for row, text, label in ((2, "寺", "x"), (3, "隠れた", "y"), (4, "茶", "z"))
    )
    both = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
    assert read(parts_of(HEAD + rows, after=both))[0][1:] == [["寺", "x"], ["茶", "z"]]
    one = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'
    table, notes = read(parts_of(HEAD + rows, after=one))
    assert table[1:] == [["寺", "x"], ["隠れた", "x"], ["茶", "z"]]
    assert notes == {"merged_cells": {"cell": "B3", "count": "1"}}


def test_days_from_1904_on(read):
    rows = f'{HEAD}<row r="2"><c r="A2" s="1"><v>43860</v></c></row>'
    styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>'
    for on, shown in (("1", "2024/1/31"), ("0", "2020/1/30")):
        table, _ = read(parts_of(rows, styles=styles, workbook=f'<workbookPr date1904="{on}"/>'))
        assert table[1] == [shown, ""]


def test_the_strict_dialect(read):
    strict = "http://purl.oclc.org/ooxml/"
    parts = parts_of(
        f'{HEAD}<row r="2">{inline("A2", "寺")}</row>',
        main=f"{strict}spreadsheetml/main",
        office=f"{strict}officeDocument/relationships",
    )
    assert read(parts)[0] == [["text", "b"], ["寺", ""]]


def test_prefixes_other_slashes_and_another_case(read):
    parts = parts_of(
        f'{HEAD}<row r="2"><c r="A2" t="s"><v>0</v></c></row>', texts="<si><t>寺</t></si>"
    )
    parts["xl/SharedStrings.xml"] = parts.pop("xl/sharedStrings.xml")
    sheet = parts.pop("xl/worksheets/sheet1.xml").replace("<", "<x:").replace("<x:/", "</x:")
    parts["xl\\worksheets\\sheet1.xml"] = sheet.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    assert read(parts)[0] == [["text", "b"], ["寺", ""]]


def test_a_wrong_size_and_rows_without_numbers(read):
    rows = (
        (HEAD + "<row>" + inline("A2", "寺") + "</row>")
        .replace(' r="1"', "")
        .replace(' r="A1"', "")
    )
    parts = parts_of(rows, before='<dimension ref="A1"/>')
    assert read(parts)[0] == [["text", "b"], ["寺", ""]]


def test_a_style_that_openpyxl_refuses(read):
    parts = parts_of(
        f'{HEAD}<row r="2">{inline("A2", "寺")}</row>', styles="<fills><fill><x/></fill></fills>"
    )
    parts["docProps/core.xml"] = "<broken"
    assert read(parts)[0] == [["text", "b"], ["寺", ""]]


def test_rows_of_nothing_but_colour_are_not_gone_through(read, monkeypatch):
    colour = "".join(
        f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in range(3, 500)
    )
    seen = []
    text = excel_cells._text
    monkeypatch.setattr(
        excel_cells, "_text", lambda cell, book: seen.append(cell) or text(cell, book)
    )
    table, _ = read(parts_of(f'{HEAD}<row r="2">{inline("A2", "寺")}</row>{colour}'))
    assert table == [["text", "b"], ["寺", ""]]
    assert len(seen) == 2 * 3


@pytest.mark.parametrize(
    "change",
    [
        {"xl/workbook.xml": "<workbook"},
        {"xl/workbook.xml": "<workbook><sheets><sheet name='a'/></sheets></workbook>"},
        {"_rels/.rels": "<Relationships/>"},
        {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"},
        {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c r='ZZZZ1'><v>1</v></c></row></sheetData></worksheet>"},
        {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c r='A1'><v>one</v></c></row></sheetData></worksheet>"},
        {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>9</v></c></row></sheetData></worksheet>"},
        {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='x'><c r='A1'><v>1</v></c></row></sheetData></worksheet>"},
    ],
)  # fmt: skip
def test_a_broken_file_is_one_sentence(tmp_path, change):
    path = write_package(tmp_path / "a.xlsx", parts_of(HEAD) | change)
    with pytest.raises(FileUnreadableError, match=r"a\.xlsx \(Excel\)"):
        open_table(path)
