"""The keys that are put together: for each pattern, what the code puts into its blanks.

The names come from the code that goes through them. Where it has no list of them, they are written
out here, and the comment says where they come from.
"""

import ast
import inspect
from types import FunctionType, ModuleType

from core.checks.behaviour import DIRECTIONS, read_cases
from core.checks.behaviour import KINDS as CASE_KINDS
from core.checks.provenance import PROVENANCES
from core.checks.slices import KINDS as SLICE_KINDS
from core.data.dataset import SPLIT_NAMES
from core.explain.faithfulness import VERDICTS
from core.explain.methods.registry import METHODS
from core.files import read_json
from core.lab.edits import OPERATIONS
from core.lab.randomization import STAGES
from core.model.config import EVALUATION_PROTOCOLS, POOLINGS
from core.model.scope import FEATURES
from core.paths import DATA, MODELS, ROOT
from core.types import PROTOCOLS, UNITS
from core.ui.analyze import export, padding
from core.ui.analyze import panels as panel_block
from core.ui.analyze import text as text_block
from core.ui.check import calibration, models, protocols, rows, scope
from core.ui.check import cards as check_cards_block
from core.ui.check import confusion as matrix
from core.ui.check import panels as check_panel_block
from core.ui.check import source as check_source_block
from core.ui.compare import blocks as compare_blocks
from core.ui.lesson import vote
from core.ui.lesson.steps import STEPS
from core.ui.model import sections as model_section_block
from core.ui.parts import prediction as prediction_block
from core.view.charts.curves import MEASURES
from core.view.highlight import SCALES
from core.view.html.layers import LAYER_KINDS


def _without(names: tuple[str, ...], *others: str) -> list[str]:
    return [name for name in names if name not in others]


def _texts_in(function: FunctionType) -> set[str]:
    """Return every text that a function has in its code."""
    return _constants(ast.parse(inspect.getsource(function)))


def _arguments(module: ModuleType, name: str) -> set[str]:
    """Return what stands first in the calls of a function, or of a class, of a module."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(module))))
    first = [
        [*call.args, *(keyword.value for keyword in call.keywords)][0]
        for call in calls
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == name
    ]
    return {text for argument in first for text in _constants(argument)}


def _constants(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _note_names() -> set[str]:
    """Return what the readers of tables give as the names of their notes."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "core/data").rglob("*.py")]
    calls = (node for source in sources for node in ast.walk(ast.parse(source)))
    return {
        name
        for call in calls
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"add", "count"}
        and getattr(call.func.value, "id", "") == "notes"
        for name in _constants(call.args[0])
    }


_ATTENTION = read_json(MODELS / "default" / "report.json")["checks"]["attention"]
_CAPABILITIES = {case.capability for case in read_cases(DATA / "behaviour")}
_CARDS = _arguments(check_cards_block, "_card")
_CURVES = ("deletion", "insertion")  # fields of core.explain.faithfulness.Curves
_SOURCES = ("file", "test", "grouped")  # calibration._records
_STEPS = [step.name for step in STEPS]
# core.view.check_words.slice_title, where the name of a slice is yes or no.
_YES_OR_NO = _without(SLICE_KINDS, "all", "length", "confidence", "article")

PUT_TOGETHER = {
    "behaviour_capability_{}": _CAPABILITIES,
    "behaviour_fact_{}": DIRECTIONS,
    "behaviour_kind_{}": CASE_KINDS,
    "behaviour_means_{}": CASE_KINDS,
    # The shipped model has no pretrained layers, so that its record lacks that variant.
    "buys_variant_{}": [*_ATTENTION["variants"], "pretrained"],
    "calibration_{}": _SOURCES,
    "check_about_{}": [*check_source_block._FILES, "test"],
    "check_card_{}": _CARDS,
    "check_card_{}_help": _CARDS,
    "check_filter_{}": rows._FILTERS,
    # Of the file alone; no other model stands beside it.
    "check_learnt_{}": _without(PROVENANCES, "unknown", "overlapping"),
    "check_panel_{}": check_panel_block.PANELS,
    "check_source_{}": [*check_source_block._FILES, "test", "upload"],
    "compare_mode_{}": compare_blocks._MODES,
    "compare_where_{}": _texts_in(compare_blocks._where),
    "curves_{}": MEASURES,
    "edited_{}": _without(OPERATIONS, "replace"),
    "evaluation_{}": EVALUATION_PROTOCOLS,
    "export_theme_{}": export._THEMES,
    "help_{}": METHODS,
    "layer_{}": LAYER_KINDS,
    "legend_{}": SCALES,
    "lesson_explanation_method_{}": ("attention", "integrated_gradients"),  # explanation._label
    "lesson_explanation_{}": [*VERDICTS, *_arguments(vote, "_Strip")],
    "lesson_lstm_kept_{}": POOLINGS,
    "lesson_{}_notes": _STEPS,
    "lesson_{}_title": _STEPS,
    "lesson_{}_{}_ask": [(step.name, part) for step in STEPS for part in step.parts],
    "methods_{}": ("tau", "overlap", *_CURVES),  # fields of core.explain.agreement.Agreement
    "methods_{}_alt": _CURVES,
    "methods_{}_fraction": _CURVES,
    "methods_{}_short": ("tau", "overlap"),  # as above
    "model_section_{}": model_section_block.SECTIONS,
    "models_rows_{}": PROVENANCES,
    "models_shown_{}": models._SHOWN,
    "models_split_{}": PROTOCOLS,
    "padding_model_{}": padding._NAMES,
    "panel_{}": panel_block.PANELS,
    "part_{}": SPLIT_NAMES,
    "protocol_{}": PROTOCOLS,
    "protocols_tags_{}": protocols._TAGS,
    "protocols_{}": PROTOCOLS,
    # core.data.tables.reading: Note.sentence, and Reading._shown_row
    "read_{}": [*_note_names(), "first_row", "row", "names"],
    "reading_{}": text_block.READINGS,
    "report_wanted_{}": DIRECTIONS,
    "scale_{}": SCALES,
    "scope_feature_{}": FEATURES,
    "scope_kind_{}": scope._KINDS,
    "slices_kind_{}": _without(SLICE_KINDS, "all"),
    "slices_name_{}_no": _YES_OR_NO,
    "slices_name_{}_yes": _YES_OR_NO,
    "twin_stage_{}": STAGES,
    "unit_{}": UNITS,
    "verdict_{}": VERDICTS,
    "{analysis.attribution.method}": METHODS,
    "{attribution.method}": METHODS,
    "{key}": (matrix._TRUE_KEY, matrix._PREDICTED_KEY),
    "{chosen}": calibration._KINDS,
    "{kind}": calibration._KINDS,
    "{method.warning}": {method.warning for method in METHODS.values()} - {None},
    "{method}": METHODS,
    "{name}": [*METHODS, *prediction_block.PROBABILITIES],
    "{trained.attribution.method}": METHODS,
}


def generated_keys(pattern: str) -> set[str]:
    """Return the keys that a pattern stands for; a key without blanks stands for itself.

    Raises:
        KeyError: nobody has said what its blanks hold.
    """
    if "{" not in pattern:
        return {pattern}
    names = PUT_TOGETHER[pattern]
    if pattern.startswith("{"):
        return set(names)
    return {pattern.format(*([name] if isinstance(name, str) else name)) for name in names}
