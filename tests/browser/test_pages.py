"""Every page from the menu: it is drawn, nothing fails, and nobody outside is told."""

from urllib.parse import urlsplit

from core.words.lookup import word_in
from tests.browser.waiting import wait_until_still

# What stands on a page when it is drawn, by the key of its title.
DRAWN = {
    "analyze_title": ".token >> nth=0",
    "compare_title": ".token >> nth=0",
    "lesson_title": ".lesson-question",
    "check_title": "[data-testid=stMarkdown] >> nth=0",
    "model_page_title": "[data-testid=stMarkdown] >> nth=0",
}


def test_all_pages_are_drawn_without_errors_and_without_another_host(open_page, server):
    page = open_page()
    calls, errors = [], []
    page.on("request", lambda request: calls.append(request.url))
    page.on("websocket", lambda socket: calls.append(socket.url))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.reload()
    for key, drawn in DRAWN.items():
        title = word_in("ja", key)
        page.locator("[data-testid=stSidebar]").get_by_role("link", name=title, exact=True).click()
        page.wait_for_function("title => document.title.startsWith(title)", arg=f"{title}｜")
        page.wait_for_selector(drawn)
        wait_until_still(page)
        assert page.locator("[data-testid=stException], [data-testid=stAlert]").count() == 0, title
        assert "Traceback" not in page.locator("body").inner_text(), title
    assert errors == []

    calls = [urlsplit(url) for url in calls if not url.startswith(("data:", "blob:"))]
    # The browser did ask: for the page, for scripts, and for the socket through which pages come.
    assert {"http", "ws"} == {url.scheme for url in calls}
    assert any(url.path.endswith(".js") for url in calls)
    assert {url.netloc for url in calls} == {urlsplit(server).netloc}
