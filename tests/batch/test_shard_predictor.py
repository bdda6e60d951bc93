"""A worker without a cluster: the rows of its shard, the numbers of the local engine."""

from dataclasses import asdict, replace

import pandas as pd
import pytest

from core.analyzer import Analyzer
from core.batch.shard_predictor import ShardPredictor
from core.batch.shards import Answered, Job, plan_shards, read_note
from core.batch.table import batch_frame, join_frames, predict_frame
from core.data.columns import Columns
from core.data.table import read_table
from core.model.bundle import load_bundle
from core.paths import MODELS

TEXTS = ["京都のお寺を拝観した。", "", "ラーメンがおいしい。", "試合\nで勝った。", "あ" * 10_001]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "a.csv"
    frame = pd.DataFrame({"本文": TEXTS, "label": ["京都", "", "京都", "スポーツ", ""]})
    frame.to_csv(path, index=False)
    return path


@pytest.fixture
def job(tmp_path):
    (tmp_path / "out").mkdir()
    return Job(
        model=str(MODELS / "default"),
        model_sha256=load_bundle(MODELS / "default").sha256,
        columns=Columns(text="本文", label="label", group=None),
        language="en",
        shard_rows=2,
        out=str(tmp_path / "out"),
    )


def answers(job, shards):
    return pd.concat(
        [pd.read_parquet(f"{job.out}/{shard.name}") for shard in shards], ignore_index=True
    )


# From the first to the last; backwards, when the file has to be opened anew for each.
@pytest.mark.parametrize("step", [1, -1])
def test_the_shards_are_the_local_engines_rows(job, table, tmp_path, step):
    shards = plan_shards(table, shard_rows=2)[1]
    predictor = ShardPredictor(job)
    reports = {shard.name: predictor(asdict(shard)) for shard in shards[::step]}
    rows = read_table(table).frame
    result = predict_frame(Analyzer.load(MODELS / "default"), rows, job.columns, source="a.csv")
    wanted = join_frames(rows, batch_frame(result, language="en"))
    wanted.to_parquet(tmp_path / "wanted.parquet")
    # Other texts beside them: other products of matrices, and some processors round those otherwise.
    pd.testing.assert_frame_equal(
        answers(job, shards), pd.read_parquet(tmp_path / "wanted.parquet"), rtol=0.0, atol=1e-6
    )
    assert [reports[shard.name]["num_failed"] for shard in shards] == [1, 0, 1]
    assert [reports[shard.name]["num_judged"] for shard in shards] == [1, 2, 0]
    assert sum(answer["num_right"] for answer in reports.values()) == 2
    for shard in shards:
        answer = reports[shard.name]
        assert answer.pop("name") == shard.name
        assert read_note(job, shard) == Answered(**answer)


def test_a_table_without_rows_is_answered_by_one(job, tmp_path):
    (tmp_path / "a.csv").write_text("本文,label\n", encoding="utf-8")
    (shard,) = plan_shards(tmp_path / "a.csv", shard_rows=2)[1]
    assert ShardPredictor(job)(asdict(shard))["num_failed"] == 0
    assert len(answers(job, [shard])) == 0


def test_what_ends_a_shard_is_told_and_does_not_end_the_next(job, table, tmp_path):
    shards = plan_shards(table, shard_rows=2)[1]
    changed = replace(shards[0], size=1)
    longer = replace(shards[2], stop=7)
    predictor = ShardPredictor(job)
    for shard in (changed, longer):
        answer = predictor(asdict(shard))
        assert answer["name"] == shard.name
        assert answer["error"] == f"This file has changed since its rows were counted: {table}"
    assert "error" not in predictor(asdict(shards[1]))
    absent = ShardPredictor(replace(job, model=str(tmp_path / "absent")))
    assert "absent" in absent(asdict(shards[0]))["error"]
    other = ShardPredictor(replace(job, model_sha256="00"))
    assert "checksum" in other(asdict(shards[0]))["error"]


def test_a_defect_is_told_without_the_text(job, table, monkeypatch):
    def broken(*arguments, **options):
        raise ValueError(f"cannot work with {TEXTS[0]}")

    monkeypatch.setattr("core.batch.shard_predictor.predict_frame", broken)
    with pytest.raises(RuntimeError) as error:
        ShardPredictor(job)(asdict(plan_shards(table, shard_rows=2)[1][0]))
    assert "ValueError in a.csv-" in str(error.value)
    assert "in broken" in str(error.value)
    assert "拝観" not in str(error.value)
    assert error.value.__suppress_context__
