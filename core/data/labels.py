"""Which label of a model a cell means: the same name, whatever nobody sees in its spelling."""

import ast
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from core.text.invisible import without_invisible

_CONTROL = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")  # those that are no blanks
_LIST = re.compile(r"""\[\s*(?P<quote>["']).*(?P=quote)\s*\]""", re.DOTALL)
_LONGEST_LIST = 1_000  # characters


def label_key(cell: str) -> str:
    """Return what two spellings of one label share; "" for a cell that holds no label.

    They are compared after NFKC (full and half width), without what nobody sees and without
    blanks at the ends; blanks inside, of any kind and number, are one. Upper and lower case stay
    two. A list of one label, as JSON Lines have it, is that label.
    """
    cell = _visible(_only_item(cell.strip()))
    # NFKC makes invisible characters of some others.
    return " ".join(_visible(unicodedata.normalize("NFKC", cell)).split())


def _visible(cell: str) -> str:
    return _CONTROL.sub("", without_invisible(cell))


def match_labels(cells: Iterable[str], labels: Sequence[str]) -> dict[str, int]:
    """Return for every different cell the number of its label, -1 where it has none.

    The very name goes first; where two labels share a `label_key`, it alone counts.
    """
    exact = {label: number for number, label in enumerate(labels)}
    shared = Counter(map(label_key, labels))
    loose = {label_key(label): number for label, number in exact.items()}
    loose = {key: number for key, number in loose.items() if key and shared[key] == 1}
    return {
        cell: exact[cell] if cell in exact else loose.get(label_key(cell), -1)
        for cell in set(cells)
    }


def _only_item(cell: str) -> str:
    """Return the text in a list of one; anything else as it is."""
    match = _LIST.fullmatch(cell) if len(cell) <= _LONGEST_LIST else None
    if match is None:
        return cell
    try:
        items = json.loads(cell) if match["quote"] == '"' else ast.literal_eval(cell)
    except (ValueError, SyntaxError):  # brackets that are no list
        return cell
    return items[0] if len(items) == 1 and isinstance(items[0], str) else cell
