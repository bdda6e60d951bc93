"""The figures of the printed report: what was measured, how right it is, and where it is not."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from core.checks.provenance import count_tags, split_protocol
from core.checks.report import CheckReport
from core.checks.slices import MIN_ROWS, looked_at
from core.stats.measure import LabelMetrics
from core.text.tokenizer import clean_text
from core.types import PROTOCOLS
from core.view.check_words import interval_text, slice_title
from core.view.html import report_charts as charts
from core.view.html.parts import (
    as_written,
    escaped,
    facts,
    figure,
    japanese,
    label_cell,
    paragraph,
    section,
    table,
)
from core.view.label_words import label_sentences
from core.words.lookup import Word

_ARTICLES = 10
_MEASURES = {"ece": "ECE", "nll": "NLL", "brier": "Brier"}


def measured_section(report: CheckReport, word: Word) -> Markup:
    """Return what was measured: the model, the rows, and whether it may have learnt them."""
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
        strangers=f"{report.labels.num_strangers:,}",
        tagged=f"{count_tags(result):,}",
    )
    fits = [(word("report_labels_fit"), one) for one in label_sentences(report.labels, word=word)]
    versions = ", ".join(f"{name} {which}" for name, which in bundle.record["versions"].items())
    named = any(result.groups)
    return section(
        word("report_measured"),
        facts(
            [
                (word("model"), bundle.name),
                ("SHA-256", Markup(f"<code>{escaped(bundle.sha256)}</code>")),
                (word("report_training"), trained),
                (word("report_labels"), japanese(word("list_joint").join(result.labels))),
                (word("report_temperature"), f"{bundle.temperature:.3f}"),
                (word("report_versions"), versions or "–"),
                (word("report_data"), clean_text(result.source)),
                *(
                    [(word("report_reading"), result.reading.reading_sentence(word))]
                    if result.reading
                    else []
                ),
                (word("report_counts"), rows),
                *fits,
            ]
        ),
        paragraph(
            word(f"models_rows_{report.provenance}"),
            kind="" if report.provenance == "untouched" else "warning",
        ),
        paragraph(word(f"report_intervals_{'articles' if named else 'rows'}"), kind="note"),
    )


def accuracy_section(report: CheckReport, word: Word) -> Markup:
    """Return how many rows are right, category by category."""
    title, metrics = word("report_accuracy"), report.metrics
    if metrics is None:
        return section(title, paragraph(word("metrics_no_labels")))
    count = f"{metrics.num_rows:,}"

    def cells(one: LabelMetrics) -> list[str]:
        intervals = (one.precision, one.recall, one.f1)
        cells = [interval_text(interval, word=word) for interval in intervals]
        return [label_cell(one.label), *cells, f"{one.support:,}"]

    heads = ("category", "check_precision", "check_recall", "check_f1", "check_count")
    return section(
        title,
        paragraph(
            word(
                "check_figures",
                accuracy=interval_text(metrics.accuracy, word=word),
                f1=interval_text(metrics.macro_f1, word=word),
                label=as_written(metrics.majority_label),
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


def slices_section(report: CheckReport, word: Word) -> Markup | None:
    """Return where it is right less often; None where no row is judged."""
    if not report.slices:
        return None
    overall, worst = report.slices[0].accuracy, report.worst
    if worst is None:
        sentence = word("slices_no_worst", overall=f"{overall.value:.3f}")
    else:
        sentence = word(
            "slices_worst",
            name=as_written(slice_title(worst, word=word)),
            accuracy=f"{worst.accuracy.value:.3f}",
            low=f"{worst.accuracy.low:.3f}",
            high=f"{worst.accuracy.high:.3f}",
            count=f"{worst.num_rows:,}",
            overall=f"{overall.value:.3f}",
        )
    parts = [
        paragraph(sentence),
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
                        clean_text(str(one.name)),
                        interval_text(one.accuracy, word=word),
                        f"{one.num_rows:,}",
                    )
                    for one in weakest
                ],
                numbers=(1, 2),
            )
        )
    return section(word("slices_heading"), *parts)


def calibration_section(report: CheckReport, word: Word) -> Markup | None:
    """Return how far probability and truth lie apart; None where no row is judged."""
    metrics, raw, calibrated = report.metrics, report.raw, report.calibrated
    if metrics is None or raw is None or calibrated is None:
        return None
    caption = word("report_reliability_caption", count=f"{metrics.num_rows:,}")
    scaled = report.bundle.temperature != 1.0
    how = (
        word("calibration_how", temperature=f"{report.bundle.temperature:.2f}")
        if scaled
        else word("about_uncalibrated")
    )
    kinds = {"raw": raw} | ({"calibrated": calibrated} if scaled else {})
    return section(
        word("calibration_heading"),
        paragraph(how),
        figure(charts.reliability_svg(kinds, word=word), caption, alt=caption),
        table(
            word("report_calibration_caption", count=f"{metrics.num_rows:,}"),
            [word("probability_kind"), *_MEASURES.values()],
            [
                [word(kind), *(f"{getattr(one, measure):.3f}" for measure in _MEASURES)]
                for kind, one in kinds.items()
            ],
            numbers=(1, 2, 3),
        ),
        *(paragraph(word(f"calibration_{measure}_help"), kind="note") for measure in _MEASURES),
    )


def flagged_sentence(report: CheckReport, word: Word) -> str:
    """Say which share of the answered rows the model takes for foreign."""
    flagged = int(report.result.out_of_scope.sum())
    answered = int(report.result.answered.sum())
    share = f"{100 * flagged / answered:.1f}" if answered else "–"
    return word("check_flagged", share=share, total=f"{answered:,}")


def scope_section(report: CheckReport, word: Word) -> Markup:
    """Return how many rows are foreign to the model, and how well it tells that."""
    title, record = word("scope_heading"), report.scope
    if report.result.scope_threshold is None:
        return section(title, paragraph(word("report_no_scope")))
    parts = [paragraph(flagged_sentence(report, word))]
    if record is not None:
        parts += [paragraph(word("report_scope_about")), *_scope_figures(record, word)]
    return section(title, *parts)


def _scope_figures(record: Mapping[str, Any], word: Word) -> list[Markup]:
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
    sentence = word("report_interval", **{name: f"{one:.3f}" for name, one in figures.items()})
    return f"{sentence} {share['flagged']:,} / {share['total']:,}"
