"""A window drawn to scale, box by box."""

import re

import numpy as np

from core.view.html.lesson_window import empty_window_html, places_html, window_html

LEFT = np.array([-1, -1, -1, 0, 1], np.int32)


def stretches(markup):
    return [int(count) for count in re.findall(r"flex: (\d+) 1 0", markup)]


def width(markup):
    return float(re.search(r"width: ([\d.]+)%", markup)[1])


def test_padding_is_one_stretch_and_every_token_a_cell():
    markup = window_html(LEFT, num_widest=10, label="a", theme="light", ends=("<1>", "5"))
    assert stretches(markup) == [3, 1, 1]
    assert width(markup) == width(empty_window_html(5, num_widest=10, label="a")) == 50.0
    assert "&lt;1&gt;" in markup


def test_padding_at_the_right_and_no_padding():
    def drawn(token_index):
        index = np.array(token_index, np.int32)
        return stretches(window_html(index, num_widest=5, label="a", theme="dark"))

    assert drawn([0, 1, -1, -1, -1]) == [1, 1, 3]
    assert drawn([0, 1]) == [1, 1]


def test_one_place_is_marked():
    markup = window_html(LEFT, num_widest=5, label="a", theme="light", marked=3)
    cells = re.findall(r"background: (#\w+)", markup)
    assert len(cells) == 2
    assert cells[0] != cells[1]
    boxes = places_html([("3", "", "余白"), ("4", "1", "<b>")], marked=1, label="a")
    assert re.findall(r"border: (\d)px", boxes) == ["1", "4"]
    assert "&lt;b&gt;" in boxes
