"""The score of how foreign a text is, worked out by hand."""

import json
import math

import numpy as np
import pytest

from core.errors import FileUnreadableError
from core.files import write_json
from core.model.scope import ScopeModel, measure_feature, read_scope
from core.types import UNK_ID

PIECES = np.array([4.0, 4.0, -2.0, 1.0, 4.0])  # (V,)
ROWS = (np.array([2, 2, 3]), np.array([UNK_ID]), np.array([3, 4, 2, UNK_ID]))
LOGITS = np.array([[0.0, 0.0], [math.log(3.0), 0.0], [1000.0, 0.0]], np.float32)


def make_model(**changes):
    parts = {
        "features": ("pieces", "energy"),
        "means": np.array([0.5, -1.0]),
        "deviations": np.array([2.0, 0.25]),
        "threshold": 1.5,
        "piece_scores": PIECES.copy(),
    }
    return ScopeModel(**parts | changes)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        # Three pieces that say nothing are added to every text.
        ("pieces", [-3 / 6, 4 / 4, 7 / 7]),
        ("unknown", [0.0, 1.0, 0.25]),
        ("energy", [-math.log(2.0), -math.log(4.0), -1000.0]),
        ("confidence", [-0.5, -0.75, -1.0]),
        (
            "entropy",
            [math.log(2.0), 0.75 * math.log(4 / 3) + 0.25 * math.log(4.0), 0.0],
        ),
    ],
)
def test_every_feature_of_every_text(name, values):
    assert measure_feature(name, ROWS, LOGITS, PIECES) == pytest.approx(values, abs=1e-6)
    assert measure_feature(name, (), np.zeros((0, 2)), PIECES).shape == (0,)


def test_the_score_is_the_sum_of_the_features_in_deviations():
    expected = [
        (-0.5 - 0.5) / 2 + (-math.log(2.0) + 1) / 0.25,
        (1.0 - 0.5) / 2 + (-math.log(4.0) + 1) / 0.25,
        (1.0 - 0.5) / 2 + (-1000.0 + 1) / 0.25,
    ]
    model = make_model()
    assert model.scores(ROWS, LOGITS) == pytest.approx(expected, abs=1e-5)
    # A text's score does not depend on the texts beside it.
    alone = [model.scores(ROWS[n : n + 1], LOGITS[n : n + 1])[0] for n in range(3)]
    assert alone == pytest.approx(model.scores(ROWS, LOGITS), rel=1e-12)


def test_what_is_written_is_read(tmp_path):
    model = make_model()
    write_json(tmp_path / "scope.json", model.to_json())
    read = read_scope(tmp_path / "scope.json", vocabulary_size=5)
    assert (read.features, read.threshold, read.name) == (model.features, 1.5, "pieces+energy")
    assert read.piece_scores.tolist() == PIECES.tolist()
    assert read.scores(ROWS, LOGITS).tolist() == model.scores(ROWS, LOGITS).tolist()
    # Only the pieces of the training sentences, and no order of them.
    assert model.to_json()["pieces"] == {"2": -2.0, "3": 1.0}


@pytest.mark.parametrize(
    "change",
    [
        {"features": ["colour", "energy"]},
        {"features": []},
        {"means": [0.0]},
        {"deviations": [1.0, 0.0]},
        {"pieces": {"5": 1.0}},
        {"pieces": [1.0]},
        {"pieces": None},
        {"threshold": None},
        {"unseen_piece": "far"},
    ],
)
def test_a_file_of_something_else_is_told(tmp_path, change):
    path = tmp_path / "scope.json"
    path.write_text(json.dumps(make_model().to_json() | change), encoding="utf-8")
    with pytest.raises(FileUnreadableError, match=r"scope\.json"):
        read_scope(path, vocabulary_size=5)
