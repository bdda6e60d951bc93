"""Several methods on one text, judged and compared."""

import numpy as np
import pytest

from core.explain.explanation import analyze_encoded, explain_encoded, seen_groups
from core.explain.faithfulness import judge, random_band
from core.explain.methods.registry import METHODS
from core.text.align import seen_token_ids, token_scores
from core.text.encode import encode
from core.text.units import Unit
from core.types import Prediction
from tests.fakes import LABELS, AdditiveEngine, make_classifier, make_tokenized
from tests.small_network import build_classifier, random_texts, small_config

KEYWORD = make_tokenized(*(f"語{number}" for number in range(60)))  # ids 2 to 61


def predict(tokenized, classifier, *, window):
    ids = np.array([token.id for token in tokenized.tokens[:window]], np.int32)
    (probabilities,) = classifier.probabilities([ids])
    return Prediction(
        tokenized=tokenized,
        labels=LABELS,
        probabilities=probabilities,
        raw_probabilities=probabilities.copy(),
        num_truncated=max(len(tokenized.tokens) - window, 0),
    )


def explain(
    tokenized, classifier, *, window=64, methods=tuple(METHODS), target="京都", unit="piece"
):
    return explain_encoded(
        classifier,
        encode([tokenized], sequence_length=window),
        predict(tokenized, classifier, window=window),
        methods=methods,
        target=target,
        unit=unit,
    )


def test_a_planted_keyword_ranks_first_and_is_good():
    # Among words that each add a little: else every random order that starts with it is as good.
    contributions = {number: (0.0, 0.0, 0.004 * number, 0.0) for number in range(2, 62)}
    pull = {number: 1.0 + 0.02 * number for number in range(2, 62)}
    classifier = make_classifier(
        AdditiveEngine({**contributions, 6: (0.0, 0.0, 4.0, 0.0)}, pull={**pull, 6: 9.0})
    )
    result = explain(KEYWORD, classifier, methods=("attention", "leave_one_out", "shapley", "lime"))
    for method in result.results.values():
        assert int(method.unit_scores.argmax()) == 4
        assert method.analysis.ranking.rank[4] == 1.0
        assert method.faithfulness.verdict == "good"
    assert result.agreement.methods == ("attention", "leave_one_out", "shapley", "lime")


def test_constant_scores_cannot_be_told_from_chance():
    classifier = make_classifier(AdditiveEngine({6: (0.0, 0.0, 4.0, 0.0)}))
    result = explain(KEYWORD, classifier, methods=("attention",))
    assert np.ptp(result.results["attention"].unit_scores) < 1e-12
    assert result.results["attention"].faithfulness.verdict == "chance"


@pytest.mark.parametrize("masked", [True, False])
def test_every_method_says_the_same_alone_and_together(masked):
    config = small_config(masked=masked)
    classifier = build_classifier(config)
    (tokenized,) = random_texts(config, 11)
    encoded = encode([tokenized], sequence_length=24)
    together = explain(tokenized, classifier, window=24)
    band = random_band(classifier, seen_token_ids(encoded), 2)
    for name, result in together.results.items():
        alone = token_scores(METHODS[name].score(classifier, encoded, 2), encoded)
        assert np.array_equal(result.analysis.attribution.token_scores, alone)
        assert np.array_equal(result.unit_scores, alone)
        assert result.analysis.attribution.target == "京都"
        assert result.seconds > 0.0
        judged = judge(classifier, seen_token_ids(encoded), alone, 2, band=band)
        assert result.faithfulness == judged
    assert together.agreement.methods == tuple(METHODS)
    assert together.results["shapley"].analysis.attribution.delta == pytest.approx(0.0, abs=1e-9)


def test_truncated_tokens_have_no_score_and_take_no_part():
    config = small_config(masked=True)
    classifier = build_classifier(config)
    (tokenized,) = random_texts(config, 30)
    result = explain(tokenized, classifier, window=24, methods=("attention", "leave_one_out"))
    scores = result.results["leave_one_out"].unit_scores
    assert np.isnan(scores).tolist() == [number >= 24 for number in range(30)]
    assert len(result.token_ids) == 24
    assert result.seen_groups == tuple((number,) for number in range(24))


def test_the_seen_part_of_every_unit():
    units = (
        Unit(tokens=(0, 1), start=0, end=2),
        Unit(tokens=(2, 3), start=2, end=4),
        Unit(tokens=(4,), start=4, end=5),
    )
    assert seen_groups(units, 3) == ((0, 1), (2,))
    assert seen_groups(units, 5) == ((0, 1), (2, 3), (4,))


def test_an_option_reaches_the_method():
    config = small_config(masked=False)
    classifier = build_classifier(config)
    (tokenized,) = random_texts(config, 5)
    encoded = encode([tokenized], sequence_length=24)
    prediction = predict(tokenized, classifier, window=24)
    analysis = analyze_encoded(
        classifier, encoded, prediction, method="attention", target="京都", query=3
    )
    weights = classifier.run(encoded).attention_weights[0]  # (L, L)
    assert np.array_equal(analysis.attribution.token_scores, weights[22, -5:].astype(float))
    # Of all queries, whatever the method shows.
    assert analysis.attention_on_padding == pytest.approx(weights[-5:, :19].sum(axis=1).mean())
