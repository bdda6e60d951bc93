"""What the streams cannot hold, and one way to print JSON."""

import io
import json
import os
import re
import subprocess
import sys
from shutil import which

import pytest

from core.cli import main
from core.commands import analyze
from core.commands.common import processors, typed_text
from core.commands.output import ReaderGoneError, guarded_output, print_json, tell
from core.errors import OutputUnwritableError
from core.paths import ROOT


def stream(encoding="utf-8", *, raw=None):
    return io.TextIOWrapper(raw or io.BytesIO(), encoding=encoding)


@pytest.fixture
def device(monkeypatch):
    """Put a stream of an own number, on a device or a pipe, into the place of sys.NAME."""
    opened = []

    def put(name, place):
        if place == "gone":
            read, number = os.pipe()
            os.close(read)
        else:
            number = os.open(place, os.O_WRONLY)
        lines = 1 if name == "stderr" else -1
        opened.append(open(number, "w", buffering=lines, encoding="utf-8"))  # noqa: PTH123, SIM115
        monkeypatch.setattr(sys, name, opened[-1])

    yield put
    for file in opened:
        file.close()  # what waited in it must have gone: this would fail


@pytest.mark.parametrize(
    ("place", "error"),
    [("/dev/full", OutputUnwritableError), ("gone", ReaderGoneError)],
)
@pytest.mark.parametrize("text", ["a", "a" * 1_000_000])
def test_stdout_that_cannot_be_written_is_told(device, place, error, text):
    device("stdout", place)
    with guarded_output(), pytest.raises(error):  # noqa: PT012
        print(text)
        sys.stdout.flush()


def test_what_a_failing_command_had_printed_does_not_fail_it_again(device):
    device("stdout", "/dev/full")
    with guarded_output() as stderr:
        print("a")
    assert stderr.failed


def test_stderr_that_cannot_be_written_is_remembered(device):
    device("stderr", "/dev/full")
    with guarded_output() as stderr:
        tell("a")
        assert stderr.failed
        tell("b")


def test_a_note_that_nobody_gets_changes_the_exit_code(device, capsys, tmp_path):
    path = tmp_path / "texts.txt"
    path.write_text("うどん\n\nそば\n", encoding="utf-8")
    device("stderr", "/dev/full")
    assert main(["analyze", "--file", str(path)]) == 1
    assert capsys.readouterr().out.count("label:") == 2
    assert main(["analyze", "うどん"]) == 0


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("utf-8", "𠮷野家😀へ〜?".encode()),
        ("cp932", "?野家?へ〜?".encode("cp932")),
        ("euc_jp", "?野家?へ〜?".encode("euc_jp")),
        ("latin-1", b"???????"),
        ("ascii", b"???????"),
    ],
)
def test_what_an_encoding_lacks_is_replaced(monkeypatch, encoding, printed):
    out = stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    with guarded_output():
        print("𠮷野家😀へ〜\udcff", end="")
    assert sys.stdout is out
    assert out.buffer.getvalue() == printed


@pytest.mark.parametrize(
    ("encoding", "plain"),
    [("utf-8", False), ("UTF8", False), ("cp932", True), ("ascii", True), ("utf-16", True)],
)
def test_json_is_plain_where_the_stream_is_not_utf8(monkeypatch, encoding, plain):
    out = stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    print_json({"text": "𠮷へ"})
    out.flush()
    line = out.buffer.getvalue().decode(encoding)
    assert line.isascii() is plain
    assert json.loads(line) == {"text": "𠮷へ"}


def test_only_one_place_prints_json():
    found = [
        path.name
        for path in (ROOT / "core" / "commands").rglob("*.py")
        if re.search(r"print\(\s*json\.dumps", path.read_text(encoding="utf-8"))
    ]
    assert found == ["output.py"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a\nb.csv", "a\\nb.csv\n"),
        ("a\r\u2028\x1b[31m\u0085", "a\\r\\u2028\\x1b[31m\\x85\n"),
        ("\udcff", "\\udcff\n"),
        ("か\u3099　👨‍👩‍👧", "か\u3099　👨‍👩‍👧\n"),
    ],
)
def test_a_sentence_is_one_line_whatever_a_file_is_called(capsys, name, line):
    tell(name)
    assert capsys.readouterr().err == line


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("京都 a", "京都 a"),
        (os.fsdecode("京".encode("euc_jp")), "??"),
        ("京\udcff", "京?"),
    ],
)
def test_typed_text(word, text):
    assert typed_text(word) == text


def test_typed_text_of_a_locale_that_knows_only_ascii(monkeypatch):
    word = "京都\xff".encode().decode("ascii", "surrogateescape")
    monkeypatch.setattr(os, "fsencode", lambda name: name.encode("ascii", "surrogateescape"))
    assert typed_text(word) == "京都\xff"


def test_processors_are_those_of_this_process(monkeypatch):
    assert processors() == len(os.sched_getaffinity(0))
    monkeypatch.setattr(os, "sched_getaffinity", lambda number: {3})
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert processors() == 1
    monkeypatch.delattr(os, "sched_getaffinity")
    assert processors() == 64
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1


def test_nobody_else_counts_processors():
    found = [
        path.name
        for path in (ROOT / "core").rglob("*.py")
        if "cpu_count" in path.read_text(encoding="utf-8")
    ]
    assert found == ["common.py"]


def test_defects_are_still_loud(monkeypatch):
    def fail(arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(analyze, "run", fail)
    with pytest.raises(OSError, match="No space"):
        main(["analyze", "a"])


CLOSED = "Standard output cannot be written (closed).\n"
FULL = "Standard output cannot be written (No space left on device).\n"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ("analyze 京都 >&-", 2, CLOSED),
        ("analyze 京都 >&- <&-", 2, CLOSED),
        ("analyze 京都 >&- 2>&-", 2, ""),
        ("analyze 京都 2>&- >/dev/null", 0, ""),
        ("analyze 京都 > /dev/full", 2, FULL),
        ("--help > /dev/full", 2, FULL),
        ("analyze 京都 2> /dev/full > /dev/null", 0, ""),
        ("analyze - <&-", 2, "This file cannot be read: - (closed)\n"),
        ("analyze --model /nowhere 京都 2> /dev/full", 2, ""),
        ("dance 2> /dev/full", 2, ""),
        ("analyze 京都 | true; exit ${PIPESTATUS[0]}", None, ""),
    ],
)
def test_real_streams_of_a_real_process(words, code, sentence):
    """With what Python itself does at its end, which a fork leaves out."""
    result = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m core {words}"],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.stdout, result.stderr) == ("", sentence)
    assert result.returncode in ((0, 1) if code is None else (code,))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("analyze --file {shut}/a.txt", "This file cannot be read: {shut}/a.txt (Permission denied)"),
        ("evaluate --data {shut}", "This file cannot be read: {shut}/train/features.csv (Permission denied)"),
        ("batch {secret} --out {out}/b.csv", "This file cannot be read: secret.csv (Permission denied)"),
        ("batch data/samples.csv --out {fixed}/b.csv", "This file cannot be written: {fixed} ({fixed})"),
        ("analyze うどん --export {fixed}/b/c.png", "This file cannot be written: {fixed}/b ({fixed})"),
        ("checks behaviour --store --model {fixed}", "This file cannot be read: {fixed}/config.json (Permission denied)"),
    ],
)  # fmt: skip
def test_what_is_not_permitted_is_one_sentence(tmp_path, words, sentence):
    places = {name: tmp_path / name for name in ("shut", "fixed", "out")}
    for place in places.values():
        place.mkdir()
    secret = places["secret"] = tmp_path / "secret.csv"
    for path in (secret, places["fixed"] / "config.json"):
        path.write_text("text\nうどん\n", encoding="utf-8")
        path.chmod(0o000)
    places["shut"].chmod(0o000)
    places["fixed"].chmod(0o555)
    ordinary = []
    if os.geteuid() == 0:  # the superuser may do everything: without those two rights, no more
        if which("setpriv") is None:
            pytest.skip("the superuser runs this, and there is no setpriv")
        ordinary = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    command = [*ordinary, sys.executable, "-m", "core", *words.format(**places).split()]
    result = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "LC_ALL": "C"}, capture_output=True, check=False
    )
    places["shut"].chmod(0o755)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == sentence.format(**places) + "\n"
    assert list(places["out"].iterdir()) == []
    assert [path.name for path in places["fixed"].iterdir()] == ["config.json"]


def test_nothing_is_kept_of_the_person_who_asks(tmp_path):
    """Nor of the device: ONNX Runtime would write an id of it into the home folder."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    result = subprocess.run(
        [sys.executable, "-m", "core", "analyze", "うどん"],
        cwd=ROOT,
        env={**environment, "HOME": str(home), "TMPDIR": str(temporary)},
        capture_output=True,
        check=True,
    )
    assert result.stderr == b""
    assert [*home.rglob("*"), *temporary.rglob("*")] == []
