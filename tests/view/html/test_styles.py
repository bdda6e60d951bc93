"""The style sheets of drawn HTML: each class that is drawn has its rules, each rule its class."""

import re

import pytest

from core.paths import ROOT
from core.view.html.styles import COSINES_STYLE, LESSON_STYLE, MODEL_STYLE

DRAWN_BY = {
    LESSON_STYLE: ["core/view/html/lesson_*.py", "core/ui/lesson/limits.py"],
    MODEL_STYLE: [
        f"core/view/{name}.py" for name in ("html/layers", "page_markdown", "html/vocabulary")
    ],
    COSINES_STYLE: ["core/view/html/cosine_bars.py"],
}


def rules(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)


def classes(path):
    selectors = re.findall(r"([^{}]+)\{", rules(path))
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


def code_of(path):
    files = [file for pattern in DRAWN_BY[path] for file in sorted(ROOT.glob(pattern))]
    return "".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("path", DRAWN_BY, ids=lambda path: path.stem)
def test_what_is_drawn_and_what_has_rules_are_the_same(path):
    code = code_of(path)
    drawn = {name for names in re.findall(r'class="([^"]*)"', code) for name in names.split()}
    assert {name for name in drawn if "{" not in name} <= classes(path)
    # Kinds are put in where they are drawn: "framed" and such.
    assert classes(path) <= set(re.findall(r"[a-z][a-z-]*", code))
    assert "<style" not in code


def test_no_two_style_sheets_of_a_page_share_a_class():
    # Whatever st.html draws lies in one document.
    outermost = {
        path: {match[1] for match in re.finditer(r"^\.([a-z][\w-]*)", rules(path), re.M)}
        for path in DRAWN_BY
    }
    assert all(name.startswith("lesson-") for name in outermost[LESSON_STYLE])
    assert not outermost[COSINES_STYLE] & outermost[MODEL_STYLE]
