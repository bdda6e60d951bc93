"""The KNB reader: every form of the corpus gives the same sentences, no unsafe archive is read."""

import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from uuid import uuid4

import pytest

from core.data import knb
from core.data.knb import read_knb, remove_topic_tag
from core.errors import (
    FileMissingError,
    FileUnreadableError,
    NotTheCorpusError,
    UnsafeArchiveError,
)
from core.types import Example
from tests.knb_archive import TOP, make_archive, make_tables


def _member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type = kind
    member.linkname = link
    return member


# No other run, not of another person either, has left it there.
EVIL = Path(tempfile.gettempdir(), f"evil-{uuid4()}.txt")
UNSAFE = {
    "parent": _member(f"{TOP}/../../evil.txt"),
    "only parent": _member("../evil.txt"),
    "absolute": _member(str(EVIL)),
    "symbolic link": _member(f"{TOP}/link", tarfile.SYMTYPE, "/etc/passwd"),
    "table as symbolic link": _member(f"{TOP}/corpus2/Kyoto.tsv", tarfile.SYMTYPE, "/etc/passwd"),
    "hard link": _member(f"{TOP}/link", tarfile.LNKTYPE, f"{TOP}/README.txt"),
    "character device": _member(f"{TOP}/device", tarfile.CHRTYPE),
    "block device": _member(f"{TOP}/device", tarfile.BLKTYPE),
    "pipe": _member(f"{TOP}/pipe", tarfile.FIFOTYPE),
}


@pytest.fixture
def empty_cwd(tmp_path, monkeypatch) -> Path:
    """The current folder, empty: what a careless reader unpacks lands here."""
    folder = tmp_path / "cwd"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _write_folder(folder: Path, tables: dict[str, str]) -> Path:
    (folder / "corpus2").mkdir(parents=True)
    for name, text in tables.items():
        (folder / "corpus2" / name).write_text(text, encoding="euc_jp", newline="\n")
    return folder


def test_first_sentences_exactly(tmp_path):
    examples = read_knb(make_archive(tmp_path / "a.tar.bz2", make_tables()))
    assert examples[:2] == [
        Example(text='［グルメ］グルメの話、その1の"1"。', label="グルメ", group="KN001_Gourmet_1"),
        Example(text='グルメの話、その1の"2"。', label="グルメ", group="KN001_Gourmet_1"),
    ]
    assert Counter(example.label for example in examples) == {
        "グルメ": 60,
        "携帯電話": 60,
        "京都": 60,
        "スポーツ": 60,
    }
    assert len({example.group for example in examples}) == 48
    assert examples[-1].group == "KN012_Sports_1"


def test_folder_and_archives_give_the_same(tmp_path):
    tables = make_tables()
    expected = read_knb(make_archive(tmp_path / "euc.tar.bz2", tables))
    assert len(expected) == 240
    assert read_knb(make_archive(tmp_path / "u.tar.bz2", tables, encoding="utf-8")) == expected
    assert read_knb(make_archive(tmp_path / "a.tar", tables, mode="w")) == expected
    _write_folder(tmp_path / "outer" / TOP, tables)
    assert read_knb(tmp_path / "outer" / TOP) == expected
    assert read_knb(tmp_path / "outer") == expected


def test_reading_an_archive_writes_nothing(tmp_path, empty_cwd):
    archive = make_archive(tmp_path / "a.tar.bz2", make_tables())
    read_knb(archive)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.tar.bz2", "cwd"]


@pytest.mark.parametrize("kind", UNSAFE)
def test_unsafe_archives_are_refused_and_nothing_is_written(tmp_path, empty_cwd, kind):
    extra = UNSAFE[kind]
    archive = make_archive(tmp_path / "a.tar.bz2", make_tables(), extra=extra)
    with pytest.raises(UnsafeArchiveError) as caught:
        read_knb(archive)
    assert caught.value.received == {"path": archive, "member": extra.name}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.tar.bz2", "cwd"]
    assert not EVIL.exists()


def test_a_table_above_the_bound_is_refused(tmp_path, monkeypatch):
    tables = make_tables()
    sizes = {name: len(text.encode("euc_jp")) for name, text in tables.items()}
    largest = max(sizes, key=sizes.get)
    archive = make_archive(tmp_path / "a.tar.bz2", tables)
    monkeypatch.setattr(knb, "_MAX_TABLE_BYTES", sizes[largest])
    assert len(read_knb(archive)) == 240
    monkeypatch.setattr(knb, "_MAX_TABLE_BYTES", sizes[largest] - 1)
    with pytest.raises(UnsafeArchiveError) as caught:
        read_knb(archive)
    assert caught.value.received["member"] == f"{TOP}/corpus2/{largest}"


def test_an_archive_above_the_bound_is_refused(tmp_path, monkeypatch):
    tables = make_tables()
    total = sum(len(text.encode("euc_jp")) for text in tables.values()) + len(b"read me")
    archive = make_archive(tmp_path / "a.tar.bz2", tables)
    monkeypatch.setattr(knb, "_MAX_UNPACKED_BYTES", total)
    assert len(read_knb(archive)) == 240
    monkeypatch.setattr(knb, "_MAX_UNPACKED_BYTES", total - 1)
    with pytest.raises(UnsafeArchiveError):
        read_knb(archive)


@pytest.mark.parametrize("content", [b"", b"not an archive", b"BZh91AY&SY" + b"x" * 600])
def test_what_is_no_archive_is_named(tmp_path, content):
    path = tmp_path / "a.tar.bz2"
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as caught:
        read_knb(path)
    assert caught.value.received == {"path": path, "reason": "tar"}


@pytest.mark.parametrize("mode", ["w:bz2", "w:gz", "w:xz", "w"])
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8])
def test_a_truncated_archive_is_named(tmp_path, mode, kept):
    path = make_archive(tmp_path / "a.tar", make_tables(articles=60), mode=mode)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises((FileUnreadableError, NotTheCorpusError)) as caught:
        read_knb(path)
    assert caught.value.received["path"] == path


@pytest.mark.parametrize("mode", ["w:bz2", "w:gz", "w:xz"])
def test_a_damaged_archive_is_named(tmp_path, mode):
    path = make_archive(tmp_path / "a.tar", make_tables(articles=60), mode=mode)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = b"\xff" * 64
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as caught:
        read_knb(path)
    assert caught.value.received["path"] == path


@pytest.mark.parametrize("missing", sorted(knb.LABEL_OF_TABLE))
def test_a_missing_table_is_named(tmp_path, missing):
    tables = make_tables(articles=1)
    del tables[missing]
    for path in (
        make_archive(tmp_path / "a.tar.bz2", tables),
        _write_folder(tmp_path / "folder", tables),
    ):
        with pytest.raises(NotTheCorpusError) as caught:
            read_knb(path)
        assert caught.value.received == {"path": path, "missing": f"corpus2/{missing}"}


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileMissingError) as caught:
        read_knb(tmp_path / "absent")
    assert caught.value.received == {"path": tmp_path / "absent"}


def test_a_table_in_another_encoding_is_named(tmp_path):
    path = make_archive(tmp_path / "a.tar.bz2", make_tables(articles=1), encoding="shift_jis")
    with pytest.raises(FileUnreadableError, match=r"Gourmet\.tsv: UTF-8, EUC-JP"):
        read_knb(path)


def test_a_line_without_a_second_column_is_named(tmp_path):
    tables = make_tables(articles=1)
    tables["Kyoto.tsv"] += "KN249_Kyoto_1-1-1-01\n"
    path = make_archive(tmp_path / "a.tar.bz2", tables)
    with pytest.raises(FileUnreadableError, match=r"Kyoto\.tsv: 'KN249_Kyoto_1-1-1-01'"):
        read_knb(path)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("［グルメ］烏丸六角のおかき屋さん", "烏丸六角のおかき屋さん"),
        ("［京都観光］", ""),
        ("［携帯電話］［携帯電話］", "［携帯電話］"),
        ("［スポーツ］ 走る", " 走る"),
        ("［京都］東山", "［京都］東山"),
        ("[グルメ]半角", "[グルメ]半角"),
        ("昨日の［グルメ］", "昨日の［グルメ］"),
        ("", ""),
    ],
)
def test_only_a_topic_tag_at_the_beginning_is_removed(text, rest):
    assert remove_topic_tag(text) == rest


def test_the_real_corpus(knb_corpus):
    examples = knb_corpus
    assert len(examples) == 4186
    assert len({example.group for example in examples}) == 249
    assert Counter(example.label for example in examples) == {
        "京都": 1498,
        "携帯電話": 1278,
        "グルメ": 888,
        "スポーツ": 522,
    }
    assert sum(remove_topic_tag(example.text) != example.text for example in examples) == 249
    assert examples[0] == Example(
        text="［グルメ］烏丸六角のおかき屋さん", label="グルメ", group="KN012_Gourmet_1"
    )
