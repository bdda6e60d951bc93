"""The files whose words people see, and which of them serve one page alone."""

from pathlib import Path

from core.paths import ROOT

SCREEN_FILES = [
    ROOT / "app.py",
    *sorted(ROOT.glob("pages/*.py")),
    *sorted(ROOT.glob("core/ui/**/*.py")),
    # The words are handed to these.
    *sorted(ROOT.glob("core/view/**/*.py")),
]

# What stands in no row serves two pages or more.
PAGE_FILES = {
    "analyze": (
        "pages/analyze.py",
        "core/ui/panels/*.py",
        "core/ui/about_block.py",
        "core/ui/badges_block.py",
        "core/ui/controls_block.py",
        "core/ui/document_block.py",
        "core/ui/edit_block.py",
        "core/ui/visits_block.py",
        "core/ui/legend_block.py",
        "core/ui/panel_block.py",
        "core/ui/prediction_block.py",
        "core/ui/randomization_check.py",
        "core/ui/sentence_strip.py",
        "core/ui/text_block.py",
        "core/ui/whole_text_block.py",
        "core/view/agreement_chart.py",
        "core/view/analysis_html.py",
        "core/view/attention_check_chart.py",
        "core/view/deletion_curves_chart.py",
        "core/view/explanation_words.py",
        "core/view/matrix_chart.py",
        "core/view/matrix_svg.py",
        "core/view/padding_chart.py",
        "core/view/randomization_chart.py",
        "core/view/token_strip_svg.py",
    ),
    "compare": (
        "pages/compare.py",
        "core/ui/compare_blocks.py",
        "core/view/compare_chart.py",
    ),
    "lesson": (
        "pages/lesson.py",
        "core/ui/lesson/*.py",
        "core/view/lesson_*.py",
        "core/view/pieces_map_chart.py",
    ),
    "check": (
        "pages/check.py",
        "core/ui/checks/*.py",
        "core/ui/check_*.py",
        "core/ui/rows_block.py",
        "core/ui/text_row.py",
        "core/view/check_report_*.py",
        "core/view/confusion_chart.py",
        "core/view/reliability_chart.py",
        "core/view/roc_chart.py",
        "core/view/shortcuts_chart.py",
        "core/view/slices_chart.py",
    ),
    "model": (
        "pages/model.py",
        "core/ui/model_blocks/*.py",
        "core/ui/model_section_block.py",
        "core/view/training_curves_chart.py",
        "core/view/layers_html.py",
        "core/view/version_tables.py",
        "core/view/vocabulary_html.py",
    ),
}


def pages_of(path: Path) -> list[str]:
    """Return the pages whose rows name a file: one, or none where it serves several."""
    name = path.relative_to(ROOT)
    return [page for page, rows in PAGE_FILES.items() if any(name.match(row) for row in rows)]
