"""Run many commands, each as a process of its own that has already imported what is slow.

A script, not a test: `python warm_runner.py CASES RESULTS`. Interpreter, locale and encodings are
real ones; each command is a fork of it.
"""

import gc
import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path

PATIENCE = 60  # seconds
MODULES = (
    "scipy.stats",
    "pandas.io.formats.style",
    "pyarrow.pandas_compat",
    "core.analyzer",
    "core.batch.table",
    "core.checks.report",
    "core.checks.scope_fit",
    "core.cli",
    "core.data.check_rows",
    "core.training.embeddings",
    "core.view.html.report",
    "core.view.json.analysis",
    "core.view.json.explanation",
    "core.view.terminal.analysis",
    "core.view.terminal.explanation",
)


def run_case(case: dict) -> int:
    """Fork, set the surroundings up, run the command; return its exit code."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)
    signal.alarm(PATIENCE)  # ends the process: nothing here may hang
    os.chdir(case["cwd"])
    os.environ.update(case.get("set", {}))
    for name in case.get("unset", ()):
        os.environ.pop(name, None)
    if case.get("processors"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    connect(0, "stdin", case.get("stdin", "/dev/null"), os.O_RDONLY)
    connect(1, "stdout", case["stdout"], os.O_WRONLY)
    connect(2, "stderr", case["stderr"], os.O_WRONLY)
    # As Python itself hands on what it was given.
    words = [os.fsdecode(word.encode("utf-8", "surrogateescape")) for word in case["words"]]
    from core.cli import main

    code = main(words)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()  # as Python does at its end, with a traceback where it fails
    os._exit(code)  # taking everything down costs three times the command


def connect(number: int, name: str, place: str, mode: int) -> None:
    """Put a file, "closed" or "gone" (a pipe that nobody reads) in the place of a stream."""
    if place == "closed":
        os.close(number)
        setattr(sys, name, None)  # what Python does at its start
        setattr(sys, f"__{name}__", None)
        return
    if place == "gone":
        read, source = os.pipe()
        os.close(read)
    else:
        source = os.open(place, mode | os.O_CREAT if mode == os.O_WRONLY else mode)
    os.dup2(source, number)
    os.close(source)


def main() -> None:
    """Import what takes long, then run all cases and write their exit codes."""
    for module in MODULES:
        import_module(module)
    gc.freeze()  # or every fork would touch, and so copy, all that has been imported

    cases = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    codes = [run_case(case) for case in cases]
    Path(sys.argv[2]).write_text(json.dumps(codes), encoding="utf-8")


if __name__ == "__main__":
    main()
