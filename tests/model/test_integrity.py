"""The files of a model folder beside their recorded checksums."""

import hashlib

import pytest

from core.errors import FileUnreadableError
from core.files import write_json
from core.model.integrity import check_files


def test_what_changed_and_what_is_gone_is_told(tmp_path):
    for name in ("kept", "changed"):
        (tmp_path / name).write_bytes(b"abc")
    recorded = hashlib.sha256(b"abc").hexdigest()
    names = ("kept", "changed", "gone")
    write_json(tmp_path / "config.json", {"files": dict.fromkeys(names, recorded)})
    (tmp_path / "changed").write_bytes(b"abcd")
    checks = check_files(tmp_path)
    assert [(check.name, check.agrees) for check in checks] == [
        ("kept", True),
        ("changed", False),
        ("gone", False),
    ]
    assert checks[1].received == hashlib.sha256(b"abcd").hexdigest()
    assert checks[2].received == ""


def test_a_config_without_checksums_is_refused(tmp_path):
    write_json(tmp_path / "config.json", {"files": "?"})
    with pytest.raises(FileUnreadableError):
        check_files(tmp_path)
