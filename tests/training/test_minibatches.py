"""Minibatches: every text once, with its own label, at the right length, in the promised order."""

import numpy as np
import pytest

from core.training.minibatches import Minibatches
from core.types import PAD_ID
from tests.fakes import make_model_config
from tests.small_network import random_texts

pytestmark = pytest.mark.slow

SIZES = [3, 11, 1, 7, 5, 2, 9, 4, 8, 6]
LABEL_IDS = [0, 1, 2, 3, 0, 1, 2, 3, 0, 1]


def make_batches(
    *,
    sizes=SIZES,
    fixed_length=False,
    shuffle=False,
    seed=0,
    window=8,
    batch_size=3,
    draw_texts=None,
):
    return Minibatches(
        random_texts(make_model_config(), *sizes),
        [LABEL_IDS[row % 10] for row in range(len(sizes))],
        num_labels=4,
        batch_size=batch_size,
        sequence_length=window,
        fixed_length=fixed_length,
        shuffle=shuffle,
        seed=seed,
        draw_texts=draw_texts,
    )


def sizes_of(batch):
    return [int(row) for row in (batch[0] != PAD_ID).sum(axis=1)]


def test_fixed_length_keeps_the_given_order_and_the_whole_window():
    batches = make_batches(fixed_length=True)
    texts = random_texts(make_model_config(), *SIZES)
    assert len(batches) == 4
    row = 0
    for index in range(4):
        token_ids, targets = batches[index]
        assert token_ids.dtype == np.int32
        assert token_ids.shape[1] == 8
        for ids, target in zip(token_ids, targets, strict=True):
            kept = [token.id for token in texts[row].tokens[:8]]
            assert ids.tolist() == [PAD_ID] * (8 - len(kept)) + kept
            assert target.tolist() == np.eye(4)[LABEL_IDS[row]].tolist()
            row += 1
    assert row == 10


def test_texts_of_about_the_same_length_share_a_batch_that_is_just_long_enough():
    batches = make_batches()
    assert [sizes_of(batches[index]) for index in range(4)] == [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 8],
        [8],
    ]
    assert [batches[index][0].shape[1] for index in range(4)] == [3, 6, 8, 8]


def test_sorting_does_not_part_a_text_from_its_label():
    batches = make_batches(window=16)
    label_of = dict(zip(SIZES, LABEL_IDS, strict=True))
    for index in range(4):
        targets = batches[index][1].argmax(axis=1).tolist()
        assert targets == [label_of[size] for size in sizes_of(batches[index])]


def test_texts_of_one_length_keep_their_order():
    sizes = [5, 3] * 50
    batches = make_batches(sizes=sizes, batch_size=50)
    texts = random_texts(make_model_config(), *sizes)
    for index, of_one_length in enumerate((texts[1::2], texts[::2])):
        ids = [[token.id for token in text.tokens] for text in of_one_length]
        assert batches[index][0].tolist() == ids


def test_every_epoch_draws_anew_and_uses_every_text_once():
    batches = make_batches(sizes=range(1, 41), shuffle=True, window=64, batch_size=4)
    epochs = []
    for _ in range(2):
        epochs.append([size for index in range(len(batches)) for size in sizes_of(batches[index])])
        batches.on_epoch_end()
    assert sorted(epochs[0]) == sorted(epochs[1]) == list(range(1, 41))
    assert epochs[0] != epochs[1]


def test_without_shuffling_every_epoch_is_the_same():
    batches = make_batches()
    first = [batches[index][0].tolist() for index in range(4)]
    batches.on_epoch_end()
    assert [batches[index][0].tolist() for index in range(4)] == first


def test_seed_decides_the_order():
    drawn = [
        [sizes_of(batches[index]) for index in range(len(batches))]
        for batches in (make_batches(shuffle=True, seed=seed) for seed in (0, 0, 1))
    ]
    assert drawn[0] == drawn[1] != drawn[2]


def test_texts_are_draw_texts_for_every_epoch_but_the_first():
    # The texts are cut into more and more tokens; their labels stay.
    sizes = [[size + 10 * epoch for size in SIZES] for epoch in range(3)]
    left = iter(sizes[1:])
    batches = make_batches(
        window=64, draw_texts=lambda: random_texts(make_model_config(), *next(left))
    )
    for epoch in range(3):
        label_of = dict(zip(sizes[epoch], LABEL_IDS, strict=True))
        seen = {}
        for index in range(len(batches)):
            token_ids, targets = batches[index]
            assert token_ids.shape[1] == max(sizes_of(batches[index]))
            seen |= dict(zip(sizes_of(batches[index]), targets.argmax(axis=1), strict=True))
        assert seen == label_of
        if epoch < 2:
            batches.on_epoch_end()


def test_texts_of_an_epoch_do_not_change_while_it_lasts():
    calls = []

    def draw_texts():
        calls.append(1)
        return random_texts(make_model_config(), *SIZES)

    batches = make_batches(draw_texts=draw_texts)
    for _ in range(2):
        for index in range(len(batches)):
            batches[index]
    assert calls == []
    batches.on_epoch_end()
    assert calls == [1]
