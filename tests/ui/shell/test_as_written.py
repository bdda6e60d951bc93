"""Markdown that shows a text as it is. How a browser shows it: tests/browser/test_as_written.py."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ui.shell.as_written import code_markdown, escape_markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    {
        "京都・グルメ、2026年!": "京都・グルメ、2026年\\!",
        "**京都**": "\\*\\*京都\\*\\*",
        "[a](b)": "\\[a\\]\\(b\\)",
        "a:b": "a\\:b",
        # What Streamlit finds in a text that has been read already is cut in two.
        ":smile:": "\\::small[]smile\\:",
        ":material/home:": "\\:material\\/home\\:",
        ":material_home:": "\\::small[]material\\_home\\:",
        ":a:b:": "\\::small[]a\\::small[]b\\:",
        "a -> b": "a \\-:small[]\\> b",
        "a-b, 3 > 2": "a\\-b, 3 \\> 2",
        "<=": "\\<:small[]=",
        "HTTPS://a.jp": "HTTP:small[]S:small[]\\:\\/\\/a\\.jp",
        "www.a.jp": "www:small[]\\.a\\.jp",
        "a@b.jp": "a:small[]@b\\.jp",
        # A line break, an indented block and what a line may end with.
        "a\n\n    b": "a&#10;&#10;&#32;&#32;&#32;&#32;b",
        "  a b\t": "&#32;&#32;a b&#9;",
        # A direction that stays open ends with the text.
        "\u202eabc": "\u202eabc\u202c",
        "\u2067\u2066a\u2069": "\u2067\u2066a\u2069\u2069",
        "\u202eabc\u202c": "\u202eabc\u202c",
        "": "",
    }.items(),
)
def test_marks_are_kept_from_being_read(text, escaped):
    assert escape_markdown(text) == escaped


@given(st.text(st.characters(exclude_characters="\u202a\u202b\u202d\u202e\u2066\u2067\u2068")))
def test_the_text_comes_back_when_the_marks_are_taken_off(text):
    escaped = escape_markdown(text)
    assert not re.search(r"^[ \t]|[\n\r]|  ", escaped)

    def written(mark):
        escape, blank = mark.groups()
        return escape or (chr(int(blank)) if blank else "")

    assert re.sub(r"\\(.)|&#(\d+);|:small\[\]", written, escaped) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    {
        "python -m core": "`python -m core`",
        "a`b": "`` a`b ``",
        "``": "``` `` ```",
        "**a**": "`**a**`",
        "a\n\n# b": "`a # b`",
    }.items(),
)
def test_code_ends_where_the_text_does(text, markdown):
    assert code_markdown(text) == markdown
