"""Cells of files that spreadsheets open."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
