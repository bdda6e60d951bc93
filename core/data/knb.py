"""Read the KNB corpus (249 blog articles, 4,186 sentences) from a folder or an archive.

Nothing is unpacked to the disk: the four tables are read from the archive's stream.
Source: Hashimoto et al. 2009, 言語処理学会 第15回年次大会, pp. 614-617.
"""

import lzma
import re
import tarfile
import zlib
from pathlib import Path, PurePosixPath

from core.errors import (
    FileMissingError,
    FileUnreadableError,
    NotTheCorpusError,
    UnsafeArchiveError,
)
from core.types import Example

OFFICIAL_URL = "https://nlp.ist.i.kyoto-u.ac.jp/kuntt/KNBC_v1.0_090925.tar.bz2"
OFFICIAL_SHA256 = "eae5f629335f0a8f5651653429c3a491d9d9c221b2bbfa3b3289028c9a146747"

LABEL_OF_TABLE = {
    "Gourmet.tsv": "グルメ",
    "Keitai.tsv": "携帯電話",
    "Kyoto.tsv": "京都",
    "Sports.tsv": "スポーツ",
}

# The first sentence of every article starts with its topic in brackets: it carries the label.
TOPIC_TAGS = ("［グルメ］", "［携帯電話］", "［京都観光］", "［スポーツ］")
_TOPIC_TAG = re.compile(f"^({'|'.join(TOPIC_TAGS)})")

_MAX_UNPACKED_BYTES = 1 << 30  # the whole archive; the official one unpacks to far less
_MAX_TABLE_BYTES = 16 << 20  # one file; the largest table has 0.3 MB


def remove_topic_tag(text: str) -> str:
    """Drop the topic in brackets at the beginning; a sentence that is only a tag becomes ''."""
    return _TOPIC_TAG.sub("", text)


def read_knb(path: Path) -> list[Example]:
    """Read all sentences with their label and article id, in the corpus's order.

    Args:
        path: the unpacked corpus, a folder that holds it, or its tar archive (EUC-JP or UTF-8).

    Raises:
        FileMissingError, FileUnreadableError, NotTheCorpusError, UnsafeArchiveError.
    """
    tables = {file.name: content for file, content in read_files(path, "corpus2/*.tsv").items()}
    examples: list[Example] = []
    for name, label in LABEL_OF_TABLE.items():
        if name not in tables:
            raise NotTheCorpusError(path=path, missing=f"corpus2/{name}")
        examples += _read_table(tables[name], label, path=path, name=name)
    return examples


def read_files(path: Path, pattern: str) -> dict[PurePosixPath, bytes]:
    """Read some files of the corpus without writing anything to the disk.

    Args:
        path: the unpacked corpus, a folder that holds it, or its tar archive.
        pattern: the files, as "corpus2/*.tsv".

    Raises:
        FileMissingError, FileUnreadableError, UnsafeArchiveError.
    """
    if path.is_dir():
        found = [*path.glob(pattern), *path.glob(f"*/{pattern}")]
        return {PurePosixPath(file): file.read_bytes() for file in found if file.is_file()}
    if path.is_file():
        return _files_of_archive(path, pattern)
    raise FileMissingError(path=path)


def _files_of_archive(path: Path, pattern: str) -> dict[PurePosixPath, bytes]:
    files: dict[PurePosixPath, bytes] = {}
    unpacked = 0
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                inside = PurePosixPath(member.name)
                unpacked += member.size
                if (
                    inside.is_absolute()
                    or ".." in inside.parts
                    or not (member.isfile() or member.isdir())
                    or unpacked > _MAX_UNPACKED_BYTES
                ):
                    raise UnsafeArchiveError(path=path, member=member.name)
                # A folder has no content.
                content = archive.extractfile(member) if inside.match(pattern) else None
                if content is not None:
                    if member.size > _MAX_TABLE_BYTES:
                        raise UnsafeArchiveError(path=path, member=member.name)
                    files[inside] = content.read()
    except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
        raise FileUnreadableError(path=path, reason="tar") from error
    return files


def _read_table(content: bytes, label: str, *, path: Path, name: str) -> list[Example]:
    examples = []
    for line in decode(content, path=path, name=name).splitlines():
        # Only the first two columns matter; quotes are plain characters.
        sentence_id, *columns = line.split("\t")
        if not columns:
            raise FileUnreadableError(path=path, reason=f"{name}: {line!r}")
        text = columns[0]
        article_id = sentence_id.split("-", 1)[0]
        examples.append(Example(text=text, label=label, group=article_id))
    return examples


def decode(content: bytes, *, path: Path, name: str) -> str:
    """Read the bytes of the corpus's file `name`, UTF-8 or EUC-JP.

    Raises:
        FileUnreadableError: it is neither.
    """
    for encoding in ("utf-8", "euc_jp"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileUnreadableError(path=path, reason=f"{name}: UTF-8, EUC-JP")
