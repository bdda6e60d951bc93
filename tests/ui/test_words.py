"""Every word of the screen exists in both languages, with the same blanks to fill in."""

import ast
import string

import pytest

from core.attribution import METHODS
from core.config import EVALUATION_PROTOCOLS
from core.errors import LANGUAGES
from core.paths import ROOT
from core.words import WORDS

UI_FILES = [
    *ROOT.glob("pages/*.py"),
    *ROOT.glob("core/ui/**/*.py"),
    ROOT / "app.py",
    # The printed report speaks the same words; they are handed to it.
    *ROOT.glob("core/view/check_*.py"),
]


def fields(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", WORDS)
def test_word_is_complete(key):
    assert set(WORDS[key]) == set(LANGUAGES)
    assert all(text.strip() for text in WORDS[key].values())
    assert fields(WORDS[key]["ja"]) == fields(WORDS[key]["en"])


def test_every_used_word_exists_and_every_word_is_used():
    # The selectors show one word per option.
    used, prefixes = {*METHODS, "calibrated", "raw"}, set()
    for path in UI_FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # [word(key) for key in ("one", "two")]
            if isinstance(node, ast.ListComp) and isinstance(node.generators[0].iter, ast.Tuple):
                elements = node.generators[0].iter.elts
                used |= {key.value for key in elements if isinstance(key, ast.Constant)}
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "word"):
                continue
            key = node.args[0]
            if isinstance(key, ast.Constant):
                used.add(key.value)
            elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                prefixes.add(key.values[0].value)
    assert used <= set(WORDS)
    unused = {key for key in WORDS if key not in used and not key.startswith(tuple(prefixes))}
    assert unused == set()


@pytest.mark.parametrize("name", EVALUATION_PROTOCOLS)
def test_every_protocol_of_the_evaluation_has_its_words(name):
    assert f"evaluation_{name}" in WORDS


def japanese(text):
    return any("\u3040" <= character <= "\u9fff" for character in text)


@pytest.mark.parametrize("path", UI_FILES, ids=lambda path: path.name)
def test_no_page_or_block_holds_japanese_words_of_its_own(path):
    if path.name == "loaders.py":  # the article's two sentences
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    literals = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value not in docstrings
    ]
    assert [text for text in literals if japanese(text)] == []
