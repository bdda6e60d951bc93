"""Standard input, pipes and tables without an ending, each read once and from a copy."""

import io
import os
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from core.commands.sources import (
    FORMATS,
    STDIN,
    is_read_once,
    local_file,
    local_table,
    local_tables,
)
from core.data.tables.readers import READERS
from core.errors import (
    FileMissingError,
    FileUnreadableError,
    FileUnwritableError,
    FormatMissingError,
)
from core.paths import DATA
from tests.knb_archive import make_archive, make_tables
from tests.run_main import assert_one_sentence, run_main

ROWS = "text,label\nうどんがおいしい店,グルメ\n平安京のお寺を巡る,京都\n"


@pytest.fixture
def stdin(monkeypatch):
    def give(content):
        stream = None if content is None else io.TextIOWrapper(io.BytesIO(content))
        monkeypatch.setattr(sys, "stdin", stream)

    return give


@pytest.fixture
def pipe(tmp_path):
    """A FIFO that somebody writes into as soon as it is opened."""
    path = tmp_path / "pipe"
    os.mkfifo(path)

    def fill(content):
        threading.Thread(target=path.write_bytes, args=[content], daemon=True).start()
        return path

    return fill


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_formats_are_those_that_can_be_read():
    assert {suffix.removeprefix(".") for suffix in READERS} == set(FORMATS)


def test_a_file_is_itself(tmp_path):
    path = tmp_path / "a.csv"
    path.touch()
    with local_file(path) as file, local_table(path, format=None) as table:
        assert file == table == path
    with local_table(path, format="csv") as table:
        assert table == path
    assert not is_read_once(path)


def test_standard_input_is_copied_and_the_copy_is_gone_afterwards(stdin, temporary):
    stdin(b"\xff\x00" * 3_000_000)
    with local_table(STDIN, format="xlsx") as file:
        assert file.name == "stdin.xlsx"
        assert file.read_bytes() == b"\xff\x00" * 3_000_000
        assert file.is_relative_to(temporary)
    assert list(temporary.iterdir()) == []


def test_a_pipe_is_read_once(pipe, temporary):
    path = pipe(ROWS.encode())
    assert is_read_once(path)
    with local_table(path, format="csv") as file:
        assert file.read_text(encoding="utf-8") == ROWS
        assert file.read_text(encoding="utf-8") == ROWS
        assert file.name == "pipe.csv"
    assert list(temporary.iterdir()) == []


def test_a_format_wins_over_an_ending(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a\tb\n")
    with local_table(path, format="tsv") as file:
        assert (file.name, file.read_text()) == ("a.txt.tsv", "a\tb\n")


def test_several_tables(stdin, pipe, tmp_path):
    stdin(b"first")
    (tmp_path / "b.csv").write_bytes(b"third")
    paths = [STDIN, pipe(b"second"), tmp_path / "b.csv"]
    with local_tables(paths, format="csv") as files:
        assert [file.read_bytes() for file in files] == [b"first", b"second", b"third"]


@pytest.mark.parametrize("name", ["-", "pipe", "a.txt", "a", "a.csv.bak"])
def test_a_name_that_tells_nothing_wants_a_format(tmp_path, pipe, name):
    path = STDIN if name == "-" else tmp_path / name
    if name not in ("-", "pipe"):  # the fixture has made the pipe
        path.touch()
    with (
        pytest.raises(FormatMissingError, match="--format") as error,
        local_table(path, format=None),
    ):
        pass
    assert error.value.received["path"] == path


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
def test_a_device_is_not_read(device):
    with pytest.raises(FileUnreadableError, match="device"), local_file(Path(device)):
        pass


def test_closed_or_broken_standard_input_is_told(stdin, monkeypatch, temporary):
    stdin(None)
    with pytest.raises(FileUnreadableError, match=r"- \(closed\)"), local_file(STDIN):
        pass

    class Broken(io.RawIOBase):
        def read(self, size=-1):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Broken()))
    with pytest.raises(FileUnreadableError, match=r"- \(Input/output error\)"), local_file(STDIN):
        pass
    assert list(temporary.iterdir()) == []


def test_no_room_for_a_copy_is_told(stdin, monkeypatch, tmp_path):
    stdin(b"a")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    with pytest.raises(FileUnwritableError, match="TMPDIR"), local_file(STDIN):
        pass


@pytest.mark.parametrize("told", ["path", "str", "name", "other"])
def test_errors_name_what_was_asked_for(stdin, told):
    stdin(b"a")
    with pytest.raises(FileMissingError) as error, local_file(STDIN) as file:
        raise FileMissingError(
            path={"path": file, "str": str(file), "name": file.name, "other": "b"}[told]
        )
    assert str(error.value) == ("File not found: b" if told == "other" else "File not found: -")


@pytest.mark.parametrize("words", [("analyze", "-"), ("analyze", "--file", "-")])
@pytest.mark.parametrize("content", ["うどん\r\nそば\r\n", "\ufeffうどん\nそば", "うどん\rそば\n"])
def test_texts_from_standard_input(capsys, stdin, words, content):
    stdin(content.encode())
    result = run_main(capsys, *words, "--json")
    assert (result.code, result.err) == (0, "")
    assert [line.count('"text": "うどん"') for line in result.out.splitlines()] == [1, 0]


@pytest.mark.parametrize("words", [("explain", "-"), ("explain", "--file", "-")])
def test_a_text_from_standard_input(capsys, stdin, words):
    stdin("京都へ\r\n行った\r\n".encode())
    result = run_main(capsys, *words, "--methods", "attention", "--json")
    assert result.code == 0
    assert '"text": "京都へ\\n行った"' in result.out


@pytest.mark.parametrize(
    ("content", "part"),
    [(b"", "nothing to analyse"), (b"\n \n", "nothing to analyse"), (b"\xff\xfe", "- (UTF-8)")],
)
@pytest.mark.parametrize("command", ["analyze", "explain"])
def test_what_is_no_text_is_one_sentence(capsys, monkeypatch, stdin, command, content, part):
    monkeypatch.setenv("LC_ALL", "C")
    stdin(content)
    assert_one_sentence(run_main(capsys, command, "-"), part)


def test_batch_gives_the_same_from_everywhere(capsys, tmp_path, stdin, pipe):
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ROWS, encoding="utf-8")
    stdin(ROWS.encode())
    for number, name in enumerate(
        [tmp_path / "a.csv", tmp_path / "a.txt", "-", pipe(ROWS.encode())]
    ):
        out = tmp_path / f"{number}.csv"
        result = run_main(
            capsys, "batch", name, "--format", "csv", "--label", "label", "--out", out
        )
        assert (result.code, result.err) == (0, f"{name}: Read 2 columns and 2 rows.\n")
        assert out.read_bytes() == (tmp_path / "0.csv").read_bytes()
    assert pd.read_csv(out)["label"].tolist() == ["グルメ", "京都"]


def test_batch_names_what_it_was_given(capsys, monkeypatch, tmp_path, stdin):
    monkeypatch.setenv("LC_ALL", "C")
    out = tmp_path / "a.csv"
    for content, words, part in [
        (ROWS.encode(), (), "--format"),
        (ROWS.encode(), ("--format", "jsonl"), ": - (line 1)"),
        (ROWS.encode(), ("--format", "csv", "--text", "x"), "- has no column 'x'"),
        (b"", ("--format", "csv"), ": -"),
        (ROWS.encode(), ("--engine", "ray"), "--engine ray"),
        (ROWS.encode(), ("--format", "csv", "--engine", "ray"), "--format"),
    ]:
        stdin(content)
        assert_one_sentence(run_main(capsys, "batch", "-", "--out", out, *words), part)
    assert not out.exists()


def test_checks_read_standard_input(capsys, stdin):
    stdin(ROWS.encode())
    result = run_main(
        capsys, "checks", "models", "--other", DATA.parent / "models" / "article",
        "--data", "-", "--format", "csv", "--json",
    )  # fmt: skip
    assert (result.code, result.err) == (0, "-: Read 2 columns and 2 rows.\n")
    assert '"rows": 2' in result.out


def test_an_archive_comes_through_a_pipe(capsys, stdin, tmp_path):
    archive = make_archive(tmp_path / "knb.tar.bz2", make_tables())
    stdin(archive.read_bytes())
    result = run_main(capsys, "corpus", "knb", "--archive", "-", "--out", tmp_path / "out")
    assert (result.code, result.err) == (0, "")
    assert '"sentences": 240' in result.out
