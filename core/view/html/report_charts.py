"""The charts of 検査 as drawings for its printed report."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.checks.report import Calibration
from core.checks.slices import Slice
from core.stats.measure import Metrics
from core.view.charts.confusion import confusion_chart
from core.view.charts.reliability import reliability_chart
from core.view.charts.roc import roc_chart
from core.view.charts.slices import slices_chart
from core.view.pictures.chart_svg import chart_svg
from core.words.lookup import Word

_THEME = "light"  # of the paper
_WIDTH = 560  # pixels


def confusion_svg(metrics: Metrics, *, word: Word) -> str:
    """Draw what was predicted beside what is true."""
    chart = confusion_chart(metrics.confusion, labels=metrics.labels, theme=_THEME, word=word)
    return _drawn(chart.to_dict(), name="confusion")


def slices_svg(slices: Sequence[Slice], *, overall: float, worst: Slice | None, word: Word) -> str:
    """Draw some slices one below the other.

    Args:
        overall: the accuracy of all rows.
        worst: the slice in another colour, where it is one of these.
    """
    chart = slices_chart(slices, overall=overall, worst=worst, theme=_THEME, word=word)
    return _drawn(chart.to_dict(), name="slices")


def reliability_svg(kinds: Mapping[str, Calibration], *, word: Word) -> str:
    """Draw accuracy over probability.

    Args:
        kinds: "raw" and "calibrated", the last of them in the accent colour.
    """
    chart = reliability_chart(
        {kind: one.bins for kind, one in kinds.items()},
        chosen=list(kinds)[-1],
        theme=_THEME,
        word=word,
    )
    return _drawn(chart.to_dict(), name="reliability")


def roc_svg(record: Mapping[str, Any], *, word: Word) -> str:
    """Draw how a model tells foreign texts.

    Args:
        record: what `core.checks.scope_fit` stores of it.
    """
    return _drawn(roc_chart(record, theme=_THEME, word=word).to_dict(), name="roc")


def _drawn(spec: dict[str, Any], *, name: str) -> str:
    return chart_svg({**spec, "width": _WIDTH}, name=name)
