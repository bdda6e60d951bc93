"""What several browser tests do: send a text, and wait until nothing moves any more."""


def wait_until_drawn(page):
    """Wait until the server has drawn the whole page.

    Before, what stands below still moves: a click may fall beside the button it is meant for, and
    what is not drawn anew yet is that of the text before.
    """
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def download(page, label, *, exact=True):
    """Press the button of a file once the page is drawn, and return what the browser is given.

    The button is there before the run that draws it has ended.
    """
    button = page.get_by_role("button", name=label, exact=exact)
    button.wait_for()
    wait_until_drawn(page)
    with page.expect_download() as coming:
        button.click()
    return coming.value


def send(page, text):
    """Write a text into the field of 分析 and send it by the keys."""
    area = page.get_by_label("テキスト")
    area.fill(text)
    area.press("Control+Enter")


def wait_for_text(page, text):
    """Wait until the highlighted text is this one, and the page below belongs to it."""
    page.wait_for_function(
        """text => {
            const search = root => [...root.querySelectorAll('*')].flatMap(
                e => [e, ...(e.shadowRoot ? search(e.shadowRoot) : [])])
            return search(document).some(e => e.classList.contains('text') && e.textContent === text)
        }""",
        arg=text,
    )
    wait_until_drawn(page)


def wait_until_still(page):
    """Wait until the server has drawn all, and has begun nothing new for half a second."""
    page.wait_for_function(
        """() => {
            const busy = document.querySelector(
                "[data-testid=stSkeleton], [data-testid=stSpinner], [data-testid=stStatusWidget], "
                + "[data-testid=stApp]:not([data-test-script-state=notRunning])")
            if (busy) window.stillSince = undefined
            else window.stillSince ??= performance.now()
            return !busy && performance.now() - window.stillSince > 500
        }"""
    )
    page.evaluate("delete window.stillSince")
