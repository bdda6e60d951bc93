"""`python -m core evaluate`: how often a model, or the recipe behind it, is right."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.commands.common import (
    DEFAULT_EMBEDDINGS,
    DEFAULT_ENCODER,
    ENGINES,
    Subparsers,
    load_analyzer,
    number,
    processors,
)
from core.commands.evaluate_protocols import run_protocols
from core.commands.evaluate_text import confusion_text, labels_text, part_lines, warning_text
from core.commands.measuring import (
    add_data_argument,
    add_json_argument,
    add_model_argument,
    add_store_argument,
    check_storable,
)
from core.commands.output import print_record
from core.errors import LearntPartError, OptionMissingError, OtherSplitError, TooFewExamplesError
from core.model.config import EVALUATION_PROTOCOLS
from core.paths import DATA

if TYPE_CHECKING:
    from core.model.bundle import Bundle
    from core.stats.measure import LabelMetrics

_TOPICS_TODAY = DATA / "topics_today.csv"


def add_parser(subparsers: Subparsers) -> None:
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
        "--workers", type=number(int, 1), default=processors(), help="folds at a time"
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
        return run_protocols(arguments)
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

    def table(record: Mapping[str, Any]) -> str:
        warning = [] if record["untouched"] else [warning_text(known=known, selected=selected)]
        return "\n".join(
            [
                *part_lines(record, engine=arguments.engine),
                labels_text(metrics.per_label),
                *warning,
                confusion_text(record["labels"], record["confusion"]),
            ]
        )

    print_record(arguments, result, table)
    return 0


def _check_part(bundle: "Bundle", arguments: argparse.Namespace, *, known: bool) -> None:
    """Make sure that the figures of a part are those a model folder may be told by.

    Raises:
        OtherSplitError, LearntPartError: they are not.
    """
    if not known:
        raise OtherSplitError(path=arguments.data / arguments.part, model=arguments.model)
    if arguments.part in bundle.train.train_on:
        raise LearntPartError(part=arguments.part, model=arguments.model)


def _label_json(one: "LabelMetrics") -> dict[str, object]:
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
