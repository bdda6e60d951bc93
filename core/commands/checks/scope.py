"""`python -m core checks scope`: how a model tells texts that belong to none of its categories."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from core.commands.common import Record, Subparsers
from core.commands.measuring import (
    add_data_argument,
    add_json_argument,
    add_model_argument,
    add_store_argument,
    check_storable,
    finish_check,
    measured,
)
from core.commands.sources import local_file
from core.data.foreign import OUT_OF_SCOPE, PARTS, read_foreign


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "scope",
        help="choose how a model tells foreign texts, on validation, and measure it on test",
    )
    add_model_argument(parser)
    add_data_argument(parser, help="what it was trained from")
    parser.add_argument(
        "--foreign",
        type=Path,
        default=OUT_OF_SCOPE,
        metavar="FILE",
        help="CSV with the columns text, kind and part (validation or test)",
    )
    add_store_argument(parser, help="write score and figures into the model folder")
    add_json_argument(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    import numpy as np

    from core.analyzer import Analyzer
    from core.checks.scope_fit import ScopeTexts, fit_candidates, scope_record
    from core.data.dataset import fingerprint, prepare_split, read_dataset, read_split_record
    from core.errors import RecipeMismatchError, TooFewExamplesError

    analyzer = Analyzer.load(arguments.model)
    bundle = analyzer.bundle
    split = prepare_split(read_dataset(arguments.data), keep_tags=bundle.train.keep_tags)
    prints = {name: fingerprint(part) for name, part in split.parts().items()}
    if prints != bundle.record["data"].get("fingerprints"):
        raise RecipeMismatchError(path=arguments.data, model=arguments.model)
    check_storable(arguments)

    def read(texts: Sequence[str], groups: Sequence[str]) -> tuple[ScopeTexts, np.ndarray]:
        """Return the texts that give a token, and which they are: bool (N,)."""
        tokenized = [analyzer.tokenizer.tokenize(text) for text in texts]
        answered = np.array([bool(text.tokens) for text in tokenized])  # (N,)
        rows, logits = analyzer.read([text for text in tokenized if text.tokens])
        kept_groups = tuple(group for group, kept in zip(groups, answered, strict=True) if kept)
        return ScopeTexts(rows=tuple(rows), logits=logits, groups=kept_groups), answered

    known, wrong = {}, {}
    for part in PARTS:
        examples = getattr(split, part)
        outputs, answered = read(
            [example.text for example in examples], [example.group for example in examples]
        )
        true_ids = np.array([analyzer.labels.index(example.label) for example in examples])
        right = outputs.logits.argmax(axis=1) == true_ids[answered]  # (N,)
        known[part], wrong[part] = outputs.at(right), outputs.at(~right)
    train, _ = read([example.text for example in split.train], [""] * len(split.train))
    with local_file(arguments.foreign) as file:
        texts = read_foreign(file)
    foreign, kinds, refused = {}, {}, 0
    for part in PARTS:
        part_texts = [text for text in texts if text.part == part]
        foreign[part], answered = read([text.text for text in part_texts], [""] * len(part_texts))
        kinds[part] = [text.kind for text, kept in zip(part_texts, answered, strict=True) if kept]
        refused += len(part_texts) - len(kinds[part])
    counts = {
        f"{part}, {name}": len(texts_of[part])
        for part in PARTS
        for name, texts_of in (("known", known), ("foreign", foreign))
    }
    if not all(counts.values()):
        raise TooFewExamplesError(counts=counts)
    learnt = "validation" in bundle.train.train_on
    models = fit_candidates(
        train,
        known["validation"],
        np.array(analyzer.tokenizer.log_probabilities),
        learnt=learnt,
    )
    scope, figures = scope_record(
        models,
        known=known,
        wrong=wrong,
        foreign=foreign,
        kinds=kinds["test"],
        refused=refused,
        learnt=learnt,
        protocol=read_split_record(arguments.data).get("protocol", "unknown"),
    )
    record = measured(arguments, figures)
    finish_check(arguments, "scope", record, _table, scope=scope.to_json())
    return 0


def _table(record: Record) -> str:
    """Lay the candidates and the figures out in columns; in brackets are 95 % intervals."""
    rate = f"{record['max_false_alarms']:.0%}"
    lines = [f"{'validation':<20}  AUROC  foreign flagged at {rate} false alarms"]
    for name, row in record["candidates"].items():
        mark = " *" if name == record["method"] else ""
        lines.append(f"{name:<20}  {row['auroc']:.3f}  {row['detected']:.3f}{mark}")
    lines.append(f"threshold: {record['threshold']:.3f}, split {record['protocol']}")
    if record["learnt"]:
        lines.append("the network has learnt the validation sentences: it is not asked about them")
    for part in ("validation", "test"):
        for name, row in (("score", record[part]), ("confidence", record[part]["baseline"])):
            lines.append(
                f"{part:<10} {name:<10}  AUROC {row['auroc']:.3f}  "
                f"right flagged {_share_text(row['false_alarms'])}  "
                f"foreign flagged {_share_text(row['detected'])}"
            )
        if record[part]["wrong"] is not None:
            lines.append(f"{part:<10} wrong flagged {_share_text(record[part]['wrong'])}")
    for kind, row in record["kinds"].items():
        lines.append(f"{kind:<20}  {row['flagged']:>3}/{row['total']}")
    lines.append(f"without a token: {record['refused']} foreign texts, never answered")
    return "\n".join(lines)


def _share_text(row: Record) -> str:
    return (
        f"{row['share']:.3f} ({row['low']:.3f}–{row['high']:.3f}, {row['flagged']}/{row['total']})"
    )
