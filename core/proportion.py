"""A share counted in independent cases, and how far chance may have moved it."""

import math

Z_TWO_SIDED = 1.959963984540054  # the 97.5 % point of the normal distribution
Z_ONE_SIDED = 1.6448536269514722  # the 95 % point


def wilson_interval(count: int, total: int, *, z: float = Z_TWO_SIDED) -> tuple[float, float]:
    """Return the ends of the 95 % interval of count / total; NaN where nothing was counted.

    Source: Wilson 1927, Journal of the American Statistical Association 22.
    """
    if total == 0:
        return math.nan, math.nan
    share = count / total
    scale = 1.0 + z**2 / total
    middle = (share + z**2 / (2 * total)) / scale
    half = z * math.sqrt(share * (1.0 - share) / total + z**2 / (4 * total**2)) / scale
    return max(middle - half, 0.0), min(middle + half, 1.0)
