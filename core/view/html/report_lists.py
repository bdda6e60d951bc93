"""The lists of the printed report: cases, tokens, rows of two models, protocols, mistakes."""

from markupsafe import Markup

from core.checks.behaviour import CaseResult, score_by_kind
from core.checks.models import Duel, predicted_label
from core.checks.report import CheckReport
from core.checks.shortcuts import SUSPECT_SCORE, Shortcut
from core.model.config import EVALUATION_PROTOCOLS
from core.view.check_words import difference_sentence, interval_text
from core.view.html.parts import (
    answer_cell,
    as_written,
    bullets,
    escaped,
    japanese,
    label_cell,
    paragraph,
    section,
    table,
    text_cell,
    whole,
)
from core.view.html.variant import variant_html
from core.view.numbers import signed_number
from core.words.lookup import Word

_FAILURES = 20
_DIFFERING = 20


def behaviour_section(report: CheckReport, word: Word) -> Markup | None:
    """Return how many of the cases are passed, and those that are not; None without cases."""
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
                whole(word(f"behaviour_kind_{kind}")),
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
                [_failure(one, word) for one in failed[:_FAILURES]],
            )
        )
    return section(word("behaviour_heading"), *parts)


def _failure(one: CaseResult, word: Word) -> list[str]:
    kind = word(f"behaviour_kind_{one.case.kind}")
    return [whole(kind), _case(one), _answers(one, word)]


def _case(one: CaseResult) -> Markup:
    case = one.case
    return japanese(variant_html(case.text, case.variant) if case.variant else case.text)


def _answers(one: CaseResult, word: Word) -> Markup:
    predictions = [one.before] if one.after is None else [one.before, one.after]
    answers = " → ".join(answer_cell(answer.label, answer.confidence) for answer in predictions)
    if not one.case.label:
        return Markup(answers)
    wanted = word(f"report_wanted_{one.case.direction or 'true'}", label=one.case.label)
    return Markup(f"{answers} ({escaped(wanted)})")


def shortcuts_section(report: CheckReport, word: Word) -> Markup | None:
    """Return the pieces that decide most, label by label; None where there are none."""
    found = [one for pieces in report.shortcuts.values() for one in pieces]
    if not found:
        return None
    suspects = [one for one in found if one.suspected]
    sentence = word("shortcuts_no_suspects")
    if suspects:
        sentence = word(
            "shortcuts_suspects",
            score=SUSPECT_SCORE,
            pieces=word("list_joint").join(
                word(
                    "shortcuts_suspect",
                    piece=as_written(one.piece),
                    label=as_written(one.label),
                    count=f"{one.count:,}",
                )
                for one in suspects
            ),
        )
    heads = ("label", "piece", "count", "mean", "others", "weight", "flips")
    return section(
        word("shortcuts_heading"),
        paragraph(sentence),
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
        label_cell(one.label),
        japanese(one.piece),
        f"{one.count:,} / {one.num_texts:,}",
        signed_number(one.mean_score, digits=3),
        "–" if one.other_score is None else signed_number(one.other_score, digits=3),
        signed_number(one.weight, digits=4),
        f"{one.flips:.2f}",
    ]


def duel_section(report: CheckReport, word: Word) -> Markup | None:
    """Return what another model says of the same rows; None where none was asked."""
    duel, other = report.duel, report.other
    if duel is None or other is None:
        return None
    names = (report.bundle.name, other.name)
    parts = [
        paragraph(
            word(
                "report_other",
                name=as_written(other.name),
                sha256=other.sha256,
                standing=word(f"models_rows_{report.other_provenance}"),
            )
        )
    ]
    for name, labels in zip(names, duel.own_labels, strict=True):
        if labels:
            joined = as_written(word("list_joint").join(labels))
            parts.append(paragraph(word("report_own_labels", name=as_written(name), labels=joined)))
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
                        text_cell(duel.first.texts[row]),
                        label_cell(duel.first.true_labels[row]),
                        *(
                            answer_cell(predicted_label(result, row), result.confidence[row])
                            for result in (duel.first, duel.second)
                        ),
                    ]
                    for row in shown
                ],
                numbers=(0,),
            )
        )
    return section(word("report_duel"), *parts)


def _duel_figures(duel: Duel, names: tuple[str, str], word: Word, *, unfair: bool) -> list[Markup]:
    """Lay out how two models did on the same rows.

    Args:
        unfair: whether the two models stand otherwise to the rows.
    """
    first_accuracy, second_accuracy = duel.first_accuracy, duel.second_accuracy
    if first_accuracy is None or second_accuracy is None or duel.difference is None:
        return [paragraph(word("models_not_judged"))]
    first, second = names
    judged = f"{int(duel.judged.sum()):,}"
    accuracies = word(
        "models_accuracy",
        first=as_written(first),
        first_accuracy=interval_text(first_accuracy, word=word),
        second=as_written(second),
        second_accuracy=interval_text(second_accuracy, word=word),
        count=judged,
    )
    heads = ["", *(word(f"models_{side}", name=second) for side in ("right", "wrong"))]
    rows = (
        (word("models_right", name=first), duel.both, duel.only_first),
        (word("models_wrong", name=first), duel.only_second, duel.neither),
    )
    return [
        paragraph(accuracies),
        paragraph(word("models_unfair"), kind="warning") if unfair else Markup(),
        paragraph(difference_sentence(duel.difference, word=word)),
        table(
            word("report_duel_caption", count=judged),
            heads,
            [[name, *(f"{len(numbers):,}" for numbers in cells)] for name, *cells in rows],
            numbers=(1, 2),
        ),
    ]


def protocols_section(report: CheckReport, word: Word) -> Markup | None:
    """Return what is stored of the recipe's folds; None where nothing is."""
    records = {
        name: report.protocols[name] for name in EVALUATION_PROTOCOLS if name in report.protocols
    }
    if not records:
        return None
    heads = [
        word("protocol"),
        word("slices_accuracy"),
        "ECE",
        word("linear"),
        word("majority"),
        word("examples_count"),
    ]
    differences = [
        word(
            "report_protocol_difference",
            first=word(f"evaluation_{first}"),
            second=word(f"evaluation_{second}"),
            finding=difference_sentence(difference, word=word),
        )
        for (first, second), difference in report.protocol_differences.items()
    ]
    return section(
        word("report_protocols"),
        paragraph(word("report_protocols_about")),
        table(
            word("report_protocols_caption"),
            heads,
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


def mistakes_section(report: CheckReport, word: Word) -> Markup | None:
    """Return the surest wrong rows; None where no row is judged."""
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
                    text_cell(result.texts[row]),
                    label_cell(result.true_labels[row]),
                    label_cell(predicted_label(result, row)),
                    f"{result.confidence[row]:.3f}",
                ]
                for row in report.mistakes
            ],
            numbers=(0, 4),
        ),
    )
