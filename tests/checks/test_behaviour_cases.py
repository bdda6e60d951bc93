"""The behaviour cases that come with the project: enough of every kind, and each what it says."""

import csv
import re
import unicodedata
from collections import Counter

import pytest

from core.checks.behaviour import read_cases
from core.data.dataset import read_samples
from core.paths import DATA
from tests.conftest import SAMPLES
from tests.fakes import LABELS

FOLDER = DATA / "behaviour"


@pytest.fixture(scope="module")
def cases():
    return read_cases(FOLDER)


@pytest.fixture(scope="module")
def of(cases):
    return lambda capability: [case for case in cases if case.capability == capability]


def test_there_are_enough_cases_of_every_kind(cases):
    counts = Counter(case.kind for case in cases)
    assert counts.total() >= 200
    assert min(counts[kind] for kind in ("minimum", "invariance", "direction")) >= 50


def test_every_label_is_asked_for_equally_often(cases):
    counts = Counter((case.capability, case.label) for case in cases if case.label)
    for capability in {name for name, _ in counts}:
        of_one = [counts.pop((capability, label)) for label in LABELS]
        assert len(set(of_one)) == 1
    assert not counts


def test_no_case_twice_and_none_from_another_file(cases):
    asked = Counter((case.text, case.variant, case.label) for case in cases)
    assert [case for case, count in asked.items() if count > 1] == []
    others = {e.text.strip() for e in read_samples(SAMPLES)}
    others |= {e.text.strip() for e in read_samples(DATA / "topics_today.csv")}
    assert {text for case in cases for text in (case.text, case.variant)} & others == set()


def test_no_case_is_a_sentence_of_the_corpus(cases):
    with_corpus = set()
    for path in (DATA / "knb").glob("*/features.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            with_corpus |= {row["feature"].strip() for row in csv.DictReader(file)}
    if not with_corpus:
        pytest.skip("data/knb is not there (python -m core corpus)")
    assert {text for case in cases for text in (case.text, case.variant)} & with_corpus == set()


def test_ids_are_the_file_and_a_number(cases):
    assert [
        case.name for case in cases if not re.fullmatch(rf"{case.capability}-\d\d", case.name)
    ] == []


def test_width_changes_nothing_but_the_width(of):
    for case in of("width"):
        assert case.text != case.variant
        assert len({unicodedata.normalize("NFKC", t) for t in (case.text, case.variant)}) == 1


def test_line_breaks_are_all_that_is_added(of):
    for case in of("line_break"):
        assert "\n" in case.variant
        assert case.variant.replace("\n", "") == case.text


def test_punctuation_and_emoji_leave_the_words_alone(of):
    def words(text):
        return "".join(c for c in text if unicodedata.category(c)[0] in "LN")

    for case in of("punctuation"):
        assert words(case.text) == words(case.variant)
    for case in of("emoji"):
        assert case.variant.startswith(case.text.removesuffix("。"))


def test_greetings_come_before_or_after_the_text(of):
    assert all(case.text in case.variant for case in of("greeting"))


def test_politeness_goes(of):
    polite = re.compile("です|ます|まし|ませ|おり|ください|でしょう")
    for case in of("politeness"):
        assert polite.search(case.text)
        assert not polite.search(case.variant)


def test_typing_errors_are_small_and_names_keep_the_rest(of):
    for case in (*of("typos"), *of("names")):
        kept = _common(case.text, case.variant)
        assert kept >= 0.6 * len(case.text)


def _common(one, other):
    """Return how many characters two texts share at the beginning and at the end."""
    pairs = (list(zip(one, other)), list(zip(one[::-1], other[::-1])))
    return sum(next((n for n, (a, b) in enumerate(p) if a != b), len(p)) for p in pairs)


def test_keywords_are_short(of):
    assert max(len(case.text) for case in of("keywords")) <= 12


def test_the_readme_tells_how_many_cases_there_are(cases):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"All {len(cases)} cases" in readme
    for capability, count in Counter(case.capability for case in cases).items():
        assert f"{capability} ({count})" in readme
