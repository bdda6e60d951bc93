"""The panels of 分析, under the highlighted text."""

from core.analyzer import Analyzer
from core.types import TokenizedText
from core.ui.analyze.attention import attention_panel
from core.ui.analyze.controls import Choices
from core.ui.analyze.export import export_panel
from core.ui.analyze.matrix import matrix_panel
from core.ui.analyze.methods import methods_panel
from core.ui.analyze.padding import padding_panel
from core.ui.analyze.table import table_panel
from core.ui.analyze.twin import twin_panel
from core.ui.parts.panels import panels_block
from core.ui.shell.words import word

PANELS = {
    "table": table_panel,
    "matrix": matrix_panel,
    "methods": methods_panel,
    "padding": padding_panel,
    "twin": twin_panel,
    "attention": attention_panel,
    "export": export_panel,
}

_PANEL_KEY = "panel"


def panel_block(analyzer: Analyzer, tokenized: TokenizedText, choices: Choices) -> None:
    """Draw the switch and the panel that it opens.

    Args:
        tokenized: the text as it was edited.
    """
    panels_block(
        PANELS,
        analyzer,
        tokenized,
        choices,
        key=_PANEL_KEY,
        title=lambda name: word(f"panel_{name}"),
    )
