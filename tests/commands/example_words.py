"""Every command with words that let it answer, or refuse, within a moment."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.cli import build_parser

TEXT = "京都へ行った"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Words behind the name of a command; {…} is filled in by `fill`.

    Attributes:
        words: as typed.
        code: what it ends with where nothing is wrong with its surroundings. 2, a refusal, is for
            those that would train or take long.
        writes: the files in {out} that it leaves.
    """

    words: str
    code: int = 0
    writes: tuple[str, ...] = ()


EXAMPLES = {
    "analyze": Example(words=TEXT),
    "explain": Example(words=f"{TEXT} --methods attention"),
    "batch": Example(words="{table} --out {out}/a.csv", writes=("a.csv",)),
    "evaluate": Example(words="--data {data}"),
    "checks randomization": Example(words="--data {missing}", code=2),
    "checks attention": Example(words="--data {missing}", code=2),
    "checks behaviour": Example(words="--cases {cases}"),
    "checks scope": Example(words="--data {data}", code=2),
    "checks models": Example(words="--other {model} --data {table}"),
    "checks shortcuts": Example(words="--data {data} --sentences 5"),
    "checks report": Example(words="--data {table} --cases {missing} --out {out}/r.html", code=2),
    "train": Example(words="--data {missing} --out {out}/m", code=2),
    "corpus knb": Example(
        words="--archive {archive} --out {out}",
        writes=(
            "split.json",
            *(
                f"{part}/{stem}.csv"
                for part in ("test", "train", "validation")
                for stem in ("features", "labels")
            ),
        ),
    ),
    "embeddings": Example(words="--texts {missing} --out {out}/e", code=2),
    "pretrain": Example(words="--texts {missing} --out {out}/e", code=2),
    "bench explain": Example(words="--model {missing}", code=2),
    "bench train": Example(words="--data {missing}", code=2),
    "bench batch": Example(words="--rows 0", code=2),
    "units": Example(
        words="--archive {parsed} --out {out}", writes=("unit_scores.json", "word_boundaries.json")
    ),
}


# Paths that the words of an example do not make a command read.
UNREAD = {("evaluate", option) for option in ("--embeddings", "--encoder", "--topics")}


def command_parsers() -> dict[str, argparse.ArgumentParser]:
    """Every command that `python -m core` knows, as "checks report", and its parser."""
    return dict(_leaves("", build_parser()))


def _leaves(
    name: str, parser: argparse.ArgumentParser
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    groups = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not groups:
        yield name, parser
    for group in groups:
        for word, below in group.choices.items():
            yield from _leaves(f"{name} {word}".strip(), below)


def fill(name: str, places: Mapping[str, Path]) -> list[str]:
    """Return the words of a command, its name first; {out} stays for `run_cases`."""
    words = [*name.split(), *EXAMPLES[name].words.split()]
    return [word.format(out="{out}", **places) for word in words]


def path_words(places: Mapping[str, Path], value: str) -> Iterator[list[str]]:
    """Yield every command with a value for each of the paths it must have or is given here."""
    for name, parser in command_parsers().items():
        for action in parser._actions:
            option = action.option_strings[0] if action.option_strings else ""
            if action.type is not Path or (name, option) in UNREAD:
                continue
            if option == "--file":  # instead of a text
                yield [*name.split(), option, value]
            else:
                words = fill(name, places)
                yield [*words, option, value] if option else [*words, value]
