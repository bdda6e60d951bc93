"""Step 6 of the lesson with the shipped models: a blind vote, and what the experiments find."""

import html
import re
from dataclasses import replace

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.explain.faithfulness import judge, random_band
from core.lab.attention_swap import swap_attention
from core.paths import MODELS
from core.stats.calibration import calibrate
from core.text.align import seen_token_ids
from core.ui.lesson.explanation_vote import drawn_order
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.view.html.lesson_highlight import rank_strengths
from core.view.numbers import plain_number
from core.view.token_colours import token_background
from tests.ui.lesson.test_attention import UDON, answer_of, drawn, ja, open_part
from tests.ui.lesson.test_page import open_lesson, press, use_text

KINDS = ("attention", "random", "output_max")
NO_TIES = "寺の庭でうどんを食べた"
LONG = "寺の庭で、うどんを食べた。" * 30
MARKUP = "<b>うどん</b> *寺* &amp; [京都](x)"


def open_step(part, *, revealed, **options):
    return open_part(part, revealed=revealed, step="explanation", **options)


def strips(page):
    """The background of every coloured token, strip by strip, as (text, colour)."""
    return [
        re.findall(r"<span[^>]*background: (#\w+)[^>]*>(.*?)</span>", strip)
        for strip in re.findall(r'<p class="lesson-highlight".*?</p>', drawn(page))
    ]


def bars(page):
    """Title, width or place of the mark in percent, and figure of every bar."""
    lines = re.findall(r"<span>([^<]*)</span><i[^>]*>(.*?)</i><b[^>]*>(.*?)</b>", drawn(page))
    return [
        (html.unescape(title), [float(x) for x in re.findall(r"([\d.]+)%", mark)], text)
        for title, mark, text in lines
    ]


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


@pytest.mark.parametrize(
    ("model", "verdict"), [("default", "stays"), ("article", "changes")], ids=str
)
def test_other_attention_gives_the_answer_that_the_network_gives(model, verdict):
    analyzer = Analyzer.load(MODELS / model)
    page = open_step("swap", revealed=True, model=model)
    (prediction,) = analyzer.predict([UDON])
    swap = swap_attention(analyzer.classifier, analyzer.encode(prediction.tokenized))
    uniform = calibrate(swap.uniform, analyzer.bundle.temperature)
    shuffled = calibrate(swap.shuffled, analyzer.bundle.temperature)
    target = analyzer.labels.index(prediction.label)
    of_label = shuffled[:, target]
    low, high = of_label.min(), of_label.max()
    (_, (learned_width,), _), (_, (width,), text), (_, places, range_text) = bars(page)
    assert learned_width == pytest.approx(100 * prediction.confidence, abs=0.01)
    assert width == pytest.approx(100 * uniform[target], abs=0.01)
    best = analyzer.labels[int(uniform.argmax())]
    assert text.startswith(f"{best} {uniform.max():.2f}")
    assert places == pytest.approx(
        [100 * low, 100 * (high - low), 100 * np.median(of_label)], abs=0.01
    )
    same = int((shuffled.argmax(axis=1) == target).sum())
    assert range_text == ja(
        "lesson_explanation_range",
        low=f"{low:.2f}",
        high=f"{high:.2f}",
        count=len(of_label),
        same=same,
        label=prediction.label,
    )
    assert answer_of(page).startswith(ja(f"lesson_explanation_{verdict}"))
    assert (ja("lesson_explanation_with_padding") in answer_of(page)) == (model == "article")
    question = open_step("swap", revealed=False, model=model)
    assert [marks for _, marks, _ in bars(question)] == [[learned_width], [], []]


def test_attention_stands_still_when_the_label_is_switched(default):
    page = open_step("label", revealed=True)
    other, another = page.segmented_control[0].options[:2]
    attention, gradients, attention_of_other, gradients_of_other = strips(page)
    assert attention == attention_of_other
    assert gradients != gradients_of_other
    scores = default.analyze(UDON, method="integrated_gradients", target=other).attribution
    strongest = int(np.abs(scores.token_scores).argmax())
    darkest = token_background(
        1.0, negative=bool(scores.token_scores[strongest] < 0.0), theme="light"
    )
    assert (darkest, scores.tokenized.tokens[strongest].piece) in gradients_of_other
    page.segmented_control[0].set_value(another).run()
    assert strips(page)[:3] == [attention, gradients, attention]
    assert strips(page)[3] != gradients_of_other
    question = open_step("label", revealed=False)
    assert strips(question) == [attention, gradients]
    assert ja("lesson_explanation_stands_still") not in answer_of(question)


def test_the_bars_are_what_is_left_without_each_of_the_two_tokens(default):
    (prediction,) = default.predict([UDON])
    tokenized = prediction.tokenized
    target = default.labels.index(prediction.label)
    left = [
        one.probabilities[target]
        for one in default.predict(
            [
                replace(tokenized, tokens=(*tokenized.tokens[:n], *tokenized.tokens[n + 1 :]))
                for n in range(len(tokenized.tokens))
            ]
        )
    ]
    most = int(default.analyze(UDON).attribution.token_scores.argmax())
    strongest = int(np.abs(np.array(left) - prediction.confidence).argmax())
    assert most == strongest
    question, answered = (open_step("delete", revealed=revealed) for revealed in (False, True))
    assert [text for *_, text in bars(question)[1:]] == ["?", "?"]
    framed = re.findall(r'class="framed"[^>]*>(.*?)<', drawn(question))
    pieces = [token.piece for token in tokenized.tokens]
    assert pieces[most] in framed
    assert bars(answered)[1:] == [
        (
            ja("lesson_explanation_without", piece=piece),
            [pytest.approx(100 * left[pieces.index(piece)], abs=0.01)],
            f"{prediction.label} {left[pieces.index(piece)]:.2f}",
        )
        for piece in framed
    ]
    assert answer_of(answered) == ja("lesson_explanation_agree", most=pieces[most])


def test_where_nothing_moves_no_token_is_named():
    page = open_step("delete", revealed=True, text=ARTICLE_EXAMPLES["京都"])
    assert answer_of(page) == ja("lesson_explanation_hardly", change=0.01)
    assert 'class="strong"' not in drawn(page)
    widths = [width for _, (width,), _ in bars(page)]
    assert max(widths) - min(widths) < 1.0


def test_two_tokens_of_one_piece_are_told_apart():
    page = open_step("delete", revealed=False, text="寺寺寺")
    titles = [
        ja("lesson_explanation_without", piece=ja("lesson_explanation_which", piece="寺", number=n))
        for n in (1, 2)
    ]
    assert [title for title, *_ in bars(page)[1:]] == titles


def test_a_single_token_and_a_flat_attention_are_said():
    page = open_step("delete", revealed=True, text="寺")
    assert answer_of(page) == ja("lesson_explanation_one_token")
    page = open_step("label", revealed=True, text="寺")
    assert ja("lesson_explanation_flat") in answer_of(page)


@pytest.mark.parametrize("part", ["swap", "delete"])
def test_the_text_is_never_markup(part):
    page = open_step(part, revealed=True, text=MARKUP)
    assert "<b>うどん" not in drawn(page)
    assert "&lt;" in drawn(page)
    assert not re.search(r"[^\\]\*寺[^\\]\*", "".join(one.value for one in page.markdown))


@pytest.mark.parametrize("part", ["quiz", "delete"])
def test_more_text_than_the_window_is_drawn_as_far_as_it_is_seen(part):
    page = open_step(part, revealed=True, text=LONG)
    assert "nan" not in drawn(page)
    cropped = ja("lesson_explanation_cropped", count=32)
    assert (cropped in answer_of(page)) == (part == "quiz")


def test_without_the_article_its_value_is_that_of_the_chosen_model():
    page = open_step("quiz", revealed=True, article=False)
    assert ja("lesson_explanation_no_article") in answer_of(page)
