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
from core.training.morphology import REQUIREMENTS, Word, load_word_cutter

_PACKAGE = "ja_ginza"


class WordVectors:
    """Sentences to the vectors of their words.

    Args:
        matrix: float32 (W, D), rows of length 1.
        row_of: a word to its row, or -1.
        cut_words: a sentence to its words.
    """

    def __init__(
        self,
        matrix: np.ndarray,
        row_of: Callable[[str], int],
        cut_words: Callable[[str], Sequence[Word]],
    ) -> None:
        self._matrix = matrix
        self._row_of = row_of
        self._cut_words = cut_words
        self._rows: dict[Word, int] = {}

    @classmethod
    def load(cls) -> Self:
        """Read the installed package; words are cut with Sudachi.

        Raises:
            PackageMissingError: what requirements-pretrain.txt names is not installed.
        """
        try:
            from spacy.vocab import Vocab
        except ImportError as error:
            raise PackageMissingError(package=error.name, requirements=REQUIREMENTS) from error
        folder = _vocab_folder()
        vocab = Vocab().from_disk(folder)
        matrix = np.asarray(vocab.vectors.data, np.float32)  # (W, D)
        return cls(
            matrix / np.linalg.norm(matrix, axis=1, keepdims=True).clip(1e-6),
            lambda word: vocab.vectors.find(key=word),
            load_word_cutter(),
        )

    @property
    def dim(self) -> int:
        """D, the numbers of one vector."""
        return self._matrix.shape[1]

    def sentence_vector(self, sentence: str) -> np.ndarray:
        """Return the mean and the maximum over the words with content, (2 D).

        Zeros where none of them has a vector.
        """
        words = [word for word in self._cut_words(sentence) if word.has_content]
        rows = [row for word in words if (row := self._row(word)) >= 0]
        if not rows:
            return np.zeros(2 * self.dim, np.float32)
        vectors = self._matrix[rows]  # (words, D)
        return np.concatenate([vectors.mean(axis=0), vectors.max(axis=0)])

    def word_vector(self, text: str) -> np.ndarray | None:
        """Return the vector (D,) of a text that is one word and has one, else None."""
        words = self._cut_words(text)
        row = self._row(words[0]) if len(words) == 1 else -1
        return self._matrix[row] if row >= 0 else None

    def _row(self, word: Word) -> int:
        """The row of the word, or -1; chiVe was learnt from normalised forms."""
        if word not in self._rows:
            forms = (word.normalized_form, word.dictionary_form, word.surface)
            rows = (self._row_of(form) for form in forms)
            self._rows[word] = next((row for row in rows if row >= 0), -1)
        return self._rows[word]


def _vocab_folder() -> Path:
    """Find the vectors in the installed package.

    Raises:
        PackageMissingError: it is not there, or only a folder of its name that holds no package.
    """
    spec = find_spec(_PACKAGE)
    # A namespace package, such as a half-removed installation leaves behind, has no file.
    if spec is None or spec.origin is None:
        raise PackageMissingError(package=_PACKAGE, requirements=REQUIREMENTS)
    (folder,) = Path(spec.origin).parent.glob(f"{_PACKAGE}-*/vocab")
    return folder
