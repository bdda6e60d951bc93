"""What explanations of one text are made of, and how they are made."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.explain.agreement import Agreement, agree
from core.explain.classifier import Classifier
from core.explain.faithfulness import Faithfulness, judge, random_band
from core.explain.methods.attention import attention_on_padding
from core.explain.methods.registry import METHODS
from core.explain.ranking import Ranking, rank_scores
from core.text.align import seen_token_ids, spans, token_scores
from core.text.units import Unit, group_tokens, unit_scores
from core.types import Attribution, EncodedBatch, Prediction, Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Analysis:
    """All that one text gives: what was predicted, and what one method says was looked at.

    Attributes:
        attention_on_padding: the part of the real tokens' attention that fell on padding, 0..1,
            whatever the method.
        ranking: the article's columns (T).
        spans: the token scores on the characters of the original text (T).
    """

    prediction: Prediction
    attribution: Attribution
    attention_on_padding: float
    ranking: Ranking
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The original text."""
        return self.prediction.tokenized.text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MethodResult:
    """What one method says, and whether it is better than chance.

    Attributes:
        unit_scores: (G,), the token scores summed over each unit.
        seconds: what the scores took, without the judgement.
        faithfulness: of the units that the model saw.
    """

    analysis: Analysis
    unit_scores: np.ndarray
    seconds: float
    faithfulness: Faithfulness


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Explanation:
    """One text, explained by several methods for one label.

    Attributes:
        target: the label that is explained.
        unit: one of `core.types.UNITS`.
        units: (G,).
        token_ids: (T,), the ids of the tokens that the model saw.
        results: by method.
        agreement: over the units that the model saw.
    """

    prediction: Prediction
    target: str
    unit: str
    units: tuple[Unit, ...]
    token_ids: np.ndarray
    results: Mapping[str, MethodResult]
    agreement: Agreement

    @property
    def seen_groups(self) -> tuple[tuple[int, ...], ...]:
        """The tokens of each unit that the model saw; a unit it saw nothing of is left out."""
        return seen_groups(self.units, len(self.token_ids))


def seen_groups(units: Sequence[Unit], num_seen: int) -> tuple[tuple[int, ...], ...]:
    """Return each unit's tokens among the first `num_seen`; a unit without any is left out."""
    groups = (tuple(token for token in unit.tokens if token < num_seen) for unit in units)
    return tuple(group for group in groups if group)


def analyze_encoded(
    classifier: Classifier,
    encoded: EncodedBatch,
    prediction: Prediction,
    *,
    method: str,
    target: str,
    **options: object,
) -> Analysis:
    """Let one method score one text.

    Args:
        encoded: a batch of exactly one text, that of `prediction`.
        options: keyword options of the method.
    """
    target_id = prediction.labels.index(target)
    scores = METHODS[method].score(classifier, encoded, target_id, **options)
    per_token = token_scores(scores, encoded)  # (T,)
    real = encoded.padding_mask[0]  # (L,)
    weights = classifier.run(encoded).attention_weights[0]  # (L, L)
    return Analysis(
        prediction=prediction,
        attribution=Attribution(
            method=method,
            tokenized=encoded.texts[0],
            target=target,
            token_scores=per_token,
            signed=scores.signed,
            padding_share=scores.padding_share,
            delta=scores.delta,
        ),
        attention_on_padding=attention_on_padding(weights[real], real),
        ranking=rank_scores(per_token),
        spans=spans(encoded.texts[0], per_token),
    )


def explain_encoded(
    classifier: Classifier,
    encoded: EncodedBatch,
    prediction: Prediction,
    *,
    methods: Sequence[str],
    target: str,
    unit: str,
) -> Explanation:
    """Let several methods score one text, judge each against chance, and compare them."""
    target_id = prediction.labels.index(target)
    token_ids = seen_token_ids(encoded)  # (T,)
    units = group_tokens(encoded.texts[0], unit)
    groups = seen_groups(units, len(token_ids))
    band = random_band(classifier, token_ids, target_id, groups=groups)
    results: dict[str, MethodResult] = {}
    seen_scores: dict[str, np.ndarray] = {}
    for method in methods:
        started = time.perf_counter()
        analysis = analyze_encoded(classifier, encoded, prediction, method=method, target=target)
        seconds = time.perf_counter() - started
        per_unit = unit_scores(analysis.attribution.token_scores, units)  # (G,)
        seen_scores[method] = per_unit[~np.isnan(per_unit)]
        results[method] = MethodResult(
            analysis=analysis,
            unit_scores=per_unit,
            seconds=seconds,
            faithfulness=judge(
                classifier, token_ids, seen_scores[method], target_id, band=band, groups=groups
            ),
        )
    return Explanation(
        prediction=prediction,
        target=target,
        unit=unit,
        units=units,
        token_ids=token_ids,
        results=results,
        agreement=agree(seen_scores),
    )
