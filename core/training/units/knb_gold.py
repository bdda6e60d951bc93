"""Where words and 文節 begin in the KNB corpus, as people marked it (corpus1, KNP's format)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.data.knb import decode, read_files
from core.errors import NotTheCorpusError

_COMMENT, _BUNSETSU, _BASIC_PHRASE, _END = "# ", "* ", "+ ", "EOS"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence and the characters that begin a word or a 文節 in it; its own beginning not.

    Attributes:
        article: the id of the article it comes from.
    """

    text: str
    article: str
    words: frozenset[int]
    bunsetsu: frozenset[int]


def read_gold(path: Path) -> list[GoldSentence]:
    """Read all sentences, article by article; files without one are left out.

    Args:
        path: the unpacked corpus, a folder that holds it, or its tar archive.

    Raises:
        FileMissingError, FileUnreadableError, NotTheCorpusError, UnsafeArchiveError.
    """
    files = read_files(path, "corpus1/*/*")
    sentences = [
        _read_sentence(
            decode(files[file], path=path, name=file.name).splitlines(), file.parent.name
        )
        for file in sorted(files)
    ]
    if not any(sentence.text for sentence in sentences):
        raise NotTheCorpusError(path=path, missing="corpus1")
    return [sentence for sentence in sentences if sentence.text]


def _read_sentence(lines: Iterable[str], article: str) -> GoldSentence:
    text = ""
    words = set()
    bunsetsu = set()
    for line in lines:
        if line == _END:
            break
        # A morpheme that is one of these signs is written full-width.
        if line.startswith((_COMMENT, _BASIC_PHRASE)):
            continue
        if line.startswith(_BUNSETSU):
            bunsetsu.add(len(text))
            continue
        words.add(len(text))
        text += line.split(" ", 1)[0]
    inside = range(1, len(text))
    return GoldSentence(
        text=text,
        article=article,
        words=frozenset(words.intersection(inside)),
        bunsetsu=frozenset(bunsetsu.intersection(inside)),
    )
