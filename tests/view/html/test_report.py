"""The printed report: its numbers are the record's, it fetches nothing, and no text runs in it."""

import re
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from core.checks.models import compare_results
from core.view.html.report import report_html
from core.words.lookup import WORDS, word_in
from tests.results import make_report, make_result
from tests.strange_names import FILE, GROUPS, LABELS, MODEL, STRANGER

FOOD, PHONE, KYOTO, SPORTS = "グルメ", "携帯電話", "京都", "スポーツ"
HOSTILE = '<script>alert("x")</script><img src=https://example.org/x onerror=alert(1)> & **b** `c`'
TRUE = (FOOD, KYOTO, KYOTO, KYOTO, PHONE, HOSTILE, "", FOOD)
TEXTS = (HOSTILE, "雨", "寺", "塔" * 300, HOSTILE, "空", "海", "")
# Of the five judged rows 0 and 2 are right; row 4 is the surest mistake.
FIRST = make_result(
    (FOOD, 0.9), (FOOD, 0.625), (KYOTO, 0.8), (FOOD, 0.5), (KYOTO, 0.7125), (FOOD, 0.9), (FOOD, 0.9), None,
    true_labels=TRUE, texts=TEXTS, scope_scores=[2.0, 0, 0, 0, 0, 0, 2.0, float("nan")], scope_threshold=1.0,
)  # fmt: skip
SECOND = make_result(
    (PHONE, 0.9), *[(KYOTO, 0.75)] * 6, None,
    true_labels=TRUE, texts=TEXTS, labels=(FOOD, PHONE, KYOTO, HOSTILE),
)  # fmt: skip
STORED = {
    "protocols": {
        name: {
            "accuracy": accuracy, "low": 0.5, "high": 0.875, "ece_after": 0.0625,
            "linear_baseline": 0.375, "majority_baseline": 0.25, "num_examples": 4186,
            "articles": {"sizes": [10] * 8, "right": [right] * 8},
        }
        for name, accuracy, right in (("random", 0.8125, 8), ("random_untagged", 0.6875, 6))
    },
    "checks": {
        "scope": {
            "method": "pieces+energy", "threshold": 1.0, "max_false_alarms": 0.125,
            "roc": {"score": [[0, 0], [0.125, 0.8125], [1, 1]], "baseline": [[0, 0], [1, 1]]},
            "test": {
                "auroc": 0.9375,
                "false_alarms": {"share": 0.125, "low": 0.0625, "high": 0.25, "flagged": 5, "total": 40},
                "detected": {"share": 0.8125, "low": 0.75, "high": 0.84375, "flagged": 13, "total": 16},
                "baseline": {
                    "auroc": 0.5625,
                    "false_alarms": {"share": 0.1, "low": 0.05, "high": 0.2, "flagged": 4, "total": 40},
                    "detected": {"share": 0.5, "low": 0.3, "high": 0.7, "flagged": 8, "total": 16},
                },
            },
        }
    },
}  # fmt: skip


def written(report, language="ja"):
    return report_html(report, language=language, word=partial(word_in, language))


@pytest.fixture(scope="module")
def report():
    return make_report(FIRST, duel=compare_results(FIRST, SECOND), stored=STORED)


@pytest.fixture(scope="module")
def pages(report):
    return {language: written(report, language) for language in ("ja", "en")}


class _Reader(HTMLParser):
    """Collects tags, attributes, and what a person reads."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], ""
        self._stack = []
        self.feed(page)
        assert self._stack == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self._stack.append(tag)

    def handle_endtag(self, tag):
        assert self._stack.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        if "style" not in self._stack and "svg" not in self._stack:
            self.text += data


@pytest.mark.parametrize("language", ["ja", "en"])
def test_numbers_are_those_of_the_record(report, pages, language):
    word = partial(word_in, language)
    text = _Reader(pages[language]).text
    metrics, duel = report.metrics, report.duel

    def interval(figure):
        return word(
            "report_interval",
            **{end: f"{getattr(figure, end):.3f}" for end in ("value", "low", "high")},
        )

    assert metrics.accuracy.value == 0.4
    for expected in (
        interval(metrics.accuracy),
        interval(metrics.macro_f1),
        *(interval(one.recall) for one in metrics.per_label if one.support),
        f"{report.raw.brier:.3f}",
        f"{report.calibrated.nll:.3f}",
        report.bundle.sha256,
        "2026-11-23 06:05 UTC",
        word("report_ece", before=f"{report.raw.ece:.3f}", after=f"{report.calibrated.ece:.3f}"),
        word("report_rows", count="8", failed="1", judged="5", strangers="1", tagged="0"),
        word("check_flagged", share="28.6", total="7"),  # 2 of 7
        word("scope_feature_energy"),
        "0.938",  # AUROC
        f"{word('report_interval', value='0.812', low='0.750', high='0.844')} 13 / 16",
        f"{word('report_interval', value='0.125', low='0.062', high='0.250')} 5 / 40",
        "＋0.625", "＋0.125", "＋0.4688", "3 / 4", "0.75",  # the shortcut
        "グルメ 0.70", "グルメ 0.80",  # the failed case
        word("report_interval", value="0.812", low="0.500", high="0.875"),
        word("report_other", name="other", sha256="cd" * 32, standing=word("models_rows_unknown"))
        .replace("**", "").replace("`", ""),
        interval(duel.first_accuracy),
        interval(duel.second_accuracy),
        "0.713",  # of the surest mistake, row 5
    ):  # fmt: skip
        assert expected in text, expected


def test_counts_of_the_duel_and_order_of_mistakes(pages):
    rows = re.findall(r"<tr>(.*?)</tr>", pages["ja"])
    cells = [re.sub("<[^>]*>", " ", row).split() for row in rows]
    # The judged rows: both right 2; only the first 0; only the second 1 and 3; neither 4.
    assert ["fake", "が当たり", "1", "1"] in cells
    assert ["fake", "が外れ", "2", "1"] in cells
    mistakes = pages["ja"].split(WORDS["report_mistakes"]["ja"])[1]
    assert re.findall(r'<td class="number">(\d)</td>', mistakes) == ["5", "2", "4"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_runs_and_nothing_is_fetched(pages, language):
    page = pages[language]
    reader = _Reader(page)
    assert not {"script", "img", "iframe", "link", "object", "image", "use"} & set(reader.tags)
    assert [name for name, _ in reader.attributes if name.startswith("on")] == []
    outside = [
        (name, value)
        for name, value in reader.attributes
        if re.search("https?:|//", value or "") and not name.startswith("xmlns")
    ]
    # The hostile label in the description of a drawing is text.
    assert [name for name, _ in outside if name not in ("aria-label",)] == []
    assert re.findall(r"url\((?!#)", page) == []
    assert "@import" not in page
    assert "default-src 'none'" in page
    # What a person reads is the text as it was, its Markdown untouched.
    assert reader.text.count(HOSTILE) >= 2
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("language", ["ja", "en"])
def test_names_are_shown_as_they_are_written(language):
    strange = (*LABELS[:3], LABELS[3].replace("\n", " "))
    true = (*strange, strange[0], STRANGER)
    groups = [GROUPS[number % 2] for number in range(6)]
    options = {"true_labels": true, "groups": groups}
    first = make_result(*[(strange[1], 0.75)] * 6, labels=strange, **options)
    second = make_result(*[(strange[2], 0.75)] * 6, labels=(*strange[:3], "`d` **d**"), **options)
    report = make_report(replace(first, source=FILE), duel=compare_results(first, second))
    shortcut = replace(report.shortcuts["グルメ"][0], piece="`**", label=strange[0])
    report = replace(
        report,
        bundle=replace(report.bundle, name=MODEL),
        other=replace(report.other, name="**b** `b` \\*"),
        shortcuts={strange[0]: (shortcut,)},
    )
    page = written(report, language)
    reader = _Reader(page)
    for name in (*strange[:3], strange[3], MODEL, FILE, "`d` **d**", "**b** `b` \\*", "`**"):
        assert name in reader.text, name
    # Strong are the other model's name alone and what the words themselves make strong.
    strong = [Markup(text).unescape() for text in re.findall("<strong>(.*?)</strong>", page)]
    assert not {"京都", "結果", "型", "b", "d"} & set(strong)
    assert {Markup(text).unescape() for text in re.findall("<code>(.*?)</code>", page)} == {
        report.bundle.sha256,
        report.other.sha256,
    }


def test_a_long_text_is_cut(pages):
    assert "塔" * 200 + "…" in pages["ja"]
    assert "塔" * 201 not in pages["ja"]


def test_drawings_do_not_share_clip_paths(pages):
    identities = re.findall(r' id="([^"]+)"', pages["ja"])
    assert len(identities) == len(set(identities))
    assert pages["ja"].count("<svg") == 4


def test_rows_without_labels_give_a_report_without_figures_of_right_and_wrong():
    result = make_result((FOOD, 0.9), (KYOTO, 0.8))
    text = _Reader(written(make_report(result))).text
    assert WORDS["metrics_no_labels"]["ja"] in text
    for absent in ("report_mistakes", "calibration_heading", "slices_heading", "report_duel"):
        assert WORDS[absent]["ja"] not in text
    assert WORDS["report_no_scope"]["ja"] in text


def test_a_difference_between_models_that_stand_otherwise_to_the_rows_is_warned_of(
    report, monkeypatch
):
    monkeypatch.setattr("core.view.html.report_charts.chart_svg", lambda spec, *, name: "")
    assert WORDS["models_unfair"]["ja"] not in _Reader(written(report)).text
    unfair = replace(report, other_provenance="overlapping")
    assert WORDS["models_unfair"]["ja"] in _Reader(written(unfair)).text
