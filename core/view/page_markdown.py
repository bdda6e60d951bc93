"""A Markdown file of the project as a part of a page."""

import html
import re
from collections.abc import Iterator
from itertools import groupby

_HEADING = re.compile(r"^(#+ )", flags=re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]*\)")
_RULE = re.compile(r"^[\s|:-]+$")

_STYLE = (
    "<style>"
    ".file-table { overflow-x: auto }"
    ".file-table table { border-collapse: collapse; font-size: 0.9rem }"
    ".file-table th, .file-table td { text-align: start; vertical-align: top; "
    "padding: 0.3em 0.6em; "
    "border: 1px solid color-mix(in srgb, currentColor 20%, transparent) }"
    "</style>"
)


def page_parts(text: str, *, table_title: str) -> Iterator[tuple[str, str]]:
    """Cut a Markdown file into ("markdown", …) and ("table", HTML), in their order.

    Headings go one level down, for the page has its own title; of links to other files, which are
    not served, the words stay. A wide table scrolls in itself, also by the keyboard.

    Args:
        table_title: what a table is called for screen readers.
    """
    shown = _LINK.sub(r"\1", _HEADING.sub(r"#\1", text))
    for is_table, lines in groupby(shown.splitlines(), key=lambda line: line.startswith("|")):
        if is_table:
            yield "table", _table_html(list(lines), title=table_title)
        else:
            yield "markdown", "\n".join(lines)


def _table_html(lines: list[str], *, title: str) -> str:
    head, *rows = [line.strip().strip("|").split("|") for line in lines if not _RULE.match(line)]
    drawn = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows)
    return (
        f'{_STYLE}<div class="file-table" tabindex="0" role="region" '
        f'aria-label="{html.escape(title, quote=True)}"><table>'
        f"<thead><tr>{_cells(head, 'th')}</tr></thead><tbody>{drawn}</tbody></table></div>"
    )


def _cells(row: list[str], tag: str) -> str:
    return "".join(f"<{tag}>{html.escape(cell.strip())}</{tag}>" for cell in row)
