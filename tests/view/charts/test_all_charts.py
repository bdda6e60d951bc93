"""What every chart must be on both pages: legible, in the page's colours, whole, without a frame.

What one chart alone draws is in its own test.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

import core.view
from core.view import palette
from core.view.palette import INK, PAGE, SOFT_DIVERGING, SOFT_SEQUENTIAL
from core.view.pictures.chart_svg import chart_svg
from core.words.lookup import word_in
from tests.colours import channels, contrast
from tests.view.charts.chart_examples import CHARTS, keys

SMALLEST = 14  # pixels: what is still read on a projector
LEAST_CONTRAST = 4.5  # WCAG AA

every_chart = pytest.mark.parametrize("name", CHARTS)
every_theme = pytest.mark.parametrize("theme", ["light", "dark"])


@cache
def spec_of(name: str, theme: str = "light") -> dict[str, Any]:
    return CHARTS[name](theme, keys).to_dict()


def walk(part: Any) -> Iterator[Any]:
    """Yield a part of a specification and everything in it."""
    yield part
    if isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from walk(inner)


def objects(spec: Any, key: str) -> list[dict[str, Any]]:
    """Return what stands under a key, wherever it is an object."""
    found = [part.get(key) for part in walk(spec) if isinstance(part, dict)]
    return [part for part in found if isinstance(part, dict)]


def axes_of(spec: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return every axis that is drawn, behind the channel that has it."""
    places = [*objects(spec, "x"), *objects(spec, "y")]
    return [(place, place["axis"]) for place in places if place.get("axis")]


def colours(part: Any) -> set[str]:
    return {
        found
        for found in walk(part)
        if isinstance(found, str) and re.fullmatch("#[0-9a-f]{6}", found)
    }


def is_legible(colour: str, page: str) -> bool:
    return contrast(channels(colour), channels(page)) >= LEAST_CONTRAST


def test_every_chart_is_looked_at():
    drawn = [
        node.name
        for path in Path(*core.view.__path__).rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and re.fullmatch("[a-z].*_chart", node.name)
    ]
    assert sorted(drawn) == sorted(CHARTS)


@every_chart
def test_what_is_written_is_large_and_has_no_limit(name):
    spec = spec_of(name)
    sizes = {
        (key, size)
        for part in walk(spec)
        if isinstance(part, dict)
        for key, size in part.items()
        if key.lower().endswith("fontsize")
    }
    assert {found for found in sizes if found[1] < SMALLEST} == set()
    # Nothing is left to Vega, whose own words have 10 pixels.
    assert all("fontSize" in mark for mark in objects(spec, "mark") if mark["type"] == "text")
    for place, axis in axes_of(spec):
        assert "labelFontSize" in axis
        # Numbers are short; a name or a piece may be as long as it likes.
        if place["type"] == "nominal" or "labelExpr" in axis:
            assert axis["labelLimit"] == 0
        if axis.get("title") or place.get("title"):
            assert (axis["titleFontSize"] >= SMALLEST, axis["titleLimit"]) == (True, 0)
    for legend in objects(spec, "legend"):
        assert "labelFontSize" in legend
        if legend["title"] is None:
            assert legend["labelLimit"] == 0
        else:
            assert (legend["titleFontSize"] >= SMALLEST, legend["titleLimit"]) == (True, 0)


@every_chart
@every_theme
def test_colours_are_the_pages_and_words_are_legible_on_it(name, theme):
    spec = spec_of(name, theme)
    of_page = [of[theme] for of in vars(palette).values() if isinstance(of, dict) and theme in of]
    assert colours(spec)
    assert colours(spec) <= colours(of_page)
    texts = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    written = [[text["mark"].get("color"), text["encoding"].get("color")] for text in texts]
    written += [[axis["labelColor"], axis.get("titleColor")] for _, axis in axes_of(spec)]
    for part in written:
        assert colours(part)
        assert all(is_legible(colour, PAGE[theme]) for colour in colours(part))


@every_theme
def test_numbers_are_legible_on_every_shade_of_a_cell(theme):
    for shade in (*SOFT_DIVERGING[theme], *SOFT_SEQUENTIAL[theme]):
        assert is_legible(INK[theme], shade)


@every_chart
def test_nothing_is_cut_off_where_it_is_drawn(name):
    for language in ("ja", "en"):
        spec = CHARTS[name]("light", partial(word_in, language)).to_dict()
        drawing = chart_svg({**spec, "width": 560}, name=name)
        assert "<text" in drawing
        assert "…" not in drawing


@every_chart
def test_all_titles_are_the_words_that_were_given(name):
    given = {None, " "}

    def word(key, **values):
        given.add(keys(key, **values))
        return keys(key, **values)

    spec = CHARTS[name]("light", word).to_dict()
    titled = [part for part in walk({**spec, "datasets": None}) if isinstance(part, dict)]
    assert {part["title"] for part in titled if "title" in part} <= given
    lines = [
        line for part in titled if isinstance(part.get("tooltip"), list) for line in part["tooltip"]
    ]
    lines += objects(spec, "tooltip")
    assert lines
    assert all(line["title"] for line in lines)


@every_chart
def test_there_is_neither_a_grid_nor_vegas_frame(name):
    spec = spec_of(name)
    view = spec["config"]["view"]
    assert view.get("strokeWidth") == 0 or colours(view)
    for place, axis in axes_of(spec):
        # Vega draws a grid behind numbers only.
        assert place["type"] != "quantitative" or axis["grid"] is False


def test_an_unknown_theme_crashes():
    for draw in CHARTS.values():
        with pytest.raises(KeyError, match="sepia"):
            draw("sepia", keys)
