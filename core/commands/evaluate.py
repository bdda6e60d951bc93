"""`python -m core evaluate`: how often a model is right on a part of a dataset."""

import argparse
import json
from pathlib import Path

from core.commands.common import DEFAULT_DATA, DEFAULT_MODEL


def add_parser(subparsers) -> None:
    parser = subparsers.add_parser("evaluate", help="measure a model on a dataset")
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="DIR")
    parser.add_argument("--part", choices=("train", "validation", "test"), default="test")
    parser.add_argument("--engine", choices=("onnx", "keras"), default="onnx")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer
    from core.dataset import fingerprint, prepare_split, read_dataset, read_split_record
    from core.errors import TooFewExamplesError
    from core.evaluate import evaluate, report_to_json

    analyzer = Analyzer.load(arguments.model, engine=arguments.engine)
    bundle = analyzer.bundle
    split = prepare_split(read_dataset(arguments.data), keep_tags=bundle.train.keep_tags)
    examples = split.parts()[arguments.part]
    if not examples:
        raise TooFewExamplesError(counts=f"{arguments.data / arguments.part}: 0")
    report = evaluate(
        analyzer.predict,
        examples,
        labels=analyzer.labels,
        majority_label=bundle.record["data"]["majority_label"],
    )
    # Only a part of the very split the model was trained on is known to hold nothing it learnt.
    known = bundle.record["data"]["fingerprints"][arguments.part] == fingerprint(examples)
    selected = arguments.part == bundle.train.select_on
    untouched = known and not selected and arguments.part not in bundle.train.train_on
    protocol = read_split_record(arguments.data).get("protocol", "unknown")
    if arguments.json:
        result = {
            "schema": 1,
            "model": {"name": bundle.name, "sha256": bundle.sha256},
            "part": arguments.part,
            "protocol": protocol,
            "keep_tags": bundle.train.keep_tags,
            "untouched": untouched,
            **report_to_json(report),
        }
        print(json.dumps(result, ensure_ascii=False))
        return 0
    tags = "kept" if bundle.train.keep_tags else "removed"
    print(f"model:    {bundle.name} ({bundle.sha256[:12]}), engine {arguments.engine}")
    print(
        f"data:     {arguments.part}, {report.num_examples} sentences, split {protocol}, "
        f"topic tags {tags}"
    )
    print(
        f"accuracy: {report.accuracy:.4f} (95 % interval {report.low:.4f}–{report.high:.4f}), "
        f"macro F1 {report.macro_f1:.4f}"
    )
    print(f"baseline: {report.majority_baseline:.4f} (always {report.majority_label})")
    if not untouched:
        print(_warning(known=known, selected=selected))
    print(_confusion_text(report))
    return 0


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


def _confusion_text(report) -> str:
    rows = ["confusion (rows true, columns predicted: " + ", ".join(report.labels) + ")"]
    for label, counts in zip(report.labels, report.confusion, strict=True):
        rows.append("  " + " ".join(f"{count:5d}" for count in counts) + f"  {label}")
    return "\n".join(rows)
