"""The highlighted text as a drawing: SVG whose characters are outlines."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.explain.explanation import Analysis
from core.model.bundle import Bundle
from core.view.explanation_words import legend_sentence
from core.view.painted_segments import PaintedSegment, painted_segments
from core.view.palette import AGAINST_HUE, FOR_HUE, PAGE, PAGE_INK, QUIET
from core.view.pictures.outlines import drawn_characters, outline_text, text_width
from core.view.token_colours import token_background
from core.words.lookup import Word

_MARGIN = 32
_SIZE = 30  # of the text's characters, in pixels
_LINE = 64
_ASCENT = 0.88  # what lies above the base line in a box, of the font size
_BOX = 1.3  # height of a box
_PADDING = 3  # pixels left and right of a token's characters
_GAP = 2  # pixels between two tokens
_SMALL = 18
_SMALL_LINE = 28
_TITLE = 26
_MARK_SHARE = 0.7  # of the font size: the signs ▁ and −
_SHA256_CHARACTERS = 12  # of the 64
_MAX_HIDDEN_CHARACTERS = 100  # of what the model never saw


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of a segment on one line.

    Attributes:
        signs: −, ▁ or both, drawn before the text but no part of it.
        x, y: the left edge and the base line.
    """

    segment: PaintedSegment
    signs: str
    text: str
    x: float
    y: float
    width: float


def token_strip_svg(
    analysis: Analysis,
    bundle: Bundle,
    *,
    scale: str,
    unit: str,
    theme: str,
    word: Word,
    width: int = 1000,
) -> str:
    """Return the prediction, the method, the highlighted text and what its colours mean.

    Args:
        scale: one of `core.view.highlight.SCALES`.
        unit: one of `core.types.UNITS`.
        theme: "light" or "dark".
        word: the words of a language by their keys in `core.words`.
        width: of the drawing in pixels; its height follows.
    """
    prediction, attribution = analysis.prediction, analysis.attribution
    room = width - 2 * _MARGIN
    title = f"{word('prediction')}: {prediction.label} {prediction.confidence:.2f}"
    drawn, y = [], float(_MARGIN)
    for line in _lines(title, _TITLE, room):
        y += _TITLE
        drawn.append(_text(line, _MARGIN, y, _TITLE, PAGE_INK[theme], bold=True))
        y += 10
    y = _small(
        drawn, f"{word(attribution.method)} / {attribution.target}", y, room, PAGE_INK[theme]
    )
    segments, hidden = _cropped(painted_segments(analysis, scale=scale, unit=unit, word=word))
    pieces = list(_laid_out(segments, top=y + 26, room=room))
    for piece in pieces:
        drawn += _drawn(piece, theme)
    y = max(piece.y for piece in pieces) + 34
    notes = [legend_sentence(analysis, scale=scale, unit=unit, word=word)]
    if prediction.num_truncated:
        notes.append(word("truncated_note"))
    if hidden:
        notes.append(word("export_cropped", count=f"{hidden:,}"))
    notes.append(word("export_honest"))
    notes.append(word("export_model", name=bundle.name, sha256=bundle.sha256[:_SHA256_CHARACTERS]))
    for note in notes:
        y = _small(drawn, note, y, room, QUIET[theme])
    height = round(y + _MARGIN / 2)
    label = html.escape(f"{title}. {analysis.text}")
    return outline_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
        f'<rect width="{width}" height="{height}" fill="{PAGE[theme]}"/>{"".join(drawn)}</svg>'
    )


def _small(drawn: list[str], text: str, y: float, room: float, colour: str) -> float:
    """Write a sentence in small type and return where the next may begin."""
    for line in _lines(text, _SMALL, room):
        y += _SMALL_LINE
        drawn.append(_text(line, _MARGIN, y, _SMALL, colour))
    return y


def _cropped(segments: list[PaintedSegment]) -> tuple[list[PaintedSegment], int]:
    """Shorten what the model never saw; return also how many characters are left out."""
    last = segments[-1]
    if not last.truncated or len(last.text) <= _MAX_HIDDEN_CHARACTERS:
        return segments, 0
    kept = last.text[:_MAX_HIDDEN_CHARACTERS]
    return [*segments[:-1], replace(last, text=f"{kept}…")], len(last.text) - len(kept)


def _laid_out(segments: list[PaintedSegment], *, top: float, room: float) -> Iterator[_Piece]:
    """Put the segments in lines: a token stays whole where a line has room for it."""
    right = _MARGIN + room
    x, y = float(_MARGIN), top + _SIZE
    for segment in segments:
        # か and a mark after it are one character of the font, and never on two lines.
        rows = [drawn_characters(row) for row in re.split("\r\n|\r|\n", segment.text)]
        edges = 2 * _PADDING + _GAP if segment.is_token else 0.0
        signs = "−" * segment.negative + "▁" * segment.is_mark
        for number, row in enumerate(rows):
            if number:
                x, y, signs = float(_MARGIN), y + _LINE, ""
            width = edges + text_width(signs, size=_MARK_SHARE * _SIZE)
            whole = width + text_width("".join(row), size=_SIZE)
            if segment.is_token and x > _MARGIN and x + whole > right and whole <= room:
                x, y = float(_MARGIN), y + _LINE
            begun = ""
            for character in row:
                advance = text_width(character, size=_SIZE)
                if x + width + advance > right and (begun or x > _MARGIN):
                    if begun or signs:
                        yield _Piece(
                            segment=segment, signs=signs, text=begun, x=x, y=y, width=width
                        )
                    x, y = float(_MARGIN), y + _LINE
                    signs, begun, width = "", "", edges
                begun += character
                width += advance
            if begun or signs:
                yield _Piece(segment=segment, signs=signs, text=begun, x=x, y=y, width=width)
                x += width


def _drawn(piece: _Piece, theme: str) -> Iterator[str]:
    segment, x, y = piece.segment, piece.x, piece.y
    if not segment.is_token:
        yield _text(
            piece.text, x, y, _SIZE, PAGE_INK[theme], opacity=0.75 if segment.truncated else 1
        )
        if segment.truncated:
            height = y - 0.35 * _SIZE
            yield _line(x, x + piece.width, height, 2, QUIET[theme])
        return
    top, width = y - _ASCENT * _SIZE - 4, piece.width - _GAP
    background = token_background(segment.strength, negative=segment.negative, theme=theme)
    hue = AGAINST_HUE if segment.negative else FOR_HUE
    thickness = 1 + 5 * segment.strength
    yield f'<g class="token" data-box="{x:.1f} {top:.1f} {width:.1f} {_BOX * _SIZE:.1f}">'
    yield f"<title>{html.escape(segment.status)}</title>"
    yield (
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{_BOX * _SIZE:.1f}" '
        f'rx="4" fill="{background}"/>'
    )
    bottom = top + _BOX * _SIZE + thickness / 2
    dashes = ' stroke-dasharray="7 4"' if segment.negative else ""
    yield _line(x, x + width, bottom, thickness, hue, more=dashes)
    size = _MARK_SHARE * _SIZE
    yield _text(piece.signs, x + _PADDING, y, size, PAGE_INK[theme], opacity=0.75)
    place = x + _PADDING + text_width(piece.signs, size=size)
    yield _text(piece.text, place, y, _SIZE, PAGE_INK[theme])
    yield "</g>"


def _line(left: float, right: float, y: float, width: float, colour: str, *, more: str = "") -> str:
    return (
        f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="{colour}" '
        f'stroke-width="{width:.1f}"{more}/>'
    )


def _text(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    opacity: float = 1,
) -> str:
    if not text.strip():
        return ""
    weight = ' font-weight="bold"' if bold else ""
    faint = f' opacity="{opacity}"' if opacity != 1 else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}"{weight}{faint}>'
        f"{html.escape(text)}</text>"
    )


def _lines(text: str, size: float, room: float) -> Iterator[str]:
    """Break a sentence into lines: between words, and between any two Japanese characters."""
    line = ""
    for part in re.findall(r"[!-~ÀÈ-ÿĀ-ſ“”]+ ?|.", text):
        if line and text_width(line + part.rstrip(), size=size) > room:
            yield line
            line = ""
        line += part
    if line:
        yield line
