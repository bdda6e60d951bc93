"""How long a text may be: one that is analysed as a whole, and one that is cut into sentences."""

from core.errors import TextTooLongError

MAX_CHARACTERS = 10_000  # of one row, and of a text on the pages 分析 and 比較
MAX_DOCUMENT_CHARACTERS = 100_000


def check_length(text: str, *, limit: int = MAX_CHARACTERS) -> None:
    """Make sure that a text is not longer than what is analysed, by default as a whole.

    Raises:
        TextTooLongError: naming both lengths.
    """
    if len(text) > limit:
        raise TextTooLongError(limit=f"{limit:,}", received=f"{len(text):,}")
