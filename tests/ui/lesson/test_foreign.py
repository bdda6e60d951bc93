"""What step 7 shows of a model before what it has never seen, with the shipped models."""

import html
import re

from core.data.dataset import read_samples
from core.data.foreign import read_foreign
from core.errors import EmptyTextError
from core.model.report import evaluate_command
from core.paths import DATA
from core.ui.lesson.foreign import NONSENSE_KEY, unseen_pieces
from tests.ui.lesson.test_attention import UDON, drawn, ja
from tests.ui.lesson.test_explanation import bars
from tests.ui.lesson.test_limits import open_step, written


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
    assert ja("check_missing", command=f"`{command}`") in written(page)
    assert not unseen_pieces(None, article.tokenize(UDON)).any()
