"""Training texts made longer: a sentence together with those that follow it in its article."""

from collections.abc import Sequence

import numpy as np

from core.types import Example

_MAX_CHARACTERS = 150


def join_following(
    examples: Sequence[Example], *, probability: float, rng: np.random.Generator
) -> list[str]:
    """Return one text per example: its own, with that of the next examples of its article.

    Many a sentence of an article says nothing of the topic; together with its neighbours it does.
    The next example is joined with the given probability, then the one after it, and so on, until
    the text has 150 characters. Examples that name no article stay alone.

    Args:
        examples: in the order of the articles; neighbours that are not among them are passed over.
    """
    texts = []
    for index, example in enumerate(examples):
        text, following = example.text, index + 1
        while (
            following < len(examples)
            and example.group
            and examples[following].group == example.group
            and len(text) < _MAX_CHARACTERS
            and rng.random() < probability
        ):
            text += examples[following].text
            following += 1
        texts.append(text)
    return texts
