"""A list of pieces with their ids and their log probabilities, in HTML."""

import html
from collections.abc import Sequence

_STYLE = (
    "<style>"
    ".pieces { max-height: 30rem; overflow-y: auto }"
    ".pieces table { width: 100%; border-collapse: collapse; font-size: 1rem }"
    ".pieces th { text-align: start; font-weight: 600 }"
    ".pieces th, .pieces td { padding: 0.2em 0.8em 0.2em 0; "
    "border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }"
    ".pieces td { font-variant-numeric: tabular-nums }"
    ".pieces .piece { overflow-wrap: anywhere; white-space: pre-wrap }"
    "</style>"
)


def vocabulary_html(rows: Sequence[tuple[int, str, str]], *, columns: Sequence[str]) -> str:
    """Draw one row per piece; a long list scrolls in itself, also by the keyboard.

    Args:
        rows: id, piece and log probability as text.
        columns: headings of the three.
    """
    heads = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in columns)
    drawn = "".join(
        f'<tr><td>{number}</td><td class="piece" lang="ja">{html.escape(piece)}</td>'
        f"<td>{html.escape(score)}</td></tr>"
        for number, piece, score in rows
    )
    title = html.escape(columns[1], quote=True)
    return (
        f'{_STYLE}<div class="pieces" tabindex="0" role="region" aria-label="{title}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{drawn}</tbody></table></div>"
    )
