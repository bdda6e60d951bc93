"""Every chart of `core.view` on small data: `CHARTS` by the name of the function that draws it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np

from core.checks.shortcuts import Shortcut
from core.checks.slices import Slice
from core.lab.attention_map import AttentionMap
from core.lab.compare import ComparedProbabilities
from core.model.curves import Epoch
from core.stats.intervals import Interval
from core.types import ReliabilityBin
from core.view.charts.agreement import agreement_chart
from core.view.charts.attention import attention_check_chart
from core.view.charts.compare import compare_chart
from core.view.charts.confusion import confusion_chart
from core.view.charts.curves import training_curves_chart
from core.view.charts.deletion_curves import deletion_curves_chart
from core.view.charts.matrix import matrix_chart
from core.view.charts.padding import padding_chart
from core.view.charts.pieces_map import pieces_map_chart
from core.view.charts.probabilities import probability_chart
from core.view.charts.randomization import randomization_chart
from core.view.charts.reliability import reliability_chart
from core.view.charts.roc import roc_chart
from core.view.charts.shortcuts import shortcuts_chart
from core.view.charts.slices import slices_chart
from core.view.check_words import Word
from tests.check_records import ATTENTION, RANDOMIZATION
from tests.fakes import LABELS, make_tokenized

PROBABILITIES = (0.25, 0.125, 0.5, 0.125)
CONFUSION = np.array([[6, 2, 0], [0, 5, 0], [0, 0, 0]])
CONFUSION_LABELS = ("グルメ", "京都", "スポーツ")
PIECES = ("京都", "、", "京都", '"]+x')
ROC = {
    "max_false_alarms": 0.1,
    "roc": {"score": [[0.0, 0.4], [0.1, 0.8], [1.0, 1.0]], "baseline": [[0.0, 0.1], [1.0, 1.0]]},
    "test": {
        "false_alarms": {"share": 0.07},
        "detected": {"share": 0.803},
        "baseline": {"false_alarms": {"share": 0.05}, "detected": {"share": 0.2}},
    },
}


def keys(key: str, **values: object) -> str:
    """Stand for the words of a language: a key itself, and what it is filled with."""
    return " ".join([key, *(f"{name}={value}" for name, value in values.items())])


def agreement(theme: str = "light", word: Word = keys, *, measure: str = "tau") -> alt.LayerChart:
    return agreement_chart(
        ["attention", "lime"],
        np.array([[1.0, -0.456], [-0.001, np.nan]]),
        measure=measure,
        theme=theme,
        word=word,
    )


def attention_check(theme: str = "light", word: Word = keys) -> alt.LayerChart:
    return attention_check_chart(ATTENTION, theme=theme, word=word)


def probability(
    theme: str = "light",
    word: Word = keys,
    *,
    labels: Sequence[str] = LABELS,
    probabilities: Sequence[float] = PROBABILITIES,
    before: Sequence[float] | None = None,
    **options: Any,
) -> alt.LayerChart:
    return probability_chart(
        labels,
        np.array(probabilities, np.float32),
        before=None if before is None else np.array(before, np.float32),
        theme=theme,
        word=word,
        **options,
    )


def compare(theme: str = "light", word: Word = keys) -> alt.LayerChart:
    compared = ComparedProbabilities(
        labels=("グルメ", "京都", "携帯電話"),
        left=np.array([0.25, 0.5, 0.25]),
        right=np.array([0.875, 0.0, 0.25]),
    )
    return compare_chart(compared, theme=theme, sides=("A", "B"), word=word)


def confusion(
    theme: str = "light",
    word: Word = keys,
    *,
    labels: Sequence[str] = CONFUSION_LABELS,
    counts: np.ndarray = CONFUSION,
) -> alt.LayerChart:
    return confusion_chart(counts, labels=labels, theme=theme, word=word)


def curves(theme: str = "light", word: Word = keys) -> alt.LayerChart:
    return deletion_curves_chart(
        np.array([0.0, 0.5, 1.0]),
        np.array([0.9, 0.25, 0.125]),
        np.array([[0.9, 0.5, 0.125], [0.9, 0.75, 0.125]]),
        kind="deletion",
        method="attention",
        theme=theme,
        word=word,
    )


def history(
    theme: str = "light", word: Word = keys, *, measure: str = "accuracy", **options: Any
) -> alt.LayerChart:
    epochs = [
        Epoch(
            number=number,
            loss=1.0 / number,
            accuracy=0.5 + 0.1 * number,
            selection_loss=1.2,
            selection_accuracy=accuracy,
        )
        for number, accuracy in ((1, 0.5), (2, 0.7), (3, 0.6))
    ]
    return training_curves_chart(
        epochs, measure, select_on="validation", theme=theme, word=word, **options
    )


def attention_map(token_index: Sequence[int], pieces: Sequence[str] = PIECES) -> AttentionMap:
    size = len(token_index)
    return AttentionMap(
        tokenized=make_tokenized(*pieces),
        token_index=np.array(token_index),
        weights=np.arange(size * size, dtype=np.float32).reshape(size, size) / 16,
        num_padding=list(token_index).count(-1),
        row_sum_gap=0.0,
        reconstruction_gap=0.0,
    )


PADDED = attention_map([-1, -1, 0, 1, 2, 3])


def matrix(
    theme: str = "light", word: Word = keys, *, attention: AttentionMap = PADDED, **options: Any
) -> alt.LayerChart:
    return matrix_chart(attention, theme=theme, word=word, **options)


def padding(theme: str = "light", word: Word = keys, *, window: int = 46) -> alt.LayerChart:
    return padding_chart(
        [0, 33, 66],
        {"article": np.array([0.0, 0.125, 0.25]), "default": np.zeros(3)},
        chosen=12,
        window=window,
        theme=theme,
        word=word,
    )


def pieces_map(
    theme: str = "light",
    word: Word = keys,  # it has none
    *,
    points: Sequence[Sequence[float]] = ((-2.0, 1.0), (2.0, 3.0), (0.0, 1.0)),
    pieces: Sequence[str] = ("左下", "右上", "中"),
) -> alt.LayerChart:
    return pieces_map_chart(np.array(points), pieces, theme=theme, font_size=24, height=300)


def randomization(
    theme: str = "light", word: Word = keys, *, record: Mapping[str, Any] = RANDOMIZATION
) -> alt.LayerChart:
    return randomization_chart(record, theme=theme, word=word)


def reliability(
    theme: str = "light", word: Word = keys, *, chosen: str = "calibrated"
) -> alt.LayerChart:
    bins = {
        "calibrated": [
            ReliabilityBin(low=0.4, high=0.5, count=10, confidence=0.46, accuracy=0.3),
            ReliabilityBin(low=0.9, high=1.0, count=40, confidence=0.95, accuracy=0.9),
        ],
        "raw": [ReliabilityBin(low=0.6, high=0.7, count=50, confidence=0.65, accuracy=0.8)],
    }
    return reliability_chart(bins, chosen=chosen, theme=theme, word=word)


def roc(theme: str = "light", word: Word = keys) -> alt.LayerChart:
    return roc_chart(ROC, theme=theme, word=word)


def shortcuts(theme: str = "light", word: Word = keys) -> alt.LayerChart:
    found = [
        Shortcut(
            piece=piece,
            label="グルメ",
            count=3,
            num_texts=30,
            mean_score=10 * weight,
            other_score=0.0,
            weight=weight,
            flips=0.5,
            rows=(0, 4, 7),
        )
        for piece, weight in (("[グルメ]", 0.05), ("料理", 0.03))
    ]
    return shortcuts_chart(
        found,
        titles=["！ [グルメ]", "料理"],
        values=["0.050　3 行", "0.030　3 行"],
        theme=theme,
        word=word,
    )


def _slice(first: int, last: int, accuracy: Interval, *, num_rows: int) -> Slice:
    return Slice(
        kind="length",
        name=(first, last),
        rows=np.arange(num_rows),
        accuracy=accuracy,
        num_rows=num_rows,
    )


SLICES = (
    _slice(1, 5, Interval(value=0.5, low=0.25, high=0.625), num_rows=20),
    _slice(6, 9, Interval(value=0.875, low=0.75, high=1.0), num_rows=40),
)


def slices(
    theme: str = "light", word: Word = keys, *, worst: Slice | None = None, overall: float = 0.75
) -> alt.LayerChart:
    return slices_chart(SLICES, overall=overall, worst=worst, theme=theme, word=word)


CHARTS: Mapping[str, Callable[[str, Word], alt.LayerChart]] = {
    "agreement_chart": agreement,
    "attention_check_chart": attention_check,
    "compare_chart": compare,
    "confusion_chart": confusion,
    "deletion_curves_chart": curves,
    "training_curves_chart": history,
    "matrix_chart": matrix,
    "padding_chart": padding,
    "pieces_map_chart": pieces_map,
    "probability_chart": probability,
    "randomization_chart": randomization,
    "reliability_chart": reliability,
    "roc_chart": roc,
    "shortcuts_chart": shortcuts,
    "slices_chart": slices,
}
