"""Sentences to words, with the morphological analyser Sudachi; only training needs it."""

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import PackageMissingError

REQUIREMENTS = "requirements-pretrain.txt"  # names what is needed here
_MAX_CHARACTERS = 10_000  # Sudachi refuses more than 49,149 bytes at once
_NO_CONTENT = frozenset(["助詞", "助動詞", "補助記号", "記号", "空白"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a sentence.

    Attributes:
        surface: as written (ケータイ).
        dictionary_form: not inflected (食べ → 食べる).
        normalized_form: in the spelling that Sudachi gives all its variants (うどん → 饂飩).
        part_of_speech: its class in Japanese (名詞, 動詞, 助詞 …).
    """

    surface: str
    dictionary_form: str
    normalized_form: str
    part_of_speech: str

    @property
    def has_content(self) -> bool:
        """Whether it is more than a particle, an auxiliary, a sign or a blank."""
        return self.part_of_speech not in _NO_CONTENT


def load_word_cutter() -> Callable[[str], list[Word]]:
    """Load Sudachi's dictionary; the surfaces of a sentence's words add up to the sentence.

    Raises:
        PackageMissingError: what requirements-pretrain.txt names is not installed.
    """
    try:
        from sudachipy import Dictionary

        tokenizer = Dictionary().tokenizer()
    except ImportError as error:
        raise PackageMissingError(
            package=error.name or "SudachiDict-core", requirements=REQUIREMENTS
        ) from error

    def cut_words(sentence: str) -> list[Word]:
        parts = [
            sentence[start : start + _MAX_CHARACTERS]
            for start in range(0, len(sentence), _MAX_CHARACTERS)
        ]
        return [
            Word(
                surface=word.surface(),
                dictionary_form=word.dictionary_form(),
                normalized_form=word.normalized_form(),
                part_of_speech=word.part_of_speech()[0],
            )
            for part in parts
            for word in tokenizer.tokenize(part)
        ]

    return cut_words
