"""Shares of a whole, each as a large number and as the grey part of a bar."""

import html
from collections.abc import Sequence

_STYLE = """<style>
.lesson-shares { display: grid; grid-template-columns: auto auto 1fr; gap: 0.9rem 1.2rem;
  align-items: center; }
.lesson-shares b { font-size: 1.7rem; line-height: 1.3; text-align: end; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.lesson-shares i { display: flex; height: 1.1rem; border-radius: 3px; overflow: hidden;
  background: color-mix(in srgb, currentColor 12%, transparent); }
.lesson-shares i > i { background: #7d8590; border-radius: 0; }
@media (max-width: 640px) {
  .lesson-shares { grid-template-columns: 1fr auto; }
  .lesson-shares > i { grid-column: 1 / -1; }
}
</style>"""


def shares_html(rows: Sequence[tuple[str, float | None]]) -> str:
    """Return one line per share: its title, the number with two decimals in percent, the bar.

    Args:
        rows: titles and shares 0..1; None: not told yet, the line keeps its place.
    """
    return f'{_STYLE}<div class="lesson-shares">{"".join(_line(*row) for row in rows)}</div>'


def _line(title: str, share: float | None) -> str:
    number = "?" if share is None else f"{100 * share:.2f} %"
    grey = "" if share is None else f'<i style="width: {100 * share:.4f}%"></i>'
    return f'<span>{html.escape(title)}</span><b>{number}</b><i aria-hidden="true">{grey}</i>'
