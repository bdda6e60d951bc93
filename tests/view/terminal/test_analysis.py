"""What the article prints: the pieces, the label, the table."""

import pytest

from core.view.terminal.analysis import label_line, print_analysis
from tests.fakes import make_analysis

PIECES = ("▁", "もちろん", "、", "グルメ")
SCORES = (0.125, 0.25, 0.125, 0.5)
SURE = (0.9975, 0.0005, 0.001, 0.001)


def _lines(capsys) -> list[str]:
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_the_two_lines_exactly(capsys):
    analysis = make_analysis(PIECES, SCORES, probabilities=SURE)
    print_analysis(analysis, true_label="グルメ")
    lines = _lines(capsys)
    assert lines[0] == "input: ▁|もちろん|、|グルメ"
    assert lines[1] == "label: (L)グルメ == (P)グルメ(1.00)"


@pytest.mark.parametrize(
    ("true_label", "line"),
    [
        ("グルメ", "label: (L)グルメ == (P)グルメ(0.70)"),
        ("京都", "label: (L)京都 != (P)グルメ(0.70)"),
        (None, "label: (P)グルメ(0.70)"),
    ],
)
def test_the_label_line(true_label, line):
    assert label_line(make_analysis(PIECES, SCORES), true_label) == line


RAW = (0.91, 0.04, 0.03, 0.02)


@pytest.mark.parametrize(("raw", "number"), [(False, "0.70"), (True, "0.91")])
def test_the_label_line_shows_the_raw_probability_only_when_asked(raw, number):
    analysis = make_analysis(PIECES, SCORES, raw_probabilities=RAW)
    assert label_line(analysis, None, raw=raw) == f"label: (P)グルメ({number})"
    assert label_line(analysis, "京都", raw=raw) == f"label: (L)京都 != (P)グルメ({number})"


def test_raw_changes_nothing_but_the_label_line(capsys):
    analysis = make_analysis(PIECES, SCORES, raw_probabilities=RAW)
    print_analysis(analysis, true_label="グルメ")
    calibrated = _lines(capsys)
    print_analysis(analysis, true_label="グルメ", raw=True)
    raw = _lines(capsys)
    assert raw[1] == "label: (L)グルメ == (P)グルメ(0.91)"
    assert [*calibrated[:1], *calibrated[2:]] == [*raw[:1], *raw[2:]]


def test_the_table(capsys):
    print_analysis(make_analysis(PIECES, SCORES))
    rows = [line.split() for line in _lines(capsys)[2:]]
    assert rows == [
        ["token", "weight", "rank", "normalized", "attention"],
        ["▁", "0.125000", "3.5", "0.000000", "False"],
        ["もちろん", "0.250000", "2.0", "0.000000", "False"],
        ["、", "0.125000", "3.5", "0.000000", "False"],
        ["グルメ", "0.500000", "1.0", "0.250000", "True"],
    ]


def test_truncated_tokens_have_no_numbers(capsys):
    print_analysis(make_analysis((*PIECES, "だ"), SCORES))
    lines = _lines(capsys)
    assert lines[0] == "input: ▁|もちろん|、|グルメ|だ"
    assert lines[-1].split() == ["だ", "-", "-", "-", "-"]


@pytest.mark.parametrize(
    "piece", ["[bold]", "[/]", "[red]x[/red]", ":smile:", "\\[b]", "https://a.b"]
)
def test_a_piece_that_looks_like_markup_stays_as_it_is(capsys, piece):
    print_analysis(make_analysis(("▁", piece, piece), (0.25, 0.75)))
    lines = _lines(capsys)
    assert lines[0] == f"input: ▁|{piece}|{piece}"
    assert lines[4].split()[0] == piece
    assert lines[5].split()[0] == piece


def test_nothing_but_text_where_there_are_no_colours(capsys):
    print_analysis(make_analysis(PIECES, SCORES))
    assert "\x1b" not in capsys.readouterr().out
