"""Names that Markdown, Streamlit or HTML would read: a browser shows them as they are written."""

import shutil
from urllib.parse import quote

import pytest

from core.paths import ROOT
from tests.browser.conftest import serve
from tests.browser.waiting import wait_until_drawn, wait_until_still
from tests.strange_names import (
    FILE,
    LABEL_COLUMN,
    LABELS,
    MARKS,
    MODEL,
    STRANGER,
    strange_models,
    strange_table,
)

# What Markdown makes of such names; that of the app itself has none of these.
READ = (
    "em, del, img, hr, blockquote, h4, h5, h6, input, .katex, [role=img], .stMarkdownColoredText, "
    ".stMarkdownColoredBackground, .stMarkdownBadge, a[href]:not([href^='#'])"
)
# What becomes of the names where they are read.
PARTS = ("京都", "結果", "型", "政治", "記事", "本文", "x", "m", "c", "b", "s")


@pytest.fixture(scope="module")
def places(chromium, tmp_path_factory):
    with serve(tmp_path_factory.mktemp("places"), script="tests/browser/places.py") as url:
        page = chromium.new_page()
        page.goto(url)
        page.wait_for_selector("#end", state="attached", timeout=90_000)
        wait_until_drawn(page)
        page.wait_for_timeout(1_000)
        yield page
        page.close()


@pytest.mark.parametrize("number", range(len(MARKS)), ids=map(ascii, MARKS))
def test_every_place_shows_the_text(places, number):
    text = MARKS[number]
    container = places.locator(f".st-key-text_{number}")
    shown = container.locator("[data-testid=stMarkdownContainer], td, th").all_text_contents()
    shown = [one for one in shown if one not in ("", "x")]
    # An empty line and blanks at the ends are no text of HTML.
    one_line = text.replace("\r\n\r\n", "\n").strip()
    assert len(shown) >= 8 or text == "x"
    assert [one for one in shown if one_line not in one.replace("\r\n\r\n", "\n")] == []
    (code,) = container.locator("code").all_text_contents()
    # Streamlit writes _ for / there, too.
    assert code.split() == one_line.replace(":material/", ":material_").split()
    assert container.locator(f"[data-testid=stMarkdownContainer] :is({READ})").count() == 0
    strong = container.locator("strong").all_text_contents()
    assert len(strong) == 2
    value = container.get_by_role("combobox").input_value()
    assert value == text.replace("\r", "").replace("\n", "")


@pytest.fixture(scope="module")
def strange_server(tmp_path_factory):
    """The app with models that have such names."""
    root = tmp_path_factory.mktemp("project")
    for name in ("core", "pages", ".streamlit"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", root)
    (root / "data").symlink_to(ROOT / "data")
    strange_models(root / "models")
    with serve(tmp_path_factory.mktemp("log"), root=root) as url:
        yield url


PAGES = {
    "/?panel=padding": (LABELS[0], MODEL),
    "/?panel=methods&method=lime": (MODEL,),
    "/?reading=sentences": (MODEL,),
    "/compare?mode=models": (MODEL,),
    "/lesson?step=6&part=label&answer=1": LABELS,
    "/lesson?step=5&part=softmax&answer=1": LABELS,
    "/model?section=card": (*LABELS, MODEL),
    "/model?section=sources": LABELS,
    "/model?section=versions": (MODEL,),
}
CHECKS = {
    "matrix": (*LABELS, LABEL_COLUMN),
    "rows": (LABEL_COLUMN,),
    "slices": (),
    "shortcuts": LABELS,
    "models": ("default",),
    "report": (),
}


def text_of(page):
    """All that stands on the page, with what stands in its fields."""
    return page.evaluate(
        """() => [document.body, ...document.querySelectorAll("input")].map(
            e => e.value ?? e.innerText).join("\\n")"""
    )


def assert_as_written(page, names):
    text = text_of(page)
    for name in names:
        assert name in text or name.replace("\n", " ") in text, name
    read = page.locator("[data-testid=stMarkdownContainer]").evaluate_all(
        """(containers, parts) => containers.flatMap(one => [...one.querySelectorAll(
            "strong, em, del, code, a, .stMarkdownColoredText, h1, h2")])
            .map(one => one.textContent).filter(text => parts.includes(text))""",
        list(PARTS),
    )
    assert read == []
    ours = page.locator("[data-testid=stMain]")
    for kind in ("img[src=x]", ".katex", "[data-testid=stMarkdownContainer] [role=img]"):
        assert ours.locator(kind).count() == 0, kind
    assert ours.locator("a:is([href*='a.jp'], [href*='@'])").count() == 0


@pytest.mark.parametrize("path", PAGES)
def test_pages_show_the_names_of_a_model(open_page, strange_server, path):
    separator = "&" if "?" in path else "?"
    address = f"{path}{separator}model={quote(MODEL)}"
    page = open_page(address, at=strange_server, ready=["[data-testid=stMain] h1, .lesson-title"])
    wait_until_still(page)
    assert_as_written(page, PAGES[path])


@pytest.fixture(scope="module")
def table():
    return {"name": FILE, "mimeType": "text/csv", "buffer": strange_table()}


@pytest.mark.parametrize("panel", CHECKS)
def test_the_check_shows_the_names_of_a_file(open_page, strange_server, table, panel):
    address = f"/check?source=upload&check={panel}&model={quote(MODEL)}"
    page = open_page(address, at=strange_server, ready=["[data-testid=stFileUploader]"])
    page.locator("input[type=file]").set_input_files(table)
    page.get_by_text("正解のある 48 行で測定").wait_for()
    wait_until_still(page)
    assert_as_written(page, (FILE, STRANGER, MODEL, *CHECKS[panel]))
