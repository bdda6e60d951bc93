"""Files to shards: who is meant, where the cuts are, what is done already."""

import json
import os
from dataclasses import replace

import pyarrow
import pytest
from pyarrow import parquet

from core.batch import shards as shards_module
from core.batch.shards import (
    Answered,
    Job,
    find_inputs,
    plan_shards,
    read_note,
    remove_leftovers,
    write_note,
)
from core.data.answer_columns import COLUMNS
from core.data.columns import Columns
from core.data.tables.reading import ReadOptions
from core.errors import FileMissingError, FileUnreadableError, NoInputFilesError, TableSuffixError

ANSWERED = Answered(
    num_failed=1,
    num_judged=2,
    num_right=1,
    num_articles=2,
    rows_squared=2.0,
    right_squared=1.0,
    products=1.0,
    labels="{}",
    seconds=0.5,
    process=7,
)


@pytest.fixture
def table(tmp_path):
    """Five rows, one of them over two lines."""
    path = tmp_path / "a.csv"
    path.write_text('text\n一\n二\n"三\n三"\n四\n五\n', encoding="utf-8")
    return path


def make_job(out, **changes):
    columns = Columns(text="text", label=None, group=None)
    fields = {"model": "m", "model_sha256": "ab", "columns": columns, "language": "ja"}
    return Job(**{**fields, "shard_rows": 2, "out": str(out), **changes})


def test_files_folders_and_patterns_are_found_once(tmp_path):
    out = tmp_path / "in" / "out"
    names = (
        "b.csv",
        "a.parquet",
        "deep/c.jsonl",
        "note.md",
        "_x.csv",
        ".tmp-y.csv",
        "out/o.parquet",
    )
    for name in names:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "[1].csv").touch()
    found = find_inputs([tmp_path / "[1].csv", tmp_path / "in" / "*.csv", tmp_path / "in"], out=out)
    inside = [path.relative_to(tmp_path).as_posix() for path in found]
    assert inside == ["[1].csv", "in/_x.csv", "in/b.csv", "in/a.parquet", "in/deep/c.jsonl"]


def test_a_place_without_tables_is_told(tmp_path):
    with pytest.raises(NoInputFilesError) as error:
        find_inputs([tmp_path], out=tmp_path / "out")
    assert error.value.received["path"] == tmp_path
    with pytest.raises(NoInputFilesError):
        find_inputs([tmp_path / "*.csv"], out=tmp_path / "out")
    (tmp_path / "a.xlsx").touch()
    with pytest.raises(TableSuffixError):
        find_inputs([tmp_path / "a.xlsx"], out=tmp_path / "out")


def test_a_file_is_cut_by_rows_not_by_lines(table, tmp_path):
    reading, shards = plan_shards(table, shard_rows=2)
    assert reading.columns == ("text",)
    assert [(shard.start, shard.stop) for shard in shards] == [(0, 2), (2, 4), (4, 5)]
    assert [shard.name[-13:] for shard in shards] == [f"0000{n}.parquet" for n in range(3)]
    assert all(shard.name.startswith("a.csv-") for shard in shards)
    assert plan_shards(table, shard_rows=2)[1] == shards
    other = tmp_path / "other" / "a.csv"
    other.parent.mkdir()
    other.write_bytes(table.read_bytes())
    assert not {shard.name for shard in shards} & {
        shard.name for shard in plan_shards(other, shard_rows=2)[1]
    }


def test_parquet_is_cut_over_its_row_groups(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": list("一二三四五")}), path, row_group_size=2)
    reading, shards = plan_shards(path, shard_rows=3)
    assert reading.columns == ("text",)
    assert [(shard.start, shard.stop) for shard in shards] == [(0, 3), (3, 5)]


def test_a_heading_alone_is_a_shard_without_rows(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("text\n", encoding="utf-8")
    assert [(shard.start, shard.stop) for shard in plan_shards(path, shard_rows=3)[1]] == [(0, 0)]


def test_broken_and_missing_files_are_told(tmp_path):
    with pytest.raises(FileMissingError):
        plan_shards(tmp_path / "absent.csv", shard_rows=3)
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(FileUnreadableError):
        plan_shards(tmp_path / "a.parquet", shard_rows=3)


def test_a_note_holds_only_for_what_it_answers(table, tmp_path):
    job = make_job(tmp_path)
    first, second, _ = plan_shards(table, shard_rows=2)[1]
    answers = pyarrow.table({"text": ["一", "二"]})
    assert read_note(job, first) is None
    parquet.write_table(write_note(answers, job, first, ANSWERED), tmp_path / first.name)
    assert read_note(job, first) == ANSWERED
    assert read_note(replace(job, model="elsewhere"), first) == ANSWERED
    columns = Columns(text="text", label="text", group=None)
    for changes in (
        {"model_sha256": "cd"},
        {"columns": columns},
        {"language": "en"},
        {"options": ReadOptions(encoding="cp932")},
    ):
        assert read_note(replace(job, **changes), first) is None
    os.utime(table, ns=(0, first.modified + 1))
    assert read_note(job, plan_shards(table, shard_rows=2)[1][0]) is None
    assert read_note(job, replace(first, stop=1)) is None
    # Half a file, and a file of somebody else.
    whole = (tmp_path / first.name).read_bytes()
    (tmp_path / first.name).write_bytes(whole[: len(whole) // 2])
    assert read_note(job, first) is None
    parquet.write_table(answers, tmp_path / second.name)
    assert read_note(job, second) is None


def test_a_note_of_an_older_program_does_not_hold(table, tmp_path):
    job = make_job(tmp_path)
    shard = plan_shards(table, shard_rows=2)[1][0]
    noted = write_note(pyarrow.table({"text": ["一", "二"]}), job, shard, ANSWERED)
    note = json.loads(noted.schema.metadata[b"chumoku"])
    del note["request"]["notes"], note["answered"]["num_articles"]
    old = noted.replace_schema_metadata({b"chumoku": json.dumps(note).encode()})
    parquet.write_table(old, tmp_path / shard.name)
    assert read_note(job, shard) is None


@pytest.mark.parametrize(
    "columns",
    [
        (*COLUMNS, replace(COLUMNS[-1], name="another")),
        COLUMNS[:-1],
        COLUMNS[::-1],
        (replace(COLUMNS[0], name="label"), *COLUMNS[1:]),
        (replace(COLUMNS[0], kind="integer"), *COLUMNS[1:]),
        (replace(COLUMNS[0], meaning="the least likely label"), *COLUMNS[1:]),
    ],
    ids=[
        "one more",
        "one less",
        "another order",
        "another name",
        "another kind",
        "another meaning",
    ],
)
def test_answers_in_other_columns_are_made_anew(table, tmp_path, monkeypatch, columns):
    job = make_job(tmp_path)
    shard = plan_shards(table, shard_rows=2)[1][0]
    answers = pyarrow.table({"text": ["一", "二"]})
    parquet.write_table(write_note(answers, job, shard, ANSWERED), tmp_path / shard.name)
    assert read_note(job, shard) == ANSWERED
    monkeypatch.setattr(shards_module, "COLUMNS", columns)
    assert read_note(job, shard) is None
    parquet.write_table(write_note(answers, job, shard, ANSWERED), tmp_path / shard.name)
    assert read_note(job, shard) == ANSWERED


def test_leftovers_are_those_of_other_cuts_and_of_killed_workers(table, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    shards = plan_shards(table, shard_rows=2)[1]
    kept = [*(shard.name for shard in shards), "b.csv-01234567-00000.parquet", "manifest.json"]
    gone = [shards[0].name.replace("00000", "00003"), f".tmp-ab_cd012{shards[0].name}"]
    for name in (*kept, *gone):
        (out / name).touch()
    remove_leftovers(shards, out=out)
    assert sorted(path.name for path in out.iterdir()) == sorted(kept)
