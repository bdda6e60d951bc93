"""A model folder is whole, unchanged and named in the sentence when it is not."""

import json
import shutil

import h5py
import numpy as np
import pytest

from core.errors import FileChangedError, FileMissingError, FileUnreadableError
from core.files import sha256_of
from core.model.bundle import (
    BUNDLE_FILES,
    CARD_FILE,
    CONFIG_FILE,
    REPORT_FILE,
    list_bundles,
    load_bundle,
    replace_report,
    save_config,
)
from core.paths import MODELS
from tests.fakes import make_model_config, make_train_config


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A bundle that nobody may change; each of its files holds no more than its name."""
    folder = tmp_path_factory.mktemp("bundle") / "whole"
    folder.mkdir()
    write_bundle(folder)
    return load_bundle(folder)


@pytest.fixture
def folder(whole, tmp_path):
    """A copy that may be damaged."""
    return shutil.copytree(whole.folder, tmp_path / "copy")


def write_bundle(folder, **changes):
    for name in BUNDLE_FILES:
        (folder / name).write_bytes(name.encode())
    records = {key: {} for key in ("data", "embeddings", "encoder", "versions")}
    records |= {"temperature": 1.0, "command": "", **changes}
    save_config(folder, model=make_model_config(), train=make_train_config(), **records)


def assert_sentences_name(error, path):
    for language in ("ja", "en"):
        sentence = error.value.sentence(language)
        assert str(path) in sentence
        assert "\n" not in sentence


def test_what_is_saved_is_loaded(tmp_path):
    folder = tmp_path / "ラーメン"
    folder.mkdir()
    write_bundle(
        folder,
        temperature=1.25,
        data={"labels": {"京都": 3}},
        embeddings={"seed": 7},
        encoder={"sentences": 9},
        versions={"keras": "3"},
        command="python -m core train",
    )
    bundle = load_bundle(folder)
    assert (bundle.folder, bundle.name) == (folder, "ラーメン")
    assert (bundle.model, bundle.train) == (make_model_config(), make_train_config())
    assert bundle.temperature == 1.25
    assert bundle.record == {
        "data": {"labels": {"京都": 3}},
        "embeddings": {"seed": 7},
        "encoder": {"sentences": 9},
        "versions": {"keras": "3"},
        "command": "python -m core train",
    }
    assert bundle.sha256 == sha256_of(folder / CONFIG_FILE)


def test_config_holds_the_checksum_of_every_other_file(whole):
    present = {path.name for path in whole.folder.iterdir()}
    assert present == {CONFIG_FILE, *BUNDLE_FILES}
    recorded = json.loads((whole.folder / CONFIG_FILE).read_text(encoding="utf-8"))["files"]
    assert recorded == {name: sha256_of(whole.folder / name) for name in BUNDLE_FILES}


def test_identity_follows_the_content(folder):
    before = load_bundle(folder).sha256
    path = folder / CONFIG_FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"command": ""', '"command": "x"'))
    assert load_bundle(folder).sha256 != before


@pytest.mark.parametrize("name", [CONFIG_FILE, *BUNDLE_FILES])
def test_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(FileMissingError) as error:
        load_bundle(folder)
    assert_sentences_name(error, folder / name)


@pytest.mark.parametrize("name", BUNDLE_FILES)
@pytest.mark.parametrize("place", [0, -1])
def test_one_changed_byte_is_named(folder, name, place):
    content = bytearray((folder / name).read_bytes())
    content[place] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(FileChangedError) as error:
        load_bundle(folder)
    assert_sentences_name(error, folder / name)


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(FileMissingError) as error:
        load_bundle(tmp_path / "nowhere")
    assert_sentences_name(error, tmp_path / "nowhere" / CONFIG_FILE)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe"])
def test_config_that_is_no_json_object_is_named(folder, content):
    (folder / CONFIG_FILE).write_bytes(content)
    with pytest.raises(FileUnreadableError) as error:
        load_bundle(folder)
    assert_sentences_name(error, folder / CONFIG_FILE)


KEYS = [
    *[(key,) for key in ("name", "model", "train", "temperature", "data", "embeddings")],
    *[(key,) for key in ("encoder", "versions", "command")],
    *[("files",), ("model", "sequence_length"), ("model", "labels"), ("train", "select_on")],
    *[("files", name) for name in BUNDLE_FILES],
]


@pytest.mark.parametrize("keys", KEYS, ids=".".join)
def test_config_that_lacks_a_key_is_named(folder, keys):
    path = folder / CONFIG_FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    inner = content
    for key in keys[:-1]:
        inner = inner[key]
    del inner[keys[-1]]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(FileUnreadableError) as error:
        load_bundle(folder)
    assert_sentences_name(error, path)
    assert keys[-1] in error.value.sentence("ja")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("model", None),
        ("model", {"preset": "other"}),
        ("model", {"pooling": "mean"}),
        ("files", []),
        ("train", 3),
        ("temperature", None),
        ("temperature", "warm"),
    ],
)
def test_config_with_a_wrong_value_is_named(folder, key, value):
    path = folder / CONFIG_FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    content[key] = content[key] | value if isinstance(value, dict) else value
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(FileUnreadableError) as error:
        load_bundle(folder)
    assert_sentences_name(error, path)


def test_replaced_report_and_card_make_a_whole_bundle_again(folder):
    before = load_bundle(folder)
    kept = {
        name: (folder / name).read_bytes()
        for name in BUNDLE_FILES
        if name not in (REPORT_FILE, CARD_FILE)
    }
    replace_report(folder, {"schema": 1, "protocols": {"京": 1}}, "# 東京\n")
    after = load_bundle(folder)
    assert json.loads((folder / REPORT_FILE).read_text(encoding="utf-8")) == {
        "schema": 1,
        "protocols": {"京": 1},
    }
    assert (folder / CARD_FILE).read_text(encoding="utf-8") == "# 東京\n"
    assert {name: (folder / name).read_bytes() for name in kept} == kept
    assert after.sha256 != before.sha256
    assert (after.model, after.train, after.temperature, after.record) == (
        before.model,
        before.train,
        before.temperature,
        before.record,
    )


@pytest.mark.parametrize("name", ["default", "article"])
def test_nothing_in_a_shipped_bundle_is_a_pickle(name):
    folder = MODELS / name
    for path in folder.iterdir():
        content = path.read_bytes()
        assert not content.startswith((b"\x80", b"PK")), path.name  # a pickle, a zip of them
    with h5py.File(folder / "model.weights.h5") as file:
        kinds = []
        file.visititems(
            lambda name, item: kinds.append(item.dtype) if isinstance(item, h5py.Dataset) else None
        )
    assert set(kinds) == {np.dtype(np.float16)}  # no object, no opaque bytes


def test_list_bundles_puts_default_first(tmp_path):
    for name in ("zebra", "default", "article"):
        (tmp_path / name).mkdir()
        (tmp_path / name / CONFIG_FILE).write_text("{}")
    (tmp_path / "embeddings").mkdir()
    assert [path.name for path in list_bundles(tmp_path)] == ["default", "article", "zebra"]


@pytest.mark.parametrize("exists", [True, False])
def test_list_bundles_tells_an_empty_folder_in_one_sentence(tmp_path, exists):
    folder = tmp_path if exists else tmp_path / "nowhere"
    with pytest.raises(FileMissingError) as error:
        list_bundles(folder)
    assert_sentences_name(error, folder)
