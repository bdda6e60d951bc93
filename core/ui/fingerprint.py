"""A short name for a text as it is cut."""

import hashlib

from core.types import TokenizedText


def fingerprint(tokenized: TokenizedText) -> str:
    """Return a name that two texts share only if characters, ids and spans are the same."""
    tokens = [(token.piece, token.id, token.start, token.end) for token in tokenized.tokens]
    return hashlib.sha256(repr((tokenized.text, tokens)).encode()).hexdigest()
