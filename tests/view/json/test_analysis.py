"""The exported JSON has exactly the agreed keys and values."""

import json

import pytest

from core.view.json.analysis import analysis_to_json
from tests.fakes import make_analysis, make_bundle


@pytest.fixture
def exported():
    analysis = make_analysis(
        ("▁", "京都", "へ", "行く"),
        (0.25, 0.75, 0.5),
        probabilities=(0.25, 0.125, 0.5, 0.125),
        raw_probabilities=(0.125, 0.0625, 0.75, 0.0625),
        padding_share=0.125,
    )
    return analysis_to_json(analysis, make_bundle())


def test_every_key_and_value(exported):
    assert exported == {
        "schema": 1,
        "model": {"name": "fake", "sha256": "ab" * 32},
        "text": "京都へ行く",
        "label": "京都",
        "probabilities": {"グルメ": 0.25, "携帯電話": 0.125, "京都": 0.5, "スポーツ": 0.125},
        "raw_probabilities": {
            "グルメ": 0.125,
            "携帯電話": 0.0625,
            "京都": 0.75,
            "スポーツ": 0.0625,
        },
        "method": "attention",
        "target": "京都",
        "signed": False,
        "num_tokens": 4,
        "num_truncated": 1,
        "scope": None,
        "padding_share": 0.125,
        "tokens": [
            {
                "index": 0,
                "piece": "▁",
                "id": 2,
                "start": 0,
                "end": 0,
                "score": 0.25,
                "rank": 3.0,
                "normalized": 0.0,
                "attention": False,
            },
            {
                "index": 1,
                "piece": "京都",
                "id": 3,
                "start": 0,
                "end": 2,
                "score": 0.75,
                "rank": 1.0,
                "normalized": 0.25,
                "attention": True,
            },
            {
                "index": 2,
                "piece": "へ",
                "id": 4,
                "start": 2,
                "end": 3,
                "score": 0.5,
                "rank": 2.0,
                "normalized": 0.0,
                "attention": False,
            },
            {
                "index": 3,
                "piece": "行く",
                "id": 5,
                "start": 3,
                "end": 5,
                "score": None,
                "rank": None,
                "normalized": None,
                "attention": None,
            },
        ],
    }


def test_it_is_json_and_comes_back(exported):
    assert json.loads(json.dumps(exported, allow_nan=False, ensure_ascii=False)) == exported


def test_a_method_that_shares_nothing_out_has_no_padding_share():
    analysis = make_analysis(("あ", "い"), (0.5, 2.0), method="output_max", padding_share=None)
    exported = analysis_to_json(analysis, make_bundle())
    assert exported["padding_share"] is None
    assert exported["method"] == "output_max"
    assert json.loads(json.dumps(exported, allow_nan=False)) == exported
