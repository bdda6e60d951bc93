"""The square of numbers that says how far methods agree."""

import numpy as np
import pytest

from core.view.agreement_chart import agreement_chart
from core.view.palette import INK, SOFT_DIVERGING, SOFT_SEQUENTIAL

TITLES = ["注目度", "LIME"]
VALUES = np.array([[1.0, -0.456], [-0.001, np.nan]])


def chart_of(signed=True, theme="light"):
    return agreement_chart(
        TITLES,
        VALUES,
        signed=signed,
        theme=theme,
        value_title="τ",
        row_title="行",
        column_title="列",
    ).to_dict()


def test_one_cell_per_pair_with_its_number():
    chart = chart_of()
    assert chart["datasets"][chart["data"]["name"]] == [
        {
            "row": row,
            "column": column,
            "row_name": one,
            "column_name": other,
            "value": value,
            "number": number,
        }
        for row, column, one, other, value, number in (
            (1, 1, "注目度", "注目度", 1.0, "1.00"),
            (1, 2, "注目度", "LIME", -0.456, "−0.46"),
            (2, 1, "LIME", "注目度", -0.001, "0.00"),
            (2, 2, "LIME", "LIME", None, "–"),
        )
    ]
    cells, numbers = chart["layer"]
    assert (cells["mark"]["type"], numbers["mark"]["type"]) == ("rect", "text")
    assert numbers["encoding"]["text"]["field"] == "number"
    assert (cells["encoding"]["y"]["field"], cells["encoding"]["x"]["field"]) == ("row", "column")
    assert chart["height"] == 72


def test_numbers_are_drawn_only_where_there_is_room():
    opacity = chart_of()["layer"][1]["encoding"]["opacity"]
    assert opacity == {"condition": {"test": "width >= 80", "value": 1}, "value": 0}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_scale_is_the_same_for_every_text(theme):
    for signed, domain, colours in (
        (True, [-1, 0, 1], SOFT_DIVERGING),
        (False, [0, 1], SOFT_SEQUENTIAL),
    ):
        colour = chart_of(signed, theme)["layer"][0]["encoding"]["color"]
        condition = colour["condition"]
        assert condition["scale"]["domain"] == domain
        assert condition["scale"]["range"] == list(colours[theme])
        assert condition["scale"]["interpolate"] == "rgb"
        # What cannot be compared has no colour.
        assert condition["test"] == "isValid(datum.value)"
        assert colour["value"] == "transparent"


def luminance(colour):
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_are_readable_on_every_shade(theme):
    for colour in (*SOFT_DIVERGING[theme], *SOFT_SEQUENTIAL[theme]):
        assert contrast(INK[theme], colour) >= 4.5


def test_the_tooltip_names_both_methods():
    tooltip = chart_of()["layer"][0]["encoding"]["tooltip"]
    assert [(part["title"], part["field"]) for part in tooltip] == [
        ("行", "row_name"),
        ("列", "column_name"),
        ("τ", "number"),
    ]
