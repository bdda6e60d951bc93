"""A difference of two accuracies in one sentence: is it more than the noise?"""

from core.significance import Difference
from core.ui.words import word
from core.view import check_words


def difference_sentence(difference: Difference) -> str:
    """Say the difference, its interval, its p-value, and whether chance explains it."""
    return check_words.difference_sentence(difference, word=word)
