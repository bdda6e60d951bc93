"""data/topics_today.csv: enough of every label, nothing twice, nothing the examples hold."""

import csv
from collections import Counter

import pytest

from core.data.dataset import read_samples
from core.data.knb import LABEL_OF_TABLE
from core.paths import DATA

TOPICS = DATA / "topics_today.csv"
LABELS = sorted(LABEL_OF_TABLE.values())


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with TOPICS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_columns(rows):
    assert list(rows[0]) == ["feature", "label"]
    assert all(None not in row and None not in row.values() for row in rows)


def test_at_least_fifty_of_every_label_and_two_hundred_in_all(rows):
    counts = Counter(row["label"] for row in rows)
    assert sorted(counts) == LABELS
    assert min(counts.values()) >= 50
    assert counts.total() >= 200


def test_no_sentence_twice(rows):
    counts = Counter(row["feature"] for row in rows)
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_sentence_is_blank_or_padded(rows):
    texts = [row["feature"] for row in rows]
    assert [text for text in texts if text != text.strip() or "\n" in text or not text] == []


def test_no_sentence_is_one_of_the_samples(rows, samples):
    assert {row["feature"] for row in rows} & {sample.text.strip() for sample in samples} == set()


def test_no_sentence_tells_its_label_by_a_tag(rows):
    assert [row["feature"] for row in rows if row["feature"].startswith(("［", "["))] == []


def test_read_samples_gives_the_same(rows):
    read = [(example.text, example.label) for example in read_samples(TOPICS)]
    assert read == [(row["feature"], row["label"]) for row in rows]
