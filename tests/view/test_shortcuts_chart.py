"""The bars of the pieces that decide, read from their Vega-Lite form."""

import pytest

from core.shortcuts import Shortcut
from core.view.shortcuts_chart import NUMBER, SHORTCUT, shortcuts_chart


def _shortcut(piece: str, weight: float) -> Shortcut:
    return Shortcut(
        piece=piece,
        label="グルメ",
        count=3,
        num_texts=30,
        mean_score=10 * weight,
        other_score=0.0,
        weight=weight,
        flips=0.5,
        rows=(0, 4, 7),
    )


def _chart(theme: str = "light") -> dict:
    return shortcuts_chart(
        [_shortcut("[グルメ]", 0.05), _shortcut("料理", 0.03)],
        titles=["！ [グルメ]", "料理"],
        values=["0.050　3 行", "0.030　3 行"],
        theme=theme,
        piece_title="トークン",
        weight_title="影響",
        count_title="行数",
        flips_title="予測の変化",
    ).to_dict()


@pytest.mark.parametrize(
    ("theme", "warning", "accent", "ink"),
    [("light", "#b34700", "#0b57d0", "#1f2328"), ("dark", "#ff8a3d", "#6ea3ff", "#f0f3f6")],
)
def test_bar_is_a_piece_and_a_suspect_has_the_colour_of_a_warning(theme, warning, accent, ink):
    chart = _chart(theme)
    bars, words = chart["layer"]
    assert chart["datasets"][chart["data"]["name"]] == [
        {
            NUMBER: 0,
            "piece": "！ [グルメ]",
            "weight": 0.05,
            "count": 3,
            "flips": 0.5,
            "value": "0.050　3 行",
            "colour": warning,
        },
        {
            NUMBER: 1,
            "piece": "料理",
            "weight": 0.03,
            "count": 3,
            "flips": 0.5,
            "value": "0.030　3 行",
            "colour": accent,
        },
    ]
    y = bars["encoding"]["y"]
    assert y["sort"] == ["！ [グルメ]", "料理"]
    assert (y["axis"]["labelFontSize"], y["axis"]["labelLimit"]) == (16, 0)
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 0.05]
    assert (words["mark"]["color"], words["encoding"]["text"]["field"]) == (ink, "value")


def test_click_chooses_a_piece_by_its_number():
    (parameter,) = _chart()["params"]
    assert parameter["name"] == SHORTCUT
    assert parameter["select"] == {"type": "point", "fields": [NUMBER]}
