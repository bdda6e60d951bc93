"""The encoding is told from the bytes, whatever is in the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data.tables.encoding import _BLOCK, detect_encoding

TEXT = "今日はゼミの打ち上げで、駅裏の焼き鳥屋「とり政」に行ってきました。①"


@pytest.fixture
def detect(tmp_path):
    path = tmp_path / "a.txt"

    def write(content: bytes) -> str | None:
        path.write_bytes(content)
        return detect_encoding(path)

    return write


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"", "utf-8-sig"),
        (b"plain", "utf-8-sig"),
        (TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("cp932"), "cp932"),
        (TEXT.encode("euc_jis_2004"), "euc_jis_2004"),
        ("京都".encode("euc_jp"), "euc_jis_2004"),  # CP932 reads it as ｵ椏ﾔ
        ("ｷｮｳﾄと京都".encode("cp932"), "cp932"),
        (TEXT.encode("utf-16"), None),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\xff", None),
        (b"caf\xe9, r\xe9sum\xe9.", None),
        ("ｱｲｳ".encode("cp932"), "cp932"),
        (b"\xb1\xff\xff", None),  # CP932 reads two private characters: no Japanese text
    ],
)
def test_what_is_in_a_file(detect, content, encoding):
    assert detect(content) == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jis_2004"])
@pytest.mark.parametrize("shift", [0, 1, 2])
def test_a_character_across_the_end_of_the_block_is_whole(detect, encoding, shift):
    content = b"x" * shift + ("あ" * _BLOCK).encode(encoding)
    assert detect(content) == {"utf-8": "utf-8-sig"}.get(encoding, encoding)


@pytest.mark.parametrize("size", [_BLOCK - 1, _BLOCK, 2 * _BLOCK + 1])
def test_what_stands_behind_a_many_plain_characters_counts(detect, size):
    assert detect(b"a" * size + TEXT.encode("euc_jp", "ignore")) == "euc_jis_2004"
    assert detect(b"a" * size + TEXT.encode("cp932")) == "cp932"


@pytest.mark.parametrize("content", [TEXT.encode()[:-1], b"\xff" + TEXT.encode()])
def test_damaged_utf_8_is_not_read_as_something_else(detect, content):
    assert detect(content) is None


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
    assert detect_encoding(path) == encoding
