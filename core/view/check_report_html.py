"""Everything that 検査 finds out about a model, as one page to print or to send."""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.behaviour import CaseResult, score_by_kind
from core.check_report import CheckReport
from core.config import EVALUATION_PROTOCOLS, PROTOCOLS
from core.metrics import LabelMetrics
from core.model_duel import Duel, predicted_label
from core.provenance import count_tags, split_protocol
from core.shortcuts import SUSPECT_SCORE, Shortcut
from core.slices import MIN_ROWS, looked_at
from core.tokenizer import clean_text
from core.view import check_report_charts as charts
from core.view.check_words import Word, slice_title, told_difference, told_interval
from core.view.numbers import signed_number
from core.view.report_parts import (
    Html,
    bullets,
    facts,
    figure,
    japanese,
    paragraph,
    section,
    table,
)
from core.view.variant_html import variant_html

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
# Nothing may be fetched and no script may run, whatever a text of the file holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CHARACTERS = 200  # of a text of the file
_LABEL_CHARACTERS = 24  # of a label of the file: those of the model are as they are
_LONG = 8  # characters of a card's figure that need smaller type
_FAILURES = 20
_DIFFERING = 20
_ARTICLES = 10
_MEASURES = {"ece": "ECE", "nll": "NLL", "brier": "Brier"}


def report_html(report: CheckReport, *, language: str, word: Word) -> str:
    """Return a whole page that needs nothing but itself.

    Args:
        language: "ja" or "en", for those who read it aloud.
        word: the words of that language by their keys in `core.ui.words`.
    """
    title = word("report_title", name=report.bundle.name)
    sections = [
        _measured(report, word),
        _accuracy(report, word),
        _slices(report, word),
        _calibration(report, word),
        _scope(report, word),
        _behaviour(report, word),
        _shortcuts(report, word),
        _duel(report, word),
        _protocols(report, word),
        _mistakes(report, word),
        section(word("report_sources"), paragraph(word("report_sources_body"), kind="note")),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{html.escape(title)}</h1>{_subtitle(report, word)}{_cards(report, word)}"
        f"</header>\n<main>\n{chr(10).join(filter(None, sections))}\n</main>\n</body>\n</html>\n"
    )


def _subtitle(report: CheckReport, word: Word) -> Html:
    return paragraph(
        word(
            "report_subtitle",
            source=clean_text(report.result.source),
            count=f"{len(report.result):,}",
            time=f"{report.made_at:%Y-%m-%d %H:%M %Z}".strip(),
        )
    )


def _cards(report: CheckReport, word: Word) -> Html:
    """The four figures of the page 検査."""
    result, metrics, worst = report.result, report.metrics, report.worst
    cards = [
        ("accuracy", "–", ""),
        ("slice", "–", word("report_no_slice") if metrics else ""),
        ("calibration", "–", ""),
        ("scope", "–", word("report_no_scope")),
    ]
    if metrics is not None:
        accuracy = metrics.accuracy
        cards[0] = ("accuracy", f"{accuracy.value:.3f}", told_interval(accuracy, word=word))
        cards[2] = (
            "calibration",
            f"{report.calibrated.ece:.3f}",
            word(
                "report_ece", before=f"{report.raw.ece:.3f}", after=f"{report.calibrated.ece:.3f}"
            ),
        )
    if worst is not None:
        cards[1] = (
            "slice",
            slice_title(worst, word=word),
            told_interval(worst.accuracy, word=word),
        )
    if result.scope_threshold is not None:
        flagged = f"{int(result.out_of_scope.sum()):,}"
        cards[3] = ("scope", flagged, _told_flagged(report, word))
    return Html(
        '<div class="cards">'
        + "".join(
            f"<div><h2>{html.escape(word(f'check_card_{name}'))}</h2>"
            f'<p class="figure{" long" * (len(large) > _LONG)}">{html.escape(large)}</p>'
            f"{paragraph(small)}</div>"
            for name, large, small in cards
        )
        + "</div>"
    )


def _measured(report: CheckReport, word: Word) -> Html:
    bundle, result = report.bundle, report.result
    protocol = split_protocol(bundle)
    tags = "kept" if bundle.train.keep_tags else "removed"
    trained = word(
        "report_trained",
        tags=word(f"models_tags_{tags}"),
        split=word(f"models_split_{protocol if protocol in PROTOCOLS else 'unknown'}"),
    )
    rows = word(
        "report_rows",
        count=f"{len(result):,}",
        failed=f"{int((~result.answered).sum()):,}",
        judged=f"{int(result.judged.sum()):,}",
        strangers=f"{report.num_strangers:,}",
        tagged=f"{count_tags(result):,}",
    )
    versions = ", ".join(f"{name} {which}" for name, which in bundle.record["versions"].items())
    named = any(result.groups)
    return section(
        word("report_measured"),
        facts(
            [
                (word("model"), bundle.name),
                ("SHA-256", Html(f"<code>{html.escape(bundle.sha256)}</code>")),
                (word("report_training"), trained),
                (word("report_labels"), japanese(word("list_joint").join(result.labels))),
                (word("report_temperature"), f"{bundle.temperature:.3f}"),
                (word("report_versions"), versions or "–"),
                (word("report_data"), clean_text(result.source)),
                (word("report_counts"), rows),
            ]
        ),
        paragraph(
            word(f"models_rows_{report.provenance}"),
            kind="" if report.provenance == "untouched" else "warning",
        ),
        paragraph(word(f"report_intervals_{'articles' if named else 'rows'}"), kind="note"),
    )


def _accuracy(report: CheckReport, word: Word) -> Html:
    title, metrics = word("report_accuracy"), report.metrics
    if metrics is None:
        return section(title, paragraph(word("metrics_no_labels")))
    count = f"{metrics.num_rows:,}"

    def cells(one: LabelMetrics) -> list[str]:
        intervals = (one.precision, one.recall, one.f1)
        told = [told_interval(interval, word=word) for interval in intervals]
        return [_label(one.label), *told, f"{one.support:,}"]

    heads = ("category", "check_precision", "check_recall", "check_f1", "check_count")
    return section(
        title,
        paragraph(
            word(
                "check_figures",
                accuracy=told_interval(metrics.accuracy, word=word),
                f1=told_interval(metrics.macro_f1, word=word),
                label=metrics.majority_label,
                baseline=f"{metrics.majority_baseline:.3f}",
            )
        ),
        figure(
            charts.confusion_svg(metrics, word=word),
            word("report_confusion_caption", count=count),
            alt=word("report_confusion_caption", count=count),
        ),
        table(
            word("report_labels_caption", count=count),
            [word(key) for key in heads],
            [cells(one) for one in metrics.per_label],
            numbers=range(1, 5),
        ),
        paragraph(word("check_figures_note"), kind="note"),
    )


def _slices(report: CheckReport, word: Word) -> Html | None:
    if not report.slices:
        return None
    overall, worst = report.slices[0].accuracy, report.worst
    if worst is None:
        told = word("slices_no_worst", overall=f"{overall.value:.3f}")
    else:
        told = word(
            "slices_worst",
            name=slice_title(worst, word=word),
            accuracy=f"{worst.accuracy.value:.3f}",
            low=f"{worst.accuracy.low:.3f}",
            high=f"{worst.accuracy.high:.3f}",
            count=f"{worst.num_rows:,}",
            overall=f"{overall.value:.3f}",
        )
    parts = [
        paragraph(told),
        paragraph(
            word("slices_chance", looked=len(looked_at(report.slices)), min_rows=MIN_ROWS),
            kind="note",
        ),
    ]
    drawn = [one for one in report.slices if one.kind not in ("all", "article")]
    if drawn:
        caption = word("report_slices_caption", count=f"{report.slices[0].num_rows:,}")
        parts.append(
            figure(
                charts.slices_svg(drawn, overall=overall.value, worst=worst, word=word),
                caption,
                alt=caption,
            )
        )
    articles = [one for one in report.slices if one.kind == "article"]
    weakest = sorted(articles, key=lambda one: one.accuracy.value)[:_ARTICLES]
    if weakest:
        parts.append(
            table(
                word("report_articles_caption", shown=len(weakest), count=len(articles)),
                [word(key) for key in ("slices_kind_article", "slices_accuracy", "slices_rows")],
                [
                    (
                        clean_text(one.name),
                        told_interval(one.accuracy, word=word),
                        f"{one.num_rows:,}",
                    )
                    for one in weakest
                ],
                numbers=(1, 2),
            )
        )
    return section(word("slices_heading"), *parts)


def _calibration(report: CheckReport, word: Word) -> Html | None:
    if report.calibrated is None:
        return None
    caption = word("report_reliability_caption", count=f"{report.metrics.num_rows:,}")
    scaled = report.bundle.temperature != 1.0
    how = (
        word("calibration_how", temperature=f"{report.bundle.temperature:.2f}")
        if scaled
        else word("about_uncalibrated")
    )
    kinds = {"raw": report.raw} | ({"calibrated": report.calibrated} if scaled else {})
    return section(
        word("calibration_heading"),
        paragraph(how),
        figure(charts.reliability_svg(kinds, word=word), caption, alt=caption),
        table(
            word("report_calibration_caption", count=f"{report.metrics.num_rows:,}"),
            [word("probability_kind"), *_MEASURES.values()],
            [
                [word(kind), *(f"{getattr(one, measure):.3f}" for measure in _MEASURES)]
                for kind, one in kinds.items()
            ],
            numbers=(1, 2, 3),
        ),
        *(paragraph(word(f"calibration_{measure}_help"), kind="note") for measure in _MEASURES),
    )


def _told_flagged(report: CheckReport, word: Word) -> str:
    flagged = int(report.result.out_of_scope.sum())
    answered = int(report.result.answered.sum())
    share = f"{100 * flagged / answered:.1f}" if answered else "–"
    return word("check_flagged", share=share, total=f"{answered:,}")


def _scope(report: CheckReport, word: Word) -> Html:
    title, record = word("scope_heading"), report.scope
    if report.result.scope_threshold is None:
        return section(title, paragraph(word("report_no_scope")))
    parts = [paragraph(_told_flagged(report, word))]
    if record is not None:
        parts += [paragraph(word("report_scope_about")), *_scope_figures(record, word)]
    return section(title, *parts)


def _scope_figures(record: Mapping[str, Any], word: Word) -> list[Html]:
    """Draw and list what is stored of the measure on the test sentences and on foreign texts."""
    test = record["test"]
    figures = {"score": test, "baseline": test["baseline"]}
    features = [word(f"scope_feature_{name}") for name in record["method"].split("+")]
    drawings = []
    if test["false_alarms"] is not None and test["detected"] is not None:
        caption = word("report_roc_caption", limit=f"{100 * record['max_false_alarms']:.0f}")
        drawings.append(figure(charts.roc_svg(record, word=word), caption, alt=caption))
    return [
        *drawings,
        table(
            word("report_scope_caption"),
            [
                word("scope_kind_of_score"),
                "AUROC",
                word("scope_detected"),
                word("scope_false_alarms"),
            ],
            [
                [
                    word(f"scope_{name}"),
                    f"{row['auroc']:.3f}",
                    _share(row["detected"], word),
                    _share(row["false_alarms"], word),
                ]
                for name, row in figures.items()
            ],
            numbers=(1, 2, 3),
        ),
        paragraph(
            word("scope_method", parts=word("list_joint").join(features))
            + word("report_scope_threshold", threshold=f"{record['threshold']:.3f}"),
            kind="note",
        ),
    ]


def _share(share: Mapping[str, Any] | None, word: Word) -> str:
    """Say what is stored of a share, with its interval and its counts."""
    if share is None:
        return "–"
    figures = {"value": share["share"], "low": share["low"], "high": share["high"]}
    told = word("report_interval", **{name: f"{one:.3f}" for name, one in figures.items()})
    return f"{told} {share['flagged']:,} / {share['total']:,}"


def _behaviour(report: CheckReport, word: Word) -> Html | None:
    if not report.behaviour:
        return None
    scores = score_by_kind(report.behaviour)
    failed = [result for result in report.behaviour if result.failed]
    about = word("report_behaviour_about", count=len(report.behaviour))
    if report.num_skipped_cases:
        about += word("behaviour_skipped", count=report.num_skipped_cases)
    kinds = table(
        word("report_behaviour_caption", count=len(report.behaviour)),
        [
            word("behaviour_kind"),
            word("report_asks"),
            word("behaviour_passed"),
            word("behaviour_interval"),
            word("behaviour_control"),
        ],
        [
            [
                word(f"behaviour_kind_{kind}"),
                word(f"behaviour_means_{kind}"),
                f"{of_kind.passed} / {of_kind.total}",
                f"{of_kind.low:.2f}–{of_kind.high:.2f}" if of_kind.total else "–",
                f"{of_kind.control:.2f}",
            ]
            for kind, of_kind in scores.items()
        ],
        numbers=(2, 3, 4),
    )
    parts = [paragraph(about), kinds, paragraph(word("behaviour_control_note"), kind="note")]
    if failed:
        parts.append(
            table(
                word(
                    "report_failures_caption",
                    shown=min(len(failed), _FAILURES),
                    count=len(failed),
                ),
                [word("behaviour_kind"), word("report_case"), word("report_answer")],
                [
                    [
                        _whole(word(f"behaviour_kind_{one.case.kind}")),
                        _case(one),
                        _answers(one, word),
                    ]
                    for one in failed[:_FAILURES]
                ],
            )
        )
    return section(word("behaviour_heading"), *parts)


def _failure(one: CaseResult, word: Word) -> list[str]:
    return [word(f"behaviour_kind_{one.case.kind}"), _case(one), _answers(one, word)]


def _case(one: CaseResult) -> Html:
    case = one.case
    shown = variant_html(case.text, case.variant) if case.variant else html.escape(case.text)
    return Html(f'<span lang="ja">{shown}</span>')


def _answers(one: CaseResult, word: Word) -> Html:
    predictions = [one.before] if one.after is None else [one.before, one.after]
    told = " → ".join(_answer(answer.label, answer.confidence) for answer in predictions)
    if not one.case.label:
        return Html(told)
    wanted = word(f"report_wanted_{one.case.direction or 'true'}", label=one.case.label)
    return Html(f"{told} ({html.escape(wanted)})")


def _shortcuts(report: CheckReport, word: Word) -> Html | None:
    found = [one for pieces in report.shortcuts.values() for one in pieces]
    if not found:
        return None
    suspects = [one for one in found if one.suspected]
    told = word("shortcuts_no_suspects")
    if suspects:
        told = word(
            "shortcuts_suspects",
            score=SUSPECT_SCORE,
            pieces=word("list_joint").join(
                word(
                    "shortcuts_suspect",
                    piece=one.piece,
                    label=one.label,
                    count=f"{one.count:,}",
                )
                for one in suspects
            ),
        )
    heads = ("label", "piece", "count", "mean", "others", "weight", "flips")
    return section(
        word("shortcuts_heading"),
        paragraph(told),
        table(
            word("report_shortcuts_caption", count=f"{report.num_shortcut_texts:,}"),
            [word(f"shortcuts_{name}") for name in heads],
            [_shortcut(one) for one in found],
            numbers=range(2, 7),
        ),
        bullets(
            f"{word(f'shortcuts_{name}')}: {word(f'shortcuts_{name}_help')}"
            for name in ("mean", "others", "weight", "flips")
        ),
        paragraph(word("shortcuts_reading"), kind="note"),
    )


def _shortcut(one: Shortcut) -> list[str]:
    return [
        _label(one.label),
        japanese(one.piece),
        f"{one.count:,} / {one.num_texts:,}",
        signed_number(one.mean_score, digits=3),
        "–" if one.other_score is None else signed_number(one.other_score, digits=3),
        signed_number(one.weight, digits=4),
        f"{one.flips:.2f}",
    ]


def _duel(report: CheckReport, word: Word) -> Html | None:
    duel, other = report.duel, report.other
    if duel is None or other is None:
        return None
    names = (report.bundle.name, other.name)
    parts = [
        paragraph(
            word(
                "report_other",
                name=other.name,
                sha256=other.sha256,
                standing=word(f"models_rows_{report.other_provenance}"),
            )
        )
    ]
    for name, labels in zip(names, duel.own_labels, strict=True):
        if labels:
            joined = word("list_joint").join(labels)
            parts.append(paragraph(word("report_own_labels", name=name, labels=joined)))
    if duel.difference is None:
        parts.append(paragraph(word("models_not_judged")))
    else:
        unfair = report.other_provenance != report.provenance
        parts += _duel_figures(duel, names, word, unfair=unfair)
    if duel.differing:
        shown = duel.differing[:_DIFFERING]
        parts.append(
            table(
                word("report_differing_caption", shown=len(shown), count=len(duel.differing)),
                [word("report_row"), word("text"), word("check_cell_true"), *names],
                [
                    [
                        f"{row + 1:,}",
                        _text(duel.first.texts[row]),
                        _label(duel.first.true_labels[row]),
                        *(
                            _answer(predicted_label(result, row), result.confidence[row])
                            for result in (duel.first, duel.second)
                        ),
                    ]
                    for row in shown
                ],
                numbers=(0,),
            )
        )
    return section(word("report_duel"), *parts)


def _duel_figures(duel: Duel, names: tuple[str, str], word: Word, *, unfair: bool) -> list[Html]:
    """Args:
    unfair: whether the two models stand otherwise to the rows.
    """
    first, second = names
    judged = f"{int(duel.judged.sum()):,}"
    accuracies = word(
        "models_accuracy",
        first=first,
        first_accuracy=told_interval(duel.first_accuracy, word=word),
        second=second,
        second_accuracy=told_interval(duel.second_accuracy, word=word),
        count=judged,
    )
    heads = ["", *(word(f"models_{side}", name=second) for side in ("right", "wrong"))]
    rows = (
        (word("models_right", name=first), duel.both, duel.only_first),
        (word("models_wrong", name=first), duel.only_second, duel.neither),
    )
    return [
        paragraph(accuracies),
        paragraph(word("models_unfair"), kind="warning") if unfair else Html(),
        paragraph(told_difference(duel.difference, word=word)),
        table(
            word("report_duel_caption", count=judged),
            heads,
            [[name, *(f"{len(numbers):,}" for numbers in cells)] for name, *cells in rows],
            numbers=(1, 2),
        ),
    ]


def _protocols(report: CheckReport, word: Word) -> Html | None:
    records = {
        name: report.protocols[name] for name in EVALUATION_PROTOCOLS if name in report.protocols
    }
    if not records:
        return None
    heads = (
        "protocol",
        "slices_accuracy",
        "check_card_calibration",
        "linear",
        "majority",
        "examples_count",
    )
    differences = [
        word(
            "report_protocol_difference",
            first=word(f"evaluation_{first}"),
            second=word(f"evaluation_{second}"),
            told=told_difference(difference, word=word),
        )
        for (first, second), difference in report.protocol_differences.items()
    ]
    return section(
        word("report_protocols"),
        paragraph(word("report_protocols_about")),
        table(
            word("report_protocols_caption"),
            [word(key) for key in heads],
            [
                [
                    word(f"evaluation_{name}"),
                    word(
                        "report_interval",
                        value=f"{record['accuracy']:.3f}",
                        low=f"{record['low']:.3f}",
                        high=f"{record['high']:.3f}",
                    ),
                    f"{record['ece_after']:.3f}",
                    f"{record['linear_baseline']:.3f}",
                    f"{record['majority_baseline']:.3f}",
                    f"{record['num_examples']:,}",
                ]
                for name, record in records.items()
            ],
            numbers=range(1, 6),
        ),
        bullets(differences) if differences else "",
        paragraph(word("significance_help"), kind="note") if differences else "",
    )


def _mistakes(report: CheckReport, word: Word) -> Html | None:
    if report.metrics is None:
        return None
    result = report.result
    num_wrong = int((result.judged & ~result.right).sum())
    if not report.mistakes:
        return section(word("report_mistakes"), paragraph(word("report_no_mistakes")))
    return section(
        word("report_mistakes"),
        table(
            word("report_mistakes_caption", shown=len(report.mistakes), count=f"{num_wrong:,}"),
            [
                word("report_row"),
                word("text"),
                word("check_cell_true"),
                word("check_cell_predicted"),
                word("probability"),
            ],
            [
                [
                    f"{row + 1:,}",
                    _text(result.texts[row]),
                    _label(result.true_labels[row]),
                    _label(predicted_label(result, row)),
                    f"{result.confidence[row]:.3f}",
                ]
                for row in report.mistakes
            ],
            numbers=(0, 4),
        ),
    )


def _label(text: str) -> Html:
    """Return a label of the file, in one line; "–" where there is none."""
    shown = clean_text(text)
    if len(shown) > _LABEL_CHARACTERS:
        shown = shown[:_LABEL_CHARACTERS] + "…"
    return _whole(shown or "–")


def _answer(label: str, confidence: float) -> Html:
    return _whole(f"{label} {confidence:.2f}")


def _whole(text: str) -> Html:
    """Return what is not broken into lines."""
    return Html(f'<span class="label" lang="ja">{html.escape(text)}</span>')


def _text(text: str) -> Html:
    shown = clean_text(text)
    return japanese(shown if len(shown) <= _CHARACTERS else shown[:_CHARACTERS] + "…")
