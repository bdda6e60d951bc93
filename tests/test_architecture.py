"""The house rules, read from the imports: who may import what, and in which direction."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Each room, and each file beside them, imports only what stands to its left; `core/__init__.py`
# alone, which no room imports, may look at all of them.
ROOMS = [
    "errors",
    "paths",
    "files",
    "types",
    "words",
    "stats",
    "text",
    "data",
    "model",
    "explain",
    "analyzer",
    "lab",
    "batch",
    "training",
    "checks",
    "view",
    "notebook",
    "ui",
    "commands",
    "cli",
    "__main__",
]
# The same inside `ui`; its rooms of pages stand side by side and do not see one another.
UI_ROOMS = ["shell", "parts", "pages"]

# A heavy library, and the only rooms that may import it, anywhere in a file.
HEAVY = {
    "tensorflow": {"training"},
    "keras": {"training"},
    "keras_self_attention": {"training"},
    "onnx": {"training"},
    "gensim": {"training"},
    "spacy": {"training"},
    "sudachipy": {"training"},
    "h5py": {"model", "training"},
    "onnxruntime": {"model"},
    "sentencepiece": {"text", "training"},
    "budoux": {"text", "training"},
    "scipy": {"stats", "lab"},
    "sklearn": {"stats", "data", "training"},
    "pandas": {"data", "batch", "view/charts", "view/pictures", "view/tables"},
    "pyarrow": {"data", "batch", "view/tables"},
    "requests": {"data"},
    "ray": {"batch"},
    "altair": {"view/charts", "view/pictures"},
    "vl_convert": {"view/pictures"},
    "fontTools": {"view/pictures"},
    "rich": {"view/terminal", "commands"},
    "shap": {"commands/bench"},
    "lime": {"commands/bench"},
    "streamlit": {"ui", "pages", "app"},
}
# These run code that they load.
BANNED = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}

MOST_FILES = 25  # in one folder
MOST_LINES = 350  # of one file, sentences and words aside
MOST_LEVELS = 2  # of folders below core


@dataclass(frozen=True)
class Import:
    """One import, anywhere in a file, also inside a function."""

    place: str  # "view/charts/slices" in core; "pages/analyze" and "app" beside it
    module: str  # "core.view.palette.INK": what is imported may be a module or a name in one
    line: int

    def __str__(self) -> str:
        return f"{self.place}:{self.line} imports {self.module}"


def _source_files() -> list[Path]:
    return sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"])


def _place(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix().removeprefix("core/")


def _imports_of(source: str, place: str) -> Iterator[Import]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(place, alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place}:{node.lineno}: a relative import"
            for alias in node.names:
                yield Import(place, f"{node.module}.{alias.name}", node.lineno)


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


def _breaks_heavy_rule(found: Import) -> bool:
    allowed = HEAVY.get(_top(found.module))
    parts = found.place.split("/")
    # "view/charts" and "view" for view/charts/slices.
    rooms = {"/".join(parts[:level]) for level in (1, 2)}
    return allowed is not None and not rooms & allowed


def _ui_level(room: str) -> int:
    return UI_ROOMS.index(room if room in UI_ROOMS else "pages")


def _breaks_direction(found: Import) -> bool:
    """Say whether an import runs against the order of the rooms."""
    if _top(found.module) != "core" or found.place in ("__init__", "app"):
        return False
    here, there = found.place.split("/"), found.module.split(".")[1:]
    if here[0] == "pages":
        return False
    if here[0] != there[0]:
        return there[0] not in ROOMS or ROOMS.index(there[0]) > ROOMS.index(here[0])
    if here[0] != "ui" or here[1] == there[1]:
        return False
    return _ui_level(there[1]) >= _ui_level(here[1])


def _graph(imports: list[Import]) -> dict[str, set[str]]:
    """Return which file of core imports which."""
    places = {_place(path) for path in _source_files()}
    graph: dict[str, set[str]] = {}
    for found in imports:
        parts = found.module.split(".")[1:]
        # The name itself is a module, or it stands in one.
        for place in ("/".join(parts), "/".join(parts[:-1])):
            if _top(found.module) == "core" and place in places:
                graph.setdefault(found.place, set()).add(place)
                break
    return graph


def test_every_room_is_in_the_order():
    rooms = {_place(path).split("/")[0] for path in (ROOT / "core").rglob("*.py")}
    assert rooms - {"__init__"} == set(ROOMS)


def test_rooms_import_only_what_stands_to_their_left(imports):
    assert [str(found) for found in imports if _breaks_direction(found)] == []


def test_no_file_imports_itself_by_a_detour(imports):
    # Inside a room too, and through imports inside functions.
    TopologicalSorter(_graph(imports)).prepare()


def test_heavy_libraries_stay_in_their_rooms(imports):
    assert [str(found) for found in imports if _breaks_heavy_rule(found)] == []


def test_nothing_that_is_loaded_may_run_code(imports):
    assert [str(found) for found in imports if _top(found.module) in BANNED] == []


def test_numpy_never_loads_pickles():
    allowed = []
    for path in _source_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert isinstance(node.value, ast.Constant), path
                if node.value.value is not False:
                    allowed.append(f"{_place(path)}:{node.value.lineno}")
    assert allowed == []


def test_only_commands_put_an_import_of_a_room_off():
    late = {
        _place(path).split("/")[0]
        for path in (ROOT / "core").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and _top(node.module or "") == "core"
    }
    assert late <= {"commands"}


def _files_of(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.suffix in {".py", ".css", ".js"}]


@pytest.mark.parametrize("house", ["core", "tests"])
def test_folders_are_few_files_and_flat(house):
    top = ROOT / house
    folders = [top, *(path for path in top.rglob("*") if path.is_dir())]
    folders = [
        folder for folder in folders if not {"__pycache__", "node_modules"} & set(folder.parts)
    ]
    assert max(len(folder.relative_to(top).parts) for folder in folders) == MOST_LEVELS
    assert [str(folder) for folder in folders if len(_files_of(folder)) > MOST_FILES] == []
    assert [str(folder) for folder in folders if folder.name in {"utils", "helpers", "misc"}] == []


def test_no_file_is_long():
    long = {
        _place(path): lines
        for path in [*_source_files(), *(ROOT / "tests").rglob("*.py")]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    data = {place for place in long if place == "errors" or place.startswith("words/")}
    assert long.keys() - data == set()


def test_the_door_of_every_room_says_what_is_inside_and_nothing_else():
    for door in (ROOT / "core").rglob("*/__init__.py"):
        tree = ast.parse(door.read_text(encoding="utf-8"))
        assert len(tree.body) == 1, f"{door}: a docstring alone"
        assert 2 <= len((ast.get_docstring(tree) or "").splitlines()) <= 4, door


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("import keras", "analyzer"),
        ("def f():\n    from tensorflow.keras import layers", "view/charts/roc"),
        ("import streamlit as st", "view/charts/roc"),
        ("import altair as alt", "view/tables/tokens"),
        ("from pandas.io import sql", "view/terminal/analysis"),
        ("if True:\n    import sklearn.metrics", "model/bundle"),
        ("import shap", "commands/explain"),
    ],
)
def test_the_heavy_rule_sees(source, place):
    assert [_breaks_heavy_rule(found) for found in _imports_of(source, place)] == [True]


@pytest.mark.parametrize(
    ("source", "place", "breaks"),
    [
        ("from core.training.train import train_bundle", "model/bundle", True),
        ("from core import view", "analyzer", True),
        ("import core.ui.shell.words", "errors", True),
        ("try:\n    from core.cli import main\nexcept ImportError:\n    pass", "types", True),
        ("class A:\n    from core.cli import main", "types", True),
        ("from core.nowhere import x", "cli", True),
        ("def f():\n    from core.cli import main", "types", True),
        ("from core.ui.check.slices import x", "ui/lesson/limits", True),
        ("from core.ui.analyze.text import x", "ui/parts/share", True),
        ("from core.ui.parts.share import x", "ui/analyze/text", False),
        ("from core.view.palette import INK", "view/charts/roc", False),
        ("from core.errors import CoreError", "types", False),
    ],
)
def test_the_direction_rule_sees(source, place, breaks):
    assert [_breaks_direction(found) for found in _imports_of(source, place)] == [breaks]


def test_the_search_for_circles_sees_one_through_a_function():
    sources = {
        "view/palette": "from core.view.numbers import x",
        "view/numbers": "def f():\n    from core.view import palette",
    }
    found = [one for place, source in sources.items() for one in _imports_of(source, place)]
    with pytest.raises(CycleError):
        TopologicalSorter(_graph(found)).prepare()


def _loaded_by(statement: str) -> set[str]:
    """Top-level modules that a fresh Python has after the statement."""
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {_top(name) for name in answer.stdout.split()}


def test_the_analyzer_loads_nothing_that_only_training_or_a_screen_needs():
    loaded = _loaded_by("import core.analyzer")
    assert {"onnxruntime", "sentencepiece", "numpy"} <= loaded
    assert loaded & {"tensorflow", "keras", "pandas", "sklearn", "streamlit", "altair"} == set()


def test_a_model_folder_is_read_and_its_card_written_without_training_libraries():
    loaded = _loaded_by(
        "import core.model.bundle, core.training.model_card, core.training.word_vectors"
    )
    assert loaded & {"tensorflow", "keras", "onnxruntime", "sklearn", "spacy", "sudachipy"} == set()


def test_the_command_line_answers_help_without_any_heavy_library():
    loaded = _loaded_by("import core.cli; core.cli.build_parser()")
    assert "rich" in loaded
    assert loaded & (set(HEAVY) - {"rich"}) == set()
