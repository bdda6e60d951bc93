"""The sentence and its pieces in large type."""

import re

import pytest

from core.view.html.lesson_pieces import changes_html, pieces_html, sentence_html


def size(markup):
    return float(re.search(r"min\(([\d.]+)rem", markup)[1])


@pytest.mark.parametrize(
    "build", [sentence_html, lambda text, label: pieces_html(text, label=label)]
)
def test_the_longer_the_text_the_smaller_the_type(build):
    sizes = [size(build("あ" * length, label="a")) for length in (1, 60, 150, 10_000)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (2.4, 1.0)


def test_less_height_takes_smaller_type():
    assert size(sentence_html("あ" * 34, label="a", height=4.6)) < size(
        sentence_html("あ" * 34, label="a")
    )


def test_ids_stand_under_their_pieces_and_nothing_is_markup():
    markup = pieces_html(["<b>", "う"], under=["7", "8"], label='"')
    text = re.sub(r"<[^>]+>", " ", markup).split()
    assert text == ["&lt;b&gt;", "7", "う", "8"]
    assert 'aria-label="&#34;"' in markup
    with pytest.raises(ValueError, match="shorter"):
        pieces_html(["a", "b"], under=["7"], label="a")


def test_changes_are_written_then_read():
    markup = changes_html([("㍿", "株式会社"), ("&", "<unk>")], label="a")
    assert re.sub(r"<[^>]+>", " ", markup).split() == [
        *("㍿", "→", "株式会社"),
        *("&amp;", "→", "&lt;unk&gt;"),
    ]
