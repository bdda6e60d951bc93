"""Which way of reading bytes gives the likeliest text."""

import codecs
from dataclasses import dataclass

from core.data.encodings import language_model as languages
from core.data.encodings.language_model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A way to read bytes.

    Attributes:
        codec: Python's name.
        name: what people call it.
        language: what the text should be in.
        home: whether what it reads is read unasked; a stranger is only named.
        wide: whether a line end has NULs in it.
        advance: the logarithm of how much more often it comes than others.
    """

    codec: str
    name: str
    language: Language
    home: bool = False
    wide: bool = False
    advance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What came of a candidate: the logarithm of the probability of its text, and its length."""

    candidate: Candidate
    score: float
    characters: int


CANDIDATES = (
    Candidate(codec="cp932", name="CP932", language=languages.JAPANESE, home=True, advance=6),
    # A superset of EUC-JP that knows ① and ㈱, too.
    Candidate(
        codec="euc_jis_2004", name="EUC-JP", language=languages.JAPANESE, home=True, advance=6
    ),
    *(
        Candidate(codec="utf-8-sig", name="UTF-8", language=language, home=True, advance=8)
        for language in (languages.JAPANESE, languages.WESTERN, languages.CYRILLIC)
    ),
    *(
        Candidate(codec=codec, name=name, language=languages.JAPANESE, home=True, wide=True)
        for codec, name in (
            ("utf-16-le", "UTF-16LE"),
            ("utf-16-be", "UTF-16BE"),
            ("utf-32-le", "UTF-32LE"),
            ("utf-32-be", "UTF-32BE"),
        )
    ),
    Candidate(codec="gb18030", name="GB18030", language=languages.SIMPLIFIED),
    Candidate(codec="cp950", name="Big5", language=languages.TRADITIONAL),
    Candidate(codec="cp949", name="EUC-KR", language=languages.KOREAN),
    Candidate(codec="cp1252", name="CP1252", language=languages.WESTERN),
    Candidate(codec="cp1251", name="CP1251", language=languages.CYRILLIC),
    Candidate(codec="cp874", name="CP874", language=languages.THAI),
)


def weigh_candidates(block: bytes, *, whole: bool, wide: bool) -> list[Weighed]:
    """Read a block with every candidate that can, and return them, the likeliest first.

    Args:
        block: not empty; begins where a character begins.
        whole: whether it ends where a character ends.
        wide: whether it may be UTF-16 or UTF-32.
    """
    weighed = []
    for candidate in CANDIDATES:
        text = None if candidate.wide and not wide else _read(block, candidate, whole)
        if text is not None:
            score = candidate.advance + candidate.language.log_likelihood(text)
            weighed.append(Weighed(candidate=candidate, score=score, characters=len(text)))
    return sorted(weighed, key=lambda one: -one.score)


def _read(block: bytes, candidate: Candidate, whole: bool) -> str | None:
    """Return the text, with U+FFFD for what is no character, or None.

    What is wide is to have NULs, and no wrong bytes: one U+FFFD for 2 or 4 of them would be
    likelier than what they really are.
    """
    if candidate.wide and b"\0" not in block:
        return None
    errors = "strict" if candidate.wide else "replace"
    try:
        return codecs.getincrementaldecoder(candidate.codec)(errors).decode(block, whole)
    except UnicodeDecodeError:
        return None
