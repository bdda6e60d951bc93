"""What a person calls an encoding, and a file that is opened so."""

import codecs

import pytest

from core.data.encodings.encoding import ENCODING_NAMES, Encoding, named_encoding, open_text
from core.data.encodings.seven_bit import _RELATIVES
from core.data.encodings.weighing import CANDIDATES
from core.errors import UnknownEncodingError

TABLE = "本文,分類\n京都の寺へ行った。,京都\n"


@pytest.fixture
def write(tmp_path):
    def write_file(content: bytes):
        path = tmp_path / "a.csv"
        path.write_bytes(content)
        return path

    return write_file


def _read(path, encoding):
    with open_text(path, encoding) as file:
        return file.read()


@pytest.mark.parametrize(
    ("word", "codec", "name"),
    [
        ("utf-8", "utf-8-sig", "UTF-8"),
        ("UTF8", "utf-8-sig", "UTF-8"),
        ("utf_8_sig", "utf-8-sig", "UTF-8"),
        (" cp932 ", "cp932", "CP932"),
        ("shift_jis", "cp932", "CP932"),
        ("Shift-JIS", "cp932", "CP932"),
        ("sjis", "cp932", "CP932"),
        ("ms932", "cp932", "CP932"),
        ("Windows-31J", "cp932", "CP932"),
        ("euc-jp", "euc_jis_2004", "EUC-JP"),
        ("eucjp", "euc_jis_2004", "EUC-JP"),
        ("iso-2022-jp", "iso2022_jp_ext", "ISO-2022-JP"),
        ("jis", "iso2022_jp_ext", "ISO-2022-JP"),
        ("utf-16", "utf-16", "UTF-16"),
        ("utf-16le", "utf-16-le", "UTF-16LE"),
        ("ｕｔｆ－８", "utf-8-sig", "UTF-8"),
        ("gb18030", "gb18030", "GB18030"),
        ("gbk", "gb18030", "GB18030"),
        ("big5", "cp950", "Big5"),
        ("euc-kr", "cp949", "EUC-KR"),
        ("latin-1", "cp1252", "CP1252"),
    ],
)
def test_a_person_may_write_it_as_usual(word, codec, name):
    assert named_encoding(word) == Encoding(codec=codec, name=name, guessed=False)


@pytest.mark.parametrize("word", ["", "utf-9", "rot13", "base64", "idna", "a\0b", "../x", "シフト"])
def test_an_unknown_name_is_told_with_the_choices(word):
    with pytest.raises(UnknownEncodingError, match=r"CP932, .*EUC-JP") as caught:
        named_encoding(word)
    assert caught.value.received["received"] == word


def test_every_choice_can_be_named_and_every_stranger_chosen():
    assert [named_encoding(name).name for name in ENCODING_NAMES] == list(ENCODING_NAMES)
    for candidate in CANDIDATES:
        assert named_encoding(candidate.name).codec == candidate.codec
    # Python has no codec for ISO-2022-CN.
    assert {*_RELATIVES.values(), "HZ", "UTF-7"} - set(ENCODING_NAMES) == {"ISO-2022-CN"}


@pytest.mark.parametrize("name", ENCODING_NAMES)
def test_what_is_named_is_read(write, name):
    encoding = named_encoding(name)
    text = (
        "text\ncafe\n" if name.startswith(("CP12", "CP87", "ISO-2022-KR", "HZ")) else "text\n京都\n"
    )
    assert _read(write(text.encode(encoding.codec)), encoding) == text


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_by_name_follows_its_mark(write, mark):
    codec = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    path = write(mark * 2 + TABLE.encode(codec))
    assert _read(path, named_encoding("utf-16")) == TABLE


def test_line_ends_stay_and_wrong_bytes_are_not_passed_over(write):
    path = write("a\r\nb\rc\n".encode("cp932"))
    assert _read(path, named_encoding("cp932")) == "a\r\nb\rc\n"
    with pytest.raises(UnicodeDecodeError):
        _read(write("京都".encode("cp932")), named_encoding("utf-8"))
