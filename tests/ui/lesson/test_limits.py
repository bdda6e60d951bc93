"""Step 7 of the lesson with the shipped models: answers beside the report's figures."""

import numpy as np
import pytest

from core.data.knb import TOPIC_TAGS
from core.stats.significance import compare_articles
from core.view.check_words import difference_sentence
from core.view.numbers import signed_number
from tests.ui.lesson.test_attention import UDON, drawn, ja, open_part, rows
from tests.ui.lesson.test_explanation import bars


def open_step(part, *, revealed, **options):
    return open_part(part, revealed=revealed, step="limits", **options)


def written(page):
    return "\n".join(one.value for one in page.markdown).replace("\\", "")


def difference(records, first, second):
    one, other = (records[name]["articles"] for name in (first, second))
    return compare_articles(one["sizes"], one["right"], other["sizes"], other["right"])


def told_pair(records, split, kept, removed):
    pair = ja(
        "lesson_limits_pair",
        split=ja(f"protocols_{split}"),
        kept=f"{records[kept]['accuracy']:.3f}",
        removed=f"{records[removed]['accuracy']:.3f}",
    )
    between = difference(records, kept, removed)
    numbers = {"difference": between.value, "low": between.low, "high": between.high}
    texts = {name: signed_number(number, digits=3) for name, number in numbers.items()}
    return f"{pair} {ja('lesson_limits_difference', **texts)}"


@pytest.mark.parametrize("model", ["default", "article"])
def test_the_tags_move_the_model_that_learnt_with_them(default, article, model):
    question, answered = (
        open_step("tags", revealed=revealed, model=model) for revealed in (False, True)
    )
    both = (article, default)
    plain = [analyzer.predict([UDON])[0] for analyzer in both]
    cells = [f"{one.label} {one.confidence:.2f}" for one in plain]
    assert rows(question)[1:] == [
        [ja("lesson_limits_untagged"), *cells],
        *([tag, "?", "?"] for tag in TOPIC_TAGS),
    ]
    for tag, row in zip(TOPIC_TAGS, rows(answered)[2:], strict=True):
        expected = [tag]
        for analyzer, without in zip(both, plain, strict=True):
            (tagged,) = analyzer.predict([tag + UDON])
            moved = "→ " if tagged.label != without.label else ""
            expected.append(f"{moved}{tagged.label} {tagged.confidence:.2f}")
        assert row == expected
    assert "→ 携帯電話" in rows(answered)[3][1]
    # The recipe's folds are those of models/default, whichever of the two is chosen.
    records = default.report.protocols
    assert ja("lesson_limits_of", name="default") in written(answered)
    assert told_pair(records, "random", "random", "random_untagged") in written(answered)
    assert told_pair(records, "grouped", "grouped_tagged", "grouped") in written(answered)
    assert not written(question)


def test_without_the_article_the_chosen_model_stands_alone():
    page = open_step("tags", revealed=True, article=False)
    assert rows(page)[0] == ["", ja("lesson_limits_tags_removed", name="default")]
    assert ja("lesson_limits_no_article") in written(page)


def test_the_two_splits_are_the_stored_figures(default):
    question, answered = (open_step("split", revealed=revealed) for revealed in (False, True))
    assert not bars(question)
    records = default.report.protocols
    stored = [records["random_untagged"], records["grouped"]]
    # On a scale from one tenth to another.
    low = np.floor(10 * min(one["low"] for one in stored)) / 10
    high = np.ceil(10 * max(one["high"] for one in stored)) / 10
    assert f"<span>{low:.2f}</span><span>{high:.2f}</span>" in drawn(answered)
    for (title, places, text), split, one in zip(
        bars(answered), ("random", "grouped"), stored, strict=True
    ):
        assert title == ja(f"protocols_{split}")
        ends = [one["low"] - low, one["high"] - one["low"], one["accuracy"] - low]
        assert places == pytest.approx([100 * end / (high - low) for end in ends], abs=0.01)
        assert text == f"{one['accuracy']:.3f} ({one['low']:.3f}–{one['high']:.3f})"
    between = difference(records, "random_untagged", "grouped")
    assert difference_sentence(between, word=ja) in written(answered)
    assert ja("lesson_limits_split_answer", name="default", folds=10) in written(answered)
