"""From a file to its table, by the suffix of its name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from core.data.excel.reader import read_excel
from core.data.tables.delimited import read_delimited
from core.data.tables.disguise import OTHER_SPREADSHEETS, refuse_disguised
from core.data.tables.json_records import read_json
from core.data.tables.parquet import read_parquet
from core.data.tables.reading import Reader, ReadOptions, TableFile
from core.errors import (
    FileIsFolderError,
    FileMissingError,
    FileUnreadableError,
    OptionUselessError,
    SpreadsheetSuffixError,
    TableEmptyError,
    TableSuffixError,
)

READERS: dict[str, Reader] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".xlsx": read_excel,
    ".xlsm": read_excel,
    ".json": read_json,
    ".jsonl": read_json,
    ".ndjson": read_json,
    ".parquet": read_parquet,
}
NO_OPTIONS = ReadOptions()
EXCEL_SUFFIXES = (".xlsx", ".xlsm")
# Which files an option says something of.
_SUFFIXES_OF = {
    "sheet": EXCEL_SUFFIXES,
    "encoding": (".csv", ".tsv", ".json", ".jsonl", ".ndjson"),
}


def open_table(
    path: Path, *, name: str | None = None, options: ReadOptions = NO_OPTIONS
) -> TableFile:
    """Go through a file once, in bounded memory, and return what it holds.

    Args:
        name: what the person calls the file, by default its own name; its suffix says what it is.
        options: what the person says of the file.

    Raises:
        TableSuffixError: the suffix is of no table.
        SpreadsheetSuffixError: it is of a spreadsheet that can be saved as another.
        TableEmptyError: there is not even a heading.
        OptionUselessError: an option says nothing of such a file.
        CoreError: the file cannot be read: it is missing, broken, too large, of another encoding;
            however late in it. The sentence says which line.
    """
    name = name or path.name
    suffix = Path(name).suffix.lower()
    if suffix in OTHER_SPREADSHEETS:
        raise SpreadsheetSuffixError(path=name, suffix=suffix)
    if suffix not in READERS:
        raise TableSuffixError(path=name, suffixes=" ".join(READERS))
    for option, suffixes in _SUFFIXES_OF.items():
        if getattr(options, option) is not None and suffix not in suffixes:
            raise OptionUselessError(option=option, suffixes=" ".join(suffixes), path=name)
    with _file_errors(name):
        refuse_disguised(path, suffix, name=name)
        table = READERS[suffix](path, name, options)
    if not table.reading.columns:
        raise TableEmptyError(path=name)

    def rows() -> Iterator[Sequence[str]]:
        with _file_errors(name):
            yield from table.rows()

    return replace(table, rows=rows)


@contextmanager
def _file_errors(name: str) -> Iterator[None]:
    try:
        yield
    except IsADirectoryError as error:
        raise FileIsFolderError(path=name) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(path=name) from error
    except OSError as error:
        raise FileUnreadableError(path=name, reason=error.strerror or "?") from error
