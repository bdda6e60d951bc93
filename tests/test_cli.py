"""The command line: exit codes, one sentence in the person's language, no TensorFlow to analyse."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from core.cli import main
from core.commands import analyze, explain
from core.paths import ROOT
from tests.run_main import assert_one_sentence, run_main


def run_python(*words, language="C"):
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": language},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ((), "COMMAND"),
        (("dance",), "dance"),
        (("analyze",), "TEXT"),
        (("analyze", "京都", "--colour"), "--colour"),
        (("train",), "--out"),
        (("corpus",), "CORPUS"),
        (("bench",), "BENCH"),
    ],
)
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("C", "The command cannot be read ("),
        ("en_GB.UTF-8", "The command cannot be read ("),
        ("ja_JP.UTF-8", "コマンドの書き方が正しくありません("),
    ],
)
def test_bad_command_is_told_in_one_sentence(capsys, monkeypatch, words, part, language, sentence):
    monkeypatch.setenv("LC_ALL", language)
    result = run_main(capsys, *words)
    assert_one_sentence(result, part, "python -m core", "--help")
    assert result.err.startswith(sentence)


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({}, "File not found"),
        ({"LANG": "ja_JP.UTF-8"}, "ファイルが見つかりません"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "File not found"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ファイルが見つかりません"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ファイルが見つかりません"),
    ],
)
def test_locale_chooses_the_language(capsys, monkeypatch, tmp_path, variables, word):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    result = run_main(capsys, "analyze", "京都", "--model", tmp_path)
    assert_one_sentence(result, word, str(tmp_path / "config.json"))


def test_defects_crash_loudly(monkeypatch):
    def fail(path):
        raise ZeroDivisionError

    monkeypatch.setattr(analyze, "_read_texts", fail)
    with pytest.raises(ZeroDivisionError):
        main(["analyze", "--file", "x"])


def test_command_line_is_quoted_so_that_it_can_be_pasted(monkeypatch):
    got = []
    monkeypatch.setattr(analyze, "run", lambda arguments: got.append(arguments.command_line) or 7)
    assert main(["analyze", "京都 へ", "--json"]) == 7
    assert got == ["python -m core analyze '京都 へ' --json"]


def test_analyze_needs_no_tensorflow():
    code = (
        "import sys; from core.cli import main; code = main(sys.argv[1:]); "
        "heavy = {'tensorflow', 'keras', 'keras_self_attention', 'gensim', 'streamlit'}; "
        "print(sorted(heavy & set(sys.modules))); sys.exit(code)"
    )
    result = run_python("-c", code, "analyze", "京都へ行く", "--json")
    answer, modules = result.stdout.splitlines()
    assert json.loads(answer)["text"] == "京都へ行く"
    assert modules == "[]"
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ja_JP.UTF-8", "ファイルが見つかりません: "), ("C", "File not found: ")],
)
def test_bad_input_ends_with_2_and_no_traceback(tmp_path, language, sentence):
    words = ("-m", "core", "analyze", "京都", "--model", tmp_path)
    result = run_python(*words, language=language)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == f"{sentence}{tmp_path / 'config.json'}\n"


def test_help_is_no_error():
    result = run_python("-m", "core", "--help")
    assert (result.returncode, result.stderr) == (0, "")
    for command in ("analyze", "evaluate", "train", "corpus", "embeddings", "checks", "bench"):
        assert command in result.stdout


def test_text_that_is_no_utf8_does_not_crash():
    result = subprocess.run(
        [sys.executable, "-m", "core", "analyze", b"\xff\xfe", "--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0
    assert json.loads(result.stdout)["text"] == "??"


def test_a_reader_that_stops_early_gets_no_traceback(tmp_path):
    texts = tmp_path / "texts.txt"
    texts.write_text("うどんを食べた。\n" * 3000, encoding="utf-8")
    command = f"{sys.executable} -m core analyze --json --file {texts}"
    result = subprocess.run(
        f"{command} | head -1",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(result.stdout)["text"] == "うどんを食べた。"
    assert result.stderr == ""


def test_ctrl_c_is_one_word_and_no_traceback(monkeypatch, capsys):
    def stop(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(analyze, "run", stop)
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["analyze", "うどん"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-5度の朝は鍋",
            "-ω-",
            "-",
            "- うどん",
            "---",
            "--。",
            "-5",
            "-.5",
            "―",
            "-京都",
            "-hello",
        ),
        *("--京都へ", "--a b", "-x=y", "- -", "-\n-h", "--json!", "−"),
    ],
)
@pytest.mark.parametrize("command", ["analyze", "explain"])
def test_a_text_may_begin_with_a_hyphen(monkeypatch, command, text):
    seen = []
    module = {"analyze": analyze, "explain": explain}[command]
    monkeypatch.setattr(module, "run", lambda arguments: seen.append(arguments.text) or 0)
    assert main([command, text, "--json"]) == 0
    assert main([command, "--json", text]) == 0
    assert main([command, "--json", "--", text]) == 0
    assert main([command, "--target", text, text]) == 0
    assert seen == [text] * 4


@pytest.mark.parametrize("text", ["--hello", "-x", "--x=y", "--json", "-h", "--", "--no-2"])
def test_behind_two_hyphens_every_text_is_one(monkeypatch, text):
    seen = []
    monkeypatch.setattr(analyze, "run", lambda arguments: seen.append(arguments.text) or 0)
    assert main(["analyze", "--", text]) == 0
    assert main(["analyze", f"--label={text}", "a"]) == 0
    assert seen == [text, "a"]


@pytest.mark.parametrize(
    "words",
    [
        ("analyze", "--hello"),
        ("analyze", "--"),
        ("analyze", "京都", "--label", "-x"),
        ("analyze", "京都", "--label", "--x"),
        ("batch", "a.csv", "--out", "-o"),
        ("checks", "models", "--other", "--x"),
    ],
)
@pytest.mark.parametrize(
    ("language", "parts"), [("C", ("behind --", "--option=")), ("ja_JP", ("-- 文", "--option="))]
)
def test_what_could_be_an_option_is_told_of_the_hyphens(
    capsys, monkeypatch, words, language, parts
):
    monkeypatch.setenv("LC_ALL", language)
    assert_one_sentence(run_main(capsys, *words), *parts, "--help")


@pytest.mark.parametrize("words", [(), ("dance",), ("train",), ("analyze", "京都", "--label")])
def test_other_faults_say_nothing_of_hyphens(capsys, monkeypatch, words):
    monkeypatch.setenv("LC_ALL", "C")
    result = run_main(capsys, *words)
    assert_one_sentence(result)
    assert "hyphen" not in result.err


@pytest.mark.parametrize(
    ("signal_name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]
)
def test_a_stopped_batch_leaves_nothing(tmp_path, signal_name, code):
    """Stopped while it writes: as soon as its temporary file is there."""
    rows = "text\n" + "".join(f"うどんを{number}杯食べた\n" for number in range(100_000))
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    words = [sys.executable, "-m", "core", "batch", tmp_path / "a.csv", "--out", out / "b.csv"]
    process = subprocess.Popen(
        words, cwd=ROOT, env={**os.environ, "LC_ALL": "C"}, stderr=subprocess.PIPE
    )
    while process.poll() is None:
        found = list(out.iterdir())
        if found and found[0].stat().st_size:
            break
        time.sleep(0.01)
    process.send_signal(getattr(signal, signal_name))
    _, told = process.communicate()
    assert [path.name[:5] for path in found] == [".tmp-"]
    assert process.returncode == code
    assert b"Traceback" not in told
    assert list(out.iterdir()) == []
