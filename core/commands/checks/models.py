"""`python -m core checks models`: two models on the same rows."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.common import Record, Subparsers, number, progress_bar
from core.commands.label_lines import label_lines
from core.commands.measuring import add_json_argument, add_model_argument
from core.commands.output import print_record
from core.commands.rows import add_rows_arguments, read_rows

if TYPE_CHECKING:
    from core.checks.models import Duel
    from core.model.bundle import Bundle


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "models", help="set two models side by side on the same rows, those that differ first"
    )
    add_model_argument(parser)
    parser.add_argument("--other", type=Path, required=True, metavar="DIR")
    add_rows_arguments(parser)
    parser.add_argument(
        "--keep-tags",
        action="store_true",
        help="leave the topic tags, which give the label away, in the texts of a folder",
    )
    parser.add_argument(
        "--rows", type=number(int, 0), default=20, help="how many rows that differ to print"
    )
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer
    from core.batch.table import predict_frame
    from core.checks.models import duel_with

    first, second = Analyzer.load(arguments.model), Analyzer.load(arguments.other)
    rows = read_rows(arguments, keep_tags=arguments.keep_tags, labels=first.labels)
    with progress_bar() as bar:
        task = bar.add_task("rows", total=2 * len(rows.table), note="")
        result = predict_frame(
            first,
            rows.table,
            rows.columns,
            source=rows.source,
            reading=rows.reading,
            on_progress=lambda done, total: bar.update(task, completed=done),
        )
        duel = duel_with(
            result,
            second,
            on_progress=lambda done, total: bar.update(task, completed=total + done),
        )
    record = _record(duel, (first.bundle, second.bundle), num_rows=arguments.rows)
    print_record(arguments, record, _table)
    return 0


def _record(duel: "Duel", bundles: tuple["Bundle", "Bundle"], *, num_rows: int) -> Record:
    from dataclasses import asdict

    from core.batch.label_counts import LabelCounts
    from core.checks.provenance import count_tags, provenance_beside, split_protocol

    accuracies = (duel.first_accuracy, duel.second_accuracy)
    difference = duel.difference
    return {
        "schema": 1,
        "source": duel.first.source,
        "rows": len(duel.first),
        "answered": int((duel.first.answered & duel.second.answered).sum()),
        "judged": int(duel.judged.sum()),
        "with_tags": count_tags(duel.first),
        "models": [
            {
                "name": bundle.name,
                "sha256": bundle.sha256,
                "keep_tags": bundle.train.keep_tags,
                "protocol": split_protocol(bundle),
                "provenance": provenance_beside(bundle, beside, duel.first),
                "own_labels": list(own),
                **LabelCounts.of(result).record(),
                "accuracy": None if accuracy is None else asdict(accuracy),
            }
            for bundle, beside, own, accuracy, result in zip(
                bundles,
                bundles[::-1],
                duel.own_labels,
                accuracies,
                (duel.first, duel.second),
                strict=True,
            )
        ],
        "counts": {
            name: len(getattr(duel, name))
            for name in ("both", "only_first", "only_second", "neither")
        },
        "difference": None
        if difference is None
        else {**asdict(difference), "within_noise": difference.within_noise},
        "num_differing": len(duel.differing),
        "differing": [_row(duel, row) for row in duel.differing[:num_rows]],
    }


def _row(duel: "Duel", row: int) -> Record:
    from core.checks.models import predicted_label

    return {
        "row": row + 1,
        "text": duel.first.texts[row],
        "label": duel.first.true_labels[row],
        "predicted": [predicted_label(result, row) for result in (duel.first, duel.second)],
        "confidence": [float(result.confidence[row]) for result in (duel.first, duel.second)],
    }


_FOOTING = {
    "untouched": "these rows are the part it was neither trained nor selected on",
    "unknown": "it may have learnt some of these rows: its accuracy may be too high",
    "overlapping": "it learnt from another split of the same source, so most likely from most of "
    "these rows: its accuracy is too high",
    "selected": "its epoch was chosen on these very rows: its accuracy is too high",
    "learnt": "it has learnt these very rows: its accuracy says nothing",
}


def _table(record: Record) -> str:
    """Lay the figures out; what is in brackets are 95 % intervals."""
    first, second = record["models"]
    lines = [
        f"data:     {record['source']}, {record['rows']:,} rows, {record['answered']:,} answered "
        f"by both, {record['judged']:,} judged, {record['with_tags']:,} with a topic tag"
    ]
    for side, model in zip(("first", "second"), (first, second), strict=True):
        lines.append(
            f"{side + ':':<9} {model['name']} ({model['sha256'][:12]}), learnt with topic tags "
            f"{'kept' if model['keep_tags'] else 'removed'}, split {model['protocol']}; "
            f"{_FOOTING[model['provenance']]}"
        )
        if model["own_labels"]:
            labels = ", ".join(model["own_labels"])
            lines.append(f"          labels that only this model has, never judged: {labels}")
        lines += label_lines(model)
    difference = record["difference"]
    if difference is None:
        lines.append("accuracy: no row has a label that both models know")
    else:
        lines.append(
            f"accuracy: {_interval(first['accuracy'])} and {_interval(second['accuracy'])}"
        )
        verdict = "within the noise" if difference["within_noise"] else "beyond the noise"
        lines.append(
            f"first minus second: {difference['value']:+.4f} ({difference['low']:+.4f}–"
            f"{difference['high']:+.4f}), McNemar p = {difference['p_value']:.2g}: {verdict}"
        )
        if first["provenance"] != second["provenance"]:
            lines.append(
                "warning:  these rows had different parts in the two trainings (see above): the "
                "difference says nothing about new texts"
            )
        counts = record["counts"]
        lines.append(
            f"right:    both {counts['both']}, only the first {counts['only_first']}, only the "
            f"second {counts['only_second']}, neither {counts['neither']}"
        )
    lines.append(f"differ:   {record['num_differing']} rows, the surest first")
    for row in record["differing"]:
        answers = ", ".join(
            f"{label} {confidence:.2f}"
            for label, confidence in zip(row["predicted"], row["confidence"], strict=True)
        )
        lines.append(f"  {row['row']:>6}  {answers}  (true {row['label'] or '–'})  {row['text']}")
    return "\n".join(lines)


def _interval(accuracy: Record) -> str:
    return f"{accuracy['value']:.4f} ({accuracy['low']:.4f}–{accuracy['high']:.4f})"
