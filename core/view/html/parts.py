"""Pieces of a printed page: whatever they are given is shown as it is written."""

import html
import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from core.text.tokenizer import clean_text
from core.words.lookup import Word

_CHARACTERS = 200  # of a text of the file
_LABEL_CHARACTERS = 24  # of a label of the file: those of the model are as they are
_MARK = re.compile(r"[\\*`]")  # that `rich` reads
_ESCAPED = re.compile(r"\\([\\*`])")


def escaped(text: str) -> Markup:
    """Return HTML as it is and any other text escaped, in the way of files written before.

    markupsafe's own writes &#34; and &#39; where they have &quot; and &#x27;.
    """
    return text if isinstance(text, Markup) else Markup(html.escape(text))


def as_written(text: str) -> str:
    """Return what a sentence of `core.words` may hold that is not of its own: a label, a name."""
    return _MARK.sub(r"\\\g<0>", text)


def filled_as_written(speak: Word) -> Word:
    """Return the same words, with all that fills their blanks `as_written`."""
    return lambda key, **values: speak(
        key, **{name: as_written(str(value)) for name, value in values.items()}
    )


def rich(text: str) -> Markup:
    """Return a sentence of `core.words`: of its Markdown, **strong** and `code` are kept.

    What others wrote stands in it by `as_written`.
    """
    if isinstance(text, Markup):
        return text
    literal = _ESCAPED.sub(lambda mark: f"&#{ord(mark[1])};", html.escape(text))
    strong = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", literal)
    return Markup(re.sub(r"`(.+?)`", r"<code>\1</code>", strong))


def japanese(text: str) -> Markup:
    """Return a text of the file, in its own language whatever that of the page is."""
    return Markup(f'<span lang="ja">{escaped(text)}</span>')


def paragraph(text: str, *, kind: str = "") -> Markup:
    """Return one paragraph.

    Args:
        kind: "", "note" for what explains a figure, "warning".
    """
    name = f' class="{kind}"' if kind else ""
    return Markup(f"<p{name}>{rich(text)}</p>")


def bullets(texts: Iterable[str]) -> Markup:
    """Return a list of sentences."""
    return Markup(f"<ul>{''.join(f'<li>{rich(text)}</li>' for text in texts)}</ul>")


def facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Return a list of names and what they stand for."""
    rows = "".join(f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>" for name, value in pairs)
    return Markup(f"<dl>{rows}</dl>")


def table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Iterable[int] = (),
) -> Markup:
    """Return a table whose head is repeated on every printed page.

    Args:
        numbers: the columns that are set flush right.
    """
    right = set(numbers)

    def line(tag: str, cells: Sequence[str]) -> str:
        kinds = [' class="number"' if number in right else "" for number in range(len(cells))]
        return "".join(
            f"<{tag}{kind}>{escaped(cell)}</{tag}>" for kind, cell in zip(kinds, cells, strict=True)
        )

    body = "".join(f"<tr>{line('td', cells)}</tr>" for cells in rows)
    return Markup(
        f"<table><caption>{rich(caption)}</caption>"
        f"<thead><tr>{line('th', head)}</tr></thead><tbody>{body}</tbody></table>"
    )


def figure(drawing: str, caption: str, *, alt: str) -> Markup:
    """Return a drawing (SVG) with its caption.

    Args:
        alt: what the drawing shows, for people who do not see it.
    """
    return Markup(
        f'<figure><div role="img" aria-label="{escaped(alt)}">{drawing}</div>'
        f"<figcaption>{rich(caption)}</figcaption></figure>"
    )


def section(title: str, *parts: str) -> Markup:
    """Return a heading and what stands under it, which is HTML."""
    return Markup(f"<section><h2>{escaped(title)}</h2>{''.join(parts)}</section>")


def label_cell(text: str) -> Markup:
    """Return a label of the file, in one line; "–" where there is none."""
    shown = clean_text(text)
    if len(shown) > _LABEL_CHARACTERS:
        shown = shown[:_LABEL_CHARACTERS] + "…"
    return whole(shown or "–")


def answer_cell(label: str, confidence: float) -> Markup:
    """Return a predicted label with its probability, in one line."""
    return whole(f"{label} {confidence:.2f}")


def whole(text: str) -> Markup:
    """Return what is not broken into lines."""
    return Markup(f'<span class="label">{escaped(text)}</span>')


def text_cell(text: str) -> Markup:
    """Return a text of the file, or its beginning."""
    shown = clean_text(text)
    return japanese(shown if len(shown) <= _CHARACTERS else shown[:_CHARACTERS] + "…")
