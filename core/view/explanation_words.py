"""Findings of 分析 in words, in whatever language the given `word` speaks."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from core.explain.explanation import Analysis
from core.explain.faithfulness import Faithfulness
from core.explain.methods.integrated_gradients import LARGE_GAP
from core.explain.methods.registry import METHODS
from core.text.units import group_tokens, unit_scores
from core.view.highlight import drawn_scale, is_nearly_uniform
from core.view.numbers import plain_number, signed_number
from core.words.lookup import Word


def legend_sentence(analysis: Analysis, *, scale: str, unit: str, word: Word) -> str:
    """Say what the colours mean, or why there are none."""
    attribution = analysis.attribution
    if is_nearly_uniform(attribution.token_scores):
        return word("nearly_uniform")
    units = group_tokens(attribution.tokenized, unit)
    scores = unit_scores(attribution.token_scores, units)  # (G,)
    if not METHODS[attribution.method].has_zero:
        top, mean = f"{np.nanmax(scores):.4f}", f"{np.nanmean(scores):.4f}"
        return word("legend_output_max", top=top, mean=mean)
    scale = drawn_scale(attribution.method, scale)
    if not attribution.signed:
        return word(f"legend_{scale}", top=f"{np.nanmax(scores):.4f}")
    strongest = scores[np.nanargmax(np.abs(scores))]
    legend = word(f"legend_{scale}", top=signed_number(strongest, digits=4))
    return f"{legend} {word('legend_signs')}"


def remark_sentences(analysis: Analysis, *, word: Word) -> Iterator[str]:
    """Say what must be known to read the values of an analysis."""
    attribution = analysis.attribution
    method = METHODS[attribution.method]
    if method.warning is not None:
        yield word(method.warning)
    if method.sees_target:
        yield word("target_shown", target=attribution.target)
    else:
        yield word("target_blind")
    if attribution.delta is not None:
        delta = signed_number(attribution.delta, digits=4)
        yield word("delta_large" if abs(attribution.delta) > LARGE_GAP else "delta", delta=delta)
    if analysis.prediction.num_truncated:
        yield word("truncated_note")


def unchecked_sentence(methods: Sequence[str], *, command: str, word: Word) -> str:
    """Name the methods of which nobody knows whether they look at the model.

    Args:
        command: measures that.
    """
    names = word("list_joint").join(word(method) for method in methods)
    return word("methods_unchecked_command", methods=names, command=command)


def counts_sentence(analysis: Analysis, *, word: Word) -> str:
    """Say how long the text is, what was cut off, and how much attention fell on padding."""
    return word(
        "counts",
        characters=len(analysis.text),
        tokens=len(analysis.spans),
        truncated=analysis.prediction.num_truncated,
        padding=f"{100 * analysis.attention_on_padding:.1f}",
    )


def coloured_verdict(judged: Faithfulness, *, word: Word) -> str:
    """Say whether a method does better than chance, with the numbers: Streamlit's Markdown."""
    low, high = judged.random_band
    return word(
        f"verdict_{judged.verdict}",
        value=plain_number(judged.comprehensiveness),
        low=plain_number(low),
        high=plain_number(high),
    )


def verdict_sentence(judged: Faithfulness, *, word: Word) -> str:
    """Say the same in Markdown without colours."""
    return re.sub(r":\w+\[(.+?)\]", r"\1", coloured_verdict(judged, word=word))


def sufficiency_sentence(judged: Faithfulness, *, word: Word) -> str:
    """Say what is left with the strongest tokens alone, beside the random ones."""
    low, high = judged.sufficiency_band
    return word(
        "methods_sufficiency",
        value=plain_number(judged.sufficiency),
        low=plain_number(low),
        high=plain_number(high),
    )
