"""The model card says what the figures are worth, and takes new ones without losing others."""

import json
import shutil
from dataclasses import replace

import pytest

from core.errors import FileChangedError
from core.model.bundle import BUNDLE_FILES, CARD_FILE, REPORT_FILE, load_bundle
from core.model.report import ModelReport
from core.training.model_card import model_card, store_checks, store_part, store_protocols
from tests.fakes import make_model_config, make_train_config

ROW = {
    "accuracy": 0.87654,
    "low": 0.8321,
    "high": 0.9188,
    "macro_f1": 0.75432,
    "majority_label": "京都",
    "majority_baseline": 0.33333,
    "num_examples": 1234,
}
CALIBRATION = {
    "temperature": 1.23456,
    "ece_before": 0.09876,
    "ece_after": 0.01234,
    "nll_before": 0.87654,
    "nll_after": 0.7654,
    "brier_before": 0.45678,
    "brier_after": 0.42345,
}
UNCALIBRATED = {
    "temperature": 1.0,
    "ece_before": 0.09876,
    "ece_after": 0.09876,
    "nll_before": 0.8765,
    "nll_after": 0.8765,
}
# What `python -m core evaluate --protocol` measures.
PROTOCOL = {
    **ROW,
    "accuracy": 0.91234,
    "linear_baseline": 0.67891,
    "ece_before": 0.05,
    "ece_after": 0.02468,
    "nll_before": 0.5,
    "nll_after": 0.4,
    "labels": ["京都"],
    "confusion": [[1]],
    "folds": 10,
    "command": "python -m core evaluate --protocol grouped --store",
    "minutes": 21.5,
}
# What `python -m core checks attention` measures.
VARIANT = {
    "accuracies": [0.71111, 0.72222],
    "accuracy": 0.71666,
    "low": 0.6543,
    "high": 0.7654,
    "difference": 0.0,
    "difference_low": 0.0,
    "difference_high": 0.0,
    "seconds": 300.1,
}
ATTENTION = {
    "schema": 1,
    "protocol": "grouped",
    "seeds": [3, 7],
    "num_examples": 1406,
    "majority_baseline": 0.36911,
    "majority_label": "京都",
    "variants": {
        "learned": VARIANT,
        "none": {
            **VARIANT,
            "accuracy": 0.70555,
            "difference": -0.01111,
            "difference_low": -0.0449,
            "difference_high": 0.0222,
        },
    },
    "command": "python -m core checks attention --store",
    "minutes": 54.3,
}


def make_card(*, model=None, data=None, report=None, encoder=None, **train):
    return model_card(
        name="東京",
        model=model or make_model_config(vocabulary_size=16_000, embedding_dim=300),
        train=replace(make_train_config(), **train),
        data={
            "source": "KNB corpus 1.0",
            "protocol": "grouped",
            "counts": {"train": 3345, "validation": 420, "test": 421},
            **(data or {}),
        },
        report=ModelReport(
            content=report
            or {
                "validation": ROW,
                "test": {**ROW, "accuracy": 0.8111},
                "calibration": CALIBRATION,
            }
        ),
        encoder=encoder or {},
        command="python -m core train --out 東京",
    )


def test_figures_stand_in_the_table():
    lines = make_card().splitlines()
    assert lines[0] == "# 東京"
    assert "| validation | 0.877 | 0.832–0.919 | 0.754 | 0.333 | 1,234 |" in lines
    assert "| test | 0.811 | 0.832–0.919 | 0.754 | 0.333 | 1,234 |" in lines
    assert "always “京都”" in "\n".join(lines)


def test_part_that_was_not_measured_has_no_row():
    card = make_card(report={"test": ROW, "calibration": CALIBRATION})
    assert "| validation |" not in card
    assert "| test | 0.877 |" in card


def test_network_and_training_are_told():
    card = make_card()
    assert "グルメ, 携帯電話, 京都, スポーツ." in card
    assert "Embedding (16,000 × 300)" in card
    assert "Window: 16 tokens" in card
    assert "`python -m core train --out 東京`" in card
    assert "split: grouped, train 3,345, validation 420, test 421 sentences" in card
    assert "Learnt from: train. Epoch chosen on: validation." in card
    assert card.endswith("[SOURCES.md](SOURCES.md).\n")


def test_fair_figures_carry_no_warning():
    card = make_card()
    assert "The test part was read once, after the training." in card
    for words in ("Too good", "topic tags", "both sides of this split"):
        assert words not in card


def test_epoch_chosen_on_the_test_part_is_called_too_good():
    card = make_card(
        select_on="test",
        train_on=("train", "validation"),
        report={"test": ROW, "calibration": CALIBRATION},
    )
    assert "**Too good.** The epoch was chosen by its accuracy on this very part" in card
    assert "Learnt from: train and validation. Epoch chosen on: test." in card
    assert "read once" not in card


def test_kept_tags_and_a_random_split_are_told():
    assert "carries its label" in make_card(keep_tags=True)
    assert "both sides of this split" in make_card(data={"protocol": "random"})


def test_padding_is_told():
    assert "never seen (masked)" in make_card()
    assert "attention leaks into it" in make_card(model=make_model_config(masked=False))


def test_pooling_is_told():
    assert "LSTM (4) → maximum over time → Dense" in make_card(
        model=make_model_config(pooling="max")
    )
    assert "LSTM (4) → Dense" in make_card(model=make_model_config(pooling="last"))


def test_pretrained_layers_are_told():
    card = make_card(encoder={"command": "python -m core pretrain", "sentences": 1_234_567})
    assert "(`python -m core pretrain`, 1,234,567 unlabelled sentences)" in card
    assert "pretrained ones" not in make_card()


def test_calibration_is_told():
    card = make_card()
    assert "the logits are divided by 1.235, fitted on the validation part" in card
    assert "from 0.099 to 0.012" in card
    assert "from 0.877 to 0.765" in card
    assert "the Brier score from 0.457 to 0.423." in card
    # A report of an older version.
    old = {name: value for name, value in CALIBRATION.items() if "brier" not in name}
    assert "0.877 to 0.765." in make_card(report={"test": ROW, "calibration": old})
    assert "not calibrated" not in card


def test_temperature_not_the_measured_error_says_whether_they_are_calibrated():
    same = {**CALIBRATION, "ece_after": CALIBRATION["ece_before"]}
    assert "not calibrated" not in make_card(report={"test": ROW, "calibration": same})
    # The same probabilities by another way of rounding.
    other = {**UNCALIBRATED, "ece_after": UNCALIBRATED["ece_before"] + 1e-9}
    assert "not calibrated" in make_card(report={"test": ROW, "calibration": other})


def test_probabilities_that_are_not_calibrated_are_called_so():
    card = make_card(report={"test": ROW, "calibration": UNCALIBRATED})
    assert "not calibrated: no sentences were left" in card
    assert "are divided by" not in card


def test_protocols_stand_in_a_table_of_their_own():
    other = {**PROTOCOL, "minutes": 3.0, "command": "python -m core evaluate --protocol random"}
    other["brier_after"] = 0.34567  # the others are of an older version
    report = {"test": ROW, "calibration": CALIBRATION}
    protocols = {"random": other, "grouped": PROTOCOL, "documents": PROTOCOL}
    lines = make_card(report={**report, "protocols": protocols}).splitlines()
    row = "| 0.912 | 0.832–0.919 | 0.754 | 0.679 | 0.333 | 0.025 | {} | 1,234 |"
    assert f"| random {row.format('0.346')} 3.0 |" in lines
    assert f"| grouped {row.format('–')} 21.5 |" in lines
    assert f"| documents {row.format('–')} 21.5 |" in lines
    # Every command once.
    commands = [line for line in lines if line.startswith("`python -m core evaluate")]
    assert commands == [f"`{other['command']}`", f"`{PROTOCOL['command']}`"]
    assert "by protocol" not in make_card(report=report)


def test_what_attention_buys_stands_in_a_table_of_its_own():
    report = {"test": ROW, "calibration": CALIBRATION}
    card = make_card(report={**report, "checks": {"attention": ATTENTION}})
    lines = card.splitlines()
    assert "seeds 3, 7, and asked about the same 1,406 test sentences (split: grouped" in card
    assert "always “京都”: 0.369" in card
    learned = "| 0.717 | 0.654–0.765 | +0.000 | +0.000 to +0.000 | 0.711, 0.722 |"
    none = "| 0.706 | 0.654–0.765 | -0.011 | -0.045 to +0.022 | 0.711, 0.722 |"
    assert f"| learned {learned}" in lines
    assert f"| none {none}" in lines
    assert "`python -m core checks attention --store` (54.3 minutes)" in lines
    assert "What attention buys" not in make_card(report=report)


@pytest.fixture
def folder(tiny_default, tmp_path):
    """A copy of a trained bundle that may be changed."""
    return shutil.copytree(tiny_default.bundle.folder, tmp_path / "copy")


def read_report(folder):
    return json.loads((folder / REPORT_FILE).read_text(encoding="utf-8"))


def test_stored_protocols_are_in_the_report_and_on_the_card(folder):
    before = read_report(folder)
    store_protocols(folder, {"grouped": PROTOCOL})
    assert read_report(folder) == {**before, "protocols": {"grouped": PROTOCOL}}
    card = (folder / CARD_FILE).read_text(encoding="utf-8")
    assert "| grouped | 0.912 |" in card
    assert f"`{PROTOCOL['command']}`" in card


def test_bundle_with_stored_protocols_is_whole_again(folder):
    before = load_bundle(folder)
    kept = {
        name: (folder / name).read_bytes()
        for name in BUNDLE_FILES
        if name not in (REPORT_FILE, CARD_FILE)
    }
    store_protocols(folder, {"grouped": PROTOCOL})
    after = load_bundle(folder)
    assert after.sha256 != before.sha256
    assert (after.model, after.train, after.temperature) == (
        before.model,
        before.train,
        before.temperature,
    )
    assert after.record == before.record
    assert {name: (folder / name).read_bytes() for name in kept} == kept


def test_card_of_stored_protocols_keeps_all_that_it_said(folder):
    before = (folder / CARD_FILE).read_text(encoding="utf-8").splitlines()
    store_protocols(folder, {"grouped": PROTOCOL})
    after = (folder / CARD_FILE).read_text(encoding="utf-8").splitlines()
    # A copied folder has another name than its config says; the card tells the config's.
    assert after[0] == before[0] == "# tiny"
    added = [line for line in after if line not in before]
    assert [line for line in before if line not in after] == []
    assert all("protocol" in line or "|" in line for line in added)


def test_later_protocols_keep_the_earlier_ones_in_one_order(folder):
    store_protocols(folder, {"topics_today": PROTOCOL, "grouped": PROTOCOL})
    newer = {**PROTOCOL, "accuracy": 0.5}
    store_protocols(folder, {"grouped": newer})
    store_protocols(folder, {"documents": PROTOCOL, "random": PROTOCOL})
    protocols = read_report(folder)["protocols"]
    assert list(protocols) == ["random", "grouped", "documents", "topics_today"]
    assert protocols == {
        "random": PROTOCOL,
        "grouped": newer,
        "documents": PROTOCOL,
        "topics_today": PROTOCOL,
    }
    card = (folder / CARD_FILE).read_text(encoding="utf-8")
    names = ["| random |", "| grouped | 0.500", "| documents |", "| topics_today |"]
    places = [card.index(name) for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize("part", ["validation", "test"])
def test_a_part_measured_anew_gives_way_to_nothing_else(folder, part):
    before = read_report(folder)
    calibration = before["calibration"]
    row = {**before[part], **CALIBRATION, "accuracy": 0.12345}
    del row["temperature"]
    store_part(folder, part, row)
    if part == "test":
        calibration = {**CALIBRATION, "temperature": calibration["temperature"]}
    assert read_report(folder) == {**before, part: row, "calibration": calibration}
    assert load_bundle(folder).name == "tiny"
    assert f"| {part} | 0.123 |" in (folder / CARD_FILE).read_text(encoding="utf-8")


def test_damaged_bundle_takes_no_protocols(folder):
    (folder / REPORT_FILE).write_text("{}")
    with pytest.raises(FileChangedError):
        store_protocols(folder, {"grouped": PROTOCOL})
    assert (folder / REPORT_FILE).read_text() == "{}"


def test_stored_checks_keep_each_other_and_the_protocols(folder):
    before = read_report(folder)
    store_checks(folder, "other", {"figure": 1})
    store_checks(folder, "attention", {**ATTENTION, "minutes": 1.0})
    store_protocols(folder, {"grouped": PROTOCOL})
    store_checks(folder, "attention", ATTENTION)
    load_bundle(folder)  # whole
    assert read_report(folder) == {
        **before,
        "protocols": {"grouped": PROTOCOL},
        "checks": {"other": {"figure": 1}, "attention": ATTENTION},
    }
    card = (folder / CARD_FILE).read_text(encoding="utf-8")
    assert "| grouped | 0.912 |" in card
    assert "(54.3 minutes)" in card
    assert "(1.0 minutes)" not in card


def test_damaged_bundle_takes_no_checks(folder):
    (folder / REPORT_FILE).write_text("{}")
    with pytest.raises(FileChangedError):
        store_checks(folder, "attention", ATTENTION)
    assert (folder / REPORT_FILE).read_text() == "{}"
