"""`evaluate --protocol`: the figures of the folds, and what is stored and written of them."""

import csv
import json
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from math import log

import numpy as np
import pytest

from core.analyzer import Analyzer
from core.checks import protocols
from core.data.dataset import Split, read_dataset, write_dataset
from core.data.splits import split_examples
from core.model.bundle import CARD_FILE
from core.paths import ROOT
from core.stats.baselines import LinearBaseline
from core.stats.evaluate import accuracy_interval
from core.types import Example
from tests.checks.own_process import OwnProcess
from tests.run_main import Result, assert_one_sentence, run_main

pytestmark = pytest.mark.slow

KEYS = {"accuracy", "low", "high", "macro_f1", "linear_baseline", "majority_baseline"}
KEYS |= {"folds", "num_examples", "command", "minutes"}
PER_ARTICLE = 4


@pytest.fixture(scope="module")
def articles(samples):
    """48 articles of four samples each, 12 of every label."""
    ordered = sorted(samples, key=lambda sample: sample.label)
    return [
        replace(sample, group=f"記事{row // PER_ARTICLE:02}") for row, sample in enumerate(ordered)
    ]


@pytest.fixture(scope="module")
def articles_dataset(tmp_path_factory, articles):
    folder = tmp_path_factory.mktemp("articles")
    write_dataset(folder, split_examples(articles, protocol="grouped", seed=0), {})
    return folder


def ten_folds(examples, recipe, *, protocol, workers, on_fold):
    """Answers that are known: one sentence of every second article is wrong.

    The right label gets 0.85 (raw 0.97), or else the label after it. The linear baseline is right
    about two sentences of four, but twice as sure of the others.
    """
    assert protocol in ("random", "grouped")
    labels = recipe.model.labels
    for done in range(10):
        on_fold(done + 1, 10)
    seen = Counter()
    probabilities, raw_probabilities, linear_scores = (
        np.full((len(examples), len(labels)), low) for low in (0.05, 0.01, 0.0)
    )
    for row, example in enumerate(examples):
        number = seen[example.group]
        seen[example.group] += 1
        true = labels.index(example.label)
        after = (true + 1) % len(labels)
        wrong = int(example.group[-2:]) % 2 == 0 and number == 0
        probabilities[row, after if wrong else true] = 0.85
        raw_probabilities[row, after if wrong else true] = 0.97
        linear_scores[row, after if number < 2 else true] = 2.0 if number < 2 else 1.0
    return protocols.Answers(
        examples=tuple(examples),
        probabilities=probabilities,
        raw_probabilities=raw_probabilities,
        linear_scores=linear_scores,
        majority=("京都",) * len(examples),
    )


@pytest.fixture
def asked(monkeypatch):
    """What the command hands to `cross_validate`, which trains nothing."""
    calls = []

    def note(examples, recipe, **options):
        calls.append({**options, "examples": examples, "recipe": recipe})
        return ten_folds(examples, recipe, **options)

    monkeypatch.setattr("core.checks.protocols.cross_validate", note)
    return calls


@pytest.fixture
def measure(capsys, monkeypatch, articles_dataset, model_copy, embeddings_folder):
    """`evaluate --protocol …` of the copied model on the articles."""
    monkeypatch.setenv("LC_ALL", "C")
    words = ("evaluate", "--model", model_copy, "--data", articles_dataset)
    words = (*words, "--embeddings", embeddings_folder, "--protocol")
    return lambda *more: run_main(capsys, *words, *more)


def stored_protocols(folder):
    return json.loads((folder / "report.json").read_text(encoding="utf-8")).get("protocols")


def test_a_protocol_prints_its_figures_and_both_baselines(measure, asked, articles):
    right = np.array([int(a.group[-2:]) % 2 == 1 or row % 4 > 0 for row, a in enumerate(articles)])
    low, high = accuracy_interval(right, [article.group for article in articles])
    nll_before, nll_after = (
        -(0.875 * log(top) + 0.125 * log(rest)) for top, rest in ((0.97, 0.01), (0.85, 0.05))
    )
    # Right: (1 - top)² + 3 · rest²; wrong: top² + (1 - rest)² + 2 · rest².
    brier_before, brier_after = (
        0.875 * ((1 - top) ** 2 + 3 * rest**2) + 0.125 * (top**2 + (1 - rest) ** 2 + 2 * rest**2)
        for top, rest in ((0.97, 0.01), (0.85, 0.05))
    )
    result = measure("grouped")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "protocol: grouped, 192 examples, 10 folds, 0.0 minutes",
        f"accuracy: 0.8750 (95 % interval {low:.4f}–{high:.4f}), macro F1 0.8750",
        "baseline: linear character n-grams 0.5000, majority 0.2500",
        f"calibration: ECE 0.0950 → 0.0250, NLL {nll_before:.4f} → {nll_after:.4f}, "
        f"Brier {brier_before:.4f} → {brier_after:.4f} (raw → calibrated)",
        "confusion (rows true, columns predicted: グルメ, スポーツ, 京都, 携帯電話)",
        "     42     6     0     0  グルメ",
        "      0    42     6     0  スポーツ",
        "      0     0    42     6  京都",
        "      6     0     0    42  携帯電話",
    ]
    assert low < 0.875 < high


def test_documents_has_one_answer_per_article_of_the_same_folds(measure, asked):
    records = json.loads(measure("grouped", "documents", "--json").out)["protocols"]
    assert list(records) == ["grouped", "documents"]
    assert len(asked) == 1
    documents = records["documents"]
    assert (documents["num_examples"], documents["folds"]) == (48, 10)
    # Three sentences of four are right everywhere; the surer half of the linear one is wrong.
    assert (records["grouped"]["accuracy"], documents["accuracy"]) == (0.875, 1.0)
    assert (records["grouped"]["linear_baseline"], documents["linear_baseline"]) == (0.5, 0.0)
    assert documents["confusion"] == (12 * np.eye(4, dtype=int)).tolist()


def test_documents_alone_trains_the_grouped_folds(measure, asked):
    result = measure("documents")
    assert [call["protocol"] for call in asked] == ["grouped"]
    assert result.out.startswith("protocol: documents, 48 examples, 10 folds, ")
    assert "protocol: grouped" not in result.out


def test_the_recipe_is_the_models_and_asked_about_the_whole_dataset(
    measure, asked, articles, tiny_default, embeddings_folder
):
    measure("random", "--embeddings", embeddings_folder, "--workers", 3)
    (call,) = asked
    assert (call["protocol"], call["workers"]) == ("random", 3)
    assert call["recipe"] == protocols.Recipe(
        model=tiny_default.bundle.model,
        train=tiny_default.bundle.train,
        embeddings=embeddings_folder,
        encoder=None,  # the tiny model was trained without
    )
    assert sorted(map(repr, call["examples"])) == sorted(map(repr, articles))


def test_stored_figures_lie_in_a_folder_that_still_loads(measure, asked, model_copy):
    before = Analyzer.load(model_copy)
    printed = json.loads(measure("documents", "grouped", "--store", "--json").out)["protocols"]
    after = Analyzer.load(model_copy)
    assert after.report.content == {**before.report.content, "protocols": printed}
    assert list(after.report.protocols) == ["grouped", "documents"]
    for record in printed.values():
        assert set(record) >= KEYS
        assert record["command"].endswith("--protocol documents grouped --store --json")
    assert after.bundle.sha256 != before.bundle.sha256
    card = (model_copy / CARD_FILE).read_text(encoding="utf-8")
    assert "| documents | 1.000 | 0.926–1.000 | 1.000 | 0.000 | 0.250 |" in card


def test_stored_figures_give_way_to_newer_ones_and_others_stay(measure, asked, model_copy):
    measure("grouped", "--store")
    measure("random", "--store", "--json")
    measure("grouped", "--store", "--workers", 1)
    commands = {name: row["command"] for name, row in stored_protocols(model_copy).items()}
    assert list(commands) == ["random", "grouped"]
    assert commands["random"].endswith("random --store --json")
    assert commands["grouped"].endswith("grouped --store --workers 1")


def test_nothing_is_stored_unasked(measure, asked, model_copy, tiny_default):
    measure("grouped")
    assert Analyzer.load(model_copy).bundle.sha256 == tiny_default.bundle.sha256


@pytest.fixture
def topics(tmp_path, tiny_default):
    """Three sentences: the model answers two of them as their label says, one not."""
    texts = ["京都へ行く", "ラーメンを食べた。", "電話を買った。"]
    labels = [prediction.label for prediction in tiny_default.predict(texts)]
    labels[2] = next(label for label in tiny_default.labels if label != labels[2])
    path = tmp_path / "topics.csv"
    rows = [f"{text},{label}\n" for text, label in zip(texts, labels, strict=True)]
    path.write_text("feature,label\n" + "".join(rows), encoding="utf-8")
    return path


def read_topics(path):
    return [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def test_topics_today_asks_the_model_itself(measure, asked, topics, articles_dataset, tiny_default):
    result = measure("topics_today", "--topics", topics, "--json")
    record = json.loads(result.out)["protocols"]["topics_today"]
    assert asked == []
    assert (record["folds"], record["num_examples"]) == (1, 3)
    assert record["accuracy"] == pytest.approx(2 / 3)
    split = read_dataset(articles_dataset)
    baseline = LinearBaseline(split.train + split.validation, tiny_default.labels)
    texts, labels = zip(*read_topics(topics), strict=True)
    linear = [tiny_default.labels[row.argmax()] for row in baseline.scores(texts)]
    agree = [one == other for one, other in zip(linear, labels, strict=True)]
    assert record["linear_baseline"] == pytest.approx(np.mean(agree))
    raw = [prediction.raw_probabilities for prediction in tiny_default.predict(texts)]
    true = [tiny_default.labels.index(label) for label in labels]
    nll = -np.mean([np.log(row[index]) for row, index in zip(raw, true, strict=True)])
    assert record["nll_before"] == pytest.approx(nll, rel=1e-5)


def test_answers_are_one_row_per_sentence(measure, asked, topics, tmp_path, tiny_default):
    path = tmp_path / "answers.csv"
    measure("documents", "grouped", "topics_today", "--topics", topics, "--answers", path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "protocol",
        "group",
        "text",
        "label",
        "predicted",
        *tiny_default.labels,
    ]
    assert Counter(row["protocol"] for row in rows) == {"grouped": 192, "topics_today": 3}
    wrong = [row for row in rows[:192] if row["label"] != row["predicted"]]
    assert len(wrong) == 24
    assert {wrong[0][wrong[0]["predicted"]], wrong[0][wrong[0]["label"]]} == {"0.8500", "0.0500"}
    assert {int(row["group"][-2:]) % 2 for row in wrong} == {0}
    assert [[row["text"], row["label"]] for row in rows[192:]] == read_topics(topics)
    predictions = tiny_default.predict([row["text"] for row in rows[192:]])
    for row, prediction in zip(rows[192:], predictions, strict=True):
        assert row["predicted"] == prediction.label
        shares = [f"{share:.4f}" for share in prediction.probabilities]
        assert [row[label] for label in tiny_default.labels] == shares


def test_bad_protocols_and_files_are_told_in_one_sentence(measure, asked, tmp_path):
    assert_one_sentence(measure("sometimes"), "--protocol", "sometimes", "topics_today")
    assert_one_sentence(measure(), "--protocol")
    assert_one_sentence(measure("grouped", "--workers", 0), "--workers", "received: 0")
    nowhere = tmp_path / "nowhere"
    assert_one_sentence(measure("topics_today", "--topics", nowhere), str(nowhere))
    assert_one_sentence(measure("grouped", "--data", nowhere), str(nowhere))
    assert_one_sentence(measure("grouped", "--model", nowhere), str(nowhere))
    assert asked == []


def test_a_label_that_the_model_does_not_know_is_told(measure, tmp_path, articles):
    path = tmp_path / "strange.csv"
    path.write_text("feature,label\n晴れ,天気\n", encoding="utf-8")
    assert_one_sentence(measure("topics_today", "--topics", path), "天気", "グルメ")
    strange = (*articles, Example(text="晴れ", label="天気", group="記事99"))
    write_dataset(tmp_path / "d", Split(train=strange, validation=strange, test=strange), {})
    assert_one_sentence(measure("grouped", "--data", tmp_path / "d"), "天気", "グルメ")


def test_topics_without_a_sentence_are_told(measure, tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("feature,label\n", encoding="utf-8")
    assert_one_sentence(measure("topics_today", "--topics", path), str(path))


def test_too_few_articles_for_ten_folds_are_told(measure, tmp_path, articles):
    few = tuple(articles[::32])
    write_dataset(tmp_path / "few", Split(train=few[:4], validation=few[4:5], test=few[5:]), {})
    assert_one_sentence(measure("grouped", "--data", tmp_path / "few"))


def test_answers_that_cannot_be_written_are_told_before_the_training(measure, asked, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    path = tmp_path / "file" / "answers.csv"
    assert_one_sentence(measure("grouped", "--answers", path), str(path))
    assert asked == []


def test_what_the_folds_cannot_read_is_told_in_one_sentence(
    measure, monkeypatch, tmp_path, embeddings_folder
):
    # That an error comes whole from another process is tested in test_errors.
    monkeypatch.setattr(protocols, "ProcessPoolExecutor", OwnProcess)
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    shutil.copy(embeddings_folder / "embeddings.json", nowhere)
    result = measure("grouped", "--workers", 1, "--embeddings", nowhere)
    assert_one_sentence(result, str(nowhere / "tokenizer.model"))


def test_a_recipe_is_measured_with_its_own_embeddings_only(measure, asked):
    result = measure("grouped", "--embeddings", ROOT / "models" / "embeddings")
    assert_one_sentence(result, str(ROOT / "models" / "embeddings"))
    assert asked == []


def test_a_process_of_its_own_says_its_one_sentence_and_nothing_of_tensorflows(
    tmp_path, articles_dataset
):
    words = ("evaluate", "--data", articles_dataset, "--protocol", "topics_today", "--topics")
    done = subprocess.run(
        [sys.executable, "-m", "core", *map(str, words), tmp_path / "nowhere"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    result = Result(code=done.returncode, out=done.stdout, err=done.stderr)
    assert_one_sentence(result, str(tmp_path / "nowhere"))
