"""Pieces of a printed page: whatever they are given is shown as it is written."""

import html
import re
from collections.abc import Iterable, Sequence

from core.tokenizer import clean_text

_CHARACTERS = 200  # of a text of the file
_LABEL_CHARACTERS = 24  # of a label of the file: those of the model are as they are


class Html(str):
    """HTML that is finished; any other text is escaped."""


def rich(text: str) -> Html:
    """Return a sentence of `core.words`: of its Markdown, **strong** and `code` are kept."""
    if isinstance(text, Html):
        return text
    strong = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html.escape(text))
    return Html(re.sub(r"`(.+?)`", r"<code>\1</code>", strong))


def japanese(text: str) -> Html:
    """Return a text of the file, in its own language whatever that of the page is."""
    return Html(f'<span lang="ja">{html.escape(text)}</span>')


def paragraph(text: str, *, kind: str = "") -> Html:
    """Return one paragraph.

    Args:
        kind: "", "note" for what explains a figure, "warning".
    """
    name = f' class="{kind}"' if kind else ""
    return Html(f"<p{name}>{rich(text)}</p>")


def bullets(texts: Iterable[str]) -> Html:
    return Html(f"<ul>{''.join(f'<li>{rich(text)}</li>' for text in texts)}</ul>")


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Return a list of names and what they stand for."""
    rows = "".join(f"<dt>{_cell(name)}</dt><dd>{_cell(value)}</dd>" for name, value in pairs)
    return Html(f"<dl>{rows}</dl>")


def table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Iterable[int] = (),
) -> Html:
    """Return a table whose head is repeated on every printed page.

    Args:
        numbers: the columns that are set flush right.
    """
    right = set(numbers)

    def line(tag: str, cells: Sequence[str]) -> str:
        kinds = [' class="number"' if number in right else "" for number in range(len(cells))]
        return "".join(
            f"<{tag}{kind}>{_cell(cell)}</{tag}>" for kind, cell in zip(kinds, cells, strict=True)
        )

    body = "".join(f"<tr>{line('td', cells)}</tr>" for cells in rows)
    return Html(
        f"<table><caption>{rich(caption)}</caption>"
        f"<thead><tr>{line('th', head)}</tr></thead><tbody>{body}</tbody></table>"
    )


def figure(drawing: str, caption: str, *, alt: str) -> Html:
    """Return a drawing (SVG) with its caption.

    Args:
        alt: what the drawing shows, for people who do not see it.
    """
    return Html(
        f'<figure><div role="img" aria-label="{html.escape(alt)}">{drawing}</div>'
        f"<figcaption>{rich(caption)}</figcaption></figure>"
    )


def section(title: str, *parts: str) -> Html:
    return Html(f"<section><h2>{_cell(title)}</h2>{''.join(parts)}</section>")


def label_cell(text: str) -> Html:
    """Return a label of the file, in one line; "–" where there is none."""
    shown = clean_text(text)
    if len(shown) > _LABEL_CHARACTERS:
        shown = shown[:_LABEL_CHARACTERS] + "…"
    return whole(shown or "–")


def answer_cell(label: str, confidence: float) -> Html:
    return whole(f"{label} {confidence:.2f}")


def whole(text: str) -> Html:
    """Return what is not broken into lines."""
    return Html(f'<span class="label">{html.escape(text)}</span>')


def text_cell(text: str) -> Html:
    shown = clean_text(text)
    return japanese(shown if len(shown) <= _CHARACTERS else shown[:_CHARACTERS] + "…")


def _cell(text: str) -> str:
    return text if isinstance(text, Html) else html.escape(text)
