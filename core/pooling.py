"""One answer for the answers to the parts of one text."""

import numpy as np

from core.calibration import calibrate


def pool_probabilities(probabilities: np.ndarray) -> np.ndarray:
    """Return the mean of the logarithms of N answers (N, C), made to add up to 1 again: (C,).

    A probability of 0 counts as 1e-12: one part that is certain does not silence the others.
    """
    logs = np.log(np.maximum(probabilities, 1e-12))  # (N, C)
    return calibrate(logs.mean(axis=0), 1.0)  # (C,)
