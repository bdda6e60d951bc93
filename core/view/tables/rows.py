"""A table of the page as a file."""

from collections.abc import Mapping, Sequence

import pandas as pd

from core.view.tables.batch import frame_csv


def rows_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Return CSV that Excel opens, see `frame_csv`.

    Args:
        rows: by the words of the columns.
    """
    return frame_csv(pd.DataFrame(rows))
