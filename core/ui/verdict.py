"""A judgement in words: one sentence, and what its numbers are."""

from core.faithfulness import Faithfulness
from core.ui.words import word
from core.view.numbers import plain_number


def verdict_sentence(judged: Faithfulness) -> str:
    """Say whether a method does better than chance: Markdown with the two numbers."""
    low, high = judged.random_band
    return word(
        f"verdict_{judged.verdict}",
        value=plain_number(judged.comprehensiveness),
        low=plain_number(low),
        high=plain_number(high),
    )


def verdict_help(judged: Faithfulness) -> str:
    """Say what is measured, and how the other measure (sufficiency) came out."""
    low, high = judged.sufficiency_band
    return word(
        "verdict_help",
        sufficiency=plain_number(judged.sufficiency),
        low=plain_number(low),
        high=plain_number(high),
    )
