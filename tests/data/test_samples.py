"""data/samples.csv: enough of every label, register and year to look at, nothing twice."""

import csv
from collections import Counter

import pytest

from core.data.knb import LABEL_OF_TABLE
from tests.conftest import SAMPLES

LABELS = sorted(LABEL_OF_TABLE.values())


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with SAMPLES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_columns(rows):
    assert list(rows[0]) == ["feature", "label", "register", "year"]
    assert all(None not in row and None not in row.values() for row in rows)


def test_at_least_forty_of_every_label(rows):
    counts = Counter(row["label"] for row in rows)
    assert sorted(counts) == LABELS
    assert min(counts.values()) >= 40


def test_every_label_has_every_register_in_both_years(rows):
    seen = {(row["label"], row["register"], row["year"]) for row in rows}
    assert seen == {
        (label, register, year)
        for label in LABELS
        for register in ("blog", "news", "chat")
        for year in ("2005", "2025")
    }


def test_no_sentence_twice(rows):
    texts = [row["feature"].strip() for row in rows]
    assert [text for text, count in Counter(texts).items() if count > 1] == []
    assert all(texts)


def test_no_sentence_tells_its_label_by_a_tag(rows):
    assert [row["feature"] for row in rows if row["feature"].startswith(("［", "["))] == []


def test_read_samples_gives_the_same(rows, samples):
    assert [(e.text, e.label) for e in samples] == [(r["feature"], r["label"]) for r in rows]
