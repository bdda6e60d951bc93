"""A small corpus in the KNB layout, as tables and as an archive."""

import io
import tarfile
from pathlib import Path

TOP = "KNBC_v1.0_090925"
TOPICS = {"Gourmet": "グルメ", "Keitai": "携帯電話", "Kyoto": "京都観光", "Sports": "スポーツ"}


def make_tables(*, articles: int = 12, sentences: int = 5) -> dict[str, str]:
    """File name to TSV text; the first sentence of an article begins with its topic tag."""
    tables = {}
    for table, topic in TOPICS.items():
        lines = []
        for article in range(1, articles + 1):
            for number in range(1, sentences + 1):
                tag = f"［{topic}］" if number == 1 else ""
                text = f'{tag}{topic}の話、その{article}の"{number}"。'
                lines.append(f"KN{article:03}_{table}_1-1-{number}-01\t{text}\t\t\t\t\n")
        tables[f"{table}.tsv"] = "".join(lines)
    return tables


def make_archive(
    path: Path,
    tables: dict[str, str],
    *,
    encoding: str = "euc_jp",
    extra: tarfile.TarInfo | None = None,
    mode: str = "w:bz2",
) -> Path:
    """Write TOP/README.txt and TOP/corpus2/*.tsv, then one more member."""
    with tarfile.open(path, mode) as archive:
        for name in (TOP, f"{TOP}/corpus2"):
            folder = tarfile.TarInfo(name)
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
        _add(archive, tarfile.TarInfo(f"{TOP}/README.txt"), b"read me")
        for name, text in tables.items():
            _add(archive, tarfile.TarInfo(f"{TOP}/corpus2/{name}"), text.encode(encoding))
        if extra is not None:
            _add(archive, extra, b"evil" if extra.isreg() else b"")
    return path


def _add(archive: tarfile.TarFile, member: tarfile.TarInfo, content: bytes) -> None:
    member.size = len(content)
    archive.addfile(member, io.BytesIO(content))
