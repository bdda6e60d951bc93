"""A table of texts from a file that somebody brings: every cell is text, "" where it is missing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pandas as pd

from core.data.tables.rows import MAX_COLUMNS, READERS, megabytes, read_rows
from core.errors import (
    DuplicateColumnsError,
    FileMissingError,
    TableEmptyError,
    TableNoRowsError,
    TableSuffixError,
    TableTooLargeError,
    TableTooManyCellsError,
    TableTooManyColumnsError,
)

CHUNK_ROWS = 2_000
# What `read_table` takes into memory: less than 1 GB even of the widest characters.
MAX_BYTES = 100 << 20  # of the file
MAX_CELLS = 10_000_000
MAX_CHARACTERS = 100_000_000

_TEXT_NAMES = (
    *("text", "feature", "sentence", "本文", "文", "テキスト", "文章", "内容", "発話", "コメント"),
    *("レビュー", "投稿", "body", "content", "comment", "review", "message", "texts", "features"),
)
_LABEL_NAMES = (
    *("label", "category", "ラベル", "分類", "カテゴリ", "カテゴリー", "正解", "class", "target"),
    *("labels", "topic", "トピック", "ジャンル", "true_label", "正解ラベル", "種類"),
)
_GROUP_NAMES = (
    *("group", "article", "記事", "article_id", "document", "doc_id", "グループ", "文書"),
    *("記事id", "groups", "thread", "blog"),
)
_ANSWER_NAMES = ("predicted", "prediction", "予測")  # another model's, no true label
_JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-鿿]")
_LOOKED_AT = 1_000  # rows, when the columns are guessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns hold the texts, the true labels and the articles; None where none does."""

    text: str
    label: str | None
    group: str | None


def read_table(path: Path, *, name: str | None = None) -> pd.DataFrame:
    """Read a whole file.

    Args:
        name: what the person calls the file, by default its own name; its suffix says what it is:
            a key of `core.data.tables.rows.READERS`.

    Raises:
        TableTooLargeError, TableTooManyCellsError: before memory runs out.
        TableNoRowsError: it holds a heading and nothing else.
        CoreError: what `iterate_table` raises.
    """
    name = name or path.name
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileMissingError(path=name) from error
    if size > MAX_BYTES:
        raise TableTooLargeError(path=name, limit=megabytes(MAX_BYTES), received=megabytes(size))
    chunks = []
    cells = characters = 0
    for chunk in iterate_table(path, name=name):
        chunks.append(chunk)
        cells += chunk.size
        characters += sum(int(chunk[column].str.len().sum()) for column in chunk.columns)
        if cells > MAX_CELLS or characters > MAX_CHARACTERS:
            raise TableTooManyCellsError(
                path=name, cells=f"{MAX_CELLS:,}", characters=f"{MAX_CHARACTERS:,}"
            )
    table = pd.concat(chunks, ignore_index=True)
    if table.empty:
        raise TableNoRowsError(path=name, columns=", ".join(table.columns))
    return table


def iterate_table(
    path: Path, *, name: str | None = None, chunk_rows: int = CHUNK_ROWS
) -> Iterator[pd.DataFrame]:
    """Read a file of any length piece by piece, in bounded memory.

    A table without rows gives one piece without rows. The index counts the rows of the file.

    Args:
        name: see `read_table`.

    Raises:
        TableSuffixError: the suffix is of no table.
        TableEmptyError: there is not even a heading.
        DuplicateColumnsError, TableTooManyColumnsError: the heading is of no use.
        CoreError: the file cannot be read, see `core.data.tables.rows.read_rows`.
    """
    with _open_table(path, name or path.name) as (columns, rows):
        start = 0
        while chunk := list(islice(rows, chunk_rows)):
            yield _frame(chunk, columns, start)
            start += len(chunk)
        if not start:
            yield _frame([], columns, start)


def scan_table(path: Path, *, name: str | None = None) -> tuple[list[str], int]:
    """Read a file of any length once and return its columns and the number of its rows.

    Raises:
        CoreError: what `iterate_table` raises, however late in the file.
    """
    with _open_table(path, name or path.name) as (columns, rows):
        return columns, sum(1 for _ in rows)


def guess_columns(table: pd.DataFrame, *, labels: Sequence[str]) -> Columns:
    """Guess which column holds what: by its name, else by what is in it.

    The texts are in the column with the longest Japanese ones; the true labels are where labels
    of the model stand, or in a column that is called so.

    Args:
        labels: the categories of the model.
    """
    columns = table.columns.tolist()
    names = {column: unicodedata.normalize("NFKC", column).strip().lower() for column in columns}
    head = table.head(_LOOKED_AT)

    def named(candidates: Sequence[str], taken: Sequence[str | None]) -> str | None:
        free = {wanted: column for column, wanted in names.items() if column not in taken}
        return next((free[wanted] for wanted in candidates if wanted in free), None)

    def length(column: str) -> tuple[bool, float]:
        return bool(head[column].str.contains(_JAPANESE).any()), head[column].str.len().mean()

    text = named(_TEXT_NAMES, ())
    if text is None:
        free = [name for name in columns if names[name] not in (*_LABEL_NAMES, *_GROUP_NAMES)]
        text = max(free or columns, key=length)
    label = named(_LABEL_NAMES, (text,))
    shares = {
        column: _share(head[column], labels)
        for column in columns
        if column != text and names[column] not in _ANSWER_NAMES
    }
    if shares and (label is None or not shares[label]):
        best = max(shares, key=lambda column: shares[column])
        label = best if shares[best] > 0.5 else label
    return Columns(text=text, label=label, group=named(_GROUP_NAMES, (text, label)))


@contextmanager
def _open_table(path: Path, name: str) -> Iterator[tuple[list[str], Iterator[Sequence[str]]]]:
    """Give the names of the columns and the rows."""
    suffix = Path(name).suffix.lower()
    if suffix not in READERS:
        raise TableSuffixError(path=name, suffixes=" ".join(READERS))
    with closing(read_rows(path, suffix=suffix, name=name)) as rows:
        yield _column_names(next(rows, ()), name=name), rows


def _share(cells: pd.Series, labels: Sequence[str]) -> float:
    """Return the share of labels of the model among the cells that are not empty."""
    filled = cells[cells != ""]
    return float(filled.isin(list(labels)).mean()) if len(filled) else 0.0


def _column_names(header: Sequence[str], *, name: str) -> list[str]:
    """Check the heading; a column without a name is called by its number."""
    if not any(header):
        raise TableEmptyError(path=name)
    if len(header) > MAX_COLUMNS:
        raise TableTooManyColumnsError(path=name, limit=MAX_COLUMNS, received=len(header))
    columns = [column or f"column_{number}" for number, column in enumerate(header, start=1)]
    if twice := [column for column, count in Counter(columns).items() if count > 1]:
        raise DuplicateColumnsError(path=name, columns=", ".join(twice))
    return columns


def _frame(rows: list[Sequence[str]], columns: list[str], start: int) -> pd.DataFrame:
    index = pd.RangeIndex(start, start + len(rows))
    return pd.DataFrame(rows, columns=columns, index=index, dtype="str")
