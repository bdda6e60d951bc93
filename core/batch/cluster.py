"""Many files through one model on many machines, shard by shard, to be continued at any time.

Between the machines go paths, numbers and the names of labels, never a text: a worker reads the
rows itself and writes the answers itself. A shard that is done twice, because a worker died,
replaces its own file.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from time import perf_counter

from pyarrow import parquet

from core.batch.label_counts import LabelCounts
from core.batch.ray_workers import answer_shards, check_ray, open_cluster
from core.batch.shards import (
    Answered,
    Job,
    Shard,
    find_inputs,
    plan_shards,
    read_note,
    remove_leftovers,
)
from core.batch.table import choose_columns
from core.data.tables.readers import NO_OPTIONS
from core.data.tables.reading import Reading, ReadOptions
from core.errors import ShardsFailedError
from core.files import check_writable, write_json
from core.model.bundle import load_bundle
from core.stats.shares import ArticleSums
from core.words.lookup import word_in

MANIFEST_FILE = "manifest.json"
SHARD_ROWS = 10_240  # half a minute of work or less: little is lost when a worker dies


def run_cluster(
    places: Sequence[str | Path],
    *,
    model: Path,
    out: Path,
    text: str | None,
    label: str | None,
    group: str | None,
    language: str,
    command: str,
    address: str | None = None,
    workers: int | None = None,
    shard_rows: int = SHARD_ROWS,
    options: ReadOptions = NO_OPTIONS,
    on_reading: Callable[[Path, Reading], None] = lambda path, reading: None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, object]:
    """Predict every row of many files; what an earlier run has done already stays as it is.

    Args:
        places: see `core.batch.shards.find_inputs`; all files have the same columns.
        out: the folder for the answers, one Parquet file a shard.
        text, label, group: names of columns; None guesses the one with the texts, and does
            without the others.
        language: of the errors, "ja" or "en".
        address, workers: see `core.batch.ray_workers`.
        options: what the person says of the files.
        on_reading: told of every file what became of it, before the first shard.
        on_progress: called with (rows done, all rows) before the first and after every shard.

    Returns:
        What is written to manifest.json when every shard is done, and not before.

    Raises:
        ShardsFailedError, WorkersLostError: some shards are not done; the others are.
        CoreError: Ray is not installed or not reached; the model or a file cannot be read; the
            folder cannot be written to.
    """
    started = perf_counter()
    check_ray()
    check_writable(out)
    bundle = load_bundle(model)
    paths = find_inputs(places, out=out)
    plans = {path: plan_shards(path, shard_rows=shard_rows, options=options) for path in paths}
    columns = choose_columns(
        [(path, reading) for path, (reading, _) in plans.items()],
        text=text,
        label=label,
        group=group,
        options=options,
    )
    for path, (reading, _) in plans.items():
        on_reading(path, reading)
    shards = [shard for _, planned in plans.values() for shard in planned]
    job = Job(
        model=str(model.resolve()),
        model_sha256=bundle.sha256,
        columns=columns,
        language=language,
        shard_rows=shard_rows,
        out=str(out.resolve()),
        options=options,
    )
    out.mkdir(parents=True, exist_ok=True)
    (out / MANIFEST_FILE).unlink(missing_ok=True)
    remove_leftovers(shards, out=out)
    notes = {shard.name: note for shard in shards if (note := read_note(job, shard))}
    kept = set(notes)
    num_workers = _answer_rest(shards, notes, job, address, workers, on_progress)
    remove_leftovers(shards, out=out)
    record = {
        "schema": 1,
        "model": {"name": bundle.name, "sha256": bundle.sha256},
        "inputs": [str(path) for path in paths],
        "readings": [reading.record(partial(word_in, language)) for reading, _ in plans.values()],
        "columns": asdict(columns),
        "out": str(out),
        **_totals(shards, notes, LabelCounts(bundle.model.labels)),
        "shards": [_shard_record(shard, notes[shard.name], kept) for shard in shards],
        "table": _column_types(out / shards[0].name),
        "workers": num_workers,
        "seconds": perf_counter() - started,
        "command": command,
    }
    write_json(out / MANIFEST_FILE, record)
    return record


def _answer_rest(
    shards: Sequence[Shard],
    notes: dict[str, Answered],
    job: Job,
    address: str | None,
    workers: int | None,
    on_progress: Callable[[int, int], None],
) -> int:
    """Add the notes that are missing; return the number of workers, 0 where none was needed."""
    rest = {shard.name: shard for shard in shards if shard.name not in notes}
    total = sum(shard.stop - shard.start for shard in shards)
    done = total - sum(shard.stop - shard.start for shard in rest.values())
    on_progress(done, total)
    if not rest:
        return 0
    errors = []
    with open_cluster(address, model=Path(job.model), workers=workers) as model:
        placed = replace(job, model=model)
        num_workers, answers = answer_shards(list(rest.values()), placed, workers=workers)
        for answer in answers:
            name = answer.pop("name")
            if "error" in answer:
                errors.append(answer["error"])
                continue
            notes[name] = Answered(**answer)
            done += rest[name].stop - rest[name].start
            on_progress(done, total)
    if errors:
        raise ShardsFailedError(failed=len(errors), total=len(shards), first=errors[0])
    return num_workers


def _totals(
    shards: Sequence[Shard], notes: dict[str, Answered], counts: LabelCounts
) -> dict[str, object]:
    """Add up how the shards went; an article that goes over two shards counts as two."""
    for shard in shards:
        counts.add_note(notes[shard.name].labels)
    judged = sum(note.num_judged for note in notes.values())
    right = sum(note.num_right for note in notes.values())
    low, high = ArticleSums(
        articles=sum(note.num_articles for note in notes.values()),
        rows=judged,
        right=right,
        rows_squared=sum(note.rows_squared for note in notes.values()),
        right_squared=sum(note.right_squared for note in notes.values()),
        products=sum(note.products for note in notes.values()),
    ).interval()
    return {
        "rows": sum(shard.stop - shard.start for shard in shards),
        "failed": sum(note.num_failed for note in notes.values()),
        "judged": judged,
        **counts.record(),
        "accuracy": right / judged if judged else None,
        "low": low if judged else None,
        "high": high if judged else None,
    }


def _shard_record(shard: Shard, note: Answered, kept: set[str]) -> dict[str, object]:
    return {
        "file": shard.name,
        "input": shard.path,
        "rows": [shard.start, shard.stop],
        "failed": note.num_failed,
        "seconds": note.seconds,
        "kept": shard.name in kept,
    }


def _column_types(path: Path) -> dict[str, str]:
    schema = parquet.read_schema(path)
    return dict(zip(schema.names, map(str, schema.types), strict=True))
