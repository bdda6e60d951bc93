"""Many commands, each in surroundings of its own, and what each left behind."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.paths import DATA, MODELS, ROOT

RUNNER = Path(__file__).with_name("warm_runner.py")
FOLDERS = ("out", "tmp", "home", "cwd")
LOCALES = {
    "UTF-8": {"LC_ALL": "C.UTF-8"},
    "locale C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp932": {"LANG": "ja_JP.UTF-8", "PYTHONIOENCODING": "cp932"},
    "latin-1": {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"},
    "a locale that is not there": {"LC_ALL": "ja_JP.eucJP", "LANG": "ja_JP.eucJP"},
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """A command and its surroundings.

    Attributes:
        words: "{out}" is a folder of its own for what it writes.
        changes: see `warm_runner.run_case`.
    """

    words: Sequence[str]
    changes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a case came to.

    Attributes:
        new: files in its folders that were not there before; those in {out} without the folder.
    """

    case: Case
    code: int
    out: bytes
    err: bytes
    new: tuple[str, ...]


def run_cases(
    cases: Sequence[Case], folder: Path, *, locale: str = "UTF-8", inputs: Path
) -> list[Ran]:
    """Run cases one after the other, all as forks of one Python.

    Args:
        folder: is made, for everything that they write.
        locale: a key of `LOCALES`.
        inputs: a folder that must stay as it is, as those of the project.
    """
    watched = (MODELS, DATA, inputs)
    before = [_files(place) for place in watched]
    prepared = [_prepare(case, folder / str(number)) for number, case in enumerate(cases)]
    (folder / "cases.json").write_text(json.dumps(prepared), encoding="utf-8")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("LANG", "LANGUAGE", "PYTHONIOENCODING") and not name.startswith("LC_")
    }
    # One thread: others do not live on in a fork.
    ours = {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run(
        [sys.executable, RUNNER, folder / "cases.json", folder / "codes.json"],
        env=kept | LOCALES[locale] | ours,
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert [_files(place) for place in watched] == before
    codes = json.loads((folder / "codes.json").read_text(encoding="utf-8"))
    return [
        _ran(case, code, folder / str(number))
        for number, (case, code) in enumerate(zip(cases, codes, strict=True))
    ]


def _prepare(case: Case, place: Path) -> dict[str, object]:
    for name in FOLDERS:
        (place / name).mkdir(parents=True)
    for name in ("stdout", "stderr"):
        (place / name).touch()
    return {
        "words": [word.replace("{out}", str(place / "out")) for word in case.words],
        "cwd": str(place / "cwd"),
        "stdout": str(place / "stdout"),
        "stderr": str(place / "stderr"),
        **case.changes,
        "set": {
            "TMPDIR": str(place / "tmp"),
            "HOME": str(place / "home"),
            **case.changes.get("set", {}),
        },
    }


def _ran(case: Case, code: int, place: Path) -> Ran:
    new = {
        path.relative_to(place).as_posix().removeprefix("out/")
        for name in FOLDERS
        for path in _files(place / name)
    }
    return Ran(
        case=case,
        code=code,
        out=(place / "stdout").read_bytes(),
        err=(place / "stderr").read_bytes(),
        new=tuple(sorted(new)),
    )


def _files(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return all files below a folder with their sizes and times."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
