"""More or less padding: what changes for the article's model and what does not for ours."""

import numpy as np
import pytest

from core.lab.padding import MAX_PADDING, analyze_padded, padding_shares, window_padding
from core.ui.shell.loaders import ARTICLE_EXAMPLES

UDON = ARTICLE_EXAMPLES["グルメ"]


def assert_same(analysis, expected):
    # NumPy and ONNX Runtime agree to 1e-5 on every processor, as in tests of both.
    assert analysis.prediction.probabilities == pytest.approx(
        expected.prediction.probabilities, abs=1e-5
    )
    assert analysis.prediction.raw_probabilities == pytest.approx(
        expected.prediction.raw_probabilities, abs=1e-5
    )
    assert analysis.attention_on_padding == pytest.approx(expected.attention_on_padding, abs=1e-5)
    assert analysis.attribution.token_scores == pytest.approx(
        expected.attribution.token_scores, abs=1e-5, nan_ok=True
    )
    assert analysis.prediction.num_truncated == expected.prediction.num_truncated
    assert analysis.text == expected.text


@pytest.mark.parametrize("text", [UDON, "寺", "清水寺に行きました。" * 30])
def test_at_the_windows_own_length_it_is_the_page_of_the_articles_model(article, text):
    # NumPy here, ONNX Runtime there.
    tokenized = article.tokenize(text)
    number = window_padding(article, tokenized)
    assert_same(analyze_padded(article, tokenized, num_padding=number), article.analyze(text))


@pytest.mark.parametrize("text", [UDON, "寺", "清水寺に行きました。" * 60])
def test_ours_answers_the_same_behind_any_padding(default, text):
    tokenized = default.tokenize(text)
    expected = default.analyze(text)
    for number in (0, 7, MAX_PADDING):
        analysis = analyze_padded(default, tokenized, num_padding=number)
        assert analysis.attention_on_padding == 0.0
        assert_same(analysis, expected)


def test_the_articles_answer_moves_with_the_padding(article):
    tokenized = article.tokenize("スノボ行こうよ〜今年は雪多いって")
    none, much = (analyze_padded(article, tokenized, num_padding=k) for k in (0, MAX_PADDING))
    assert none.attention_on_padding == 0.0
    assert much.attention_on_padding > 0.0
    assert np.nansum(none.attribution.token_scores) == pytest.approx(1.0, abs=1e-5)
    assert np.nansum(much.attribution.token_scores) == pytest.approx(
        1.0 - much.attention_on_padding, abs=1e-5
    )
    change = none.prediction.probabilities - much.prediction.probabilities
    assert np.abs(change).max() > 0.1


def test_the_share_on_padding_is_k_equal_parts(article):
    # All paddings have one embedding and the layer knows no positions: with e the energy of one of
    # them to the power, a row gives k e / (its tokens' sum + k e) to k of them.
    tokenized = article.tokenize(UDON)
    encoded = article.encode(tokenized)
    real = encoded.padding_mask[0]
    rows = article.classifier.run(encoded).attention_weights[0][real]  # (T, L)
    on_tokens, on_one = rows[:, real].sum(axis=1), rows[:, 0]
    numbers = [0, 1, 5, 46, 66]
    expected = [(k * on_one / (on_tokens + k * on_one)).mean() for k in numbers]
    assert padding_shares(article, tokenized, numbers) == pytest.approx(expected, rel=1e-3)
    for number, share in zip(numbers, expected, strict=True):
        analysis = analyze_padded(article, tokenized, num_padding=number)
        assert analysis.attention_on_padding == pytest.approx(share, rel=1e-3)


def test_ours_has_no_share_on_padding(default):
    assert padding_shares(default, default.tokenize(UDON), [0, 3, 66]).tolist() == [0.0, 0.0, 0.0]


def test_the_window_is_filled_up_to_its_length(article, default):
    tokenized = article.tokenize(UDON)
    assert window_padding(article, tokenized) == 46
    assert window_padding(default, tokenized) == 108
    assert window_padding(article, article.tokenize("寺に行く。" * 60)) == 0


def test_more_room_shows_the_model_no_more_of_a_long_text(article):
    tokenized = article.tokenize("清水寺に行きました。" * 30)
    analysis = analyze_padded(article, tokenized, num_padding=20)
    seen = ~np.isnan(analysis.attribution.token_scores)
    assert seen.tolist() == [n < 66 for n in range(len(tokenized.tokens))]
    assert analysis.prediction.num_truncated == len(tokenized.tokens) - 66


def test_less_than_no_padding_is_refused(article):
    with pytest.raises(ValueError, match=r"at least 0\. Received: -1"):
        analyze_padded(article, article.tokenize(UDON), num_padding=-1)
