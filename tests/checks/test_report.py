"""The record of all findings: its figures are those of the parts, counted by hand."""

import pytest

from core.checks.metrics import measure_batch
from core.checks.models import compare_results
from tests.results import make_report, make_result

FOOD, PHONE, KYOTO, SPORTS = "グルメ", "携帯電話", "京都", "スポーツ"
# Rows 1, 3 and 4 are wrong, the surest being 4; 5 has a stranger's label, 6 none, 7 failed.
RESULT = make_result(
    (FOOD, 0.9), (FOOD, 0.6), (KYOTO, 0.8), (FOOD, 0.5), (KYOTO, 0.7), (FOOD, 0.9), (FOOD, 0.9), None,
    true_labels=(FOOD, KYOTO, KYOTO, KYOTO, PHONE, "天気", "", FOOD),
)  # fmt: skip


def articles(*pairs):
    return {"articles": {"sizes": [size for size, _ in pairs], "right": [r for _, r in pairs]}}


def test_figures_are_those_of_the_judged_rows():
    report = make_report(RESULT)
    assert report.metrics is measure_batch(RESULT)
    assert report.metrics.accuracy.value == 0.4
    assert report.labels.strangers == {"天気": 1}
    assert report.mistakes == (4, 1, 3)
    assert (report.provenance, report.other, report.duel) == ("unknown", None, None)
    assert report.slices[0].num_rows == 5


def test_calibration_is_measured_before_and_after():
    # Two of five right at a mean confidence of 0.7, every row in a bin of its own.
    gaps = (1 - 0.9, 0.6, 1 - 0.8, 0.5, 0.7)
    report = make_report(RESULT)
    assert report.raw.ece == pytest.approx(sum(gaps) / 5)
    assert report.calibrated == report.raw
    assert [one.count for one in report.raw.bins] == [1] * 5


def test_cases_of_other_labels_are_counted_and_left_out():
    report = make_report(RESULT)
    assert (len(report.behaviour), report.num_skipped_cases) == (1, 1)


def test_protocols_are_compared_where_both_store_their_articles():
    protocols = {
        "random": articles((10, 9), (10, 8)),
        "random_untagged": articles((10, 7), (10, 6)),
        "grouped": {"accuracy": 0.5},
    }
    report = make_report(RESULT, stored={"protocols": protocols})
    assert list(report.protocol_differences) == [("random", "random_untagged")]
    difference = report.protocol_differences["random", "random_untagged"]
    assert difference.value == pytest.approx(0.2)


def test_without_labels_nothing_is_judged():
    report = make_report(make_result((FOOD, 0.9), (KYOTO, 0.8)))
    assert (report.metrics, report.raw, report.calibrated, report.worst) == (None,) * 4
    assert (report.slices, report.mistakes) == ((), ())


def test_a_second_model_comes_with_how_it_stands_to_the_rows():
    duel = compare_results(RESULT, RESULT)
    report = make_report(RESULT, duel=duel)
    assert report.duel is duel
    assert (report.other.name, report.other_provenance) == ("other", "unknown")
