"""`python -m core explain`: several methods on one text, each judged; or a document's sentences."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.common import (
    DEFAULT_MODEL,
    TEXT_HELP,
    Subparsers,
    progress_bar,
    typed_text,
)
from core.commands.output import print_json
from core.commands.sources import STDIN, local_file
from core.files import read_text
from core.types import UNITS

if TYPE_CHECKING:
    from core.analyzer import Analyzer

_ALL = "all"
_MAX_FLIP = 5


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("explain", help="explain a prediction by several methods")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("text", nargs="?", type=typed_text, metavar="TEXT", help=TEXT_HELP)
    source.add_argument(
        "--file", type=Path, metavar="FILE", help="the text, or the document (- is standard input)"
    )
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument(
        "--methods",
        default=_ALL,
        metavar="all|a,b",
        help="keys of core.explain.methods.registry.METHODS",
    )
    parser.add_argument(
        "--target",
        type=typed_text,
        metavar="LABEL",
        help="the label to explain (default: the predicted one)",
    )
    parser.add_argument("--unit", choices=UNITS, default="piece")
    parser.add_argument(
        "--flip",
        action="store_true",
        help=f"find the smallest set of at most {_MAX_FLIP} tokens that flips the category",
    )
    parser.add_argument(
        "--document", action="store_true", help="predict every sentence of a long text instead"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.analyzer import Analyzer

    text = arguments.text
    source = STDIN if text == "-" else arguments.file
    if source is not None:
        with local_file(source) as file:
            text = read_text(file).removesuffix("\n")
    analyzer = Analyzer.load(arguments.model)
    if arguments.document:
        return _explain_document(analyzer, text, as_json=arguments.json)

    from core.explain.methods.registry import METHODS
    from core.lab.flip import smallest_flip
    from core.view.json.explanation import explanation_to_json, flip_to_json
    from core.view.terminal.explanation import print_explanation, print_flip

    chosen = arguments.methods.split(",")
    explanation = analyzer.explain(
        text,
        methods=tuple(METHODS) if chosen == [_ALL] else tuple(dict.fromkeys(chosen)),
        target=arguments.target,
        unit=arguments.unit,
    )
    flip = None
    if arguments.flip:
        flip = smallest_flip(
            analyzer.classifier,
            explanation.token_ids,
            groups=explanation.seen_groups,
            max_size=_MAX_FLIP,
        )
    if arguments.json:
        result = explanation_to_json(explanation, analyzer.bundle)
        if arguments.flip:
            result["flip"] = flip_to_json(explanation, flip)
        print_json(result)
        return 0
    print_explanation(explanation)
    if arguments.flip:
        print_flip(explanation, flip, max_size=_MAX_FLIP)
    return 0


def _explain_document(analyzer: "Analyzer", text: str, *, as_json: bool) -> int:
    from core.batch.documents import analyze_document
    from core.view.json.document import document_to_json
    from core.view.terminal.document import print_document

    with progress_bar() as bar:
        task = bar.add_task("explain", total=None, note="")
        document = analyze_document(
            analyzer,
            text,
            on_progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    if as_json:
        print_json(document_to_json(document, analyzer.bundle))
    else:
        print_document(document)
    return 0
