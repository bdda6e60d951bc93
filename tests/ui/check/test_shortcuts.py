"""The panel 近道 on a model whose answers are sums, driven through Streamlit's AppTest."""

from dataclasses import replace

import pytest

from core.words.lookup import WORDS
from tests.checks.test_shortcuts import make_analyzer, sigmoid, token_id
from tests.fakes import AdditiveEngine
from tests.ui.pages import new_script

TEXTS = ("[A]C", "CB", "[A]BD", "", "S", "SC")


def draw(analyzer, texts):
    from core.batch.predict import predict_batch
    from core.ui.check.shortcuts import shortcuts_panel

    shortcuts_panel(analyzer, predict_batch(analyzer, texts))


def open_panel(*, a: float, texts=TEXTS):
    """Draw the panel of a model to which the letter A is worth so much."""
    worth = {"A": (a, 0.0), "B": (0.5, 0.0), "S": (0.0, 2.0)}
    engine = AdditiveEngine(
        {token_id(letter): added for letter, added in worth.items()}, num_labels=2
    )
    analyzer = make_analyzer(engine, labels=("first", "second"))
    analyzer.bundle = replace(analyzer.bundle, sha256=f"a is worth {a}")  # another is another model
    return new_script(draw, analyzer, texts).run()


def ja(key, **values):
    return WORDS[key]["ja"].format(**values)


def test_suspects_figures_and_the_rows_of_a_piece():
    page = open_panel(a=1.0)
    assert not page.exception
    assert page.caption[0].value == ja("shortcuts_used_all", count=5)  # the empty row failed
    suspect = ja("shortcuts_suspect", piece="\\[A\\]", label="first", count=2)
    assert page.warning[0].value == ja("shortcuts_suspects", pieces=suspect, score=0.1)
    table = page.dataframe[0].value
    assert table[ja("shortcuts_piece")].tolist() == ["！ [A]", "B"]
    assert table[ja("shortcuts_count")].tolist() == [2, 2]
    drops = [sigmoid(1.0) - 0.5 + sigmoid(1.5) - sigmoid(0.5), sigmoid(0.5) - 0.5]
    drops[1] += sigmoid(1.5) - sigmoid(1.0)
    assert table[ja("shortcuts_weight")].tolist() == pytest.approx([drop / 3 for drop in drops])
    bars = f"！ [A] {drops[0] / 3:.3f}　2 行, B {drops[1] / 3:.3f}　2 行"
    alt = page.get("vega_lite_chart")[0].proto.alt
    assert alt == ja("shortcuts_alt", label="first", bars=bars)
    assert not page.button
    page.selectbox[0].set_value(0).run()
    assert sorted(button.label for button in page.button) == [
        ja("check_open", number=1),
        ja("check_open", number=3),
    ]


def test_another_label_has_its_own_list():
    page = open_panel(a=1.0)
    page.segmented_control[0].set_value("second").run()
    assert page.dataframe[0].value[ja("shortcuts_piece")].tolist() == ["S"]
    page.selectbox[0].set_value(0).run()
    assert len(page.button) == 2


def test_model_without_suspects_and_label_without_pieces_are_told():
    page = open_panel(a=0.1, texts=("AB", "BA"))
    assert not page.warning
    assert ja("shortcuts_no_suspects") in [text.value for text in page.markdown]
    page.segmented_control[0].set_value("second").run()
    assert page.info[0].value == ja("shortcuts_none", label="second")


def test_file_without_an_answer_is_told():
    page = open_panel(a=1.0, texts=("", " "))
    assert not page.exception
    assert page.info[0].value == ja("shortcuts_no_rows")
