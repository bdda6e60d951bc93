"""What the page モデル writes as HTML: graphs, cosines, pieces, files."""

import re

from core.model.integrity import FileCheck
from core.model.layers import ARTICLE_LAYERS, Layer
from core.view.html.cosine_bars import cosine_bars_html
from core.view.html.layers import LAYER_KINDS, layers_html, shape_text
from core.view.html.vocabulary import vocabulary_html
from core.view.page_markdown import page_parts
from core.view.tables.versions import file_table


def test_graphs_stand_side_by_side_with_shapes_counts_and_sums():
    small = (
        Layer(name="embedding", output_shape=(None, None, 2), parameters=30),
        Layer(name="max_over_time", output_shape=(None, 6), parameters=0),
        Layer(name="logits", output_shape=(None, 4), parameters=10),
    )
    drawn = layers_html(
        {"2019": ARTICLE_LAYERS, "<b>": small},
        explanations=dict.fromkeys(LAYER_KINDS, "…"),
        missing="なし",
        total="合計",
        title="層",
        theme="light",
    )
    assert 'aria-label="層"' in drawn
    rows = re.findall(r"<tr>(.*?)</tr>", drawn)
    texts = [re.findall(r">([^<>↓]+)<", row) for row in rows]
    assert texts[0] == ["2019", "&lt;b&gt;"]
    embedding = texts.index(["Embedding", " …"])
    assert texts[embedding + 1] == ["(B, 66, 300)", "58,875,900", "(B, L, 2)", "30"]
    assert "width: 75.00%" in rows[embedding + 1]
    assert texts[texts.index(["MaxOverTime", " …"]) + 1] == ["なし", "(B, 6)"]
    assert texts[-1] == ["60,769,153", "40"]
    assert ["Dropout", " …"] not in texts  # neither has one
    assert shape_text((None, 712)) == "(B, 712)"


def test_a_cosine_is_a_bar_with_its_number_and_below_nothing_a_number_only():
    drawn = cosine_bars_html(
        [("<script>", 0.5, ""), ("携帯", -0.25, "近さ 9 位"), ("右", None, "")],
        title="近い",
        theme="dark",
    )
    assert "<script>" not in drawn
    assert re.findall(r"width: ([\d.]+)%\"", drawn) == ["50.0", "0.0", "0.0"]
    assert re.findall(r'"number">([^<]+)<', drawn) == ["0.50", "−0.25　近さ 9 位", "?"]


def test_pieces_are_text():
    drawn = vocabulary_html([(7, "<b>*", "−9.50")], columns=["番号", "トークン", "対数確率"])
    assert re.findall(r"<td[^>]*>([^<]*)</td>", drawn) == ["7", "&lt;b&gt;*", "−9.50"]


def test_a_file_of_the_folder_keeps_its_order_without_links_to_files():
    text = (
        "# Name\nsee [S](S.md), [web](https://a.b)\n\n| a | b |\n|---|---|\n| <i> | 2 |\n## End\n"
    )
    parts = list(page_parts(text, table_title="表"))
    assert [kind for kind, _ in parts] == ["markdown", "table", "markdown"]
    assert parts[0][1].splitlines()[:2] == ["## Name", "see S, [web](https://a.b)"]
    assert re.findall(r"<t[hd]>([^<]*)<", parts[1][1]) == ["a", "b", "&lt;i&gt;", "2"]
    assert parts[2][1] == "### End"


def test_a_changed_file_is_told_with_both_checksums():
    checks = [
        FileCheck(name="a", recorded="ab" * 32, received="ab" * 32),
        FileCheck(name="b", recorded="ab" * 32, received="cd" * 32),
    ]
    table = file_table(checks, agrees="同じ", differs="違う:", columns=["f", "n", "r"])
    assert table["f"] == ["`a`", "`b`"]
    assert table["n"] == ["同じ", "違う: `cdcdcdcd…`"]
