"""The panels of 分析, under the highlighted text."""

from core.analyzer import Analyzer
from core.types import TokenizedText
from core.ui.controls_block import Choices
from core.ui.panels.attention import attention_panel
from core.ui.panels.export import export_panel
from core.ui.panels.matrix import matrix_panel
from core.ui.panels.methods import methods_panel
from core.ui.panels.padding import padding_panel
from core.ui.panels.table import table_panel
from core.ui.panels.twin import twin_panel
from core.ui.panels_block import panels_block
from core.ui.words import word

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
