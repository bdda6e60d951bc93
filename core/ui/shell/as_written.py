"""Text of a person inside Markdown: shown as it is written, wherever Streamlit reads Markdown.

It does so in `st.markdown`, `st.write`, captions, headings, messages, the words and helps of
widgets, the options of switches (not those of lists) and the cells of `st.table`.
"""

import re

# Streamlit looks for these in what the Markdown has already come to, so no backslash keeps them
# from being read: icons, emoji, arrows and signs, addresses of the web and of people. What stands
# on both sides of an element is not joined: an empty one is put into the middle.
_MIDDLES = re.compile(
    r"(?<=:)(?=[\w+-]+:)"  # :smile:, :material_home:, :streamlit:
    r"|(?<=-)(?=[->])|(?<=<)(?=-)|(?<=[<>~])(?==)"  # -- -> <- <-> <= >= ~=
    r"|(?<=http)(?=s?:)|(?<=https)(?=:)|(?<=www)(?=\.)|(?=@)",
    flags=re.ASCII | re.IGNORECASE,
)
_NOTHING = ":small[]"
_MARKS = re.compile(r"[\\`*_\[\]$:~#<>|{}()!+.&/-]")
# At the beginning of a line they would make lists, code and headings.
_BLANKS = re.compile(r"^ +|  +| +$|[\t\n\r]")
# Directions that stay open would turn the rest of the sentence round.
_CLOSED_BY = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}


def escape_markdown(text: str) -> str:
    """Return Markdown that shows the text as it is, in one line."""
    parts = [_MARKS.sub(r"\\\g<0>", part) for part in _MIDDLES.split(text)]
    escaped = _BLANKS.sub(_entities, _NOTHING.join(parts))
    for closing, openings in _CLOSED_BY.items():
        opened = sum(escaped.count(opening) for opening in openings)
        escaped += closing * (opened - escaped.count(closing))
    return escaped


def code_markdown(text: str) -> str:
    """Return Markdown that shows the text as code in one line, whichever marks it holds."""
    text = re.sub(r"[\r\n]+", " ", text)
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"


def _entities(blanks: re.Match[str]) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks[0])
