"""Words stand in core.words alone: no page, block or view spells out any of its own."""

import ast
import re

import pytest

from core.paths import ROOT
from tests.words.screen_files import SCREEN_FILES


def japanese(text):
    return any("\u3040" <= character <= "\u9fff" for character in text)


def own_japanese(source):
    """The Japanese texts of a file, but for its docstrings."""
    tree = ast.parse(source)
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value not in docstrings
        and japanese(node.value)
    ]


def found_by(search):
    """What a search finds in each file; nothing of those in which it finds nothing."""
    return {
        str(path.relative_to(ROOT)): found
        for path in SCREEN_FILES
        if (found := search(path.read_text(encoding="utf-8")))
    }


def test_no_page_or_block_holds_japanese_words_of_its_own():
    # The example sentences of the article, and what one of them is changed to.
    assert found_by(own_japanese).keys() == {"core/ui/shell/loaders.py"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"""分析"""\nst.button("保存")', ["保存"]),
        ('def f():\n    """分析"""\n    return f"{count} 行"', [" 行"]),
        ("NAME = 'text'  # 文", []),
    ],
)
def test_the_search_for_japanese_finds_what_it_looks_for(source, found):
    assert own_japanese(source) == found


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


def test_no_page_or_block_hands_words_of_its_own_to_streamlit():
    assert found_by(literals_shown) == {}


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
