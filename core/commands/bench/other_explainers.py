"""The same model explained by the packages `shap` and `lime`: only to compare with.

They ask a callable about texts, so a text with parts missing is cut into tokens anew. Both run
with their defaults where a default does not depend on the language.
"""

from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np

from core.errors import PackageMissingError
from core.explain.classifier import Classifier
from core.text.tokenizer import Tokenizer
from core.types import Token


class TextModel:
    """A model as the packages want it: texts in, raw probabilities out.

    Attributes:
        num_texts: how many texts it was asked about.
    """

    def __init__(self, classifier: Classifier, tokenizer: Tokenizer, *, window: int) -> None:
        self._classifier = classifier
        self._tokenizer = tokenizer
        self._window = window
        self.num_texts = 0

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        """Answer N texts: (N, C)."""
        self.num_texts += len(texts)
        rows = self._tokenizer.token_ids(list(texts), num_threads=1)
        return self._classifier.probabilities(
            [np.array(row[: self._window], np.int32) for row in rows]
        )

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Cut a text into the tokens of the model."""
        return self._tokenizer.tokenize(text).tokens

    def cut(self, text: str) -> list[str]:
        """Return the characters of every token that has some."""
        return [text[t.start : t.end] for t in self.tokens(text) if _is_visible(t)]

    def shap_tokens(
        self, text: str, *, return_offsets_mapping: bool = True
    ) -> dict[str, list[object]]:
        """Return what shap expects of a tokenizer."""
        tokens = [token for token in self.tokens(text) if _is_visible(token)]
        return {
            "input_ids": [token.id for token in tokens],
            "offset_mapping": [(token.start, token.end) for token in tokens],
        }


def shap_scores(model: TextModel, text: str, target: int) -> np.ndarray:
    """Explain a text with shap's default for texts, its Partition explainer.

    Args:
        text: every character belongs to one token.

    Returns:
        (T,), 0 for a token without characters.
    """
    import shap

    explainer = shap.Explainer(model, shap.maskers.Text(model.shap_tokens))
    return _token_scores(model, text, explainer([text], silent=True).values[0][:, target])


def lime_scores(model: TextModel, text: str, target: int) -> np.ndarray:
    """Explain a text with lime's default number of samples, by position and by deletion.

    Args:
        text: every character belongs to one token.

    Returns:
        (T,), 0 for a token without characters.
    """
    from lime.lime_text import LimeTextExplainer

    size = len(model.cut(text))
    explainer = LimeTextExplainer(
        split_expression=model.cut, bow=False, mask_string="", random_state=0
    )
    explanation = explainer.explain_instance(text, model, labels=(target,), num_features=size)
    values = np.zeros(size)
    for number, weight in explanation.local_exp[target]:
        values[number] = weight
    return _token_scores(model, text, values)


def _token_scores(model: TextModel, text: str, values: np.ndarray) -> np.ndarray:
    """Put the values of the visible tokens at their places (T,)."""
    visible = [_is_visible(token) for token in model.tokens(text)]
    scores = np.zeros(len(visible))
    scores[visible] = values
    return scores


def _is_visible(token: Token) -> bool:
    """Say whether a token has characters: a ▁ that is added before the text has none."""
    return token.end > token.start


PACKAGES = {"shap": shap_scores, "lime": lime_scores}


def check_packages() -> None:
    """Make sure that both packages are installed.

    Raises:
        PackageMissingError: naming the first that is not.
    """
    for package in PACKAGES:
        if find_spec(package) is None:
            raise PackageMissingError(package=package, requirements="requirements-dev.txt")
