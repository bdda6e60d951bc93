"""The charts of 検査 as drawings for its printed report."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.check_report import Calibration
from core.measure import Metrics
from core.slices import Slice
from core.view.chart_svg import chart_svg
from core.view.check_words import Word, slice_title
from core.view.confusion_chart import confusion_chart
from core.view.reliability_chart import reliability_chart
from core.view.roc_chart import roc_chart
from core.view.slices_chart import slices_chart

_THEME = "light"  # of the paper
_WIDTH = 560  # pixels


def confusion_svg(metrics: Metrics, *, word: Word) -> str:
    chart = confusion_chart(
        metrics.confusion,
        labels=metrics.labels,
        theme=_THEME,
        true_title=word("check_cell_true"),
        predicted_title=word("check_cell_predicted"),
        count_title=word("check_count"),
        share_title=word("check_share"),
    )
    return _drawn(chart.to_dict(), name="confusion")


def slices_svg(slices: Sequence[Slice], *, overall: float, worst: Slice | None, word: Word) -> str:
    """Draw some slices one below the other.

    Args:
        overall: the accuracy of all rows.
        worst: the slice in another colour, where it is one of these.
    """
    titles = [slice_title(one, word=word) for one in slices]
    counted = [
        word("slices_counted", name=title, count=f"{one.num_rows:,}")
        for title, one in zip(titles, slices, strict=True)
    ]
    chart = slices_chart(
        slices,
        titles=counted,
        overall=overall,
        worst=slices.index(worst) if worst in slices else None,
        theme=_THEME,
        slice_title=word("slices_part"),
        accuracy_title=word("slices_accuracy"),
        interval_title=word("slices_interval"),
        count_title=word("slices_rows"),
        overall_title=word("slices_overall", accuracy=f"{overall:.3f}"),
    )
    return _drawn(chart.to_dict(), name="slices")


def reliability_svg(kinds: Mapping[str, Calibration], *, word: Word) -> str:
    """Draw accuracy over probability.

    Args:
        kinds: "raw" and "calibrated", the last of them in the accent colour.
    """
    chart = reliability_chart(
        {word(kind): one.bins for kind, one in kinds.items()},
        chosen=word(list(kinds)[-1]),
        theme=_THEME,
        kind_title=word("probability_kind"),
        confidence_title=word("calibration_confidence"),
        accuracy_title=word("calibration_accuracy"),
        count_title=word("calibration_count"),
    )
    return _drawn(chart.to_dict(), name="reliability")


def roc_svg(record: Mapping[str, Any], *, word: Word) -> str:
    """Draw how a model tells foreign texts.

    Args:
        record: what `core.scope_fit` stores of it.
    """
    figures = {"score": record["test"], "baseline": record["test"]["baseline"]}
    chart = roc_chart(
        {word(f"scope_{name}"): record["roc"][name] for name in figures},
        {
            word(f"scope_{name}"): (row["false_alarms"]["share"], row["detected"]["share"])
            for name, row in figures.items()
        },
        limit=record["max_false_alarms"],
        theme=_THEME,
        score_title=word("scope_kind_of_score"),
        known_title=word("scope_false_alarms"),
        foreign_title=word("scope_detected"),
    )
    return _drawn(chart.to_dict(), name="roc")


def _drawn(spec: dict[str, Any], *, name: str) -> str:
    return chart_svg({**spec, "width": _WIDTH}, name=name)
