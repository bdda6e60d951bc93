"""Step 5 of the lesson with the shipped models: its numbers are the models' own."""

import numpy as np

from core.lab.unit_places import unit_places
from tests.ui.lesson.test_attention import UDON, answer_of, cells, drawn, ja, open_part, rows


def bars(page):
    """What the charts say of themselves."""
    return [element.proto.alt for element in page.get("vega_lite_chart")]


def expected_bars(default, probabilities):
    order = np.argsort(-probabilities)
    return ja(
        "chart_alt", bars=", ".join(f"{default.labels[i]} {probabilities[i]:.2f}" for i in order)
    )


def test_the_largest_values_are_counted_piece_by_piece(default):
    question, answered = (
        open_part("lstm", revealed=revealed, step="lstm") for revealed in (False, True)
    )
    tokenized = default.tokenize(UDON)
    counts = unit_places(default.classifier, default.encode(tokenized)).tokens.tolist()
    pieces = [token.piece for token in tokenized.tokens]
    assert cells(question) == [(piece, "") for piece in pieces]
    assert cells(answered) == list(zip(pieces, map(str, counts), strict=True))
    assert ja("lesson_lstm_forward", units=192) in drawn(question)
    assert ja("lesson_lstm_kept_max", units=384, labels=4) in drawn(question)
    assert answer_of(answered) == ja(
        "lesson_lstm_places", token=pieces[int(np.argmax(counts))], number=max(counts), units=384
    )


def test_the_articles_model_reads_its_two_ends_one_of_them_padding():
    page = open_part("lstm", revealed=True, step="lstm", model="article")
    assert [number for _, number in cells(page)] == ["0"] * 19 + ["356"]
    padding = ja("matrix_padding", count=46)
    assert f'<span class="other"><span>{padding}</span><b>356</b>' in drawn(page)
    assert ja("lesson_lstm_kept_last", units=712, labels=4) in drawn(page)
    assert answer_of(page) == ja("lesson_lstm_ends_padded", units=356, padding=46)


def test_a_text_that_fills_the_articles_window_ends_without_padding():
    text = "寺の庭で、うどんを食べた。" * 30
    page = open_part("lstm", revealed=True, step="lstm", model="article", text=text)
    numbers = [number for _, number in cells(page)]
    assert (numbers[0], set(numbers[1:-1]), numbers[-1]) == ("356", {"0"}, "356")
    assert answer_of(page) == ja("lesson_lstm_ends", units=356)


def test_logits_become_probabilities_by_powers_and_their_sum(default):
    question, answered = (
        open_part("softmax", revealed=revealed, step="lstm") for revealed in (False, True)
    )
    assert [row[:2] for row in rows(question)] == [
        ["分類", "ロジット"],
        ["グルメ", "3.43"],
        ["京都", "−0.54"],
        ["スポーツ", "−0.95"],
        ["携帯電話", "−1.78"],
    ]
    assert len(rows(question)[0]) == 2
    assert not bars(question)
    assert [row[2] for row in rows(answered)[1:]] == ["30.93", "0.58", "0.39", "0.17", "32.07"]
    assert answer_of(answered) == ja(
        "lesson_lstm_softmax_answer",
        label="グルメ",
        power="30.93",
        total="32.07",
        probability="0.96",
    )
    (prediction,) = default.predict([UDON])
    assert bars(answered) == [expected_bars(default, prediction.raw_probabilities)]


def test_raw_and_calibrated_bars_stand_side_by_side(default):
    (prediction,) = default.predict([UDON])
    raw, calibrated = (
        expected_bars(default, values)
        for values in (prediction.raw_probabilities, prediction.probabilities)
    )
    assert raw != calibrated
    assert bars(open_part("calibrated", revealed=False, step="lstm")) == [raw]
    page = open_part("calibrated", revealed=True, step="lstm")
    assert bars(page) == [raw, calibrated]
    measured = default.report.calibration
    assert answer_of(page) == ja(
        "lesson_lstm_calibrated_answer",
        temperature="0.92",
        before=f"{measured['ece_before']:.3f}",
        after=f"{measured['ece_after']:.3f}",
    )


def test_a_model_without_temperature_says_so_in_one_sentence():
    page = open_part("calibrated", revealed=True, step="lstm", model="article")
    assert len(bars(page)) == 1
    assert answer_of(page) == ja("about_uncalibrated")
