"""What the terminal shows of a document: label, legend, strip, one row per sentence."""

import pytest

from core.view.terminal.document import print_document
from tests.documents import make_document

EATING = (0.7, 0.1, 0.15, 0.05)
KYOTO = (0.125, 0.125, 0.5, 0.25)


@pytest.fixture
def document():
    return make_document(
        [
            (("食べる", "。\n"), EATING, 0),
            (("\u200b\n",), None, 0),
            (("京都", "へ", "行く", "。"), KYOTO, 1),
        ],
        probabilities=(0.25, 0.25, 0.375, 0.125),
    )


def printed(capsys, document):
    print_document(document)
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_label_legend_and_strip(capsys, document):
    lines = printed(capsys, document)
    assert lines[0] == "label: (P)京都(0.38)"
    assert lines[1] == "1 グルメ 1  2 携帯電話 0  3 京都 1  4 スポーツ 0"
    assert lines[2] == "1-3"


def test_one_row_per_sentence(capsys, document):
    rows = [line.split() for line in printed(capsys, document)[3:]]
    assert rows == [
        ["start", "end", "label", "probability", "tokens", "truncated", "sentence"],
        ["0", "5", "グルメ", "0.70", "2", "0", "食べる。"],
        ["5", "7", "-", "-", "0", "0"],
        ["7", "13", "京都", "0.50", "4", "1", "京都へ行く。"],
    ]


def test_the_strip_goes_on_in_the_next_line(capsys):
    document = make_document([(("食",), EATING, 0)] * 250, probabilities=EATING)
    lines = printed(capsys, document)
    assert lines[2:5] == ["1" * 100, "1" * 100, "1" * 50]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[bold]京都[/bold]", "[bold]京都[/bold]"),
        (":smile:", ":smile:"),
        ("京都\x1b[31m赤", "京都 [31m赤"),
        ("　京都\r\n　\n", "京都"),
    ],
)
def test_a_sentence_stays_what_it_is_on_one_line(capsys, text, shown):
    document = make_document([((text,), KYOTO, 0)], probabilities=KYOTO)
    lines = printed(capsys, document)
    assert len(lines) == 5
    assert lines[4].endswith(f"  {shown}")


def test_a_long_sentence_is_shown_to_its_end(capsys):
    document = make_document([(("京都へ行く、" * 40,), KYOTO, 0)], probabilities=KYOTO)
    rows = printed(capsys, document)[4:]
    assert len(rows) > 1
    shown = rows[0].split()[-1] + "".join(row.strip() for row in rows[1:])
    assert shown == "京都へ行く、" * 40


@pytest.mark.parametrize(
    ("label_id", "sign", "colour"),
    [
        (0, "1", "166;206;227"),
        (6, "7", "166;206;227"),
        (9, "a", "253;191;111"),
        (61, "1", "178;223;138"),
    ],
)
def test_every_label_has_its_sign_and_colour(capsys, monkeypatch, label_id, sign, colour):
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("FORCE_COLOR", "1")
    answer = [0.0] * 62
    answer[label_id] = 1.0
    labels = [f"L{number}" for number in range(62)]
    document = make_document([(("京都",), answer, 0)], probabilities=answer, labels=labels)
    assert printed(capsys, document)[-3] == f"\x1b[30;48;2;{colour}m{sign}\x1b[0m"


def test_nothing_but_text_where_there_are_no_colours(capsys, document):
    print_document(document)
    assert "\x1b" not in capsys.readouterr().out
