"""Every word of the screen exists in both languages, with the same blanks to fill in."""

import ast
import re
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
    *ROOT.glob("core/view/*_chart.py"),
    ROOT / "core/view/charts.py",
    # So do the files that a person takes home.
    *ROOT.glob("core/view/analysis_*.py"),
    *ROOT.glob("core/view/explanation_words.py"),
    *ROOT.glob("core/view/painted_segments.py"),
    *ROOT.glob("core/view/*_svg.py"),
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


# Elements of Streamlit that show their first argument, and the keywords that any of them shows.
SHOWING = {
    *("title", "header", "subheader", "caption", "write", "markdown", "text", "html", "code"),
    *("info", "warning", "error", "success", "toast", "status", "spinner", "progress", "metric"),
    *("button", "download_button", "form_submit_button", "link_button", "popover", "expander"),
    *("toggle", "checkbox", "radio", "selectbox", "multiselect", "segmented_control", "pills"),
    *("slider", "select_slider", "text_input", "text_area", "number_input", "file_uploader"),
    *("tabs", "dialog", "Column", "TextColumn", "NumberColumn", "ProgressColumn"),
}
SHOWN_KEYWORDS = {"label", "body", "text", "help", "placeholder", "alt", "delta"}


def written_words(node):
    """The words that a piece of code spells out itself: without HTML, and without its blanks."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return written_words(node.left) + written_words(node.right)
    if isinstance(node, ast.IfExp):
        return written_words(node.body) + written_words(node.orelse)
    if isinstance(node, ast.List | ast.Tuple):
        return [found for element in node.elts for found in written_words(element)]
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(
        part.value if isinstance(part, ast.Constant) else "\0"
        for part in parts
        if isinstance(part, ast.FormattedValue) or isinstance(getattr(part, "value", None), str)
    )
    text = re.sub(r"<(style|script)>.*?</\1>|<[^>]*>|&\w+;", "", text, flags=re.DOTALL)
    return re.findall(r"[^\W\d_]{2,}", text)


def literals_shown(source):
    """The words of a file that it hands to Streamlit without asking core.words."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in SHOWING:
            shown = [*node.args[:1], *(k.value for k in node.keywords if k.arg in SHOWN_KEYWORDS)]
            found += [word for argument in shown for word in written_words(argument)]
    return found


@pytest.mark.parametrize("path", UI_FILES, ids=lambda path: path.name)
def test_no_page_or_block_hands_words_of_its_own_to_streamlit(path):
    assert literals_shown(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("st.button('Save it', key='save')", ["Save", "it"]),
        ("place.caption(f'{count} rows')", ["rows"]),
        ("st.toggle(word('present'), help='Large ' + word('x'))", ["Large"]),
        ("st.html(f'<p style=\"margin: 0\">{told}</p><b>Why</b>')", ["Why"]),
        ("st.tabs(['Chart', word('table')])", ["Chart"]),
        ("st.html('<style>.a { color: red }</style>')", []),
        ("st.metric(word('accuracy'), f'{share:.2f} %', key='accuracy')", []),
    ],
)
def test_the_search_for_literals_finds_what_it_looks_for(source, words):
    assert literals_shown(source) == words
