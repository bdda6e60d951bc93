"""A list of pieces with their ids and their log probabilities, in HTML."""

from collections.abc import Sequence

from markupsafe import Markup

_TABLE = Markup(
    '<div class="pieces" tabindex="0" role="region" aria-label="{title}">'
    "<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup('<tr><td>{}</td><td class="piece" lang="ja">{}</td><td>{}</td></tr>')


def vocabulary_html(rows: Sequence[tuple[int, str, str]], *, columns: Sequence[str]) -> Markup:
    """Draw one row per piece; a long list scrolls in itself, also by the keyboard.

    Args:
        rows: id, piece and log probability as text.
        columns: headings of the three.
    """
    return _TABLE.format(
        title=columns[1],
        heads=Markup("").join(map(_HEAD.format, columns)),
        rows=Markup("").join(_ROW.format(*row) for row in rows),
    )
