"""The blind vote of step 6 with the shipped models."""

import re

from core.explain.faithfulness import judge, random_band
from core.text.align import seen_token_ids
from core.ui.lesson.vote import drawn_order
from core.view.html.lesson_highlight import rank_strengths
from core.view.numbers import plain_number
from core.view.token_colours import token_background
from tests.ui.lesson.test_attention import UDON, answer_of, drawn, ja
from tests.ui.lesson.test_explanation import open_step, strips
from tests.ui.lesson.test_page import open_lesson, press, use_text

KINDS = ("attention", "random", "output_max")
NO_TIES = "寺の庭でうどんを食べた"


def test_the_vote_is_blind(default):
    page = open_step("quiz", revealed=False, text=NO_TIES)
    scores = default.analyze(NO_TIES).attribution.token_scores
    expected = [
        token_background(strength, negative=False, theme="light")
        for strength in rank_strengths(scores)
        if strength
    ]
    place = drawn_order(NO_TIES).index(KINDS.index("attention"))
    assert [colour for colour, _ in strips(page)[place]] == expected
    # The same shades in each of them, at other tokens: only the order differs.
    assert {tuple(sorted(colour for colour, _ in one)) for one in strips(page)} == {
        tuple(sorted(expected))
    }
    assert len({tuple(one) for one in strips(page)}) == 3
    assert not [kind for kind in KINDS if ja(f"lesson_explanation_{kind}") in drawn(page)]
    # The same text comes in the same order again, another one in another.
    assert strips(open_step("quiz", revealed=False, text=NO_TIES)) == strips(page)
    assert {drawn_order(f"寺 {number}").index(0) for number in range(20)} == {0, 1, 2}


def test_the_answer_names_the_strips_and_measures_them(default):
    page = open_step("quiz", revealed=True)
    names = [ja(f"lesson_explanation_{KINDS[number]}") for number in drawn_order(UDON)]
    assert re.findall(r"<b>(.*?)</b>", drawn(page)) == names
    analysis = default.analyze(UDON)
    token_ids = seen_token_ids(default.encode(analysis.attribution.tokenized))
    target = default.labels.index(analysis.attribution.target)
    band = random_band(default.classifier, token_ids, target)
    scores = analysis.attribution.token_scores
    judged = judge(default.classifier, token_ids, scores, target, band=band)
    assert judged.verdict == "good"
    figures = ja(
        "lesson_explanation_figures",
        value=plain_number(judged.comprehensiveness),
        low=plain_number(judged.random_band[0]),
        high=plain_number(judged.random_band[1]),
    )
    told_of_it = f"<br>{figures}<br>{ja('lesson_explanation_good')}"
    assert f"<b>{ja('lesson_explanation_attention')}</b>{told_of_it}" in drawn(page)


def test_votes_are_counted_for_each_text_and_cleared():
    page = open_lesson(step="6")

    def labels():
        return [page.button(key=f"lesson_vote_{number}").label for number in range(3)]

    def counts(*numbers):
        return [
            ja("lesson_explanation_vote", name=name, count=count)
            for name, count in zip("ABC", numbers, strict=True)
        ]

    first = page.text_area(key="lesson_field").value
    for number in (1, 0, 1):
        page.button(key=f"lesson_vote_{number}").click().run()
    assert labels() == counts(1, 2, 0)
    use_text(page, "寺へ行く")
    assert labels() == counts(0, 0, 0)
    use_text(page, first)
    press(page, "onward")
    assert all(f">{told_count}</p>" in drawn(page) for told_count in counts(1, 2, 0))
    use_text(page, "庭のうどん")
    page.query_params.pop("answer")
    page.run()
    page.button(key="lesson_vote_2").click().run()
    page.button(key="lesson_vote_reset").click().run()
    assert labels() == counts(0, 0, 0)


def test_without_the_article_its_value_is_that_of_the_chosen_model():
    page = open_step("quiz", revealed=True, article=False)
    assert ja("lesson_explanation_no_article") in answer_of(page)
