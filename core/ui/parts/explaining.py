"""Analyses and their judgement, remembered for all visitors."""

import hashlib

import numpy as np

from core.analyzer import Analyzer
from core.explain.explanation import Analysis, seen_groups
from core.explain.faithfulness import Faithfulness, RandomBand, judge, random_band
from core.lab.flip import Flip, smallest_flip
from core.text.align import seen_token_ids
from core.text.units import group_tokens, unit_scores
from core.types import TokenizedText
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word


def get_analysis(
    analyzer: Analyzer, tokenized: TokenizedText, *, method: str, target: str
) -> Analysis:
    """Return what one method says about a text."""
    return computed_once(
        ("analysis", analyzer.bundle.sha256, text_key(tokenized), method, target),
        lambda: analyzer.analyze(tokenized, method=method, target=target),
        note=word("analysing"),
    )


def get_faithfulness(analyzer: Analyzer, analysis: Analysis, *, unit: str) -> Faithfulness:
    """Return how the method of an analysis does beside random orders.

    The same as `Analyzer.explain` finds, whose random orders serve all methods of a text here.

    Args:
        unit: one of `core.types.UNITS`.
    """
    attribution = analysis.attribution
    tokenized = attribution.tokenized
    key = (analyzer.bundle.sha256, text_key(tokenized), attribution.target, unit)
    token_ids = seen_token_ids(analyzer.encode(tokenized))  # (T,)
    target_id = analyzer.labels.index(attribution.target)
    units = group_tokens(tokenized, unit)
    groups = seen_groups(units, len(token_ids))
    scores = unit_scores(attribution.token_scores, units)  # (G,)
    band: RandomBand = computed_once(
        ("band", *key),
        lambda: random_band(analyzer.classifier, token_ids, target_id, groups=groups),
        note=word("judging"),
    )
    return computed_once(
        # The scores, not the method alone: there are random ones of more than one seed.
        ("judgement", *key, attribution.method, scores.tobytes()),
        lambda: judge(
            analyzer.classifier,
            token_ids,
            scores[~np.isnan(scores)],
            target_id,
            band=band,
            groups=groups,
        ),
        note=word("judging"),
    )


def get_flip(
    analyzer: Analyzer, tokenized: TokenizedText, *, unit: str, max_size: int
) -> tuple[Flip | None, tuple[tuple[int, ...], ...]]:
    """Return the smallest flip of a text, None where none was found, and the tokens of each unit.

    Args:
        unit: one of `core.types.UNITS`; the flip's groups are numbers of the second value.
    """
    token_ids = seen_token_ids(analyzer.encode(tokenized))  # (T,)
    groups = seen_groups(group_tokens(tokenized, unit), len(token_ids))
    flip: Flip | None = computed_once(
        ("flip", analyzer.bundle.sha256, text_key(tokenized), unit, max_size),
        lambda: smallest_flip(analyzer.classifier, token_ids, groups=groups, max_size=max_size),
        note=word("flip_working"),
    )
    return flip, groups


def text_key(tokenized: TokenizedText) -> str:
    """Return a name that two texts share only if characters, ids and spans are the same."""
    tokens = [(token.piece, token.id, token.start, token.end) for token in tokenized.tokens]
    return hashlib.sha256(repr((tokenized.text, tokens)).encode()).hexdigest()
