"""Long texts: every sentence has the model's own answer, and the whole has one."""

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.batch.documents import MAX_DOCUMENT_CHARACTERS, Document, analyze_document
from core.errors import EmptyTextError, TextTooLongError
from core.paths import MODELS
from tests.fakes import LABELS, AdditiveEngine, make_bundle

TEXT = "京都へ行く。\n\u200b\nラーメンを食べた！「うまい。」と言った。"


@pytest.fixture(scope="module")
def shipped():
    return Analyzer.load(MODELS / "default")


@pytest.fixture
def analyzer(tiny_tokenizer):
    """京都 speaks for 京都, ラーメン for グルメ, twice as much; calibrated at 2."""
    heads = {"京都へ": (0.0, 0.0, 2.0, 0.0), "ラーメン": (4.0, 0.0, 0.0, 0.0)}
    contributions = {}
    for word, logits in heads.items():
        tokens = tiny_tokenizer.tokenize(word).tokens
        share = np.array(logits) / len(tokens)
        for token in tokens:
            contributions[token.id] = contributions.get(token.id, 0.0) + share
    return Analyzer(
        make_bundle(temperature=2.0, sequence_length=64),
        tiny_tokenizer,
        AdditiveEngine(contributions),
    )


def told(document):
    return [
        (document.text[s.start : s.end], None if s.prediction is None else s.prediction.label)
        for s in document.sentences
    ]


def test_every_sentence_and_the_whole(analyzer):
    document = analyze_document(analyzer, "京都へ。ラーメン！ラーメン！")
    assert document.text == "京都へ。ラーメン！ラーメン！"
    assert document.labels == LABELS
    assert told(document) == [
        ("京都へ。", "京都"),
        ("ラーメン！", "グルメ"),
        ("ラーメン！", "グルメ"),
    ]
    answers = [sentence.prediction.probabilities for sentence in document.sentences]
    pooled = np.prod(answers, axis=0) ** (1 / 3)
    np.testing.assert_allclose(document.probabilities, pooled / pooled.sum(), rtol=1e-6)
    assert document.label == "グルメ"
    assert document.confidence == pytest.approx(pooled[0] / pooled.sum(), rel=1e-6)


def test_the_calibrated_probabilities_are_pooled(tiny_tokenizer):
    # One token of a sentence adds everything; two sentences alike: the pooled answer is theirs.
    token = max(tiny_tokenizer.tokenize("京都").tokens, key=lambda token: len(token.piece))
    engine = AdditiveEngine({token.id: np.log([1.0, 4.0, 9.0, 16.0])})
    analyzer = Analyzer(make_bundle(temperature=2.0), tiny_tokenizer, engine)
    document = analyze_document(analyzer, "京都\n京都")
    np.testing.assert_allclose(document.probabilities, [0.1, 0.2, 0.3, 0.4], rtol=1e-6)


def test_a_sentence_without_tokens_has_no_answer_and_no_say(analyzer):
    document = analyze_document(analyzer, "京都へ。\n\u200b\n京都へ。\n")
    assert told(document) == [("京都へ。\n", "京都"), ("\u200b\n", None), ("京都へ。\n", "京都")]
    alone = analyze_document(analyzer, "京都へ。")
    np.testing.assert_allclose(document.probabilities, alone.probabilities, rtol=1e-6)


def test_the_answers_are_those_of_the_opened_sentences(shipped):
    document = analyze_document(shipped, TEXT)
    texts = [text for text, _ in told(document)]
    assert texts == ["京都へ行く。\n", "\u200b\n", "ラーメンを食べた！", "「うまい。」と言った。"]
    assert document.sentences[1].prediction is None
    for number in (0, 2, 3):
        prediction, opened = document.sentences[number].prediction, shipped.analyze(texts[number])
        np.testing.assert_allclose(
            prediction.probabilities, opened.prediction.probabilities, atol=1e-6
        )
        assert prediction.tokenized == opened.prediction.tokenized
    assert document.sentences[2].prediction.label == "グルメ"


def test_answers_stay_with_their_sentences_over_many_chunks(analyzer):
    # Every length occurs, so the order of the work is not that of the text.
    words = ["京都へ", "ラーメン"]
    lines = [words[n % 2] + "、" * (n * 7 % 30) for n in range(300)]
    document = analyze_document(analyzer, "\n".join(lines))
    assert [line.strip() for line, _ in told(document)] == lines
    assert [label for _, label in told(document)] == ["京都", "グルメ"] * 150


def test_a_sentence_beyond_the_window_is_kept_whole(analyzer):
    long = "京都へラーメン" * 40
    document = analyze_document(analyzer, f"京都へ。\n{long}")
    first, last = document.sentences
    assert (last.start, last.end) == (5, 5 + len(long))
    assert first.prediction.num_truncated == 0
    assert last.prediction.num_truncated == len(last.prediction.tokenized.tokens) - 64 > 0


def test_progress_is_told_up_to_the_end(analyzer):
    steps = []
    analyze_document(
        analyzer, "京都へ。" * 150 + "\n\u200b", on_progress=lambda *s: steps.append(s)
    )
    assert len(steps) > 1
    assert steps[-1] == (150, 150)
    done = [done for done, _ in steps]
    assert done == sorted(set(done))
    assert {total for _, total in steps} == {150}


def test_what_the_progress_raises_ends_the_work(analyzer):
    steps = []

    def stop(done, total):
        steps.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyze_document(analyzer, "京都へ。" * 500, on_progress=stop)
    assert len(steps) == 1
    assert steps[0] < 500


@pytest.mark.parametrize("text", ["", " ", "　\n\n", "\u200b", "\u200b\n\ufeff\n"])
def test_a_text_without_tokens_is_told(analyzer, text):
    with pytest.raises(EmptyTextError):
        analyze_document(analyzer, text)


def test_too_long_a_text_is_told_with_both_numbers(analyzer):
    with pytest.raises(TextTooLongError) as error:
        analyze_document(analyzer, "あ" * (MAX_DOCUMENT_CHARACTERS + 1))
    assert "100,000" in error.value.sentence("ja")
    assert error.value.sentence("ja").endswith("100,001")


def test_the_longest_text_works(analyzer):
    text = "京都へ" * 33_333 + "。"
    assert len(text) == MAX_DOCUMENT_CHARACTERS
    document = analyze_document(analyzer, text)
    assert [(s.start, s.end) for s in document.sentences] == [(0, 100_000)]
    assert document.label == "京都"


def test_lone_surrogates_count_as_question_marks(analyzer):
    document = analyze_document(analyzer, "京都へ\ud83d京都へ")
    assert told(document) == [("京都へ?", "京都"), ("京都へ", "京都")]


def test_one_probability_per_label():
    with pytest.raises(ValueError, match=r"Received: \(3,\)"):
        Document(text="", sentences=(), labels=LABELS, probabilities=np.ones(3))


def test_a_document_cannot_be_changed(analyzer):
    document = analyze_document(analyzer, "京都へ。")
    with pytest.raises(ValueError, match="read-only"):
        document.probabilities[0] = 1.0
