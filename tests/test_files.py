"""Whole files or nothing, and checksums."""

import hashlib
import os
from pathlib import Path

import pytest

from core.errors import (
    FileIsFolderError,
    FileMissingError,
    FileUnreadableError,
    FileUnwritableError,
)
from core.files import (
    check_new_file,
    check_writable,
    read_json,
    read_text,
    replace_file,
    sha256_of,
    write_json,
    write_text,
)


def test_replace_file_writes_the_whole_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "new" / "deep" / "a.txt"
    with replace_file(path) as temporary:
        temporary.write_bytes(b"content")
        assert temporary.suffix == ".txt"
        assert not path.exists()
    assert path.read_bytes() == b"content"
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_replace_file_keeps_the_old_file_when_the_block_fails(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def write_half():
        with replace_file(path) as temporary:
            temporary.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "a.txt"
    with pytest.raises(FileUnwritableError) as caught:
        write_text(path, "x")
    assert caught.value.received["path"] == path


def test_text_is_utf8_with_lf_and_is_read_with_or_without_a_mark(tmp_path):
    path = tmp_path / "a.txt"
    write_text(path, "一\n二\n")
    assert path.read_bytes() == "一\n二\n".encode()
    assert read_text(path) == "一\n二\n"
    path.write_bytes(b"\xef\xbb\xbf" + "一".encode())
    assert read_text(path) == "一"


def test_json_is_readable_and_comes_back(tmp_path):
    path = tmp_path / "a.json"
    write_json(path, {"京都": [1, None]})
    assert path.read_text(encoding="utf-8") == '{\n  "京都": [\n    1,\n    null\n  ]\n}\n'
    assert read_json(path) == {"京都": [1, None]}


@pytest.mark.parametrize("content", [b"[1]", b"{", b"", b'"text"', b"null"])
def test_json_that_is_no_object_is_named(tmp_path, content):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as caught:
        read_json(path)
    assert caught.value.received == {"path": path, "reason": "JSON"}


def test_text_that_is_not_utf8_is_named(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("京都".encode("euc_jp"))
    with pytest.raises(FileUnreadableError) as caught:
        read_text(path)
    assert caught.value.received == {"path": path, "reason": "UTF-8"}


@pytest.mark.parametrize("read", [read_text, read_json, sha256_of])
@pytest.mark.parametrize("name", ["absent", ".", "file/below"])
def test_what_is_not_a_file_is_named(tmp_path, read, name):
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / name
    with pytest.raises(FileMissingError) as caught:
        read(path)
    assert caught.value.received == {"path": path}


def test_sha256_of(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert sha256_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    path.write_bytes(bytes(range(256)) * 5000)
    assert sha256_of(path) == hashlib.sha256(bytes(range(256)) * 5000).hexdigest()


def test_check_writable_says_so_before_anything_is_written(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    with pytest.raises(FileUnwritableError, match="taken"):
        check_writable(taken)
    with pytest.raises(FileUnwritableError, match="taken"):
        check_writable(taken / "below")
    check_writable(tmp_path / "new" / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_check_writable_tries_it(tmp_path):
    # For the superuser, who runs some tests, everything is allowed there, and nothing works.
    with pytest.raises(FileUnwritableError, match="/proc"):
        check_writable(Path("/proc/new"))
    with pytest.raises(FileUnwritableError):
        check_writable(tmp_path / ("x" * 300))


@pytest.mark.parametrize(("name", "reason"), [("pipe", "device"), ("folder", "folder")])
@pytest.mark.parametrize("check", [check_new_file, lambda path: write_text(path, "a")])
def test_only_a_file_is_replaced(tmp_path, check, name, reason):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    path = tmp_path / name
    before = path.stat().st_mode
    with pytest.raises(FileUnwritableError) as caught:
        check(path)
    assert caught.value.received == {"path": path, "reason": reason}
    assert path.stat().st_mode == before


@pytest.mark.parametrize("name", ["/dev/full", "/dev/null"])
def test_a_device_is_not_replaced(name):
    with pytest.raises(FileUnwritableError, match="device"):
        check_new_file(Path(name))  # never `write_text`: a superuser's would succeed


@pytest.mark.parametrize(
    "name", ["a", "京" * 85, "😀" * 63, "か\u3099.csv", "a\nb", "-", "x" * 255]
)
def test_any_name_that_a_file_can_have_is_written(tmp_path, name):
    check_new_file(tmp_path / name)
    write_text(tmp_path / name, "a")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_full_disk_is_one_sentence_and_other_faults_are_loud(tmp_path):
    path = tmp_path / "a"
    with pytest.raises(FileUnwritableError, match="No space"), replace_file(path):
        raise OSError(28, "No space left on device")
    with pytest.raises(FileUnwritableError, match="no strerror"), replace_file(path):
        raise OSError("no strerror")
    with pytest.raises(FileNotFoundError), replace_file(path):
        Path("/nowhere/b").read_bytes()
    assert list(tmp_path.iterdir()) == []


def test_half_a_character_in_a_record_is_replaced(tmp_path):
    write_json(tmp_path / "a", {"path": "\udcff"})
    assert read_json(tmp_path / "a") == {"path": "?"}


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(name):
    with pytest.raises(FileUnreadableError, match="device"):
        read_text(Path(name))


@pytest.mark.parametrize("read", [read_text, read_json, sha256_of])
def test_a_folder_is_called_a_folder(tmp_path, read):
    with pytest.raises(FileIsFolderError, match="folder, not a file"):
        read(tmp_path)
