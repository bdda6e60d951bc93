"""The command line: reads the arguments, calls the command, tells errors in one sentence."""

import argparse
import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

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
from core.commands.common import typed_text
from core.commands.output import ReaderGoneError, guarded_output, tell
from core.errors import CoreError, FileUnreadableError, OutputUnwritableError
from core.words.lookup import person_language

_USAGE_ERROR = {
    "ja": "コマンドの書き方が正しくありません({problem})。使い方: {program} --help",
    "en": "The command cannot be read ({problem}); see: {program} --help",
}
_HYPHEN_ERROR = {
    "ja": "コマンドの書き方が正しくありません({problem})。ハイフンで始まる文は最後に「-- 文」、"
    "ハイフンで始まる値は「--option=値」と書きます。使い方: {program} --help",
    "en": "The command cannot be read ({problem}); a text that begins with a hyphen goes last, "
    "behind --, and such a value behind =, as in --option=-x; see: {program} --help",
}

_STOPPED = {
    "ja": "中止しました。",
    "en": "Stopped.",
}


# All that an option of ours can look like; anything else behind a hyphen is a text or a value.
_OPTION = re.compile(r"-[A-Za-z]|--[A-Za-z][A-Za-z0-9-]*(=.*)?", re.DOTALL)


class _OneSentenceParser(argparse.ArgumentParser):
    _words: Sequence[str] = ()

    def parse_known_args(  # type: ignore[override]  # argparse overloads it for other namespaces
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        self._words = args or ()
        return super().parse_known_args(args, namespace)

    def _parse_optional(self, arg_string: str) -> Any:
        # Left to itself, argparse takes "-5度" for an option unless there is a blank in it.
        return super()._parse_optional(arg_string) if _OPTION.fullmatch(arg_string) else None

    def error(self, message: str) -> NoReturn:
        known = self._option_string_actions
        hyphen = any(
            word.startswith("-") and word.partition("=")[0] not in known for word in self._words
        )
        sentences = _HYPHEN_ERROR if hyphen else _USAGE_ERROR
        tell(sentences[person_language()].format(problem=message, program=self.prog))
        self.exit(2)


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
    """Run one command.

    Returns:
        What the command says; 2 for bad input, with one sentence on stderr; 1 where the output
        could not go out, 130 for Ctrl+C.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    closed = sys.stdout is None
    with guarded_output() as stderr:
        try:
            if closed:  # before a command works for an hour
                raise OutputUnwritableError(reason="closed")
            code = _run(words)
            sys.stdout.flush()
            sys.stderr.flush()  # what could not be said is known now
        except ReaderGoneError:
            code = 1
        except CoreError as error:
            tell(error.sentence(person_language()))
            code = 2
        except KeyboardInterrupt:
            tell(_STOPPED[person_language()])
            code = 130  # what shells call "ended by Ctrl+C"
    return code or int(stderr.failed)


def _run(words: Sequence[str]) -> int:
    try:
        arguments = build_parser().parse_args(words)
    except SystemExit as stop:  # --help, or words that argparse has already complained of
        return int(stop.code or 0)
    _check_paths(arguments)
    arguments.command_line = shlex.join(["python", "-m", "core", *map(typed_text, words)])
    return arguments.run(arguments)


def _check_paths(arguments: argparse.Namespace) -> None:
    """Refuse a path that the system does not even look at: too long, a link in circles."""
    for value in vars(arguments).values():
        for path in value if isinstance(value, list) else [value]:
            if not isinstance(path, Path):
                continue
            try:
                path.stat()
            except (FileNotFoundError, NotADirectoryError):
                continue  # whoever wants to read it says so
            except OSError as error:
                raise FileUnreadableError(path=path, reason=error.strerror) from error
