"""The tabs under the highlighted text: only the open one computes."""

from core.analyzer import Analyzer
from core.types import TokenizedText
from core.ui.panel_switch import panel_switch
from core.ui.panels.attention import attention_panel
from core.ui.panels.export import export_panel
from core.ui.panels.matrix import matrix_panel
from core.ui.panels.methods import methods_panel
from core.ui.panels.padding import padding_panel
from core.ui.panels.table import table_panel
from core.ui.panels.twin import twin_panel
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


def panel_block(analyzer: Analyzer, tokenized: TokenizedText, *, target: str) -> None:
    """Draw the switch and the panel that it opens.

    Args:
        tokenized: the text as it was edited.
        target: the label that is explained.
    """
    panel = panel_switch(list(PANELS), key=_PANEL_KEY, told=lambda name: word(f"panel_{name}"))
    PANELS[panel](analyzer, tokenized, target=target)
