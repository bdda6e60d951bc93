"""Pretraining by hand-made word vectors: the right targets, fair batches, a loss that falls."""

import lzma
import random

import keras
import numpy as np
import pytest

from core.errors import NoSentencesError
from core.training.pretrain import (
    PretrainConfig,
    SentenceBatches,
    neighbour_means,
    pretrain,
    read_sentences,
    sentence_targets,
)
from core.training.word_vectors import WordVectors
from tests.dense_states import dense_states
from tests.fakes import make_model_config, make_word

pytestmark = pytest.mark.slow

MATRIX = np.array([[1.0, 0.0], [0.0, 1.0], [0.6, -0.8]], np.float32)


def make_vectors():
    """Every character is a word; あ, い and う have a vector."""
    return WordVectors(
        MATRIX, lambda word: "あいう".find(word), lambda text: [make_word(char) for char in text]
    )


def test_neighbours_of_each_line_by_hand():
    means = np.array([[1.0, 0.0], [3.0, 2.0], [8.0, 4.0], [0.0, 6.0]])
    assert neighbour_means(means, 1).tolist() == [[3.0, 2.0], [4.5, 2.0], [1.5, 4.0], [8.0, 4.0]]
    np.testing.assert_allclose(
        neighbour_means(means, 2), [[5.5, 3.0], [3.0, 10 / 3], [4 / 3, 8 / 3], [5.5, 3.0]]
    )


@pytest.mark.parametrize("reach", [1, 5])
def test_single_line_has_no_neighbours(reach):
    assert neighbour_means(np.array([[3.0, 4.0]]), reach).tolist() == [[0.0, 0.0]]


def test_reach_beyond_the_text_takes_all_the_others():
    means = np.array([[1.0], [3.0], [8.0]])
    assert neighbour_means(means, 99).tolist() == [[5.5], [4.5], [2.0]]


@pytest.mark.parametrize("reach", [1, 2, 3, 7])
def test_neighbours_are_those_of_a_slow_reference(reach):
    means = np.random.default_rng(0).normal(size=(6, 3))
    expected = []
    for row in range(6):
        beside = [n for n in range(row - reach, row + reach + 1) if n != row and 0 <= n < 6]
        expected.append(means[beside].mean(axis=0))
    np.testing.assert_allclose(neighbour_means(means, reach), expected, rtol=1e-5)


def test_targets_are_mean_maximum_and_neighbourhood():
    targets = sentence_targets(["あ", "あい", "ん"], make_vectors(), neighbours=1)
    assert targets.dtype == np.float16
    assert targets.tolist() == [
        [1.0, 0.0, 1.0, 0.0, 0.5, 0.5],
        [0.5, 0.5, 1.0, 1.0, 0.5, 0.0],
        [0.0, 0.0, 0.0, 0.0, 0.5, 0.5],
    ]


LINES = ["あいうえお", "い", "あああああああああ", "ううう"]


@pytest.fixture
def files(tmp_path):
    """One text file of each kind; with the ▁ in front, LINES[1] is the only short one."""
    (tmp_path / "a.txt").write_text("\n\n".join(LINES), encoding="utf-8")
    with lzma.open(tmp_path / "b.txt.xz", "wt", encoding="utf-8") as file:
        file.write("ううううい\nいいいい\n")
    return [tmp_path / "a.txt", tmp_path / "b.txt.xz"]


class CharacterTokenizer:
    """▁ and one token a character; the id is the character's code."""

    def token_ids(self, texts):
        return [[2, *map(ord, text)] for text in texts]


def ids(text):
    return [2, *map(ord, text)]


def read(files, mix=None, **changes):
    config = PretrainConfig(neighbours=1, **changes)
    token_ids, targets = read_sentences(
        files, mix or {}, CharacterTokenizer(), make_vectors(), config
    )
    return [row.tolist() for row in token_ids], targets


def test_sentences_are_read_in_order_without_the_short_ones(files):
    token_ids, targets = read(files)
    long = [LINES[0], LINES[2], LINES[3], "ううううい", "いいいい"]
    assert token_ids == [ids(text) for text in long]
    assert targets.shape == (5, 6)


def test_short_sentences_still_count_as_neighbours(files):
    _, targets = read(files)
    # Before LINES[2] stands い, after it ううう.
    expected = (MATRIX[1] + MATRIX[2]) / 2
    np.testing.assert_allclose(targets[1, 4:], expected, atol=1e-3)


def test_neighbourhood_ends_with_the_file(files):
    _, targets = read(files)
    np.testing.assert_allclose(targets[2, 4:], MATRIX[0], atol=1e-3)  # only あああああああああ
    np.testing.assert_allclose(targets[3, 4:], MATRIX[1], atol=1e-3)  # only いいいい


def test_long_sentences_are_cut_but_their_targets_are_whole(files):
    token_ids, targets = read(files, max_tokens=5)
    assert token_ids[0] == ids(LINES[0])[:5]
    whole = read(files)[1]
    np.testing.assert_array_equal(targets, whole)


def test_mix_says_how_often(files):
    token_ids, targets = read(files, {"a": 0, "b": 2})
    assert token_ids == [ids(text) for text in ("ううううい", "ううううい", "いいいい", "いいいい")]
    np.testing.assert_array_equal(targets[0], targets[1])


def test_broken_factor_takes_that_part_of_the_lines(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("".join(f"あ{n:04}\n" for n in range(500)), encoding="utf-8")
    some = [read([path], {"a": 0.5}, seed=seed)[0] for seed in (0, 0, 1)]
    assert 200 < len(some[0]) < 300
    assert some[0] == some[1] != some[2]


def test_chunks_change_nothing(files, monkeypatch):
    whole = read(files)
    monkeypatch.setattr("core.training.pretrain._CHUNK_LINES", 4)
    assert read(files)[0] == whole[0]
    np.testing.assert_array_equal(read(files)[1], whole[1])


def test_no_sentence_that_is_long_enough_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("い\nああ\n", encoding="utf-8")
    with pytest.raises(NoSentencesError) as caught:
        read([tmp_path / "a.txt"])
    assert caught.value.received == {"tokens": 4}


def test_files_are_counted(files):
    told = []
    read_sentences(
        files,
        {},
        CharacterTokenizer(),
        make_vectors(),
        PretrainConfig(),
        on_file=lambda *step: told.append(step),
    )
    assert told == [(1, 2), (2, 2)]


def random_sentences(num_sentences, *, dim=3):
    """Sentences of 4 to 9 random tokens, each with its own number as its first token."""
    rng = np.random.default_rng(0)
    token_ids = [
        np.array([number + 2, *rng.integers(2, 1200, rng.integers(3, 9))], np.int32)
        for number in range(num_sentences)
    ]
    targets = rng.normal(5.0, 2.0, (num_sentences, dim)).astype(np.float16)
    return token_ids, targets


def make_batches(num_sentences=200, **changes):
    token_ids, targets = random_sentences(num_sentences)
    config = PretrainConfig(**{"batch_tokens": 40, "max_tokens": 9, **changes})
    return SentenceBatches(token_ids, targets, config), token_ids, targets


def rows_of(batches):
    """The numbers of the sentences, batch by batch."""
    return [(batches[index][0][:, 0] - 2).tolist() for index in range(len(batches))]


def test_sentences_of_a_batch_are_whole_and_of_one_length():
    batches, token_ids, _ = make_batches()
    for index, rows in enumerate(rows_of(batches)):
        for row, got in zip(rows, batches[index][0], strict=True):
            assert got.tolist() == token_ids[row].tolist()


def test_every_sentence_comes_once_an_epoch_in_another_order():
    batches, _, _ = make_batches()
    epochs = []
    for _ in range(2):
        epochs.append([row for rows in rows_of(batches) for row in rows])
        batches.on_epoch_end()
    assert sorted(epochs[0]) == sorted(epochs[1]) == list(range(200))
    assert epochs[0] != epochs[1]


def test_batches_hold_about_as_many_tokens():
    batches, _, _ = make_batches()
    sizes = [batches[index][0].size for index in range(len(batches))]
    assert max(sizes) <= 40
    assert np.median(sizes) >= 35


def test_sentence_longer_than_a_batch_has_one_of_its_own():
    batches, _, _ = make_batches(batch_tokens=6)
    assert max(len(rows) for rows in rows_of(batches)) == 1
    assert len(batches) == 200


def test_batches_do_not_come_by_length():
    batches, _, _ = make_batches()
    lengths = [batches[index][0].shape[1] for index in range(len(batches))]
    assert lengths != sorted(lengths)


def test_seed_decides_the_batches():
    drawn = [rows_of(make_batches(seed=seed)[0]) for seed in (0, 0, 1)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_targets_are_standardised_and_stay_with_their_sentences():
    batches, _, targets = make_batches()
    got = np.empty((200, 3), np.float32)
    for index, rows in enumerate(rows_of(batches)):
        got[rows] = batches[index][1]
    # Mean and spread come from a sample, drawn with replacement, of all sentences.
    np.testing.assert_allclose(got.mean(axis=0), 0.0, atol=0.05)
    np.testing.assert_allclose(got.std(axis=0), 1.0, atol=0.05)
    for column in range(3):
        assert np.corrcoef(got[:, column], targets[:, column])[0, 1] > 0.9999


def test_target_that_never_changes_is_no_division_by_zero():
    token_ids, targets = random_sentences(20)
    targets[:, 1] = 3.0
    batches = SentenceBatches(token_ids, targets, PretrainConfig(max_tokens=9))
    values = np.concatenate([batches[index][1] for index in range(len(batches))])
    assert np.isfinite(values).all()
    assert not values[:, 1].any()


TINY = PretrainConfig(epochs=6, batch_tokens=144, max_tokens=8, learning_rate=0.02)


def planted():
    """240 sentences; what is to be predicted is which of two tokens they hold.

    All are of one length, and ten batches of them: a graph is built for every size.
    """
    rng = random.Random(0)
    token_ids, targets = [], []
    for number in range(240):
        kind = number % 2
        row = [rng.randrange(10, 40) for _ in range(6)]
        row[rng.randrange(len(row))] = 2 + kind
        token_ids.append(np.array(row, np.int32))
        targets.append([kind, 1 - kind, 0.0])
    return token_ids, np.array(targets, np.float16)


def run_pretrain(config=TINY):
    model = make_model_config(labels=(), vocabulary_size=40, dropout=0.5)
    matrix = np.random.default_rng(0).normal(0, 0.5, (40, 8)).astype(np.float32)
    told = []
    encoder = pretrain(
        *planted(), model, config, matrix=matrix, on_batch=lambda *step: told.append(step)
    )
    return encoder, told, matrix


@pytest.fixture(scope="module")
def pretrained():
    return run_pretrain()


def test_loss_falls(pretrained):
    _, told, _ = pretrained
    losses = [loss for _, _, loss in told]
    per_epoch = np.reshape(losses, (TINY.epochs, -1)).mean(axis=1)
    assert per_epoch[-1] < 0.5 * per_epoch[0]


def test_every_batch_is_told(pretrained):
    _, told, _ = pretrained
    total = len(SentenceBatches(*planted(), TINY)) * TINY.epochs
    assert [(done, all_) for done, all_, _ in told] == [(n + 1, total) for n in range(total)]


def test_every_sentence_is_learnt_once_an_epoch_in_another_order(monkeypatch):
    learnt, learn = [], keras.Model.train_on_batch

    def note(network, token_ids, targets):
        learnt.append([tuple(row) for row in token_ids.tolist()])
        return learn(network, token_ids, targets)

    monkeypatch.setattr(keras.Model, "train_on_batch", note)
    with dense_states():
        run_pretrain(PretrainConfig(epochs=2, batch_tokens=160, max_tokens=8))
    half = len(learnt) // 2
    epochs = [[row for rows in part for row in rows] for part in (learnt[:half], learnt[half:])]
    assert sorted(epochs[0]) == sorted(epochs[1]) == sorted(tuple(row) for row in planted()[0])
    assert epochs[0] != epochs[1]


def test_encoder_tells_apart_what_was_planted(pretrained):
    encoder, _, _ = pretrained
    states = np.array(
        encoder(np.array([[2, 11, 12, 13], [2, 21, 22, 23], [3, 11, 12, 13], [3, 21, 22, 23]]))
    )

    def apart(first, second):
        return np.linalg.norm(states[first] - states[second])

    assert apart(0, 2) > 2 * apart(0, 1)
    assert apart(1, 3) > 2 * apart(2, 3)


def test_same_seed_gives_the_same_weights(pretrained):
    first, again = pretrained[0].get_weights(), run_pretrain()[0].get_weights()
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))


def test_pretraining_starts_from_the_word_vectors():
    config = PretrainConfig(epochs=1, batch_tokens=400, max_tokens=8, learning_rate=0.0)
    with dense_states():
        encoder, _, matrix = run_pretrain(config)
    assert np.array_equal(encoder.get_layer("embedding").get_weights()[0], matrix)
