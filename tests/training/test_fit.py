"""A network learns from one part, starts where it is told to, and answers as the shipped one."""

import hashlib
from dataclasses import dataclass, replace

import keras
import numpy as np
import pytest

from core.data.dataset import Split
from core.errors import EncoderMismatchError
from core.model.engine import OnnxEngine
from core.stats.evaluate import label_ids
from core.text.encode import encode
from core.text.tokenizer import Tokenizer
from core.training import fit as fit_module
from core.training.encoder import load_encoder
from core.training.export import save_onnx
from core.training.fit import Epoch, fit_network, network_logits
from core.training.network import build_network, model_config
from core.types import Example
from tests.conftest import TINY_LSTM_UNITS
from tests.dense_states import dense_states
from tests.fakes import make_model_config, make_train_config
from tests.strong import build_strong_network

pytestmark = pytest.mark.slow

LABELS = ("グルメ", "スポーツ", "京都", "携帯電話")
MODEL = make_model_config(labels=LABELS, embedding_dim=16, sequence_length=64)


def choose(samples, first, last):
    """Samples number first … last - 1 of every label."""
    by_label = [[e for e in samples if e.label == label] for label in LABELS]
    return tuple(example for examples in by_label for example in examples[first:last])


@pytest.fixture(scope="module")
def split(samples):
    return Split(
        train=choose(samples, 0, 4), validation=choose(samples, 4, 6), test=choose(samples, 6, 7)
    )


def fit_small(
    split, embeddings, *, model=MODEL, encoder=None, on_epoch=lambda epoch: None, **changes
):
    return fit_network(
        split,
        embeddings,
        model=model,
        train=make_train_config(**{"epochs": 2, "patience": 9, **changes}),
        encoder=encoder,
        on_epoch=on_epoch,
    )


@dataclass(frozen=True)
class Run:
    """What one training gave, and what it did: a training takes seconds, so tests share some."""

    network: keras.Model
    history: list[Epoch]
    shown: list[Epoch]
    rates: list[float]  # the learning rate after every epoch
    first: list[np.ndarray]  # the weights before the first step
    draws: list[tuple[str, tuple[int, ...], float]]  # text, ids, alpha of every random cut


def note_run(split, embeddings, **changes):
    shown, rates, first, draws, compiled = [], [], [], [], []
    sample, compile_model = Tokenizer.sample, keras.Model.compile

    def note_sample(tokenizer, text, *, alpha):
        tokenized = sample(tokenizer, text, alpha=alpha)
        draws.append((text, tuple(token.id for token in tokenized.tokens), alpha))
        return tokenized

    def note_compile(model, **options):
        compiled.append(model)
        first.extend(model.get_weights())
        compile_model(model, **options)

    def note_epoch(epoch):
        shown.append(epoch)
        rates.append(float(compiled[0].optimizer.learning_rate))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Tokenizer, "sample", note_sample)
        patch.setattr(keras.Model, "compile", note_compile)
        network, history = fit_small(split, embeddings, on_epoch=note_epoch, **changes)
    return Run(network, history, shown, rates, first, draws)


@pytest.fixture(scope="module")
def plain(split, tiny_embeddings):
    """No decay, no random cuts, fast enough to learn something; one batch, so one graph."""
    return note_run(split, tiny_embeddings, epochs=6, learning_rate=0.03, batch_size=16)


@pytest.fixture(scope="module")
def still(split, tiny_embeddings):
    """Nothing is learnt; batches of 7, 7 and 2 texts."""
    with dense_states():
        return fit_small(
            split, tiny_embeddings, epochs=9, patience=2, learning_rate=0.0, batch_size=7
        )


@pytest.fixture(scope="module")
def sampled(split, tiny_embeddings):
    """Random cuts and decay, with the seeds 0, 0 and 1."""
    with dense_states():
        return [
            note_run(
                split,
                tiny_embeddings,
                seed=seed,
                epochs=3,
                subword_alpha=0.3,
                decay=True,
                learning_rate=0.03,
            )
            for seed in (0, 0, 1)
        ]


PRETRAINED = ("embedding", "attention", "bidirectional")  # in the order of the layers


def weights_of(network, *names):
    return [array for name in names for array in network.get_layer(name).get_weights()]


def same(first, second):
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_every_epoch_is_told_and_returned(plain):
    assert plain.shown == plain.history
    assert [epoch.number for epoch in plain.history] == list(range(1, 7))


def test_network_learns(plain):
    assert plain.history[-1].loss < 0.8 * plain.history[0].loss
    assert plain.history[-1].accuracy > plain.history[0].accuracy


def test_figures_of_an_epoch_are_means_over_its_texts(split, tiny_embeddings, still):
    network, (epoch, *_) = still
    for part, loss, accuracy in (
        (split.train, epoch.loss, epoch.accuracy),
        (split.validation, epoch.selection_loss, epoch.selection_accuracy),
    ):
        logits = network_logits(network, tiny_embeddings.tokenizer, part, MODEL)
        true = label_ids(part, LABELS)
        shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        expected = -np.log(shares[np.arange(len(true)), true]).mean()
        assert loss == pytest.approx(expected, abs=1e-4)  # the weights are rounded afterwards
        assert accuracy == pytest.approx((logits.argmax(axis=1) == true).mean())


def test_training_stops_when_nothing_gets_better(still):
    _, history = still
    assert [epoch.number for epoch in history] == [1, 2, 3]


def test_weights_can_be_stored_without_loss(plain):
    for array in plain.network.get_weights():
        assert np.array_equal(array, array.astype(np.float16).astype(np.float32))


def test_embedding_starts_from_the_word_vectors(tiny_embeddings, still):
    network, _ = still
    rounded = tiny_embeddings.matrix.astype(np.float16).astype(np.float32)
    assert np.array_equal(weights_of(network, "embedding")[0], rounded)


def test_seed_decides_the_weights(sampled):
    first, again, other = (run.network.get_weights() for run in sampled)
    assert same(first, again)
    assert not same(first, other)


def test_seed_decides_the_cuts(sampled):
    first, again, other = (run.draws for run in sampled)
    assert first == again != other


def test_texts_are_cut_anew_in_every_epoch(split, sampled):
    draws = sampled[0].draws
    size = len(split.train)
    epochs = [draws[start : start + size] for start in (0, size, 2 * size)]
    for epoch in epochs:
        assert [text for text, _, _ in epoch] == [example.text for example in split.train]
    assert epochs[0] != epochs[1] != epochs[2]
    assert {alpha for _, _, alpha in draws} == {0.3}


def test_only_what_is_learnt_is_cut_at_random(split, sampled):
    texts = {text for text, _, _ in sampled[0].draws}
    assert texts == {example.text for example in split.train}


def test_without_sampling_nothing_is_cut_at_random(plain):
    assert plain.draws == []


def test_learning_rate_falls_to_zero_in_a_straight_line(sampled):
    assert sampled[0].rates == pytest.approx([0.02, 0.01, 0.0], abs=1e-7)


def test_learning_rate_stays_without_decay(plain):
    assert plain.rates == pytest.approx([0.03] * 6)


def test_network_starts_from_the_pretrained_layers_and_they_learn_on(
    samples, split, tiny_embeddings, encoder_folder
):
    model = model_config("default", labels=LABELS, vocabulary_size=1200, embedding_dim=16)
    model = replace(model, lstm_units=TINY_LSTM_UNITS)
    # One batch: a graph is built for every size.
    run = note_run(
        replace(split, train=choose(samples, 0, 2)),
        tiny_embeddings,
        model=model,
        encoder=encoder_folder,
        epochs=1,
        learning_rate=0.01,
    )
    tokenizer_sha256 = hashlib.sha256(tiny_embeddings.tokenizer_proto).hexdigest()
    encoder = load_encoder(encoder_folder, model, tokenizer_sha256=tokenizer_sha256)
    pretrained = weights_of(encoder, *PRETRAINED)
    assert same(run.first[: len(pretrained)], pretrained)
    for name in PRETRAINED:
        # The folder holds float16 values already: rounding alone changes nothing.
        assert not same(weights_of(run.network, name), weights_of(encoder, name)), name


def test_pretrained_layers_of_other_sizes_are_told(split, tiny_embeddings, encoder_folder):
    with pytest.raises(EncoderMismatchError) as error:
        fit_small(split, tiny_embeddings, encoder=encoder_folder)
    assert error.value.received == {
        "path": encoder_folder,
        "difference": "attention_units, lstm_units",
    }


def test_pretrained_layers_of_another_tokenizer_are_told(split, tiny_embeddings, encoder_folder):
    other = replace(tiny_embeddings, tokenizer_proto=tiny_embeddings.tokenizer_proto + b"\0")
    with pytest.raises(EncoderMismatchError) as error:
        fit_small(split, other, encoder=encoder_folder)
    assert error.value.received["difference"] == "tokenizer"


def planted(*sizes):
    """Sentences of so many characters, all of them of two labels in turn."""
    return tuple(
        Example(text="京" * size, label=("京都", "グルメ")[number % 2])
        for number, size in enumerate(sizes)
    )


def test_first_batches_of_one_length_do_not_bind_the_others(split, tiny_embeddings):
    # Sorted by length: two batches of 8, one of 20 characters.
    part = planted(*[8] * 16, *[20] * 8)
    changed = replace(split, train=part, validation=part)
    with dense_states():
        _, history = fit_small(changed, tiny_embeddings, shuffle=False, epochs=1)
    assert len(history) == 1


def test_single_batch_may_grow_longer_when_it_is_cut_anew(samples, split, tiny_embeddings):
    alone = replace(split, train=choose(samples, 0, 2))
    with dense_states():
        run = note_run(alone, tiny_embeddings, epochs=4, subword_alpha=0.05)
    lengths = [len(ids) for _, ids, _ in run.draws]
    longest = {max(lengths[start : start + 8]) for start in range(0, 32, 8)}
    assert len(longest) > 1
    assert len(run.history) == 4


@pytest.mark.parametrize("masked", [True, False])
def test_network_logits_are_those_of_the_shipped_network(
    tmp_path, samples, tiny_embeddings, masked
):
    config, network = build_strong_network(
        masked=masked, pooling="max" if masked else "last", embedding_dim=16, sequence_length=24
    )
    save_onnx(network, config, tmp_path / "model.onnx")
    examples = samples[:20]
    texts = [tiny_embeddings.tokenizer.tokenize(example.text) for example in examples]
    assert max(len(text.tokens) for text in texts) > 24  # one is cut off
    expected = (
        OnnxEngine(tmp_path / "model.onnx", config).run(encode(texts, sequence_length=24)).logits
    )
    logits = network_logits(network, tiny_embeddings.tokenizer, examples, config)
    assert np.ptp(logits) > 0.5
    np.testing.assert_allclose(logits, expected, atol=2e-3)  # the file holds float16 values


def test_network_logits_keep_the_callers_order(samples, tiny_embeddings):
    config, network = build_strong_network(embedding_dim=16, sequence_length=64)
    examples = samples[:12]
    forward = network_logits(network, tiny_embeddings.tokenizer, examples, config)
    backward = network_logits(network, tiny_embeddings.tokenizer, examples[::-1], config)
    np.testing.assert_allclose(backward[::-1], forward, atol=1e-5)
    assert len({tuple(row) for row in forward.round(3).tolist()}) == 12


def test_network_logits_do_not_depend_on_the_batches(monkeypatch, samples, tiny_embeddings):
    config, network = build_strong_network(embedding_dim=16, sequence_length=64)
    together = network_logits(network, tiny_embeddings.tokenizer, samples[:12], config)
    monkeypatch.setattr(fit_module, "_BATCH_SIZE", 5)
    apart = network_logits(network, tiny_embeddings.tokenizer, samples[:12], config)
    np.testing.assert_allclose(apart, together, atol=1e-5)


def test_network_logits_see_no_dropout(samples, tiny_embeddings):
    config = make_model_config(embedding_dim=16, dropout=0.5)
    network = build_network(config)
    first, again = (
        network_logits(network, tiny_embeddings.tokenizer, samples[:4], config) for _ in range(2)
    )
    np.testing.assert_allclose(first, again, atol=1e-6)  # dropout changes them by hundredths
