"""Settings survive JSON and refuse an unknown preset, pooling or attention."""

import json
from dataclasses import FrozenInstanceError

import pytest

from core.model.bundle import load_bundle
from core.model.config import (
    ATTENTIONS,
    EVALUATION_PROTOCOLS,
    POOLINGS,
    PRESETS,
    ModelConfig,
    TrainConfig,
)
from core.paths import MODELS
from core.types import PROTOCOLS
from tests.fakes import make_model_config, make_train_config


@pytest.mark.parametrize(
    "config",
    [
        make_model_config(preset="article", masked=False, dropout=0.25, attention="none"),
        make_train_config(train_on=("train", "validation"), decay=True, subword_alpha=0.2),
    ],
    ids=["model", "train"],
)
def test_round_trip_through_json_text(config):
    text = json.dumps(config.to_json(), allow_nan=False)
    assert type(config).from_json(json.loads(text)) == config


def test_tuples_become_lists_and_come_back_as_tuples():
    values = make_model_config().to_json()
    assert values["labels"] == ["グルメ", "携帯電話", "京都", "スポーツ"]
    assert ModelConfig.from_json(values).labels == ("グルメ", "携帯電話", "京都", "スポーツ")


def test_a_missing_field_is_named():
    values = make_train_config().to_json()
    del values["patience"]
    with pytest.raises(KeyError, match="patience"):
        TrainConfig.from_json(values)


def test_an_unknown_preset_is_refused():
    assert PRESETS == ("default", "article")
    with pytest.raises(ValueError, match="Received: 'other'"):
        make_model_config(preset="other")


def test_an_unknown_pooling_is_refused():
    assert POOLINGS == ("last", "max")
    with pytest.raises(ValueError, match="Received: 'mean'"):
        make_model_config(pooling="mean")


def test_an_unknown_attention_is_refused():
    assert ATTENTIONS == ("learned", "uniform", "none")
    with pytest.raises(ValueError, match="Received: 'mean'"):
        make_model_config(attention="mean")


@pytest.mark.parametrize("name", ["default", "article"])
def test_a_shipped_models_attention_is_learned(name):
    assert load_bundle(MODELS / name).model.attention == "learned"


def test_a_recipe_is_measured_by_every_way_of_splitting():
    assert {"random_untagged", "grouped_tagged", *PROTOCOLS} < set(EVALUATION_PROTOCOLS)
    assert EVALUATION_PROTOCOLS[-2:] == ("documents", "topics_today")


def test_settings_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        make_model_config().dropout = 0.5
