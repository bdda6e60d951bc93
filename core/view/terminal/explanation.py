"""An explanation in the terminal: a column per method, the verdicts under it."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.explain.explanation import Explanation
from core.lab.flip import Flip
from core.view.json.explanation import unit_names

_COLUMNS = 4  # methods side by side; more do not fit into a terminal


def print_explanation(explanation: Explanation) -> None:
    """Print the scores per unit, what the test of deletion says of each method, and agreement."""
    prediction = explanation.prediction
    print(f"label: (P){prediction.label}({prediction.probabilities.max():.2f})")
    print(f"explained: {explanation.target} (raw probability), unit: {explanation.unit}")
    console = Console(highlight=False)
    methods = list(explanation.results)
    for start in range(0, len(methods), _COLUMNS):
        console.print(_score_table(explanation, methods[start : start + _COLUMNS]))
    console.print(_verdict_table(explanation))


def print_flip(explanation: Explanation, flip: Flip | None, *, max_size: int) -> None:
    """Print the smallest set of units without which another category wins."""
    if flip is None:
        print(f"smallest flip: none of up to {max_size}")
        return
    names = unit_names(explanation)
    without = ", ".join(names[number] for number in flip.groups)
    label = explanation.prediction.labels[flip.label_id]
    searched = "exhaustive" if flip.exhaustive else "greedy: a smaller one may exist"
    print(f"smallest flip: without {without} → {label}({flip.probability:.2f}), {searched}")


def _score_table(explanation: Explanation, methods: Sequence[str]) -> Table:
    table = Table(box=None)
    table.add_column("token")
    results = [explanation.results[name] for name in methods]
    for name in methods:
        table.add_column(name, justify="right", overflow="fold")
    for number, name in enumerate(unit_names(explanation)):
        # Text, not markup: a piece such as "[bold]" must stay what it is.
        cells = [
            _score(result.unit_scores[number], signed=result.analysis.attribution.signed)
            for result in results
        ]
        table.add_row(Text(name), *cells)
    return table


def _score(value: float, *, signed: bool) -> str:
    if value != value:  # NaN: the model never saw it
        return "-"
    return f"{value:+.4f}" if signed else f"{value:.4f}"


def _verdict_table(explanation: Explanation) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0))
    table.add_column("method", no_wrap=True)
    for name in ("compr.", "random", "verdict", "suffic.", "delta", "s"):
        table.add_column(name, justify="right", no_wrap=True)
    for name, result in explanation.results.items():
        judged, delta = result.faithfulness, result.analysis.attribution.delta
        low, high = judged.random_band
        table.add_row(
            name,
            f"{judged.comprehensiveness:.3f}",
            f"{low:.2f}–{high:.2f}",
            judged.verdict,
            f"{judged.sufficiency:.3f}",
            "-" if delta is None else f"{delta:+.4f}",
            f"{result.seconds:.2f}",
        )
    return table
