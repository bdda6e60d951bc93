"""Tables: the article's per token, on the screen and for spreadsheets; a model's figures."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pandas.io.formats.style import Styler

from core.data.tables.formula_mark import mark_formula
from core.explain.explanation import Analysis
from core.view.token_colours import transparent_blues


def token_table(analysis: Analysis) -> pd.DataFrame:
    """Return one row per token: token, weight, rank, normalized, attention, start, end, id.

    Truncated tokens have no values.
    """
    tokens = analysis.prediction.tokenized.tokens
    scores, ranking = analysis.attribution.token_scores, analysis.ranking
    attention = pd.array(ranking.attention, dtype="boolean")
    attention[np.isnan(scores)] = pd.NA
    return pd.DataFrame(
        {
            "token": [token.piece for token in tokens],
            "weight": scores,
            "rank": ranking.rank,
            "normalized": ranking.normalized,
            "attention": attention,
            "start": [token.start for token in tokens],
            "end": [token.end for token in tokens],
            "id": [token.id for token in tokens],
        }
    )


def styled_token_table(analysis: Analysis) -> Styler:
    """Return the article's five columns of the tokens the model saw, Blues over `normalized`."""
    num_seen = analysis.prediction.num_seen
    table = token_table(analysis).iloc[:num_seen, :5]

    def paint(column: pd.Series) -> list[str]:
        return [f"background-color: {colour}" for colour in transparent_blues(column.to_numpy())]

    return table.style.apply(paint, subset=["normalized"]).format(
        {"weight": "{:.4f}", "rank": "{:g}", "normalized": "{:.4f}"}
    )


def token_csv(analysis: Analysis) -> bytes:
    """Return the whole table as CSV that Excel opens: UTF-8 with a byte order mark.

    A piece that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    table = token_table(analysis)
    table["token"] = [mark_formula(piece) for piece in table["token"]]
    return table.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def protocol_table(
    protocols: Mapping[str, Mapping[str, Any]], *, titles: Mapping[str, str], columns: Sequence[str]
) -> pd.DataFrame:
    """Return one row per protocol of report.json, as text.

    Args:
        titles: the words for each protocol.
        columns: headings of protocol, accuracy with its interval, linear baseline, majority
            baseline, number of examples.
    """
    rows = [
        (
            titles[name],
            f"{record['accuracy']:.3f} ({record['low']:.3f}–{record['high']:.3f})",
            f"{record['linear_baseline']:.3f}",
            f"{record['majority_baseline']:.3f}",
            f"{record['num_examples']:,}",
        )
        for name, record in protocols.items()
    ]
    return pd.DataFrame(rows, columns=list(columns)).set_index(columns[0])


def calibration_table(
    records: Mapping[str, Mapping[str, Any]], *, measures: Mapping[str, str], source_title: str
) -> pd.DataFrame:
    """Return one row per set of sentences, one column per measure: "0.062 → 0.066", as text.

    Args:
        records: the word of each set, and its figures as report.json holds them; a dash stands
            where a measure is missing.
        measures: the name of each measure in the records, and its heading.
        source_title: heading of the sets.
    """

    def change(record: Mapping[str, Any], measure: str) -> str:
        if f"{measure}_after" not in record:
            return "–"
        return f"{record[f'{measure}_before']:.3f} → {record[f'{measure}_after']:.3f}"

    rows = [
        (title, *(change(record, measure) for measure in measures))
        for title, record in records.items()
    ]
    return pd.DataFrame(rows, columns=[source_title, *measures.values()]).set_index(source_title)


def foreign_kinds_table(
    kinds: Mapping[str, Mapping[str, int]], *, titles: Mapping[str, str], columns: Sequence[str]
) -> pd.DataFrame:
    """Return one row per kind of foreign text: "10 / 12", as text.

    Args:
        kinds: how many of each are flagged, of how many, as report.json holds them.
        titles: the words for each kind.
        columns: headings of kind and count.
    """
    rows = [(titles[kind], f"{row['flagged']} / {row['total']}") for kind, row in kinds.items()]
    return pd.DataFrame(rows, columns=list(columns)).set_index(columns[0])
