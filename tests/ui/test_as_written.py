"""No page gives Streamlit's Markdown a name as it stands: with names that it would read."""

import pytest
from google.protobuf.message import Message

from core.ui.analyze.panels import PANELS as ANALYZE_PANELS
from core.ui.check.panels import PANELS as CHECK_PANELS
from core.ui.lesson.steps import STEPS
from core.ui.model.sections import SECTIONS
from core.ui.shell import loaders
from core.ui.shell.as_written import escape_markdown
from tests.strange_names import ALL, FILE, LABELS, MODEL, STRANGER, strange_models, strange_table
from tests.ui.pages import checked, open_page

# What shows its text as it is: lists, fields, code, charts and tables drawn by the browser, our
# own components and HTML, which has its own tests.
_PLAIN = {
    *("html", "selectbox", "multiselect", "text_area", "text_input", "code"),
    *(
        "vega_lite_chart",
        "arrow_vega_lite_chart",
        "bidi_component",
        "dataframe",
        "arrow_data_frame",
    ),
}
# Of the others: what nobody reads as words.
_NO_WORDS = {"id", "url", "key", "form_id", "data", "query_string", "deferred_file_id", "user_key"}


@pytest.fixture(scope="module", autouse=True)
def strange(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loaders, "MODELS", strange_models(tmp_path_factory.mktemp("models")))
        yield


def markdown(page):
    """Every string of the page that Streamlit reads as Markdown."""
    for element in _elements(page._tree):
        if element.type in _PLAIN:
            continue
        if element.type in ("table", "arrow_table"):
            table = element.value
            yield from map(str, [*table.columns, *table.index, *table.to_numpy().ravel()])
        elif isinstance(element.proto, Message):
            yield from _strings(element.proto)


def _elements(block):
    for child in block.children.values():
        if hasattr(child, "children"):
            if isinstance(child.proto, Message):
                yield child
            yield from _elements(child)
        else:
            yield child


def _strings(message):
    for field, value in message.ListFields():
        if field.name in _NO_WORDS:
            continue
        for one in value if field.is_repeated else [value]:
            if isinstance(one, str):
                yield one
            elif isinstance(one, Message):
                yield from _strings(one)


def faults(page):
    checked(page)
    return {(name, text) for text in markdown(page) for name in ALL if name in text}


def told(page, name):
    return any(escape_markdown(name) in text for text in markdown(page))


@pytest.mark.parametrize("panel", ANALYZE_PANELS)
def test_analyze(panel):
    page = open_page("analyze", panel=panel, model=MODEL, method="integrated_gradients")
    assert not faults(page)
    assert any(told(page, label) for label in LABELS)


def test_sentences_of_a_text():
    assert not faults(open_page("analyze", reading="sentences", model=MODEL))


@pytest.mark.parametrize("panel", CHECK_PANELS)
def test_check(panel):
    page = open_page("check", source="upload", check=panel, model=MODEL)
    page.file_uploader(key="check_uploader").upload(FILE, strange_table())
    page.run()
    assert not faults(page)
    for name in (FILE, STRANGER):
        assert told(page, name)


@pytest.mark.parametrize("mode", ["texts", "models"])
def test_compare(mode):
    page = open_page("compare", mode=mode, model=MODEL)
    assert not faults(page)
    assert any(told(page, label) for label in LABELS)


@pytest.mark.parametrize(("step", "part"), [(s, p) for s in STEPS for p in s.parts])
def test_lesson(step, part):
    number = str(STEPS.index(step) + 1)
    assert not faults(open_page("lesson", step=number, part=part, answer="1", model=MODEL))


@pytest.mark.parametrize("section", SECTIONS)
def test_model(section):
    assert not faults(open_page("model", section=section, model=MODEL))
