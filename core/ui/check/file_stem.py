"""What the files that leave 検査 are called."""

import re
import unicodedata
from pathlib import PurePosixPath

_CHARACTERS = 80  # a name of 255 bytes holds so many of three bytes each
# That some system keeps for itself, or that nobody sees.
_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]')


def file_stem(source: str) -> str:
    """Return a name without its suffix that every system takes, of a file that somebody brought."""
    name = _REFUSED.sub("-", unicodedata.normalize("NFC", source))
    return PurePosixPath(name).stem[:_CHARACTERS].strip(" .") or "file"
