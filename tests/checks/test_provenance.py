"""Rows are known by the fingerprints of the split that a model was trained on."""

from dataclasses import replace

import pytest

from core.checks.provenance import count_tags, provenance, provenance_beside, split_protocol
from core.data.dataset import fingerprint
from core.types import Example
from tests.fakes import make_bundle, make_train_config
from tests.results import make_result

RESULT = make_result(
    ("京都", 0.9), ("京都", 0.9), texts=("寺", "蕎麦"), true_labels=("京都", "グルメ"), groups="ab"
)
KNOWN = fingerprint(
    [Example(text="寺", label="京都", group="a"), Example(text="蕎麦", label="グルメ", group="b")]
)


def bundle_of(part, *, train_on=("train",), select_on="validation"):
    fingerprints = dict.fromkeys(("train", "validation", "test"), "0" * 64) | {part: KNOWN}
    bundle = make_bundle()
    return replace(
        bundle,
        train=make_train_config(train_on=train_on, select_on=select_on),
        record={**bundle.record, "data": {"protocol": "grouped", "fingerprints": fingerprints}},
    )


@pytest.mark.parametrize(
    ("part", "how", "expected"),
    [
        ("test", {}, "untouched"),
        ("validation", {}, "selected"),
        ("train", {}, "learnt"),
        # The article's way: the epoch was chosen on the test part.
        ("test", {"train_on": ("train", "validation"), "select_on": "test"}, "selected"),
        ("validation", {"train_on": ("train", "validation"), "select_on": "test"}, "learnt"),
    ],
)
def test_the_rows_of_a_part_are_recognised(part, how, expected):
    assert provenance(bundle_of(part, **how), RESULT) == expected


def test_other_rows_and_a_model_without_record_say_nothing():
    other = make_result(("京都", 0.9), texts=("寺",), true_labels=("京都",), groups="a")
    assert provenance(bundle_of("test"), other) == "unknown"
    assert provenance(make_bundle(), RESULT) == "unknown"
    assert (split_protocol(bundle_of("test")), split_protocol(make_bundle())) == (
        "grouped",
        "unknown",
    )


def test_a_model_of_another_split_of_the_same_source_has_most_likely_learnt_the_rows():
    known, other = bundle_of("test"), make_bundle()
    assert provenance_beside(other, known, RESULT) == "overlapping"
    assert provenance_beside(known, other, RESULT) == "untouched"
    stranger = replace(other, record={**other.record, "data": {"source": "another corpus"}})
    assert provenance_beside(stranger, known, RESULT) == "unknown"


def test_topic_tags_are_counted():
    texts = ("［京都観光］寺", "寺［京都観光］", "［グルメ］")
    assert count_tags(make_result(*[("京都", 0.9)] * 3, texts=texts)) == 2
