"""The adapters between a model in ids and packages that ask about texts."""

import importlib.util

import numpy as np
import pytest

from core.commands.bench import other_explainers
from core.commands.bench.other_explainers import TextModel, check_packages, lime_scores, shap_scores
from core.errors import PackageMissingError
from core.types import Token, TokenizedText
from tests.commands.bench.uncompiled_shap import shap
from tests.fakes import make_classifier

GAINS = {"あ": 0.2, "い": -0.15, "う": 0.05, "え": 0.0, "お": 0.11}


class CharacterTokenizer:
    """Every character is a token whose id is its code point; blank text gives none."""

    def tokenize(self, text):
        tokens = [
            Token(piece=char, id=ord(char), start=n, end=n + 1) for n, char in enumerate(text)
        ]
        return TokenizedText(text=text, tokens=tuple(tokens) if text.strip() else ())

    def token_ids(self, texts, *, num_threads):
        return [[token.id for token in self.tokenize(text).tokens] for text in texts]


class AdditiveGame:
    """The probability of label 1 is 0.4 and what every character adds; label 0 has the rest."""

    def logits(self, rows):
        second = np.array([0.4 + sum(GAINS.get(chr(i), 0.0) for i in row) for row in rows])
        return np.log(np.stack([1.0 - second, second], axis=1))


def make_model(*, window):
    return TextModel(make_classifier(AdditiveGame()), CharacterTokenizer(), window=window)


@pytest.fixture
def model():
    # shap puts " ..." in the place of what it takes out: four more tokens each.
    return make_model(window=20)


def test_a_text_is_answered_as_far_as_the_model_sees_it():
    model = make_model(window=4)
    answers = model(["あい", "", "うううういいい"])
    assert answers == pytest.approx(np.array([[0.55, 0.45], [0.6, 0.4], [0.4, 0.6]]))
    assert model.num_texts == 3
    model(np.array(["あ", "い"]))
    assert model.num_texts == 5


def test_the_pieces_are_the_characters_of_the_tokens(model):
    assert model.cut("あいう") == ["あ", "い", "う"]
    assert model.shap_tokens("あい") == {
        "input_ids": [ord("あ"), ord("い")],
        "offset_mapping": [(0, 1), (1, 2)],
    }


@pytest.mark.parametrize("explain", [shap_scores, lime_scores])
@pytest.mark.parametrize("target", [1, 0])
def test_both_packages_find_what_every_token_adds(model, explain, target):
    sign = 1 if target == 1 else -1
    scores = explain(model, "あいうお", target)
    expected = [sign * GAINS[char] for char in "あいうお"]
    # lime's ridge penalty shrinks a little.
    assert scores == pytest.approx(expected, abs=0.003)
    assert model.num_texts > 8


def test_a_piece_that_comes_twice_has_two_scores(model):
    scores = lime_scores(model, "あうあ", 1)
    assert scores == pytest.approx([0.2, 0.05, 0.2], abs=0.003)


class MarkedTokenizer(CharacterTokenizer):
    """Puts a ▁ that has no character before every text that is not blank."""

    def tokenize(self, text):
        tokens = super().tokenize(text).tokens
        mark = (Token(piece="▁", id=9, start=0, end=0),) if tokens else ()
        return TokenizedText(text=text, tokens=mark + tokens)


@pytest.mark.parametrize("explain", [shap_scores, lime_scores])
def test_a_token_without_characters_gets_no_score(explain):
    model = TextModel(make_classifier(AdditiveGame()), MarkedTokenizer(), window=20)
    scores = explain(model, "あいう", 1)
    assert scores == pytest.approx([0.0, 0.2, -0.15, 0.05], abs=0.003)


@pytest.mark.parametrize("package", ["shap", "lime"])
def test_a_missing_package_is_told_by_name(monkeypatch, package):
    check_packages()
    known = importlib.util.find_spec
    monkeypatch.setattr(
        other_explainers, "find_spec", lambda name: None if name == package else known(name)
    )
    with pytest.raises(PackageMissingError) as error:
        check_packages()
    for language in ("ja", "en"):
        sentence = error.value.sentence(language)
        assert "requirements-dev.txt" in sentence
        assert sentence.endswith(package)


def test_the_tests_run_the_real_shap():
    assert shap.__version__ == "0.51.0"
