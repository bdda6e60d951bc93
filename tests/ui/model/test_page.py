"""The page モデル with the shipped models, and step 3 of the lesson, through AppTest."""

import json
import re
import shutil

import pytest

from core.files import sha256_of
from core.model.bundle import CURVES_FILE
from core.paths import MODELS
from core.ui.shell import loaders
from core.ui.shell.loaders import ARTICLE_EXAMPLES, get_vocabulary
from core.view.html.styles import COSINES_STYLE, MODEL_STYLE
from core.words.lookup import WORDS
from tests.ui.pages import checked, new_script, open_page, says

UDON = ARTICLE_EXAMPLES["グルメ"]


def open_section(section, **address):
    return checked(open_page("model", section=section, **address))


def html_with(page, mark):
    return next(element.proto.body for element in page.get("html") if mark in element.proto.body)


def test_the_card_is_the_folders_own_and_the_article_is_told_too_good():
    page = open_section("card", model="article")
    assert page.title[0].value == "モデル"
    assert says(page, "3,767 文(学習用の文、検証用の文)")
    assert [warning.value for warning in page.warning] == [WORDS["accuracy_too_good"]["ja"]]
    assert says(page, "## article")
    assert says(page, "### Measured accuracy")
    assert "0.721–0.817" in html_with(page, "file-table")
    assert page.expander[-1].label == WORDS["about"]["ja"]


def test_the_styles_of_all_sections_are_there_once():
    written = [element.proto.body for element in open_section("sources").get("html")]
    for path in (MODEL_STYLE, COSINES_STYLE):
        assert written.count(f"<style>{path.read_text(encoding='utf-8')}</style>") == 1


def test_only_the_open_section_is_drawn_and_the_address_keeps_it():
    page = open_section("graph")
    drawn = html_with(page, 'class="layers"')
    sums = re.findall(r"<td>([\d,]+)</td>", drawn)
    assert sums == ["60,769,153", "7,909,125", "6,851,653"]
    assert not page.get("vega_lite_chart")
    page.segmented_control(key="section").set_value("curves").run()
    assert page.query_params["section"] == "curves"
    assert len(page.get("vega_lite_chart")) == 2


def test_the_curves_name_the_part_that_chose_the_epoch():
    page = open_section("curves", model="article", lang="en")
    assert says(page, "chosen by the accuracy on the test part: of 16, the weights of **epoch 11**")
    assert says(page, WORDS["accuracy_too_good"]["en"])
    assert says(page, "the loss rises from 0.603 to 0.975")
    alt = page.get("vega_lite_chart")[0].proto.alt
    assert alt.startswith("Accuracy")
    assert "0.771 at epoch 11" in alt
    ours = open_section("curves")
    assert says(ours, "検証用の文の正答率でエポックを選び、6 回のうち **4 回目**")
    assert not ours.warning


def test_a_search_shows_ids_scores_and_neighbours(default):
    page = open_section("vocabulary")
    page.text_input(key="vocabulary_query").set_value("寺").run()
    found = get_vocabulary(default).search("寺")
    listed = html_with(page, 'class="pieces"')
    assert re.findall(r"<tr><td>(\d+)</td>", listed) == [str(number) for number in found[:50]]
    score = default.tokenizer.log_probabilities[found[0]]
    assert f"<td>−{-score:.2f}</td>" in listed
    page.selectbox(key="vocabulary_piece").select(found[1]).run()
    nearest, cosine = get_vocabulary(default).neighbours(found[1], 1)[0]
    bars = html_with(page, 'class="cosines"')
    assert f">{nearest}</th>" in bars
    assert f">{cosine:.2f}</td>" in bars
    page.text_input(key="vocabulary_query").set_value("<b>**無**").run()
    assert "「&lt;b&gt;**無**」" in html_with(page, "無")


def test_licences_are_shown_as_they_are():
    page = open_section("sources")
    assert says(page, "京都 1,196、携帯電話 1,020")
    licences = [code.value for code in page.code]
    assert "京都大学大学院情報学研究科黒橋研究室" in licences[0]
    assert "SIL OPEN FONT LICENSE" in licences[1]
    assert "CC BY-SA 3.0" in html_with(page, "kyoto_wiki")


def test_checksums_are_computed_anew(tmp_path, monkeypatch):
    folder = tmp_path / "default"
    shutil.copytree(MODELS / "default", folder)
    monkeypatch.setattr(loaders, "MODELS", tmp_path)
    page = open_section("versions")
    assert says(page, "9 個のファイル")
    assert page.code[0].value == sha256_of(folder / "config.json")
    with (folder / CURVES_FILE).open("a", encoding="utf-8") as file:
        file.write("\n")
    page.run()
    assert [error.value for error in page.error] == [
        WORDS["versions_differ"]["ja"].format(files="history\\.csv")
    ]


def draw(analyzer, text, part, revealed):
    from core.ui.lesson.embeddings import embeddings_step
    from core.ui.lesson.lesson import Lesson

    (prediction,) = analyzer.predict([text])
    embeddings_step(
        Lesson(
            analyzer=analyzer,
            article=None,
            tokenized=prediction.tokenized,
            prediction=prediction,
            part=part,
            revealed=revealed,
        )
    )


def open_step(analyzer, part, *, revealed, text=UDON):
    return checked(new_script(draw, analyzer, text, part, revealed).run())


def test_the_neighbours_of_the_chosen_piece_come_with_the_answer(default):
    hidden = open_step(default, "neighbours", revealed=False)
    assert not hidden.get("html")
    page = open_step(default, "neighbours", revealed=True)
    pieces = default.tokenizer.pieces
    udon = pieces.index("うどん")
    page.pills(key="lesson_embeddings_piece").set_value(udon).run()
    nearest, cosine = get_vocabulary(default).neighbours(udon, 1)[0]
    assert f">{nearest}</th>" in html_with(page, 'class="cosines"')
    assert f">{cosine:.2f}</td>" in html_with(page, 'class="cosines"')


def test_opposites_are_asked_before_they_are_told(default):
    hidden = html_with(open_step(default, "opposite", revealed=False), 'class="cosines"')
    assert set(re.findall(r'"number">([^<]+)<', hidden)) == {"?"}
    sentence = html_with(open_step(default, "opposite", revealed=True), 'class="cosines"')
    right, left = (default.tokenizer.pieces.index(piece) for piece in ("右", "左"))
    cosine = get_vocabulary(default).cosines(right)[left]
    assert f"{cosine:.2f}　近さ 1 位" in sentence


def test_the_map_tells_how_much_it_keeps_and_what_it_leaves_out(default):
    page = open_step(default, "map", revealed=True)
    chart = page.get("vega_lite_chart")[0].proto
    ids = list(dict.fromkeys(token.id for token in default.tokenize(UDON).tokens))
    share = get_vocabulary(default).pca_map(ids)[1]
    assert says(page, f"ばらつきの {100 * share:.0f} %")
    assert "うどん" in chart.alt
    sizes = {layer["mark"].get("fontSize") for layer in json.loads(chart.spec)["layer"]}
    assert sizes - {None} == {18}
    long = "。".join([UDON, *ARTICLE_EXAMPLES.values(), "九回裏にサヨナラ勝ちした"])
    assert says(open_step(default, "map", revealed=True, text=long), "はじめの 24 種類")


@pytest.mark.parametrize("part", ["neighbours", "map"])
def test_unknown_pieces_alone_are_no_error(default, part):
    page = open_step(default, part, revealed=True, text="🫠")
    assert page.markdown
