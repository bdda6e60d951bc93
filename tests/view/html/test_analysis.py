"""The page to take home: its numbers are the explanation's, it fetches nothing, no text runs."""

import re
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.model.report import ModelReport
from core.notebook import show_in_notebooks
from core.paths import MODELS
from core.view.html.analysis import analysis_fragment, analysis_html
from core.view.numbers import plain_number, signed_number
from core.view.token_colours import token_background
from core.words.lookup import WORDS, word_in
from tests.fakes import make_analysis

HOSTILE = '<script>alert("京都")</script>\r\n寺 & 塔'
METHODS = ("attention", "shapley", "random")
REPORT = ModelReport(
    content={"checks": {"randomization": {"methods": {"shapley": {"suspicious": True}}}}}
)


class _Reader(HTMLParser):
    """Collects tags, attributes, and the text of every element of class "flow"."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.flows, self.text = [], [], [], ""
        self._stack = []
        self.feed(page)
        assert self._stack == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self._stack.append((tag, dict(attrs).get("class", "")))
        if ("class", "flow") in attrs:
            self.flows.append("")

    def handle_endtag(self, tag):
        assert self._stack.pop()[0] == tag

    def handle_data(self, data):
        if "style" not in [tag for tag, _ in self._stack]:
            self.text += data
        if "flow" in [kind for _, kind in self._stack]:
            self.flows[-1] += data


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


@pytest.fixture(scope="module")
def explanation(analyzer):
    return analyzer.explain(HOSTILE, methods=METHODS, target="スポーツ")


def written(explanation, analyzer, language="ja", method="shapley", report=REPORT):
    return analysis_html(
        explanation,
        analyzer.bundle,
        report=report,
        method=method,
        scale="relative",
        language=language,
        word=partial(word_in, language),
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_numbers_are_those_of_the_explanation(explanation, analyzer, language):
    page = written(explanation, analyzer, language)
    word = partial(word_in, language)
    text = _Reader(page).text
    prediction = explanation.prediction
    for kind in (prediction.probabilities, prediction.raw_probabilities):
        assert all(f"{value:.4f}" in text for value in kind)
    widths = [float(width) for width in re.findall(r"width:([\d.]+)%", page)]
    assert widths == pytest.approx(sorted(100 * prediction.probabilities, reverse=True), abs=0.01)
    for result in explanation.results.values():
        judged = result.faithfulness
        low, high = (plain_number(end) for end in judged.random_band)
        sentence = word(
            f"verdict_{judged.verdict}",
            value=plain_number(judged.comprehensiveness),
            low=low,
            high=high,
        )
        assert re.sub(r":\w+\[\*\*(.*?)\*\*\]", r"\1", sentence) in text
    for score in explanation.results["shapley"].unit_scores:
        assert signed_number(score, digits=4) in text  # of the table
    for expected in (
        analyzer.bundle.sha256,
        word("target_shown", target="スポーツ"),
        word("export_honest"),
        f"tensorflow {analyzer.bundle.record['versions']['tensorflow']}",
    ):
        assert expected in text, expected
    # The warning stands once, under the one suspicious method; of the others nothing is known.
    assert text.count(word("export_suspicious")) == 1
    assert text.count(word("methods_unchecked")) == 2
    sentence = word(
        "methods_unchecked_command",
        methods=word("list_joint").join([word("attention"), word("random")]),
        command="python -m core checks randomization --model models/default --data data/knb "
        "--store",
    )
    assert text.count(sentence) == 1
    assert f'<html lang="{language}"' in page
    assert len(page.encode()) < 100_000


def test_where_every_method_was_checked_none_is_said_not_to_be(explanation, analyzer):
    figures = {name: {"suspicious": False} for name in METHODS}
    report = ModelReport(content={"checks": {"randomization": {"methods": figures}}})
    text = _Reader(written(explanation, analyzer, report=report)).text
    assert WORDS["methods_unchecked"]["ja"] not in text
    assert "checks randomization" not in text


def test_what_is_no_weight_is_said_to_be_none(analyzer):
    explanation = analyzer.explain(HOSTILE, methods=("output_max", "softmax_max"))
    for method, warning in (("output_max", "not_a_weight"), ("softmax_max", "not_a_weight_2020")):
        text = _Reader(written(explanation, analyzer, method=method)).text
        assert WORDS[warning]["ja"] in text


def test_every_token_has_its_value_and_its_colours(explanation, analyzer):
    page = written(explanation, analyzer)
    large = page.split('class="flow"')[1].split("</div>")[0]
    tokens = re.findall(
        r'<span class="token([^"]*)" style="--l:(\S+?);--d:(\S+?);[^"]*" tabindex="0" role="group" '
        r'aria-label="([^"]*)" data-value="([^"]*)">',
        large,
    )
    scores = explanation.results["shapley"].unit_scores
    assert len(tokens) == len(scores)
    strengths = np.abs(scores) / np.abs(scores).max()
    for (kinds, light, dark, name, value), score, strength in zip(
        tokens, scores, strengths, strict=True
    ):
        negative = bool(score < 0)
        assert ("negative" in kinds) == negative
        assert light == token_background(strength, negative=negative, theme="light")
        assert dark == token_background(strength, negative=negative, theme="dark")
        assert name == value
        assert f" {signed_number(score, digits=4)}(" in value


def test_the_text_is_given_back_and_nothing_of_it_runs(explanation, analyzer):
    page = written(explanation, analyzer)
    reader = _Reader(page)
    assert reader.flows == [HOSTILE] * (1 + len(METHODS))
    assert not {"script", "img", "iframe", "link", "object", "base", "form"} & set(reader.tags)
    assert [name for name, _ in reader.attributes if name.startswith("on")] == []
    assert {name for name, _ in reader.attributes} & {"src", "href", "action"} == set()
    assert re.findall(r"url\(|@import|https?:", page) == []
    assert "default-src 'none'" in page


def test_a_long_text_stays_small_and_its_end_is_struck_through():
    analysis = make_analysis(("京都", "塔" * 9_000), (0.5,))
    fragment = analysis_fragment(analysis, word=partial(word_in, "ja"))
    assert _Reader(fragment).flows == ["京都" + "塔" * 9_000]
    assert f"<s>{'塔' * 9_000}</s>" in fragment
    assert WORDS["truncated_note"]["ja"] in fragment


def test_a_notebook_shows_an_analysis_in_the_persons_language(monkeypatch):
    show_in_notebooks()
    analysis = make_analysis(("京都", "へ"), (0.75, 0.25), padding_share=0.125)
    shown = {}
    for language, locale in (("ja", "ja_JP.UTF-8"), ("en", "C")):
        monkeypatch.setenv("LC_ALL", locale)
        shown[language] = _Reader(analysis._repr_html_()).text
        assert WORDS["padding_block"][language].format(share="12.5") in shown[language]
        assert WORDS["export_honest"][language] in shown[language]
        assert "グルメ 0.70" in shown[language]
    assert shown["ja"] != shown["en"]


def test_a_category_that_was_never_likely_is_said_to_be():
    unsure = make_analysis(("京都",), (0.5,), probabilities=(0.4, 0.3, 0.2, 0.1))
    for analysis, warned in ((unsure, True), (make_analysis(("京都",), (0.5,)), False)):
        fragment = analysis_fragment(analysis, word=partial(word_in, "ja"))
        assert (WORDS["no_majority"]["ja"] in fragment) == warned


def test_the_category_that_is_explained_is_named_as_it_is_written():
    analysis = make_analysis(("京都",), (0.5,))
    target = "**京** `b` \\* <i>"
    attribution = replace(analysis.attribution, method="gradient_x_input", target=target)
    fragment = analysis_fragment(
        replace(analysis, attribution=attribution), word=partial(word_in, "ja")
    )
    assert WORDS["target_shown"]["ja"].format(target=target) in _Reader(fragment).text
