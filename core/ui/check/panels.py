"""The panels of 検査."""

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.ui.check.behaviour import behaviour_panel
from core.ui.check.calibration import calibration_panel
from core.ui.check.confusion import confusion_panel
from core.ui.check.models import models_panel
from core.ui.check.protocols import protocols_panel
from core.ui.check.report import report_panel
from core.ui.check.rows import rows_panel
from core.ui.check.scope import scope_panel
from core.ui.check.shortcuts import shortcuts_panel
from core.ui.check.slices import slices_panel
from core.ui.parts.panels import panels_block
from core.ui.shell.address import write_choice
from core.ui.shell.words import word

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
