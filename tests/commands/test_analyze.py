"""`analyze`: the agreed lines and JSON, in order, and one sentence for bad input."""

import json

import pytest

from core.errors import EmptyTextError, ExportOneTextError
from core.view.numbers import signed_number
from tests.run_main import assert_one_sentence, run_main
from tests.strong import strong_analyzer

pytestmark = pytest.mark.slow

KEYS = [
    "schema",
    "model",
    "text",
    "label",
    "probabilities",
    "raw_probabilities",
    "method",
    "target",
    "signed",
    "num_tokens",
    "num_truncated",
    "scope",
    "padding_share",
    "tokens",
]
TOKEN_KEYS = ["index", "piece", "id", "start", "end", "score", "rank", "normalized", "attention"]
LONG = "京都へラーメンを食べに行った。" * 6


@pytest.fixture(scope="module")
def analyzer(tmp_path_factory, tiny_embeddings):
    return strong_analyzer(tmp_path_factory, tiny_embeddings, masked=False)


@pytest.fixture
def analyze(capsys, monkeypatch, analyzer):
    monkeypatch.setenv("LC_ALL", "C")
    return lambda *words: run_main(capsys, "analyze", "--model", analyzer.bundle.folder, *words)


def read_json_lines(text):
    def refuse(word):
        raise AssertionError(f"{word} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]


def test_json_is_one_object_with_the_agreed_keys(analyze, analyzer):
    result = analyze("京都へ行く", "--json")
    assert (result.code, result.err) == (0, "")
    (got,) = read_json_lines(result.out)
    analysis = analyzer.analyze("京都へ行く")
    assert list(got) == KEYS
    assert got["schema"] == 1
    assert got["model"] == {"name": analyzer.bundle.name, "sha256": analyzer.bundle.sha256}
    assert got["text"] == "京都へ行く"
    assert got["label"] == analysis.prediction.label
    assert list(got["probabilities"]) == list(analyzer.labels)
    assert list(got["probabilities"].values()) == pytest.approx(
        analysis.prediction.probabilities.tolist()
    )
    assert list(got["raw_probabilities"]) == list(analyzer.labels)
    assert list(got["raw_probabilities"].values()) == pytest.approx(
        analysis.prediction.raw_probabilities.tolist()
    )
    assert (got["method"], got["signed"], got["num_truncated"]) == ("attention", False, 0)
    assert got["target"] == analysis.prediction.label
    assert got["padding_share"] == pytest.approx(analysis.attribution.padding_share)
    tokens = analysis.prediction.tokenized.tokens
    assert got["num_tokens"] == len(got["tokens"]) == len(tokens)
    for index, (row, token) in enumerate(zip(got["tokens"], tokens, strict=True)):
        assert list(row) == TOKEN_KEYS
        assert [row[key] for key in TOKEN_KEYS] == [
            index,
            token.piece,
            token.id,
            token.start,
            token.end,
            pytest.approx(analysis.attribution.token_scores[index]),
            analysis.ranking.rank[index],
            pytest.approx(analysis.ranking.normalized[index]),
            analysis.ranking.attention[index],
        ]


def test_json_of_truncated_tokens_is_null(analyze):
    (got,) = read_json_lines(analyze(LONG, "--json").out)
    assert got["num_truncated"] == got["num_tokens"] - 24 > 0
    assert [row["score"] is None for row in got["tokens"]] == [
        index >= 24 for index in range(got["num_tokens"])
    ]


def test_text_output_begins_with_pieces_and_label(analyze, analyzer):
    prediction = analyzer.analyze("京都へ行く").prediction
    result = analyze("京都へ行く")
    first, second, *table = result.out.splitlines()
    assert first == "input: " + "|".join(token.piece for token in prediction.tokenized.tokens)
    assert "|" in first
    assert second == f"label: (P){prediction.label}({prediction.confidence:.2f})"
    assert table[0].split() == ["token", "weight", "rank", "normalized", "attention"]
    assert len(table) == 1 + len(prediction.tokenized.tokens)


def test_raw_prints_the_probability_of_the_softmax(analyze, analyzer):
    prediction = analyzer.analyze("京都へ行く").prediction
    raw, calibrated = prediction.raw_probabilities.max(), prediction.confidence
    assert raw - calibrated > 0.01
    assert analyze("京都へ行く", "--raw").out.splitlines()[1] == (
        f"label: (P){prediction.label}({raw:.2f})"
    )


def test_json_holds_both_probabilities_whatever_is_asked(analyze):
    assert analyze("京都へ行く", "--json", "--raw") == analyze("京都へ行く", "--json")


def test_text_output_holds_the_scores(analyze, analyzer):
    analysis = analyzer.analyze("京都へ行く", method="output_max")
    rows = analyze("京都へ行く", "--method", "output_max").out.splitlines()[3:]
    expected = [
        [
            token.piece,
            f"{analysis.attribution.token_scores[index]:.6f}",
            f"{analysis.ranking.rank[index]:.1f}",
            f"{analysis.ranking.normalized[index]:.6f}",
            str(bool(analysis.ranking.attention[index])),
        ]
        for index, token in enumerate(analysis.prediction.tokenized.tokens)
    ]
    assert [row.split() for row in rows] == expected


def test_true_label_stands_beside_the_prediction(analyze, analyzer):
    prediction = analyzer.analyze("京都へ行く").prediction
    for label in analyzer.labels:
        sign = "==" if label == prediction.label else "!="
        assert analyze("京都へ行く", "--label", label).out.splitlines()[1] == (
            f"label: (L){label} {sign} (P){prediction.label}({prediction.confidence:.2f})"
        )


def test_file_gives_one_object_a_line_in_order(analyze, tmp_path):
    path = tmp_path / "texts.txt"
    texts = ["京都へ行く", LONG, "ラーメン。", "京都へ行く", "a\u2028b"]
    path.write_text("\ufeff" + texts[0] + "\r\n" + "\n".join(texts[1:]) + "\n", encoding="utf-8")
    result = analyze("--file", path, "--json")
    assert (result.code, result.err) == (0, "")
    rows = [json.loads(line) for line in result.out.removesuffix("\n").split("\n")]
    assert [row["text"] for row in rows] == texts
    assert rows[0] == rows[3] != rows[2]


@pytest.mark.parametrize(
    ("language", "note"),
    [("C", "Skipped 4 blank lines."), ("ja_JP.UTF-8", "空の行を 4 行とばしました。")],
)
def test_blank_lines_are_skipped_and_told(analyze, monkeypatch, tmp_path, language, note):
    monkeypatch.setenv("LC_ALL", language)
    path = tmp_path / "texts.txt"
    path.write_text("\n京都\n　\n\u200b\n \t\n行く", encoding="utf-8")
    result = analyze("--file", path, "--json")
    assert result.code == 0
    assert [row["text"] for row in read_json_lines(result.out)] == ["京都", "行く"]
    assert result.err == note + "\n"


@pytest.mark.parametrize("content", ["", "\n", "　\n\u200b\n"])
def test_file_of_blank_lines_is_told_in_one_sentence(analyze, tmp_path, content):
    path = tmp_path / "texts.txt"
    path.write_text(content, encoding="utf-8")
    assert_one_sentence(analyze("--file", path), EmptyTextError().sentence("en"))


def test_both_engines_print_the_same_numbers(analyze):
    rows = [
        json.loads(analyze(LONG, "--json", "--engine", engine).out) for engine in ("onnx", "keras")
    ]
    served, reference = rows
    assert list(served["probabilities"].values()) == pytest.approx(
        list(reference["probabilities"].values()), abs=1e-5
    )
    for a, b in zip(served["tokens"][:24], reference["tokens"][:24], strict=True):
        assert a["score"] == pytest.approx(b["score"], abs=1e-5)
        assert (a["piece"], a["start"], a["end"]) == (b["piece"], b["start"], b["end"])


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text", ["", "　", "\u200b"])
def test_empty_text_is_told_in_the_persons_language(analyze, monkeypatch, language, text):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8" if language == "ja" else "en_GB.UTF-8")
    assert_one_sentence(analyze(text), EmptyTextError().sentence(language))


def test_bad_choices_are_told_with_the_good_ones(analyze):
    assert_one_sentence(analyze("京都", "--method", "rollout"), "rollout", "attention, output_max")
    assert_one_sentence(
        analyze("京都", "--label", "天気"), "天気", "グルメ, 携帯電話, 京都, スポーツ"
    )
    assert_one_sentence(analyze("京都", "--engine", "torch"), "torch", "--engine")


def test_missing_files_are_named(analyze, tmp_path):
    assert_one_sentence(analyze("--file", tmp_path / "no.txt"), str(tmp_path / "no.txt"))
    assert_one_sentence(analyze("--file", tmp_path), str(tmp_path))
    assert_one_sentence(analyze("京都", "--model", tmp_path), str(tmp_path / "config.json"))


def test_file_that_is_not_utf8_is_named(analyze, tmp_path):
    path = tmp_path / "sjis.txt"
    path.write_bytes("京都".encode("shift_jis"))
    assert_one_sentence(analyze("--file", path), str(path), "UTF-8")


def test_text_or_file_but_not_both(analyze, tmp_path):
    assert_one_sentence(analyze(), "TEXT --file")
    assert_one_sentence(analyze("京都", "--file", tmp_path / "a.txt"), "--file")


def test_target_says_which_label_is_explained(analyze, analyzer):
    other = min(analyzer.labels, key=lambda label: label == analyzer.predict(["京都"])[0].label)
    words = ("京都へ行く", "--method", "leave_one_out", "--target", other, "--json")
    (got,) = read_json_lines(analyze(*words).out)
    wanted = analyzer.analyze("京都へ行く", method="leave_one_out", target=other)
    assert got["target"] == other
    assert [row["score"] for row in got["tokens"]] == pytest.approx(
        wanted.attribution.token_scores.tolist()
    )
    assert_one_sentence(analyze("京都", "--target", "天気"), "天気", "グルメ, 携帯電話")


def test_export_writes_what_is_asked_for_and_says_its_size(analyze, analyzer, tmp_path):
    words = ("京都へ行く", "--method", "leave_one_out", "--target", "スポーツ", "--unit", "word")
    explanation = analyzer.explain(
        "京都へ行く", methods=["leave_one_out"], target="スポーツ", unit="word"
    )
    scores = explanation.results["leave_one_out"].unit_scores
    for name in ("out.html", "out.svg", "out.PNG"):
        path = tmp_path / name
        result = analyze(*words, "--export", path)
        content = path.read_bytes()
        assert (result.code, result.err) == (0, f"Wrote {path} ({len(content) / 1000:,.0f} kB).\n")
        assert "label: (P)" in result.out
        if name == "out.PNG":
            assert content.startswith(b"\x89PNG")
            continue
        text = content.decode()
        for score in scores:
            assert f" {signed_number(score, digits=4)} (rank " in text
        assert "スポーツ" in text
        assert analyzer.bundle.sha256[:12] in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.PNG", "out.html", "out.svg"]


def test_what_cannot_be_exported_is_told_and_nothing_is_written(analyze, tmp_path):
    texts = tmp_path / "texts.txt"
    texts.write_text("京都\n行く\n", encoding="utf-8")
    wrong = tmp_path / "out.pdf"
    assert_one_sentence(analyze("京都", "--export", wrong), ".html, .svg, .png", str(wrong))
    assert_one_sentence(analyze("京都", "--export", texts / "out.svg"), str(texts))
    folder = tmp_path / "folder.svg"
    folder.mkdir()
    assert_one_sentence(analyze("京都", "--export", folder), str(folder))
    assert_one_sentence(
        analyze("--file", texts, "--export", tmp_path / "out.html"),
        ExportOneTextError(received=2).sentence("en"),
    )
    assert_one_sentence(analyze("京都", "--unit", "word"), "--unit", "--export")
    assert_one_sentence(analyze("京都", "--unit", "verse", "--export", "a.svg"), "verse")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.svg", "texts.txt"]
