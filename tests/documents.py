"""Documents built by hand."""

from collections.abc import Sequence

import numpy as np

from core.batch.documents import Document, SentencePrediction
from core.types import Prediction
from tests.fakes import LABELS, make_tokenized


def make_document(
    sentences: Sequence[tuple[Sequence[str], Sequence[float] | None, int]],
    *,
    probabilities: Sequence[float],
    labels: Sequence[str] = LABELS,
) -> Document:
    """Lay sentences side by side.

    Args:
        sentences: of each its pieces, its probabilities (None: it gives no token) and how many
            of its tokens are truncated.
    """
    text, built = "", []
    for pieces, answer, num_truncated in sentences:
        tokenized = make_tokenized(*pieces)
        prediction = None
        if answer is not None:
            prediction = Prediction(
                tokenized=tokenized,
                labels=tuple(labels),
                probabilities=np.array(answer, np.float32),
                raw_probabilities=np.array(answer, np.float32),
                num_truncated=num_truncated,
            )
        start, text = len(text), text + tokenized.text
        built.append(SentencePrediction(start=start, end=len(text), prediction=prediction))
    return Document(
        text=text,
        sentences=tuple(built),
        labels=tuple(labels),
        probabilities=np.array(probabilities),
    )
