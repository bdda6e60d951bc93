"""Parquet files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from core.data.tables.cells import cell_text
from core.data.tables.reading import Reading, ReadOptions, TableFile
from core.errors import FileUnreadableError

_ROWS = 1_000  # decoded together


def read_parquet(path: Path, name: str, options: ReadOptions) -> TableFile:
    """Read a Parquet file; see `core.data.tables.readers.open_table`.

    It knows its columns and rows: nothing else is gone through for them.
    """
    import pyarrow
    from pyarrow.parquet import ParquetFile

    def rows() -> Iterator[Sequence[str]]:
        try:
            with ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=_ROWS):
                    columns = [
                        [cell_text(value) for value in column.to_pylist()]
                        for column in batch.columns
                    ]
                    yield from zip(*columns, strict=True)
        except pyarrow.ArrowException as error:
            raise FileUnreadableError(path=name, reason="Parquet") from error

    try:
        with ParquetFile(path) as file:
            columns = tuple(cell_text(column) for column in file.schema_arrow.names)
            num_rows = file.metadata.num_rows
    except pyarrow.ArrowException as error:
        raise FileUnreadableError(path=name, reason="Parquet") from error
    return TableFile(reading=Reading(columns=columns, num_rows=num_rows), rows=rows)
