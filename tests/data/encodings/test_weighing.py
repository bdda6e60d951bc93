"""The measured set: what becomes of files in every encoding, and in those of other languages."""

import re
from collections import Counter

import pytest

from core.data.encodings.encoding import detect_encoding, open_text
from core.errors import CoreError
from core.paths import ROOT
from tests.data.encodings.encoding_set import ENCODINGS, STRANGE_ENCODINGS, measured_set

COLUMNS = (
    "right, certain",
    "right, a guess",
    "another text, a guess",
    "another text, certain",
    "refused by its name",
    "refused otherwise",
)


@pytest.fixture(scope="module")
def confusion(tmp_path_factory):
    """How many files of each encoding came to what: a dict of counters."""
    path = tmp_path_factory.mktemp("encoding") / "a.csv"
    counts = {encoding: Counter() for encoding in (*ENCODINGS, *STRANGE_ENCODINGS)}
    for sample in measured_set():
        path.write_bytes(sample.content)
        counts[sample.encoding][_outcome(path, sample)] += 1
    return counts


def _outcome(path, sample):
    try:
        encoding = detect_encoding(path, name="a.csv")
    except CoreError as error:
        named = error.received.get("encoding") == sample.encoding
        return "refused by its name" if named else "refused otherwise"
    with open_text(path, encoding) as file:
        right = "right" if file.read() == sample.text else "another text"
    return f"{right}, {'a guess' if encoding.guessed else 'certain'}"


def test_the_set_is_large_and_always_the_same(confusion):
    assert sum(counts.total() for counts in confusion.values()) > 2_000
    assert min(counts.total() for counts in confusion.values()) >= 20
    first = [(sample.encoding, sample.content) for sample in measured_set()]
    assert first == [(sample.encoding, sample.content) for sample in measured_set()]


def test_no_file_is_read_wrong_without_a_word(confusion):
    assert not any(counts["another text, certain"] for counts in confusion.values())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_japanese_is_read_right(confusion, encoding):
    counts = confusion[encoding]
    right = counts["right, certain"] + counts["right, a guess"]
    floor = 0.99 if encoding in ("CP932", "EUC-JP") else 1.0
    assert right >= floor * counts.total()


@pytest.mark.parametrize("encoding", STRANGE_ENCODINGS)
def test_strangers_are_refused(confusion, encoding):
    counts = confusion[encoding]
    assert counts["refused by its name"] >= 0.95 * counts.total()
    assert not counts["right, certain"] + counts["right, a guess"]


def test_the_documents_show_this_table(confusion):
    rows = [f"| encoding of the files | files | {' | '.join(COLUMNS)} |"]
    rows += ["|---|" + "--:|" * (1 + len(COLUMNS))]
    rows += [
        f"| {encoding} | {counts.total()} | {' | '.join(str(counts[name]) for name in COLUMNS)} |"
        for encoding, counts in confusion.items()
    ]
    document = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- encodings: .*? -->\n(.*?)\n\n", document, re.DOTALL)
    assert shown
    assert shown[1].splitlines() == rows
