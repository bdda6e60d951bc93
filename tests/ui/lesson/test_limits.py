"""Step 7 of the lesson with the shipped models: figures of the report, answers of the network."""

import html
import re

import numpy as np
import pytest

from core.data.dataset import read_samples
from core.data.foreign import read_foreign
from core.data.knb import TOPIC_TAGS
from core.errors import EmptyTextError
from core.model.report import evaluate_command
from core.paths import DATA
from core.stats.significance import compare_articles
from core.ui.lesson.limits_unseen import NONSENSE_KEY, unseen_pieces
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


def test_any_string_gets_a_category_and_what_the_scope_says_of_it(default):
    page = open_step("nonsense", revealed=True)
    first = page.text_input(key=NONSENSE_KEY).value
    kana = [
        one.text for one in read_foreign(DATA / "out_of_scope.csv") if one.kind == "random_kana"
    ]
    assert first in kana
    figures = default.report.check("scope")["kinds"]["random_kana"]
    stored = ja("lesson_limits_nonsense_stored", flagged=figures["flagged"], total=figures["total"])
    page.button(key="lesson_nonsense_button").click().run()
    second = page.text_input(key=NONSENSE_KEY).value
    assert second in kana
    assert second != first
    for text in (second, "うどん屋のうどんがおいしい"):
        page.text_input(key=NONSENSE_KEY).set_value(text).run()
        (prediction,) = default.predict([text])
        probabilities = dict(zip(prediction.labels, prediction.probabilities, strict=True))
        expected = sorted(probabilities.items(), key=lambda one: -one[1])
        assert [(title, figure) for title, _, figure in bars(page)] == [
            (label, f"{probability:.2f}") for label, probability in expected
        ]
        scope = "scope_maybe_out" if prediction.out_of_scope else "lesson_limits_in_scope"
        assert written(page) == f"{ja(scope)} {stored}"
    assert not prediction.out_of_scope
    assert not bars(open_step("nonsense", revealed=False))


def test_a_string_without_a_token_does_not_end_the_lesson():
    page = open_step("nonsense", revealed=True)
    page.text_input(key=NONSENSE_KEY).set_value("　").run()
    assert [error.value for error in page.error] == [EmptyTextError().sentence("ja")]
    assert not page.exception


def test_what_was_never_learnt_is_coloured_and_counted(default):
    question, answered = (open_step("unseen", revealed=revealed) for revealed in (False, True))
    text = "".join(html.unescape(one) for one in re.findall(r">([^<>]*)<", drawn(question)))
    (example,) = (
        one for one in read_samples(DATA / "topics_today.csv") if one.text == text.strip()
    )
    (prediction,) = default.predict([example.text])
    tokens = prediction.tokenized.tokens
    known = default.scope.to_json()["pieces"]
    unseen = [token.piece for token in tokens if str(token.id) not in known]
    assert unseen
    assert re.findall(r'class="cut" style=[^>]*>(.*?)<', drawn(answered)) == unseen
    assert drawn(answered).count('class="cut"') == len(tokens)
    record = default.report.protocol("topics_today")
    right = "right" if prediction.label == example.label else "wrong"
    scope = "scope_maybe_out" if prediction.out_of_scope else "lesson_limits_in_scope"
    assert written(answered).split("\n") == [
        ja("lesson_limits_unseen_count", count=len(unseen), total=len(tokens)),
        ja(
            "lesson_limits_unseen_answer",
            finding=f"{prediction.label} {prediction.confidence:.2f}",
            label=example.label,
            verdict=ja(f"lesson_limits_{right}"),
        )
        + f" {ja(scope)}",
        ja(
            "lesson_limits_unseen_stored",
            count=record["num_examples"],
            accuracy=f"{record['accuracy']:.3f}",
            low=f"{record['low']:.3f}",
            high=f"{record['high']:.3f}",
        ),
    ]
    before = drawn(question)
    question.button(key="lesson_unseen_button").click().run()
    assert drawn(question) != before


def test_a_model_that_stores_no_such_figure_says_so_and_one_without_scope_too(article):
    page = open_step("unseen", revealed=True, model="article")
    command = evaluate_command(article.bundle.folder, "topics_today")
    assert "--protocol topics_today --model models/article" in command
    assert ja("check_missing", command=command) in written(page)
    assert not unseen_pieces(None, article.tokenize(UDON)).any()
