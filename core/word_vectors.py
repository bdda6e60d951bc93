"""Word vectors learnt from far more text than ours: chiVe, as the package ja_ginza holds it.

Only the pretraining reads them: they are what it has to predict. 480,443 words share 20,000
vectors of 300 dimensions, learnt from ten billion words of Japanese web pages (chiVe, Works
Applications, Apache License 2.0; ja_ginza, Megagon Labs, MIT).
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Self

import numpy as np

from core.errors import PackageMissingError

_PACKAGE = "ja_ginza"


class WordVectors:
    """Sentences to the vectors of their words.

    Args:
        matrix: float32 (W, D), rows of length 1.
        row_of: a word to its row, or -1.
        cut: a sentence to its words, each as (surface, dictionary form).
    """

    def __init__(
        self,
        matrix: np.ndarray,
        row_of: Callable[[str], int],
        cut: Callable[[str], Sequence[tuple[str, str]]],
    ) -> None:
        self._matrix = matrix
        self._row_of = row_of
        self._cut = cut
        self._rows: dict[tuple[str, str], int] = {}

    @classmethod
    def load(cls) -> Self:
        """Read the installed package; words are cut with Sudachi.

        Raises:
            PackageMissingError: what requirements-pretrain.txt names is not installed.
        """
        try:
            from spacy.vocab import Vocab
            from sudachipy import Dictionary
        except ImportError as error:
            raise PackageMissingError(package=error.name) from error
        spec = find_spec(_PACKAGE)
        if spec is None:
            raise PackageMissingError(package=_PACKAGE)
        (folder,) = Path(spec.origin).parent.glob(f"{_PACKAGE}-*/vocab")
        vocab = Vocab().from_disk(folder)
        matrix = np.asarray(vocab.vectors.data, np.float32)  # (W, D)
        tokenizer = Dictionary().tokenizer()
        return cls(
            matrix / np.linalg.norm(matrix, axis=1, keepdims=True).clip(1e-6),
            lambda word: vocab.vectors.find(key=word),
            lambda sentence: [
                (word.surface(), word.dictionary_form()) for word in tokenizer.tokenize(sentence)
            ],
        )

    @property
    def dim(self) -> int:
        return self._matrix.shape[1]

    def sentence_vector(self, sentence: str) -> np.ndarray:
        """Return the mean and the maximum over the words, (2 D); zeros where none has a vector."""
        rows = [row for word in self._cut(sentence) if (row := self._row(word)) >= 0]
        if not rows:
            return np.zeros(2 * self.dim, np.float32)
        vectors = self._matrix[rows]  # (words, D)
        return np.concatenate([vectors.mean(axis=0), vectors.max(axis=0)])

    def _row(self, word: tuple[str, str]) -> int:
        """The row of the word as written, or else of its dictionary form."""
        if word not in self._rows:
            surface, dictionary_form = word
            row = self._row_of(surface)
            self._rows[word] = row if row >= 0 else self._row_of(dictionary_form)
        return self._rows[word]
