"""`checks attention`: the table of what was measured, in the model folder where that is asked."""

import json

import numpy as np
import pytest

from core.checks.attention import Outcome
from core.data.dataset import Split, prepare_split, read_dataset, write_dataset
from core.files import read_json, write_json
from core.model.bundle import CARD_FILE, CONFIG_FILE, load_bundle
from core.paths import ROOT
from core.types import Example
from tests.run_main import assert_one_sentence, run_main

pytestmark = pytest.mark.slow

# Out of the test part of every variant, so many are right with the first seed; one less with
# every further one.
NUM_RIGHT = {"learned": 15, "uniform": 12, "none": 13, "unmasked": 15, "pretrained": 18}


@pytest.fixture
def asked(monkeypatch):
    """What the command hands to `train_variants`, which trains nothing."""
    calls = []

    def note(split, recipes, *, seeds, workers, on_network):
        calls.append((split, recipes, seeds, workers))
        outcomes = {name: [] for name in recipes}
        for number, seed in enumerate(seeds):
            for name in recipes:
                right = np.arange(len(split.test)) < NUM_RIGHT[name] - number
                outcomes[name].append(Outcome(right=right, seconds=60.25))
                on_network(name, seed, outcomes[name][-1])
        return outcomes

    monkeypatch.setattr("core.checks.attention.train_variants", note)
    return calls


@pytest.fixture
def check(capsys, monkeypatch, samples_dataset, model_copy, embeddings_folder):
    """`checks attention` of the copied model on the samples."""
    monkeypatch.setenv("LC_ALL", "C")
    words = ("checks", "attention", "--model", model_copy, "--data", samples_dataset)
    return lambda *more: run_main(capsys, *words, "--embeddings", embeddings_folder, *more)


def test_the_table_holds_every_variant_and_its_difference(check, asked):
    result = check("--seeds", 0, 1)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:2] == ["learned, seed 0: 0.7500 (60 s)", "uniform, seed 0: 0.6000 (60 s)"]
    assert lines[7] == "unmasked, seed 1: 0.7000 (60 s)"
    assert lines[8:10] == [
        "data:     test, 20 sentences, split random",
        "baseline: 0.2500 (always グルメ)",
    ]
    assert lines[10].split() == ["attention", "accuracy", "minus", "learned", "seeds", "0,", "1"]
    row = json.loads(check("--seeds", 0, 1, "--json").out)["variants"]["uniform"]
    low, high, below, above = (
        row[name] for name in ("low", "high", "difference_low", "difference_high")
    )
    assert low < 0.575 < high
    assert lines[12] == (
        f"uniform     0.5750 ({low:.4f}–{high:.4f})  -0.1500 ({below:+.4f}–{above:+.4f})  "
        "0.6000, 0.5500"
    )
    assert [line.split()[0] for line in lines[11:]] == ["learned", "uniform", "none", "unmasked"]


def test_the_recipe_and_the_split_are_the_models(
    check, asked, tiny_default, samples_dataset, embeddings_folder
):
    check("--seeds", 4, "--workers", 3)
    ((split, recipes, seeds, workers),) = asked
    assert split == prepare_split(read_dataset(samples_dataset), keep_tags=False)
    assert (seeds, workers) == ([4], 3)
    learned = recipes["learned"]
    assert (learned.model, learned.train) == (tiny_default.bundle.model, tiny_default.bundle.train)
    assert (learned.embeddings, learned.encoder) == (embeddings_folder, None)


def give_encoder(folder, encoder_folder):
    """Let the model's record say that it was trained from the pretrained layers."""
    content = read_json(folder / CONFIG_FILE)
    record = read_json(encoder_folder / "encoder.json")
    write_json(folder / CONFIG_FILE, {**content, "encoder": record})


def test_pretrained_layers_have_a_row_of_their_own_or_none(
    check, asked, model_copy, encoder_folder
):
    give_encoder(model_copy, encoder_folder)
    check("--encoder", encoder_folder)
    check("--encoder", encoder_folder, "--no-encoder")
    encoders = [{name: r.encoder for name, r in recipes.items()} for _, recipes, _, _ in asked]
    assert encoders[0].pop("pretrained") == encoder_folder
    assert encoders == [dict.fromkeys(("learned", "uniform", "none", "unmasked"))] * 2


def test_json_is_one_object_of_the_record(check, asked):
    record = json.loads(check("--json").out)
    assert (record["schema"], record["seeds"], record["num_examples"]) == (1, [0, 1, 2], 20)
    assert record["variants"]["none"]["accuracies"] == [0.65, 0.6, 0.55]
    assert record["variants"]["none"]["difference"] == pytest.approx(-0.1)
    assert record["variants"]["none"]["seconds"] == 60.2
    assert record["command"].endswith("--json")


def test_stored_figures_lie_in_a_folder_that_is_whole(check, asked, model_copy):
    before = read_json(model_copy / "report.json")
    record = json.loads(check("--store", "--json").out)
    load_bundle(model_copy)
    assert read_json(model_copy / "report.json") == {**before, "checks": {"attention": record}}
    card = (model_copy / CARD_FILE).read_text(encoding="utf-8")
    assert "| uniform | 0.550 |" in card


def test_nothing_is_stored_unasked(check, asked, model_copy, tiny_default):
    check()
    assert load_bundle(model_copy).sha256 == tiny_default.bundle.sha256


def test_bad_words_are_told_in_one_sentence(capsys, monkeypatch, check, asked):
    monkeypatch.setenv("LC_ALL", "C")
    assert_one_sentence(run_main(capsys, "checks"), "CHECK", "--help")
    assert_one_sentence(run_main(capsys, "checks", "colour"), "colour", "attention")
    assert_one_sentence(check("--seeds"), "--seeds")
    assert_one_sentence(check("--seeds", -1), "--seeds", "received: -1")
    assert_one_sentence(check("--workers", 0), "--workers", "received: 0")
    assert asked == []


def test_bad_folders_are_told_before_the_training(check, asked, tmp_path, monkeypatch):
    nowhere = tmp_path / "nowhere"
    for option in ("--model", "--data", "--embeddings"):
        assert_one_sentence(check(option, nowhere), str(nowhere))
    assert_one_sentence(
        check("--embeddings", ROOT / "models" / "embeddings"), "is not what", "models/embeddings"
    )

    def refuse(**options):
        raise PermissionError

    monkeypatch.setattr("core.files.tempfile.TemporaryFile", refuse)
    assert_one_sentence(check("--store"), "cannot be written")
    assert asked == []


def test_sentences_that_cannot_be_asked_are_told(check, asked, tmp_path, samples):
    write_dataset(tmp_path / "empty", Split(train=samples, validation=samples, test=()), {})
    assert_one_sentence(check("--data", tmp_path / "empty"), "Too few examples", "'test': 0")
    strange = (Example(text="晴れ", label="天気", group=""),)
    write_dataset(tmp_path / "d", Split(train=samples, validation=samples, test=strange), {})
    assert_one_sentence(check("--data", tmp_path / "d"), "天気", "グルメ")
    assert asked == []
