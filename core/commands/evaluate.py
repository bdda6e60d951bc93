"""`python -m core evaluate`: how often a model, or the recipe behind it, is right."""

import argparse
import csv
import json
import os
from dataclasses import asdict
from math import isnan
from pathlib import Path

from core.commands.common import (
    DEFAULT_EMBEDDINGS,
    DEFAULT_ENCODER,
    ENGINES,
    check_recipe,
    load_analyzer,
    number,
    progress_bar,
)
from core.commands.measuring import (
    add_data_argument,
    add_json_argument,
    add_model_argument,
    add_store_argument,
    check_storable,
    measured,
    print_record,
    start_stopwatch,
)
from core.errors import (
    FileUnwritableError,
    LearntPartError,
    OptionMissingError,
    OtherSplitError,
    TooFewExamplesError,
)
from core.model.config import EVALUATION_PROTOCOLS
from core.paths import DATA

_TOPICS_TODAY = DATA / "topics_today.csv"


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("evaluate", help="measure a model, or its recipe, on a dataset")
    add_model_argument(parser)
    add_data_argument(parser)
    parser.add_argument("--part", choices=("train", "validation", "test"), default="test")
    parser.add_argument("--engine", choices=ENGINES, default="onnx")
    parser.add_argument(
        "--protocol",
        nargs="+",
        choices=EVALUATION_PROTOCOLS,
        metavar="|".join(EVALUATION_PROTOCOLS),
        help="train the model's recipe anew in ten folds of the whole dataset (topics_today: ask "
        "the model itself about sentences of today)",
    )
    parser.add_argument("--embeddings", type=Path, default=DEFAULT_EMBEDDINGS, metavar="DIR")
    parser.add_argument("--encoder", type=Path, default=DEFAULT_ENCODER, metavar="DIR")
    parser.add_argument("--topics", type=Path, default=_TOPICS_TODAY, metavar="FILE")
    parser.add_argument(
        "--workers", type=number(int, 1), default=os.cpu_count() or 1, help="folds at a time"
    )
    add_store_argument(
        parser, help="write the figures, of the part or of the protocols, into the model folder"
    )
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="write every sentence and its answer as CSV"
    )
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.protocol:
        return _run_protocols(arguments)
    if arguments.answers:
        raise OptionMissingError(option="--answers", needed="--protocol")
    return _run_part(arguments)


def _run_part(arguments: argparse.Namespace) -> int:
    from core.data.dataset import fingerprint, prepare_split, read_dataset, read_split_record
    from core.stats.evaluate import evaluate, label_ids, report_to_json, stack_probabilities
    from core.stats.measure import measure

    analyzer = load_analyzer(arguments.model, engine=arguments.engine)
    bundle = analyzer.bundle
    split = prepare_split(read_dataset(arguments.data), keep_tags=bundle.train.keep_tags)
    examples = split.parts()[arguments.part]
    if not examples:
        raise TooFewExamplesError(counts=f"{arguments.data / arguments.part}: 0")
    # Only a part of the very split the model was trained on is known to hold nothing it learnt.
    known = bundle.record["data"]["fingerprints"][arguments.part] == fingerprint(examples)
    if arguments.store:
        _check_part(bundle, arguments, known=known)
        check_storable(arguments)
    probabilities, raw_probabilities = stack_probabilities(
        analyzer.predict([example.text for example in examples])
    )
    report = evaluate(
        probabilities,
        examples,
        raw_probabilities=raw_probabilities,
        labels=analyzer.labels,
        majority_label=bundle.record["data"]["majority_label"],
    )
    metrics = measure(
        label_ids(examples, analyzer.labels),
        probabilities.argmax(axis=1),
        [example.group for example in examples],
        labels=analyzer.labels,
    )
    if arguments.store:
        from core.training.model_card import store_part

        store_part(arguments.model, arguments.part, report_to_json(report))
    selected = arguments.part == bundle.train.select_on
    result = {
        "schema": 1,
        "model": {"name": bundle.name, "sha256": bundle.sha256},
        "part": arguments.part,
        "protocol": read_split_record(arguments.data).get("protocol", "unknown"),
        "keep_tags": bundle.train.keep_tags,
        "untouched": known and not selected and arguments.part not in bundle.train.train_on,
        **report_to_json(report),
        "per_label": {one.label: _label_json(one) for one in metrics.per_label},
    }

    def table(record) -> str:
        warning = [] if record["untouched"] else [_warning(known=known, selected=selected)]
        return "\n".join(
            [
                *_part_lines(record, engine=arguments.engine),
                _labels_text(metrics.per_label),
                *warning,
                _confusion_text(record["labels"], record["confusion"]),
            ]
        )

    print_record(arguments, result, table)
    return 0


def _part_lines(record, *, engine: str) -> list[str]:
    model, tags = record["model"], "kept" if record["keep_tags"] else "removed"
    return [
        f"model:    {model['name']} ({model['sha256'][:12]}), engine {engine}",
        f"data:     {record['part']}, {record['num_examples']} sentences, split "
        f"{record['protocol']}, topic tags {tags}",
        f"accuracy: {record['accuracy']:.4f} (95 % interval {record['low']:.4f}–"
        f"{record['high']:.4f}), macro F1 {record['macro_f1']:.4f}",
        f"baseline: {record['majority_baseline']:.4f} (always {record['majority_label']})",
        _calibration_text(record),
    ]


def _check_part(bundle, arguments: argparse.Namespace, *, known: bool) -> None:
    """Make sure that the figures of a part are those a model folder may be told by.

    Raises:
        OtherSplitError, LearntPartError: they are not.
    """
    if not known:
        raise OtherSplitError(path=arguments.data / arguments.part, model=arguments.model)
    if arguments.part in bundle.train.train_on:
        raise LearntPartError(part=arguments.part, model=arguments.model)


def _run_protocols(arguments: argparse.Namespace) -> int:
    from core.data.dataset import read_dataset, read_samples
    from core.files import check_writable
    from core.model.bundle import load_bundle
    from core.stats.evaluate import check_labels

    bundle = load_bundle(arguments.model)
    split = read_dataset(arguments.data)
    examples = [example for part in split.parts().values() for example in part]
    check_labels(examples, bundle.model.labels)
    topics = ()
    if "topics_today" in arguments.protocol:
        topics = read_samples(arguments.topics)
        if not topics:
            raise TooFewExamplesError(counts=f"{arguments.topics}: 0")
        check_labels(topics, bundle.model.labels)
    check_storable(arguments)
    if arguments.answers:
        folder = arguments.answers.parent
        if arguments.answers.is_dir() or (folder.exists() and not folder.is_dir()):
            raise FileUnwritableError(path=arguments.answers, reason="folder")
        check_writable(folder)
    # TensorFlow takes seconds to import: only once the input has turned out to be readable.
    from core.checks import protocols

    check_recipe(bundle.record, arguments)
    recipe = protocols.Recipe(
        model=bundle.model,
        train=bundle.train,
        embeddings=arguments.embeddings,
        encoder=arguments.encoder if bundle.record["encoder"] else None,
    )
    records: dict[str, dict[str, object]] = {}
    answers_of: dict[str, protocols.Answers] = {}
    minutes_of: dict[str, float] = {}

    def answers_for(protocol: str) -> protocols.Answers:
        if protocol not in answers_of:
            minutes = start_stopwatch()
            answers_of[protocol] = _ask(protocol, examples, topics, split, recipe, arguments)
            minutes_of[protocol] = minutes()
        return answers_of[protocol]

    for protocol in arguments.protocol:
        # The articles' answers are those of the grouped folds: one training serves both.
        folds_of = "grouped" if protocol == "documents" else protocol
        answers = answers_for(folds_of)
        if protocol == "documents":
            answers = protocols.pool_documents(answers)
        figures = protocols.protocol_record(
            answers,
            bundle.model.labels,
            folds=1 if protocol == "topics_today" else protocols.NUM_FOLDS,
        )
        records[protocol] = measured(arguments, figures, minutes=minutes_of[folds_of])
        if not arguments.json:
            print(_protocol_text(protocol, records[protocol]), flush=True)
    if arguments.store:
        from core.training.model_card import store_protocols

        store_protocols(arguments.model, records)
    if arguments.answers:
        _write_answers(arguments.answers, answers_of, bundle.model.labels)
    if arguments.json:
        print(json.dumps({"schema": 1, "protocols": records}, ensure_ascii=False))
    return 0


def _ask(protocol: str, examples, topics, split, recipe, arguments: argparse.Namespace):
    """Let the model or ten networks of its recipe answer; baselines beside them."""
    from core.checks import protocols

    if protocol == "topics_today":
        from core.analyzer import Analyzer
        from core.data.dataset import prepare_split
        from core.stats.evaluate import stack_probabilities

        analyzer = Analyzer.load(arguments.model)
        probabilities, raw_probabilities = stack_probabilities(
            analyzer.predict([example.text for example in topics])
        )
        return protocols.ask_model(
            probabilities,
            raw_probabilities,
            topics,
            learnt=prepare_split(split, keep_tags=recipe.train.keep_tags),
            labels=recipe.model.labels,
        )
    with progress_bar() as bar:
        task = bar.add_task(protocol, total=protocols.NUM_FOLDS, note="")
        return protocols.cross_validate(
            examples,
            recipe,
            protocol=protocol,
            workers=arguments.workers,
            on_fold=lambda done, total: bar.update(task, completed=done),
        )


def _write_answers(path: Path, answers_of, labels) -> None:
    """Write one row per sentence: for people who read the errors."""
    from core.files import replace_file

    with replace_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["protocol", "group", "text", "label", "predicted", *labels])
        for protocol, answers in answers_of.items():
            for example, row in zip(answers.examples, answers.probabilities, strict=True):
                predicted = labels[int(row.argmax())]
                shares = [f"{share:.4f}" for share in row]
                writer.writerow(
                    [protocol, example.group, example.text, example.label, predicted, *shares]
                )


def _protocol_text(protocol: str, record) -> str:
    return "\n".join(
        [
            f"protocol: {protocol}, {record['num_examples']} examples, {record['folds']} folds, "
            f"{record['minutes']} minutes",
            f"accuracy: {record['accuracy']:.4f} (95 % interval {record['low']:.4f}–"
            f"{record['high']:.4f}), macro F1 {record['macro_f1']:.4f}",
            f"baseline: linear character n-grams {record['linear_baseline']:.4f}, majority "
            f"{record['majority_baseline']:.4f}",
            _calibration_text(record),
            _confusion_text(record["labels"], record["confusion"]),
        ]
    )


def _calibration_text(record) -> str:
    changes = ", ".join(
        f"{title} {record[f'{name}_before']:.4f} → {record[f'{name}_after']:.4f}"
        for name, title in (("ece", "ECE"), ("nll", "NLL"), ("brier", "Brier"))
    )
    return f"calibration: {changes} (raw → calibrated)"


def _labels_text(per_label) -> str:
    rows = ["labels (precision, recall and F1 with 95 % intervals, sentences)"]
    for one in per_label:
        figures = "  ".join(
            f"{interval.value:.3f} ({interval.low:.3f}–{interval.high:.3f})"
            for interval in (one.precision, one.recall, one.f1)
        )
        rows.append(f"  {figures}  {one.support:5d}  {one.label}")
    return "\n".join(rows)


def _label_json(one) -> dict[str, object]:
    """Return the figures of a label as JSON values: null where one is not defined."""

    def number(value: float) -> float | None:
        return None if isnan(value) else value

    return {
        "support": one.support,
        **{
            name: {end: number(value) for end, value in asdict(getattr(one, name)).items()}
            for name in ("precision", "recall", "f1")
        },
    }


def _warning(*, known: bool, selected: bool) -> str:
    if not known:
        return (
            "warning:  these are not the sentences of the split this model was trained on; it may "
            "have learnt some of them, so the accuracy may be too high"
        )
    if selected:
        return (
            "warning:  the epoch of this model was chosen on these very sentences; the accuracy "
            "is too high"
        )
    return "warning:  this model has learnt these very sentences; the accuracy says nothing"


def _confusion_text(labels, confusion) -> str:
    rows = ["confusion (rows true, columns predicted: " + ", ".join(labels) + ")"]
    for label, counts in zip(labels, confusion, strict=True):
        rows.append("  " + " ".join(f"{count:5d}" for count in counts) + f"  {label}")
    return "\n".join(rows)
