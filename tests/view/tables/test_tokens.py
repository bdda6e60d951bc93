"""The table per token, on the screen and as CSV; the table of accuracy by protocol."""

import csv
import io
import re

import pytest

from core.data.answer_columns import TOKEN_COLUMNS
from core.data.table import read_table
from core.view.tables.tokens import (
    calibration_table,
    protocol_table,
    styled_token_table,
    token_csv,
    token_table,
)
from tests.fakes import make_analysis

COLUMNS = ["token", "weight", "rank", "normalized", "attention", "start", "end", "id"]


@pytest.fixture
def analysis():
    """Three tokens the model saw (mean 1/3) and one it did not."""
    return make_analysis(("▁", "京都", "へ", "行く"), (0.125, 0.5, 0.375))


def test_token_table(analysis):
    table = token_table(analysis)
    assert list(table.columns) == COLUMNS
    assert table["token"].tolist() == ["▁", "京都", "へ", "行く"]
    assert table["weight"].tolist()[:3] == [0.125, 0.5, 0.375]
    assert table["rank"].tolist()[:3] == [3.0, 1.0, 2.0]
    assert table["normalized"].tolist()[:3] == pytest.approx([0.0, 1 / 6, 1 / 24])
    assert table["attention"].tolist()[:3] == [False, True, True]
    assert table["start"].tolist() == [0, 0, 2, 3]
    assert table["end"].tolist() == [0, 2, 3, 5]
    assert table["id"].tolist() == [2, 3, 4, 5]


def test_truncated_tokens_have_no_values(analysis):
    assert token_table(analysis).iloc[3, 1:5].isna().all()
    assert not token_table(analysis).iloc[:3].isna().any(axis=None)


def test_csv_exactly():
    analysis = make_analysis(("▁", "京都", "へ", "行く"), (0.25, 0.75, 0.5))
    assert token_csv(analysis) == (
        b"\xef\xbb\xbf"
        b"token,weight,rank,normalized,attention,start,end,id\r\n"
        + "▁,0.25,3.0,0.0,False,0,0,2\r\n".encode()
        + "京都,0.75,1.0,0.25,True,0,2,3\r\n".encode()
        + "へ,0.5,2.0,0.0,False,2,3,4\r\n".encode()
        + "行く,,,,,3,5,5\r\n".encode()
    )


@pytest.mark.parametrize("piece", ["=1+1", "+81", "-5", "@mix", "=", "\tx", "\rx"])
def test_a_piece_that_looks_like_a_formula_gets_an_apostrophe(piece):
    analysis = make_analysis((piece, "あ"), (0.25, 0.75))
    rows = list(csv.reader(io.StringIO(token_csv(analysis).decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["token", f"'{piece}", "あ"]


@pytest.mark.parametrize("piece", ["=1+1", "'=", "－5", "\rx", "▁="])
def test_the_pieces_come_back_as_they_were(tmp_path, piece):
    path = tmp_path / "tokens.csv"
    path.write_bytes(token_csv(make_analysis((piece, "あ"), (0.25, 0.75))))
    table = read_table(path).frame
    assert tuple(table.columns) == TOKEN_COLUMNS
    assert table["token"].tolist() == [piece, "あ"]


@pytest.mark.parametrize("piece", ["▁=", "1=1", "'", '"', ",", '"a,b"', "<b>", "NA"])
def test_other_pieces_stay_as_they_are(piece):
    analysis = make_analysis((piece, "あ"), (0.25, 0.75))
    rows = list(csv.reader(io.StringIO(token_csv(analysis).decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["token", piece, "あ"]


def test_negative_numbers_stay_numbers():
    analysis = make_analysis(("あ", "い"), (-0.5, 0.5), method="output_max", padding_share=None)
    rows = list(csv.reader(io.StringIO(token_csv(analysis).decode("utf-8-sig"), newline="")))
    assert [row[1] for row in rows] == ["weight", "-0.5", "0.5"]


def test_the_screen_shows_the_articles_columns_of_seen_tokens(analysis):
    table = styled_token_table(analysis).data
    assert list(table.columns) == COLUMNS[:5]
    assert table["token"].tolist() == ["▁", "京都", "へ"]
    assert table.index.tolist() == [0, 1, 2]


def test_blues_over_normalized_and_numbers_as_text(analysis):
    styler = styled_token_table(analysis)
    assert dict(styler._compute().ctx) == {
        (0, 3): [("background-color", "rgba(33, 113, 181, 0.000)")],
        (1, 3): [("background-color", "rgba(33, 113, 181, 0.600)")],
        (2, 3): [("background-color", "rgba(33, 113, 181, 0.150)")],
    }
    cells = re.findall(r"<td [^>]*>(.*?)</td>", styler.to_html())
    assert cells[5:10] == ["京都", "0.5000", "1", "0.1667", "True"]


def _record(**figures: float) -> dict[str, float]:
    record = {"accuracy": 0.5, "low": 0.25, "high": 0.75, "num_examples": 8}
    return {**record, "linear_baseline": 0.375, "majority_baseline": 0.125, **figures}


PROTOCOL_TITLES = {"grouped": "記事ごと", "documents": "記事 1 本", "random": "文ごと"}
PROTOCOL_COLUMNS = ["測り方", "正答率", "線形", "最多", "件数"]


def test_every_protocol_is_a_row_in_the_order_of_the_report():
    records = {
        "grouped": _record(accuracy=0.73152, low=0.6999, high=0.7607, num_examples=4186),
        "documents": _record(linear_baseline=0.9004, majority_baseline=0.36145, num_examples=249),
    }
    table = protocol_table(records, titles=PROTOCOL_TITLES, columns=PROTOCOL_COLUMNS)
    assert table.index.name == "測り方"
    assert list(table.columns) == PROTOCOL_COLUMNS[1:]
    assert table.index.tolist() == ["記事ごと", "記事 1 本"]
    assert table.to_numpy().tolist() == [
        ["0.732 (0.700–0.761)", "0.375", "0.125", "4,186"],
        ["0.500 (0.250–0.750)", "0.900", "0.361", "249"],
    ]


def test_certain_and_hopeless_accuracies_keep_three_decimals():
    records = {"random": _record(accuracy=1.0, low=1.0, high=1.0, majority_baseline=0.0)}
    table = protocol_table(records, titles=PROTOCOL_TITLES, columns=PROTOCOL_COLUMNS)
    assert table.iloc[0].tolist() == ["1.000 (1.000–1.000)", "0.375", "0.000", "8"]


def test_no_protocol_gives_no_row():
    assert protocol_table({}, titles={}, columns=PROTOCOL_COLUMNS).empty


def test_a_protocol_without_a_title_crashes():
    with pytest.raises(KeyError, match="documents"):
        protocol_table({"documents": _record()}, titles={}, columns=PROTOCOL_COLUMNS)


def test_calibration_goes_from_before_to_after():
    records = {
        "表": {"ece_before": 0.0616, "ece_after": 0.0664, "brier_before": 0.4, "brier_after": 0.3},
        "古い": {"ece_before": 0.25, "ece_after": 0.125},
    }
    table = calibration_table(
        records, measures={"ece": "ECE", "brier": "Brier"}, source_title="測った文"
    )
    assert table.index.tolist() == ["表", "古い"]
    assert table.to_dict("list") == {
        "ECE": ["0.062 → 0.066", "0.250 → 0.125"],
        "Brier": ["0.400 → 0.300", "–"],
    }
