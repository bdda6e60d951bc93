"""Every command in every surrounding: exit code, one line on stderr, no traceback, no leftover."""

import json

import pytest

from core.data.dataset import write_dataset
from core.data.splits import split_examples
from core.paths import MODELS
from tests.commands.example_words import EXAMPLES, command_parsers, fill, path_words
from tests.commands.surroundings import Case, run_cases
from tests.knb_archive import make_archive, make_tables
from tests.training.units.test_knb_gold import KNP, write_corpus

BEHAVIOUR = "id,kind,text,variant,label,direction\nk-01,minimum,清水寺の舞台,,京都,\n"
ROWS = "text,label\nうどんがおいしい店,グルメ\n平安京のお寺を巡る,京都\n"
TEXTS = ("𠮷野家😀へ〜", "-5度の朝は鍋", "京都へ行った")
LINES = "うどん\r\n\r\nそば\r\n"

# Name, exit code (None: the command's own), what is changed of the case for `warm_runner`.
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


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    return tmp_path_factory.mktemp("inputs")


@pytest.fixture(scope="module")
def places(inputs, samples):
    (inputs / "cases").mkdir()
    (inputs / "cases" / "keywords.csv").write_text(BEHAVIOUR, encoding="utf-8")
    (inputs / "table.csv").write_text(ROWS, encoding="utf-8")
    (inputs / "lines.txt").write_bytes(LINES.encode())
    write_dataset(inputs / "data", split_examples(samples, protocol="random", seed=0), {})
    parsed = {f"KN{article}/{number}": KNP for article in range(5) for number in range(3)}
    return {
        "cases": inputs / "cases",
        "table": inputs / "table.csv",
        "lines": inputs / "lines.txt",
        "data": inputs / "data",
        "missing": inputs / "missing",
        "model": MODELS / "article",
        "archive": make_archive(inputs / "knb.tar.bz2", make_tables()),
        "parsed": write_corpus(inputs / "KNBC", parsed),
    }


def check(ran, *, code, writes=(), hears=True):
    """A good end has nothing to say on stderr; a bad one a line, no output, and no file.

    Before anything is computed, every table says in a line of its own how it was read.

    `writes`: the files of a good end. `hears`: whether there is a stderr.
    """
    assert ran.code == code, ran
    assert b"Traceback" not in ran.err, ran
    said = [line for line in ran.err.splitlines() if b"table.csv: " not in line]
    assert len(said) == (1 if code == 2 and hears else 0), ran
    if code == 0 or (code == 1 and not hears):  # all is done, but a sentence on stderr
        assert ran.new == writes, ran
        assert ran.out, ran
    else:
        # A whole result may be there although the summary of it did not get out.
        assert ran.new in ((), writes), ran
        assert ran.out == b"", ran


def test_no_command_is_forgotten():
    assert set(command_parsers()) == set(EXAMPLES)


@pytest.mark.parametrize("locale", ["locale C", "cp932"])
def test_every_command_in_a_locale_that_cannot_hold_its_words(tmp_path, inputs, places, locale):
    cases = [Case(words=fill(name, places)) for name in EXAMPLES]
    runs = run_cases([*cases, *json_cases(places)], tmp_path / "runs", locale=locale, inputs=inputs)
    for example, ran in zip(EXAMPLES.values(), runs[: len(EXAMPLES)], strict=True):
        check(ran, code=example.code, writes=example.writes)
    check_json(runs[len(EXAMPLES) :], ascii_only=True)


@pytest.mark.parametrize(
    ("locale", "ascii_only"),
    [("UTF-8", False), ("latin-1", True), ("a locale that is not there", False)],
)
def test_json_in_other_locales(tmp_path, inputs, places, locale, ascii_only):
    runs = run_cases(json_cases(places), tmp_path / "runs", locale=locale, inputs=inputs)
    check_json(runs, ascii_only=ascii_only)


def json_cases(places):
    texts = [Case(words=["analyze", text, "--json"]) for text in TEXTS]
    return [*texts, Case(words=["analyze", "--file", str(places["lines"]), "--json"])]


def check_json(runs, *, ascii_only):
    """The same values everywhere, and the note on blank lines in one line."""
    *texts, lines = runs
    assert [json.loads(ran.out)["text"] for ran in texts] == list(TEXTS)
    assert [json.loads(line)["text"] for line in lines.out.splitlines()] == ["うどん", "そば"]
    assert all(ran.out.isascii() is ascii_only for ran in texts)
    assert [ran.err for ran in texts] == [b""] * len(texts)
    assert len(lines.err.splitlines()) == 1
    assert b" 1 " in lines.err


def test_every_command_in_every_surrounding(tmp_path, inputs, places):
    cases = [
        Case(words=fill(name, places), changes=changes)
        for _, _, changes in SURROUNDINGS
        for name in EXAMPLES
    ]
    runs = iter(run_cases(cases, tmp_path / "runs", inputs=inputs))
    for _, code, changes in SURROUNDINGS:
        closed = changes.get("stdout") == "closed"
        for example in EXAMPLES.values():
            # Closed is seen at once; full and broken, when there is something to write.
            expected = code if code and (closed or not example.code) else example.code
            if not expected and "stderr" in changes and "{table}" in example.words:
                expected = 1  # how the table was read could not be said
            check(next(runs), code=expected, writes=example.writes, hears="stderr" not in changes)


def test_every_path_that_is_none(tmp_path, inputs, places):
    below, long = f"{places['table']}/x\n.csv", "x" * 300 + ".csv"
    cases = [Case(words=words) for bad in (below, long) for words in path_words(places, bad)]
    assert len(cases) > 2 * len(EXAMPLES)
    for ran in run_cases(cases, tmp_path / "runs", inputs=inputs):
        check(ran, code=2)
