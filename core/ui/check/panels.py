"""The panels of 検査."""

import streamlit as st

from core.analyzer import Analyzer
from core.batch import BatchResult
from core.ui.address import write_choice
from core.ui.checks.behaviour import behaviour_panel
from core.ui.checks.calibration import calibration_panel
from core.ui.checks.matrix import confusion_panel
from core.ui.checks.models import models_panel
from core.ui.checks.protocols import protocols_panel
from core.ui.checks.report import report_panel
from core.ui.checks.rows import rows_panel
from core.ui.checks.scope import scope_panel
from core.ui.checks.shortcuts import shortcuts_panel
from core.ui.checks.slices import slices_panel
from core.ui.panels_block import panels_block
from core.ui.words import word

PANELS = {
    "matrix": confusion_panel,
    "rows": rows_panel,
    "slices": slices_panel,
    "calibration": calibration_panel,
    "scope": scope_panel,
    "behaviour": behaviour_panel,
    "shortcuts": shortcuts_panel,
    "models": models_panel,
    "protocols": protocols_panel,
    "report": report_panel,
}

_PANEL_KEY = "check"


def check_panel_block(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw the switch and the panel that it opens."""
    panels_block(
        PANELS, analyzer, result, key=_PANEL_KEY, title=lambda name: word(f"check_panel_{name}")
    )


def open_panel(name: str) -> None:
    """Open a panel: the `on_click` of a button above the switch."""
    st.session_state[_PANEL_KEY] = name
    write_choice(_PANEL_KEY)
