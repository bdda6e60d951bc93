"""A real Chromium against a real server on loopback."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest

from core.paths import ROOT
from tests.browser.waiting import wait_until_drawn

_CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_START_SECONDS = 120
_TIMEOUT = 90_000  # ms: another process of the tests may be training a network
# What the pages 分析 and 比較 draw last.
_ANALYSED = (
    "[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas",
    ".token",
)


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=_CHROMIUM_ARGUMENTS,
            # The visitor's, whatever the locale of the tests: with C alone it calls a file with a
            # Japanese name "download".
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        yield browser
        browser.close()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serve(folder, *, root=ROOT, script="app.py"):
    """Run a script of a project, its log in `folder`, and give its address."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", script]
    options = ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, *options],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(url, process, log)
            yield url
        finally:
            # Not terminate: a polite server waits for its browsers to hang up.
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of the app, started as `make run` starts it."""
    with serve(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def fresh_server(tmp_path):
    """The address of a server that nobody has visited yet."""
    with serve(tmp_path) as url:
        yield url


def _wait_until_healthy(url, process, log):
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the server ended at once: {log.read_text('utf-8', 'replace')}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail(
        f"the server did not answer within {_START_SECONDS} s: {log.read_text('utf-8', 'replace')}"
    )


@pytest.fixture(scope="session")
def contexts(chromium):
    """One context per kind of screen: the scripts of the pages are loaded and compiled once."""
    opened = {}
    yield opened
    for context in opened.values():
        context.close()


@pytest.fixture
def open_page(chromium, contexts, server):
    """Return a function that opens the app in a new page, a session of its own for the server.

    It returns when something stands for each selector of `ready` and the server has drawn all.

    When the test ends, no request may have gone to another host and no script may have failed.

    Args:
        other_browser: in a browser that has never been here; else tests share their browsers.
    """
    pages, own_contexts, hosts, requests, failures = [], [], [], [], []

    def open_at(
        path="/",
        *,
        at=server,
        width=1280,
        height=720,
        color_scheme="light",
        locale="ja-JP",
        ready=_ANALYSED,
        other_browser=False,
    ):
        hosts.append(at)
        kind = (width, height, color_scheme, locale)
        context = None if other_browser else contexts.get(kind)
        if context is None:
            context = chromium.new_context(
                viewport={"width": width, "height": height},
                color_scheme=color_scheme,
                locale=locale,
            )
            if other_browser:
                own_contexts.append(context)
            else:
                contexts[kind] = context
        page = context.new_page()
        pages.append(page)
        page.set_default_timeout(_TIMEOUT)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto(at + path)
        for selector in ready:
            page.wait_for_selector(selector)
        wait_until_drawn(page)
        return page

    yield open_at
    for page in pages:
        # The next test is to find the browser as a new one.
        page.evaluate("localStorage.clear()")
        page.close()
    for context in contexts.values():
        context.clear_permissions()
    for context in own_contexts:
        context.close()
    foreign = [url for url in requests if not url.startswith((*hosts, "data:", "blob:"))]
    assert foreign == []
    assert failures == []
