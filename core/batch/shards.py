"""A job too big for one run: files cut into ranges of rows, each with an output file of its own."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from glob import glob
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from core.data.answer_columns import COLUMNS
from core.data.columns import Columns
from core.data.table import scan_table
from core.data.tables.readers import NO_OPTIONS
from core.data.tables.reading import Reading, ReadOptions
from core.errors import FileMissingError, NoInputFilesError, TableSuffixError

SUFFIXES = (".parquet", ".csv", ".tsv", ".jsonl")
_NOTE = b"chumoku"  # the key of our note in the metadata of a Parquet file
_HIDDEN = (".", "_")  # how names begin that Spark, Ray and pyarrow pass over, too
# What `Shard.name` looks like, and the temporary file that `core.files.replace_file` makes of it.
_NAME = re.compile(r"(?P<temporary>\.tmp-\w{8})?(?P<prefix>.+-[0-9a-f]{8}-)\d{5,}\.parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is the same for all shards of a run.

    Attributes:
        model: the model folder, as a worker finds it.
        model_sha256: its identity, see `core.model.bundle.Bundle`.
        language: of the errors, "ja" or "en".
        shard_rows: rows of every shard but the last of a file.
        out: absolute path of the folder for the answers.
        options: what the person says of the files.
    """

    model: str
    model_sha256: str
    columns: Columns
    language: str
    shard_rows: int
    out: str
    options: ReadOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Some rows of one file.

    Attributes:
        path: absolute path of the file.
        size, modified: its bytes and its time (ns) when the rows were counted.
        start, stop: the rows [start, stop).
        name: of the Parquet file with the answers.
    """

    path: str
    size: int
    modified: int
    start: int
    stop: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How a finished shard went.

    Attributes:
        num_failed: rows that have an error.
        num_judged, num_right: rows with an answer and a label of the model; those predicted right.
        labels: see `core.batch.label_counts.LabelCounts.note`.
        num_articles, rows_squared, right_squared, products: of the judged rows, what the interval
            of their accuracy asks of articles, see `core.stats.shares.ArticleSums`. Numbers only:
            the names of articles stay in the files.
        seconds: what reading and predicting took.
        process: the id of the process that did it.
    """

    num_failed: int
    num_judged: int
    num_right: int
    labels: str
    num_articles: int
    rows_squared: float
    right_squared: float
    products: float
    seconds: float
    process: int


def find_inputs(places: Sequence[str | Path], *, out: Path) -> list[Path]:
    """List the files that are meant, each once, by absolute path.

    Args:
        places: files, folders (with all folders in them) and patterns like logs/*.csv.
        out: what lies there is answers, never input of a folder.

    Raises:
        NoInputFilesError: a place gives no file.
        TableSuffixError: a file is named that is no Parquet, CSV, TSV or JSON Lines.
    """
    found: dict[Path, None] = {}
    for place in places:
        files = _files_at(Path(place), out.resolve())
        if not files:
            raise NoInputFilesError(path=place, suffixes=" ".join(SUFFIXES))
        found.update(dict.fromkeys(file.resolve() for file in files))
    return list(found)


def _files_at(place: Path, out: Path) -> list[Path]:
    if place.is_dir():
        return sorted(
            file
            for file in place.rglob("*")
            if file.suffix.lower() in SUFFIXES
            and not file.name.startswith(_HIDDEN)
            and out not in file.resolve().parents
        )
    # First as a name: it may hold a [. `Path.glob` refuses absolute patterns.
    found = [place] if place.exists() else glob(str(place), recursive=True)  # noqa: PTH207
    files = sorted(map(Path, found))
    for file in files:
        if file.suffix.lower() not in SUFFIXES:
            raise TableSuffixError(path=file, suffixes=" ".join(SUFFIXES))
    return files


def plan_shards(
    path: Path, *, shard_rows: int, options: ReadOptions = NO_OPTIONS
) -> tuple[Reading, list[Shard]]:
    """Return what became of a file, and its shards; one without rows gives one without rows.

    The file is gone through once. The names of the shards depend on nothing but the path
    and their numbers.

    Raises:
        CoreError: the file cannot be read, see `core.data.table.scan_table`.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise FileMissingError(path=path) from error
    reading = scan_table(path, options=options)
    rows = reading.num_rows
    return reading, [
        Shard(
            path=str(path),
            size=status.st_size,
            modified=status.st_mtime_ns,
            start=start,
            stop=min(start + shard_rows, rows),
            name=f"{_prefix(path)}{number:05d}.parquet",
        )
        for number, start in enumerate(range(0, max(rows, 1), shard_rows))
    ]


def _prefix(path: Path | str) -> str:
    """Begin the names of a file's answers: two files of one name in two folders stay apart."""
    return f"{Path(path).name}-{hashlib.sha256(str(path).encode()).hexdigest()[:8]}-"


def remove_leftovers(shards: Sequence[Shard], *, out: Path) -> None:
    """Remove answers to the same files that are of another cut, and what killed workers left.

    Otherwise whoever reads the whole folder would read some rows twice.
    """
    names = {shard.name for shard in shards}
    prefixes = {_prefix(shard.path) for shard in shards}
    for file in out.iterdir():
        match = _NAME.fullmatch(file.name)
        if match and match["prefix"] in prefixes and (match["temporary"] or file.name not in names):
            file.unlink()


def write_note(table: pyarrow.Table, job: Job, shard: Shard, answered: Answered) -> pyarrow.Table:
    """Put into a table, for the file it becomes, what it answers and how that went."""
    note = json.dumps({"request": _request(job, shard), "answered": asdict(answered)})
    return table.replace_schema_metadata({**(table.schema.metadata or {}), _NOTE: note.encode()})


def read_note(job: Job, shard: Shard) -> Answered | None:
    """Read from a shard's output how that went; None where the shard has to be done (again).

    Parquet's metadata is written last, and the file gets its name after that: one that can be
    read is whole.
    """
    try:
        metadata = parquet.read_metadata(Path(job.out) / shard.name)
    except (OSError, pyarrow.ArrowException):  # there is none, or something else of that name
        return None
    note: dict[str, Any] = json.loads((metadata.metadata or {}).get(_NOTE, b"{}"))
    return Answered(**note["answered"]) if note.get("request") == _request(job, shard) else None


def _request(job: Job, shard: Shard) -> dict[str, object]:
    """All that the answers depend on, and what they and their notes are made of."""
    return {
        "answers": [asdict(column) for column in COLUMNS],
        # Another version of the program may have written less about a shard: it is done again then.
        "notes": [field.name for field in fields(Answered)],
        "model": job.model_sha256,
        "columns": asdict(job.columns),
        "options": asdict(job.options),
        "language": job.language,
        "size": shard.size,
        "modified": shard.modified,
        "rows": [shard.start, shard.stop],
    }
