"""The exported document has exactly the agreed keys and values."""

import json

from core.view.json.document import document_to_json
from tests.documents import make_document
from tests.fakes import make_bundle


def test_every_key_and_value():
    document = make_document(
        [
            (("京都", "へ", "。\n"), (0.125, 0.25, 0.5, 0.125), 1),
            (("\u200b\n",), None, 0),
            (("食べる",), (0.5, 0.25, 0.125, 0.125), 0),
        ],
        probabilities=(0.25, 0.25, 0.375, 0.125),
    )
    exported = document_to_json(document, make_bundle())
    assert exported == {
        "schema": 1,
        "model": {"name": "fake", "sha256": "ab" * 32},
        "text": "京都へ。\n\u200b\n食べる",
        "label": "京都",
        "probabilities": {"グルメ": 0.25, "携帯電話": 0.25, "京都": 0.375, "スポーツ": 0.125},
        "sentences": [
            {
                "start": 0,
                "end": 5,
                "label": "京都",
                "probabilities": {
                    "グルメ": 0.125,
                    "携帯電話": 0.25,
                    "京都": 0.5,
                    "スポーツ": 0.125,
                },
                "num_tokens": 3,
                "num_truncated": 1,
                "scope": None,
            },
            {
                "start": 5,
                "end": 7,
                "label": None,
                "probabilities": None,
                "num_tokens": 0,
                "num_truncated": 0,
                "scope": None,
            },
            {
                "start": 7,
                "end": 10,
                "label": "グルメ",
                "probabilities": {
                    "グルメ": 0.5,
                    "携帯電話": 0.25,
                    "京都": 0.125,
                    "スポーツ": 0.125,
                },
                "num_tokens": 1,
                "num_truncated": 0,
                "scope": None,
            },
        ],
    }
    assert json.loads(json.dumps(exported, allow_nan=False, ensure_ascii=False)) == exported
