"""Four cards: how often right, where worst, how honest the probabilities, how much is foreign."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from core.analyzer import Analyzer
from core.batch.label_counts import LabelCounts
from core.batch.predict import BatchResult
from core.checks.metrics import measure_batch
from core.checks.provenance import provenance
from core.checks.slices import slice_batch, worst_slice
from core.stats.calibration import expected_calibration_error
from core.ui.check.panels import open_panel
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.words import word
from core.view.check_words import slice_title
from core.view.label_words import label_sentences

_LONG = 12  # characters of a figure; longer ones, which are names, are written smaller
_FIGURE = Markup(
    '<p style="font-size: {size}rem; font-weight: 700; line-height: 1.3; margin: 0; '
    'font-variant-numeric: tabular-nums; overflow-wrap: anywhere">{text}</p>'
)


def cards_block(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw what to know about the file at a glance; every card leads to its panel."""
    _remarks(result)
    cards = (_accuracy_card, _slice_card, _calibration_card, _scope_card)
    for place, card in zip(st.columns(len(cards), gap="small"), cards, strict=True):
        with place:
            card(analyzer, result)


def _remarks(result: BatchResult) -> None:
    """Say how the labels fit the model's, and which rows failed."""
    counts = LabelCounts.of(result)
    if sentences := label_sentences(counts, word=word):
        show = st.warning if counts.num_strangers else st.info
        show("\n\n".join(map(escape_markdown, sentences)))
    failed = len(result) - int(result.answered.sum())
    if failed:
        st.warning(word("check_failed", count=f"{failed:,}", total=f"{len(result):,}"))


def _card(name: str, *, figure: str, lines: Sequence[str], panel: str) -> None:
    """Draw one card.

    Args:
        figure: in large type; text, whatever it holds.
        lines: Markdown.
        panel: the one that its button opens.
    """
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{word(f'check_card_{name}')}**", help=word(f"check_card_{name}_help"))
        size = 1.5 if len(figure) <= _LONG else 1.1
        st.html(_FIGURE.format(size=size, text=figure))
        for line in lines:
            st.caption(line)
        st.button(
            word("check_see", panel=word(f"check_panel_{panel}")),
            key=f"check_see_{panel}",
            on_click=open_panel,
            args=(panel,),
        )


def _accuracy_card(analyzer: Analyzer, result: BatchResult) -> None:
    if not result.judged.any():
        _card("accuracy", figure="–", lines=[word("check_unlabelled")], panel="matrix")
        return
    metrics = measure_batch(result)
    accuracy = metrics.accuracy
    lines = [
        _interval(accuracy.low, accuracy.high),
        word(
            "check_majority",
            label=escape_markdown(metrics.majority_label),
            value=f"{metrics.majority_baseline:.2f}",
        ),
        word("check_measured", count=f"{metrics.num_rows:,}"),
    ]
    learnt = provenance(analyzer.bundle, result)
    if learnt != "unknown":
        lines.append(word(f"check_learnt_{learnt}"))
    _card("accuracy", figure=f"{accuracy.value:.2f}", lines=lines, panel="matrix")


def _slice_card(analyzer: Analyzer, result: BatchResult) -> None:
    worst = worst_slice(slice_batch(result)) if result.judged.any() else None
    if worst is not None:
        accuracy = worst.accuracy
        lines = [
            word("check_slice", value=f"{accuracy.value:.2f}", count=f"{worst.num_rows:,}"),
            _interval(accuracy.low, accuracy.high),
        ]
        _card("slice", figure=slice_title(worst, word=word), lines=lines, panel="slices")
        return
    reason = word("check_no_slice") if result.judged.any() else word("check_unlabelled")
    _card("slice", figure="–", lines=[reason], panel="slices")


def _calibration_card(analyzer: Analyzer, result: BatchResult) -> None:
    judged = result.judged
    if not judged.any():
        _card("calibration", figure="–", lines=[word("check_unlabelled")], panel="calibration")
        return
    before, after = (
        expected_calibration_error(probabilities[judged], result.true_ids[judged])
        for probabilities in (result.raw_probabilities, result.probabilities)
    )
    if analyzer.bundle.temperature == 1.0:
        _card(
            "calibration",
            figure=f"{before:.2f}",
            lines=[word("check_uncalibrated")],
            panel="calibration",
        )
        return
    lines = [word("check_calibrated", before=f"{before:.2f}", after=f"{after:.2f}")]
    _card("calibration", figure=f"{before:.2f} → {after:.2f}", lines=lines, panel="calibration")


def _scope_card(analyzer: Analyzer, result: BatchResult) -> None:
    if result.scope_threshold is None:
        _card("scope", figure="–", lines=[word("check_no_scope")], panel="scope")
        return
    flagged, answered = int(result.out_of_scope.sum()), int(result.answered.sum())
    share = f"{100 * flagged / answered:.1f}"
    lines = [word("check_flagged", share=share, total=f"{answered:,}")]
    _card("scope", figure=word("check_rows", count=f"{flagged:,}"), lines=lines, panel="scope")


def _interval(low: float, high: float) -> str:
    return word("check_interval", low=f"{low:.2f}", high=f"{high:.2f}")
