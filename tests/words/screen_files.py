"""The files whose words people see, and which of them serve one page alone."""

from pathlib import Path

from core.paths import ROOT

SCREEN_FILES = [
    ROOT / "app.py",
    *sorted(ROOT.glob("pages/*.py")),
    *sorted(ROOT.glob("core/ui/**/*.py")),
    # The words are handed to these.
    *sorted(ROOT.glob("core/view/**/*.py")),
    # What a reader says of a file.
    ROOT / "core/data/tables/reading.py",
]

# What stands in no row serves two pages or more.
PAGE_FILES = {
    "analyze": (
        "pages/analyze.py",
        "core/ui/analyze/*.py",
        "core/ui/parts/edits.py",
        "core/ui/parts/prediction.py",
        "core/view/charts/agreement.py",
        "core/view/charts/attention.py",
        "core/view/charts/deletion_curves.py",
        "core/view/charts/matrix.py",
        "core/view/charts/padding.py",
        "core/view/charts/randomization.py",
        "core/view/explanation_words.py",
        "core/view/html/analysis.py",
        "core/view/pictures/matrix.py",
        "core/view/pictures/token_strip.py",
    ),
    "compare": (
        "pages/compare.py",
        "core/ui/compare/*.py",
        "core/view/charts/compare.py",
    ),
    "lesson": (
        "pages/lesson.py",
        "core/ui/lesson/*.py",
        "core/view/charts/pieces_map.py",
        "core/view/html/lesson_*.py",
    ),
    "check": (
        "pages/check.py",
        "core/ui/check/*.py",
        "core/view/charts/confusion.py",
        "core/view/charts/reliability.py",
        "core/view/charts/roc.py",
        "core/view/charts/shortcuts.py",
        "core/view/charts/slices.py",
        "core/view/html/report*.py",
        "core/view/label_words.py",
    ),
    "model": (
        "pages/model.py",
        "core/ui/model/*.py",
        "core/view/charts/curves.py",
        "core/view/html/layers.py",
        "core/view/html/vocabulary.py",
        "core/view/tables/versions.py",
    ),
}


def pages_of(path: Path) -> list[str]:
    """Return the pages whose rows name a file: one, or none where it serves several."""
    name = path.relative_to(ROOT)
    return [page for page, rows in PAGE_FILES.items() if any(name.match(row) for row in rows)]
