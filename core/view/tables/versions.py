"""Tables of the files of a model folder and of the libraries that made it, as text."""

from collections.abc import Mapping, Sequence

from core.model.integrity import FileCheck

_DIGITS = 8  # of a checksum: enough to tell two apart by eye


def file_table(
    checks: Sequence[FileCheck], *, agrees: str, differs: str, columns: Sequence[str]
) -> dict[str, list[str]]:
    """Return the columns of a table with one row per file, as Markdown.

    Args:
        agrees, differs: said of a file whose content is, or is not, the recorded one.
        columns: headings of file, what is found now and recorded checksum.
    """
    rows = [
        (
            f"`{check.name}`",
            agrees if check.agrees else f"{differs} `{check.received[:_DIGITS]}…`",
            f"`{check.recorded[:_DIGITS]}…`",
        )
        for check in checks
    ]
    return _by_column(rows, columns)


def library_table(
    recorded: Mapping[str, str], installed: Mapping[str, str], *, columns: Sequence[str]
) -> dict[str, list[str]]:
    """Return the columns of a table: every library, its version then, and the one here now.

    Args:
        recorded, installed: Markdown, by the same names.
    """
    return _by_column([(name, recorded[name], installed[name]) for name in recorded], columns)


def _by_column(rows: Sequence[tuple[str, ...]], columns: Sequence[str]) -> dict[str, list[str]]:
    return {title: [row[number] for row in rows] for number, title in enumerate(columns)}
