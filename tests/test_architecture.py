"""The house rules, read from the imports: who may import what, and in which direction."""

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A room imports, at module level, only rooms above it.
ROOMS = [
    "errors",
    "words",
    "paths",
    "files",
    "types",
    "limits",
    "sentences",
    "config",
    "layers",
    "curves",
    "knb",
    "knb_gold",
    "boundaries",
    "units",
    "word_boundaries",
    "dataset",
    "splits",
    "calibration",
    "resampling",
    "significance",
    "measure",
    "baselines",
    "download",
    "tokenizer",
    "japanese_encoding",
    "table_rows",
    "table",
    "check_rows",
    "unit_report",
    "morphology",
    "embeddings",
    "word_vectors",
    "piece_vectors",
    "encode",
    "engine",
    "weights",
    "numpy_network",
    "vocabulary",
    "perturb",
    "classifier",
    "attention_map",
    "attention_swap",
    "unit_places",
    "network",
    "augment",
    "minibatches",
    "onnx_order",
    "export",
    "encoder",
    "pretrain",
    "align",
    "ranking",
    "compare",
    "attribution",
    "ties",
    "faithfulness",
    "agreement",
    "flip",
    "randomization",
    "other_explainers",
    "evaluate",
    "fit",
    "protocols",
    "attention_check",
    "foreign",
    "scope",
    "scope_fit",
    "bundle",
    "keras_engine",
    "model_report",
    "integrity",
    "edits",
    "explanation",
    "analyzer",
    "batch",
    "behaviour",
    "batch_columns",
    "batch_table",
    "shards",
    "shard_predictor",
    "ray_workers",
    "cluster",
    "metrics",
    "slices",
    "batch_tally",
    "provenance",
    "model_duel",
    "shortcuts",
    "check_report",
    "padding_lab",
    "documents",
    "shared_view",
    "twin",
    "model_card",
    "train",
    "view",
    "notebook",
    "ui",
    "commands",
    "cli",
    "__main__",
]

_TRAINING = {
    "network",
    "minibatches",
    "export",
    "keras_engine",
    "encoder",
    "pretrain",
    "fit",
    "train",
}
# A heavy library, and the only places that may import it (anywhere in the file).
HEAVY = {
    "tensorflow": _TRAINING,
    "keras": _TRAINING,
    "keras_self_attention": _TRAINING,
    "onnxruntime": {"engine"},
    "onnx": {"export", "onnx_order"},
    "h5py": {"export", "weights"},
    "sentencepiece": {"tokenizer", "embeddings"},
    "gensim": {"embeddings"},
    "spacy": {"word_vectors"},
    "sudachipy": {"morphology"},
    "scipy": {"calibration", "significance", "randomization"},
    "sklearn": {"splits", "evaluate", "baselines", "word_boundaries"},
    "budoux": {"units", "word_boundaries"},
    "altair": {"view/axis", "view/charts", "view/chart_svg"},
    "shap": {"other_explainers"},
    "lime": {"other_explainers"},
    "streamlit": {"ui", "pages", "app"},
    "pandas": {
        "dataset",
        "table",
        "check_rows",
        "batch_table",
        "shard_predictor",
        "view/batch_export",
        "view/chart_svg",
        "view/charts",
        "view/tables",
    },
    "rich": {
        "commands/common",
        "view/document_terminal",
        "view/explanation_terminal",
        "view/terminal",
    },
    "requests": {"download"},
    "vl_convert": {"view/chart_svg"},
    "fontTools": {"view/outlines"},
    "openpyxl": {"table_rows"},
    "pyarrow": {"table_rows", "shards", "shard_predictor", "cluster", "view/batch_export"},
    "ray": {"ray_workers"},
}
# These run code that they load.
BANNED = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}


@dataclass(frozen=True)
class Import:
    """One import: in which file, of which module, and whether it runs when the file is loaded."""

    place: str  # "view/charts" in core; "pages/analyze" and "app" beside it
    module: str
    line: int
    at_module_level: bool


def _source_files() -> list[Path]:
    return sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"])


def _place(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix().removeprefix("core/")


def _imports_of(source: str, place: str) -> list[Import]:
    tree = ast.parse(source)
    later = {
        id(inner)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(outer)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place}:{node.lineno}: a relative import"
            # `from core import bundle` imports core.bundle.
            modules = [f"{node.module}.{a.name}" for a in node.names]
        else:
            continue
        found += [Import(place, module, node.lineno, id(node) not in later) for module in modules]
    return found


@pytest.fixture(scope="module")
def imports() -> list[Import]:
    """All imports of the project."""
    return [
        found
        for path in _source_files()
        for found in _imports_of(path.read_text(encoding="utf-8"), _place(path))
    ]


def _top(module: str) -> str:
    return module.split(".")[0]


def _room(place: str) -> str:
    return place.split("/")[0]


def _breaks_heavy_rule(found: Import) -> bool:
    allowed = HEAVY.get(_top(found.module))
    # One chart per file: view/matrix_chart may what view/charts may.
    place = re.sub("^view/[a-z_]+_chart$", "view/charts", found.place)
    return allowed is not None and not {place, _room(place)} & allowed


def _breaks_direction(found: Import) -> bool:
    room = _room(found.place)
    parts = found.module.split(".")
    if parts[0] != "core" or room not in ROOMS or not found.at_module_level:
        return False
    other = parts[1]
    return other != room and (other not in ROOMS or ROOMS.index(other) > ROOMS.index(room))


def _told(imports: list[Import]) -> list[str]:
    return [f"{found.place}:{found.line} imports {found.module}" for found in imports]


def test_every_room_is_in_the_order():
    rooms = {_room(_place(path)) for path in (ROOT / "core").rglob("*.py")} - {"__init__"}
    assert rooms == set(ROOMS)


def test_heavy_libraries_stay_in_their_rooms(imports):
    assert _told([found for found in imports if _breaks_heavy_rule(found)]) == []


def test_nothing_that_is_loaded_may_run_code(imports):
    assert _told([found for found in imports if _top(found.module) in BANNED]) == []


def test_numpy_never_loads_pickles():
    allowed = []
    for path in _source_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert isinstance(node.value, ast.Constant), path
                if node.value.value is not False:
                    allowed.append(f"{_place(path)}:{node.value.lineno}")
    assert allowed == []


def test_rooms_import_only_rooms_above_them(imports):
    assert _told([found for found in imports if _breaks_direction(found)]) == []


def test_only_those_that_may_put_an_import_of_a_room_off(imports):
    late = {
        _room(found.place)
        for found in imports
        if _top(found.module) == "core" and not found.at_module_level
    }
    assert late <= {"commands"}


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("import keras", "analyzer"),
        ("def f():\n    from tensorflow.keras import layers", "view/charts"),
        ("import streamlit as st", "view/charts"),
        ("import streamlit as st", "view/matrix_chart"),
        ("import altair as alt", "view/matrix_table"),
        ("from pandas.io import sql", "view/terminal"),
        ("if True:\n    import sklearn.metrics", "bundle"),
        ("def load():\n    from spacy.vocab import Vocab", "pretrain"),
    ],
)
def test_the_heavy_rule_sees(source, place):
    assert [_breaks_heavy_rule(found) for found in _imports_of(source, place)] == [True]


@pytest.mark.parametrize(
    ("source", "place", "breaks"),
    [
        ("from core.train import train_bundle", "bundle", True),
        ("from core import view", "analyzer", True),
        ("import core.ui.words", "errors", True),
        ("try:\n    from core.cli import main\nexcept ImportError:\n    pass", "types", True),
        ("class A:\n    from core.cli import main", "types", True),
        ("from core.nowhere import x", "cli", True),
        ("def f():\n    from core.cli import main", "types", False),
        ("from core.view.token_colours import blues", "view/tables", False),
        ("from core.errors import CoreError", "types", False),
    ],
)
def test_the_direction_rule_sees(source, place, breaks):
    assert [_breaks_direction(found) for found in _imports_of(source, place)] == [breaks]


def _loaded_by(statement: str) -> set[str]:
    """Top-level modules that a fresh Python has after the statement."""
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {_top(name) for name in answer.stdout.split()}


def test_the_analyzer_loads_nothing_that_only_training_or_a_screen_needs():
    loaded = _loaded_by("import core.analyzer")
    assert {"onnxruntime", "sentencepiece", "numpy"} <= loaded
    assert loaded & {"tensorflow", "keras", "pandas", "sklearn", "streamlit", "altair"} == set()


def test_a_model_folder_is_read_and_its_card_written_without_training_libraries():
    loaded = _loaded_by("import core.bundle, core.model_card, core.word_vectors")
    assert loaded & {"tensorflow", "keras", "onnxruntime", "sklearn", "spacy", "sudachipy"} == set()


def test_the_command_line_answers_help_without_any_heavy_library():
    loaded = _loaded_by("import core.cli; core.cli.build_parser()")
    assert "rich" in loaded
    assert loaded & (set(HEAVY) - {"rich"}) == set()
