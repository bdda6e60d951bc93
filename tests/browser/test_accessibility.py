"""Nothing on any page shuts a person out, as far as axe-core can tell; and phones have room."""

import json

import pytest

from core.paths import ROOT
from tests.browser.waiting import wait_until_still

FOLDER = ROOT / "tests" / "browser"
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
VERSION = json.loads((FOLDER / "package.json").read_text("utf-8"))["devDependencies"]["axe-core"]
PHONE = {"width": 390, "height": 844}
# Every page, where it draws the most in colours of its own.
PAGES = {
    "分析": "/?method=gradient_x_input",
    "比較": "/compare",
    "授業": "/lesson?step=4&part=matrix&answer=1&notes=1",
    "検査": "/check",
    "モデル": "/model?section=graph",
}


@pytest.fixture(scope="module")
def axe():
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm install --prefix tests/browser)")
    return AXE.read_text(encoding="utf-8")


def violations(page, axe):
    """What axe-core calls serious or critical: which rule, where, and why."""
    page.evaluate(axe)
    assert page.evaluate("axe.version") == VERSION
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10  # it has looked at something
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shuts_nobody_out_light_dark_or_on_a_phone(open_page, axe, name):
    page = open_page(PAGES[name], ready=["h1"])
    wait_until_still(page)
    assert violations(page, axe) == []
    # A person's computer turns dark in the evening, also while the page is open.
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === 'dark'"
    )
    wait_until_still(page)
    assert violations(page, axe) == []
    page.set_viewport_size(PHONE)
    wait_until_still(page)
    widths = page.evaluate(
        "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
        ".map(element => element.scrollWidth)"
    )
    assert max(widths) <= PHONE["width"]


def test_what_opens_over_a_page_shuts_nobody_out(open_page, axe):
    page = open_page("/?present=1&lang=en")
    page.locator(".token").nth(3).click()
    page.get_by_role("menu").wait_for()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="History").click()
    page.locator("[data-testid=stPopoverBody]").wait_for()
    wait_until_still(page)
    assert violations(page, axe) == []


def test_a_page_that_shuts_somebody_out_is_found(chromium, axe):
    page = chromium.new_page()
    page.set_content("<html lang=en><title>t</title><main><h1>t</h1><p>a<p>b<p>c<button></button>")
    rules = {rule for rule, _, _ in violations(page, axe)}
    page.close()
    assert rules == {"button-name"}
