"""Records refuse wrong shapes and cannot be changed."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from core.types import (
    PAD_ID,
    UNK_ID,
    Attribution,
    EncodedBatch,
    Example,
    ModelOutput,
    PositionScores,
    Prediction,
    Report,
    Token,
    TokenizedText,
)
from tests.fakes import make_tokenized


def _encoded(**changes) -> EncodedBatch:
    arrays = {
        "token_ids": np.array([[0, 0, 5, 6]], np.int32),
        "token_index": np.array([[-1, -1, 0, 1]], np.int32),
    }
    return EncodedBatch(texts=(make_tokenized("あ", "い"),), **{**arrays, **changes})


def _output(**changes) -> ModelOutput:
    arrays = {
        "logits": np.zeros((1, 2)),
        "probabilities": np.full((1, 2), 0.5),
        "attention_weights": np.full((1, 3, 3), 1 / 3),
        "attention_output": np.zeros((1, 3, 4)),
    }
    return ModelOutput(**{**arrays, **changes})


def test_padding_and_unknown_have_the_agreed_ids():
    assert (PAD_ID, UNK_ID) == (0, 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_a_token_ends_where_it_starts_or_later(start, end):
    with pytest.raises(ValueError, match=f"Received: {start}, {end}"):
        Token(piece="あ", id=2, start=start, end=end)


def test_a_token_may_be_empty_and_cannot_be_changed():
    token = Token(piece="▁", id=2, start=3, end=3)
    with pytest.raises(FrozenInstanceError):
        token.end = 4


def test_fields_are_given_by_name():
    with pytest.raises(TypeError):
        Example("文", "京都")
    assert Example(text="文", label="京都").group == ""


def test_padding_mask_is_true_where_a_token_stands():
    assert _encoded().padding_mask.tolist() == [[False, False, True, True]]


def test_a_token_with_the_padding_id_is_still_a_token():
    encoded = _encoded(token_ids=np.zeros((1, 4), np.int32))
    assert encoded.padding_mask.tolist() == [[False, False, True, True]]


@pytest.mark.parametrize(
    "changes",
    [
        {"token_ids": np.zeros((2, 4), np.int32)},
        {"token_ids": np.zeros(4, np.int32)},
        {"token_index": np.zeros((1, 3), np.int32)},
    ],
)
def test_encoded_batch_refuses_other_shapes(changes):
    with pytest.raises(ValueError, match=r"must have the shape .* Received: "):
        _encoded(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"logits": np.zeros((2, 2))},
        {"probabilities": np.zeros((1, 3))},
        {"attention_weights": np.zeros((1, 3, 2))},
        {"attention_output": np.zeros((1, 2, 4))},
    ],
)
def test_model_output_refuses_other_shapes(changes):
    with pytest.raises(ValueError, match=r"must have the shape .* Received: "):
        _output(**changes)


def test_prediction_names_the_most_probable_label():
    prediction = Prediction(
        tokenized=make_tokenized("あ"),
        labels=("グルメ", "京都", "スポーツ"),
        probabilities=np.array([0.2, 0.5, 0.3]),
        raw_probabilities=np.array([0.05, 0.9, 0.05]),
        num_truncated=0,
    )
    assert prediction.label == "京都"
    assert prediction.confidence == 0.5  # the calibrated one


@pytest.mark.parametrize(("score", "out"), [(None, None), (0.5, False), (0.75, True)])
def test_a_text_is_out_of_scope_above_the_threshold(score, out):
    prediction = Prediction(
        tokenized=make_tokenized("あ"),
        labels=("京都",),
        probabilities=np.ones(1),
        raw_probabilities=np.ones(1),
        num_truncated=0,
        scope_score=score,
        scope_threshold=None if score is None else 0.5,
    )
    assert prediction.out_of_scope is out


def test_one_number_per_label_and_per_token():
    text = make_tokenized("あ", "い")
    for name, other in (
        ("probabilities", "raw_probabilities"),
        ("raw_probabilities", "probabilities"),
    ):
        arrays = {name: np.zeros(2), other: np.zeros(1)}
        with pytest.raises(ValueError, match=rf"^{name} .* Received: \(2,\)"):
            Prediction(tokenized=text, labels=("京都",), num_truncated=0, **arrays)
    with pytest.raises(ValueError, match=r"token_scores .* Received: \(3,\)"):
        Attribution(
            method="attention",
            tokenized=text,
            target="京都",
            token_scores=np.zeros(3),
            signed=False,
            padding_share=None,
        )
    with pytest.raises(ValueError, match=r"scores .* Received: \(1, 3\)"):
        PositionScores(scores=np.zeros((1, 3)), signed=False, padding_share=None)


def test_a_report_has_a_row_and_a_column_per_label():
    names = ("accuracy", "low", "high", "macro_f1", "majority_baseline")
    errors = [f"{name}_{end}" for name in ("ece", "nll", "brier") for end in ("before", "after")]
    figures = dict.fromkeys(names, 1.0) | dict.fromkeys(errors, 0.0)
    figures |= {"reliability_before": (), "reliability_after": ()}
    with pytest.raises(ValueError, match=r"confusion .* Received: \(2, 1\)"):
        Report(
            labels=("京都", "グルメ"),
            majority_label="京都",
            confusion=np.zeros((2, 1), np.int64),
            num_examples=1,
            **figures,
        )


def test_arrays_are_read_only():
    encoded, output = _encoded(), _output()
    scores = PositionScores(scores=np.zeros(3), signed=False, padding_share=None)
    prediction = Prediction(
        tokenized=make_tokenized("あ"),
        labels=("京都",),
        probabilities=np.ones(1),
        raw_probabilities=np.ones(1),
        num_truncated=0,
    )
    arrays = (
        encoded.token_ids,
        encoded.token_index,
        encoded.padding_mask,
        output.logits,
        output.probabilities,
        output.attention_weights,
        output.attention_output,
        scores.scores,
        prediction.probabilities,
        prediction.raw_probabilities,
    )
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 1


def test_texts_are_equal_by_value():
    assert make_tokenized("あ") == TokenizedText(
        text="あ", tokens=(Token(piece="あ", id=2, start=0, end=1),)
    )
