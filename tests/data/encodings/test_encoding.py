"""The encoding is told from the bytes, whatever is in the file."""

import codecs

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.data.encodings.encoding import (
    Encoding,
    detect_encoding,
    open_text,
)
from core.data.encodings.first_bytes import _BLOCK
from core.data.table import read_table
from core.errors import (
    TableControlBytesError,
    TableDamagedError,
    TableDecodingError,
    TableEncodingError,
    TableForeignEncodingError,
    TableNotTextError,
)
from tests.strategies import ANY_TEXT

TEXT = "今日はゼミの打ち上げで、駅裏の焼き鳥屋「とり政」に行ってきました。①"
TABLE = "本文,分類\n京都の寺へ行った。,京都\n"


@pytest.fixture
def write(tmp_path):
    def write_file(content: bytes, name: str = "a.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write_file


@pytest.fixture
def detect(write):
    return lambda content: detect_encoding(write(content), name="a.csv")


def _read(path, encoding):
    with open_text(path, encoding) as file:
        return file.read()


@pytest.mark.parametrize(
    ("content", "codec"),
    [
        (b"", "utf-8-sig"),
        (b"plain", "utf-8-sig"),
        (TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("cp932"), "cp932"),
        (TEXT.encode("euc_jis_2004"), "euc_jis_2004"),
        ("京都".encode("euc_jp"), "euc_jis_2004"),  # CP932 reads it as ｵ椏ﾔ
        ("ｷｮｳﾄと京都".encode("cp932"), "cp932"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        ("ｱｲｳ".encode("cp932"), "cp932"),
        ("text\n10〜12月は−5度の京都\n".encode("euc_jp"), "euc_jis_2004"),
        ("text\n10～12月は－5度の京都\n".encode("cp932"), "cp932"),
        ("森鷗外".encode("euc_jp"), "euc_jis_2004"),  # JIS X 0212
        ("佐藤健一\n鈴木花子\n".encode("cp932"), "cp932"),
        ("佐藤健一\n鈴木花子\n".encode("euc_jp"), "euc_jis_2004"),
        ("合計 12,800円\n".encode("cp932"), "cp932"),
        ("合計 12,800円\n".encode("euc_jp"), "euc_jis_2004"),
        ("ｺｰﾋｰ\nｵﾚﾝｼﾞｼﾞｭｰｽ\nｱｲｽｸﾘｰﾑ\n".encode("cp932"), "cp932"),
        ("ｺｰﾋｰ\nｵﾚﾝｼﾞｼﾞｭｰｽ\nｱｲｽｸﾘｰﾑ\n".encode("euc_jp"), "euc_jis_2004"),
        ("アイスクリーム\n".encode("euc_jp"), "euc_jis_2004"),
        ("αとβとΩ\n".encode("euc_jp"), "euc_jis_2004"),
    ],
)
def test_what_is_in_a_file(detect, content, codec):
    assert detect(content).codec == codec


@pytest.mark.parametrize(
    "content",
    [b"caf\xe9, r\xe9sum\xe9.", b"\x89PNG\r\n\x1a\n\x00\x00\x00\xff", b"\xb1\xff\xff", b"\0" * 9],
)
def test_what_is_no_japanese_text(detect, content):
    with pytest.raises(TableEncodingError):
        detect(content)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jis_2004"])
@pytest.mark.parametrize("shift", [0, 1, 2])
def test_a_character_across_the_end_of_the_block_is_whole(detect, encoding, shift):
    content = b"x" * shift + ("あ" * _BLOCK).encode(encoding)
    assert detect(content).codec == {"utf-8": "utf-8-sig"}.get(encoding, encoding)


@pytest.mark.parametrize("size", [_BLOCK - 1, _BLOCK, 2 * _BLOCK + 1, 50 * _BLOCK + 3])
def test_what_stands_behind_many_plain_characters_counts(detect, size):
    assert detect(b"a" * size + TEXT.encode("euc_jp", "ignore")).codec == "euc_jis_2004"
    assert detect(b"a" * size + TEXT.encode("cp932")).codec == "cp932"
    assert detect(b"a" * size + "京都".encode("iso2022_jp")).name == "ISO-2022-JP"
    for end in (b"\0", b"a\0"):
        with pytest.raises(TableControlBytesError):
            detect(b"a" * size + end)


@pytest.mark.parametrize("content", [TEXT.encode()[:-1], b"\xff" + TEXT.encode()])
def test_damaged_utf_8_is_not_read_as_something_else(detect, content):
    with pytest.raises(TableDamagedError, match=r"seems to be UTF-8, but .*: a\.csv"):
        detect(content)


HIRAGANA = st.characters(min_codepoint=0x3041, max_codepoint=0x3093)
KATAKANA = st.characters(min_codepoint=0x30A1, max_codepoint=0x30F6)
KANJI = st.sampled_from("京都寺食携帯電話野球選手今日行来見新店味")


@settings(max_examples=60)
@given(
    text=st.text(st.one_of(HIRAGANA, KATAKANA, KANJI, st.sampled_from("、。ー1a,\n")), min_size=4),
    encoding=st.sampled_from(["cp932", "euc_jis_2004"]),
)
def test_kana_and_kanji_are_always_recognised(tmp_path_factory, text, encoding):
    path = tmp_path_factory.mktemp("encoding") / "a.txt"
    path.write_bytes(f"{text}です".encode(encoding))
    assert detect_encoding(path, name="a.txt").codec == encoding


# ---- what is certain


@settings(max_examples=60)
@given(
    text=ANY_TEXT.filter(lambda text: not text.startswith("\ufeff")),
    codec=st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]),
    marks=st.integers(1, 3),
)
def test_any_text_behind_any_marks_comes_back(tmp_path_factory, text, codec, marks):
    path = tmp_path_factory.mktemp("encoding") / "a.txt"
    path.write_bytes(("\ufeff" * marks + text).encode(codec))
    # U+FEFF in UTF-16LE and a NUL behind it are the mark of UTF-32.
    assume(codec != "utf-16-le" or not text.startswith("\0"))
    encoding = detect_encoding(path, name="a.txt")
    assert not encoding.guessed
    assert _read(path, encoding) == text


@settings(max_examples=60)
@given(
    rows=st.lists(st.text(st.one_of(HIRAGANA, KATAKANA, KANJI), min_size=1), min_size=1),
    codec=st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]),
)
def test_a_table_in_any_width_comes_back(tmp_path_factory, rows, codec):
    path = tmp_path_factory.mktemp("encoding") / "a.csv"
    text = "text\n" + "\n".join(rows) + "\n"
    path.write_bytes(text.encode(codec))
    assert _read(path, detect_encoding(path, name="a.csv")) == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("marks", [1, 2, 3])
def test_a_mark_decides_and_is_never_in_the_text(write, codec, marks):
    path = write(("\ufeff" * marks + TABLE).encode(codec))
    encoding = detect_encoding(path, name="a.csv")
    assert not encoding.guessed
    assert _read(path, encoding) == TABLE
    assert list(read_table(path).frame.columns) == ["本文", "分類"]


def test_a_mark_decides_against_what_follows(write):
    path = write(codecs.BOM_UTF8 + TABLE.encode("cp932"))
    with pytest.raises(TableDecodingError, match=r"read as UTF-8: a\.csv"):
        read_table(path)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (TABLE, "iso2022_jp"),
        ("text\nｶﾀｶﾅと京都\n", "iso2022_jp_ext"),
        ("text\n森鷗外\n", "iso2022_jp_1"),
        ("text\n东京の寺\n", "iso2022_jp_2"),
        ("text\n俱楽部と①\n", "iso2022_jp_2004"),
        ("text\n倶楽部と①\n", "iso2022_jp_3"),
    ],
)
def test_iso_2022_jp_is_read_by_the_codec_that_knows_its_sets(write, text, codec):
    path = write(text.encode(codec))
    encoding = detect_encoding(path, name="a.csv")
    assert encoding.name == "ISO-2022-JP"
    assert _read(path, encoding) == text


def test_iso_2022_jp_of_two_worlds_and_a_character_of_none(write):
    both = "ｶﾅ".encode("iso2022_jp_ext") + "①".encode("iso2022_jp_2004")
    with pytest.raises(TableDamagedError, match="ISO-2022-JP"):
        detect_encoding(write(both), name="a.csv")
    # ① where Windows' programs put it, which no codec of Python's knows
    with pytest.raises(TableDecodingError, match=r"ISO-2022-JP: a\.csv \(after line 1\)"):
        read_table(write(b"text\n\x1b$B-!\x1b(B\n"))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [TABLE, "text,label\na,b\n", "a\nｶﾅ\n", "text\n😀𠮷\n"])
def test_wide_characters_without_a_mark(write, codec, text):
    path = write(text.encode(codec))
    encoding = detect_encoding(path, name="a.csv")
    assert (encoding.codec, encoding.guessed) == (codec, True)
    assert _read(path, encoding) == text


@pytest.mark.parametrize(
    "text",
    ["text\n京\n", "é", "café,thé\n", "привет", "Γειά σου", "שלום", "25°C\n", "5µm\n", "naïve"],
)
def test_utf_8_is_utf_8_in_every_language(detect, text):
    assert detect(text.encode()).name == "UTF-8"


def test_a_few_bytes_that_are_two_things_are_a_guess(detect):
    # One kanji in EUC-JP is ¾ in UTF-8.
    assert detect("他".encode("euc_jp")) == detect("¾".encode())
    assert detect("¾".encode()) == Encoding(codec="utf-8-sig", name="UTF-8", guessed=True)
    assert not detect("¾…".encode()).guessed


# ---- what is refused


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("我喜欢吃乌冬面,美食\n", "gb18030", "GB18030"),
        ("\ufeff我喜欢吃乌冬面,美食\n", "gb18030", "GB18030"),
        ("我喜歡吃烏龍麵,美食\n", "cp950", "Big5"),
        ("저는 우동을 좋아합니다\n", "cp949", "EUC-KR"),
        ("Je préfère le café\n", "cp1252", "CP1252"),
        ("погода была хорошая\n", "cp1251", "CP1251"),
        ("อาหารอร่อยมาก\n", "cp874", "CP874"),
        ("我喜欢吃乌冬面\n", "hz", "HZ"),
        ("저는 우동을 좋아합니다\n", "iso2022_kr", "ISO-2022-KR"),
        ("京都の寺\n", "utf-7", "UTF-7"),
    ],
)
def test_strangers_are_called_by_their_names(detect, text, codec, name):
    with pytest.raises(TableForeignEncodingError, match=rf"seems to be {name}, .*: a\.csv"):
        detect(f"text,label\n{text}".encode(codec))


@pytest.mark.parametrize(
    ("content", "byte"),
    [
        (b"text\n\0\n", "NUL"),
        ("text\n京都\0の寺\n".encode(), "NUL"),
        ("text\n京都\0の寺\n".encode("cp932"), "NUL"),
        (b"text\n\x1b[31mred\x1b[0m\n", "ESC"),
        ("text\n京都\x1b[31mの寺\n".encode(), "ESC"),
        ('text\n"京都"\n\0\n'.encode(), "NUL"),
        (TABLE.encode("utf-16-le")[:-1], "NUL"),  # half a character
        (TABLE.encode() + "京".encode() * _BLOCK + b"\0", "NUL"),
        (b'text\n5" TV\n\0\n', "NUL"),  # no pair of quotation marks
    ],
)
def test_bytes_that_are_no_characters(detect, content, byte):
    with pytest.raises(TableControlBytesError, match=rf"\({byte}\).*: a\.csv"):
        detect(content)


def test_a_control_character_that_was_written_into_a_cell_stays(write):
    text = 'text\n"a\0b"\n"\x1b"\n'
    path = write(text.encode())
    assert _read(path, detect_encoding(path, name="a.csv")) == text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "xls"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PAR1\x15\x04", "Parquet"),
    ],
)
def test_a_file_of_another_kind_is_called_so(detect, content, kind):
    with pytest.raises(TableNotTextError, match=rf"{kind}.*: a\.csv"):
        detect(content)


@pytest.mark.parametrize(
    "content",
    [b"PAR1,PK\n1,2\n", b"tel\n+81312345678\n+81-90-1234-5678\n", b"sum\n+123+foo\n", b"~{\n~}\n"],
)
def test_plain_text_that_looks_like_something_else(detect, content):
    assert detect(content) == Encoding(codec="utf-8-sig", name="UTF-8", guessed=False)


def test_noise_is_called_nothing(detect):
    with pytest.raises(TableEncodingError) as caught:
        detect(b"s\xa9\xbe\xf4\x99\xbb\xf4\xdc{\xd2\xa4\xf2\xc8\xaf[\xd9\x9f&z\x0e\xd3\x19r\x17")
    assert type(caught.value) is TableEncodingError


@pytest.mark.parametrize("byte", [b"\x80", b"\xa0", b"\xfd", b"\xff"])
def test_bytes_that_only_python_knows_in_cp932_are_damage(detect, byte):
    with pytest.raises(TableDamagedError, match="CP932"):
        detect(TABLE.encode("cp932") + byte + b"\n")


@pytest.mark.parametrize("text", ["\x81", "¾", "лл", "Â\x81", "\x85", "·"])
def test_valid_utf_8_is_never_taken_for_something_else(write, text):
    path = write(f'"a"\n"{text}"\n'.encode())
    assert _read(path, detect_encoding(path, name="a.csv")) == f'"a"\n"{text}"\n'


@pytest.mark.parametrize("codec", ["cp932", "euc_jis_2004"])
def test_damaged_japanese_is_called_so(detect, codec):
    with pytest.raises(TableDamagedError):
        detect((TABLE * 20).encode(codec) + b"\x80\xff"[codec == "cp932" :] + b"\xfa\n")
