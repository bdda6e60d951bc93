"""What is said beside an analysis: what its colours mean, and what its values are not."""

from functools import partial

import pytest

from core.view.explanation_words import legend_sentence, remark_sentences
from core.words.lookup import WORDS, word_in
from tests.fakes import make_analysis

PIECES = ("▁", "京", "都")
SCORES = (0.0, 0.5, 0.25)
LANGUAGES = ("ja", "en")


def legend(method, language, *, scale, scores=SCORES, **options):
    analysis = make_analysis(PIECES, scores, method=method, **options)
    return legend_sentence(analysis, scale=scale, unit="piece", word=partial(word_in, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("method", "signed"), [("attention", False), ("lime", True)])
def test_where_one_is_the_whole_the_absolute_legend_says_so(method, signed, language):
    top = "＋0.5000" if signed else "0.5000"
    said = WORDS["legend_absolute"][language].format(top=top)
    assert legend(method, language, scale="absolute", signed=signed).startswith(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", ["softmax_max", "random"])
def test_where_there_is_no_whole_the_legend_is_that_of_the_colours_that_are_drawn(method, language):
    said = WORDS["legend_relative"][language].format(top="0.5000")
    assert legend(method, language, scale="absolute") == said
    assert legend(method, language, scale="relative") == said


@pytest.mark.parametrize("scale", ["relative", "absolute"])
def test_of_the_output_maximum_the_legend_tells_the_mean(scale):
    said = WORDS["legend_output_max"]["ja"].format(top="0.5000", mean="0.2500")
    assert legend("output_max", "ja", scale=scale) == said


@pytest.mark.parametrize(
    ("method", "warning"),
    [
        ("attention", None),
        ("random", None),
        ("output_max", "not_a_weight"),
        ("softmax_max", "not_a_weight_2020"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_weight_is_said_to_be_none(method, warning, language):
    remarks = list(
        remark_sentences(
            make_analysis(PIECES, SCORES, method=method), word=partial(word_in, language)
        )
    )
    expected = [] if warning is None else [WORDS[warning][language]]
    assert remarks == [*expected, WORDS["target_blind"][language]]
    if warning is not None:
        assert {"ja": "重みではありません", "en": "not weights"}[language] in remarks[0]


def test_a_method_that_sees_the_target_names_it():
    analysis = make_analysis(PIECES, SCORES, method="lime", signed=True)
    assert list(remark_sentences(analysis, word=partial(word_in, "ja"))) == [
        WORDS["target_shown"]["ja"].format(target="グルメ")
    ]
