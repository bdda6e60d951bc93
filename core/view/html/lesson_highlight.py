"""A text with some of its tokens coloured, and nothing else: no number, no name, no padding."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from core.explain.ranking import rank_scores
from core.types import TokenizedText
from core.view.segments import cut_segments
from core.view.token_colours import token_background

_HIGHLIGHT = Markup(
    '<p class="lesson-highlight" lang="ja" role="group" tabindex="0" aria-label="{label}" '
    'style="max-height: {height:g}rem">{parts}</p>'
)
_TOKEN = Markup("<span{kind}{style}>{text}</span>")
_KIND = Markup(' class="{}"')
_COLOURS = Markup(' style="background: {background}; border-bottom: {width:.1f}px {kind} {line}"')
_HIDDEN = Markup("<s>{}</s>")
_LINE_REM = 1.75
_MARK = "▁"


def first_tokens(tokenized: TokenizedText, count: int) -> TokenizedText:
    """Return the beginning of a text that its first `count` tokens cover."""
    if count >= len(tokenized.tokens):
        return tokenized
    tokens = tokenized.tokens[:count]
    return TokenizedText(text=tokenized.text[: tokens[-1].end], tokens=tokens)


def rank_strengths(scores: np.ndarray) -> np.ndarray:
    """Return strengths 0..1 that tell the order of the scores (T,) and nothing else of them.

    Whatever the method, T scores without a tie give the same T strengths: neither the size of its
    numbers nor their distribution gives it away.
    """
    size = len(scores)
    if size < 2:
        return np.ones(size)
    share_below = (size - rank_scores(scores).rank) / (size - 1)  # (T,)
    return share_below**3  # the few highest stand out


def highlight_html(
    tokenized: TokenizedText,
    strengths: np.ndarray,
    *,
    theme: str,
    label: str,
    negative: np.ndarray | None = None,
    framed: Sequence[int] = (),
    cut: bool = False,
    num_truncated: int = 0,
    lines: int = 4,
) -> Markup:
    """Return the text as HTML; one of more lines scrolls in its own box, by the keyboard too.

    Args:
        strengths: (T,), 0..1, whatever the sign; those of truncated tokens do not count.
        theme: "light" or "dark".
        label: its name for people who do not see it.
        negative: bool (T,), which tokens speak against; none by default.
        framed: the numbers of the tokens with a frame.
        cut: whether a line under every piece shows where the text is cut.
        num_truncated: how many of the last tokens the model never saw; they are struck out.
        lines: how many are shown at once.
    """
    negative = np.zeros(len(strengths), bool) if negative is None else negative
    parts: list[str] = []
    for segment in cut_segments(tokenized, num_truncated):
        numbers = list(segment.units)
        if segment.truncated:
            parts.append(_HIDDEN.format(segment.text))
            continue
        strongest = max(numbers, key=lambda number: strengths[number], default=None)
        is_framed = bool(set(framed) & set(numbers))
        # No element where there is nothing to see: not even a gap tells where the text is cut.
        if strongest is None or not (strengths[strongest] or is_framed or cut):
            parts.append(segment.text)
            continue
        style = _colours(strengths[strongest], negative=bool(negative[strongest]), theme=theme)
        kinds = [*["framed"] * is_framed, *["cut"] * cut]
        kind = _KIND.format(" ".join(kinds)) if kinds else ""
        parts.append(_TOKEN.format(kind=kind, style=style, text=segment.text or _MARK))
    return _HIGHLIGHT.format(
        label=label, height=lines * _LINE_REM + 0.4, parts=Markup("").join(parts)
    )


def _colours(strength: float, *, negative: bool, theme: str) -> Markup:
    """Return the style of a token: a line says the same as the colour, dashed where negative."""
    if not strength:
        return Markup()
    background = token_background(float(strength), negative=negative, theme=theme)
    line = token_background(1.0, negative=negative, theme=theme)
    kind = "dashed" if negative else "solid"
    return _COLOURS.format(background=background, width=4.0 * strength, kind=kind, line=line)
