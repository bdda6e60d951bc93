"""`python -m core units`: learn where words begin, and measure words and 文節."""

import argparse
import json
from pathlib import Path

from core.commands.common import DEFAULT_MODEL, Record, Subparsers
from core.commands.output import print_record
from core.commands.sources import local_file
from core.paths import DATA

_SCORES_FILE = "unit_scores.json"
_JUDGED = DATA / "bunsetsu_judged.csv"


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "units", help="learn where words begin from KNB; score words and 文節 by their boundaries"
    )
    parser.add_argument(
        "--archive", type=Path, required=True, metavar="FILE", help="KNB: its archive or folder"
    )
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL, metavar="DIR")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write weights and figures there; the app's: data"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from core.files import check_writable, write_json, write_text
    from core.text.tokenizer import TOKENIZER_FILE, Tokenizer
    from core.text.units import WORD_WEIGHTS
    from core.training.units.knb_gold import read_gold
    from core.training.units.unit_report import read_judged, report_units
    from core.training.units.word_boundaries import cross_validate, learn_weights

    tokenizer = Tokenizer.load(arguments.model / TOKENIZER_FILE)
    with local_file(arguments.archive) as archive:
        sentences = read_gold(archive)
    # Half a minute of work is not to end in a file that cannot be written.
    if arguments.out:
        check_writable(arguments.out)
    record = {
        "command": arguments.command_line,
        **report_units(
            sentences,
            read_judged(_JUDGED),
            tokenizer=tokenizer,
            held_out=cross_validate(sentences),
        ),
    }
    if arguments.out:
        weights = {
            "source": "KNB corpus 1.0 (data/KNBC-LICENCE.txt)",
            "command": arguments.command_line,
            "weights": learn_weights(sentences),
        }
        write_text(
            arguments.out / WORD_WEIGHTS.name,
            json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n",
        )
        write_json(arguments.out / _SCORES_FILE, record)
    print_record(arguments, record, _table)
    return 0


def _table(record: Record) -> str:
    """Lay out precision, recall and F1 in columns."""
    lines = [f"{'':<42} texts boundaries  precision recall    F1"]
    for unit in ("word", "bunsetsu"):
        for name, row in record[unit].items():
            lines.append(
                f"{unit + ', ' + name:<42} {row['num_texts']:>5} {row['num_right']:>10}  "
                f"{row['precision']:>9.4f} {row['recall']:>6.4f} {row['f1']:.4f}"
            )
    return "\n".join(lines)
