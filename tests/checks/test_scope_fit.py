"""Which candidate is chosen, where its threshold lies, and what is measured: planted numbers."""

import json
import math

import numpy as np
import pytest

from core.checks.scope_fit import (
    ScopeTexts,
    auroc,
    choose_threshold,
    detected_at,
    fit_candidates,
    fit_pieces,
    roc_points,
    scope_record,
)
from core.stats.intervals import Z_ONE_SIDED, wilson_interval

# PAD, UNK, an everyday piece, one of the corpus, one that the corpus never has.
LOG_PROBABILITIES = np.log([1.0, 1.0, 0.5, 0.25, 0.25])


def test_a_piece_says_how_much_rarer_it_is_than_elsewhere():
    rows = (np.array([2] * 50), np.array([3] * 50 + [1] * 7))
    scores = fit_pieces(rows, LOG_PROBABILITIES)
    # 100 known pieces, and 300 more that follow the tokenizer's texts.
    expected = [math.log(400 / (times + 300)) for times in (0, 0, 50 / 0.5, 50 / 0.25, 0)]
    assert scores == pytest.approx(expected, abs=5e-4)
    assert scores[3] < scores[2] < scores[4] == scores[1] == scores[0]


@pytest.mark.parametrize(("total", "flagged"), [(20, 0), (100, 5), (308, 22), (10_000, 950)])
def test_the_threshold_leaves_room_for_chance(total, flagged):
    scores = np.random.default_rng(0).permutation(total).astype(float)
    threshold = choose_threshold(scores)
    assert (scores > threshold).sum() == flagged
    if flagged:
        assert wilson_interval(flagged, total, z=Z_ONE_SIDED)[1] <= 0.10
    assert wilson_interval(flagged + 1, total, z=Z_ONE_SIDED)[1] > 0.10


def test_auroc_counts_pairs_and_ties_half():
    known, foreign = np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0])
    assert auroc(known, foreign) == pytest.approx((1.5 + 3) / 6)
    assert auroc(foreign, known) == pytest.approx(1 - 4.5 / 6)


def test_the_share_found_at_a_rate_of_false_alarms():
    known, foreign = np.arange(10.0), np.array([0.0, 8.5, 9.5, 8.0])
    assert detected_at(known, foreign, 0.1) == 0.5  # above 8
    assert detected_at(known, foreign, 0.0) == 0.25  # above 9


def test_the_curve_goes_from_none_to_all():
    assert roc_points(np.array([0.0, 2.0]), np.array([1.0, 3.0])) == [
        [0.0, 0.0],
        [0.0, 0.5],
        [0.5, 0.5],
        [0.5, 1.0],
        [1.0, 1.0],
    ]
    rng = np.random.default_rng(0)
    points = np.array(roc_points(rng.normal(0, 1, 900), rng.normal(1, 1, 700)))
    assert 30 < len(points) <= 60
    assert (np.diff(points, axis=0) >= 0).all()
    assert points[-1].tolist() == [1.0, 1.0]
    area = np.trapezoid(points[:, 1], points[:, 0])
    assert area == pytest.approx(0.76, abs=0.03)  # Φ(1 / √2)


def texts(pieces, margins, groups=None):
    """Texts of four equal pieces each, and logits that lie so far apart."""
    return ScopeTexts(
        rows=tuple(np.full(4, piece) for piece in pieces),
        logits=np.array([[margin, 0.0] for margin in margins]),
        groups=tuple(groups or [""] * len(margins)),
    )


@pytest.fixture
def planted():
    """Foreign texts hold a piece that the corpus has not; the network is as sure of them."""
    known = texts([3] * 95 + [2] * 5, np.linspace(1, 4, 100), ["a", "b", "c", "d"] * 25)
    foreign = texts([4] * 20, np.linspace(1, 4, 20))
    return texts([3] * 50 + [2] * 2, np.ones(52)), known, foreign


def record_of(planted, *, learnt):
    train, known, foreign = planted
    models = fit_candidates(train, known, LOG_PROBABILITIES, learnt=learnt)
    parts = ("validation", "test")
    return models, scope_record(
        models,
        known=dict.fromkeys(parts, known),
        wrong={"validation": known.at(np.arange(100) < 10), "test": known.at(np.zeros(100, bool))},
        foreign=dict.fromkeys(parts, foreign),
        kinds=["news"] * 5 + ["code"] * 15,
        refused=3,
        learnt=learnt,
        protocol="grouped",
    )


def test_the_best_candidate_is_chosen_and_measured(planted):
    models, (best, record) = record_of(planted, learnt=False)
    # No text holds an unknown piece: that feature tells nothing and is left out.
    assert set(models) == {
        *("confidence", "entropy", "energy"),
        *("pieces", "pieces+confidence", "pieces+energy"),
    }
    assert best.name == record["method"] == "pieces"
    assert record["candidates"]["pieces"] == {"auroc": 1.0, "detected": 1.0}
    assert record["candidates"]["confidence"]["auroc"] == pytest.approx(0.5, abs=0.02)
    test = record["test"]
    assert (test["detected"]["flagged"], test["detected"]["total"]) == (20, 20)
    assert test["detected"]["low"] == pytest.approx(0.025 ** (1 / 20))
    assert test["false_alarms"]["share"] == 0.05  # the five of the everyday piece
    assert test["wrong"] is None
    assert record["validation"]["wrong"]["total"] == 10
    assert test["baseline"]["detected"]["share"] < 0.2
    assert record["kinds"] == {
        "news": {"flagged": 5, "total": 5},
        "code": {"flagged": 15, "total": 15},
    }
    assert record["refused"] == 3
    assert json.loads(json.dumps(record, allow_nan=False)) == record


def test_a_network_is_not_asked_about_sentences_it_has_learnt(planted):
    models, (best, record) = record_of(planted, learnt=True)
    assert set(models) == {"confidence", "pieces"}  # the first is what it is compared with
    assert (best.name, record["learnt"]) == ("pieces", True)
