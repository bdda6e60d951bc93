"""Text of a person inside Markdown."""

import re


def escape_markdown(text: str) -> str:
    """Return Markdown that shows the text as it is."""
    return re.sub(r"([\\`*_\[\]$:~#<>|{}()!+.&-])", r"\\\1", text)
