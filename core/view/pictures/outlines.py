"""Text of a drawing as outlines: it looks the same on a computer without Japanese fonts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from xml.etree import ElementTree

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from core.paths import DATA
from core.text.invisible import INVISIBLE

FONT_FOLDER = DATA / "fonts"

_FONT_FILE = FONT_FOLDER / "NotoSansJP-Regular.ttf"
_SVG = "http://www.w3.org/2000/svg"
_TEXT_ATTRIBUTES = ("x", "y", "dx", "dy", "text-anchor", "font-family", "font-size", "font-weight")
_DEFAULT_SIZE = 16.0
_BOLD_STROKE = 0.04  # of the font size: the font has one weight
_BOX = 1.0  # width of the box, of the font size
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # each chooses a form of what stands before it
_UNSEEN = re.compile(f"(?![{_SELECTORS}])[{INVISIBLE}]")
_SELECTED = re.compile(f"([^{_SELECTORS}]?)([{_SELECTORS}]++)")
_DRAWN = re.compile(f".[{_SELECTORS}]?", re.DOTALL)
# What no XML file may hold, not even written as a number.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

ElementTree.register_namespace("", _SVG)


def outline_text(svg: str) -> str:
    """Return the drawing with every text as paths, in the same place, size and colour.

    A character that the font lacks becomes a box with its code point; one that nobody sees takes
    no room, or chooses a form of the character before it. A text that has no `aria-label` gets
    its own characters as one.

    Args:
        svg: its texts have numbers as positions, and one tspan per line.
    """
    root = ElementTree.fromstring(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", svg))
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == f"{{{_SVG}}}text":
                parent[place] = _outlined(child)
    return ElementTree.tostring(root, encoding="unicode")


def text_width(text: str, *, size: float) -> float:
    """Return how wide `outline_text` draws a text of that font size."""
    return size * sum(_glyph(character).advance for character in drawn_characters(text))


def drawn_characters(text: str) -> list[str]:
    """Cut a text into what is drawn as one: a character, and the selector of its form.

    か and a mark after it are one glyph of the font; every blank is as wide as its kind. What
    nobody sees is left out, also a selector of a form that the font does not have.
    """
    chosen = _SELECTED.sub(_with_form, _UNSEEN.sub("", text))
    return _DRAWN.findall(unicodedata.normalize("NFC", chosen))


def _with_form(match: re.Match[str]) -> str:
    character, selector = match[1], match[2][0]
    return character + selector if character + selector in _forms() else character


@dataclass(frozen=True, slots=True, kw_only=True)
class _Glyph:
    """One character, in the form that a selector chooses; the units are font sizes.

    Attributes:
        strokes: what a pen draws, in the font's own units.
    """

    strokes: tuple[tuple[str, tuple[object, ...]], ...]
    advance: float


def _outlined(text: ElementTree.Element) -> ElementTree.Element:
    size = _number(text.get("font-size"), _DEFAULT_SIZE)
    anchor = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    group = ElementTree.Element(f"{{{_SVG}}}g")
    group.attrib |= {k: v for k, v in text.attrib.items() if k not in _TEXT_ATTRIBUTES}
    group.attrib.setdefault("role", "img")
    group.attrib.setdefault("aria-label", "".join(text.itertext()))
    group.tail = text.tail
    scale = size / _units_per_em()
    bold = text.get("font-weight") in ("bold", "600", "700")
    for x, y, line in _lines(text):
        if not line.strip():
            continue
        left = x - anchor * text_width(line, size=size)
        path = ElementTree.SubElement(group, f"{{{_SVG}}}path")
        path.set("transform", f"translate({left:.3f},{y:.3f}) scale({scale:.6g},{-scale:.6g})")
        path.set("d", _path(line))
        if bold:
            path.set("stroke", text.get("fill", "#000"))
            path.set("stroke-width", f"{_BOLD_STROKE * _units_per_em():g}")
    return group


def _lines(text: ElementTree.Element) -> Iterator[tuple[float, float, str]]:
    """Yield where each line of a text begins, and its characters."""
    x, y = _number(text.get("x"), 0.0), _number(text.get("y"), 0.0)
    if text.text:
        yield x, y, text.text
    for span in text:
        if (text.text or span is not text[0]) and "x" not in span.attrib:
            raise ValueError(f"a tspan must be a line of its own. Received: {span.attrib}")
        y += _number(span.get("dy"), 0.0)
        yield _number(span.get("x"), x), y, "".join(span.itertext())


def _number(value: str | None, default: float) -> float:
    return default if value is None else float(value.removesuffix("px"))


def _path(line: str) -> str:
    """Return a path in the font's units that begins at 0 on the base line."""
    pen = SVGPathPen(None, ntos=lambda value: str(round(value)))
    place = 0.0
    for character in drawn_characters(line):
        glyph = _glyph(character)
        moved = TransformPen(pen, (1, 0, 0, 1, place, 0))
        for name, points in glyph.strokes:
            getattr(moved, name)(*points)
        place += glyph.advance * _units_per_em()
    return pen.getCommands()


@cache
def _font() -> TTFont:
    return TTFont(_FONT_FILE)


def _units_per_em() -> int:
    return _font()["head"].unitsPerEm


_reading = Lock()  # the font reads its file whenever it is asked for something new


@cache
def _forms() -> dict[str, str]:
    """Return the glyphs of the characters with a selector that look otherwise than without one."""
    with _reading:
        table = _font()["cmap"].getcmap(0, 5)
        return {
            chr(character) + chr(selector): name
            for selector, forms in table.uvsDict.items()
            for character, name in forms
            if name is not None
        }


@cache
def _glyph(character: str) -> _Glyph:
    form = _forms().get(character)
    with _reading:
        if form is not None:
            return _named(form)
        if character.isspace() and ord(character) not in _font().getBestCmap():
            return _Glyph(strokes=(), advance=_drawn(" ").advance)
        if ord(character) not in _font().getBestCmap():
            return _box(character)
        return _drawn(character)


def _drawn(character: str) -> _Glyph:
    return _named(_font().getBestCmap()[ord(character)])


def _named(name: str) -> _Glyph:
    glyphs = _font().getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return _Glyph(strokes=tuple(pen.value), advance=glyphs[name].width / _units_per_em())


def _box(character: str) -> _Glyph:
    """Draw a box around the code point in two rows, as browsers do for want of a font."""
    em = _units_per_em()
    digits = f"{ord(character):04X}"
    half = (len(digits) + 1) // 2
    strokes = [*_rectangle(60, -90, 940, 850), *_rectangle(100, -50, 900, 810, inner=True)]
    for row, bottom in ((digits[:half], 420), (digits[half:], 30)):
        glyphs = [_drawn(digit) for digit in row]
        place = (em - 0.45 * em * sum(glyph.advance for glyph in glyphs)) / 2
        for glyph in glyphs:
            pen = DecomposingRecordingPen(None)
            moved = TransformPen(pen, (0.45, 0, 0, 0.45, place, bottom))
            for name, points in glyph.strokes:
                getattr(moved, name)(*points)
            strokes += pen.value
            place += 0.45 * em * glyph.advance
    return _Glyph(strokes=tuple(strokes), advance=_BOX)


def _rectangle(
    left: int, bottom: int, right: int, top: int, *, inner: bool = False
) -> list[tuple[str, tuple[object, ...]]]:
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    if inner:  # the other way round: a hole
        corners.reverse()
    return [
        ("moveTo", (corners[0],)),
        *(("lineTo", (corner,)) for corner in corners[1:]),
        ("closePath", ()),
    ]
