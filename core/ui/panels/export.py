"""書き出し: everything that a person takes home."""

from core.analyzer import Analyzer
from core.types import TokenizedText


def export_panel(analyzer: Analyzer, tokenized: TokenizedText, *, target: str) -> None:
    """Draw the downloads of what the page shows."""
