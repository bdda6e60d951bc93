"""Every command in every surrounding: exit code, one line on stderr, no traceback, no leftover."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.paths import MODELS, ROOT
from tests.commands.example_words import EXAMPLES, command_parsers, fill
from tests.knb_archive import make_archive, make_tables
from tests.training.units.test_knb_gold import KNP, write_corpus

FOLDERS = ("out", "tmp", "home", "cwd")
RUNNER = Path(__file__).with_name("warm_runner.py")
CASES = "id,kind,text,variant,label,direction\nk-01,minimum,清水寺の舞台,,京都,\n"
ROWS = "text,label\nうどんがおいしい店,グルメ\n平安京のお寺を巡る,京都\n"
LOCALES = {
    "UTF-8": {"LC_ALL": "C.UTF-8"},
    "locale C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp932": {"LANG": "ja_JP.UTF-8", "PYTHONIOENCODING": "cp932"},
    "ascii": {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii:strict"},
    "latin-1": {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"},
    "a locale that is not there": {"LC_ALL": "ja_JP.eucJP", "LANG": "ja_JP.eucJP"},
}
# Name, exit code (None: the command's own), and what is changed of the case for `warm_runner`.
# What cannot disturb each other is together: every row runs every command.
SURROUNDINGS = [
    ("stdout closed", 2, {"stdout": "closed"}),
    ("all closed", 2, dict.fromkeys(("stdin", "stdout", "stderr"), "closed")),
    ("stdout full", 2, {"stdout": "/dev/full"}),
    ("nobody reads", 1, {"stdout": "gone"}),
    (
        "only stdout is open, no HOME, one processor",
        None,
        {"stdin": "closed", "stderr": "closed", "unset": ["HOME"], "processors": 1},
    ),
    (
        "stderr full, HOME and TMPDIR are devices",
        None,
        {"stderr": "/dev/full", "set": {"HOME": "/dev/null", "TMPDIR": "/dev/null"}},
    ),
]


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a command came to.

    Attributes:
        new: the files in its folders afterwards that were not there before.
    """

    name: str
    code: int
    out: bytes
    err: bytes
    new: tuple[str, ...]


@pytest.fixture(scope="module")
def places(tmp_path_factory, samples_dataset):
    folder = tmp_path_factory.mktemp("places")
    (folder / "cases").mkdir()
    (folder / "cases" / "keywords.csv").write_text(CASES, encoding="utf-8")
    (folder / "table.csv").write_text(ROWS, encoding="utf-8")
    (folder / "texts.txt").write_bytes("うどん\r\n\r\nそば\r\n".encode())
    files = {f"KN{article}/{number}": KNP for article in range(5) for number in range(3)}
    return {
        "cases": folder / "cases",
        "table": folder / "table.csv",
        "texts": folder / "texts.txt",
        "data": samples_dataset,
        "missing": folder / "missing",
        "model": MODELS / "article",
        "archive": make_archive(folder / "knb.tar.bz2", make_tables()),
        "parsed": write_corpus(folder / "KNBC", files),
    }


def run_all(cases, folder, places, *, locale="UTF-8"):
    """Run cases (name, words, changes) in one process of `warm_runner`."""
    folder.mkdir()
    prepared = []
    for number, (_, words, changes) in enumerate(cases):
        place = folder / str(number)
        for name in FOLDERS:
            (place / name).mkdir(parents=True)
        (place / "stdout").touch()
        (place / "stderr").touch()
        case = {
            "words": [str(word).format(out=place / "out") for word in words],
            "cwd": str(place / "cwd"),
            "stdout": str(place / "stdout"),
            "stderr": str(place / "stderr"),
        } | changes
        case["set"] = {
            "TMPDIR": str(place / "tmp"),
            "HOME": str(place / "home"),
            "PYTHONPATH": str(ROOT),
        } | case.get("set", {})
        prepared.append(case)
    before = watched(places)
    (folder / "cases.json").write_text(json.dumps(prepared), encoding="utf-8")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("LANG", "LANGUAGE", "PYTHONIOENCODING") and not name.startswith("LC_")
    }
    run = subprocess.run(
        [sys.executable, RUNNER, folder / "cases.json", folder / "codes.json"],
        # One thread: others do not live on in a fork.
        env={
            **environment,
            **LOCALES[locale],
            "PYTHONPATH": str(ROOT),
            "OPENBLAS_NUM_THREADS": "1",
        },
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert watched(places) == before  # neither in the model folders nor beside the inputs
    return [
        Ran(
            name=name,
            code=code,
            out=(folder / str(number) / "stdout").read_bytes(),
            err=(folder / str(number) / "stderr").read_bytes(),
            new=tuple(
                sorted(
                    str(path.relative_to(folder / str(number) / "out"))
                    if path.is_relative_to(folder / str(number) / "out")
                    else str(path)
                    for part in FOLDERS
                    for path in (folder / str(number) / part).rglob("*")
                    if not path.is_dir()
                )
            ),
        )
        for number, ((name, _, _), code) in enumerate(
            zip(cases, json.loads((folder / "codes.json").read_text()), strict=True)
        )
    ]


def watched(places):
    """Files that no command here may touch or add to, with their sizes and times."""
    folders = (MODELS, ROOT / "data", places["table"].parent, places["data"])
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def check(ran, *, code, hears=True, where=""):
    """A good end has nothing to say on stderr; a bad one at most one line, and no file.

    `hears`: whether there is a stderr.
    """
    example = EXAMPLES[ran.name]
    shown = f"{where}: {ran}"
    assert ran.code == code, shown
    assert b"Traceback" not in ran.err, shown
    assert b"Exception ignored" not in ran.err, shown
    assert len(ran.err.splitlines()) == (1 if code == 2 and hears else 0), shown
    # A whole result may be there although the summary of it did not get out.
    assert ran.new in ((), example.writes), shown
    if code == 0:
        assert ran.new == example.writes, shown
        assert ran.out, shown
    else:
        assert ran.out == b"", shown


def every_command(places, changes=None):
    filled = {**places, "out": "{out}"}
    return [(name, fill(name, filled), changes or {}) for name in EXAMPLES]


def test_no_command_is_forgotten():
    assert set(command_parsers()) == set(EXAMPLES)


@pytest.mark.parametrize("locale", ["locale C", "cp932"])
def test_every_command_in_a_locale_that_cannot_hold_its_words(tmp_path, places, locale):
    for ran in run_all(every_command(places), tmp_path / "runs", places, locale=locale):
        check(ran, code=EXAMPLES[ran.name].code)


def test_every_command_in_every_surrounding(tmp_path, places):
    cases = [case for _, _, changes in SURROUNDINGS for case in every_command(places, changes)]
    runs = iter(run_all(cases, tmp_path / "runs", places))
    for name, code, changes in SURROUNDINGS:
        for _ in EXAMPLES:
            ran = next(runs)
            refused = EXAMPLES[ran.name].code
            # Closed is seen at once, full and broken when there is something to write.
            expected = code if code and (not refused or changes["stdout"] == "closed") else refused
            check(ran, code=expected, hears=changes.get("stderr") is None, where=name)
