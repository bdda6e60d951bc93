"""Labelled examples come back from the disk exactly as they were written."""

import csv
import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data.dataset import (
    Split,
    fingerprint,
    prepare_split,
    read_dataset,
    read_part,
    read_samples,
    read_split_record,
    without_topic_tags,
    write_dataset,
)
from core.errors import (
    ColumnMissingError,
    CoreError,
    FileMissingError,
    FileUnreadableError,
    RowMismatchError,
)
from core.types import Example

AWKWARD = (
    "NA",
    "nan",
    "null",
    "",
    " ",
    '"quoted, comma"',
    "  leading and trailing  ",
    "二行\nの文",
    "戻り\r改行",
    "改行\r\n",
    "タブ\tと'引用'",
    "007",
    "1e5",
    "\ufeff印",
    "#コメント",
    "㍿🤣",
)

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
SENTENCES = st.text(CHARACTERS) | st.text(' \t\r\n",#あ')


def _split(texts) -> Split:
    examples = [
        Example(text=text, label="京都", group=f"A{number}") for number, text in enumerate(texts)
    ]
    return Split(train=tuple(examples), validation=tuple(examples[:2]), test=())


@pytest.fixture
def folder(tmp_path):
    """A written dataset with 3 / 2 / 0 examples."""
    write_dataset(tmp_path, _split(["一", "二", "三"]), {"source": "test"})
    return tmp_path


def test_awkward_sentences_come_back(tmp_path):
    split = _split(AWKWARD)
    write_dataset(tmp_path, split, {})
    assert read_dataset(tmp_path) == split


@settings(max_examples=60)
@given(st.lists(SENTENCES, max_size=6))
def test_any_sentences_come_back(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("dataset")
    write_dataset(folder, _split(texts), {})
    assert read_dataset(folder) == _split(texts)


def test_the_files_are_the_articles_format(folder):
    assert (folder / "train" / "features.csv").read_bytes() == "feature\n一\n二\n三\n".encode()
    assert (folder / "validation" / "labels.csv").read_bytes() == (
        "label,group\n京都,A0\n京都,A1\n".encode()
    )
    assert (folder / "test" / "features.csv").read_bytes() == b"feature\n"
    assert json.loads((folder / "split.json").read_text(encoding="utf-8")) == {"source": "test"}
    assert read_split_record(folder) == {"source": "test"}
    assert len(list(folder.rglob("*.*"))) == 7


def test_a_folder_without_record_has_an_empty_one(tmp_path):
    assert read_split_record(tmp_path) == {}


def test_labels_without_groups_are_read(folder):
    (folder / "train" / "labels.csv").write_text("label\n京都\n京都\nグルメ\n", encoding="utf-8")
    assert read_part(folder, "train") == (
        Example(text="一", label="京都"),
        Example(text="二", label="京都"),
        Example(text="三", label="グルメ"),
    )


@pytest.mark.parametrize("name", ["features.csv", "labels.csv"])
def test_a_missing_file_is_named(folder, name):
    (folder / "train" / name).unlink()
    with pytest.raises(FileMissingError) as caught:
        read_dataset(folder)
    assert caught.value.received == {"path": folder / "train" / name}


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileMissingError) as caught:
        read_dataset(tmp_path / "absent")
    assert caught.value.received == {"path": tmp_path / "absent" / "train" / "features.csv"}


@pytest.mark.parametrize(("name", "column"), [("features.csv", "feature"), ("labels.csv", "label")])
def test_a_missing_column_is_named(folder, name, column):
    path = folder / "test" / name
    path.write_text("text,category\na,b\n", encoding="utf-8")
    with pytest.raises(ColumnMissingError) as caught:
        read_dataset(folder)
    assert caught.value.received == {"path": path, "column": column, "columns": "text, category"}


def test_differing_row_counts_are_named(folder):
    (folder / "validation" / "features.csv").write_text("feature\n一\n", encoding="utf-8")
    with pytest.raises(RowMismatchError) as caught:
        read_dataset(folder)
    assert caught.value.received == {"folder": folder / "validation", "features": 1, "labels": 2}


@pytest.mark.parametrize(
    "content",
    ["feature\n京都\n".encode("euc_jp"), b"", b'feature\n"open quote\n', b"feature\na\nb,c\n"],
    ids=["EUC-JP", "empty", "open quote", "too many columns"],
)
def test_what_is_no_utf8_csv_is_named(folder, content):
    path = folder / "train" / "features.csv"
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as caught:
        read_dataset(folder)
    assert caught.value.received == {"path": path, "reason": "UTF-8 CSV"}


def test_an_unquoted_comma_does_not_silently_cut_the_sentence(folder):
    path = folder / "train" / "features.csv"
    path.write_text("feature\n一,1\n二,2\n三,3\n", encoding="utf-8")
    with pytest.raises(FileUnreadableError) as caught:
        read_dataset(folder)
    assert caught.value.received["path"] == path


def test_read_samples_with_a_byte_order_mark_and_more_columns(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["year", "label", "feature"], ["2005", "グルメ", "NA, と\n文"]])
    assert read_samples(path) == (Example(text="NA, と\n文", label="グルメ"),)


def test_read_samples_names_the_file(tmp_path):
    with pytest.raises(CoreError) as caught:
        read_samples(tmp_path)
    assert caught.value.received == {"path": tmp_path}


def test_topic_tags_go_and_sentences_that_are_only_a_tag_too():
    examples = [
        Example(text="［グルメ］おかき屋さん", label="グルメ", group="a"),
        Example(text="［グルメ］", label="グルメ", group="b"),
        Example(text="［スポーツ］　", label="スポーツ", group="c"),
        Example(text="昨日の［グルメ］", label="グルメ", group="d"),
    ]
    cleaned = (
        Example(text="おかき屋さん", label="グルメ", group="a"),
        Example(text="昨日の［グルメ］", label="グルメ", group="d"),
    )
    assert without_topic_tags(examples) == cleaned
    split = Split(train=tuple(examples), validation=tuple(examples[1:]), test=tuple(examples[:1]))
    assert prepare_split(split, keep_tags=True) == split
    assert prepare_split(split, keep_tags=False) == Split(
        train=cleaned, validation=cleaned[1:], test=cleaned[:1]
    )


def test_fingerprints_differ_when_one_character_differs():
    example = Example(text="京都へ行く。", label="京都", group="A1")
    same = replace(example)
    variants = [
        [],
        [example],
        [example, example],
        [replace(example, text="京都へ行く．")],
        [replace(example, text="京都へ行く。", label="京 都")],
        [replace(example, group="A2")],
        [replace(example, text="京都へ行く。京", label="都")],
    ]
    assert fingerprint([same]) == fingerprint([example])
    assert len({fingerprint(variant) for variant in variants}) == len(variants)


def test_fingerprints_see_the_order():
    one, two = Example(text="一", label="京都"), Example(text="二", label="京都")
    assert fingerprint([one, two]) != fingerprint([two, one])


def test_a_known_fingerprint_does_not_change():
    # It stands in every config.json: changed, old models look trained on other data.
    expected = hashlib.sha256("京都へ\0京都\0A1\0".encode()).hexdigest()
    assert fingerprint([Example(text="京都へ", label="京都", group="A1")]) == expected
