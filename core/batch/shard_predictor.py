"""What every worker of a cluster does: read the rows of a shard, predict them, write the answers.

It knows nothing of Ray. It calls the functions of the local engine, so the numbers are the same.
"""

import os
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd
import pyarrow
from pyarrow import parquet

from core.analyzer import Analyzer
from core.batch.label_counts import LabelCounts
from core.batch.shards import Answered, Job, Shard, write_note
from core.batch.table import batch_frame, join_frames, predict_frame
from core.data.table import iterate_table
from core.errors import CoreError, FileChangedError, FileMissingError, InputChangedError
from core.files import replace_file
from core.stats.evaluate import article_sums


class ShardPredictor:
    """One model, loaded with the first shard, and a file that stays open between shards."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._analyzer: Analyzer | None = None
        self._file: str | None = None
        self._pieces: Iterator[pd.DataFrame] = iter(())
        self._row = 0  # where the next piece of the open file starts

    def __call__(self, shard: dict[str, Any]) -> dict[str, Any]:
        """Answer one shard, given by its fields.

        Returns:
            its name and the fields of `Answered`, or its name and the sentence of a `CoreError`.
        """
        try:
            return {"name": shard["name"], **asdict(self._answer(Shard(**shard)))}
        except CoreError as error:
            return {"name": shard["name"], "error": error.sentence(self._job.language)}
        except Exception as error:
            # A defect. Its own message may quote a text, and Ray writes what a worker raises
            # into log files: only its kind and place are told.
            place = "".join(traceback.format_tb(error.__traceback__))
            raise RuntimeError(f"{type(error).__name__} in {shard['name']}\n{place}") from None

    def _answer(self, shard: Shard) -> Answered:
        started = perf_counter()
        table = self._read(shard)
        result = predict_frame(self._load(), table, self._job.columns, source=shard.path)
        frame = join_frames(table, batch_frame(result, language=self._job.language))
        judged = np.flatnonzero(result.judged)
        sums = article_sums(result.right[judged], [result.groups[row] for row in judged])
        answered = Answered(
            num_failed=int((~result.answered).sum()),
            num_judged=len(judged),
            num_right=int(result.right.sum()),
            labels=LabelCounts.of(result).note(),
            num_articles=sums.articles,
            rows_squared=sums.rows_squared,
            right_squared=sums.right_squared,
            products=sums.products,
            seconds=perf_counter() - started,
            process=os.getpid(),
        )
        answers = pyarrow.Table.from_pandas(frame, preserve_index=False)
        with replace_file(Path(self._job.out) / shard.name) as temporary:
            parquet.write_table(write_note(answers, self._job, shard, answered), temporary)
        return answered

    def _load(self) -> Analyzer:
        if self._analyzer is None:
            analyzer = Analyzer.load(self._job.model)
            if analyzer.bundle.sha256 != self._job.model_sha256:
                raise FileChangedError(path=self._job.model)
            self._analyzer = analyzer
        return self._analyzer

    def _read(self, shard: Shard) -> pd.DataFrame:
        """Return the rows of a shard; where the last one was before it, read on from there.

        Raises:
            InputChangedError: the file is not the one that was planned with.
            CoreError: it cannot be read, see `core.data.table.iterate_table`.
        """
        path = Path(shard.path)
        try:
            status = path.stat()
        except OSError as error:
            raise FileMissingError(path=path) from error
        if (status.st_size, status.st_mtime_ns) != (shard.size, shard.modified):
            raise InputChangedError(path=path)
        if self._file != shard.path or self._row > shard.start:
            pieces = iterate_table(path, chunk_rows=self._job.shard_rows, options=self._job.options)
            self._pieces, self._row = pieces, 0
        self._file = None  # an error half-way leaves nothing to read on from
        for piece in self._pieces:
            start, self._row = self._row, self._row + len(piece)
            if start == shard.start and self._row == shard.stop:
                self._file = shard.path
                return piece
        raise InputChangedError(path=path)
