"""What tests of the page 分析 send to it and read off it."""

import re

import numpy as np

from core.ui.shell.loaders import ARTICLE_EXAMPLES
from tests.ui.pages import component, send_event, tables

UDON = ARTICLE_EXAMPLES["グルメ"]
KYOTO = ARTICLE_EXAMPLES["京都"]


def token_data(page):
    return component(page, "token_view")


def edit(page, operation, *tokens, replacement="", revision=None):
    """Send what the browser sends when the menu of a token is used."""
    event = {
        "operation": operation,
        "tokens": tokens,
        "replacement": replacement,
        "revision": revision or token_data(page)["revision"],
    }
    page = send_event(page, "token_view", "edit", event)
    assert not page.exception
    return page


def text_of(page):
    return "".join(segment["text"] for segment in token_data(page)["segments"])


def number_of(page, text):
    """The number of the token that stands on the text."""
    (found,) = [part["tokens"] for part in token_data(page)["segments"] if part["text"] == text]
    return found[0]


def edits(page):
    return re.findall("<li>(.*?)</li>", htmls(page))


def infos(page):
    return [info.value for info in page.info]


def markdowns(page):
    return [element.value for element in page.markdown]


def chart(page):
    return page.get("vega_lite_chart")[0].proto


def bars(page):
    """The length of every bar by its label."""
    (table,) = tables(chart(page))
    return dict(zip(table["label"], table["probability"], strict=True))


def alt_of(labels, probabilities):
    order = np.argsort(-probabilities)
    return "棒グラフ: 確率の高い順に " + ", ".join(
        f"{labels[index]} {probabilities[index]:.2f}" for index in order
    )


def about(page):
    return [text.value for text in page.expander[0].markdown]


def htmls(page):
    return "".join(element.proto.body for element in page.get("html"))


def captions(page):
    return [element.value for element in page.caption]
