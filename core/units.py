"""INTERIM by the lead: helper "units" overwrites this file whole."""
from dataclasses import dataclass
import numpy as np
UNITS = ("piece", "word", "bunsetsu")
@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    tokens: tuple[int, ...]
    start: int
    end: int
def group_tokens(tokenized, unit):
    return tuple(Unit(tokens=(n,), start=t.start, end=t.end) for n, t in enumerate(tokenized.tokens))
def unit_scores(token_scores, units):
    return np.array([np.nan if np.isnan(token_scores[list(u.tokens)]).all() else np.nansum(token_scores[list(u.tokens)]) for u in units])
