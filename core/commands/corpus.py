"""`python -m core corpus knb`: fetch and split the KNB blog corpus."""

import argparse
from collections import Counter
from pathlib import Path

from core.commands.common import DEFAULT_DATA, Subparsers, number, progress_bar
from core.commands.output import print_json
from core.commands.sources import local_file
from core.data.knb import OFFICIAL_SHA256, OFFICIAL_URL
from core.paths import DATA
from core.types import PROTOCOLS

_LICENCE = DATA / "KNBC-LICENCE.txt"


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("corpus", help="fetch a corpus and split it for training")
    corpora = parser.add_subparsers(required=True, metavar="CORPUS")
    knb = corpora.add_parser("knb", help="KNB: 4,186 sentences of 249 blog articles, 4 topics")
    knb.add_argument(
        "--archive", type=Path, metavar="FILE", help="archive or folder you already have"
    )
    knb.add_argument("--out", type=Path, default=DEFAULT_DATA, metavar="DIR")
    knb.add_argument(
        "--protocol",
        choices=PROTOCOLS,
        default="grouped",
        help="keep articles whole (default), or split sentence by sentence",
    )
    knb.add_argument("--seed", type=number(int, 0, 2**32), default=0)
    knb.add_argument("--licence", action="store_true", help="show the corpus's licence and stop")
    knb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.licence:
        print(_LICENCE.read_text(encoding="utf-8"), end="")
        return 0
    archive = arguments.archive or _download(arguments.out)

    from core.data.dataset import write_dataset
    from core.data.knb import read_knb
    from core.data.splits import split_examples

    with local_file(archive) as file:
        examples = read_knb(file)
    split = split_examples(examples, protocol=arguments.protocol, seed=arguments.seed)
    record = {
        "source": "KNB corpus 1.0",
        "protocol": arguments.protocol,
        "seed": arguments.seed,
    }
    write_dataset(arguments.out, split, record)
    labels = Counter(example.label for example in examples)
    articles = len({example.group for example in examples})
    print_json(
        {
            "out": str(arguments.out),
            **record,
            "sentences": len(examples),
            "articles": articles,
            "labels": dict(labels.most_common()),
            "parts": {name: len(part) for name, part in split.parts().items()},
        }
    )
    return 0


def _download(out: Path) -> Path:
    from core.data.download import download

    archive = out / Path(OFFICIAL_URL).name
    with progress_bar() as bar:
        task = bar.add_task("KNB", total=None, note="")
        download(
            OFFICIAL_URL,
            archive,
            sha256=OFFICIAL_SHA256,
            on_progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    return archive
