"""`evaluate --protocol`: how often the recipe behind a model is right, in folds trained anew."""

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.common import check_recipe, progress_bar
from core.commands.evaluate_text import protocol_text
from core.commands.measuring import check_storable, measured, start_stopwatch
from core.commands.output import print_json
from core.commands.sources import local_file
from core.errors import TooFewExamplesError

if TYPE_CHECKING:
    from core.checks.protocols import Answers, Recipe
    from core.data.dataset import Split
    from core.types import Example


def run_protocols(arguments: argparse.Namespace) -> int:
    """Measure every protocol that is asked for; print, and store if asked, what they find."""
    from core.data.dataset import read_dataset, read_samples
    from core.files import check_new_file
    from core.model.bundle import load_bundle
    from core.stats.evaluate import check_labels

    bundle = load_bundle(arguments.model)
    split = read_dataset(arguments.data)
    examples = [example for part in split.parts().values() for example in part]
    check_labels(examples, bundle.model.labels)
    topics: Sequence[Example] = ()
    if "topics_today" in arguments.protocol:
        with local_file(arguments.topics) as file:
            topics = read_samples(file)
        if not topics:
            raise TooFewExamplesError(counts=f"{arguments.topics}: 0")
        check_labels(topics, bundle.model.labels)
    check_storable(arguments)
    if arguments.answers:
        check_new_file(arguments.answers)
    # TensorFlow takes seconds to import: only once the input has turned out to be readable.
    from core.checks import protocols

    check_recipe(bundle.record, arguments)
    recipe = protocols.Recipe(
        model=bundle.model,
        train=bundle.train,
        embeddings=arguments.embeddings,
        encoder=arguments.encoder if bundle.record["encoder"] else None,
    )
    records: dict[str, Mapping[str, object]] = {}
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
            print(protocol_text(protocol, records[protocol]), flush=True)
    if arguments.store:
        from core.training.model_card import store_protocols

        store_protocols(arguments.model, records)
    if arguments.answers:
        _write_answers(arguments.answers, answers_of, bundle.model.labels)
    if arguments.json:
        print_json({"schema": 1, "protocols": records})
    return 0


def _ask(
    protocol: str,
    examples: "Sequence[Example]",
    topics: "Sequence[Example]",
    split: "Split",
    recipe: "Recipe",
    arguments: argparse.Namespace,
) -> "Answers":
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


def _write_answers(path: Path, answers_of: "Mapping[str, Answers]", labels: Sequence[str]) -> None:
    """Write one row per sentence: for people who read the errors."""
    from core.data.answer_columns import EVALUATION_COLUMNS
    from core.data.tables.formula_mark import mark_formula
    from core.files import replace_file

    with replace_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*EVALUATION_COLUMNS, *map(mark_formula, labels)])
        for protocol, answers in answers_of.items():
            for example, row in zip(answers.examples, answers.probabilities, strict=True):
                predicted = labels[int(row.argmax())]
                shares = [f"{share:.4f}" for share in row]
                cells = (protocol, example.group, example.text, example.label, predicted)
                writer.writerow([*map(mark_formula, cells), *shares])
