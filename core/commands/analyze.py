"""`python -m core analyze`: what the page shows, in the terminal or as JSON."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from core.commands.common import (
    DEFAULT_MODEL,
    ENGINES,
    TEXT_HELP,
    Subparsers,
    load_analyzer,
    typed_text,
)
from core.commands.output import print_json, tell
from core.commands.sources import STDIN, local_file
from core.errors import (
    ExportOneTextError,
    ExportSuffixError,
    OptionMissingError,
)
from core.files import check_new_file, read_text
from core.types import UNITS
from core.words.lookup import person_language

_EXPORTS = (".html", ".svg", ".png")

_WRITTEN = {
    "ja": "{path} に書き出しました({size})。",
    "en": "Wrote {path} ({size}).",
}
_SKIPPED = {
    "ja": "空の行を {lines} 行とばしました。",
    "en": "Skipped {lines} blank lines.",
}


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("analyze", help="predict a text and show what was looked at")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("text", nargs="?", type=typed_text, metavar="TEXT", help=TEXT_HELP)
    source.add_argument(
        "--file", type=Path, metavar="FILE", help="one text a line (UTF-8; - is standard input)"
    )
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument(
        "--method",
        default="attention",
        metavar="METHOD",
        help="a key of core.explain.methods.registry.METHODS",
    )
    parser.add_argument(
        "--target",
        type=typed_text,
        metavar="LABEL",
        help="the label to explain (default: the predicted one)",
    )
    parser.add_argument(
        "--label", type=typed_text, metavar="LABEL", help="the true label, printed beside"
    )
    parser.add_argument("--engine", choices=ENGINES, default="onnx")
    parser.add_argument(
        "--raw", action="store_true", help="print the raw probability, not the calibrated one"
    )
    parser.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help=f"write what is shown to a file as well: {', '.join(_EXPORTS)}",
    )
    parser.add_argument("--unit", choices=UNITS, help="what --export draws as one (default: piece)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.errors import EmptyTextError, UnknownLabelError
    from core.view.json.analysis import analysis_to_json
    from core.view.terminal.analysis import print_analysis

    source = STDIN if arguments.text == "-" else arguments.file
    texts = [arguments.text] if source is None else _read_texts(source)
    _check_export(arguments, texts)
    analyzer = load_analyzer(arguments.model, engine=arguments.engine)
    if arguments.label is not None and arguments.label not in analyzer.labels:
        raise UnknownLabelError(label=arguments.label, labels=", ".join(analyzer.labels))
    blank = 0
    for text in texts:
        try:
            analysis = analyzer.analyze(text, method=arguments.method, target=arguments.target)
        except EmptyTextError:
            blank += 1
            continue
        if arguments.json:
            print_json(analysis_to_json(analysis, analyzer.bundle))
        else:
            print_analysis(analysis, true_label=arguments.label, raw=arguments.raw)
        if arguments.export:
            from core.commands.analyze_export import export_analysis

            size = export_analysis(arguments.export, analyzer, analysis, unit=arguments.unit)
            sentence = _WRITTEN[person_language()].format(path=arguments.export, size=size)
            tell(sentence)
    if blank == len(texts):
        raise EmptyTextError()
    if blank:
        tell(_SKIPPED[person_language()].format(lines=blank))
    return 0


def _check_export(arguments: argparse.Namespace, texts: Sequence[str]) -> None:
    path = arguments.export
    if path is None:
        if arguments.unit is not None:
            raise OptionMissingError(option="--unit", needed="--export")
        return
    if path.suffix.lower() not in _EXPORTS:
        raise ExportSuffixError(suffixes=", ".join(_EXPORTS), path=path)
    if len(texts) > 1:
        raise ExportOneTextError(received=len(texts))
    check_new_file(path)


def _read_texts(path: Path) -> list[str]:
    with local_file(path) as file:
        return read_text(file).removesuffix("\n").split("\n")
