"""What the tests of several commands need."""

import shutil

import pytest


@pytest.fixture
def model_copy(tmp_path, tiny_default):
    """A folder that a test may write into."""
    return shutil.copytree(tiny_default.bundle.folder, tmp_path / "tiny")
