"""The façade: every score on the characters it belongs to, for any text."""

import unicodedata

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.errors import EmptyTextError, FileMissingError, UnknownLabelError, UnknownMethodError
from core.explain.methods.registry import METHODS
from core.model.bundle import ONNX_FILE
from core.model.engine import OnnxEngine
from core.text.encode import encode
from core.training.keras_engine import open_keras_engine
from tests.fakes import AdditiveEngine, make_bundle
from tests.strong import STRONG_TEMPERATURE, strong_analyzer

pytestmark = pytest.mark.slow

LONG = "京都へラーメンを食べに行った。" * 12

ODD_TEXTS = [
    "  京都へ行く",
    "　　京都　へ　行く　",
    "ﾗｰﾒﾝがﾀﾞﾒだ",
    "ＡＢＣ１２３％",
    "㍿は㍿です",
    "👨‍👩‍👧‍👦と京都へ🏃‍♀️",
    "か\u3099っこうへ行く",
    "京都\nへ\r\n行く\tよ\n",
    "<b>京都</b> & <script>",
    "ﬁと㌔",
    "あ\u200bい",
    "。",
]


@pytest.fixture(scope="module", params=[True, False], ids=["masked", "unmasked"])
def analyzer(request, tmp_path_factory, tiny_embeddings):
    return strong_analyzer(tmp_path_factory, tiny_embeddings, masked=request.param)


def run_engine(analyzer, text):
    bundle = analyzer.bundle
    engine = OnnxEngine(bundle.folder / ONNX_FILE, bundle.model)
    tokenized = analyzer.tokenizer.tokenize(text)
    return engine.run(encode([tokenized], sequence_length=bundle.model.sequence_length))


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_every_token_points_at_the_characters_it_came_from(analyzer, text):
    analysis = analyzer.analyze(text)
    tokens = analysis.prediction.tokenized.tokens
    assert analysis.text == text
    covered = set()
    for token, span in zip(tokens, analysis.spans, strict=True):
        assert (span.start, span.end) == (token.start, token.end)
        source = text[span.start : span.end]
        letters = token.piece.replace("▁", "")
        assert letters in unicodedata.normalize("NFKC", source)
        assert letters or not source.strip(" 　\r\n\t\u200b")  # ▁ alone stands for blanks
        covered.update(range(span.start, span.end))
    missed = "".join(char for at, char in enumerate(text) if at not in covered)
    assert missed.strip(" 　\r\n\t\u200b") == ""
    starts = [token.start for token in tokens]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["ﾗｰﾒﾝがﾀﾞﾒだ", "ＡＢＣ１２３％", "か\u3099っこう", "👨‍👩‍👧‍👦と"])
def test_a_span_holds_no_more_than_its_piece(analyzer, text):
    for token in analyzer.analyze(text).prediction.tokenized.tokens:
        source = text[token.start : token.end]
        assert unicodedata.normalize("NFKC", source) == token.piece.replace("▁", "")


def test_all_pieces_of_one_character_point_at_it(analyzer):
    tokens = analyzer.analyze("㍿へ").prediction.tokenized.tokens
    pieces = "".join(token.piece for token in tokens)
    assert pieces == "▁株式会社へ"
    ends = np.cumsum([len(token.piece) for token in tokens])
    for token, end in zip(tokens[1:], ends[1:], strict=True):
        assert (token.start, token.end) in ((0, 1), (1, 2), (0, 2))
        assert (token.start == 0) == (end - len(token.piece) < 5)


def test_scores_are_those_of_the_tokens_positions(analyzer):
    text = "京都へラーメンを食べに行った。"
    analysis = analyzer.analyze(text)
    num_tokens = len(analysis.prediction.tokenized.tokens)
    assert 5 < num_tokens < analyzer.bundle.model.sequence_length
    weights = run_engine(analyzer, text).attention_weights[0]
    expected = weights[-num_tokens:, -num_tokens:].mean(axis=0)  # left padding
    assert np.ptp(expected) > 0.01
    assert np.allclose(analysis.attribution.token_scores, expected, atol=1e-7)
    assert [span.score for span in analysis.spans] == analysis.attribution.token_scores.tolist()
    on_padding = weights[-num_tokens:, :-num_tokens].sum(axis=1).mean()
    assert analysis.attention_on_padding == pytest.approx(on_padding, abs=1e-6)
    assert analysis.attribution.padding_share == pytest.approx(on_padding, abs=1e-6)
    assert analysis.ranking.rank[int(expected.argmax())] == 1.0


def test_prediction_is_the_networks(analyzer):
    text = "京都へ行く"
    prediction = analyzer.analyze(text).prediction
    logits = run_engine(analyzer, text).logits[0].astype(np.float64)
    raw = np.exp(logits) / np.exp(logits).sum()
    assert prediction.raw_probabilities.tolist() == pytest.approx(raw.tolist(), abs=1e-6)
    powers = np.exp(logits / STRONG_TEMPERATURE)
    expected = powers / powers.sum()
    assert analyzer.bundle.temperature == STRONG_TEMPERATURE
    assert np.abs(expected - raw).max() > 0.01
    assert prediction.probabilities.tolist() == pytest.approx(expected.tolist(), abs=1e-6)
    assert prediction.label == analyzer.labels[int(logits.argmax())]
    assert prediction.confidence == pytest.approx(expected.max(), abs=1e-6)
    assert prediction.labels == analyzer.bundle.model.labels
    assert prediction.num_truncated == 0


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0])
def test_probabilities_are_calibrated_by_hand(tiny_tokenizer, temperature):
    token_ids = {token.id for token in tiny_tokenizer.tokenize("京都へ行く").tokens}
    ratios = np.array([1.0, 4.0, 9.0, 16.0])
    # The first token adds everything: the logits are ln 1, ln 4, ln 9, ln 16.
    engine = AdditiveEngine({min(token_ids): np.log(ratios)})
    analyzer = Analyzer(make_bundle(temperature=temperature), tiny_tokenizer, engine)
    powers = ratios ** (1 / temperature)
    for prediction in (
        analyzer.analyze("京都へ行く").prediction,
        *analyzer.predict(["京都へ行く"]),
    ):
        np.testing.assert_allclose(prediction.probabilities, powers / powers.sum(), rtol=1e-6)
        np.testing.assert_allclose(prediction.raw_probabilities, ratios / 30, rtol=1e-6)
        assert prediction.label == "スポーツ"


@pytest.mark.parametrize("method", METHODS)
def test_truncated_tokens_have_no_score(analyzer, method):
    window = analyzer.bundle.model.sequence_length
    analysis = analyzer.analyze(LONG, method=method)
    num_tokens = len(analysis.prediction.tokenized.tokens)
    assert analysis.prediction.num_truncated == num_tokens - window > 0
    hidden = [index >= window for index in range(num_tokens)]
    assert np.isnan(analysis.attribution.token_scores).tolist() == hidden
    assert [span.score != span.score for span in analysis.spans] == hidden
    assert np.isnan(analysis.ranking.rank).tolist() == hidden
    assert not analysis.ranking.attention[window:].any()
    assert analysis.attention_on_padding == 0.0


def test_what_is_truncated_does_not_change_the_answer(analyzer):
    window = analyzer.bundle.model.sequence_length
    tokens = analyzer.analyze(LONG).prediction.tokenized.tokens
    cut = LONG[: tokens[window - 1].end]
    assert len(analyzer.tokenizer.tokenize(cut).tokens) == window
    long, short = analyzer.predict([LONG, cut])
    assert np.allclose(long.probabilities, short.probabilities, atol=1e-6)
    assert (long.num_truncated > 0, short.num_truncated) == (True, 0)


def test_100_000_characters_work(analyzer):
    text = ("京都へラーメンを食べに行った。" * 6_667)[:100_000]
    analysis = analyzer.analyze(text)
    tokens = analysis.prediction.tokenized.tokens
    assert tokens[-1].end == 100_000
    assert analysis.prediction.num_truncated == len(tokens) - 24
    assert np.nansum(analysis.attribution.token_scores) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("text", ["", " ", "　", "\n", "\u200b", "\ufeff"])
def test_text_without_tokens_is_told(analyzer, text):
    with pytest.raises(EmptyTextError):
        analyzer.analyze(text)
    with pytest.raises(EmptyTextError):
        analyzer.predict(["京都", text])


@pytest.mark.parametrize("text", ["\ud83d", "京都\ud83dへ", "\udcff\udcfe"])
def test_lone_surrogates_count_as_question_marks(analyzer, text):
    replaced = "".join("?" if "\ud800" <= char <= "\udfff" else char for char in text)
    analysis = analyzer.analyze(text)
    assert analysis.text == replaced
    assert analysis.text.encode("utf-8")
    expected = analyzer.analyze(replaced).prediction.probabilities
    assert np.array_equal(analysis.prediction.probabilities, expected)


def test_unknown_method_is_told_with_the_known_ones(analyzer):
    with pytest.raises(UnknownMethodError) as error:
        analyzer.analyze("京都", method="rollout")
    assert "rollout" in error.value.sentence("ja")
    assert all(method in error.value.sentence("ja") for method in METHODS)


def test_unknown_label_is_told_with_the_known_ones(analyzer):
    with pytest.raises(UnknownLabelError) as error:
        analyzer.analyze("京都", target="天気")
    assert "天気" in error.value.sentence("en")
    assert all(label in error.value.sentence("en") for label in analyzer.labels)


def test_every_label_can_be_explained(analyzer):
    scores = [
        analyzer.analyze("京都へ行く", target=label).attribution.token_scores.tolist()
        for label in analyzer.labels
    ]
    # Attention stands before the classifier: it is the same for every label.
    assert scores == [scores[0]] * 4


def test_many_texts_get_the_answers_of_the_single_ones_in_the_callers_order(analyzer, samples):
    texts = [sample.text for sample in samples][:130]  # three batches of 64
    texts[7], texts[64], texts[100] = LONG, "。", texts[3]
    together = analyzer.predict(texts)
    assert [prediction.tokenized.text for prediction in together] == texts
    for text, prediction in zip(texts, together, strict=True):
        (alone,) = analyzer.predict([text])
        assert np.allclose(prediction.probabilities, alone.probabilities, atol=1e-6)
        assert np.allclose(prediction.raw_probabilities, alone.raw_probabilities, atol=1e-6)
        assert prediction.num_truncated == alone.num_truncated
    assert len({prediction.probabilities.tobytes() for prediction in together}) > 120
    assert np.array_equal(
        analyzer.analyze(texts[0]).prediction.probabilities,
        analyzer.predict(texts[:1])[0].probabilities,
    )


def test_no_texts_give_no_answers(analyzer):
    assert analyzer.predict([]) == []


def test_keras_engine_gives_the_same_analysis(analyzer):
    reference = Analyzer.load(analyzer.bundle.folder, open_engine=open_keras_engine)
    # One that reads the weights, one the output, one the answers to variants.
    for text, method in (
        ("京都へ行く", "attention"),
        (LONG, "output_max"),
        ("京都へ行く", "leave_one_out_unk"),
    ):
        a, b = (who.analyze(text, method=method) for who in (analyzer, reference))
        assert np.allclose(a.prediction.probabilities, b.prediction.probabilities, atol=1e-5)
        assert np.allclose(
            a.attribution.token_scores, b.attribution.token_scores, atol=1e-5, equal_nan=True
        )
        assert a.attention_on_padding == pytest.approx(b.attention_on_padding, abs=1e-5)


def test_missing_folder_is_told(tmp_path):
    with pytest.raises(FileMissingError):
        Analyzer.load(tmp_path / "nowhere")


def test_report_is_what_was_measured(tiny_default):
    assert tiny_default.report.test["num_examples"] == 20
    assert tiny_default.report.content["select_on"] == "validation"
