"""Shards over workers: the rows of the local engine, each once, whatever happens on the way."""

import json
import os
import signal
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pandas as pd
import pytest
from pyarrow import parquet

from core.batch import cluster, shards
from core.batch import table as batch_table
from core.batch.cluster import MANIFEST_FILE, run_cluster
from core.batch.ray_workers import open_cluster
from core.batch.shard_predictor import ShardPredictor
from core.data.answer_columns import COLUMNS
from core.data.dataset import read_samples
from core.errors import (
    ColumnMissingError,
    ColumnsDifferError,
    FileUnwritableError,
    OwnPredictionError,
    ShardsFailedError,
    TableNoRowsError,
)
from core.files import read_json
from core.paths import DATA, MODELS
from core.stats.evaluate import accuracy_interval
from tests.run_main import run_main

MODEL = MODELS / "default"
TEXTS = [example.text for example in read_samples(DATA / "samples.csv")]
LABELS = [example.label for example in read_samples(DATA / "samples.csv")]


def run(places, out, **options):
    fields = {"model": MODEL, "text": None, "label": None, "group": None, "language": "en"}
    return run_cluster(places, out=out, **{**fields, "command": "tests", **options})


def answers_of(record) -> pd.DataFrame:
    """All rows, in the order of the manifest."""
    files = [Path(record["out"]) / shard["file"] for shard in record["shards"]]
    return pd.concat([pd.read_parquet(file) for file in files], ignore_index=True)


@pytest.fixture
def write(tmp_path):
    def write_texts(texts, name="a.csv"):
        path = tmp_path / name
        pd.DataFrame({"text": texts}).to_csv(path, index=False)
        return path

    return write_texts


@pytest.fixture
def here(monkeypatch):
    """No Ray: the shards are answered in this process; gives the names of those that were."""
    done = []

    class Cluster:
        def __init__(self, address, *, model, workers):
            self.model = str(model)

        def __enter__(self):
            return self.model

        def __exit__(self, *error):
            return False

    def answer(shards, job, *, workers):
        done[:] = [shard.name for shard in shards]
        return 1, map(ShardPredictor(job), map(asdict, shards))

    monkeypatch.setattr(cluster, "check_ray", lambda: None)
    monkeypatch.setattr(cluster, "open_cluster", Cluster)
    monkeypatch.setattr(cluster, "answer_shards", answer)
    return done


def test_another_run_does_only_what_is_missing(here, write, tmp_path):
    first, second = write(TEXTS[:4]), write(TEXTS[4:7], "b.csv")
    out = tmp_path / "out"
    seen = []
    options = {"shard_rows": 2, "on_progress": lambda *counts: seen.append(counts)}
    record = run([first, second], out, **options)
    assert len(here) == 4
    assert seen == [(0, 7), (2, 7), (4, 7), (6, 7), (7, 7)]
    assert record == read_json(out / MANIFEST_FILE)
    assert answers_of(record)["text"].tolist() == TEXTS[:7]
    names = [shard["file"] for shard in record["shards"]]

    here.clear()
    assert [shard["kept"] for shard in run([first, second], out, **options)["shards"]] == [True] * 4
    assert here == []  # not even a cluster is wanted

    (out / names[1]).unlink()
    write(TEXTS[7:10], "b.csv")
    os.utime(second, ns=(0, 0))  # a clock too coarse to tell is not what is tested
    record = run([first, second], out, **options)
    assert here == names[1:]
    assert answers_of(record)["text"].tolist() == [*TEXTS[:4], *TEXTS[7:10]]

    # Another cut leaves no row of the first one behind.
    record = run([first, second], out, **{**options, "shard_rows": 3})
    assert sorted(path.name for path in out.glob("*.parquet")) == sorted(here)
    assert len(answers_of(record)) == 7


def test_the_accuracy_of_a_job_has_its_interval_over_articles(here, tmp_path):
    path = tmp_path / "a.csv"
    groups = ["甲", "甲", "甲", "乙", "", "乙", "丙"]
    labels = ["天気", *LABELS[1:7]]  # the first is no label of the model, and not judged
    pd.DataFrame({"text": TEXTS[:7], "label": labels, "article": groups}).to_csv(path, index=False)
    options = {"label": "label", "shard_rows": 4}
    record = run([path], tmp_path / "rows", **options)
    right = [True] * 6
    assert (record["judged"], record["accuracy"]) == (6, 1.0)
    assert (record["low"], record["high"]) == pytest.approx(accuracy_interval(right, [""] * 6))

    # Two rows of 甲, and 乙 in both shards, where it counts as two.
    record = run([path], tmp_path / "articles", group="article", **options)
    pieces = ["甲", "甲", "乙", "", "乙 2", "丙"]
    assert (record["low"], record["high"]) == pytest.approx(accuracy_interval(right, pieces))
    assert record["low"] < 0.025 ** (1 / 6)
    nothing = run([path], tmp_path / "nothing")
    assert (nothing["accuracy"], nothing["low"], nothing["high"]) == (None, None, None)


def test_the_manifest_names_the_labels_that_do_not_fit(here, tmp_path):
    path, out = tmp_path / "a.csv", tmp_path / "out"
    labels = [" グルメ", "天気", "京都", "", "天気", "ｽﾎﾟｰﾂ", "政治"]
    pd.DataFrame({"text": TEXTS[:7], "label": labels}).to_csv(path, index=False)
    for kept in (False, True):
        record = run([path], out, label="label", shard_rows=2)
        assert [shard["kept"] for shard in record["shards"]] == [kept] * 4
        assert (record["loose_labels"], record["judged"]) == (2, 3)
        assert (record["unknown_labels"], record["unknown_label_kinds"]) == (3, 2)
        assert list(record["unknown_label_rows"].items()) == [("天気", 2), ("政治", 1)]
        assert record["absent_labels"] == ["携帯電話"]
    with pytest.raises(OwnPredictionError, match="'predicted'"):
        run([out / record["shards"][0]["file"]], tmp_path / "again", label="predicted")


def test_a_job_continued_with_other_columns_mixes_no_shards(here, write, tmp_path, monkeypatch):
    table, out = write(TEXTS[:3]), tmp_path / "out"
    assert "unknown" in run([table], out, shard_rows=2)["table"]
    columns = tuple(column for column in COLUMNS if column.name != "unknown")
    for module in (batch_table, shards):
        monkeypatch.setattr(module, "COLUMNS", columns)
    record = run([table], out, shard_rows=2)
    assert [shard["kept"] for shard in record["shards"]] == [False, False]
    for shard in record["shards"]:
        assert "unknown" not in parquet.read_schema(out / shard["file"]).names


def test_a_shard_that_fails_leaves_the_others_and_no_manifest(here, write, tmp_path):
    first, second = write(TEXTS[:4]), write(TEXTS[4:6], "b.csv")
    out = tmp_path / "out"
    run([first], out, shard_rows=2)
    # It changes while the work is going on.
    second_changes = {"on_progress": lambda done, total: second.write_text("text\nx\n")}
    with pytest.raises(ShardsFailedError) as error:
        run([first, second], out, shard_rows=2, **second_changes)
    assert error.value.received["failed"] == 1
    assert error.value.received["total"] == 3
    assert "b.csv" in error.value.received["first"]
    assert not (out / MANIFEST_FILE).exists()
    assert len(list(out.glob("*.parquet"))) == 2


def test_what_does_not_fit_is_told_before_anything_is_done(here, write, tmp_path):
    out = tmp_path / "out"
    table, other = write(TEXTS[:2]), tmp_path / "b.csv"
    other.write_text("sentence\n文\n", encoding="utf-8")
    with pytest.raises(ColumnsDifferError):
        run([table, other], out)
    with pytest.raises(ColumnMissingError):
        run([table], out, text="body")
    other.write_text("text\n", encoding="utf-8")
    with pytest.raises(TableNoRowsError):
        run([other], out)
    with pytest.raises(FileUnwritableError):
        run([table], table / "out")
    assert not out.exists()


@pytest.fixture(scope="module")
def workers(ray_secret):
    """A cluster of two workers on this machine."""
    if find_spec("ray") is None:  # no importorskip: `open_cluster` sets Ray up before the import
        pytest.skip("requirements-cluster.txt is not installed")
    with patch.dict(os.environ):  # what Ray is told there is not for the tests that follow
        os.environ.pop("RAY_ADDRESS", None)
        with open_cluster(None, model=MODEL, workers=2):
            yield


@pytest.mark.slow
def test_the_numbers_are_those_of_the_local_engine(capsys, monkeypatch, workers, tmp_path):
    monkeypatch.setenv("LC_ALL", "C")
    texts = [*TEXTS[:100], "", "あ" * 10_001, '"二\n行"', *TEXTS[100:150]]
    frame = pd.DataFrame({"text": texts, "label": LABELS[: len(texts)]})
    paths = [tmp_path / name for name in ("a.parquet", "b.csv", "c.jsonl")]
    frame.to_parquet(paths[0], row_group_size=40)
    frame[::-1].to_csv(paths[1], index=False, encoding="utf-8-sig")
    frame[50:].to_json(paths[2], orient="records", lines=True, force_ascii=False)
    local = tmp_path / "local.parquet"
    assert run_main(capsys, "batch", *paths, "--label", "label", "--out", local).code == 0

    words = ("--label", "label", "--engine", "ray", "--shard-rows", 61, "--json")
    result = run_main(capsys, "batch", *paths, *words, "--out", tmp_path / "out")
    assert result.code == 0
    record = json.loads(result.out)
    assert record["workers"] == 2
    assert [shard["rows"] for shard in record["shards"][:3]] == [[0, 61], [61, 122], [122, 153]]
    assert record["failed"] == 6
    # Other texts beside them: other products of matrices, and some processors round those otherwise.
    pd.testing.assert_frame_equal(answers_of(record), pd.read_parquet(local), rtol=0.0, atol=1e-6)


@pytest.mark.slow
def test_a_killed_worker_loses_and_doubles_nothing(workers, tmp_path):
    rows = 300  # of a shard: enough for the kill to come in the middle of one
    texts = [f"{number}。{TEXTS[number % len(TEXTS)]}" for number in range(6 * rows)]
    path = tmp_path / "a.parquet"
    pd.DataFrame({"text": texts}).to_parquet(path)
    out = tmp_path / "out"

    def process_of(file: Path) -> int:
        note = json.loads(parquet.read_metadata(file).metadata[b"chumoku"])
        return note["answered"]["process"]

    killed = []

    def kill_once(done, total):
        if done and not killed:
            killed.append(process_of(next(out.glob("[!.]*.parquet"))))
            os.kill(killed[0], signal.SIGKILL)

    record = run([path], out, shard_rows=rows, on_progress=kill_once)
    assert answers_of(record)["text"].tolist() == texts
    assert record["failed"] == 0
    assert len(list(out.iterdir())) == 6 + 1  # with the manifest, and without halves of files
    # The shard that was lost was done by another worker: the one that Ray started instead or, where
    # that takes its time to start, the one that was there.
    processes = {process_of(out / shard["file"]) for shard in record["shards"]}
    assert processes > {killed[0]}
