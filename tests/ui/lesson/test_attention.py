"""Step 4 of the lesson with the shipped models: its numbers are the models' own."""

import re

import pytest

from core.lab.attention_map import attention_map
from core.lab.randomization import untrained_twin
from core.ui.lesson.attention import PARTS
from core.ui.shell.loaders import ARTICLE_EXAMPLES
from core.view.token_colours import token_background
from tests.ui.pages import checked, ja, new_script

UDON = ARTICLE_EXAMPLES["グルメ"]
SHORT = "寺へ行く"


def _draw(step, part, revealed, text, model, with_article):
    """Run by AppTest as a script of its own: the step without the frame around it."""
    from importlib import import_module

    from core.ui.lesson.lesson import Lesson
    from core.ui.shell.loaders import get_analyzer

    analyzer = get_analyzer(model)
    (prediction,) = analyzer.predict([text])
    draw = getattr(import_module(f"core.ui.lesson.{step}"), f"{step}_step")
    draw(
        Lesson(
            analyzer=analyzer,
            article=get_analyzer("article") if with_article else None,
            tokenized=prediction.tokenized,
            prediction=prediction,
            part=part,
            revealed=revealed,
        )
    )


def open_part(part, *, revealed, step="attention", text=UDON, model="default", article=True):
    arguments = (step, part, revealed, text, model, article)
    return checked(new_script(_draw, *arguments).run())


def drawn(page):
    """All drawings, without their styles."""
    bodies = "".join(element.proto.body for element in page.get("html"))
    return re.sub("<style>.*?</style>", "", bodies, flags=re.S)


def answer_of(page):
    return page.markdown[-1].value.replace("\\", "")


def cells(page):
    """Piece and number of every cell of the strip."""
    return re.findall(r"<span lang=\"ja\">(.*?)</span><b>(.*?)</b>", drawn(page))


def rows(page):
    return [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", drawn(page))
    ]


def shares(page):
    return re.findall(r"<span>(.*?)</span><b>(.*?)</b>", drawn(page))


def test_a_row_is_asked_for_before_it_is_told(default):
    page = open_part("row", revealed=False)
    pieces = [token.piece for token in default.tokenize(UDON).tokens]
    assert cells(page) == [(piece, "") for piece in pieces]
    assert "%" not in drawn(page)  # no shade
    assert len(page.markdown) == 1


def test_the_row_is_that_of_the_token_that_was_chosen(default):
    page = open_part("row", revealed=True)
    page.selectbox[0].select(6).run()
    weights = default.analyze(UDON, query=6).attribution.token_scores
    assert [number for _, number in cells(page)] == [f"{weight:.2f}" for weight in weights]
    assert re.findall(r'class="chosen"[^>]*><span lang="ja">(.*?)<', drawn(page)) == ["こと"]
    answer = ja("lesson_attention_row_answer", token="こと", best="うどん", weight="0.29")
    assert answer_of(page) == answer


def test_the_matrix_is_filled_by_the_answer_which_counts_the_rows(default):
    weights = attention_map(
        default.classifier, default.encode(default.tokenize(UDON)), with_padding=False
    ).weights
    expected = [[f"{weight:.2f}" for weight in row] for row in weights[:7, :10]]
    question, answered = (open_part("matrix", revealed=revealed) for revealed in (False, True))
    assert [row[1:-1] for row in rows(question)[1:8]] == [expected[0], *[[""] * 10] * 6]
    assert [row[1:-1] for row in rows(answered)[1:8]] == expected
    crop = ja("lesson_attention_cropped", count=20)
    assert answer_of(question) == crop
    assert (weights.argmax(axis=1) == 3).sum() == 20
    answer = ja("lesson_attention_matrix_answer", count=20, same=20, token="うどん")
    assert answer_of(answered) == f"{answer} {crop}"


def test_a_short_text_has_its_whole_matrix(default):
    page = open_part("matrix", revealed=False, text=SHORT)
    size = len(default.tokenize(SHORT).tokens)
    assert [len(row) for row in rows(page)] == [size + 1] * (size + 1)
    assert not page.markdown


def test_the_columns_collapse_into_the_attention_received_of_all_rows(default):
    scores = default.analyze(UDON).attribution.token_scores
    assert "<tfoot>" not in drawn(open_part("collapse", revealed=False))
    page = open_part("collapse", revealed=True)
    assert f"background: {token_background(1.0, negative=False, theme='light')}; border" in drawn(
        page
    )
    assert rows(page)[-1] == [ja("attention"), *[f"{score:.2f}" for score in scores[:10]], "…"]
    assert answer_of(page) == ja(
        "lesson_attention_collapse_answer", count=20, token="うどん", score=f"{scores[3]:.2f}"
    )


def test_the_leak_of_the_article_before_and_after_its_training_stands_beside_ours(article):
    question, answered = (open_part("padding", revealed=revealed) for revealed in (False, True))
    titles = [
        ja("lesson_attention_untrained"),
        ja("padding_model_article"),
        ja("lesson_attention_chosen", name="default"),
    ]
    assert shares(question) == [(title, "?") for title in titles]
    leaks = [
        analyzer.analyze(UDON).attention_on_padding
        for analyzer in (untrained_twin(article, seed=0), article)
    ]
    numbers = [f"{100 * leak:.2f} %" for leak in (*leaks, 0.0)]
    assert shares(answered) == list(zip(titles, numbers, strict=True))
    assert leaks[0] > 0.5 > leaks[1] > 0.0
    window = ja("lesson_attention_window", length=66, padding=46, share="70")
    assert answer_of(question) == window
    assert answer_of(answered).startswith(window)
    assert ja("lesson_attention_padding_masked", name="default") in answer_of(answered)


def test_the_articles_model_is_not_compared_with_itself():
    page = open_part("padding", revealed=True, model="article")
    assert len(shares(page)) == 2


def test_without_the_article_ours_stands_alone_and_the_page_says_why():
    page = open_part("padding", revealed=True, article=False)
    title = ja("lesson_attention_chosen", name="default")
    assert shares(page) == [(title, "0.00 %")]
    assert ja("lesson_attention_no_article") in answer_of(page)


@pytest.mark.parametrize("part", PARTS)
def test_more_text_than_the_window_is_drawn_as_far_as_it_is_seen(part):
    page = open_part(part, revealed=True, text="寺の庭で、うどんを食べた。" * 30)
    assert "nan" not in drawn(page)
