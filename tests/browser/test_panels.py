"""What a person does in the panels 行列 and 余白の実験, in a real browser."""

import re

import pytest

from core.analyzer import Analyzer
from core.paths import MODELS
from core.ui.shell.loaders import ARTICLE_EXAMPLES

UDON = ARTICLE_EXAMPLES["グルメ"]
UDON_NUMBER = 3


@pytest.fixture(scope="module")
def weights():
    """The attention weights of the default model for the first example (T, T)."""
    analyzer = Analyzer.load(MODELS / "default")
    encoded = analyzer.encode(analyzer.tokenize(UDON))
    real = encoded.padding_mask[0]
    return analyzer.classifier.run(encoded).attention_weights[0][real][:, real]


def heat_map(page):
    chart = page.locator("[data-testid=stVegaLiteChart][aria-label^='注目の重み']")
    chart.locator("svg .mark-rect path").first.wait_for()
    return chart


def cell(page, query, key):
    """The cell of the heat map; they are drawn row by row."""
    return heat_map(page).locator("svg .mark-rect path").nth(20 * query + key)


def strip_of(page):
    """The status of every token of the strip under the heat map."""
    page.locator(".token").nth(39).wait_for()  # 20 of the text and 20 of the strip
    return page.locator(".token").evaluate_all(
        "tokens => tokens.slice(tokens.length / 2).map(token => token.dataset.status)"
    )


def test_a_cell_tells_its_weight_and_its_row_redraws_the_strip_and_there_is_a_way_back(
    open_page, weights
):
    page = open_page("/?panel=matrix")
    tooltip = page.locator("#vg-tooltip-element.visible")
    for query, key in ((UDON_NUMBER, 5), (0, UDON_NUMBER)):
        cell(page, query, key).hover()
        names = [f"{number + 1}: " for number in (query, key)]
        tooltip.get_by_text(f"{weights[query, key]:.4f}", exact=True).wait_for()
        text = tooltip.inner_text()
        assert re.search(rf"見る側\(行\)\s+{names[0]}", text)
        assert re.search(rf"見られる側\(列\)\s+{names[1]}", text)

    all_rows = strip_of(page)
    cell(page, UDON_NUMBER, 5).click()
    page.get_by_text("「うどん」の行").wait_for()
    # Also the words of the list under the chart follow.
    page.get_by_text("4: うどん", exact=True).first.wait_for()
    page.locator(f".token[data-status^='食べる {weights[UDON_NUMBER, 5]:.4f}(']").wait_for()
    assert strip_of(page) != all_rows
    page.get_by_role("button", name="すべての行に戻す").click()
    page.get_by_text("すべての行の平均").wait_for()
    page.locator(f".token[data-status='{all_rows[3]}']").last.wait_for()
    assert strip_of(page) == all_rows


def shares(page):
    texts = page.locator("[data-testid=stHtml] p", has_text="余白に").all_inner_texts()
    return [float(re.search(r"(\d+\.\d\d) %", text)[1]) for text in texts]


def test_the_padding_slider_moves_the_articles_share_and_not_ours(open_page):
    page = open_page("/?panel=padding")
    slider = page.get_by_role("slider", name="余白の数")
    slider.wait_for()
    page.locator("[data-testid=stHtml] p", has_text="余白に").nth(1).wait_for()
    article, ours = shares(page)
    assert article > 0.0
    assert ours == 0.0
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-testid=stHtml] p')]"
        ".filter(p => p.innerText.includes('余白に 0.00 %')).length === 2"
    )
    assert shares(page) == [0.0, 0.0]
    page.keyboard.press("End")
    page.wait_for_function(
        "before => [...document.querySelectorAll('[data-testid=stHtml] p')]"
        ".some(p => Number((p.innerText.match(/余白に ([0-9.]+) %/) || [])[1]) > before)",
        arg=article,
    )
    much, still = shares(page)
    assert much > article
    assert still == 0.0


def test_no_panel_scrolls_sideways_on_a_phone(open_page):
    page = open_page("/?panel=matrix&methods=attention,random", width=390, height=844)
    for name in ("行列", "ほかの方法", "余白の実験"):
        page.get_by_role("radio", name=name).click()
        page.get_by_role("heading", name=name).wait_for()
        page.locator("[data-testid=stVegaLiteChart]").nth(1).wait_for()
        widths = page.evaluate(
            "[document.documentElement.scrollWidth, "
            "document.querySelector('[data-testid=stMain]').scrollWidth]"
        )
        assert max(widths) <= 390, name
