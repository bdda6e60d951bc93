"""The model card says what the figures are worth."""

from dataclasses import replace

from core.model_card import model_card
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


def make_card(*, model=None, data=None, report=None, sources="", **train):
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
        report=report or {"validation": ROW, "test": {**ROW, "accuracy": 0.8111}},
        sources=sources,
        command="python -m core train --out 東京",
    )


def test_figures_stand_in_the_table():
    lines = make_card().splitlines()
    assert lines[0] == "# 東京"
    assert "| validation | 0.877 | 0.832–0.919 | 0.754 | 0.333 | 1,234 |" in lines
    assert "| test | 0.811 | 0.832–0.919 | 0.754 | 0.333 | 1,234 |" in lines
    assert "always “京都”" in "\n".join(lines)


def test_part_that_was_not_measured_has_no_row():
    card = make_card(report={"test": ROW})
    assert "| validation |" not in card
    assert "| test | 0.877 |" in card


def test_network_and_training_are_told():
    card = make_card(sources="\n## Texts\n\nWikipedia\n\n")
    assert "グルメ, 携帯電話, 京都, スポーツ." in card
    assert "Embedding (16,000 × 300)" in card
    assert "Window: 16 tokens" in card
    assert "`python -m core train --out 東京`" in card
    assert "split: grouped, train 3,345, validation 420, test 421 sentences" in card
    assert "Learnt from: train. Epoch chosen on: validation." in card
    assert card.endswith("\n\n## Texts\n\nWikipedia\n")


def test_fair_figures_carry_no_warning():
    card = make_card()
    assert "The test part was read once, after the training." in card
    for words in ("Too good", "topic tags", "both sides of this split"):
        assert words not in card


def test_epoch_chosen_on_the_test_part_is_called_too_good():
    card = make_card(select_on="test", train_on=("train", "validation"), report={"test": ROW})
    assert "**Too good.** The epoch was chosen by its accuracy on this very part" in card
    assert "Learnt from: train and validation. Epoch chosen on: test." in card
    assert "read once" not in card


def test_kept_tags_and_a_random_split_are_told():
    assert "carries its label" in make_card(keep_tags=True)
    assert "both sides of this split" in make_card(data={"protocol": "random"})


def test_padding_is_told():
    assert "never seen (masked)" in make_card()
    assert "attention leaks into it" in make_card(model=make_model_config(masked=False))
