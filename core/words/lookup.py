"""From a key to its word: the words of all modules joined, and the language of the person."""

import os
from collections.abc import Callable, Mapping

from core.words import (
    analyze,
    check,
    compare,
    export,
    lesson,
    methods,
    model,
    reading,
    report,
    shared,
)

Words = dict[str, dict[str, str]]  # by key, then by language
Word = Callable[..., str]  # `word_in` of one language: word("quoted", text="…")

LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}

MODULES: dict[str, Words] = {
    "shared": shared.WORDS,
    "methods": methods.WORDS,
    "analyze": analyze.WORDS,
    "export": export.WORDS,
    "compare": compare.WORDS,
    "lesson": lesson.WORDS,
    "check": check.WORDS,
    "report": report.WORDS,
    "reading": reading.WORDS,
    "model": model.WORDS,
}


def join_words(modules: Mapping[str, Words]) -> Words:
    """Put the words of all modules into one dict.

    Raises:
        ValueError: two modules have a word of the same key.
    """
    joined: Words = {}
    places: dict[str, str] = {}
    for name, words in modules.items():
        for key, texts in words.items():
            if key in joined:
                raise ValueError(
                    f"a key must stand in one module. Received: {key!r} "
                    f"in {places[key]} and in {name}"
                )
            joined[key], places[key] = texts, name
    return joined


WORDS = join_words(MODULES)


def word_in(language: str, key: str, **values: object) -> str:
    """Return the word in the language "ja" or "en"."""
    return WORDS[key][language].format(**values)


def person_language() -> str:
    """Return "ja" or "en", as the environment's locale asks for messages."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "ja" if value.startswith("ja") else "en"
    return "en"
