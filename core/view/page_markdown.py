"""A Markdown file of the project as a part of a page."""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

_HEADING = re.compile(r"^(#+ )", flags=re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]*\)")
_RULE = re.compile(r"^[\s|:-]+$")
_TABLE = Markup(
    '<div class="file-table" tabindex="0" role="region" aria-label="{title}"><table>'
    "<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
)
_ROW = Markup("<tr>{}</tr>")
_CELLS = {"th": Markup("<th>{}</th>"), "td": Markup("<td>{}</td>")}


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


def _table_html(lines: list[str], *, title: str) -> Markup:
    head, *rows = [line.strip().strip("|").split("|") for line in lines if not _RULE.match(line)]
    drawn = Markup("").join(_ROW.format(_cells(row, "td")) for row in rows)
    return _TABLE.format(title=title, head=_cells(head, "th"), rows=drawn)


def _cells(row: list[str], tag: str) -> Markup:
    return Markup("").join(_CELLS[tag].format(cell.strip()) for cell in row)
