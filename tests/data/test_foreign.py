"""data/out_of_scope.csv: enough of every kind in both parts, none of it about a category."""

from collections import Counter

import pytest

from core.data.dataset import read_samples
from core.data.foreign import PARTS, ForeignText, read_foreign
from core.data.knb import LABEL_OF_TABLE
from core.errors import BrokenCaseError, ColumnMissingError
from core.paths import DATA

# Words of the four categories that a foreign text must not hold.
OWN_WORDS = [*LABEL_OF_TABLE.values(), "ケータイ", "スマホ", "料理", "ラーメン", "野球", "サッカー"]


@pytest.fixture(scope="module")
def texts():
    return read_foreign(DATA / "out_of_scope.csv")


def test_enough_distinct_texts_of_every_kind_in_both_parts(texts):
    assert len({text.text for text in texts}) == len(texts) >= 240
    counts = Counter((text.kind, text.part) for text in texts)
    kinds = {text.kind for text in texts}
    assert len(kinds) >= 10
    assert {"news", "politics", "code", "english", "random_kana", "blank"} <= kinds
    for kind in kinds:
        assert counts[kind, "validation"] == counts[kind, "test"] >= 4


def test_only_the_blank_ones_are_blank(texts):
    assert {text.kind for text in texts if not text.text.strip()} == {"blank"}
    assert [t.text for t in texts if t.kind == "blank" and t.text.strip()] == []


def test_none_is_an_example_of_a_category(texts, samples):
    own = {e.text.strip() for e in (*samples, *read_samples(DATA / "topics_today.csv"))}
    assert {text.text for text in texts} & own == set()
    assert [t.text for t in texts if any(word in t.text for word in OWN_WORDS)] == []


def test_a_row_is_read_as_it_stands(tmp_path):
    path = tmp_path / "foreign.csv"
    path.write_text('text,kind,part\n" ",blank,test\n"a, ""b""\n",code,validation\n', "utf-8")
    assert read_foreign(path) == (
        ForeignText(text=" ", kind="blank", part="test"),
        ForeignText(text='a, "b"\n', kind="code", part="validation"),
    )


@pytest.mark.parametrize(
    ("content", "error", "named"),
    [
        ("text,kind\na,b\n", ColumnMissingError, "part"),
        ("", ColumnMissingError, "text"),
        ("text,kind,part\na,news,train\n", BrokenCaseError, "train"),
        ("text,kind,part\na,,test\n", BrokenCaseError, "kind"),
        ("text,kind,part\na\n", BrokenCaseError, "part"),
    ],
)
def test_a_broken_file_is_told(tmp_path, content, error, named):
    path = tmp_path / "foreign.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(error, match=named):
        read_foreign(path)


def test_both_parts_are_used(texts):
    assert {text.part for text in texts} == set(PARTS)
