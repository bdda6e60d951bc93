"""A file that is not what its name says is called by what it is."""

import zipfile

import pytest

from core.data.tables.disguise import refuse_disguised
from core.data.tables.readers import open_table
from core.errors import (
    ExcelPasswordError,
    SpreadsheetSuffixError,
    TableDisguisedError,
    TableSuffixError,
)
from tests.data.excel.excel_files import inline, parts_of, write_package

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
# Over the end of what is read at once.
LOCKED = OLD + bytes((1 << 20) - 618) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
HTML = "<html><table><tr><td>寺</td></tr></table></html>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (OLD, "Excel 97-2003 .xls"),
        (HTML.encode(), "HTML"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "XML"),
        ("text,label\n寺,京都\n".encode(), "CSV"),
        ("text,label\n寺,京都\n".encode("cp932"), "CSV"),
        ("text,label\n寺,京都\n".encode("utf-16"), "CSV"),
        (b"%PDF-1.7", "PDF"),
        (b"PAR1", "Parquet"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_what_is_called_xlsx_and_is_none(tmp_path, content, kind):
    for suffix in (".xlsx", ".xlsm"):
        path = tmp_path / f"a{suffix}"
        path.write_bytes(content)
        with pytest.raises(TableDisguisedError) as caught:
            open_table(path)
        assert caught.value.sentence("ja") == (
            f"名前は {suffix} ですが、中身は {kind} です。"
            f"名前を直すか、.xlsx で保存し直してください: a{suffix}"
        )


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("xl/workbook.bin", "Excel .xlsb"),
        ("Index/Document.iwa", "Apple Numbers .numbers"),
        ("content.xml", "OpenDocument .ods"),
        ("word/document.xml", "Word .docx"),
    ],
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_archives_of_others(tmp_path, member, kind, name):
    path = write_package(tmp_path / name, {member: ""})
    with pytest.raises(TableDisguisedError, match=f"the content is {kind};"):
        open_table(path)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl"])
def test_an_excel_file_under_the_name_of_a_text(tmp_path, name):
    path = write_package(tmp_path / name, parts_of("<row>" + inline("A1", "text") + "</row>"))
    with pytest.raises(TableDisguisedError, match=r"but the content is Excel \.xlsx;"):
        open_table(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(TableDisguisedError, match="the content is ZIP;"):
        open_table(path)


def test_a_password(tmp_path):
    for name in ("a.xlsx", "a.csv"):
        (tmp_path / name).write_bytes(LOCKED)
        with pytest.raises(ExcelPasswordError) as caught:
            open_table(tmp_path / name)
        assert caught.value.sentence("ja") == (
            f"パスワードで守られたファイルです。パスワードを外して保存し直してください: {name}"
        )


@pytest.mark.parametrize("suffix", [".xls", ".XLS", ".xlsb", ".ods", ".numbers"])
def test_other_spreadsheets_are_refused_with_a_way_out(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(OLD)
    with pytest.raises(SpreadsheetSuffixError) as caught:
        open_table(path)
    assert caught.value.sentence("ja") == (
        f"{suffix.lower()} の表は読めません。Excel などで開き、.xlsx で保存し直してください: a{suffix}"
    )
    with pytest.raises(TableSuffixError):
        open_table(tmp_path / "a.docx")


@pytest.mark.parametrize(
    "content", [b"", b"text\n<html>\n", "PK,寺\n".encode(), b"\xff\xfea\x00", b"PKtext\n"]
)
def test_texts_are_left_to_their_readers(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    refuse_disguised(path, ".csv", name="a.csv")
