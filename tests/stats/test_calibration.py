"""Temperature scaling: it keeps the order, finds what was planted, and its errors add up."""

import numpy as np
import pytest

from core.stats.calibration import (
    brier_score,
    calibrate,
    expected_calibration_error,
    fit_temperature,
    negative_log_likelihood,
    pool_probabilities,
    reliability_bins,
    softmax,
)
from core.types import ReliabilityBin


def plain_softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def draw(num_examples, *, temperature, spread=3.0):
    """Logits (N, 4), and labels drawn from softmax(logits / temperature)."""
    rng = np.random.default_rng(0)
    logits = rng.normal(0.0, spread, (num_examples, 4))
    shares = plain_softmax(logits / temperature).cumsum(axis=1)  # (N, 4)
    label_ids = (rng.random((num_examples, 1)) > shares).sum(axis=1)
    return logits, np.minimum(label_ids, 3)


def test_temperature_one_is_the_softmax():
    logits = draw(50, temperature=1.0)[0]
    np.testing.assert_allclose(softmax(logits), plain_softmax(logits), atol=1e-12)
    np.testing.assert_array_equal(calibrate(logits, 1.0), softmax(logits))


def test_the_softmax_of_float32_logits_is_as_exact_as_float64():
    logits = np.array([[0.1, 0.7, -3.0, 2.0]], np.float32)
    assert softmax(logits).dtype == np.float64
    np.testing.assert_allclose(softmax(logits).sum(), 1.0, atol=1e-15)


def test_calibrate_by_hand():
    logits = np.log([[1.0, 4.0, 9.0]])
    np.testing.assert_allclose(calibrate(logits, 2.0), [[1 / 6, 2 / 6, 3 / 6]])


def test_calibrate_takes_one_text_as_well_as_many():
    logits = draw(3, temperature=1.0)[0]
    np.testing.assert_allclose(calibrate(logits[1], 1.7), calibrate(logits, 1.7)[1], rtol=1e-12)


@pytest.mark.parametrize("temperature", [0.05, 0.5, 1.7, 20.0])
def test_calibrated_probabilities_add_up_to_one_in_the_same_order(temperature):
    logits = draw(200, temperature=1.0, spread=1.0)[0]
    probabilities = calibrate(logits, temperature)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0, atol=1e-12)
    assert np.array_equal(probabilities.argsort(axis=1), logits.argsort(axis=1))


def test_a_higher_temperature_is_less_sure():
    logits = draw(100, temperature=1.0)[0]
    sure, less_sure = (calibrate(logits, value).max(axis=1) for value in (1.0, 2.0))
    assert (less_sure < sure).all()


def test_large_logits_do_not_overflow():
    logits = np.array([[10_000.0, 0.0, -10_000.0]], np.float32)
    assert calibrate(logits, 1.0).tolist() == [[1.0, 0.0, 0.0]]


@pytest.mark.parametrize("planted", [0.6, 1.0, 2.5])
def test_the_planted_temperature_is_found(planted):
    logits, label_ids = draw(20_000, temperature=planted)
    assert fit_temperature(logits, label_ids) == pytest.approx(planted, rel=0.04)


def test_the_fitted_temperature_is_better_than_its_neighbours():
    logits, label_ids = draw(300, temperature=1.8)
    fitted = fit_temperature(logits, label_ids)

    def loss(temperature):
        return negative_log_likelihood(calibrate(logits, temperature), label_ids)

    assert loss(fitted) < min(loss(0.98 * fitted), loss(1.02 * fitted), loss(1.0))


def test_logits_of_single_precision_give_the_same_temperature():
    logits, label_ids = draw(300, temperature=1.8)
    single = fit_temperature(logits.astype(np.float32), label_ids)
    assert single == pytest.approx(fit_temperature(logits, label_ids), rel=1e-4)


def test_the_fitted_temperature_makes_a_model_that_is_too_sure_honest():
    logits, label_ids = draw(5_000, temperature=3.0)
    raw, calibrated = (
        calibrate(logits, temperature) for temperature in (1.0, fit_temperature(logits, label_ids))
    )
    assert expected_calibration_error(raw, label_ids) > 0.15
    assert expected_calibration_error(calibrated, label_ids) < 0.03


@pytest.mark.parametrize(("right", "side"), [(True, "sure"), (False, "unsure")])
def test_the_temperature_stays_within_its_limits(right, side):
    # Always right: the surer, the better. Always wrong: the less sure, the better.
    logits = np.array([[2.0, 0.0]] * 10)
    temperature = fit_temperature(logits, np.full(10, 0 if right else 1))
    assert 1 / 20 <= temperature <= 20
    assert (temperature < 1 / 5) if side == "sure" else (temperature > 15)


def test_calibration_error_by_hand():
    probabilities = np.array([[0.9, 0.1], [0.95, 0.05], [0.5, 0.5], [0.45, 0.55]])
    label_ids = np.array([0, 1, 0, 1])
    # Each alone in its bin; all are right but the second.
    expected = (0.5 + 0.45 + 0.1 + 0.95) / 4
    assert expected_calibration_error(probabilities, label_ids) == pytest.approx(expected)


def test_calibration_errors_inside_a_bin_cancel():
    # Both in [11/15, 12/15): one right, one wrong, mean confidence 0.76.
    probabilities = np.array([[0.75, 0.25], [0.77, 0.23]])
    error = expected_calibration_error(probabilities, np.array([0, 1]))
    assert error == pytest.approx(0.76 - 0.5)


def test_sure_and_right_is_no_error():
    probabilities = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert expected_calibration_error(probabilities, np.array([0, 1])) == 0.0
    assert expected_calibration_error(probabilities, np.array([1, 0])) == 1.0


def slow_calibration_error(probabilities, label_ids):
    bins = {}
    for row, label_id in zip(probabilities.tolist(), label_ids.tolist(), strict=True):
        confidence = max(row)
        right = row.index(confidence) == label_id
        bins.setdefault(min(int(confidence * 15), 14), []).append((confidence, right))
    error = 0.0
    for members in bins.values():
        accuracy = sum(right for _, right in members) / len(members)
        confidence = sum(sure for sure, _ in members) / len(members)
        error += len(members) / len(label_ids) * abs(accuracy - confidence)
    return error


def slow_likelihood(probabilities, label_ids):
    rows = zip(probabilities.tolist(), label_ids.tolist(), strict=True)
    return -sum(np.log(row[label_id]) for row, label_id in rows) / len(label_ids)


@pytest.mark.parametrize("temperature", [0.3, 1.0, 4.0])
def test_errors_are_those_of_a_slow_reference(temperature):
    logits, label_ids = draw(400, temperature=temperature)
    probabilities = softmax(logits)
    assert expected_calibration_error(probabilities, label_ids) == pytest.approx(
        slow_calibration_error(probabilities, label_ids), abs=1e-12
    )
    assert negative_log_likelihood(probabilities, label_ids) == pytest.approx(
        slow_likelihood(probabilities, label_ids), abs=1e-12
    )


def test_bins_hold_what_lies_in_them_and_empty_ones_are_left_out():
    # 0.4 is the lower end of the bin [6/15, 7/15); 1.0 belongs to the last one.
    probabilities = np.array([[0.4, 0.35, 0.25], [0.15, 0.45, 0.4], [0.0, 1.0, 0.0]])
    bins = reliability_bins(probabilities, np.array([0, 0, 1]))
    assert bins == (
        ReliabilityBin(
            low=6 / 15, high=7 / 15, count=2, confidence=pytest.approx(0.425), accuracy=0.5
        ),
        ReliabilityBin(low=14 / 15, high=1.0, count=1, confidence=1.0, accuracy=1.0),
    )


def test_brier_score_by_hand():
    probabilities = np.array([[0.7, 0.2, 0.1], [0.0, 1.0, 0.0]])
    label_ids = np.array([0, 2])
    assert brier_score(probabilities, label_ids) == pytest.approx((0.09 + 0.04 + 0.01 + 2.0) / 2)
    assert brier_score(np.eye(3), np.arange(3)) == 0.0


def test_likelihood_by_hand():
    probabilities = np.array([[0.5, 0.5], [0.2, 0.8]])
    label_ids = np.array([0, 1])
    expected = -(np.log(0.5) + np.log(0.8)) / 2
    assert negative_log_likelihood(probabilities, label_ids) == pytest.approx(expected)


def test_a_probability_of_zero_costs_much_but_not_everything():
    loss = negative_log_likelihood(np.array([[1.0, 0.0]]), np.array([1]))
    assert loss == pytest.approx(12 * np.log(10))


def test_pooling_is_the_geometric_mean_made_to_add_up_to_1():
    pooled = pool_probabilities(np.array([[0.8, 0.2], [0.2, 0.8], [0.9, 0.1]]))
    # √³(0.8·0.2·0.9) : √³(0.2·0.8·0.1) = √³9 : 1
    ratio = 9 ** (1 / 3)
    np.testing.assert_allclose(pooled, [ratio / (1 + ratio), 1 / (1 + ratio)])


def test_pooling_leaves_one_answer_as_it_is():
    np.testing.assert_allclose(pool_probabilities(np.array([[0.7, 0.2, 0.1]])), [0.7, 0.2, 0.1])


def test_pooling_lets_no_certain_answer_silence_the_others():
    pooled = pool_probabilities(np.array([[1.0, 0.0], [0.5, 0.5]]))
    # √(1e-12 · 0.5) : √(1 · 0.5)
    assert pooled[1] == pytest.approx(1e-6, rel=1e-3)
    assert pooled.sum() == pytest.approx(1.0)
