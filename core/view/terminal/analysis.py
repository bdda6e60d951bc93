"""An analysis as the 2019 article prints it, with colour where the terminal has any."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.explain.explanation import Analysis
from core.view.token_colours import blues


def print_analysis(analysis: Analysis, *, true_label: str | None = None, raw: bool = False) -> None:
    """Print the pieces, the predicted label and the table per token to stdout.

    Args:
        true_label: printed beside the prediction where it is known.
        raw: whether the probability is the network's own, not the calibrated one.
    """
    print("input: " + "|".join(token.piece for token in analysis.prediction.tokenized.tokens))
    print(label_line(analysis, true_label, raw=raw))
    prediction = analysis.prediction
    if prediction.out_of_scope:
        score, threshold = prediction.scope_score, prediction.scope_threshold
        print(f"scope: may be out of scope ({score:.2f} > {threshold:.2f})")
    Console(highlight=False).print(_table(analysis))


def label_line(analysis: Analysis, true_label: str | None, *, raw: bool = False) -> str:
    """Return "label: (L)true == (P)predicted(probability)", the first half where known."""
    prediction = analysis.prediction
    probabilities = prediction.raw_probabilities if raw else prediction.probabilities
    predicted = f"(P){prediction.label}({probabilities.max():.2f})"
    if true_label is None:
        return f"label: {predicted}"
    sign = "==" if true_label == prediction.label else "!="
    return f"label: (L){true_label} {sign} {predicted}"


def _table(analysis: Analysis) -> Table:
    table = Table(box=None)
    table.add_column("token")
    for name in ("weight", "rank", "normalized", "attention"):
        table.add_column(name, justify="right")
    num_seen = analysis.prediction.num_seen
    scores, ranking = analysis.attribution.token_scores, analysis.ranking
    colours = blues(ranking.normalized)
    for index, token in enumerate(analysis.prediction.tokenized.tokens):
        # Text, not markup: a piece such as "[bold]" must stay what it is.
        piece = Text(token.piece)
        if index >= num_seen:
            table.add_row(Text(token.piece, style="strike"), "-", "-", "-", "-")
            continue
        table.add_row(
            piece,
            f"{scores[index]:.6f}",
            f"{ranking.rank[index]:.1f}",
            Text(f"{ranking.normalized[index]:.6f}", style=f"black on {colours[index]}"),
            str(bool(ranking.attention[index])),
        )
    return table
