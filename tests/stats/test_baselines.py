"""The linear baseline learns what is written, and nothing about labels it has not seen."""

import numpy as np

from core.stats.baselines import LinearBaseline
from core.types import Example

LABELS = ("グルメ", "携帯電話", "京都", "スポーツ")
WORDS = {"グルメ": "ラーメン", "携帯電話": "着うた", "京都": "鴨川", "スポーツ": "甲子園"}
FRAMES = ("今日は{}の話。", "{}が好きだ", "また{}か", "あの{}について書く", "{}!")


def planted(*labels, frames=FRAMES):
    """Sentences that differ by one word of their label."""
    return [
        Example(text=frame.format(WORDS[label]), label=label)
        for frame in frames
        for label in labels
    ]


def answers(baseline, examples):
    scores = baseline.scores([example.text for example in examples])
    return [LABELS[index] for index in scores.argmax(axis=1)]


def test_planted_words_are_learnt():
    baseline = LinearBaseline(planted(*LABELS), LABELS)
    asked = planted(*LABELS, frames=("昨日の{}", "{}だって?"))
    assert answers(baseline, asked) == [example.label for example in asked]


def test_one_character_that_decides_is_seen():
    # 1- to 4-grams of characters: no words are cut, no blanks needed.
    pairs = [("あいうえお", "グルメ"), ("かきくけこ", "京都")] * 3
    baseline = LinearBaseline([Example(text=text, label=label) for text, label in pairs], LABELS)
    scores = baseline.scores(["ろろえろろ", "ろろけろろ"])
    assert [LABELS[index] for index in scores.argmax(axis=1)] == ["グルメ", "京都"]


def test_labels_that_were_not_learnt_are_never_the_answer():
    learnt = ("京都", "グルメ", "スポーツ")
    baseline = LinearBaseline(planted(*learnt), LABELS)
    scores = baseline.scores(["着うたの着うた", "鴨川で"])
    assert (scores[:, 1] == -np.inf).all()
    assert np.isfinite(scores[:, [0, 2, 3]]).all()
    assert LABELS[scores[1].argmax()] == "京都"


def test_two_labels_get_one_number_each():
    baseline = LinearBaseline(planted("スポーツ", "携帯電話"), LABELS)
    scores = baseline.scores(["甲子園へ", "着うたを聞く"])
    assert np.isneginf(scores[:, [0, 2]]).all()
    np.testing.assert_allclose(scores[:, 1], -scores[:, 3])
    assert [LABELS[index] for index in scores.argmax(axis=1)] == ["スポーツ", "携帯電話"]


def test_columns_follow_the_labels_not_the_examples():
    examples = planted(*LABELS)
    reference = LinearBaseline(examples, LABELS).scores(["鴨川"])
    turned = LinearBaseline(examples, LABELS[::-1]).scores(["鴨川"])
    np.testing.assert_allclose(turned[:, ::-1], reference, atol=1e-3)


def test_the_scores_are_always_the_same():
    first, again = (
        LinearBaseline(planted(*LABELS), LABELS).scores(["鴨川の着うた"]) for _ in range(2)
    )
    assert np.array_equal(first, again)
