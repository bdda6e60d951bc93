"""What a person takes home opens anywhere: from disk, without a network."""

import io

import numpy as np
from PIL import Image

from core.analyzer import Analyzer
from core.paths import MODELS
from tests.browser.waiting import download

TEXT = "スノボ行こうよ〜今年は雪多いって"


def picture(page):
    with Image.open(io.BytesIO(page.screenshot())) as image:
        return np.asarray(image.convert("L"), np.int64)


def test_the_files_of_the_page_open_without_a_network(open_page, chromium, tmp_path):
    app = open_page(f"/?panel=export&text={TEXT}&method=shapley")
    app.get_by_role("button", name="HTML をつくる").click()
    path = tmp_path / "持ち帰り.html"
    path.write_bytes(download(app, "HTML をダウンロード").path().read_bytes())
    assert download(app, "文の図(PNG)").path().read_bytes().startswith(b"\x89PNG")
    assert download(app, "行列の図(SVG)").path().read_bytes().startswith(b"<svg")

    calls = []

    def refuse(route):
        calls.append(route.request.url)
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            route.abort()

    context = chromium.new_context(viewport={"width": 390, "height": 844}, offline=True)
    try:
        context.route("**/*", refuse)
        page = context.new_page()
        page.on("pageerror", lambda error: calls.append(str(error)))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        analysis = Analyzer.load(MODELS / "default").analyze(TEXT, method="shapley")
        for score in analysis.attribution.token_scores[:3]:
            before = picture(page)
            page.keyboard.press("Tab")
            value = page.evaluate(
                "getComputedStyle(document.activeElement, '::after').content.slice(1, -1)"
            )
            assert f"{abs(score):.4f}" in value
            assert page.evaluate("document.activeElement.ariaLabel") == value
            # It is seen below the text: there is ink where there was none, or another's.
            line = page.locator(".view").first.bounding_box()
            below = slice(round(line["y"] + line["height"] - 28), round(line["y"] + line["height"]))
            assert (np.abs(picture(page)[below] - before[below]) > 60).sum() > 100
        page.locator("summary").first.click()
        assert page.locator("details table").first.is_visible()
    finally:
        context.close()
    assert calls == [path.as_uri()]
