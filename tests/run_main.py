"""Run the command line in this process."""

from dataclasses import dataclass

from core.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


def run_main(capsys, *words: object) -> Result:
    """Call `main` with the words; argparse's way out counts as a return."""
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as stop:
        code = stop.code
    captured = capsys.readouterr()
    return Result(code=code, out=captured.out, err=captured.err)


def assert_one_sentence(result: Result, *parts: str) -> None:
    """Check that bad input gave 2, nothing on stdout and one line with all parts on stderr."""
    assert result.code == 2
    assert result.out == ""
    assert result.err.endswith("\n")
    assert len(result.err.splitlines()) == 1
    for part in parts:
        assert part in result.err
