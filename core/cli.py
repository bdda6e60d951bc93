"""The command line: reads the arguments, calls the command, tells errors in one sentence."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from typing import NoReturn

from core.commands import (
    analyze,
    batch,
    corpus,
    embeddings,
    evaluate,
    explain,
    pretrain,
    train,
    units,
)
from core.commands.bench import command as bench
from core.commands.checks import command as checks
from core.errors import CoreError
from core.words.lookup import person_language

_USAGE_ERROR = {
    "ja": "コマンドの書き方が正しくありません({problem})。使い方: {program} --help",
    "en": "The command cannot be read ({problem}); see: {program} --help",
}


_STOPPED = {
    "ja": "中止しました。",
    "en": "Stopped.",
}


class _OneSentenceParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sentence = _USAGE_ERROR[person_language()].format(problem=message, program=self.prog)
        self.exit(2, sentence + "\n")


def build_parser() -> argparse.ArgumentParser:
    """Describe all commands; the parser's `run` is the one that was named."""
    parser = _OneSentenceParser(
        prog="python -m core",
        description="See what a Japanese text classifier looks at, and whether to believe it.",
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    commands = (
        analyze,
        explain,
        batch,
        evaluate,
        checks,
        train,
        corpus,
        embeddings,
        pretrain,
        bench,
        units,
    )
    for command in commands:
        command.add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; bad input gives one sentence on stderr and 2, Ctrl+C 130."""
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = build_parser().parse_args(words)
    arguments.command_line = shlex.join(["python", "-m", "core", *words])
    try:
        return arguments.run(arguments)
    except CoreError as error:
        print(error.sentence(person_language()), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(_STOPPED[person_language()], file=sys.stderr)
        return 130  # what shells call "ended by Ctrl+C"
